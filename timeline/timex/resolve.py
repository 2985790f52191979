"""Settling what words say with the publication day, the sentence and the dates named before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.model import FiscalCalendar, TimexType
from timeline.timex import fiscal, reckon
from timeline.timex.value import (
    Anchor,
    Clock,
    Ended,
    Every,
    Fixed,
    Holiday,
    Length,
    Point,
    Ref,
    Shift,
    Value,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is settled with.

    ``last`` is the last date named, ``quarter`` the last quarter with its TIMEX3 value;
    ``toward`` is the direction of the sentence; ``is_history`` says that the document tells of
    times far from its publication, so that a bare month is counted from ``last``.
    """

    dct: date | None
    toward: int = 0
    last: Interval | None = None
    quarter: Interval | None = None
    quarter_value: str = ""
    calendar: FiscalCalendar | None = None
    is_history: bool = False

    @property
    def base(self) -> date | None:
        """The day that bare dates are counted from."""
        if self.is_history and self.last is not None:
            return self.last.start or self.last.last
        return self.dct


@dataclass(frozen=True, slots=True)
class Settled:
    """TIMEX3's type and value, the days, and whether the publication day was needed."""

    type: TimexType
    value: str
    interval: Interval | None = None
    relative: bool = False
    other: str = ""


def settle(value: Value, context: Context) -> Settled | None:
    """What a value means here; None where it names no time after all.

    Without a publication day a relative value keeps an X for what is not known.  Raises
    NoSuchDate for "February 30".
    """
    match value:
        case Point():
            return _point(value, context)
        case Shift():
            return _shift(value, context)
        case Holiday():
            return _holiday(value, context)
        case Length():
            return Settled(TimexType.DURATION, value.iso, _stretch(value, context))
        case Every():
            return Settled(TimexType.SET, value.value)
        case Ref():
            return _ref(value, context)
        case Fixed():
            return Settled(value.type, value.value, value.interval)
        case Clock():
            return _clock(value, context)
        case Ended():
            return _ended(value, context)


# ---------------------------------------------------------------- points


def _point(value: Point, context: Context) -> Settled | None:
    if value.clock:
        return _timed(replace(value, clock=""), value.clock, context)
    if value.unit in "EC":
        interval = reckon.whole(value.unit, date(value.year or 1, 1, 1))
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval)
    if value.unit == "Q" and not value.part and value.year is not None:
        return _same_quarter(value.year, context)
    calendar = _calendar(value, context)
    if calendar and value.unit in ("Q", "MQ", "Y"):
        return _fiscal(value, context, calendar)
    if value.unit == "MQ":
        return _quarter_by_month(value, context)
    if value.weekday and not value.day:
        return _weekday(value, context)
    if value.year is not None:
        interval = _in_year(value, value.year)
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval)
    return _without_year(value, context)


def _same_quarter(year: int, context: Context) -> Settled | None:
    """ "the 1988 period": the quarter last named, in that year; without one, the year."""
    if context.quarter is None or context.quarter.start is None:
        return Settled(TimexType.DATE, f"{year:04}", Interval.of(year))
    named = context.quarter_value.partition("-")[0].removeprefix("FY")
    shift = Shift("Y", year - int(named), "Y", Anchor.QUARTER)
    return _from_quarter(shift, context, context.quarter)


def _quarter_by_month(value: Point, context: Context) -> Settled | None:
    """ "the July quarter" of a company whose calendar is not known: three months to July."""
    last = _point(replace(value, unit="M", fiscal=False), context)
    if last is None or last.interval is None or last.interval.end is None:
        return Settled(TimexType.DATE, "XXXX-QX", None, relative=True)
    end = last.interval.end
    text = f"{last.value[:4]}-Q{(value.part - 1) // 3 + 1}"
    whole = Interval(reckon.add(end, "M", -3), end, Granularity.MONTH)
    return replace(last, value=text, interval=whole)


def _in_year(value: Point, year: int) -> Interval:
    if value.unit == "D":
        return Interval.of(year, value.part, value.day)
    if value.unit == "Y":
        return Interval.of(year)
    return reckon.part(value.unit, year, value.part)


def _without_year(value: Point, context: Context) -> Settled | None:
    anchor = context.last if value.anchor is Anchor.LAST else None
    base = (anchor.start if anchor else None) or context.base
    if base is None:
        return Settled(TimexType.DATE, _unknown(value), None, relative=True)
    if value.shift is not None:
        interval = _in_year(value, base.year + value.shift)
    else:
        interval = _nearest(value, base, context)
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)


