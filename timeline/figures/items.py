"""An entry's form in pixels, and the ways in which its label may stand beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.figures import font
from timeline.figures.entries import Entry, Extent
from timeline.figures.pack import Item, Option, Side
from timeline.figures.pen import Pen
from timeline.figures.wrap import Lines, wrap

_OPEN = 64  # units that a bar with an open side is long


@dataclass(frozen=True, slots=True)
class Core:
    """What is drawn of an entry without its label: from ``x0`` to ``x1``, the mark at ``x``."""

    x: float
    x0: float
    x1: float
    fade: str
    is_bar: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How the entries of one picture stand to each other: rank 0 is the most important."""

    ranks: Mapping[str, int]
    bold: frozenset[str]


def standing(entries: tuple[Entry, ...], *, bold: bool = True) -> Standing:
    """Ranks by importance; the upper fifth may be bold, if it stands out from the middle."""
    order = sorted(entries, key=lambda entry: entry.precedence)
    ranks = {entry.event_id: rank for rank, entry in enumerate(order)}
    if not order or not bold:
        return Standing(ranks, frozenset())
    middle = order[len(order) // 2].importance[:2]
    upper = order[: max(1, len(order) // 5)]
    outstanding = [entry.event_id for entry in upper if entry.importance[:2] > middle]
    return Standing(ranks, frozenset(outstanding))


def core(entry: Entry, pen: Pen) -> Core:
    """The entry's mark and bar; never narrower than can be seen."""
    scale, half, unit = pen.scale, pen.half, pen.unit
    x0 = scale.x(entry.start) if entry.start is not None else 0.0
    x1 = scale.x(entry.end) if entry.end is not None else 0.0
    if entry.extent is Extent.POINT:
        x = scale.clip((x0 + x1) / 2)
        return Core(x, x - half, x + half, "", False)
    if entry.extent is Extent.BEFORE:
        x0 = x1 - _OPEN * unit
    if entry.extent is Extent.SINCE:
        x1 = x0 + _OPEN * unit
    x0, x1 = scale.clip(x0), scale.clip(x1)
    least = half * 2 + (2 if entry.extent is Extent.SOLID else 9) * unit
    x = (x0 + x1) / 2
    if x1 - x0 < least:
        x0, x1 = x - least / 2, x + least / 2
    fades = {Extent.WITHIN: "both", Extent.BEFORE: "left", Extent.SINCE: "right"}
    return Core(x, x0, x1, fades.get(entry.extent, ""), True)


def badge_width(badge: str, pen: Pen) -> float:
    """The room for what stands behind a label: the number of reports, an official document."""
    if not badge:
        return 0
    size = pen.frame.sizes.small * 0.92
    return font.width(badge, size, bold=True) + 16 * pen.unit


def item(index: int, entry: Entry, pen: Pen, stand: Standing) -> Item:
    """The entry as the rows want it."""
    rank = stand.ranks[entry.event_id]
    body = core(entry, pen)
    number = font.width("00", pen.frame.sizes.small * 0.92, bold=True) + 5 * pen.unit
    bare = Option(Side.BARE, body.x0, body.x1 + number)
    bold = entry.event_id in stand.bold
    return Item(index, entry.middle, rank, _options(entry, body, pen, bold), bare)


def _options(entry: Entry, body: Core, pen: Pen, bold: bool) -> tuple[Option, ...]:
    gap = 7 * pen.unit
    rooms = {
        Side.RIGHT: pen.right - body.x1 - gap,
        Side.LEFT: body.x0 - gap - pen.left,
    }
    found = {side: _label(entry, room, pen, bold) for side, room in rooms.items() if room > 0}
    whole = {side: lines for side, lines in found.items() if not lines.cut}
    if not whole and body.is_bar and max(rooms.values()) < 0.35 * (pen.right - pen.left):
        return (_below(entry, body, pen, bold),)
    if not whole:
        side = max(found, key=lambda side: rooms[side])
        whole = {side: found[side]}
    order = sorted(whole.items(), key=lambda found: len(found[1].lines))
    return tuple(_beside(side, lines, body, gap) for side, lines in order)


def _beside(side: Side, lines: Lines, body: Core, gap: float) -> Option:
    if side is Side.RIGHT:
        return Option(side, body.x0, body.x1 + gap + lines.width, lines.lines, lines.width)
    return Option(side, body.x0 - gap - lines.width, body.x1, lines.lines, lines.width)


def _below(entry: Entry, body: Core, pen: Pen, bold: bool) -> Option:
    x = max(body.x0, pen.left)
    lines = _label(entry, pen.right - x, pen, bold)
    return Option(Side.BELOW, body.x0, max(body.x1, x + lines.width), lines.lines, lines.width)


def _label(entry: Entry, room: float, pen: Pen, bold: bool) -> Lines:
    """One line if it leaves room for others, else two even ones, three at the most."""
    size, tail = pen.frame.sizes.label, badge_width(entry.badge, pen)
    limit = min(room, max(0.36 * (pen.right - pen.left), 240 * pen.unit))
    return wrap(entry.title, size, limit, 3, bold=bold, tail=tail)
