"""That an outlet reported: told once a document, where it first names the outlet as a source."""

from collections.abc import Sequence

from timeline.extract.read import Read
from timeline.extract.roles import actor_of
from timeline.extract.said import speaker_of
from timeline.interval import Granularity
from timeline.model import (
    Attribution,
    Claim,
    Evidence,
    Participant,
    Role,
    Sentence,
    SourceKind,
    Span,
    Status,
    Timex,
)

_BESIDE = 14  # characters: "a report this week by Reuters"
_BEHIND = 12  # characters: "reported the day before", "said in May"


def find(read: Read, known: set[str], *, alone: bool) -> list[tuple[Claim, Attribution | None]]:
    """That an outlet reported, told the first time that the document names it as a source.

    ``alone``: nothing else is claimed in the sentence, so that its date is the report's.
    """
    found: list[tuple[Claim, Attribution | None]] = []
    for told in read.attributions:
        for hop in told.hops:
            if hop.kind is not SourceKind.OUTLET or hop.name in known or speaker_of(told):
                continue
            known.add(hop.name)
            if not alone and not told.cue.text.isascii():
                continue  # "据路透社报道，" opens many a Chinese sentence and is no event
            report = _report(read.sentence, told, read.timexes, alone=alone)
            if alone or _is_old(report) or not _is_by_the_way(read.sentence, told, report):
                found.append((report, told))
    return found


def _report(
    sentence: Sentence, told: Attribution, timexes: Sequence[Timex], *, alone: bool
) -> Claim:
    hop = told.source
    spans = (hop.evidence.span, told.cue.span)
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    after = span.end
    known = [t for t in timexes if t.interval is not None]
    dated = [t for t in known if _is_of_cue(t.span, told, after)] or (known if alone else [])
    text = sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
    return Claim(
        span=span,
        text=text,
        type="media_report",
        status=Status.OCCURRED,
        trigger=Evidence(told.cue.span, told.cue.text, "speech.report"),
        participants=(Participant(actor_of(hop), Role.REPORTER, hop.evidence),),
        timex=dated[0] if dated else None,
        tense="past",
    )


def _is_old(report: Claim) -> bool:
    """Whether the report is told of as history: "Reuters reported in April that"."""
    interval = report.timex.interval if report.timex else None
    return interval is not None and interval.granularity < Granularity.DAY


def _is_by_the_way(sentence: Sentence, told: Attribution, report: Claim) -> bool:
    """Whether the outlet is only named as the source of a claim: "two men told Reuters".

    "Bloomberg now reports that", "in a report by the Financial Times" tell of the report itself;
    "Bloomberg reported that" does so where it is dated or nothing else is claimed.
    """
    if told.cue.text.lower() == "reported" and report.timex is None:
        return True
    span, base = told.source.evidence.span, sentence.span.start
    around = sentence.text[max(span.start - base - _BESIDE, 0) : span.end - base + _BESIDE]
    return "report" not in f"{around} {told.cue.text}".lower()


def _is_of_cue(span: Span, told: Attribution, after: int) -> bool:
    """Whether a date goes with the saying and not with what is said."""
    return not told.scope.holds(span) or 0 <= span.start - after < _BEHIND
