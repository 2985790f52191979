"""Calendar intervals, their granularity, and EDTF in and out.  Knows nothing about text."""

import re
from datetime import date, timedelta
from enum import IntEnum

from timeline.errors import NoSuchDate
from timeline.values import dataclass, replace


class Granularity(IntEnum):
    """How finely a time is known; a coarser unit compares as smaller."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF = 4
    QUARTER = 5
    SEASON = 6
    MONTH = 7
    WEEK = 8
    DAY = 9


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of days: ``start`` is in it, ``end`` is not; None is an open side.

    "March 2024" is ``Interval.of(2024, 3)``, 31 days long; "on or before 21 August 2025"
    is ``Interval(None, date(2025, 8, 22))``.  ``approximate`` is EDTF's ``~`` ("around"),
    ``uncertain`` its ``?``.  Raises ValueError where nothing lies between start and end.
    """

    start: date | None
    end: date | None
    granularity: Granularity = Granularity.DAY
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"empty interval: {self.start} is not before {self.end}")

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "Interval":
        """The calendar unit named by a prefix of (year, month, day).

        Raises NoSuchDate if the calendar has no such unit.
        """
        try:
            start = date(year, month or 1, day or 1)
            if month is None:
                return cls(start, date(year + 1, 1, 1), Granularity.YEAR)
            if day is None:
                after = date(year + month // 12, month % 12 + 1, 1)
                return cls(start, after, Granularity.MONTH)
        except ValueError as error:
            raise NoSuchDate(f"{year}-{month}-{day}: {error}") from error
        return cls.day(start)

    @classmethod
    def day(cls, day: date) -> "Interval":
        """One whole day."""
        return cls(day, day + timedelta(days=1))

    @classmethod
    def parse(cls, edtf: str) -> "Interval":
        """Read an EDTF string: ``2024-03~``, ``2024/..``, ``2024-04-29/2024-07-28``, ``202X``.

        Raises NoSuchDate with the string if it is none.  Seasons (``2024-21`` to ``-24``) are
        three months from March, quarters (``-33`` to ``-36``) and halves (``-40``, ``-41``)
        calendar ones.
        """
        if "/" not in edtf:
            return _parse_one(edtf)
        left, _, right = edtf.partition("/")
        first = None if left in ("", "..") else _parse_one(left)
        last = None if right in ("", "..") else _parse_one(right)
        sides = [side for side in (first, last) if side is not None]
        if not sides:
            raise NoSuchDate(f"{edtf!r} is open on both sides: expected a date on one, '2024/..'")
        try:
            return cls(
                first.start if first else None,
                last.end if last else None,
                max(side.granularity for side in sides),
                any(side.approximate for side in sides),
                any(side.uncertain for side in sides),
            )
        except ValueError as error:
            raise NoSuchDate(f"{edtf!r}: {error}") from error

    @property
    def edtf(self) -> str:
        """The EDTF string: ``2024-03``, ``2024-09~``, ``../2025-08-21``, ``2024-04/2024-06``."""
        mark = "%" if self.approximate and self.uncertain else ""
        mark = mark or ("~" if self.approximate else "?" if self.uncertain else "")
        left = f"{_prefix(self.start, self.granularity)}{mark}" if self.start else ".."
        if self.end is None:
            return f"{left}/.."
        right = f"{_prefix(self.end - timedelta(days=1), self.granularity)}{mark}"
        return left if left == right else f"{left}/{right}"

    @property
    def last(self) -> date | None:
        """The last day in it, None if open."""
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def is_closed(self) -> bool:
        return self.start is not None and self.end is not None

    @property
    def days(self) -> int | None:
        """How many days long, None if open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days

    def about(self) -> "Interval":
        """The same, marked approximate (``~``)."""
        return Interval(self.start, self.end, self.granularity, True, self.uncertain)

    def meets(self, other: "Interval") -> bool:
        """Whether some day lies in both."""
        starts_before = self.start is None or other.end is None or self.start < other.end
        return starts_before and (other.start is None or self.end is None or other.start < self.end)

    def holds(self, other: "Interval") -> bool:
        """Whether every day of the other lies in this one."""
        lower = self.start is None or (other.start is not None and self.start <= other.start)
        return lower and (self.end is None or (other.end is not None and other.end <= self.end))


_ONE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)"
    r"|(?P<decade>\d{3})X(?P<decade_mark>[~?%]?)|(?P<century>\d\d)XX(?P<century_mark>[~?%]?)"
)
_SUB_YEAR = {  # ISO 8601-2 codes -> (first month, months, granularity)
    **{21 + i: (3 + 3 * i, 3, Granularity.SEASON) for i in range(4)},
    **{33 + i: (1 + 3 * i, 3, Granularity.QUARTER) for i in range(4)},
    40: (1, 6, Granularity.HALF),
    41: (7, 6, Granularity.HALF),
}


def months(year: int, month: int, count: int, granularity: Granularity) -> Interval:
    """``count`` whole months from ``month`` of ``year``: the third quarter is (2024, 7, 3).

    Raises NoSuchDate outside the years 1 to 9999.
    """
    past = year * 12 + month - 1 + count
    try:
        return Interval(date(year, month, 1), date(past // 12, past % 12 + 1, 1), granularity)
    except ValueError as error:
        raise NoSuchDate(f"{year}-{month:02}: {error}") from error


def _parse_one(text: str) -> Interval:
    found = _ONE.fullmatch(text.strip())
    if not found:
        raise NoSuchDate(f"{text!r} is no EDTF date: expected '2024', '2024-03', '2024-03-04~'")
    mark = found["mark"] or found["decade_mark"] or found["century_mark"] or ""
    return replace(_plain(found), approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def _plain(found: re.Match[str]) -> Interval:
    if found["decade"]:
        first = int(found["decade"]) * 10
        return months(first, 1, 120, Granularity.DECADE)
    if found["century"]:
        return months(int(found["century"]) * 100, 1, 1200, Granularity.CENTURY)
    year, month = int(found["year"]), int(found["month"]) if found["month"] else None
    if month in _SUB_YEAR and not found["day"]:
        first, count, granularity = _SUB_YEAR[month]
        return months(year, first, count, granularity)
    return Interval.of(year, month, int(found["day"]) if found["day"] else None)


_WEEK = Granularity.WEEK


def _prefix(day: date, granularity: Granularity) -> str:
    if granularity >= _WEEK:
        return day.isoformat()
    if granularity is Granularity.CENTURY:
        return f"{day.year // 100:02}XX"
    if granularity is Granularity.DECADE:
        return f"{day.year // 10:03}X"
    return f"{day.year:04}" if granularity is Granularity.YEAR else day.isoformat()[:7]
