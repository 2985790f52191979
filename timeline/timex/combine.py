"""Putting readings together: parts beside each other.

"the third quarter" + "of last year"; "noon" + "Thursday".  One join reads one form; JOINS are tried
in order on neighbours, left to right.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from timeline.timex.kinds import BREAK
from timeline.timex.pieces import Pieces
from timeline.timex.value import (
    Anchor,
    Beside,
    Clock,
    Fixed,
    Holiday,
    Nth,
    Point,
    Portion,
    Reading,
    Shift,
    Value,
)
from timeline.values import replace

Join = Callable[[Value, Value], Value | None]


def is_year(value: Value) -> bool:
    if isinstance(value, Point):
        return value.unit == "Y" and value.year is not None and not value.clock
    return isinstance(value, Shift) and value.grain == "Y" and value.unit == "Y"


def with_year(part: Value, year: Value) -> Value | None:
    if isinstance(part, Beside):
        day = with_year(part.day, year) if part.day else None
        return replace(part, day=day) if isinstance(day, Point | Holiday) else None
    if isinstance(part, Holiday) and part.year is None:
        if isinstance(year, Point):
            return replace(part, year=year.year)
        if isinstance(year, Shift) and year.count is not None:
            return replace(part, shift=year.count * year.sign)
    if not isinstance(part, Point) or not part.needs_year or part.weekday:
        return None
    if isinstance(year, Point):
        fiscal = part.fiscal or year.fiscal
        return replace(part, year=year.year, fiscal=fiscal, is_short=year.is_short)
    if isinstance(year, Shift) and year.count is not None and year.anchor is not Anchor.QUARTER:
        shift, fiscal = year.count * year.sign, part.fiscal or year.fiscal
        return replace(part, shift=shift, anchor=year.anchor, fiscal=fiscal)
    return None


_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def part_of_era(left: Value, right: Value) -> Value | None:
    """A month or season of a year before Christ, which no calendar of ours has."""
    if not isinstance(right, Fixed) or not right.value.startswith("BC"):
        return None
    if not isinstance(left, Point) or not left.needs_year or left.unit not in ("M", "S", "D"):
        return None
    part = _SEASONS[left.part] if left.unit == "S" else f"{left.part:02}"
    return Fixed(f"{right.value}-{part}" + (f"-{left.day:02}" if left.day else ""), None)


def part_of_year(left: Value, right: Value) -> Value | None:
    """A part and its year: "July last year", "the first half of 2024"."""
    if not is_year(right):
        return None
    if isinstance(left, Point) and left.toward is not None:
        return None
    return with_year(left, right)


def day_beside(left: Value, right: Value) -> Value | None:
    """The day before or after a date: "the day after Christmas", "the day before last Tuesday"."""
    if not isinstance(left, Beside) or left.day:
        return None
    if not isinstance(right, Point | Holiday) or right.clock:
        return None
    is_day = isinstance(right, Holiday) or right.day or right.weekday
    return replace(left, day=right) if is_day else None


def half_of_age(left: Value, right: Value) -> Value | None:
    """A half of a decade or century: "the second half of the 1990s"; the mod says which."""
    is_half = isinstance(left, Point) and left.unit == "H" and left.needs_year
    is_age = isinstance(right, Point) and right.unit in "EC"
    return right if is_half and is_age else None


def year_of_part(left: Value, right: Value) -> Value | None:
    """A year and its part: "next year's first quarter", "the 1988 second quarter"."""
    is_part = isinstance(right, Point) and right.unit in ("Q", "H", "S", "MQ")
    return with_year(right, left) if is_part and is_year(left) else None


def weekday_and_date(left: Value, right: Value) -> Value | None:
    """A weekday and its date, which says it all: "Friday, Oct. 13", "5 p.m. on Tuesday July 2"."""
    if not isinstance(left, Point) or not left.weekday or left.day:
        return None
    if not isinstance(right, Point) or not right.day:
        return None
    if left.clock and right.clock:
        return None
    return replace(right, weekday=left.weekday, clock=left.clock or right.clock)


def weekday_of_week(left: Value, right: Value) -> Value | None:
    """A weekday of a week: "Friday of last week", "Friday last week"."""
    if not isinstance(left, Point) or not left.weekday or left.toward is not None:
        return None
    if not isinstance(right, Shift) or right.unit != "W" or right.grain != "W":
        return None
    return replace(left, shift=(right.count or 0) * right.sign, anchor=right.anchor)


def week_and_weekday(left: Value, right: Value) -> Value | None:
    """The same the other way round: "last week Friday"."""
    return weekday_of_week(right, left)


def same_time_then(left: Value, right: Value) -> Value | None:
    """Years back to a part of the calendar: "three years ago this month", "a year ago today"."""
    if not isinstance(left, Shift) or not isinstance(right, Shift):
        return None
    is_back = left.unit in _YEARS and left.sign < 0 and left.count is not None
    if not is_back or right.count != 0 or right.unit not in ("D", "W", "M") or right.clock:
        return None
    years = (left.count or 0) * _YEARS[left.unit]
    return replace(left, unit="Y", count=years, grain=right.unit, anchor=Anchor.DCT)


_YEARS = {"Y": 1, "E": 10, "C": 100}


def clock_and_day(left: Value, right: Value) -> Value | None:
    """A time of day and its day: "10 p.m. Wednesday", "the morning of April 19"."""
    return with_clock(right, left) if isinstance(left, Clock) else None


def day_and_clock(left: Value, right: Value) -> Value | None:
    """A day and its time: "Friday morning", "tomorrow at noon"."""
    return with_clock(left, right) if isinstance(right, Clock) else None


def with_clock(day: Value, clock: Clock) -> Value | None:
    """A day's value with the time of day; None where it names no day or has one."""
    if isinstance(day, Point) and (day.day or day.weekday) and not day.clock:
        return replace(day, clock=clock.time)
    if isinstance(day, Shift) and day.grain == "D" and not day.clock:
        return replace(day, clock=clock.time)
    if isinstance(day, Shift) and day.clock and not clock.is_part and len(day.clock) <= 3:
        return replace(day, clock=clock.time)
    if isinstance(day, Holiday | Portion | Nth) and not day.clock:
        return replace(day, clock=clock.time)
    return None


