"""Dates as people write them: "2024-05~/2024-07~" is "around May – Jul 2024"."""

from dataclasses import replace
from datetime import date

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.language import gettext, mark

NO_DATE = mark("no date given")
_QUARTERS = (mark("Q1"), mark("Q2"), mark("Q3"), mark("Q4"))
_HALVES = (mark("first half of {year}"), mark("second half of {year}"))
_SEASONS = {
    3: mark("spring {year}"),
    6: mark("summer {year}"),
    9: mark("autumn {year}"),
    12: mark("winter {year}"),
}
_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"), mark("Jul"),
    mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip


def when(edtf: str, granularity: str = "") -> str:
    """The date as people write it: "2024-09-27" is "27 Sep 2024", "2024-05~/2024-07~" is
    "around May – Jul 2024", "../2025-08-21" is "by 21 Aug 2025", nothing is "no date given".
    """
    if not edtf:
        return gettext(NO_DATE)
    try:
        interval = Interval.parse(edtf)
    except NoSuchDate:
        return edtf
    if granularity.upper() in Granularity.__members__:
        interval = replace(interval, granularity=Granularity[granularity.upper()])
    words = _span(interval)
    if interval.approximate:
        words = gettext("around {date}", date=words)
    return gettext("{date} (uncertain)", date=words) if interval.uncertain else words


def _span(interval: Interval) -> str:
    first, last, unit = interval.start, interval.last, interval.granularity
    if first is None:
        return gettext("by {date}", date=written(last, unit)) if last else gettext(NO_DATE)
    if last is None:
        return gettext("since {date}", date=written(first, unit))
    whole = _whole(first, last, unit)
    if whole:
        return whole
    left, right = written(first, unit), written(last, unit)
    if left == right:
        return left
    if unit > Granularity.YEAR and first.year == last.year:
        left, right = _yearless(first, unit), _yearless(last, unit)
        return gettext("{start} – {end} {year}", start=left, end=right, year=first.year)
    return gettext("{start} – {end}", start=left, end=right)


def _whole(first: date, last: date, unit: Granularity) -> str:
    """The name of a quarter, half or season, where the interval is one; else nothing."""
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if unit is Granularity.QUARTER and length == 3 and first.month % 3 == 1:
        quarter = gettext(_QUARTERS[first.month // 3])
        return gettext("{quarter} {year}", quarter=quarter, year=first.year)
    if unit is Granularity.HALF and length == 6 and first.month in (1, 7):
        return gettext(_HALVES[first.month // 7], year=first.year)
    if unit is Granularity.SEASON and length == 3 and first.month in _SEASONS:
        return gettext(_SEASONS[first.month], year=first.year)
    if unit is Granularity.DECADE and first.year % 10 == 0 and length == 120:
        return gettext("{year}s", year=first.year)
    return ""


def written(day: date, unit: Granularity) -> str:
    """A day as finely as it is known: "27 Sep 2024", "Sep 2024", "2024"."""
    if unit <= Granularity.YEAR:
        return gettext("{year}", year=day.year)
    month = month_name(day.month)
    if unit < Granularity.WEEK:
        return gettext("{month} {year}", month=month, year=day.year)
    return gettext("{day} {month} {year}", day=day.day, month=month, year=day.year)


def _yearless(day: date, unit: Granularity) -> str:
    month = month_name(day.month)
    return month if unit < Granularity.WEEK else gettext("{day} {month}", day=day.day, month=month)


def month(day: date) -> str:
    """The month of a day: "Sep 2024"."""
    return written(day, Granularity.MONTH)


def month_name(number: int) -> str:
    """The short name of a month, 1 to 12: "Sep"."""
    return gettext(_MONTHS[number - 1])
