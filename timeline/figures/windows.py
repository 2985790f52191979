"""Windows of time that a picture leads to: where its story begins, what a "+4" opens to.

A window is told as an ISO interval of its first and last day, ``2025-08-01/2025-08-31``; no event's
id has a slash in it, so both may stand behind a mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.dates import written
from timeline.figures.axis import OPEN_DAYS, ceiling, floor, widened
from timeline.figures.entries import Entry, to_date
from timeline.interval import Granularity
from timeline.language import gettext

_FEW = 33  # one in so many events may lie before the story begins
_WAIT = 12  # of the whole span one in so many parts passes before it begins, and never after,
_MUCH = 5  # and so much of it is left out: else all is drawn
#: What a "+4" opens to: the first unit that is so small a part of the picture.
_PARTS: tuple[tuple[str | int, int], ...] = (
    (10, 8), (1, 8), ("quarter", 2), ("month", 2), ("week", 2), ("day", 2),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """The events before the story: how many, the day of the first, the day it begins."""

    count: int
    first: int
    begins: int

    @property
    def opens(self) -> str:
        """The window that shows them alone."""
        return told(self.first, self.begins)


def told(first: int, stop: int) -> str:
    """A window from a day until before another: "2025-08-01/2025-08-31"."""
    return f"{to_date(first)}/{to_date(stop - 1)}"


def name(first: int, stop: int) -> str:
    """The same for people: "2025", "Aug 2025", "2019 to 2021", "May 2021 to Jul 2022"."""
    left, right = to_date(first), to_date(stop - 1)
    whole = left.month == left.day == 1 and (right.month, right.day) == (12, 31)
    begin, *end = dict.fromkeys(_unit(day, whole) for day in (left, right))
    return gettext("{first} to {last}", first=begin, last=end[0]) if end else begin


def _unit(day: date, is_year: bool) -> str:
    return written(day, Granularity.YEAR if is_year else Granularity.MONTH)


def read(key: str) -> tuple[date, date] | None:
    """The first and the last day of a window; None where it is none: an event's id."""
    first, slash, last = key.partition("/")
    try:
        return (date.fromisoformat(first), date.fromisoformat(last)) if slash else None
    except ValueError:
        return None


def closer(first: int, stop: int, length: float) -> str:
    """The window of whole units round these days, well within a picture of ``length`` days.

    Empty where none is closer: it is the only day that is drawn.
    """
    for unit, part in _PARTS:
        left, right = floor(first, unit), ceiling(stop, unit)
        if part * (right - left) <= length:
            return told(left, right)
    return told(first, stop) if stop - first < length else ""


def beginning(starts: Iterable[int], last: int) -> int | None:
    """The day with which the story begins, on the edge of a unit; None: with the first event.

    Three events of 2019 to 2021 do not squeeze 180 of 2022 to 2026 into a corner.
    """
    order = sorted(starts)
    span = last - order[0] if order else 0
    waits = (at for at in range(1, len(order)) if order[at] - order[at - 1] > span / _WAIT)
    at = max(waits, default=0)
    if not 0 < at <= len(order) // _FEW or order[at] - order[0] <= span / _MUCH:
        return None
    return widened(order[at], last, None, None)[0]


def opened(entry: Entry) -> int:
    """The day from which on an event is drawn."""
    return entry.start if entry.start is not None else (entry.end or 0) - OPEN_DAYS
