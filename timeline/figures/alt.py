"""What a picture shows, in words, for those who cannot see it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.figures import look
from timeline.figures.entries import Entry, Extent, to_date
from timeline.figures.lanes import Lane
from timeline.figures.scene import Shape, Tally

_MOST_LANES = 8
_MOST_EVENTS = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to say: lanes with their counts, first and last day, marks, the leading."""

    lanes: tuple[tuple[str, int], ...]
    first: int
    last: int
    shapes: Mapping[Shape, int]
    uncertain: int
    leading: tuple[Entry, ...]

    @property
    def count(self) -> int:
        """How many events."""
        return sum(number for _, number in self.lanes)


def facts(lanes: Sequence[Lane]) -> Facts:
    """The facts of entries."""
    entries = [entry for lane in lanes for entry in lane.entries]
    days = [day for entry in entries for day in (entry.start, entry.end) if day is not None]
    lasts = [entry.end - 1 for entry in entries if entry.end is not None]
    sure = (Extent.POINT, Extent.SOLID)
    return Facts(
        tuple((lane.name, lane.count) for lane in lanes),
        min([*days, *lasts], default=0),
        max([*lasts, min(days, default=0)]),
        Counter(look.shape(entry.status) for entry in entries),
        sum(entry.extent not in sure for entry in entries),
        tuple(sorted(entries, key=lambda entry: entry.precedence)),
    )


def describe(title: str, told: Facts, tally: Tally) -> str:
    """Title, how many events from when to when, by lane, by status; the most reported ones."""
    title = title.strip()
    head = f"{title}{'' if title.endswith(('.', '?', '!')) else '.'} " if title else ""
    if not told.count:
        return f"{head}Timeline without events." + _missing(tally)
    parts = (
        f"Timeline of {_plural(told.count, 'event')}, {_span(told)}, in "
        f"{_plural(len(told.lanes), 'lane')}: {_lanes(told.lanes)}.",
        _statuses(told.shapes),
        _uncertain(told.uncertain),
        _leading(told.leading),
    )
    return head + " ".join(part for part in parts if part) + _missing(tally)


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _span(told: Facts) -> str:
    first, last = to_date(told.first), to_date(told.last)
    names = f"{first:%B} {first.year}", f"{last:%B} {last.year}"
    return names[0] if names[0] == names[1] else f"{names[0]} to {names[1]}"


def _lanes(lanes: Sequence[tuple[str, int]]) -> str:
    named = [f"{name} {count}" for name, count in lanes[:_MOST_LANES]]
    more = len(lanes) - _MOST_LANES
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _statuses(count: Mapping[Shape, int]) -> str:
    words = [f"{count[mark]} {look.shape_label(mark).lower()}" for mark in Shape if count.get(mark)]
    return f"Status: {'; '.join(words)}."


def _uncertain(count: int) -> str:
    if not count:
        return ""
    return f"{_plural(count, 'event')} {'has' if count == 1 else 'have'} an uncertain date."


def _leading(order: Sequence[Entry]) -> str:
    told = [entry for entry in order if entry.reports > 1][:_MOST_EVENTS]
    if not told:
        return ""
    named = "; ".join(f"{entry.title} ({entry.when}, {entry.reports} reports)" for entry in told)
    return f"Most independent reports: {named}."


def _missing(tally: Tally) -> str:
    parts = [
        f"{_plural(count, 'event')} {word}"
        for count, word in (
            (tally.undated, "without a date"),
            (tally.earlier, "before the dates shown"),
            (tally.outside - tally.earlier, "outside the dates shown"),
            (tally.left_out, "left out for want of room"),
        )
        if count
    ]
    return f" Not drawn: {', '.join(parts)}." if parts else ""
