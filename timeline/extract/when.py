"""The date of a mention: its clause's, else its sentence's, else its report's; and the basis."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from timeline.extract.read import Read
from timeline.interval import Granularity, Interval
from timeline.lexicon import texts
from timeline.model import (
    Attribution,
    Claim,
    Mention,
    Role,
    Sentence,
    SourceKind,
    Status,
    Timex,
    TimexType,
    When,
    WhenBasis,
)
from timeline.model import Evidence as Words

_BEHIND = 12  # characters: "said on Tuesday that", "reported earlier this month"
_TRAILING = 30  # characters: "told journalists in Beijing on Monday"
_OPENS = 6  # characters: "In May", "Last month"
_FIGURES = frozenset({"company_results", "market_reaction"})
_CASES = frozenset({"regulatory_probe", "litigation", "enforcement", "investment_control"})
_GRANTED = frozenset({"licence_decision", "export_control", "trade_measure", "industrial_policy"})
_WORDS = frozenset({"statement", "reaction"})
_OF_THE_SAYING = _WORDS | _FIGURES | {"media_report"}  # what is dated by the day it is told
_RETELLING = frozenset({SourceKind.OUTLET, SourceKind.UNNAMED, SourceKind.HEARSAY, SourceKind.SELF})
_FINISHED = frozenset(  # told as done, without a time: some day up to publication
    {
        "product", "industry_supply", "company_results", "investment", "procurement",
        "export_control", "entity_listing", "licence_decision", "trade_measure", "legislation",
        "litigation", "enforcement", "circumvention", "regulatory_probe", "investment_control",
        "industrial_policy", "trade_talks", "company_disclosure",
    }
)  # fmt: skip


def of(
    claim: Claim,
    told: Attribution | None,
    read: Read,
    dct: date | None,
    before: Sequence[Mention],
    *,
    alone: bool,
) -> When:
    """When it happened, as told, and how that is known.

    "shares fell on Friday" counts from publication; "regulators are urging" is of the report's
    month, about; "regulators urge, Reuters reported on Friday" of about that day; "the firm has
    switched" is of some day up to publication.  ``alone``: nothing else is claimed in the
    sentence, so that its opening date goes with a clause that only tells which: "last month talks
    ended in a deal that lets Nvidia sell the chip".  The outlet that reports what somebody told
    dates its report: "told its clients that it is late, Reuters reported on Friday".
    """
    sentence = read.sentence
    timex = _timex(claim, told, sentence, read.timexes, alone=alone)
    if timex is not None and timex.interval is not None:
        words = Words(timex.span, timex.text, f"timex.{timex.rule}")
        tellers = read.attributions if told is not None else ()
        if any(_is_of_report(timex, claim, one, sentence, own=one is told) for one in tellers):
            return When(timex.interval.about(), WhenBasis.REPORT, words)
        basis = WhenBasis.RELATIVE if timex.relative else WhenBasis.EXPLICIT
        return When(timex.interval, basis, words)
    return _carried(claim, sentence, before) or _of_report(claim, dct)


def _timex(
    claim: Claim,
    told: Attribution | None,
    sentence: Sentence,
    timexes: Sequence[Timex],
    *,
    alone: bool,
) -> Timex | None:
    """The time of its clause, else of its saying, else that the sentence opens with."""
    timexes = [timex for timex in timexes if not _ends(timex, claim, sentence)]
    own = claim.timex if claim.timex in timexes else None
    timex = own or _of_sentence(claim, told, timexes)
    if timex is None and alone and timexes and timexes[0].span.start < sentence.span.start + _OPENS:
        return timexes[0]
    return timex


def _ends(timex: Timex, claim: Claim, sentence: Sentence) -> bool:
    """Whether it says how long, or to when, and not when: "delayed to March", "until 2026"."""
    words = sentence.text[: timex.span.start - sentence.span.start].rsplit(None, 1)
    last = words[-1].lower() if words else ""
    if last in texts("roles", "limits", "ends"):
        return True
    after = sentence.text[timex.span.end - sentence.span.start :].split(maxsplit=1)
    if (
        claim.type in _CASES
        and after
        and after[0].strip(",.") in texts("roles", "limits", "objects")
    ):
        return True  # "a probe of its June acquisition of Xyz"
    if last == "for" and claim.type in _GRANTED and _is_year(timex):
        return True  # "licences for 2026"
    if claim.type in _FIGURES and last in texts("roles", "limits", "compares"):
        return True  # "down 15% from the previous quarter"
    return last == "to" and claim.trigger.text.lower() in texts("roles", "limits", "delays")


def _is_year(timex: Timex) -> bool:
    return timex.interval is not None and timex.interval.granularity is Granularity.YEAR


def _of_sentence(claim: Claim, told: Attribution | None, timexes: Sequence[Timex]) -> Timex | None:
    """The date of the saying, where a main or reported clause has none of its own."""
    is_of_outlet = told is not None and told.source.kind is SourceKind.OUTLET
    if claim.clause not in ("main", "complement", *(("relative",) if is_of_outlet else ())):
        return None  # but "in March the paper wrote of a chip that Huawei was testing"
    dated = [
        t
        for t in timexes
        if t.interval is not None
        and t.rule != "name_with_date"
        and t.type in (TimexType.DATE, TimexType.TIME)
    ]
    if told is not None:
        end = told.cue.span.end
        near = [t for t in dated if 0 <= t.span.start - end < _BEHIND]
        if not told.cue.text.isascii():  # a Chinese date of saying stands before the verb
            near = []
            if claim.type in _WORDS:
                dated = [t for t in dated if not told.scope.holds(t.span)]
        if near or claim.status is Status.SPECULATION:
            return near[0] if near else None
        dated = [t for t in dated if not _is_said(t, told) or claim.span.holds(t.span)]
        return min(dated, key=lambda t: abs(t.span.start - told.cue.span.start), default=None)
    if claim.status is Status.SPECULATION:
        return None
    return dated[0] if dated and dated[0].span.start < claim.span.start else None


def _is_said(timex: Timex, told: Attribution) -> bool:
    """Whether a date stands in what is said, not behind the verb: "..., he said on Monday"."""
    cue = told.cue.span
    trails = told.scope.start < cue.start and 0 <= timex.span.start - cue.end < _TRAILING
    return told.scope.holds(timex.span) and not trails


def _is_of_report(
    timex: Timex, claim: Claim, told: Attribution, sentence: Sentence, *, own: bool
) -> bool:
    """Whether an outlet or an unnamed source said it then: the day of a report dates no event.

    An office that speaks of its own act does so on its day: "the ministry said on Friday".
    ``own``: it is the one who tells the claim, and no outlet that reports the telling.
    """
    if told.source.kind not in _RETELLING or claim.type in _OF_THE_SAYING:
        return False
    gap = timex.span.start - told.cue.span.end
    if 0 <= gap < _BEHIND:
        base = sentence.span.start
        return "," not in sentence.text[told.cue.span.end - base : timex.span.start - base]
    return own and not _is_said(timex, told)


def _carried(claim: Claim, sentence: Sentence, before: Sequence[Mention]) -> When | None:
    """A speaker who goes on speaking does so on the same day."""
    if claim.type not in _WORDS or not before:
        return None
    last = before[-1]
    speakers = {p.actor.id for p in claim.participants if p.role is Role.SPEAKER}
    same = speakers & {p.actor.id for p in last.participants if p.role is Role.SPEAKER}
    near = sentence.span.start - last.sentence.end < 4
    interval = last.when.interval
    if interval is None or interval.granularity < Granularity.DAY:
        return None  # "warned in October" does not date what it says now
    if same and near and last.when.basis in (WhenBasis.RELATIVE, WhenBasis.EXPLICIT):
        return last.when
    return None


def _of_report(claim: Claim, dct: date | None) -> When:
    if dct is None or claim.status is Status.SPECULATION:
        return When(None, WhenBasis.UNDATED)
    past = claim.tense in ("past", "perfect") or claim.status is Status.IN_FORCE
    if past and claim.type in _FINISHED:
        return When(Interval(None, Interval.day(dct).end, Granularity.DAY), WhenBasis.UNDATED)
    return When(_about_month(dct.year, dct.month), WhenBasis.REPORT)


@lru_cache(maxsize=1024)
def _about_month(year: int, month: int) -> Interval:
    return Interval.of(year, month).about()
