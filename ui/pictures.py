"""Pictures of a view for a brief: SVG, PNG, and PDF where a Chrome is."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import BoundedSemaphore

from timeline import brief, exports, figures
from timeline.brief import Order
from timeline.exports import Site
from timeline.figures import Theme
from timeline.filters import Filters
from timeline.language import gettext, mark
from timeline.tables import Tables
from ui import choices, data, labels, settings, steps, summary
from ui.answers import Address, Answer, Asked, Parameter, QueryError
from ui.choices import Choice

KINDS: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
USUAL = "a4"
_MOST = 200  # characters of a title or note
_PATIENCE = 30  # seconds that a request waits for its turn to draw
PRESETS: Mapping[str, str] = {
    "a4": mark("A4 column, 160 mm"),
    "letter": mark("Letter column, 6.5 in"),
    "slide": mark("Slide, 1920 × 1080"),
    "card": mark("Social card, 1200 × 630"),
}
_THEMES: Mapping[str, str] = {"light": mark("Light"), "dark": mark("Dark")}


def presets() -> dict[str, str]:
    """Each preset and what readers call it."""
    return {preset: gettext(label) for preset, label in PRESETS.items()}


def themes() -> dict[str, str]:
    """Each theme and what readers call it."""
    return {theme: gettext(label) for theme, label in _THEMES.items()}


def missing(kind: str) -> str:
    """Why there is no picture of this kind; empty where there is one."""
    return (figures.pdf_available() or "") if kind == "pdf" else ""


def order(chosen: Choice, theme: str, title: str = "", note: str = "", home: str = "") -> Order:
    """What a picture of this choice is to be; the finding stands over it without a title."""
    return Order(
        title=" ".join(title[:_MOST].split()),
        note=" ".join(note[:_MOST].split()),
        choice=choices.told(chosen),
        actors=chosen.filters.actors,
        theme=Theme(theme),
        lanes_by=labels.LANES[chosen.lanes],
        start=chosen.filters.start,
        end=chosen.filters.stop,
        steps=steps.of(chosen),
        site=Site(home, summary.story(), choices.query(chosen)),
    )


def draw(shown: Tables, made: Order, kind: str, preset: str) -> bytes:
    """The picture of these tables; title, source and the data's date are in it."""
    scene = brief.place(shown, made, preset)
    if kind == "pdf":
        return figures.pdf(scene, exports.data_date(shown))
    drawn = figures.render(scene)
    return figures.png(drawn) if kind == "png" else drawn.encode()


def _picture(asked: Asked) -> Answer:
    kind, preset = asked.own["kind"], asked.own["preset"]
    if reason := missing(kind):
        raise QueryError("kind", reason)
    if asked.shown()["events"].empty:
        raise QueryError("", "no event fits: nothing to draw")
    made = order(asked.chosen, asked.own["theme"], asked.own["title"], asked.own["note"])
    body = _drawn(asked.record, asked.chosen.filters, made, kind, preset)
    return Answer(body, KINDS[kind], f"timeline-{preset}.{kind}")


@lru_cache(maxsize=32)
def _drawn(record: str, asked: Filters, made: Order, kind: str, preset: str) -> bytes:
    with at_work():
        return draw(data.chosen_of(record, asked), made, kind, preset)


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
TITLE = Parameter("title", "what stands over the picture; else the finding")
NOTE = Parameter("note", "a note to stand below the picture")
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
            TITLE,
            NOTE,
        ),
        is_told=True,
    ),
)
