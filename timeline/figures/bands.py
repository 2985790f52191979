"""A lane on the sheet: its strip, its title, and its rows of marks and labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.figures import density, font, look, windows
from timeline.figures.entries import Entry, Extent
from timeline.figures.items import Core, Standing, badge_width, core
from timeline.figures.lanes import Lane
from timeline.figures.pack import Option, Packed, Placed, Side
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor, Band, Bar, Box, Label, Mark, Shape
from timeline.figures.wrap import Lines
from timeline.language import gettext, ngettext, pgettext


@dataclass(frozen=True, slots=True)
class Stretch:
    """Free height to hand out: so much more for each row, so much for each lane."""

    row: float = 0
    lane: float = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """A lane with its rows packed; ``stacks`` hold what a density takes."""

    lane: Lane
    packed: Packed
    name: Lines
    stacks: tuple[density.Stack, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What all lanes of one picture share."""

    pen: Pen
    standing: Standing
    stretch: Stretch
    numbers: Mapping[str, int]
    fullest: int  # events in the fullest bin of a density; 0: there is none


def draw(sheet: Sheet, context: Context, filled: Filled, shaded: bool, y: float) -> float:
    """The lane from ``y`` on; gives where it ends."""
    pen, stretch = context.pen, context.stretch
    fill = pen.colors.band if shaded else pen.colors.paper
    top = y + 8 * pen.unit + stretch.lane / 2
    at = _title(sheet, pen, filled, top)
    below_title = at + (0 if pen.frame.is_narrow else 8 * pen.unit)
    row_top = at if pen.frame.is_narrow else top
    for places in _rows(filled.packed):
        for place in places:
            _event(sheet, context, filled.lane.entries[place.index], place, row_top, fill)
        lines = max(place.option.height for place in places)
        row_top += pen.row + (lines - 1) * pen.line + stretch.row
    row_top = _rest(sheet, context, filled, row_top)
    bottom = max(row_top + 8 * pen.unit + stretch.lane / 2, below_title)
    box = Box(0, y, pen.frame.width, bottom)
    sheet.bands.append(Band(filled.lane.name, box, fill, filled.lane.count))
    return bottom


def _rows(packed: Packed) -> list[list[Placed]]:
    rows: list[list[Placed]] = [[] for _ in range(packed.rows)]
    for place in packed.placed:
        rows[place.row].append(place)
    return [row for row in rows if row]  # a density takes those of bare marks


def _title(sheet: Sheet, pen: Pen, filled: Filled, y: float) -> float:
    """The lane's name and count: at the left, or above on a narrow picture; gives its end."""
    sizes, colors, margin = pen.frame.sizes, pen.colors, pen.margin
    count = filled.lane.count
    words = ngettext("{n} event", "{n} events", count) if count > 1 else ""
    middle = y + pen.row / 2
    for line in filled.name.lines:
        sheet.write(margin, middle, line, sizes.lane, "lane", colors.ink, bold=True)
        middle += 1.2 * sizes.lane
    if pen.frame.is_narrow:
        x = margin + font.width(filled.name.lines[-1], sizes.lane, bold=True) + 8 * pen.unit
        last = middle - 1.2 * sizes.lane
        sheet.write(x, last, words, sizes.small, "lane_count", colors.muted)
        return last + pen.row / 2
    if not words:
        return middle - 0.6 * sizes.lane
    sheet.write(margin, middle, words, sizes.small, "lane_count", colors.muted)
    return middle + 0.6 * sizes.small


def _event(
    sheet: Sheet, context: Context, entry: Entry, place: Placed, top: float, fill: str
) -> None:
    pen = context.pen
    y = top + pen.row / 2
    body = core(entry, pen)
    shape = look.shape(entry.status)
    if body.is_bar:
        half = (7.5 if body.fade else 6.5) * pen.unit
        hatched = shape is Shape.HATCHED
        box = Box(body.x0, y - half, body.x1, y + half)
        color = pen.color(entry.family)
        sheet.bars.append(Bar(entry.event_id, box, color, body.fade, hatched))
    sheet.marks.append(_mark(entry, body, shape, y, pen, fill))
    if place.option.side is Side.BARE:
        number = context.numbers.get(entry.event_id)
        sheet.write(
            body.x1 + 3 * pen.unit, y, str(number or ""), pen.frame.sizes.small * 0.92,
            "number", pen.colors.muted, bold=True, event_id=entry.event_id, halo=fill,
        )  # fmt: skip
        return
    _label(sheet, context, entry, body, place.option, y, fill)


def _mark(entry: Entry, body: Core, shape: Shape, y: float, pen: Pen, fill: str) -> Mark:
    """The mark; on a solid bar it is cut out of it, and "done" is left to the bar itself."""
    color = pen.color(entry.family)
    size = pen.half * (2.3 if shape is Shape.DIAMOND else 1.9)
    if entry.extent is Extent.SOLID:
        plain = shape in (Shape.CIRCLE, Shape.HATCHED)
        size = 0 if plain else pen.half * 1.45
        return Mark(entry.event_id, body.x, y, size, shape, fill, color, hover(entry))
    return Mark(entry.event_id, body.x, y, size, shape, color, fill, hover(entry))


