"""What a picture shows, in words, for those who cannot see it."""

from collections import Counter
from collections.abc import Sequence

from timeline.figures import look
from timeline.figures.entries import Entry, Extent, to_date
from timeline.figures.lanes import Lane
from timeline.figures.scene import Shape, Tally

_MOST_LANES = 8
_MOST_EVENTS = 3


def describe(title: str, lanes: Sequence[Lane], tally: Tally) -> str:
    """Title, how many events from when to when, by lane, by status; the most reported ones."""
    entries = [entry for lane in lanes for entry in lane.entries]
    title = title.strip()
    head = f"{title}{'' if title.endswith(('.', '?', '!')) else '.'} " if title else ""
    if not entries:
        return f"{head}Timeline without events." + _missing(tally)
    return (
        head
        + " ".join(
            part
            for part in (
                f"Timeline of {_plural(len(entries), 'event')}, {_span(entries)}, in "
                f"{_plural(len(lanes), 'lane')}: {_lanes(lanes)}.",
                _statuses(entries),
                _uncertain(entries),
                _leading(entries),
            )
            if part
        )
        + _missing(tally)
    )


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _span(entries: Sequence[Entry]) -> str:
    days = [day for entry in entries for day in (entry.start, entry.end) if day is not None]
    lasts = [entry.end - 1 for entry in entries if entry.end is not None]
    first, last = to_date(min([*days, *lasts])), to_date(max([*lasts, min(days)]))
    names = f"{first:%B} {first.year}", f"{last:%B} {last.year}"
    return names[0] if names[0] == names[1] else f"{names[0]} to {names[1]}"


def _lanes(lanes: Sequence[Lane]) -> str:
    named = [f"{lane.name} {len(lane.entries)}" for lane in lanes[:_MOST_LANES]]
    more = len(lanes) - _MOST_LANES
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _statuses(entries: Sequence[Entry]) -> str:
    count = Counter(look.shape(entry.status) for entry in entries)
    words = [f"{count[mark]} {look.shape_label(mark).lower()}" for mark in Shape if count[mark]]
    return f"Status: {'; '.join(words)}."


def _uncertain(entries: Sequence[Entry]) -> str:
    sure = (Extent.POINT, Extent.SOLID)
    count = sum(entry.extent not in sure for entry in entries)
    if not count:
        return ""
    return f"{_plural(count, 'event')} {'has' if count == 1 else 'have'} an uncertain date."


def _leading(entries: Sequence[Entry]) -> str:
    order = sorted(entries, key=lambda entry: entry.precedence)
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
            (tally.outside, "outside the dates shown"),
            (tally.left_out, "left out for want of room"),
        )
        if count
    ]
    return f" Not drawn: {', '.join(parts)}." if parts else ""
