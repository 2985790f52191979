"""The timeline for other people's pages: ``/embed`` is plain HTML and SVG, and runs no script.

The chart is laid out for several widths, and the browser shows the one that fits; the events in it
are links.  Who may frame it is a setting (``ui.settings``).
"""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from starlette.responses import Response

from timeline import exports, figures
from timeline.figures import Frame, Theme
from timeline.language import gettext, spoken
from timeline.tables import Tables
from ui import (
    choices,
    data,
    headers,
    labels,
    pages,
    plain,
    settings,
    summary,
    tongue,
    windows,
    words,
)
from ui.answers import Address, Answer, Asked, Parameter
from ui.choices import Choice
from ui.once import once
from ui.windows import Window

Own = tuple[tuple[str, str], ...]

_WIDTHS = (320, 480, 720)  # each is shown from there to the next, and stretched
_STRETCH = 1.2  # the most that the widest is: in a wider frame it stands in the middle
_MOST_LABELLED = 120  # events; of more the most important are labelled over a density
_BASE = '<base target="_blank">'  # no link of ours replaces the page around the frame
_THEMES = (plain.AUTO, *map(str, Theme))
_USUAL = (800, 600)  # what the code to copy reckons with, and the least height of a frame
_HEAD = 210  # pixels of title, finding, times and source
_CROWDED = 600  # events
_STRIP = 300  # pixels: the browser draws only those strips of a drawing that are in sight


def code(home: str, chosen: Choice, tall: int) -> str:
    """What to put into another page: an iframe as wide as there is room.

    How tall it must be to show all depends on its width, which no script tells: it is never taller
    than the reader's window, and what is below is scrolled to in it, as its faded edge says.
    """
    named = {**dict(tongue.pairs()), tongue.PARAMETER: str(spoken())}  # whoever reads that page
    source = escape(f"{home}/embed?{urlencode([*choices.pairs(chosen), *named.items()])}")
    name = escape(gettext("Timeline: {story}", story=summary.story()))
    return (
        f'<iframe src="{source}" title="{name}" width="100%" height="{tall}" '
        'style="border:0;max-height:90vh" loading="lazy"></iframe>'
    )


def height(chosen: Choice, pixels: int = _USUAL[0]) -> int:
    """How tall a frame so wide must be to show all of it."""
    shown = data.chosen(chosen.filters)
    if shown["events"].empty:
        return _USUAL[1]
    widths = _drawn_for(_WIDTHS, len(shown["events"]))
    fitting = max((one for one in widths if one <= pixels), default=widths[0])
    laid = figures.place(shown["events"], _frame(chosen, fitting))
    shown_at = min(pixels, _widest(widths))
    return max(round(laid.height * shown_at / fitting) + _HEAD, _USUAL[1])


def _frame(chosen: Choice, pixels: int) -> Frame:
    return Frame(
        width=pixels,
        lanes_by=labels.LANES[chosen.lanes],
        start=chosen.filters.start,
        end=chosen.filters.stop,
        rows=windows.rows(chosen),
        max_events=_MOST_LABELLED,
        key=True,
        tag=gettext(pages.TITLE),
    )


def warm(chosen: Choice | None = None) -> None:
    """Draw a choice, else the whole record, before the first reader asks for just that."""
    _drawings(data.key(), "", chosen or Choice(), _WIDTHS, ())


def _embed(asked: Asked) -> Answer:
    theme, pixels = asked.own["theme"], int(asked.own["width"])
    made = _drawings(asked.record, tongue.kept(), asked.chosen, _widths(pixels), _own(asked))
    sheet = plain.style(theme) + made.rules
    policy = headers.static_policy(sheet, settings.get().frame_ancestors)
    body = _page(asked, sheet, made)
    told = {"Content-Security-Policy": policy}
    return Answer(body, "text/html; charset=utf-8", headers=told)


def _refused(why: str) -> Response:
    """What a frame shows whose address asks for what is not there: why, and the way to all."""
    link = gettext("Open the interactive timeline")
    body = f'<header><p>{escape(why)}</p><p><a href="/">{link}</a></p></header>'
    return plain.answer(gettext(pages.TITLE), body, settings.get().frame_ancestors, _BASE)


def _page(asked: Asked, sheet: str, made: "Drawings") -> bytes:
    shown, chosen, home = asked.shown(), asked.chosen, asked.home
    query = choices.query(chosen)
    lead = exports.headline(shown, chosen.filters.actors)
    discovery = f"{home}/oembed?{urlencode({'url': f'{home}/{query}'})}"
    head = (
        f'<meta name="description" content="{escape(lead)}">',
        f'<link rel="canonical" href="{escape(home)}/{escape(query)}">',
        f'<link rel="alternate" type="application/json+oembed" href="{escape(discovery)}">',
        _BASE,
    )
    body = (
        f"<header><h1>{escape(summary.story())}</h1><p>{escape(lead)}</p></header>",
        f"{_times(asked, made.shown)}<main>{made.code}</main>",
        _footer(shown, asked),
    )
    page = plain.html(summary.story(), "\n".join(body), sheet, *head)
    return page.encode("utf-8", "replace")


def _widths(pixels: int) -> tuple[int, ...]:
    return (pixels,) if pixels else _WIDTHS


def _widest(widths: tuple[int, ...]) -> int:
    """How wide a drawing is shown at the most."""
    return round(_STRETCH * widths[-1])


