"""Pictures of a view for a brief: SVG, PNG, and PDF where a Chrome is."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, lru_cache
from threading import BoundedSemaphore

from timeline import exports, figures, filters
from timeline.figures import Theme
from timeline.tables import Tables
from ui import choices, data, settings, summary, words
from ui.answers import Address, Answer, Asked, Parameter, QueryError
from ui.choices import Choice

KINDS: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
USUAL = "a4"
_PATIENCE = 30  # seconds that a request waits for its turn to draw
PRESETS: Mapping[str, str] = {
    "a4": "A4 column, 160 mm",
    "letter": "Letter column, 6.5 in",
    "slide": "Slide, 1920 × 1080",
    "card": "Social card, 1200 × 630",
}


def missing(kind: str) -> str:
    """Why there is no picture of this kind; empty where there is one."""
    return (figures.pdf_available() or "") if kind == "pdf" else ""


def draw(shown: Tables, chosen: Choice, kind: str, preset: str, theme: str) -> bytes:
    """The picture of these tables; title, source and the data's date are in it."""
    day = exports.data_date(shown)
    frame = figures.presets.frame(
        preset,
        theme=Theme(theme),
        title=summary.story(),
        subtitle=_subtitle(shown, chosen),
        source=None,
        data_date=words.when(day) if day else "",
        lanes_by=choices.LANES[chosen.lanes],
    )
    frame = replace(frame, start=chosen.filters.start, end=chosen.filters.end)
    scene = figures.place(shown["events"], frame)
    if kind == "pdf":
        return figures.pdf(scene)
    drawn = figures.render(scene)
    return figures.png(drawn) if kind == "png" else drawn.encode()


def _subtitle(shown: Tables, chosen: Choice) -> str:
    told = summary.finding(shown).removesuffix(".")
    return f"{told}; {choices.told(chosen)}" if chosen.narrows else told


def _picture(asked: Asked) -> Answer:
    kind, preset, theme = (asked.own[name] for name in ("kind", "preset", "theme"))
    if reason := missing(kind):
        raise QueryError("kind", reason)
    ids = tuple(asked.shown()["events"]["event_id"])
    if not ids:
        raise QueryError("", "no event fits: nothing to draw")
    body = _drawn(asked.record, ids, asked.chosen, kind, preset, theme)
    return Answer(body, KINDS[kind], f"timeline-{preset}.{kind}")


@lru_cache(maxsize=32)
def _drawn(
    record: str, ids: tuple[str, ...], chosen: Choice, kind: str, preset: str, theme: str
) -> bytes:
    with at_work():
        return draw(filters.cut(data.of(record), ids), chosen, kind, preset, theme)


@contextmanager
def at_work() -> Iterator[None]:
    """A place among those who draw: pictures need seconds of a processor each."""
    if not _places().acquire(timeout=_PATIENCE):
        raise QueryError("", "too many pictures are being drawn: ask again in a moment", 503)
    try:
        yield
    finally:
        _places().release()


@cache
def _places() -> BoundedSemaphore:
    return BoundedSemaphore(settings.get().pictures_at_once)


PRESET = Parameter("preset", "what the picture is for", tuple(PRESETS), USUAL)
THEME = Parameter("theme", "the picture's colours", ("light", "dark"), "light")
ADDRESSES = (
    Address(
        "/figure.{kind}",
        "The timeline as a picture, title, source and the data's date in it",
        tuple(KINDS.values()),
        _picture,
        (
            Parameter("kind", "the kind of picture", tuple(KINDS), required=True, in_path=True),
            PRESET,
            THEME,
        ),
    ),
)
