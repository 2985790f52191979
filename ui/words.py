"""Values as people write them: dates, statuses, counts.  Plain text; a page escapes it."""

from collections.abc import Sequence

from timeline.dates import NO_DATE, month, when
from timeline.language import gettext, mark, mark_plural, ngettext, pgettext

__all__ = ["NO_DATE", "month", "when"]  # as ``timeline.dates`` writes them

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


def status(key: str) -> str:
    """A status as readers know it: "enacted" is "Enacted"."""
    return gettext(STATUSES[key]) if key in STATUSES else key


def statuses() -> dict[str, str]:
    """Each status and what readers call it."""
    return {key: gettext(label) for key, label in STATUSES.items()}


def basis(key: str) -> str:
    """How a date is known: "counted from the day of publication"."""
    return gettext(BASES[key]) if key in BASES else key


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
