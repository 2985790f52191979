"""COMPOSER: a pack for a brief: pictures, the data behind them, numbered sources, citations.

``pack(tables, order)`` gives its files by name; the same tables and order give the same bytes.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from timeline import dates, exports, figures
from timeline.errors import TimelineError
from timeline.exports import Site, sources
from timeline.exports.archive import zipped
from timeline.figures import Frame, Scene, Theme
from timeline.language import gettext, mark, ngettext
from timeline.tables import Tables

PRESETS = ("a4", "letter", "slide", "card")
_TEXTS = {
    "bibtex": "documents.bib", "ris": "documents.ris", "csl": "documents.csl.json",
}  # fmt: skip
_WHAT = {
    ".svg": mark("the picture, to be scaled and edited"),
    ".png": mark("the picture, in its size for the place it goes to"),
    ".pdf": mark("the picture, for print"),
    ".txt": mark("what the picture shows, in words: its alternative text"),
    "events.csv": mark("all events of the choice, also those that the picture has no room for"),
    "sources.txt": mark("the sources by the numbers that the picture gives them"),
    "documents.bib": mark("the sources for LaTeX and reference managers"),
    "documents.ris": mark("the sources for reference managers"),
    "documents.csl.json": mark("the sources for Zotero, pandoc and others"),
}

_END = mark(
    "manifest.json has the SHA-256 of each. Dates are EDTF: 2024-09~ is around September 2024.\n"
    "The data: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), Policy Timeline.\n"
    "The articles belong to their publishers."
)


class BriefError(TimelineError):
    """There is nothing to make a brief of."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a brief is to be.

    ``title`` is the finding, made by rule where it is empty, as is ``subtitle``.  ``choice`` tells
    in words what was chosen ("actor Nvidia"), ``actors`` whose events were, ``site`` where the view
    is to be seen; ``start`` and ``end`` are the window that is drawn.
    """

    presets: tuple[str, ...] = ("a4",)
    title: str = ""
    subtitle: str = ""
    note: str = ""
    choice: str = ""
    theme: Theme = Theme.LIGHT
    actors: tuple[str, ...] = ()
    lanes_by: str = "lane"
    lane_order: tuple[str, ...] = ()
    steps: tuple[figures.Step, ...] = ()
    start: date | None = None
    end: date | None = None
    site: Site = exports.NOWHERE


def archive(tables: Tables, order: Order, plain: Tables | None = None) -> bytes:
    """The pack as a zip."""
    return zipped(pack(tables, order, plain))


def pack(tables: Tables, order: Order, plain: Tables | None = None) -> dict[str, bytes]:
    """The files by name.  Raises BriefError where there is no event.

    ``plain`` are the same tables in English, where the pictures are told in another language: what
    programs read is made of these.
    """
    if tables["events"].empty:
        raise BriefError("no event fits: nothing to make a brief of; widen the choice")
    files = dict(_pictures(tables, order))
    data = tables if plain is None else plain
    files["events.csv"] = exports.EXPORTERS["csv"].make(data)
    files["sources.txt"] = _lines(*(one.line() for one in sources.numbered(tables)))
    for name, file in _TEXTS.items():
        files[file] = exports.EXPORTERS[name].make(data)
    readme = {"README.txt": _readme(tables, order, files)}
    return {**readme, "manifest.json": _manifest(tables, order, {**readme, **files}), **files}


def _pictures(tables: Tables, order: Order) -> Iterator[tuple[str, bytes]]:
    for preset in order.presets:
        scene = place(tables, order, preset)
        drawn = figures.render(scene)
        stem = f"timeline-{preset}"
        yield f"{stem}.svg", drawn.encode()
        yield f"{stem}.png", figures.png(drawn)
        if figures.pdf_available() is None:
            yield f"{stem}.pdf", figures.pdf(scene, exports.data_date(tables))
        yield f"{stem}.txt", _lines(scene.alt)


def place(tables: Tables, order: Order, preset: str) -> Scene:
    """The picture of these events for one place; its sources are those of what is drawn.

    Fewer sources leave room for more events, and these have sources of their own.
    """
    made = _frame(tables, order, preset)
    scene, told = figures.place(tables["events"], made), frozenset[str]()
    while not scene.event_ids <= told:
        told |= scene.event_ids
        named = sources.credits(sources.behind(tables, told))
        scene = figures.place(tables["events"], replace(made, source=named))
    return scene


def _frame(tables: Tables, order: Order, preset: str) -> Frame:
    """The preset's frame with title, subtitle, all sources by number, note and the data's date."""
    made = figures.presets.frame(
        preset,
        title=title(tables, order),
        subtitle=subtitle(tables, order),
        source=sources.credits(sources.numbered(tables)),
        note=order.note,
        data_date=_day(exports.data_date(tables)),
        tag=gettext("Policy Timeline"),
        theme=order.theme,
        lanes_by=order.lanes_by,
    )
    return replace(
        made, start=order.start, end=order.end, lane_order=order.lane_order, steps=order.steps
    )


def title(tables: Tables, order: Order) -> str:
    """The heading: as asked, else the finding."""
    return order.title or exports.headline(tables, order.actors)


def subtitle(tables: Tables, order: Order) -> str:
    """The line below: "US–China AI chips, 2022–2026: 28 events told by 5 articles that rest on 2
    independent reports; actor Nvidia".
    """
    if order.subtitle:
        return order.subtitle
    number, articles, reports = (len(tables[name]) for name in ("events", "documents", "reports"))
    told = gettext(
        "{story}: {events} told by {articles} that rest on {reports}",
        story=_story(tables, order),
        events=ngettext("{n:,} event", "{n:,} events", number),
        articles=ngettext("{n:,} article", "{n:,} articles", articles),
        reports=ngettext("{n:,} independent report", "{n:,} independent reports", reports),
    )
    if not order.choice:
        return told
    return gettext("{subtitle}; {choice}", subtitle=told, choice=order.choice)


def _story(tables: Tables, order: Order) -> str:
    """The story with its years."""
    years = exports.years(tables)
    if years is None:
        return order.site.title
    told = "–".join(map(str, dict.fromkeys(years)))
    return gettext("{story}, {years}", story=order.site.title, years=told)


def _day(told: str) -> str:
    """The day as people write it: "2025-08-21" is "21 Aug 2025"; nothing of none."""
    return dates.when(told) if told else ""


def _readme(tables: Tables, order: Order, files: Mapping[str, bytes]) -> bytes:
    day, address = _day(exports.data_date(tables)), order.site.view()
    cited = gettext("Policy Timeline: {story}.", story=order.site.title)
    state = gettext("Data to {date}.", date=day) if day else ""
    reference = " ".join(filter(None, (cited, state, address)))
    rows = [f"  {name:<24}{_what(name)}" for name in files]
    return _lines(
        title(tables, order), subtitle(tables, order), "",
        *([gettext("This view: {address}", address=address)] if address else []),
        *([gettext("Note: {note}", note=order.note)] if order.note else []),
        gettext("To cite it: {reference}", reference=reference), "",
        *rows, "",
        *gettext(_END).splitlines(),
    )  # fmt: skip


def _what(name: str) -> str:
    return gettext(_WHAT.get(name) or _WHAT[name[name.rindex(".") :]])


def _manifest(tables: Tables, order: Order, files: Mapping[str, bytes]) -> bytes:
    told = {
        "format": 1,
        "title": title(tables, order),
        "subtitle": subtitle(tables, order),
        "story": order.site.title,
        "choice": order.choice,
        "view": order.site.view(),
        "data_date": exports.data_date(tables),
        "events": len(tables["events"]),
        "presets": list(order.presets),
        "licence": "CC-BY-4.0",
        "files": [
            {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _lines(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