def _unknown(value: Point) -> str:
    if value.unit == "D":
        if value.weekday and not value.day:
            return f"XXXX-WXX-{value.weekday}"
        return f"XXXX-{value.part:02}-{value.day:02}"
    if value.unit == "M":
        return f"XXXX-{value.part:02}"
    if value.unit == "S":
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[value.part - 21]}"
    return "XXXX" if value.unit == "Y" else f"XXXX-{value.unit}{value.part}"


_YEARS = 8  # as far as the next 29 February may be


def _nearest(value: Point, base: date, context: Context) -> Interval:
    """The year's part that the sentence means, out of the years about the base."""
    near = []
    for year in range(base.year - _YEARS, base.year + _YEARS + 1):
        try:
            near.append(_in_year(value, year))
        except NoSuchDate:
            continue
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
        return _onward(near, context) or (back or near)[-1]
    if not back or not ahead:
        return (back or ahead or near)[-1]
    return _closest(back[-1], ahead[0], base, context.toward)


_NEAR, _SOON = timedelta(days=62), timedelta(days=150)


def _closest(back: Interval, ahead: Interval, base: date, toward: int) -> Interval:
    """The way the sentence looks, unless the other is much nearer: "Dec. 1" in November.

    Looking ahead, half a year and more is not gone where the same words name a day of the last
    two months; looking back, a day to come within two months beats one ten months gone.
    """
    if ahead.start is None or back.last is None:
        return back
    until, since = ahead.start - base, base - back.last
    if since <= timedelta(0):
        return back
    if toward > 0:
        return back if until > _SOON and since < _NEAR else ahead
    ratio = 6 if toward < 0 else 3
    return ahead if until < _NEAR and until * ratio < since else back


def _onward(near: Sequence[Interval], context: Context) -> Interval | None:
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
        return _day(monday + timedelta(days=value.weekday - 1))
    if base is None:
        return Settled(TimexType.DATE, _unknown(value), None, relative=True)
    back = (base.isoweekday() - value.weekday) % 7
    if value.toward == -1:
        return _day(base - timedelta(days=back or 7))
    if value.toward == 1:
        return _day(base + timedelta(days=7 - back))
    if value.toward == 0 and context.toward >= 0 or value.toward is None and context.toward > 0:
        return _day(base + timedelta(days=(7 - back) % 7))
    return _day(base - timedelta(days=back))


def _day(day: date) -> Settled:
    return Settled(TimexType.DATE, day.isoformat(), Interval.day(day), relative=True)


# ---------------------------------------------------------------- shifts


def _shift(value: Shift, context: Context) -> Settled | None:
    if value.clock:
        return _timed(replace(value, clock=""), value.clock, context)
    if value.anchor is Anchor.QUARTER:
        if context.quarter is not None:
            return _from_quarter(value, context, context.quarter)
        value = replace(value, anchor=Anchor.DCT)
        if value.unit == "Q" and value.count == 0:
            return _latest_quarter(context)
    if value.fiscal and context.calendar and context.dct:
        year = fiscal.fiscal_year_of(context.calendar, context.dct) + (value.count or 0)
        whole = fiscal.fiscal_interval(context.calendar, year)
        return Settled(TimexType.DATE, f"FY{year}", whole, True, str(year))
    anchor = Interval.day(context.dct) if context.dct else None
    if value.anchor is Anchor.LAST and context.last is not None:
        anchor = context.last
    elif context.is_history and context.last is not None and value.unit != "D":
        anchor = context.last
    if anchor is None or anchor.start is None:
        return Settled(TimexType.DATE, _no_anchor(value), None, relative=True)
    if value.count is None:
        return _some_ago(value, anchor.start)
    return _counted(value, anchor)


def _no_anchor(value: Shift) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(
        value.grain, "XXXX"
    )


def _counted(value: Shift, anchor: Interval) -> Settled | None:
    assert anchor.start is not None and value.count is not None
    if value.unit == "WE" and value.count == 0 and value.sign < 0:
        back = (anchor.start.isoweekday() - 6) % 7
        interval = reckon.whole("WE", anchor.start - timedelta(days=back))
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)
    if value.unit[0] == "T":
        return Settled(TimexType.DATE, anchor.start.isoformat(), Interval.day(anchor.start), True)
    start = anchor.start
    if value.sign > 0 and value.count > 0 and anchor.last and value.unit == "D":
        start = anchor.last
    target = reckon.add(start, value.unit, value.sign * value.count)
    grain = value.grain
    wanted = reckon.GRANULARITY.get(grain, Granularity.DAY)
    if wanted > anchor.granularity and grain in "DWMQ" and anchor.granularity < Granularity.WEEK:
        interval = _coarse(anchor, target)
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval.about(), True)
    interval = reckon.whole(grain, target)
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)


