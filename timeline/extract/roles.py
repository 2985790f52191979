"""Participants that the clause itself leaves out: tellers, and actors carried on from before."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.claims import frames
from timeline.model import (
    Actor,
    ActorKind,
    Attribution,
    Claim,
    Hop,
    Mention,
    Participant,
    Role,
    Sentence,
    SourceKind,
)

_TELLERS = {SourceKind.OUTLET: Role.REPORTER, SourceKind.UNNAMED: Role.SPEAKER}
_AUTHORS = frozenset({SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON})
_KIN = (
    frozenset({"export_control", "entity_listing", "licence_decision"}),
    frozenset({"procurement", "industry_supply"}),
    frozenset({"procurement_guidance", "policy_stance", "ban_proposal"}),
)
_ORDER = {role: n for n, role in enumerate(Role)}
_CARRIED = frozenset({"controls", "guidance", "industry", "diplomacy"})


def completed(
    claim: Claim, told: Attribution | None, sentence: Sentence, before: Sequence[Mention]
) -> Claim:
    """The claim with its tellers, and with an initiator where the text names one earlier.

    "The order was worth 450 million yuan" has the buyer of the claim before.
    """
    cast = list(claim.participants)
    if told is not None:
        cast += _tellers(told, sentence, cast)
    family = frames().types[claim.type].family
    if family in _CARRIED and not any(p.role is Role.INITIATOR for p in cast):
        cast = _with_initiator(claim, told, cast, before)
    cast.sort(key=lambda p: (_ORDER[p.role], p.evidence.span))
    return replace(claim, participants=tuple(cast))


def _tellers(
    told: Attribution, sentence: Sentence, cast: Sequence[Participant]
) -> list[Participant]:
    known = {p.actor.id for p in cast}
    tellers: list[Participant] = []
    for hop in told.hops:
        role = _TELLERS.get(hop.kind)
        actor = actor_of(hop)
        if role and actor.id not in known and sentence.span.holds(hop.evidence.span):
            tellers.append(Participant(actor, role, hop.evidence))
    return tellers


def actor_of(hop: Hop) -> Actor:
    """The hop's actor; an unnamed source becomes one by its name."""
    if hop.actor is not None and hop.kind is not SourceKind.UNNAMED:
        return hop.actor
    kind = ActorKind.SOURCE if hop.kind is SourceKind.UNNAMED else ActorKind.ORGANISATION
    return Actor(f"source:{hop.name.lower().replace(' ', '-')}", hop.name, kind)


def _with_initiator(
    claim: Claim, told: Attribution | None, cast: list[Participant], before: Sequence[Mention]
) -> list[Participant]:
    author = _author(claim, told)
    if author is not None and author.actor.id not in {p.actor.id for p in cast}:
        return [author, *cast]
    for mention in reversed(before[-8:]):
        if not _is_kin(mention.type, claim.type):
            continue
        named = {p.actor.id for p in cast}
        carried = [
            p for p in mention.participants if p.role is Role.INITIATOR and p.actor.id not in named
        ]
        if carried:
            return [
                replace(p, evidence=replace(p.evidence, rule="roles.carried")) for p in carried
            ] + cast
    return cast


def _author(claim: Claim, told: Attribution | None) -> Participant | None:
    """Who announces a measure of the state is its initiator: "the ministry said buyers must"."""
    if told is None or told.source.kind not in _AUTHORS or told.source.actor is None:
        return None
    side = frames().types[claim.type].agents
    actor = told.source.actor
    official = told.source.kind is SourceKind.OFFICIAL
    if side == "state" and not official:
        return None
    if side == "firm" and official:
        return None
    return Participant(actor, Role.INITIATOR, told.source.evidence)


def _is_kin(a: str, b: str) -> bool:
    return a == b or any(a in kin and b in kin for kin in _KIN)
