"""Whether a document is a history, and what moves its tale on: "planned for 1976" does not."""

from collections.abc import Sequence
from datetime import date

from timeline.interval import Interval
from timeline.timex.value import Anchor, Beside, Point, Reading, Shift, Value

_FAR = 3
_LONG = 40  # readings: a feature of eight old years and one "on Friday" is news


def is_history(readings: Sequence[Reading], dct: date | None) -> bool:
    """Whether most years named lie far from the publication: a history, not news."""
    if dct is None:
        return False
    years = [r.value.year for r in readings if isinstance(r.value, Point) and r.value.year]
    far = [year for year in years if abs(year - dct.year) > _FAR]
    other = [year for year in years if year != dct.year]
    is_far = len(far) >= 8 and len(far) * 4 > len(years) * 3
    is_far = is_far or (len(years) >= 20 and len(other) * 20 > len(years) * 17)
    news = sum(map(_is_of_the_day, readings))
    return is_far and news * 18 < len(readings) and (not news or len(readings) >= _LONG)


def _is_of_the_day(reading: Reading) -> bool:
    """Whether news words stand there: "today", "on Friday", "this week"."""
    value = reading.value
    if isinstance(value, Beside):
        value = value.day or value
    if isinstance(value, Point):
        return bool(value.weekday and not value.day)
    is_week = isinstance(value, Shift) and value.anchor is Anchor.DCT and value.unit == "W"
    return is_week or from_publication(reading)


def first_year(readings: Sequence[Reading]) -> Interval | None:
    values = (reading.value for reading in readings)
    years = (value.year for value in values if isinstance(value, Point) and value.year)
    year = next(years, None)
    return Interval.of(year) if year else None


def from_publication(reading: Reading) -> bool:
    """Whether a reading counts from the publication whatever was named before: "today"."""
    value = reading.value
    return isinstance(value, Shift) and value.anchor is Anchor.DCT and value.unit == "D"


def points_back(value: Value) -> bool:
    """Whether a value is of the date named last, be it an aside: "that year"."""
    if isinstance(value, Shift):
        return value.anchor is Anchor.LAST and value.count == 0 and value.unit not in ("D", "W")
    return isinstance(value, Point) and value.anchor is Anchor.LAST and value.shift == 0


def points_at_day(value: Value) -> bool:
    """Whether a value is the day named last: "that day", "the same day"."""
    if not isinstance(value, Shift) or value.anchor is not Anchor.LAST:
        return False
    return value.unit == "D" and value.count == 0


def looks_back(value: Value) -> bool:
    """Whether a value names what came before and moves nothing: "the previous year"."""
    return isinstance(value, Shift) and value.sign * (value.count or 1) < 0
