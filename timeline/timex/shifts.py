"""Settling counts from an anchor: "last week", "two days later", "a year earlier"."""

from datetime import date, timedelta

from timeline.interval import Granularity, Interval
from timeline.model import TimexType
from timeline.timex import periods, reckon
from timeline.timex.settled import Context, Settled
from timeline.timex.value import (
    Anchor,
    Shift,
)
from timeline.values import replace


def settle_shift(value: Shift, context: Context) -> Settled | None:
    if value.anchor is Anchor.QUARTER:
        if context.quarter is not None:
            return from_quarter(value, context, context.quarter)
        value = replace(value, anchor=Anchor.DCT)
        if value.unit == "Q" and value.count == 0:
            return _latest_quarter(context)
    if value.fiscal and context.calendar and context.dct:
        year = periods.fiscal_year_of(context.calendar, context.dct) + (value.count or 0)
        whole = periods.fiscal_interval(context.calendar, year)
        return Settled(TimexType.DATE, f"FY{year}", whole, True, str(year))
    anchor = Interval.day(context.dct) if context.dct else None
    if (value.anchor is Anchor.LAST and context.last is not None) or (
        context.is_history and context.last is not None and value.unit != "D"
    ):
        anchor = context.last
    is_on = value.sign * (1 if value.count is None else value.count) > 0
    if value.anchor is Anchor.LAST and context.last is None and is_on:
        anchor = None  # "eight months on": on from what?
    if anchor is None or anchor.start is None:
        mark = _no_anchor(value) if value.count is not None else _mark(value)
        return Settled(TimexType.DATE, mark, None, relative=True)
    if value.count is None:
        return _some_ago(value, anchor.start)
    return _counted(value, anchor, context.toward)


def _no_anchor(value: Shift) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(
        value.grain, "XXXX"
    )


def _counted(value: Shift, anchor: Interval, toward: int) -> Settled | None:
    assert anchor.start is not None
    assert value.count is not None
    if value.unit == "WE" and value.count == 0:
        back = _to_weekend(value, anchor.start, toward)
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
    if grain == "D" and value.unit == "D" and (anchor.days or 99) > 7:
        return Settled(TimexType.DATE, _no_anchor(value), anchor.about(), relative=True)
    if wanted > anchor.granularity and grain in "DWMQ":
        interval = _coarse(anchor, target)
        return Settled(TimexType.DATE, reckon.timex_value(interval), interval.about(), True)
    interval = reckon.whole(grain, target)
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)


def _to_weekend(value: Shift, day: date, toward: int) -> int:
    """The days back to "the weekend" that is told of; to "this weekend" only early in the week."""
    if value.sign < 0:
        return 0 if toward > 0 else (day.isoweekday() - 6) % 7
    return 7 if toward < 0 and day.isoweekday() <= _EARLY else 0


_EARLY = 3  # Wednesday


def _coarse(anchor: Interval, target: date) -> Interval:
    """No finer than what it is counted from: "two days later" after "in May"."""
    if anchor.granularity is Granularity.WEEK:
        return anchor
    unit = "M" if anchor.granularity >= Granularity.QUARTER else "Y"
    return reckon.whole(unit, target)


_SOME = {"D": (7, 2), "W": (7, 2), "M": (4, 2), "Y": (6, 3), "Q": (4, 2), "E": (5, 2), "C": (5, 2)}


def _some_ago(value: Shift, day: date) -> Settled | None:
    """Between two and four of them, about: "several months ago"."""
    interval = None
    if value.unit in _SOME:
        interval = _about(value.unit, day, value.sign, _SOME[value.unit])
    return Settled(TimexType.DATE, _mark(value), interval, relative=True)


def _mark(value: Shift) -> str:
    return "PAST_REF" if value.sign < 0 else "FUTURE_REF"


def _about(unit: str, day: date, sign: int, bounds: tuple[int, int]) -> Interval:
    far, near = (reckon.add(day, unit, sign * count) for count in bounds)
    grain = {"D": "D", "W": "D", "M": "M", "Q": "M"}.get(unit, "Y")
    one, two = reckon.whole(grain, min(far, near)), reckon.whole(grain, max(far, near))
    return Interval(one.start, two.end, one.granularity, approximate=True)


def from_quarter(value: Shift, context: Context, quarter: Interval) -> Settled | None:
    assert quarter.start is not None
    assert quarter.end is not None
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
        return periods.latest_fiscal(context.calendar, context.dct)
    interval = reckon.whole("Q", reckon.add(context.dct, "M", -3))
    return Settled(TimexType.DATE, reckon.timex_value(interval), interval, relative=True)
