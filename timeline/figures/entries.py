"""Rows of the events table as values that can be drawn, dates counted in days."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import pandas as pd

from timeline.dates import written
from timeline.figures import look
from timeline.interval import Granularity
from timeline.language import Language, gettext, spoken
from timeline.rows import Same

_EPOCH = date(1970, 1, 1)
_TEXTS = (
    "event_id", "title", "type", "type_label", "family", "status", "edtf", "granularity", "source"
)  # fmt: skip


class Extent(StrEnum):
    """What a date covers, and so how it is drawn."""

    POINT = "point"  # one known day
    SOLID = "solid"  # all of a known stretch
    WITHIN = "within"  # some time within a stretch
    BEFORE = "before"  # on or before a day
    SINCE = "since"  # a day and after
    NONE = "none"  # undated


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as a picture needs it; ``start`` and ``end`` in days since 1970, half-open."""

    event_id: str
    title: str
    type_label: str
    family: str
    status: str
    start: int | None
    end: int | None
    extent: Extent
    when: str
    lane: str
    reports: int
    mentions: int
    source: str
    official: bool = False

    @property
    def badge(self) -> str:
        """What stands beside a label: "3" reports, "§" an official document, "§ 3" both."""
        parts = ("§" if self.official else "", str(self.reports) if self.reports > 1 else "")
        return " ".join(part for part in parts if part)

    @property
    def middle(self) -> float:
        """The day, with fraction, that the event is sorted by."""
        if self.start is None:
            return float(self.end or 0)
        return self.start if self.end is None else (self.start + self.end) / 2

    @property
    def precedence(self) -> tuple[float, float, float, float, str]:
        """Sorts the most important first, of equals the earlier; never a tie."""
        reports, weight, mentions = self.importance
        return (-reports, -weight, -mentions, self.middle, self.event_id)

    @property
    def importance(self) -> tuple[float, float, int]:
        """More is more important: independent reports, then status and family, then mentions."""
        return (self.reports, look.weight(self.family, self.status), self.mentions)


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - _EPOCH).days


def to_date(number: float) -> date:
    """The day of a day number."""
    return _EPOCH + timedelta(days=int(number))


@dataclass(frozen=True, slots=True)
class _Row:
    """The texts of one row, as the table has them."""

    event_id: str
    title: str
    type: str
    type_label: str
    family: str
    status: str
    edtf: str
    granularity: str
    source: str
    lane: str


def read(events: pd.DataFrame, lanes_by: str) -> tuple[Entry, ...]:
    """The events in the table's order; columns that the table lacks count as empty."""
    return _read(Same(events), lanes_by, spoken())


@lru_cache(maxsize=16)
def _read(same: Same[pd.DataFrame], lanes_by: str, _: Language) -> tuple[Entry, ...]:
    events = same.one
    texts = zip(*(_texts(events, name) for name in (*_TEXTS, lanes_by)), strict=True)
    flags = _flags(events, "approximate"), _flags(events, "official")
    columns = zip(
        texts,
        _days(events, "start"),
        _days(events, "end"),
        zip(*flags, strict=True),
        _numbers(events, "reports"),
        _numbers(events, "mentions"),
        strict=True,
    )
    return tuple(
        _entry(_Row(*text), start, end, marks, reports, mentions)
        for text, start, end, marks, reports, mentions in columns
    )


def _flags(events: pd.DataFrame, name: str) -> list[bool]:
    return [bool(flag) for flag in events[name]] if name in events else [False] * len(events)


def _entry(
    row: _Row,
    start: int | None,
    end: int | None,
    marks: tuple[bool, bool],
    reports: int,
    mentions: int,
) -> Entry:
    approximate, official = marks
    about = approximate or any(mark in row.edtf for mark in "~?%")
    return Entry(
        event_id=row.event_id,
        title=row.title or row.type_label or gettext("Untitled event"),
        type_label=row.type_label,
        family=row.family,
        status=row.status,
        start=start,
        end=end,
        extent=_extent(row, start, end, about),
        when=_when(start, end, row.granularity, about),
        lane=row.lane,
        reports=reports,
        mentions=mentions,
        source=row.source,
        official=official,
    )


def _extent(row: _Row, start: int | None, end: int | None, about: bool) -> Extent:
    if start is None and end is None:
        return Extent.NONE
    if start is None:
        return Extent.BEFORE
    if end is None:
        return Extent.SINCE
    if about:
        return Extent.WITHIN
    if end - start == 1:
        return Extent.POINT
    fills = "/" in row.edtf or look.lasts(row.type)
    return Extent.SOLID if fills else Extent.WITHIN


def _when(start: int | None, end: int | None, granularity: str, about: bool) -> str:
    """The date in words: "about Sep 2024", "on or before 21 Aug 2025", "since 2019"."""
    if start is None and end is None:
        return gettext("undated")
    if start is None:
        told = _about(_day((end or 1) - 1, granularity), about)
        return gettext("on or before {date}", date=told)
    first = _day(start, granularity)
    if end is None:
        return gettext("since {date}", date=_about(first, about))
    last = _day(end - 1, granularity)
    if first == last:
        return _about(first, about)
    return _about(gettext("{start} – {end}", start=first, end=last), about)


def _about(date: str, about: bool) -> str:
    return gettext("about {date}", date=date) if about else date


def _day(number: int, granularity: str) -> str:
    unit = Granularity.__members__.get(granularity.upper(), Granularity.DAY)
    return written(to_date(number), unit)


def _texts(events: pd.DataFrame, name: str) -> list[str]:
    if name not in events:
        return [""] * len(events)
    return [str(value) for value in events[name].fillna("").tolist()]


def _numbers(events: pd.DataFrame, name: str) -> list[int]:
    if name not in events:
        return [0] * len(events)
    return [int(value) for value in events[name].fillna(0).tolist()]


def _days(events: pd.DataFrame, name: str) -> list[int | None]:
    if name not in events:
        return [None] * len(events)
    column = pd.to_datetime(events[name])
    days = column.to_numpy().astype("datetime64[D]").astype("int64").tolist()
    return [None if empty else day for day, empty in zip(days, column.isna().tolist(), strict=True)]