def hover(entry: Entry) -> tuple[str, ...]:
    """What a pointer reads: title, date, type and status, how many tell it, who says it."""
    told = ngettext("{n} independent report", "{n} independent reports", entry.reports)
    if entry.official and entry.reports > 1:
        told = gettext("{reports}, an official document among them", reports=told)
    elif entry.official:
        told = gettext("{reports}, an official document", reports=told)
    kind = " · ".join(part for part in (entry.type_label, look.status_word(entry.status)) if part)
    said = gettext("Said by {source}", source=entry.source) if entry.source else ""
    return tuple(line for line in (entry.title, entry.when, kind, told, said) if line)


def _label(
    sheet: Sheet, context: Context, entry: Entry, body: Core, option: Option, y: float, fill: str
) -> None:
    pen = context.pen
    sizes, gap, tail = pen.frame.sizes, 7 * pen.unit, badge_width(entry.badge, pen)
    bold = entry.event_id in context.standing.bold
    faint = look.shape(entry.status) is Shape.CROSS
    color = pen.colors.muted if faint else pen.colors.ink
    x0 = option.x1 - option.width if option.side is Side.RIGHT else option.x0
    if option.side is Side.BELOW:
        x0, y = max(body.x0, pen.left), y + pen.line
    left = option.side is Side.LEFT
    x1 = body.x0 - gap if left else x0 + option.width
    last = y + (len(option.lines) - 1) * pen.line
    for place, line in enumerate(option.lines):
        at = y + place * pen.line
        end = x1 - tail if at == last else x1  # the badge follows the last word
        sheet.write(
            end if left else x0, at, line, sizes.label, "label", color, bold=bold, halo=fill,
            anchor=Anchor.END if left else Anchor.START, event_id=entry.event_id,
        )  # fmt: skip
    box = Box(x0, y - 0.62 * sizes.label, x1, last + 0.62 * sizes.label)
    sheet.labels.append(Label(entry.event_id, box, option.lines))
    if tail:
        words = font.width(option.lines[-1], sizes.label, bold)
        _badge(sheet, pen, entry, x1 if left else x0 + words + tail, last)


def _badge(sheet: Sheet, pen: Pen, entry: Entry, end: float, y: float) -> None:
    """What stands behind a label: "3" reports, "§" an official document."""
    start, half = end - badge_width(entry.badge, pen) + 6 * pen.unit, 7.5 * pen.unit
    sheet.pill(
        Box(start, y - half, end, y + half), entry.badge, pen.frame.sizes.small * 0.92, "badge",
        pen.colors, event_ids=(entry.event_id,),
    )  # fmt: skip


def _rest(sheet: Sheet, context: Context, filled: Filled, y: float) -> float:
    """What found no row: a density, or "+4" where it is; gives where it ends."""
    pen = context.pen
    if filled.stacks:
        tallest = max(stack.count for stack in filled.stacks)
        y += tallest * density.step(context.fullest, pen) + 4 * pen.unit
        density.draw(sheet, pen, filled.stacks, context.fullest, y)
        return y
    if not filled.packed.rest:
        return y
    _clusters(sheet, pen, [filled.lane.entries[i] for i in filled.packed.rest], y + pen.row / 2)
    return y + pen.row


def _clusters(sheet: Sheet, pen: Pen, entries: Sequence[Entry], y: float) -> None:
    size = pen.frame.sizes.small * 0.92
    wide = font.width("+00", size, bold=True) + 10 * pen.unit
    groups: list[list[Entry]] = []
    edge = float("-inf")
    for entry in sorted(entries, key=lambda entry: (entry.middle, entry.event_id)):
        x = core(entry, pen).x
        if x - wide / 2 < edge:
            groups[-1].append(entry)
            continue
        groups.append([entry])
        edge = x + wide / 2 + 3 * pen.unit
    for group in groups:
        x = min(max(core(group[0], pen).x, wide / 2), pen.frame.width - wide / 2)
        box = Box(x - wide / 2, y - 9 * pen.unit, x + wide / 2, y + 9 * pen.unit)
        words = pgettext("between filters", "; ").join(entry.title for entry in group[:8])
        sheet.pill(
            box, f"+{len(group)}", size, "cluster", pen.colors,
            event_ids=tuple(entry.event_id for entry in group),
            hover=ngettext("{n} more: {events}", "{n} more: {events}", len(group), events=words)
            + " …" * (len(group) > 8),
            opens=windows.closer(*_days(group), pen.scale.length),
        )  # fmt: skip


def _days(entries: Sequence[Entry]) -> tuple[int, int]:
    """From the day on which the first is drawn to the day after that of the last."""
    middles = [int(entry.middle) for entry in entries]
    return min(middles), max(middles) + 1
