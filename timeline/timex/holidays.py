"""Settling named days: "on Halloween", "Easter 2024", "the Lunar New Year", "Golden Week"."""

from datetime import date, timedelta

from timeline.interval import Granularity, Interval
from timeline.lexicon import load
from timeline.model import TimexType
from timeline.timex import points, reckon
from timeline.timex.settled import Context, Settled
from timeline.timex.value import Holiday


def settle_holiday(value: Holiday, context: Context) -> Settled | None:
    base = context.base
    if value.year is not None:
        return _settled(_in(value.rule, value.year), is_relative=False)
    if base is None:
        return _settled(None)
    if value.shift is not None:
        return _settled(_in(value.rule, base.year + value.shift))
    near = [day for step in (-1, 0, 1) if (day := _in(value.rule, base.year + step))]
    back = [day for day in near if day.start is not None and day.start <= base]
    ahead = [day for day in near if day.end is not None and day.end > base]
    if not back or not ahead:
        return _settled(None)
    if context.is_history:
        return _settled(points.onward(near, context) or back[-1])
    if value.toward is not None:
        return _settled(ahead[0] if value.toward > 0 else back[-1])
    return _settled(points.closest(back[-1], ahead[0], base, context.toward))


def _settled(interval: Interval | None, *, is_relative: bool = True) -> Settled:
    if interval is None or interval.start is None:
        return Settled(TimexType.DATE, "XXXX-XX-XX", None, relative=True)
    return Settled(TimexType.DATE, interval.start.isoformat(), interval, is_relative)


def _in(rule: str, year: int) -> Interval | None:
    """The days of a holiday, as many as the rule says behind a slash: "10-01/7"."""
    plain, _, count = rule.partition("/")
    first = holiday_date(plain, year)
    if first is None:
        return None
    return Interval(first, first + timedelta(days=int(count or 1)), Granularity.DAY)


def holiday_date(rule: str, year: int) -> date | None:
    """The day of a holiday as the lexicon spells it: "11-4-4" is November's fourth Thursday.

    None for a feast of the moon's calendar in a year that the lexicon's table does not hold.
    """
    plain, _, plus = rule.partition("+")
    if plain.startswith("easter"):
        return reckon.easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if plain in load("timex")["lunar"]:
        day = _by_the_moon(plain, year)
    else:
        month, _, rest = plain.partition("-")
        if len(rest) == 2 and rest.isdecimal():
            return date(year, int(month), int(rest))
        weekday, _, nth = rest.partition("-")
        day = reckon.nth_weekday(year, int(month), int(weekday), int(nth))
    return day and day + timedelta(days=int(plus or 0))


def _by_the_moon(name: str, year: int) -> date | None:
    days = load("timex")["lunar"][name]
    assert isinstance(days, list)
    return next((date.fromisoformat(str(day)) for day in days if str(day)[:4] == str(year)), None)
