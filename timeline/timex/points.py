"""Settling fields of the calendar: the year of "October", the day of "on Friday"."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.model import FiscalCalendar, TimexType
from timeline.timex import periods, reckon, shifts
from timeline.timex.settled import NEARER, Context, Settled, on_day
from timeline.timex.value import (
    Anchor,
    Point,
    Shift,
)
from timeline.values import replace


def settle_point(value: Point, context: Context) -> Settled | None:
    if value.is_short and value.year is not None and context.dct is not None:
        reach = _AHEAD if context.toward > 0 else _SINCE
        is_gone = value.year > context.dct.year + reach
        value = replace(value, year=value.year - 100 * is_gone, is_short=False)
    if value.unit in "EC":
        interval = reckon.whole(value.unit, date(value.year or 1, 1, 1))
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval)
    if value.unit == "Q" and not value.part and value.year is not None:
        return _same_quarter(value.year, context)
    calendar = _calendar(value, context)
    if calendar and value.unit in ("Q", "MQ", "Y"):
        return periods.settle_fiscal(value, context, calendar)
    if value.unit == "MQ":
        return _quarter_by_month(value, context)
    if value.weekday and not value.day:
        return _weekday(value, context)
    if value.year is not None:
        interval = _in_year(value, value.year)
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval)
    return _without_year(value, context)


def _same_quarter(year: int, context: Context) -> Settled | None:
    """The quarter last named, in another year: "the 1988 period"; without one, the year."""
    if context.quarter is None or context.quarter.start is None:
        return Settled(TimexType.DATE, f"{year:04}", Interval.of(year))
    named = context.quarter_value.partition("-")[0].removeprefix("FY")
    shift = Shift("Y", year - int(named), "Y", Anchor.QUARTER)
    return shifts.from_quarter(shift, context, context.quarter)


def _quarter_by_month(value: Point, context: Context) -> Settled | None:
    """Three months to July, for "the July quarter" where no calendar is known."""
    last = settle_point(replace(value, unit="M", fiscal=False), context)
    if last is None or last.interval is None or last.interval.end is None:
        return Settled(TimexType.DATE, "XXXX-QX", None, relative=True)
    end = last.interval.end
    text = f"{last.value[:4]}-Q{(value.part - 1) // 3 + 1}"
    whole = Interval(reckon.add(end, "M", -3), end, Granularity.MONTH)
    return replace(last, value=text, interval=whole)


def _in_year(value: Point, year: int) -> Interval:
    return _part_of_year(value.unit, year, value.part, value.day)


@lru_cache(maxsize=4096)
def _part_of_year(unit: str, year: int, part: int, day: int) -> Interval:
    if unit == "D":
        return Interval.of(year, part, day)
    if unit == "Y":
        return Interval.of(year)
    return reckon.part(unit, year, part)


def _without_year(value: Point, context: Context) -> Settled | None:
    anchor = context.last if value.anchor is Anchor.LAST else None
    base = (anchor.start if anchor else None) or context.base
    if base is None:
        return Settled(TimexType.DATE, unknown(value), None, relative=True)
    if value.shift is not None:
        interval = _in_year(value, base.year + value.shift)
    else:
        interval = _nearest(value, base, context)
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)


def unknown(value: Point) -> str:
    if value.unit == "D":
        if value.weekday and not value.day:
            return f"XXXX-WXX-{value.weekday}"
        return f"XXXX-{value.part:02}-{value.day:02}"
    if value.unit == "M":
        return f"XXXX-{value.part:02}"
    if value.unit == "S":
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[value.part - 21]}"
    return "XXXX" if value.unit == "Y" else f"XXXX-{value.unit}{value.part}"


_AHEAD, _SINCE = 40, 1  # years that "'29" may lie ahead, where the words look there or not
_LEAP = 8  # years to the next 29 February at most


def _about(value: Point, year: int) -> list[Interval]:
    """The part of the years about ``year``, in order; years without it left out."""
    reach = _LEAP if value.unit == "D" and (value.part, value.day) == (2, 29) else 1
    near = []
    for one in range(max(year - reach, 1), year + reach + 1):
        try:
            near.append(_in_year(value, one))
        except NoSuchDate:
            continue
    return near


def _nearest(value: Point, base: date, context: Context) -> Interval:
    """The year's part that the sentence means, out of the years about the base."""
    near = _about(value, base.year)
    if not near:
        raise NoSuchDate(f"{value.part}-{value.day}: no such day in any year near {base}")
    back = [one for one in near if one.start is not None and one.start <= base]
    ahead = [one for one in near if one.end is not None and one.end > base]
    if value.toward == -1:
        ended = [one for one in back if one.end is not None and one.end <= base]
        return (ended or back or near)[-1]
    if value.toward == 1:
        later = [one for one in ahead if one.start is not None and one.start > base]
        return (later or near)[0]
    if value.toward == 0:
        same = [one for one in near if one.start is not None and one.start.year == base.year]
        return (same or near)[0]
    if context.is_history:
        return onward(near, context) or (back or near)[-1]
    if not back or not ahead:
        return (back or ahead or near)[-1]
    toward = context.toward * 2 if value.unit != "D" else context.toward
    return closest(back[-1], ahead[0], base, toward)


