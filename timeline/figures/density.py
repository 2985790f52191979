"""Events without a label, where there are too many for marks: stacked by bin and family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.dates import written
from timeline.figures import look, windows
from timeline.figures.entries import Entry, day_number
from timeline.figures.items import core
from timeline.figures.pen import Pen, Sheet
from timeline.figures.scene import Box, Cell
from timeline.interval import Granularity
from timeline.language import ngettext

BIN = 8  # units
_DOTS = 9  # up to so many in a bin each is a dot of its own, above it bars
_TALLEST = 64  # units


@dataclass(frozen=True, slots=True)
class Stack:
    """The entries of one bin, in the order of the legend; or ``parts``: only how many a family."""

    bin: int
    entries: tuple[Entry, ...]
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def count(self) -> int:
        """How many events it holds."""
        return len(self.entries) + sum(number for _, number in self.parts)

    def families(self) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Each family with how many it has, and which where that is known."""
        yield from ((family, number, ()) for family, number in self.parts)
        for family in dict.fromkeys(entry.family for entry in self.entries):
            ids = tuple(entry.event_id for entry in self.entries if entry.family == family)
            yield family, len(ids), ids


def stacks(entries: Sequence[Entry], pen: Pen) -> tuple[Stack, ...]:
    """The entries by bin, from left to right."""
    bins: dict[int, list[Entry]] = {}
    wide = BIN * pen.unit
    for entry in entries:
        bins.setdefault(int((core(entry, pen).x - pen.scale.x0) // wide), []).append(entry)
    order = {family: place for place, family in enumerate(look.families())}
    return tuple(
        Stack(at, tuple(sorted(bins[at], key=lambda entry: (order.get(entry.family, 99),
                                                            entry.family, entry.event_id))))
        for at in sorted(bins)
    )  # fmt: skip


def step(most: int, pen: Pen) -> float:
    """How high one event is, where the fullest bin of the picture holds ``most``."""
    return 7 * pen.unit if most <= _DOTS else _TALLEST * pen.unit / most


def draw(sheet: Sheet, pen: Pen, found: Sequence[Stack], most: int, base: float) -> None:
    """The stacks, growing upwards from ``base``."""
    for stack in found:
        if most <= _DOTS and stack.entries:
            _dots(sheet, pen, stack, base)
        else:
            _bars(sheet, pen, stack, most, base)


def _dots(sheet: Sheet, pen: Pen, stack: Stack, base: float) -> None:
    x, size, pitch = _left(stack, pen), 6 * pen.unit, step(1, pen)
    for place, entry in enumerate(stack.entries):
        y = base - place * pitch
        box = Box(x, y - size, x + size, y)
        hover = f"{entry.title} · {entry.when}"
        sheet.cells.append(Cell(box, pen.color(entry.family), 1, hover, (entry.event_id,)))


def _bars(sheet: Sheet, pen: Pen, stack: Stack, most: int, base: float) -> None:
    x, y, unit, high = _left(stack, pen), base, pen.unit, step(most, pen)
    when = pen.scale.date(x + BIN * unit / 2)
    opens = windows.closer(day_number(when), day_number(when) + 1, pen.scale.length)
    month = written(when, Granularity.MONTH)
    for family, number, ids in stack.families():
        top = y - number * high
        told = ngettext("{n} event about {month}", "{n} events about {month}", number, month=month)
        label = look.family_label(family)
        box = Box(x, top, x + (BIN - 1.5) * unit, y)
        hover = f"{told} · {label}"
        sheet.cells.append(Cell(box, pen.color(family), number, hover, ids, opens, label))
        y = top


def _left(stack: Stack, pen: Pen) -> float:
    return pen.scale.x0 + stack.bin * BIN * pen.unit