def _coarse(anchor: Interval, target: date) -> Interval:
    """No finer than what it is counted from: "two days later" after "in May"."""
    unit = "M" if anchor.granularity >= Granularity.QUARTER else "Y"
    return reckon.whole(unit, target)


_SOME = {"D": (7, 2), "W": (7, 2), "M": (4, 2), "Y": (6, 3), "Q": (4, 2), "E": (5, 2), "C": (5, 2)}


def _some_ago(value: Shift, day: date) -> Settled | None:
    """ "several months ago": between two and four of them, about."""
    mark = "PAST_REF" if value.sign < 0 else "FUTURE_REF"
    if value.unit not in _SOME:
        return Settled(TimexType.DATE, mark, None, relative=True)
    interval = _about(value.unit, day, value.sign, _SOME[value.unit])
    return Settled(TimexType.DATE, mark, interval, relative=True)


def _about(unit: str, day: date, sign: int, bounds: tuple[int, int]) -> Interval:
    far, near = (reckon.add(day, unit, sign * count) for count in bounds)
    grain = {"D": "D", "W": "D", "M": "M", "Q": "M"}.get(unit, "Y")
    one, two = reckon.whole(grain, min(far, near)), reckon.whole(grain, max(far, near))
    return Interval(one.start, two.end, one.granularity, approximate=True)


def _from_quarter(value: Shift, context: Context, quarter: Interval) -> Settled | None:
    assert quarter.start is not None and quarter.end is not None
    if value.unit == "Q" and not value.count:
        return Settled(TimexType.DATE, context.quarter_value, quarter, relative=True)
    years = (value.count or 0) * value.sign
    written = context.quarter_value
    year, dash, rest = written.partition("-")
    prefix = "FY" if year.startswith("FY") else ""
    text = f"{prefix}{int(year.removeprefix('FY')) + years}{dash}{rest}"
    interval = Interval(
        reckon.add(quarter.start, "Y", years),
        reckon.add(quarter.end, "Y", years),
        quarter.granularity,
        approximate=quarter.granularity is Granularity.DAY,
    )
    return Settled(TimexType.DATE, text, interval, relative=True)


def _latest_quarter(context: Context) -> Settled | None:
    if context.dct is None:
        return Settled(TimexType.DATE, "XXXX-QX", None, relative=True)
    if context.calendar is not None:
        return _latest_fiscal(context.calendar, context.dct, 0)
    interval = reckon.whole("Q", reckon.add(context.dct, "M", -3))
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)


# ---------------------------------------------------------------- fiscal periods


def _calendar(value: Point, context: Context) -> FiscalCalendar | None:
    if value.unit in ("Q", "MQ") and value.toward is None or value.fiscal:
        return context.calendar
    return None


def _fiscal(value: Point, context: Context, calendar: FiscalCalendar) -> Settled | None:
    """A year or quarter by the company's calendar; the other reading is the calendar's own."""
    if value.unit == "Y":
        year = _fiscal_year(value, context, calendar)
        if year is None:
            return None
        whole = fiscal.fiscal_interval(calendar, year)
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
    year = fiscal.fiscal_year_of(calendar, context.dct)
    whole = fiscal.fiscal_interval(calendar, year, quarter)
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
    return fiscal.fiscal_year_of(calendar, context.dct) + (value.shift or 0)


def _fiscal_quarter(
    calendar: FiscalCalendar, year: int, quarter: int, value: Point, *, is_relative: bool
) -> Settled:
    interval = fiscal.fiscal_interval(calendar, year, quarter)
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


def _latest_fiscal(calendar: FiscalCalendar, day: date, back: int) -> Settled:
    year, quarter = fiscal.fiscal_year_of(calendar, day), 4
    while True:
        interval = fiscal.fiscal_interval(calendar, year, quarter)
        if interval.end is not None and interval.end <= day:
            break
        year, quarter = (year, quarter - 1) if quarter > 1 else (year - 1, 4)
    return Settled(TimexType.DATE, f"FY{year}-Q{quarter}", interval, relative=True)


