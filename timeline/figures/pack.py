"""Marks and labels into the rows of a lane, first fit: nothing ever overlaps.

Each event offers ``Option``s (label right of the mark, left of it, below its bar, none), each an
interval of pixels across; a row takes it where the interval is free.  Rows are as high as their
highest label, so intervals are all there is to compare.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Side(StrEnum):
    RIGHT = "right"
    LEFT = "left"
    BELOW = "below"
    BARE = "bare"  # no label, a number at most


@dataclass(frozen=True, slots=True)
class Option:
    """One way to draw an event: from ``x0`` to ``x1``, with these lines of label."""

    side: Side
    x0: float
    x1: float
    lines: tuple[str, ...] = ()
    width: float = 0

    @property
    def height(self) -> int:
        """In lines of text."""
        return max(1, len(self.lines) + (self.side is Side.BELOW))


@dataclass(frozen=True, slots=True)
class Item:
    """An event to be placed; ``order`` is its place in time, ``rank`` its importance (0 first)."""

    index: int
    order: float
    rank: int
    labelled: tuple[Option, ...]
    bare: Option


@dataclass(frozen=True, slots=True)
class Placed:
    index: int
    row: int
    option: Option


@dataclass(frozen=True, slots=True)
class Packed:
    """A lane's rows: who stands where; ``rest`` found no room."""

    placed: tuple[Placed, ...]
    rest: tuple[int, ...]
    rows: int


@dataclass
class _Rows:
    """The rows of one lane while they are being filled."""

    most: int
    gap: float
    starts: list[list[float]] = field(default_factory=list)
    ends: list[list[float]] = field(default_factory=list)

    def put(self, options: Sequence[Option]) -> tuple[int, Option] | None:
        """Give the first row with room for one of the options, the first that fits."""
        for row in range(len(self.starts)):
            for option in options:
                at = self._free(row, option)
                if at is not None:
                    self.starts[row].insert(at, option.x0)
                    self.ends[row].insert(at, option.x1)
                    return row, option
        if not options or len(self.starts) >= self.most:
            return None
        self.starts.append([options[0].x0])
        self.ends.append([options[0].x1])
        return len(self.starts) - 1, options[0]

    def _free(self, row: int, option: Option) -> int | None:
        starts, ends = self.starts[row], self.ends[row]
        at = bisect_left(starts, option.x0)
        if at < len(starts) and starts[at] < option.x1 + self.gap:
            return None
        return None if at and ends[at - 1] + self.gap > option.x0 else at


def pack(items: Sequence[Item], most: int, gap: float) -> Packed:
    """All with labels in the order of time, if they fit; else the most important with labels.

    The others get a bare mark where there is room, the rest none.
    """
    in_time = sorted(items, key=lambda item: (item.order, item.rank))
    rows = _Rows(most, gap)
    placed = _fill(rows, in_time)
    if len(placed) == len(items):
        return Packed(tuple(placed), (), len(rows.starts))
    return _by_importance(items, in_time, most, gap)


def _by_importance(items: Sequence[Item], in_time: Sequence[Item], most: int, gap: float) -> Packed:
    rows = _Rows(most, gap)
    placed = _fill(rows, sorted(items, key=lambda item: item.rank))
    chosen = {place.index for place in placed}
    tidy_rows = _Rows(most, gap)
    tidy = _fill(tidy_rows, [item for item in in_time if item.index in chosen])
    if len(tidy) == len(placed):
        rows, placed = tidy_rows, tidy
    rest = []
    for item in sorted(items, key=lambda item: item.rank):
        if item.index in chosen:
            continue
        found = rows.put((item.bare,))
        if found:
            placed.append(Placed(item.index, *found))
        else:
            rest.append(item.index)
    return Packed(tuple(placed), tuple(rest), len(rows.starts))


def _fill(rows: _Rows, items: Sequence[Item]) -> list[Placed]:
    found = ((item, rows.put(item.labelled)) for item in items)
    return [Placed(item.index, *place) for item, place in found if place]
