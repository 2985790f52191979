"""Whose word a claim rests on, and what that does to its status."""

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.extract import said
from timeline.model import Attribution, Claim, SourceKind, Span, Status, When
from timeline.values import replace

_NEWS = timedelta(days=21)  # a measure older than that is told as standing, not as news
_OWN_WORDS = frozenset({"statement", "market_reaction", "media_report", "company_results"})
_HINTED = frozenset({"procurement_guidance", "regulatory_probe"})  # often known from media alone
_MEASURES = frozenset(
    {"export_control", "entity_listing", "trade_measure", "investment_control", "legislation"}
)


def covering(claim: Claim, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose scope, or whose verb of saying, holds the claim's trigger.

    Where the saying is itself told, as in "it is claimed that officials voiced concern", who
    tells of it.
    """
    at = claim.trigger.span
    holding = [a for a in attributions if a.scope.holds(at) or a.cue.span.overlaps(at)]
    inner = min(holding, key=_narrowness, default=None)
    if inner is None or not inner.cue.span.overlaps(at):
        return inner
    tellers = [
        a
        for a in attributions
        if not a.is_speech and a is not inner and a.scope.holds(inner.cue.span)
    ]
    return min(tellers, key=_narrowness, default=inner)


def _narrowness(told: Attribution) -> tuple[int, Span]:
    return len(told.scope), told.scope


def settled(claim: Claim, told: Attribution | None, dated: When, dct: date | None) -> Claim:
    """The claim with the status that its source and its date leave it.

    "Baidu ordered chips, two people said" is alleged; "Reuters reported that Baidu ordered
    chips" reported; controls "imposed in October", told in May, are in force.
    """
    if claim.status is Status.ENACTED and claim.type in _MEASURES and _is_old(dated, dct):
        return replace(claim, status=Status.IN_FORCE)
    if told is None or claim.type in _OWN_WORDS:
        return claim
    kind = told.source.kind
    if claim.status not in (Status.OCCURRED, Status.REPORTED) and not (
        claim.status is Status.ENACTED and claim.type in _HINTED
    ):
        return claim
    is_held = claim.type != "reaction" and said.is_accusation(told)
    if kind is SourceKind.UNNAMED or is_held:
        return replace(claim, status=Status.ALLEGED, status_evidence=told.source.evidence)
    if kind in (SourceKind.OUTLET, SourceKind.HEARSAY, SourceKind.SELF):
        return replace(claim, status=Status.REPORTED, status_evidence=told.source.evidence)
    return claim


def _is_old(dated: When, dct: date | None) -> bool:
    interval = dated.interval
    if interval is None or interval.start is None or dct is None:
        return False
    return interval.end is not None and interval.end < dct - _NEWS
