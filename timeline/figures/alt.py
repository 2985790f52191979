"""What a picture shows, in words, for those who cannot see it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.figures import look
from timeline.figures.counts import sentences
from timeline.figures.entries import Entry, Extent, to_date
from timeline.figures.lanes import Lane
from timeline.figures.scene import Shape, Tally
from timeline.language import gettext, mark, ngettext, pgettext

_MOST_LANES = 8
_MOST_EVENTS = 3
_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip


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
    stop = "" if title.endswith((".", "?", "!", "。", "？", "！")) else gettext(".")
    head = f"{title}{stop}{'' if stop == '。' or title[-1] in '。？！' else ' '}" if title else ""
    if not told.count:
        told_none = gettext("Timeline without events.")
        return head + sentences(*filter(None, (told_none, _missing(tally))))
    parts = (
        gettext(
            "Timeline of {events}, {dates}, in {lanes}: {named}.",
            events=_events(told.count),
            dates=_span(told),
            lanes=ngettext("{n} lane", "{n} lanes", len(told.lanes)),
            named=_lanes(told.lanes),
        ),
        _statuses(told.shapes),
        _uncertain(told.uncertain),
        _leading(told.leading),
        _missing(tally),
    )
    return head + sentences(*filter(None, parts))


def _events(count: int) -> str:
    return ngettext("{n} event", "{n} events", count)


def _span(told: Facts) -> str:
    names = [_month(to_date(number)) for number in (told.first, told.last)]
    if names[0] == names[1]:
        return names[0]
    return gettext("{first} to {last}", first=names[0], last=names[1])


def _month(day: date) -> str:
    return gettext("{month} {year}", month=gettext(_MONTHS[day.month - 1]), year=day.year)


def _lanes(lanes: Sequence[tuple[str, int]]) -> str:
    named = [
        gettext("{lane} {number}", lane=name, number=count) for name, count in lanes[:_MOST_LANES]
    ]
    told = pgettext("between parts", ", ").join(named)
    more = len(lanes) - _MOST_LANES
    return (
        ngettext("{lanes} and {n} more", "{lanes} and {n} more", more, lanes=told)
        if more > 0
        else told
    )


def _statuses(count: Mapping[Shape, int]) -> str:
    words = [
        gettext("{number} {status}", number=count[shape], status=look.shape_label(shape).lower())
        for shape in Shape
        if count.get(shape)
    ]
    return gettext("Status: {statuses}.", statuses=pgettext("between filters", "; ").join(words))


def _uncertain(count: int) -> str:
    if not count:
        return ""
    return ngettext("{n} event has an uncertain date.", "{n} events have an uncertain date.", count)


def _leading(order: Sequence[Entry]) -> str:
    told = [entry for entry in order if entry.reports > 1][:_MOST_EVENTS]
    if not told:
        return ""
    named = pgettext("between filters", "; ").join(
        ngettext(
            "{title} ({date}, {n} report)",
            "{title} ({date}, {n} reports)",
            entry.reports,
            title=entry.title,
            date=entry.when,
        )
        for entry in told
    )
    return gettext("Most independent reports: {events}.", events=named)


def _missing(tally: Tally) -> str:
    parts = [
        gettext(message, events=_events(count))
        for count, message in (
            (tally.undated, mark("{events} without a date")),
            (tally.earlier, mark("{events} before the dates shown")),
            (tally.outside - tally.earlier, mark("{events} outside the dates shown")),
            (tally.left_out, mark("{events} left out for want of room")),
        )
        if count
    ]
    told = pgettext("between parts", ", ").join(parts)
    return gettext("Not drawn: {events}.", events=told) if parts else ""
