"""Days to pixels, and the ticks that say which days they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.dates import month_name
from timeline.figures import font
from timeline.figures.entries import Entry, day_number, to_date
from timeline.language import gettext, mark

_STEPS = ("day", "week", "month", "quarter", 1, 2, 5, 10, 20, 50, 100, 200, 500)
_QUARTERS = (mark("Q1"), mark("Q2"), mark("Q3"), mark("Q4"))
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3}
_YEAR = 365.25
_MUCH = 0.5  # of all the days: an empty stretch that is longer is drawn short
OPEN_DAYS = 45  # how far before "on or before 21 Aug 2025" the window reaches, if it can


@dataclass(frozen=True, slots=True)
class Scale:
    """Days ``start`` to ``end`` drawn from ``x0`` to ``x1``.

    A ``gap`` (first day, day after) where nothing is dated is drawn ``width`` pixels wide: one
    event of 2001 must not squeeze a story of 2022 to 2025 into a corner.
    """

    start: float
    end: float
    x0: float
    x1: float
    gap: tuple[int, int] | None = None
    width: float = 0

    @property
    def length(self) -> float:
        """How many days are drawn, without the gap."""
        left_out = self.gap[1] - self.gap[0] if self.gap else 0
        return self.end - self.start - left_out

    @property
    def day(self) -> float:
        """How many pixels a day is wide, outside the gap."""
        return (self.x1 - self.x0 - self.width) / self.length

    def x(self, number: float) -> float:
        if self.gap is None or number <= self.gap[0]:
            return self.x0 + (number - self.start) * self.day
        before = self.x0 + (self.gap[0] - self.start) * self.day
        if number < self.gap[1]:
            share = (number - self.gap[0]) / (self.gap[1] - self.gap[0])
            return before + share * self.width
        return before + self.width + (number - self.gap[1]) * self.day

    def date(self, x: float) -> date:
        """The day drawn at ``x``, to a day or so."""
        number = self.start + (x - self.x0) / self.day
        if self.gap and number > self.gap[0]:
            passed = x - self.x(self.gap[0]) - self.width
            number = self.gap[1] + max(passed, 0) / self.day
        return to_date(number)

    def clip(self, x: float) -> float:
        return min(max(x, self.x0), self.x1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A unit of the calendar, its first day to the day after its last; its edges in pixels,
    clipped to the plot, and its name.
    """

    first: int
    stop: int
    x0: float
    x1: float
    label: str
    starts_inside: bool


def window(entries: Sequence[Entry], start: date | None, end: date | None) -> tuple[int, int]:
    """The days to draw: as asked, else all of them, widened to whole units of their span.

    Four years are widened to whole quarters, one year to months, a season to weeks.
    """
    edges = [day for entry in entries for day in (entry.start, entry.end) if day is not None]
    edges += [entry.end - OPEN_DAYS for entry in entries if entry.start is None and entry.end]
    first = min(edges, default=day_number(start or date(2020, 1, 1)))
    return widened(first, max(edges, default=first + 366), start, end)


def widened(first: int, last: int, start: date | None, end: date | None) -> tuple[int, int]:
    """The days from first to last, or as asked, widened to whole units of their span."""
    first = day_number(start) if start else first
    last = day_number(end) if end else last
    last = max(last, first + 1)
    unit = _unit(last - first)
    if not start:
        first = floor(first, unit)
    if not end:
        last = ceiling(last, unit)
    return first, last


def gap(entries: Sequence[Entry], first: int, last: int) -> tuple[int, int] | None:
    """Whole years without any date that make up more than half of the days; None if none do."""
    return widest(sorted(_span(entry) for entry in entries), first, last)


def widest(spans: Iterable[tuple[int, int]], first: int, last: int) -> tuple[int, int] | None:
    """The same for the days that events cover, in the order of their starts."""
    empty, reached = (0, 0), first
    for start, end in spans:
        if start - reached > empty[1] - empty[0]:
            empty = (reached, start)
        reached = max(reached, end)
    began = empty[0]
    empty = ceiling(empty[0], 1), floor(empty[1], 1)
    long = empty[1] - empty[0] > max((last - first) * _MUCH, 3 * _YEAR)
    return empty if long and began > first else None