_DAY = (Point, Shift, Holiday, Portion, Nth)
_OF = ("", "of", "in", "of the", ",", "the")
_ON = ("", "on", ",", "of", "of the", "on the", ") on", ")", "trading on", "trade on", "trading")
_AT = ("", "at", ",", "in the", ", at", "around", "at about")
_LOCAL = re.compile(r"\(?\w+ time(?: \)|,| on)?")  # "3 p.m. local time on Saturday"
_Types = tuple[type, ...]
JOINS: tuple[tuple[Join, _Types, _Types, tuple[str, ...]], ...] = (  # what, and words between
    (weekday_and_date, (Point,), (Point,), ("", ",", "the", ", the")),
    (weekday_of_week, (Point,), (Shift,), ("", "of")),
    (week_and_weekday, (Shift,), (Point,), ("",)),
    (same_time_then, (Shift,), (Shift,), ("",)),
    (clock_and_day, (Clock,), _DAY, _ON),
    (day_and_clock, _DAY, (Clock,), _AT),
    (part_of_year, (Point, Holiday, Beside), (Point, Shift), _OF),
    (day_beside, (Beside,), (Point, Holiday), ("", "the")),
    (part_of_era, (Point,), (Fixed,), _OF),
    (year_of_part, (Point, Shift), (Point,), ("", "' s", "’ s", "'s")),
    (half_of_age, (Point,), (Point,), ("of", "of the", "in the")),
)
_BETWEEN = frozenset(words for *_, between in JOINS for words in between)


@cache
def _ways(met: tuple[type, type, str]) -> tuple[Join, ...]:
    left, right, between = met
    return tuple(
        way
        for way, lefts, rights, words in JOINS
        if left in lefts and right in rights and between in words
    )


REACH = 3


def join(pieces: Pieces, readings: Sequence[Reading]) -> list[Reading]:
    """Neighbours that make one expression, joined; the rest as they were."""
    done: list[Reading] = []
    for reading in readings:
        current = reading
        while done and current.first - done[-1].end <= REACH:
            joined = _join(pieces, done[-1], current)
            if joined is None:
                break
            done.pop()
            current = joined
        done.append(current)
    return done


def _join(pieces: Pieces, left: Reading, right: Reading) -> Reading | None:
    between = " ".join(pieces.lows[left.end : right.first])
    if between not in _BETWEEN:
        if not (type(left.value) is Clock and _LOCAL.fullmatch(between)):
            return None
        between = ""
    if BREAK in pieces.kinds[left.end : right.first]:
        return None
    for way in _ways((type(left.value), type(right.value), between)):
        value = way(left.value, right.value)
        if value is not None:
            return _joined(way, value, left, right)
    return None


def _joined(way: Join, value: Value, left: Reading, right: Reading) -> Reading:
    """Two readings as one, told by the rule of what has the other in it."""
    is_left = isinstance(left.value, Point | Holiday | Beside) and way not in _BY_RIGHT
    mod = left.mod or right.mod
    if way is half_of_age and isinstance(left.value, Point):
        mod = ("START", "END")[left.value.part - 1]
    return Reading(left.first, right.end, left.rule if is_left else right.rule, value, mod)


_BY_RIGHT = (year_of_part, half_of_age)
