"""Windows of time as plain links: what a "+4" or a year opens to, earlier, later, closer, wider."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from timeline.figures import axis, entries, windows
from timeline.language import gettext
from ui import choices, listing, words
from ui.choices import Choice

Window = tuple[date, date]  # the first day and the last

_ROWS, _ALL_ROWS = 14, 40  # of labels in a lane: of all times, and of a window
_LEAST = 14  # days that a closer window shows
_UNITS = ((180, "month"), (30, "week"))  # days from which on a window has whole units


def address(key: str, chosen: Choice) -> str:
    """Where a mark leads: to its event's page, or to the timeline of its window."""
    window = windows.read(key)
    if window:
        return f"/{query(chosen, *window)}"
    return listing.event_address(key, choices.view(chosen))


def query(chosen: Choice, first: date | None, last: date | None) -> str:
    """The query of the same choice in another window."""
    return choices.query(within(chosen, first, last))


def within(chosen: Choice, first: date | None, last: date | None) -> Choice:
    """The same choice in another window."""
    return replace(chosen, filters=replace(chosen.filters, start=first, end=last))


def rows(chosen: Choice) -> int:
    """The most rows of labels in a lane: a reader who came closer is to see everything."""
    return _ALL_ROWS if chosen.filters.start and chosen.filters.end else _ROWS


def edges(events: pd.DataFrame) -> Window | None:
    """The first and the last day that any of these events names; None where none has a date."""
    known = pd.concat([events["start"], events["end"] - pd.Timedelta(days=1)]).dropna()
    return None if known.empty else (known.min().date(), known.max().date())


def around(shown: Window, whole: Window) -> Iterator[tuple[str, Window]]:
    """The windows next to the one ``shown`` that hold any of the ``whole``.

    Earlier and later by half of it, closer to its middle half, wider by its half on both sides.
    """
    first, last = shown
    days = (last - first).days + 1
    half = timedelta(days=days // 2)
    quarter = timedelta(days=days // 4)
    if first > whole[0]:
        yield gettext("Earlier"), _whole_units(first - half, last - half)
    if last < whole[1]:
        yield gettext("Later"), _whole_units(first + half, last + half)
    if days > 2 * _LEAST:
        yield gettext("Closer"), _whole_units(first + quarter, last - quarter)
    wider = max(first - half, whole[0]), min(last + half, whole[1])
    if wider[0] < first or wider[1] > last:
        yield gettext("Wider"), wider


def _whole_units(first: date, last: date) -> Window:
    """The window on whole months or weeks, where it is so long."""
    days = (last - first).days + 1
    unit = next((unit for least, unit in _UNITS if days >= least), "")
    if not unit:
        return first, last
    edges = (entries.day_number(day) for day in (first, last + timedelta(days=1)))
    left, right = (_nearest(edge, unit) for edge in edges)
    return entries.to_date(left), entries.to_date(right - 1)


def _nearest(number: int, unit: str) -> int:
    below, above = axis.floor(number, unit), axis.ceiling(number, unit)
    return below if number - below < above - number else above


def told(shown: Window) -> str:
    """The window in words: "Jul 2022 – Dec 2026", "3 Aug – 9 Aug 2025"."""
    first, last = shown
    whole = first.day == (last + timedelta(days=1)).day == 1
    return words.when(f"{first:%Y-%m}/{last:%Y-%m}" if whole else f"{first}/{last}")
