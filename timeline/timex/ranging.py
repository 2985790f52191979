"""Ranges and lists: "from May to July 2024", "May 2-5, 2024", "in June and in November"."""

from collections.abc import Sequence
from functools import cache

from timeline.interval import Interval
from timeline.timex.combine import REACH, is_year, with_year
from timeline.timex.kinds import members
from timeline.timex.pieces import Pieces
from timeline.timex.value import (
    Anchor,
    Clock,
    Holiday,
    Point,
    Reading,
    Shift,
    Value,
)
from timeline.values import replace

_TO = (
    "to",
    "through",
    "-",
    "–",
    "—",
    "until",
    "till",
    "thru",
    "to the",
    "through the",
    "to early",
    "to late",
)


def ranges(pieces: Pieces, readings: Sequence[Reading]) -> list[Reading]:
    """Readings with the second end of a range hung on the first: "from May to July 2024"."""
    done: list[Reading] = []
    rest: list[Reading] = []
    for reading in readings:
        if type(reading.value) is Point and reading.value.day:
            rest += _with_bare_days(pieces, reading)
        else:
            rest.append(_two_years(pieces, reading))
    at = 0
    while at < len(rest):
        right = rest[at + 1] if at + 1 < len(rest) else None
        whole = _range(pieces, rest[at], right) if right else None
        if whole is not None and whole.upto is not None and at + 2 < len(rest):
            whole, taken = _with_year_after(pieces, whole, whole.upto, rest[at + 2])
            at += taken
        done.append(whole or rest[at])
        at += 2 if whole else 1
    return done


def _with_bare_days(pieces: Pieces, reading: Reading) -> list[Reading]:
    """The day numbers hung on a date as readings of their own: "May 2-5", "2 to 3 May"."""
    value = reading.value
    if not isinstance(value, Point) or value.clock or value.weekday:
        return [reading]
    kinds, lows, found = pieces.kinds, pieces.lows, [reading]
    days, joins = _days_and_joins()
    first, end = reading.first, reading.end
    if (
        first > 1
        and kinds[first] in days
        and kinds[first - 1] in joins
        and kinds[first - 2] in days
    ):
        day = replace(value, day=_number(lows[first - 2]))
        found.insert(0, Reading(first - 2, first - 1, reading.rule, day))
    is_day = kinds[end - 1] in days and kinds[end] in joins and kinds[end + 1] in days
    if is_day and kinds[end + 2] not in members("UNITS") | members("PCT") | members("MONTH"):
        day = replace(value, day=_number(lows[end + 1]))
        found.append(Reading(end + 1, end + 2, reading.rule, day))
    return found


@cache
def _days_and_joins() -> tuple[frozenset[str], frozenset[str]]:
    joins = members("HYPHEN") | members("TO") | members("AND")
    return members("DAY") | members("ORDDAY"), joins


def _two_years(pieces: Pieces, reading: Reading) -> Reading:
    """Two years written as one, "2022-23", as a range of two."""
    if reading.rule != "year_to_short_year" or reading.end - reading.first < 3:
        return reading
    first = int(pieces.lows[reading.end - 3])
    last = first - first % 100 + int(pieces.lows[reading.end - 1])
    upto = Reading(reading.end - 1, reading.end, reading.rule, Point("Y", last))
    return replace(reading, end=reading.end - 2, value=Point("Y", first), upto=upto)


def _number(word: str) -> int:
    return int("".join(sign for sign in word if sign.isdecimal()))


def _with_year_after(
    pieces: Pieces, whole: Reading, upto: Reading, after: Reading
) -> tuple[Reading, int]:
    """A range of days and the year behind it: "May 2-5, 2024"."""
    between = " ".join(pieces.lows[upto.end : after.first])
    if not is_year(after.value) or between not in ("", ","):
        return whole, 0
    first, last = with_year(whole.value, after.value), with_year(upto.value, after.value)
    if first is None or last is None:
        return whole, 0
    return replace(whole, value=first, upto=replace(upto, end=after.end, value=last)), 1


def _range(pieces: Pieces, left: Reading, right: Reading) -> Reading | None:
    if not 0 < right.first - left.end <= _WIDEST:
        return None
    between = " ".join(pieces.lows[left.end : right.first])
    opener = pieces.lows[left.first - 1] if left.first else ""
    if between not in _TO and not (between == "and" and opener == "between"):
        return None
    if between in ("-", "–", "—") and pieces.ends[left.end] != pieces.starts[left.end] + 1:
        return None
    first = lend_year(left.value, right.value)
    return replace(left, value=first, upto=right) if first is not None else None


_WIDEST = 2  # pieces between the ends: "to early"
_LISTED = frozenset((",", "and", "or", "in", "on", "by", "again"))


