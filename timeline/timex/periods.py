"""Fiscal years and quarters in days, by a company's calendar."""

from datetime import date, timedelta

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.model import FiscalCalendar, TimexType
from timeline.timex import reckon
from timeline.timex.settled import Context, Settled
from timeline.timex.value import (
    Point,
)

_WEEKDAYS = {"sunday": 7, "saturday": 6, "friday": 5}


def year_end(calendar: FiscalCalendar, year: int) -> date:
    """The last day of fiscal ``year``: for Nvidia 2025, 26 January 2025.

    Raises NoSuchDate outside the years 1 to 9999.
    """
    return _end_of_month(calendar, year + calendar.offset, calendar.month)


def _end_of_month(calendar: FiscalCalendar, year: int, month: int) -> date:
    kind, _, weekday = calendar.rule.partition("_")
    try:
        if kind == "last" and weekday in _WEEKDAYS:
            return reckon.nth_weekday(year, month, _WEEKDAYS[weekday], -1)
        last = Interval.of(year, month).last
    except ValueError as error:
        raise NoSuchDate(f"fiscal {year}: {error}") from error
    assert last is not None
    return last


def fiscal_interval(calendar: FiscalCalendar, year: int, quarter: int = 0) -> Interval:
    """A fiscal year or its quarter in days: Nvidia (2025, 2) is 2024-04-29/2024-07-28.

    Years by a weekday rule have quarters of thirteen weeks, the last one taking up the odd week.
    """
    first = year_end(calendar, year - 1) + timedelta(days=1)
    last = year_end(calendar, year)
    if not quarter:
        kind = Granularity.MONTH if calendar.rule == "month_end" else Granularity.DAY
        return Interval(first, last + timedelta(days=1), kind)
    if calendar.rule == "month_end":
        start = reckon.add(first, "M", 3 * (quarter - 1))
        return Interval(start, reckon.add(start, "M", 3), Granularity.MONTH)
    start = first + timedelta(weeks=13 * (quarter - 1))
    end = last + timedelta(days=1) if quarter == 4 else start + timedelta(weeks=13)
    return Interval(start, end, Granularity.DAY)


def fiscal_year_of(calendar: FiscalCalendar, day: date) -> int:
    """The fiscal year that holds ``day``."""
    year = day.year - calendar.offset - 1
    while year_end(calendar, year) < day:
        year += 1
    return year


def settle_fiscal(value: Point, context: Context, calendar: FiscalCalendar) -> Settled | None:
    """A year or quarter by the company's calendar; the other reading is the calendar's own."""
    if value.unit == "Y":
        year = _fiscal_year(value, context, calendar)
        if year is None:
            return None
        whole = fiscal_interval(calendar, year)
        return Settled(TimexType.DATE, str(year), whole, value.year is None, str(year))
    quarter = value.part
    if value.unit == "MQ":
        quarter = _quarter_ending(calendar, value.part)
    if value.year is not None or value.shift is not None:
        year = _fiscal_year(value, context, calendar)
        if year is None:
            return Settled(TimexType.DATE, f"XXXX-Q{quarter}", None, relative=True)
        return _fiscal_quarter(calendar, year, quarter, value, is_relative=value.year is None)
    if context.dct is None:
        return Settled(TimexType.DATE, f"XXXX-Q{quarter}", None, relative=True)
    year = fiscal_year_of(calendar, context.dct)
    whole = fiscal_interval(calendar, year, quarter)
    assert whole.end is not None
    if context.toward <= 0 and whole.end > context.dct:
        year -= 1
    elif context.toward > 0 and whole.end <= context.dct:
        year += 1
    return _fiscal_quarter(calendar, year, quarter, value, is_relative=True)


def _fiscal_year(value: Point, context: Context, calendar: FiscalCalendar) -> int | None:
    if value.year is not None:
        return value.year
    if context.dct is None:
        return None
    return fiscal_year_of(calendar, context.dct) + (value.shift or 0)


def _fiscal_quarter(
    calendar: FiscalCalendar, year: int, quarter: int, value: Point, *, is_relative: bool
) -> Settled:
    interval = fiscal_interval(calendar, year, quarter)
    other = ""
    if value.unit == "Q" and not value.fiscal and interval.last:
        near = reckon.part("Q", interval.last.year, quarter)
        if near.start and interval.start and near.start > interval.last:
            near = reckon.part("Q", interval.last.year - 1, quarter)
        other = near.edtf
    return Settled(TimexType.DATE, f"FY{year}-Q{quarter}", interval, is_relative, other)


def _quarter_ending(calendar: FiscalCalendar, month: int) -> int:
    """The fiscal quarter that ends in a month or, by a weekday rule, within days of it."""
    behind = (month - calendar.month) % 12
    return (behind + 1) // 3 or 4


def latest_fiscal(calendar: FiscalCalendar, day: date) -> Settled:
    """The company's last quarter that was over by that day: "the latest quarter"."""
    year, quarter = fiscal_year_of(calendar, day), 4
    while True:
        interval = fiscal_interval(calendar, year, quarter)
        if interval.end is not None and interval.end <= day:
            break
        year, quarter = (year, quarter - 1) if quarter > 1 else (year - 1, 4)
    return Settled(TimexType.DATE, f"FY{year}-Q{quarter}", interval, relative=True)
