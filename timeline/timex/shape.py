"""What modifiers do to the days: "late 2023", "around March 4", "since 2019", "until Sunday"."""

from datetime import date

from timeline.interval import Granularity, Interval
from timeline.timex import reckon
from timeline.values import replace

_PARTS = {  # of a year in months: (first, how many), by TIMEX3's mod
    "START": (1, 3),
    "MID": (5, 4),
    "END": (10, 3),
}
_DECADE = {"START": (0, 4), "MID": (4, 3), "END": (6, 4)}
_VAGUE = ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS")


def shape(interval: Interval, mod: str, word: str) -> Interval:
    """The days of a modified expression, approximate where the words are.

    "late 2023" is ``2023-10~/2023-12~``, "the end of 2023" ``2023-12~``, "late March" the month
    about, for nothing finer is said.  ``word`` is the modifier's own: "end" is not "late".
    """
    if mod in _VAGUE:
        return interval.about()
    if mod not in _PARTS or interval.start is None or not interval.is_closed:
        return interval
    if interval.granularity is Granularity.YEAR and interval.end == _next_year(interval.start):
        return _part_of_year(interval.start.year, mod, word)
    if interval.granularity is Granularity.DECADE:
        first, count = _DECADE[mod]
        year = interval.start.year + first
        return Interval(date(year, 1, 1), date(year + count, 1, 1), Granularity.YEAR, True)
    return interval.about() if interval.days != 1 else interval


def half(interval: Interval, mod: str) -> Interval:
    """The first half or the second of a decade or century: "the second half of the 1990s"."""
    if interval.start is None or interval.end is None:
        return interval
    first, end = interval.start.year, interval.end.year
    middle = date((first + end) // 2, 1, 1)
    bounds = (interval.start, middle) if mod == "START" else (middle, interval.end)
    return Interval(*bounds, Granularity.YEAR)


def _next_year(day: date) -> date | None:
    return date(day.year + 1, 1, 1) if day.year < 9999 else None


def _part_of_year(year: int, mod: str, word: str) -> Interval:
    if word in ("end", "close"):
        return reckon.part("M", year, 12).about()
    if word in ("start", "beginning", "outset", "opening", "turn"):
        return reckon.part("M", year, 1).about()
    first, count = _PARTS[mod]
    start, end = reckon.part("M", year, first), reckon.part("M", year, first + count - 1)
    return Interval(start.start, end.end, Granularity.MONTH, True)


def _holds(interval: Interval, dct: date) -> bool:
    """Whether the publication lies in a stretch longer than a day: "later on Thursday" is one."""
    if interval.start is None or interval.end is None or interval.days == 1:
        return False
    return interval.start <= dct < interval.end


def earlier_in(interval: Interval, dct: date) -> Interval:
    """From its start to the publication, where that lies in it: "earlier this week"."""
    if not _holds(interval, dct):
        return interval
    if interval.granularity is Granularity.WEEK:
        return Interval(interval.start, reckon.add(dct, "D", 1), Granularity.DAY)
    end = reckon.whole("M", dct).end
    return Interval(interval.start, end, Granularity.MONTH)


def later_in(interval: Interval, dct: date) -> Interval:
    """From the publication to its end: "later this year"."""
    if not _holds(interval, dct):
        return interval
    if interval.granularity is Granularity.WEEK:
        return Interval(dct, interval.end, Granularity.DAY)
    return Interval(reckon.whole("M", dct).start, interval.end, Granularity.MONTH)


OPENING = frozenset(("since", "before", "until", "till", "through", "thru"))


def opened(interval: Interval, word: str, *, is_end: bool = False) -> Interval:
    """Open after for "since 2019"; before for "until May", "through 2029", "before".

    "before the end of 2024" (``is_end``) has the end in it.
    """
    if word == "since":
        return replace(interval, end=None) if interval.start else interval
    if word == "before" and interval.start is not None and not is_end:
        return Interval(None, interval.start, interval.granularity, interval.approximate)
    if word in ("before", "until", "till", "through", "thru") and interval.end is not None:
        return replace(interval, start=None)
    return interval