def _drawn_for(widths: tuple[int, ...], events: int) -> tuple[int, ...]:
    """Those of the widths that are drawn: a density is heavy, and may be stretched further."""
    return widths[::2] if events > _CROWDED else widths


@dataclass(frozen=True, slots=True)
class Drawings:
    """The drawings of a view, one a width, the rules of style that they need, the window shown."""

    code: str = ""
    rules: str = ""
    shown: Window | None = None


@once(256)
def _drawings(
    record: str, kept: str, chosen: Choice, widths: tuple[int, ...], own: Own
) -> Drawings:
    shown = data.chosen_of(record, chosen.filters)["events"]
    if shown.empty:
        return Drawings()
    classes = figures.inline.Classes()
    widths = _drawn_for(widths, len(shown))
    laid = [figures.place(shown, _frame(chosen, one)) for one in widths]
    made = [_drawing(one, chosen, own, classes) for one in laid]
    rules = classes.rules() + "".join(one.rules for one in made) + _shown(widths)
    return Drawings("".join(one.code for one in made), rules, (laid[0].first, laid[0].last))


def _drawing(
    laid: figures.Scene, chosen: Choice, own: Own, classes: figures.inline.Classes
) -> Drawings:
    """One drawing in strips, each as high as it will be before the browser draws it."""

    def address(key: str) -> str:
        window = figures.windows.read(key)
        return _address(chosen, own, window) if window else windows.address(key, chosen)

    name = f"w{laid.width}"
    parts, rules = [], []
    for place, strip in enumerate(figures.strips(laid, _STRIP)):
        drawn = figures.linked(strip, address, "_blank")
        themed = figures.inline.themed(drawn, f"{name}-{place}-")
        parts.append(f"<div>{classes.put(themed)}</div>")
        size = f"{strip.width}/{strip.height}"
        rules.append(f".{name}>:nth-child({place + 1}){{aspect-ratio:{size}}}")
    alt = escape(laid.alt)
    code = f'<figure class="{name}" role="group" aria-label="{alt}">{"".join(parts)}</figure>'
    return Drawings(code, "".join(rules))


def _own(asked: Asked) -> Own:
    """What the address says of its looks, where that is not the usual."""
    usual = {"theme": plain.AUTO, "width": "0"}
    return tuple((name, asked.own[name]) for name in usual if asked.own[name] != usual[name])


def _address(chosen: Choice, own: Own, window: Window | None) -> str:
    """The same page in another window of time; None is all of it."""
    asked = windows.within(chosen, *(window or (None, None)))
    return f"/embed{choices.query(asked, *own)}"


def _times(asked: Asked, shown: Window | None) -> str:
    """Links to the times before and after, to less and to more of it; nothing where all is seen."""
    filters, chosen = asked.chosen.filters, asked.chosen
    every = data.chosen_of(asked.record, windows.within(chosen, None, None).filters)["events"]
    whole = windows.edges(every)
    if whole is None:
        return ""
    ways: list[tuple[str, Window | None]] = []
    ways += windows.around(shown, whole) if shown else []
    ways += [(gettext("All times"), None)] if filters.start or filters.end else []
    links = [
        f'<a href="{escape(_address(chosen, _own(asked), to))}" target="_self">{name}</a>'
        for name, to in ways
    ]
    told = f"<span>{escape(windows.told(shown))}</span>" if shown else ""
    label = escape(gettext("Times"))
    return f'<nav aria-label="{label}">{told}{"".join(links)}</nav>' if links else ""


def _footer(shown: Tables, asked: Asked) -> str:
    chosen = asked.chosen
    query = choices.query(chosen)
    number = len(shown["events"])
    source, day = figures.source_line(shown["events"]), exports.data_date(shown)
    told = []
    if source:
        told.append(gettext("<b>Source:</b> {sources}.", sources=escape(source)))
    if day:
        told.append(gettext("Data to {date}.", date=escape(words.when(day))))
    if chosen.narrows:
        told.append(gettext("Shown: {choice}.", choice=escape(choices.told(chosen))))
    links = (
        (gettext("Open the interactive timeline"), f"/{query}"),
        (
            gettext("{events} as CSV", events=words.count(number, "event")),
            f"/api/events.csv{query}",
        ),
    )
    ways = [f'<a href="{escape(path)}">{escape(name)}</a>' for name, path in links]
    ways.append(tongue.html("/embed", [*choices.pairs(chosen), *_own(asked)]))
    return f"<footer><p>{' '.join(told)}</p><p>{' · '.join(ways)}</p></footer>"


def _shown(widths: tuple[int, ...]) -> str:
    """Which drawing is shown when."""
    rules = []
    for place, one in enumerate(widths):
        least = f"(min-width:{one}px)" if place else "all"
        below = widths[place + 1 : place + 2]
        most = f" and (max-width:{below[0] - 0.02}px)" if below else ""
        rules.append(f"@media {least}{most}{{.w{one}{{display:block}}}}")
    rules.append(f"header,nav,main,footer{{max-width:{_widest(widths)}px}}")
    return "".join(rules)


ADDRESSES = (
    Address(
        "/embed",
        "The timeline for another page: HTML and SVG, events as links, no script",
        ("text/html",),
        _embed,
        (
            Parameter("theme", "its colours; auto: as the reader's system", _THEMES, plain.AUTO),
            Parameter("width", "the one width to lay out for; 0: its frame's", (), "0", 0, 2400),
        ),
        is_told=True,
        refused=_refused,
    ),
)
