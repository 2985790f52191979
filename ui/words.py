"""Values as people write them: dates, statuses, counts.  Plain text; a page escapes it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.language import gettext, mark, mark_plural, ngettext, pgettext

STATUSES = {
    "enacted": mark("Enacted"),
    "in_force": mark("In force"),
    "suspended": mark("Suspended"),
    "rescinded": mark("Rescinded"),
    "reported": mark("Reported"),
    "proposed": mark("Proposed"),
    "alleged": mark("Alleged"),
    "forecast": mark("Forecast"),
    "speculation": mark("Speculation"),
    "occurred": mark("Occurred"),
}
STATUS_MEANINGS = {
    "enacted": mark("a measure was taken"),
    "in_force": mark("it applies at the time of writing"),
    "suspended": mark("it is paused"),
    "rescinded": mark("it was withdrawn"),
    "reported": mark("media say so, unconfirmed"),
    "proposed": mark("it is under discussion"),
    "alleged": mark("unnamed sources say so, or it is an accusation"),
    "forecast": mark("it is expected"),
    "speculation": mark("it is possible, no more"),
    "occurred": mark("a finished fact that is no policy: a remark, a result, a share move"),
}
ROLES = {
    "initiator": mark("does it"),
    "target": mark("is aimed at"),
    "affected": mark("bears the effect"),
    "speaker": mark("says it"),
    "reporter": mark("reports it"),
}
BASES = {
    "explicit": mark("the words name the date"),
    "relative_to_publication": mark("counted from the day of publication"),
    "inferred_from_report": mark("taken from the date of the report: the event itself is undated"),
    "undated": mark("no time is given: it was told by the day of publication"),
    "judgement": mark("set by an editor"),
    "": mark("no date is given"),
}
NO_DATE = mark("no date given")
#: What is counted.  To add a noun: a line here.
_NOUNS = {
    "event": mark_plural("{n:,} event", "{n:,} events"),
    "new event": mark_plural("{n:,} new event", "{n:,} new events"),
    "article": mark_plural("{n:,} article", "{n:,} articles"),
    "report": mark_plural("{n:,} report", "{n:,} reports"),
    "independent report": mark_plural("{n:,} independent report", "{n:,} independent reports"),
    "original report": mark_plural("{n:,} original report", "{n:,} original reports"),
    "more report": mark_plural("{n:,} more report", "{n:,} more reports"),
    "media report": mark_plural("{n:,} media report", "{n:,} media reports"),
    "contradiction": mark_plural("{n:,} contradiction", "{n:,} contradictions"),
    "mention": mark_plural("{n:,} mention", "{n:,} mentions"),
    "more sentence": mark_plural("{n:,} more sentence", "{n:,} more sentences"),
    "actor": mark_plural("{n:,} actor", "{n:,} actors"),
    "row": mark_plural("{n:,} row", "{n:,} rows"),
    "day": mark_plural("{n:,} day", "{n:,} days"),
    "time": mark_plural("{n:,} time", "{n:,} times"),
}
_QUARTERS = (mark("Q1"), mark("Q2"), mark("Q3"), mark("Q4"))
_HALVES = (mark("first half of {year}"), mark("second half of {year}"))
_SEASONS = {
    3: mark("spring {year}"),
    6: mark("summer {year}"),
    9: mark("autumn {year}"),
    12: mark("winter {year}"),
}
_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"), mark("Jul"),
    mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip


def status(key: str) -> str:
    """A status as readers know it: "enacted" is "Enacted"."""
    return gettext(STATUSES[key]) if key in STATUSES else key


def statuses() -> dict[str, str]:
    """Each status and what readers call it."""
    return {key: gettext(label) for key, label in STATUSES.items()}


def basis(key: str) -> str:
    """How a date is known: "counted from the day of publication"."""
    return gettext(BASES[key]) if key in BASES else key


def when(edtf: str, granularity: str = "") -> str:
    """The date as people write it: "2024-09-27" is "27 Sep 2024", "2024-05~/2024-07~" is
    "around May – Jul 2024", "../2025-08-21" is "by 21 Aug 2025", nothing is "no date given".
    """
    if not edtf:
        return gettext(NO_DATE)
    try:
        interval = Interval.parse(edtf)
    except NoSuchDate:
        return edtf
    if granularity.upper() in Granularity.__members__:
        interval = replace(interval, granularity=Granularity[granularity.upper()])
    told = _span(interval)
    if interval.approximate:
        told = gettext("around {date}", date=told)
    return gettext("{date} (uncertain)", date=told) if interval.uncertain else told


def _span(interval: Interval) -> str:
    first, last, unit = interval.start, interval.last, interval.granularity
    if first is None:
        return gettext("by {date}", date=_one(last, unit)) if last else gettext(NO_DATE)
    if last is None:
        return gettext("since {date}", date=_one(first, unit))
    whole = _whole(first, last, unit)
    if whole:
        return whole
    left, right = _one(first, unit), _one(last, unit)
    if left == right:
        return left
    if unit > Granularity.YEAR and first.year == last.year:
        left, right = _yearless(first, unit), _yearless(last, unit)
        return gettext("{start} – {end} {year}", start=left, end=right, year=first.year)
    return gettext("{start} – {end}", start=left, end=right)


def _whole(first: date, last: date, unit: Granularity) -> str:
    """The name of a quarter, half or season, where the interval is one; else nothing."""
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if unit is Granularity.QUARTER and length == 3 and first.month % 3 == 1:
        quarter = gettext(_QUARTERS[first.month // 3])
        return gettext("{quarter} {year}", quarter=quarter, year=first.year)
    if unit is Granularity.HALF and length == 6 and first.month in (1, 7):
        return gettext(_HALVES[first.month // 7], year=first.year)
    if unit is Granularity.SEASON and length == 3 and first.month in _SEASONS:
        return gettext(_SEASONS[first.month], year=first.year)
    if unit is Granularity.DECADE and first.year % 10 == 0 and length == 120:
        return gettext("{year}s", year=first.year)
    return ""


def _one(day: date | None, unit: Granularity) -> str:
    if day is None:
        return ""
    if unit <= Granularity.YEAR:
        return gettext("{year}", year=day.year)
    month = gettext(_MONTHS[day.month - 1])
    if unit < Granularity.WEEK:
        return gettext("{month} {year}", month=month, year=day.year)
    return gettext("{day} {month} {year}", day=day.day, month=month, year=day.year)


def _yearless(day: date, unit: Granularity) -> str:
    month = gettext(_MONTHS[day.month - 1])
    return month if unit < Granularity.WEEK else gettext("{day} {month}", day=day.day, month=month)


def month(day: date) -> str:
    """The month of a day: "Sep 2024"."""
    return _one(day, Granularity.MONTH)


def count(number: int, what: str) -> str:
    """A number with its noun: "1 event", "3 events", "1,204 events"."""
    return ngettext(*_NOUNS[what], number)


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence beside each other: "a, b, c"."""
    return pgettext("between parts", ", ").join(parts)


def names(joined: str, most: int = 0) -> str:
    """Names that a table joins by "; ", as prose: "A, B and C", or "A, B and 3 more"."""
    parts = [part for part in joined.split("; ") if part]
    between = pgettext("between names", ", ")
    if most and len(parts) > most:
        named = between.join(parts[:most])
        return ngettext(
            "{names} and {n} more", "{names} and {n} more", len(parts) - most, names=named
        )
    if len(parts) < 2:
        return "".join(parts)
    return gettext("{names} and {last}", names=between.join(parts[:-1]), last=parts[-1])
