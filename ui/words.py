"""Values as people write them: dates, statuses, counts.  Plain text; a page escapes it."""

from dataclasses import replace
from datetime import date

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval

STATUSES = {
    "enacted": "Enacted",
    "in_force": "In force",
    "suspended": "Suspended",
    "rescinded": "Rescinded",
    "reported": "Reported",
    "proposed": "Proposed",
    "alleged": "Alleged",
    "forecast": "Forecast",
    "speculation": "Speculation",
    "occurred": "Occurred",
}
STATUS_MEANINGS = {
    "enacted": "a measure was taken",
    "in_force": "it applies at the time of writing",
    "suspended": "it is paused",
    "rescinded": "it was withdrawn",
    "reported": "media say so, unconfirmed",
    "proposed": "it is under discussion",
    "alleged": "unnamed sources say so, or it is an accusation",
    "forecast": "it is expected",
    "speculation": "it is possible, no more",
    "occurred": "a finished fact that is no policy: a remark, a result, a share move",
}
ROLES = {
    "initiator": "does it",
    "target": "is aimed at",
    "affected": "bears the effect",
    "speaker": "says it",
    "reporter": "reports it",
}
BASES = {
    "explicit": "the words name the date",
    "relative_to_publication": "counted from the day of publication",
    "inferred_from_report": "taken from the date of the report: the event itself is undated",
    "undated": "no time is given: it was told by the day of publication",
    "judgement": "set by an editor",
    "": "no date is given",
}
NO_DATE = "no date given"
_HALVES = ("first half of", "second half of")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def when(edtf: str, granularity: str = "") -> str:
    """The date as people write it: "2024-09-27" is "27 Sep 2024", "2024-05~/2024-07~" is
    "around May – Jul 2024", "../2025-08-21" is "by 21 Aug 2025", nothing is "no date given".
    """
    if not edtf:
        return NO_DATE
    try:
        interval = Interval.parse(edtf)
    except NoSuchDate:
        return edtf
    if granularity.upper() in Granularity.__members__:
        interval = replace(interval, granularity=Granularity[granularity.upper()])
    around = "around " if interval.approximate else ""
    doubt = " (uncertain)" if interval.uncertain else ""
    return f"{around}{_span(interval)}{doubt}"


def _span(interval: Interval) -> str:
    first, last, unit = interval.start, interval.last, interval.granularity
    if first is None:
        return f"by {_one(last, unit)}" if last else NO_DATE
    if last is None:
        return f"since {_one(first, unit)}"
    whole = _whole(first, last, unit)
    if whole:
        return whole
    left, right = _one(first, unit), _one(last, unit)
    if left == right:
        return left
    if unit is not Granularity.YEAR and first.year == last.year:
        left = left.removesuffix(f" {first.year}")
    return f"{left} – {right}"


def _whole(first: date, last: date, unit: Granularity) -> str:
    """The name of a quarter, half or season, where the interval is one; else nothing."""
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if unit is Granularity.QUARTER and length == 3 and first.month % 3 == 1:
        return f"Q{first.month // 3 + 1} {first.year}"
    if unit is Granularity.HALF and length == 6 and first.month in (1, 7):
        return f"{_HALVES[first.month // 7]} {first.year}"
    if unit is Granularity.SEASON and length == 3 and first.month in _SEASONS:
        return f"{_SEASONS[first.month]} {first.year}"
    if unit is Granularity.DECADE and first.year % 10 == 0 and length == 120:
        return f"{first.year}s"
    return ""


def _one(day: date | None, unit: Granularity) -> str:
    if day is None:
        return ""
    if unit <= Granularity.YEAR:
        return str(day.year)
    if unit < Granularity.WEEK:
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b} {day.year}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 event", "3 events", "1,204 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def names(joined: str, most: int = 0) -> str:
    """Names that a table joins by "; ", as prose: "A, B and C", or "A, B and 3 more"."""
    parts = [part for part in joined.split("; ") if part]
    if most and len(parts) > most:
        return f"{', '.join(parts[:most])} and {len(parts) - most} more"
    return (
        parts[0]
        if len(parts) == 1
        else " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
    )
