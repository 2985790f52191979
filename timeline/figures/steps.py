"""The steps of a measure joined by lines, with the days between: planned, enacted, lifted."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from timeline.figures import font
from timeline.figures.frame import Step
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Anchor, Box, Mark, Rule
from timeline.language import ngettext

Point = tuple[float, float]
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # along a piece of the way, tried in this order
_LEAST = 10  # units that a way must be long to be seen
_TRIED = 40  # points of a piece that are looked at


def draw(sheet: Sheet, pen: Pen, steps: Iterable[Step]) -> None:
    """A line for each two steps whose marks are there, its days where no label is in the way."""
    marks = {mark.event_id: mark for mark in sheet.marks}
    taken = [label.box for label in sheet.labels] + [pill.box for pill in sheet.pills]
    taken += [_around(mark.x, mark.y, mark.size / 2) for mark in sheet.marks]
    for step in steps:
        if step.before in marks and step.after in marks:
            _join(sheet, pen, marks[step.before], marks[step.after], step.days, taken)


def _join(sheet: Sheet, pen: Pen, start: Mark, end: Mark, days: int, taken: list[Box]) -> None:
    if abs(end.x - start.x) + abs(end.y - start.y) < _LEAST * pen.unit:
        return
    way = min(_ways(start, end), key=lambda one: _crossed(one, taken))
    words = ngettext("{n:,} day", "{n:,} days", days)
    size = pen.frame.sizes.small
    half = font.width(words, size, bold=True) / 2 + 3 * pen.unit, 0.7 * size
    spot = _free(way, half, taken, pen)
    ends = [_around(start.x, start.y, 1.3 * pen.half), _around(end.x, end.y, 1.3 * pen.half)]
    for a, b in pairwise(way):
        _line(sheet, pen, a, b, [*ends, *([spot] if spot else [])])
    if spot:
        taken.append(spot)
        sheet.write(
            (spot.x0 + spot.x1) / 2, (spot.y0 + spot.y1) / 2, words, size, "step",
            pen.colors.ink, anchor=Anchor.MIDDLE, bold=True, event_id=end.event_id,
        )  # fmt: skip


def _ways(start: Mark, end: Mark) -> list[list[Point]]:
    """Down and then across, across and then down, straight: of equals the first is taken."""
    a, b = (start.x, start.y), (end.x, end.y)
    return [[a, (a[0], b[1]), b], [a, (b[0], a[1]), b], [a, b]]


def _crossed(way: Sequence[Point], taken: Sequence[Box]) -> int:
    """How many labels the way runs through."""
    points = [point for a, b in pairwise(way) for point in _points(a, b)]
    return sum(any(_holds(box, *point) for point in points) for box in taken)


def _points(a: Point, b: Point) -> Iterator[Point]:
    for at in range(_TRIED + 1):
        yield a[0] + (b[0] - a[0]) * at / _TRIED, a[1] + (b[1] - a[1]) * at / _TRIED


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x0 < x < box.x1 and box.y0 < y < box.y1


def _around(x: float, y: float, half: float) -> Box:
    return Box(x - half, y - half, x + half, y + half)


def _free(
    way: Sequence[Point], half: tuple[float, float], taken: Sequence[Box], pen: Pen
) -> Box | None:
    """A place for the days on the longest piece where nothing else stands."""
    pieces = sorted(pairwise(way), key=lambda one: -abs(one[1][0] - one[0][0]))
    for a, b in pieces:
        for part in _PLACES:
            x, y = a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
            box = Box(x - half[0], y - half[1], x + half[0], y + half[1])
            if box.x0 >= pen.left and not any(box.overlaps(other) for other in taken):
                return box
    return None


def _line(sheet: Sheet, pen: Pen, a: Point, b: Point, gaps: Sequence[Box]) -> None:
    """The piece from a to b, but for where a mark or the days stand."""
    run: list[Point] = []
    for point in [*_points(a, b), None]:
        if point is not None and not any(_holds(box, *point) for box in gaps):
            run.append(point)
            continue
        if len(run) > 1:
            (x0, y0), (x1, y1) = run[0], run[-1]
            sheet.rules.append(Rule(x0, y0, x1, y1, pen.colors.ink, 1.4 * pen.unit, 4 * pen.unit))
        run = []
