"""Colours, marks and weights, as ``lexicon/look.toml`` gives them."""

from dataclasses import dataclass
from functools import cache
from zlib import crc32

from timeline.errors import SeedError
from timeline.figures.frame import Theme
from timeline.figures.scene import Shape
from timeline.language import Language, gettext, spoken
from timeline.lexicon import Value, load


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme that are no family's."""

    paper: str
    band: str
    ink: str
    muted: str
    grid: str
    line: str
    today: str
    pill: str
    pill_ink: str


@cache
def palette(theme: Theme) -> Palette:
    """The theme's colours."""
    table = _table("themes", theme)
    return Palette(**{name: _text("themes", theme, name) for name in table})


@cache
def families() -> tuple[str, ...]:
    """The families that have a colour of their own, in the order of a legend."""
    return tuple(load("look")["families"])


@cache
def family_color(family: str, theme: Theme) -> str:
    """The family's colour; one of the spare ones, always the same, if look.toml has none."""
    if family in families():
        return _text("families", family, theme)
    found = spare(theme)
    return found[crc32(family.encode()) % len(found)]


@cache
def spare(theme: Theme) -> tuple[str, ...]:
    """The colours of families that look.toml does not name."""
    found = load("look")["spare"][theme]
    if not isinstance(found, list):
        raise SeedError(f"lexicon/look.toml: [spare] {theme}: expected a list of colours")
    return tuple(map(str, found))


def family_label(family: str) -> str:
    """The family's name for readers."""
    return _family_label(family, spoken())


@cache
def _family_label(family: str, language: Language) -> str:
    if family in families():
        return _told("families", family, "label", language)
    return family.replace("_", " ").capitalize() or gettext("Other")


@cache
def shape(status: str) -> Shape:
    """The mark of a status; ring and dot, "reported", for one that look.toml lacks."""
    known = status in load("look")["statuses"]
    return Shape(_text("statuses", status, "shape")) if known else Shape.DOTTED


def shape_label(mark: Shape) -> str:
    """What a mark says, for a legend."""
    return _told("shapes", mark, "label", spoken())


def status_word(status: str) -> str:
    """The status for readers."""
    known = status in load("look")["statuses"]
    return _told("statuses", status, "word", spoken()) if known else status.replace("_", " ")


@cache
def weight(family: str, status: str) -> float:
    """How much an event of this family and status matters, beside its number of reports."""
    of_family = load("look")["families"].get(family)
    of_status = load("look")["statuses"].get(status)
    return _weight(of_family) + _weight(of_status)


@cache
def lasts(event_type: str) -> bool:
    """Whether an event of this type fills its date, as a quarter's revenue does."""
    types = load("look")["lasting"]["types"]
    return isinstance(types, list) and event_type in types


def _weight(row: Value | None) -> float:
    found = row.get("weight", 0) if isinstance(row, dict) else 0
    return float(found) if isinstance(found, int | float) else 0.0


def _table(kind: str, name: str) -> dict[str, Value]:
    table = load("look")[kind].get(name)
    if not isinstance(table, dict):
        raise SeedError(f"lexicon/look.toml: [{kind}.{name}] is missing: expected a table")
    return table


@cache
def _told(kind: str, name: str, key: str, language: Language) -> str:
    """A text for readers: its English one stands under ``key``, others under "label_zh"."""
    return _text(kind, name, key if language is Language.EN else f"{key}_{language}")


def _text(kind: str, name: str, key: str) -> str:
    value = _table(kind, name).get(key)
    if not isinstance(value, str):
        raise SeedError(f"lexicon/look.toml: [{kind}.{name}] has no text {key!r}: add a line")
    return value