_NEAR, _SOON = timedelta(days=62), timedelta(days=150)


def closest(back: Interval, ahead: Interval, base: date, toward: int) -> Interval:
    """The way the sentence looks, unless the other is much nearer: "Dec. 1" in November.

    Looking ahead, half a year and more is not gone where the same words name a day of the last
    two months; looking back, a day (not a month, with ``toward`` -2) to come within two months
    beats one ten months gone.
    """
    if ahead.start is None or back.last is None:
        return back
    until, since = ahead.start - base, base - back.last
    if since <= timedelta(0):
        return back
    if toward >= NEARER:
        return ahead if until < since else back
    if toward > 0:
        return back if until > _SOON and since < _NEAR else ahead
    if toward < -1:
        return back
    ratio = 6 if toward < 0 else 3
    return ahead if until < _NEAR and until * ratio < since else back


def onward(near: Sequence[Interval], context: Context) -> Interval | None:
    """In a history, the year last named, or the next where the story moves on over New Year."""
    last = context.last.start if context.last else None
    if last is None:
        return None
    same = next((one for one in near if one.start and one.start.year == last.year), None)
    if same is None or same.start is None or same.start.month >= last.month:
        return same
    is_onward = last.month >= 10 and same.start.month <= 3
    following = (one for one in near if one.start and one.start.year == last.year + 1)
    return next(following, same) if is_onward else same


def _weekday(value: Point, context: Context) -> Settled | None:
    base = context.base
    if value.anchor is Anchor.LAST and context.last and context.last.start:
        base = context.last.start
    elif value.shift is not None and context.dct:
        monday = reckon.whole("W", context.dct + timedelta(weeks=value.shift)).start
        assert monday is not None
        return on_day(monday + timedelta(days=value.weekday - 1))
    if base is None:
        return Settled(TimexType.DATE, unknown(value), None, relative=True)
    back = (base.isoweekday() - value.weekday) % 7
    if value.toward == -1:
        return on_day(base - timedelta(days=back or 7))
    if value.toward == 1:
        return on_day(base + timedelta(days=7 - back))
    if (value.toward == 0 and context.toward >= 0) or (value.toward is None and context.toward > 0):
        return on_day(base + timedelta(days=(7 - back) % 7))
    return on_day(base - timedelta(days=back))


def _calendar(value: Point, context: Context) -> FiscalCalendar | None:
    if value.is_plain:
        return None
    if (value.unit in ("Q", "MQ") and value.toward is None) or value.fiscal:
        return context.calendar
    return None