def _ended(value: Ended, context: Context) -> Settled | None:
    """A quarter or year by its last day; a weekday year starts on the day after thirteen weeks."""
    last = _point(value.end, context)
    if last is None or last.interval is None or last.interval.end is None:
        return Settled(TimexType.DATE, "XXXX-QX" if value.unit == "Q" else "XXXX", None, True)
    end = last.interval.end
    whole_months = end.day == 1
    months = 3 if value.unit == "Q" else 12
    if whole_months:
        interval = Interval(reckon.add(end, "M", -months), end, Granularity.MONTH)
    else:
        interval = Interval(end - timedelta(weeks=13 if months == 3 else 52), end)
    last_day = end - timedelta(days=1)
    if months == 12:
        return Settled(TimexType.DURATION, "P1Y", interval, last.relative)
    number = value.number or (last_day.month - 1) // 3 + 1
    return Settled(TimexType.DATE, f"{last_day.year}-Q{number}", interval, last.relative)


# ---------------------------------------------------------------- the rest


def _timed(day: Value, clock: str, context: Context) -> Settled | None:
    settled = settle(day, context)
    if settled is None:
        return None
    return replace(settled, type=TimexType.TIME, value=f"{settled.value}{clock}")


def _clock(value: Clock, context: Context) -> Settled | None:
    """A time of day alone is of the last day named in the sentence, or the publication's."""
    if value.is_part:
        return None
    if context.dct is None:
        return Settled(TimexType.TIME, f"XXXX-XX-XX{value.time}", None, relative=True)
    day = Interval.day(context.dct)
    return Settled(TimexType.TIME, f"{context.dct}{value.time}", day, relative=True)


def _holiday(value: Holiday, context: Context) -> Settled | None:
    if value.clock:
        return _timed(replace(value, clock=""), value.clock, context)
    if value.rule == "lunar":
        return Settled(TimexType.DATE, "XXXX", None, relative=True)
    base = context.base
    if value.year is not None:
        day = holiday_date(value.rule, value.year)
        return Settled(TimexType.DATE, day.isoformat(), Interval.day(day))
    if base is None:
        return Settled(TimexType.DATE, "XXXX-XX-XX", None, relative=True)
    if value.shift is not None:
        return _day(holiday_date(value.rule, base.year + value.shift))
    near = [Interval.day(holiday_date(value.rule, base.year + step)) for step in (-1, 0, 1)]
    back = [day for day in near if day.start is not None and day.start <= base]
    ahead = [day for day in near if day.end is not None and day.end > base]
    if context.is_history:
        interval = _onward(near, context) or back[-1]
    elif value.toward is not None:
        interval = ahead[0] if value.toward > 0 else back[-1]
    else:
        interval = _closest(back[-1], ahead[0], base, context.toward)
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)


def holiday_date(rule: str, year: int) -> date:
    """The day of a holiday as the lexicon spells it: "11-4-4" is November's fourth Thursday."""
    if rule.startswith("easter"):
        return reckon.easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    plain, _, plus = rule.partition("+")
    month, _, rest = plain.partition("-")
    if len(rest) == 2 and rest.isdecimal():
        return date(year, int(month), int(rest))
    weekday, _, nth = rest.partition("-")
    day = reckon.nth_weekday(year, int(month), int(weekday), int(nth))
    return day + timedelta(days=int(plus or 0))


def _stretch(value: Length, context: Context) -> Interval | None:
    """The days of "the past two years", counted from the publication."""
    if not value.toward or context.dct is None or value.unit[:1] in ("", "T"):
        return None
    if value.count is None:
        return _recent(value.unit, context.dct, value.toward)
    far = reckon.add(context.dct, value.unit, value.toward * value.count)
    grain = "D" if value.unit in ("D", "W", "F", "WE") else "M"
    one = reckon.whole(grain, min(far, context.dct))
    two = reckon.whole(grain, max(far, context.dct))
    return Interval(one.start, two.end, one.granularity, approximate=True)


_RECENT = {
    "D": ("D", 5),
    "W": ("W", 5),
    "M": ("M", 4),
    "Q": ("M", 9),
    "Y": ("Y", 4),
    "E": ("Y", 40),
}


def _recent(unit: str, dct: date, sign: int) -> Interval | None:
    if unit not in _RECENT:
        return None
    step, count = _RECENT[unit]
    far = reckon.add(dct, step, sign * count)
    grain = {"D": "D", "W": "M", "M": "M", "Q": "M"}.get(unit, "Y")
    one, two = reckon.whole(grain, min(far, dct)), reckon.whole(grain, max(far, dct))
    return Interval(one.start, two.end, one.granularity, approximate=True)


def _ref(value: Ref, context: Context) -> Settled | None:
    interval = None
    if value.unit and context.dct is not None and value.value != "PRESENT_REF":
        interval = _recent(value.unit, context.dct, -1 if value.value == "PAST_REF" else 1)
    return Settled(TimexType.DATE, value.value, interval, relative=True)
