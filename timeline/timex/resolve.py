"""Settling what words say with the publication day, the sentence and the dates named before."""

from datetime import date, timedelta
from functools import lru_cache

from timeline.interval import Granularity, Interval
from timeline.model import TimexType
from timeline.timex import points, reckon, shifts
from timeline.timex.holidays import settle_holiday
from timeline.timex.settled import Context, Settled, on_day
from timeline.timex.value import (
    Beside,
    Clock,
    Ended,
    Every,
    Fixed,
    Holiday,
    Length,
    Nth,
    Point,
    Portion,
    Ref,
    Shift,
    Value,
)
from timeline.values import replace


def settle(value: Value, context: Context) -> Settled | None:
    """What a value means here; None where it names no time after all.

    Without a publication day a relative value keeps an X for what is not known.  Raises
    NoSuchDate for "February 30".
    """
    if clock := getattr(value, "clock", ""):
        assert isinstance(value, Point | Shift | Holiday | Nth | Portion | Fixed)
        day = _settle(replace(value, clock=""), context)
        return day and replace(day, type=TimexType.TIME, value=f"{day.value}{clock}")
    return _settle(value, context)


def _settle(value: Value, context: Context) -> Settled | None:
    match value:
        case Point():
            return points.settle_point(value, context)
        case Shift():
            return shifts.settle_shift(value, context)
        case Length():
            return Settled(TimexType.DURATION, value.iso, _stretch(value, context))
        case Clock():
            return _clock(value, context)
        case Every():
            return Settled(TimexType.SET, value.value)
        case Ref():
            return _ref(value, context)
        case Fixed():
            return Settled(value.type, value.value, value.interval)
        case Holiday():
            return settle_holiday(value, context)
        case Ended():
            return _ended(value, context)
        case Beside():
            return _beside(value, context)
        case Nth():
            return _nth(value, context)
        case Portion():
            return _portion(value, context)


def _ended(value: Ended, context: Context) -> Settled | None:
    """A quarter or year by its last day; a weekday year starts on the day after thirteen weeks."""
    last = points.settle_point(value.end, context)
    if last is None or last.interval is None or last.interval.end is None:
        return Settled(TimexType.DATE, "XXXX-QX" if value.unit == "Q" else "XXXX", None, True)
    end = last.interval.end
    if not value.count:
        week = reckon.whole(value.unit, end - timedelta(days=1))
        return Settled(TimexType.DATE, reckon.timex_value(week), week, last.relative)
    if value.unit in ("W", "M"):
        start = end - timedelta(weeks=1) if value.unit == "W" else reckon.add(end, "M", -1)
        middle = reckon.whole(value.unit, start + (end - start) / 2)
        week = Interval(start, end)
        return Settled(TimexType.DATE, reckon.timex_value(middle), week, last.relative)
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


def _beside(value: Beside, context: Context) -> Settled | None:
    """The day before or after one that is known: "the day before last Tuesday"."""
    base = settle(value.day, context) if value.day else None
    if base is None or base.interval is None or base.interval.start is None:
        return None
    day = base.interval.start + timedelta(days=value.step)
    return replace(on_day(day), relative=base.relative) if base.interval.days == 1 else None


def _portion(value: Portion, context: Context) -> Settled | None:
    """A day of a month by its number; a week of it has the month's value and its own days."""
    month = settle(value.month, context)
    if month is None or month.interval is None or month.interval.start is None:
        return Settled(TimexType.DATE, f"{'XXXX-XX'}{'-XX' * (value.unit == 'D')}", None, True)
    first, last, number = month.interval.start, month.interval.last, value.number
    assert last is not None
    if value.weekday:
        day = reckon.nth_weekday(first.year, first.month, value.weekday, number)
        return on_day(day) if day <= last else None
    step = 7 if value.unit == "W" else 1
    start = last - timedelta(days=step - 1)
    start = first + timedelta(days=step * (number - 1)) if number > 0 else start
    if start > last:
        return None
    if value.unit == "D":
        return on_day(start)
    end = min(start, last) + timedelta(days=7)
    return replace(month, interval=Interval(start, min(end, last + timedelta(days=1))))


_HALF = timedelta(days=15)


def _nth(value: Nth, context: Context) -> Settled | None:
    """A day of a counted month; else of the month last named, or next to the publication."""
    month = settle(value.month, context) if value.month else None
    if value.month is not None and (month is None or month.interval is None):
        return Settled(TimexType.DATE, f"XXXX-XX-{value.day:02}", None, relative=True)
    named = month.interval if month else context.last
    base = (named.start or named.last) if named else context.dct
    if base is None:
        return Settled(TimexType.DATE, f"XXXX-XX-{value.day:02}", None, relative=True)
    if month is not None:
        return on_day(_of_month(base, value.day))
    first = base.replace(day=1)
    near = [reckon.add(first, "M", step) for step in (-2, -1, 0, 1)]
    days = [_of_month(one, value.day) for one in near if value.day <= _length(one)]
    if named is not None:
        before = timedelta(0) if value.is_onward else _HALF
        return on_day(next(day for day in days if day + before > base or day == base))
    toward = context.toward if value.toward is None else value.toward
    ahead = [day for day in days if day >= base]
    back = [day for day in days if day <= base]
    return on_day(ahead[0] if ahead and (toward > 0 or not back) else back[-1])


def _of_month(month: date, day: int) -> date:
    interval = Interval.of(month.year, month.month, day)
    assert interval.start is not None
    return interval.start


def _length(month: date) -> int:
    return Interval.of(month.year, month.month).days or 0


def _clock(value: Clock, context: Context) -> Settled | None:
    """A time of day alone is of the last day named in the sentence, or the publication's."""
    if value.is_part and not value.back:
        return None
    last = context.last
    named = last.start if last and last.days == 1 else None
    on = named or (None if context.is_history else context.dct)
    if on is None:
        return Settled(TimexType.TIME, f"XXXX-XX-XX{value.time}", None, relative=True)
    if value.back and (named is None or named == context.dct):
        on -= timedelta(days=value.back)
    return Settled(TimexType.TIME, f"{on}{value.time}", Interval.day(on), relative=True)


def _stretch(value: Length, context: Context) -> Interval | None:
    """The days of "the past two years", counted from the publication, or from its own end."""
    if value.end is not None and value.count:
        last = points.settle_point(value.end, context)
        end = last.interval.end if last and last.interval else None
        if end is None:
            return None
        kind = Granularity.MONTH if end.day == 1 else Granularity.DAY
        return Interval(reckon.add(end, value.unit, -value.count), end, kind)
    if not value.toward or context.dct is None or value.unit[:1] in ("", "T"):
        return None
    if value.count is None:
        return _recent(value.unit, context.dct, value.toward)
    return _from(context.dct, value.unit, value.toward * value.count)


@lru_cache(maxsize=4096)
def _from(dct: date, unit: str, count: int) -> Interval:
    """The days from the publication to so many units on, or back to them."""
    far = reckon.add(dct, unit, count)
    grain = "D" if unit in ("D", "W", "F", "WE") else "M"
    one, two = reckon.whole(grain, min(far, dct)), reckon.whole(grain, max(far, dct))
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
    if context.is_history and value.value == "FUTURE_REF" and not value.unit:
        return None  # "soon" in a tale of the past is no future
    if value.unit and context.dct is not None and value.value != "PRESENT_REF":
        interval = _recent(value.unit, context.dct, -1 if value.value == "PAST_REF" else 1)
    return Settled(TimexType.DATE, value.value, interval, relative=True)
