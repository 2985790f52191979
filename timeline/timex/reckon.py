"""Calendar arithmetic in the units that words name, and TIMEX3 values of intervals.

Units are TIMEX3's letters: C century, E decade, Y year, H half, Q quarter, S season, M month,
W week (ISO, from Monday), WE weekend, D day.
"""

from datetime import date, timedelta
from functools import lru_cache

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval, months

GRANULARITY = {
    "C": Granularity.CENTURY,
    "E": Granularity.DECADE,
    "Y": Granularity.YEAR,
    "H": Granularity.HALF,
    "Q": Granularity.QUARTER,
    "S": Granularity.SEASON,
    "M": Granularity.MONTH,
    "W": Granularity.WEEK,
    "WE": Granularity.DAY,
    "D": Granularity.DAY,
}
_MONTHS = {"C": 1200, "E": 120, "Y": 12, "H": 6, "Q": 3, "S": 3, "M": 1}
_DAYS = {"F": 14, "W": 7, "WE": 7, "D": 1}
_SEASON = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def add(day: date, unit: str, count: int) -> date:
    """``count`` units from ``day``; the 31st falls back to a month's last day.

    Raises NoSuchDate outside the years 1 to 9999.
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=_DAYS[unit] * count)
        month = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
        first = date(month // 12, month % 12 + 1, 1)
        after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    except (ValueError, OverflowError) as error:
        raise NoSuchDate(f"{count}{unit} from {day}: {error}") from error
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))


@lru_cache(maxsize=4096)
def whole(unit: str, day: date) -> Interval:
    """The whole unit that holds ``day``: by Q, 2024-09-28 gives July to September."""
    if unit in ("D", "TH", "TM", "TS"):
        return Interval.day(day)
    if unit in ("W", "F"):
        monday = day - timedelta(days=day.isoweekday() - 1)
        return Interval(monday, monday + timedelta(days=7), Granularity.WEEK)
    if unit == "WE":
        saturday = day - timedelta(days=day.isoweekday() - 6)
        return Interval(saturday, saturday + timedelta(days=2), Granularity.DAY)
    if unit == "S":
        first = date(day.year, day.month - day.month % 3, 1) if day.month > 2 else None
        first = first or date(day.year - 1, 12, 1)
        return months(first.year, first.month, 3, Granularity.SEASON)
    count = _MONTHS[unit]
    if count > 12:
        first_year = day.year - day.year % (count // 12)
        return months(max(first_year, 1), 1, count, GRANULARITY[unit])
    return months(day.year, (day.month - 1) // count * count + 1, count, GRANULARITY[unit])


@lru_cache(maxsize=4096)
def part(unit: str, year: int, number: int) -> Interval:
    """The ``number``-th unit of a year: (Q, 2024, 3); seasons by their ISO codes, 21 to 24."""
    if unit == "S":
        return months(year, 3 * (number - 20), 3, Granularity.SEASON)
    count = _MONTHS[unit]
    return months(year, (number - 1) * count + 1, count, GRANULARITY[unit])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The ``nth`` ISO weekday of a month; -1 is the last one."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = months(year, month, 1, Granularity.MONTH).last
    assert last is not None
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday, Gregorian (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * week) // 433
    month = (h + week - 7 * m + 90) // 25
    return date(year, month, (h + week - 7 * m + 33 * month + 19) % 32)


def timex_value(interval: Interval) -> str:
    """TIMEX3's value of one whole unit: ``2024-Q3``, ``2024-W39``, ``202``, ``2024-SU``."""
    start = interval.start
    if start is None:
        return ""
    kind = interval.granularity  # those that are met most come first
    if kind is Granularity.DAY:
        if interval.days == 2 and start.isoweekday() == 6:
            iso = start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}-WE"
        return start.isoformat()
    if kind is Granularity.MONTH:
        return start.isoformat()[:7]
    if kind is Granularity.YEAR:
        return start.isoformat()[:4]
    if kind is Granularity.CENTURY:
        return f"{start.year // 100:02}"
    if kind is Granularity.DECADE:
        return f"{start.year // 10:03}"
    if kind is Granularity.HALF:
        return f"{start.year:04}-H{start.month // 6 + 1}"
    if kind is Granularity.QUARTER:
        return f"{start.year:04}-Q{start.month // 3 + 1}"
    if kind is Granularity.SEASON:
        return f"{start.year:04}-{_SEASON[start.month]}"
    iso = start.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"