def listed(pieces: Pieces, readings: Sequence[Reading]) -> list[Reading]:
    """Dates in a list with the year of their neighbour: "in 2023, in June and in November"."""
    done: list[Reading] = []
    for reading in readings:
        current = reading
        if done and _are_listed(pieces, done[-1], reading):
            left, right = _share_year(done[-1].value, reading.value)
            right = _same_part(pieces, done, reading) or right
            if left is not done[-1].value:
                done[-1] = replace(done[-1], value=left)
            if right is not reading.value:
                current = replace(reading, value=right)
        done.append(current)
    return done


def _same_part(pieces: Pieces, done: Sequence[Reading], reading: Reading) -> Value | None:
    """The month of a bare year in a list that ends in "and": "November 2010, 2020 and 2022"."""
    left, right = done[-1].value, reading.value
    if not isinstance(left, Point) or not is_year(right) or not isinstance(right, Point):
        return None
    if left.unit != "M" or left.year is None or not left.part or reading.mod or right.is_short:
        return None
    between, after = pieces.lows[done[-1].end : reading.first], pieces.lows[reading.end]
    ends = between[-1] in ("and", "or")
    if between not in ([","], ["and"], ["or"], [",", "and"]) or not (
        ends or _goes_on(pieces, reading)
    ):
        return None
    is_clear = after in (".", ",", ";", ")", "", "and", "or")
    return replace(right, unit="M", part=left.part) if is_clear else None


def _goes_on(pieces: Pieces, reading: Reading) -> bool:
    """Whether another year follows after "and": "2020 and 2022", "2020, and 2022"."""
    at = reading.end
    at += pieces.lows[at] == "," and pieces.lows[at + 1] in ("and", "or")
    return pieces.lows[at] in ("and", "or") and pieces.kinds[at + 1] in members("YEAR")


def _are_listed(pieces: Pieces, left: Reading, right: Reading) -> bool:
    if not 0 < right.first - left.end <= REACH:
        return False
    if isinstance(left.value, Clock):
        is_opened = "(" in pieces.lows[left.end : right.first]
        return is_opened and ")" in pieces.lows[right.first : right.end + 1]
    return _LISTED.issuperset(pieces.lows[left.end : right.first])


def _share_year(left: Value, right: Value) -> tuple[Value, Value]:
    if isinstance(left, Clock):  # "11:10 a.m. local time (0910 UTC) on Monday"
        return lend_year(left, right) or left, right
    if type(left) is not Point or type(right) is not Point:
        return left, right
    if left.toward or right.toward:
        return left, right
    if left.unit in "SM" and right.unit == "S" and right.year is not None and left.needs_year:
        is_over = left.part > right.part > 12  # "in the winter and spring of 2023"
        return replace(left, year=right.year - is_over), right
    if left.unit not in "YMD" or right.unit not in "MD":
        return left, right
    if left.year is not None and right.needs_year and not right.weekday:
        is_over = left.unit != "Y" and right.part < left.part
        return left, replace(right, year=left.year + is_over)
    if right.year is not None and left.needs_year and left.unit == right.unit and not left.weekday:
        return replace(left, year=right.year - (left.part > right.part)), right
    return left, right


def lend_year(left: Value, right: Value) -> Value | None:
    """The first end of a range with the year of the second; None where they make no range."""
    if isinstance(left, Clock) and isinstance(right, Point | Shift) and right.clock:
        return replace(right, clock=left.time)  # "between 8 p.m. and 10 p.m. on Thursday"
    if not isinstance(left, Point | Shift | Holiday) or not isinstance(
        right, Point | Shift | Holiday
    ):
        return None
    if isinstance(left, Shift) and left.unit == "Y" and isinstance(right, Point):
        return left if right.unit == "Y" else None  # "in the year to June"
    if (
        isinstance(left, Point)
        and isinstance(right, Point)
        and left.needs_year
        and not left.weekday
    ):
        year, shift = right.year, right.shift
        if left.unit in "MD" and right.unit in "MD" and left.part > right.part:
            year = None if year is None else year - 1
            shift = None if shift is None else shift - 1
        return replace(left, year=year, shift=shift, anchor=right.anchor)
    return left


def in_year_of(first: Interval | None, start: Value, end: Value) -> Value:
    """The second end of a range, in the year of the first or, past New Year, the next."""
    if first is None or first.start is None or not isinstance(end, Point):
        return end
    if not isinstance(start, Point) or not end.needs_year or end.unit != start.unit:
        return end
    if start.weekday and end.weekday and not start.day and not end.day:
        if start.weekday == end.weekday and end.clock:
            return end  # "between 8 p.m. and 10 p.m. on Thursday"
        return replace(end, anchor=Anchor.LAST, toward=1)
    if end.weekday:
        return end
    is_over = (end.part, end.day) < (start.part, start.day)
    return replace(end, year=first.start.year + is_over)