def _span(entry: Entry) -> tuple[int, int]:
    if entry.start is None:
        return (entry.end or 0) - OPEN_DAYS, entry.end or 0
    return entry.start, entry.start + OPEN_DAYS if entry.end is None else entry.end


def _unit(days: int) -> str | int:
    for limit, unit in ((50, "day"), (240, "week"), (900, "month"), (2600, "quarter")):
        if days < limit:
            return unit
    return 1 if days < 60 * _YEAR else 10


def floor(number: int, unit: str | int) -> int:
    """The first day of the unit that holds a day; two days before it where units are days."""
    day = to_date(number)
    if unit == "day":
        return number - 2
    if unit == "week":
        return number - day.weekday()
    if isinstance(unit, int):
        return day_number(date(max(day.year - day.year % unit, 1), 1, 1))
    months = 1 if unit == "month" else 3
    return day_number(date(day.year, (day.month - 1) // months * months + 1, 1))


def ceiling(number: int, unit: str | int) -> int:
    """The day after the last unit that holds a day before this one."""
    if unit == "day":
        return number + 2
    below = floor(number, unit)
    return below if below == number else day_number(_next(to_date(below), unit))


def _next(day: date, unit: str | int) -> date:
    """The beginning of the unit after the one that begins on ``day``."""
    if unit == "day" or unit == "week":
        return day + timedelta(days=1 if unit == "day" else 7)
    if isinstance(unit, int):
        return date(min(day.year + unit, 9999), 1, 1)
    months = day.month - 1 + (1 if unit == "month" else 3)
    return date(day.year + months // 12, months % 12 + 1, 1)


def tiers(scale: Scale, size: float) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """The finest units whose names have room, and the units above them (none above years)."""
    unit = next((step for step in _STEPS if _room(step, scale) >= _wanted(step, size)), 1000)
    fine = tuple(_ticks(scale, unit, size))
    if isinstance(unit, int):
        return fine, ()
    above: str | int = "month" if unit in ("day", "week") else 1
    return fine, tuple(_ticks(scale, above, size, long=True))


def _room(step: str | int, scale: Scale) -> float:
    return scale.day * (step * _YEAR if isinstance(step, int) else _DAYS[step])


def _wanted(step: str | int, size: float) -> float:
    """The pixels from which on a unit is named; weeks, told by a day, only where they are far."""
    if step == "week":
        return size * 3.6
    sample = {
        "day": "30",
        "month": max((month_name(5), month_name(12)), key=len),
        "quarter": gettext(_QUARTERS[3]),
    }.get(str(step), gettext("’{year}", year="24"))
    return font.width(sample, size) + size * 0.9


def _ticks(scale: Scale, unit: str | int, size: float, long: bool = False) -> Iterator[Tick]:
    day = to_date(floor(int(scale.start), "week" if unit == "week" else unit))
    if unit == "day":
        day = to_date(scale.start)
    while day_number(day) < scale.end:
        after = _next(day, unit)
        left, right = scale.x(day_number(day)), scale.x(day_number(after))
        x0, x1 = scale.clip(left), scale.clip(right)
        name = _name(day, unit, long, x1 - x0, size)
        if scale.gap is None or not scale.gap[0] <= day_number(day) < scale.gap[1]:
            days = day_number(day), day_number(after)
            yield Tick(*days, x0, x1, name, left > scale.x0 + 0.5)
        day = after


def _name(day: date, unit: str | int, long: bool, room: float, size: float) -> str:
    """The longest of the unit's names that has room; empty if none has."""
    month, year = month_name(day.month), day.year
    if unit in ("day", "week"):
        names = [gettext("{day}", day=day.day)]
    elif unit == "month":
        names = [gettext("{month} {year}", month=month, year=year)] if long else []
        names.append(month)
    elif unit == "quarter":
        names = [gettext(_QUARTERS[(day.month - 1) // 3])]
    else:
        names = [gettext("{year}", year=year), gettext("’{year}", year=f"{year % 100:02}")]
    fitting = (name for name in names if font.width(name, size) + size * 0.35 <= room)
    return next(fitting, "")
