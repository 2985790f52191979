"""A picture put together: heading, legend, axis, lanes and foot, each below the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.figures import alt, axis, bands, counts, density, font, look, steps
from timeline.figures.crowd import Crowd
from timeline.figures.entries import Entry, to_date
from timeline.figures.footer import footer
from timeline.figures.frame import Frame
from timeline.figures.grid import draw_above, draw_below, draw_lines, draw_today
from timeline.figures.header import heading, legend
from timeline.figures.items import Standing, item, standing
from timeline.figures.lanes import Lane, group
from timeline.figures.pack import Packed, Side, pack
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Box, Scene, Tally
from timeline.figures.windows import Earlier
from timeline.figures.wrap import Lines, wrap
from timeline.language import gettext, ngettext

_DENSE_ROWS = 4  # of labels above each lane's density
_NO_STRETCH = bands.Stretch()


@dataclass(frozen=True, slots=True)
class Story:
    """What a picture has to tell: the entries to draw, and the tally of the others.

    Of a ``crowd`` the entries are only those that the legend is made of.
    """

    entries: tuple[Entry, ...]
    tally: Tally
    undated: tuple[str, ...]
    source: tuple[str, ...]
    crowd: Crowd | None = None
    earlier: Earlier | None = None

    def is_dense(self, frame: Frame) -> bool:
        """Whether there are too many for a mark each."""
        return self.crowd is not None or len(self.entries) > frame.max_events


def compose(story: Story, frame: Frame, stretch: bands.Stretch = _NO_STRETCH) -> Scene:
    lanes = _lanes_of(story, frame)
    pen, filled, stand = _filling(story, lanes, frame)
    named = counts.numbered(filled)
    numbers = {entry.event_id: place + 1 for place, entry in enumerate(named)}
    fullest = max((s.count for lane in filled for s in lane.stacks), default=0)
    context = bands.Context(pen, stand, stretch, numbers, fullest)
    tally = counts.tally(story.tally, filled)
    notes = counts.notes(tally, frame, story.is_dense(frame)) + counts.gap_note(pen.scale.gap)
    sheet = Sheet()
    y = heading(sheet, pen, 16 * pen.unit)
    y = legend(sheet, pen, story.entries, y + 4 * pen.unit) if frame.legend else y
    y += 7 * pen.unit
    earlier = None if tally.left_out else story.earlier
    bottom = _lanes(sheet, context, filled, earlier, y)
    titles = [entry.title for entry in named]
    end = footer(sheet, pen, story.source, notes, titles, bottom)
    return replace(
        _scene(sheet, pen, end),
        alt=alt.describe(frame.title, _facts(story, lanes), tally),
        numbers=numbers,
        undated=story.undated,
        notes=notes,
        tally=tally,
        rows=sum(lane.packed.rows for lane in filled),
    )


def _lanes_of(story: Story, frame: Frame) -> tuple[Lane, ...]:
    if story.crowd:
        return story.crowd.lanes()
    return group(story.entries, frame.lanes_by, frame.max_lanes, frame.lane_order)


def _filling(
    story: Story, lanes: Sequence[Lane], frame: Frame
) -> tuple[Pen, list[bands.Filled], Standing]:
    """The pen, the lanes with their rows packed, and how the entries stand to each other."""
    crowd, dense = story.crowd, story.is_dense(frame)
    drawn = tuple(entry for lane in lanes for entry in lane.entries) if crowd else story.entries
    stand = standing(drawn, bold=not dense)
    pen, names = _pen(story, lanes, frame)
    pairs = zip(lanes, names, strict=True)
    filled = [_filled(lane, name, pen, stand, dense) for lane, name in pairs]
    if crowd:
        filled = [_counted(crowd, code, lane, pen) for code, lane in enumerate(filled)]
    return pen, filled, stand


def _facts(story: Story, lanes: Sequence[Lane]) -> alt.Facts:
    crowd = story.crowd
    if crowd is None:
        return alt.facts(lanes)
    names = tuple((lane.name, lane.count) for lane in lanes)
    first, last = crowd.named()
    return alt.Facts(names, first, last, crowd.shapes(), crowd.uncertain(), crowd.leading(9))


def _scene(sheet: Sheet, pen: Pen, end: float) -> Scene:
    """All that has been drawn down to ``end``."""
    return Scene(
        width=pen.frame.width,
        height=round(end + 10 * pen.unit + 0.5),
        background=pen.colors.paper,
        title=pen.frame.title,
        alt="",
        unit=pen.unit,
        dpi=pen.frame.dpi,
        first=to_date(pen.scale.start),
        last=to_date(pen.scale.end - 1),
        language=pen.frame.language,
        bands=tuple(sheet.bands),
        rules=tuple(sheet.rules),
        bars=tuple(sheet.bars),
        cells=tuple(sheet.cells),
        pills=tuple(sheet.pills),
        marks=tuple(sheet.marks),
        labels=tuple(sheet.labels),
        texts=tuple(sheet.texts),
    )


def _lanes(
    sheet: Sheet,
    context: bands.Context,
    filled: Sequence[bands.Filled],
    earlier: Earlier | None,
    y: float,
) -> float:
    """The axis and all lanes from ``y`` on; gives where the lower axis ends."""
    pen = context.pen
    top = y + draw_above(sheet, pen, earlier, y)
    bottom = top
    for place, lane in enumerate(filled):
        bottom = bands.draw(sheet, context, lane, place % 2 == 0, bottom)
    if not filled:
        bottom = _empty(sheet, pen, top)
    plot = Box(pen.scale.x0, top, pen.scale.x1, bottom)
    draw_lines(sheet, pen, plot)
    draw_today(sheet, pen, plot)
    steps.draw(sheet, pen, pen.frame.steps)
    if bottom - top > 420 * pen.unit and pen.frame.height is None:
        bottom += draw_below(sheet, pen, bottom)
    return bottom + 8 * pen.unit


def _empty(sheet: Sheet, pen: Pen, y: float) -> float:
    """What stands where there is nothing to show."""
    x = (pen.scale.x0 + pen.scale.x1) / 2
    sizes = pen.frame.sizes
    words = gettext("No event with a date matches this choice")
    half = font.width(words, sizes.label) / 2
    x = max(x - half, pen.margin)
    sheet.write(x, y + 50 * pen.unit, words, sizes.label, "note", pen.colors.muted)
    return y + 100 * pen.unit


def _pen(story: Story, lanes: Sequence[Lane], frame: Frame) -> tuple[Pen, list[Lines]]:
    """The pen, with a gutter for lane titles as wide as these need, and the titles in lines."""
    unit, size = frame.sizes.unit, frame.sizes.lane
    if story.crowd:
        first, last = axis.widened(*story.crowd.edges(), frame.start, frame.end)
        gap = axis.widest(story.crowd.spans(), first, last)
    else:
        first, last = axis.window(story.entries, frame.start, frame.end)
        gap = axis.gap(story.entries, first, last)
    short = 30 * unit if gap else 0
    colors = look.palette(frame.theme)
    margin = (12 if frame.is_narrow else 18) * unit
    pad = 14 * unit
    if frame.is_narrow:
        names = [wrap(lane.name, size, frame.width - 110 * unit, 2, bold=True) for lane in lanes]
        scale = axis.Scale(first, last, pad, frame.width - pad, gap, short)
        return Pen(frame, scale, 6 * unit, frame.width - 6 * unit, colors), names
    most = min(max(0.16 * frame.width, 118 * unit), 190 * unit)
    names = [wrap(lane.name, size, most, 3, bold=True) for lane in lanes]
    counts = font.width(ngettext("{n} event", "{n} events", 88), frame.sizes.small)
    gutter = margin + max([name.width for name in names] + [counts]) + 22 * unit
    scale = axis.Scale(first, last, gutter + pad, frame.width - pad - 8 * unit, gap, short)
    return Pen(frame, scale, gutter, frame.width - 8 * unit, colors), names


def _filled(lane: Lane, name: Lines, pen: Pen, stand: Standing, dense: bool) -> bands.Filled:
    gap = 13 * pen.unit
    if not dense:
        items = [item(i, entry, pen, stand) for i, entry in enumerate(lane.entries)]
        return bands.Filled(lane, pack(items, pen.frame.rows, gap), name)
    candidates = sorted(
        range(len(lane.entries)), key=lambda i: stand.ranks[lane.entries[i].event_id]
    )
    items = [item(i, lane.entries[i], pen, stand) for i in candidates[: 12 * _DENSE_ROWS]]
    packed = pack(items, _DENSE_ROWS, gap)
    placed = tuple(place for place in packed.placed if place.option.side is not Side.BARE)
    shown = {place.index for place in placed}
    rest = tuple(i for i in range(len(lane.entries)) if i not in shown)
    stacks = density.stacks([lane.entries[i] for i in rest], pen)
    return bands.Filled(lane, Packed(placed, rest, packed.rows), name, stacks)


def _counted(crowd: Crowd, code: int, filled: bands.Filled, pen: Pen) -> bands.Filled:
    """The lane with all events that have no label counted by bin."""
    named = [filled.lane.entries[place.index] for place in filled.packed.placed]
    stacks = crowd.stacks(code, named, pen.scale, density.BIN * pen.unit, pen.unit)
    return replace(filled, stacks=stacks)
