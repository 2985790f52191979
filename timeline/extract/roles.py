"""Participants that the clause itself leaves out: tellers, and actors carried on from before."""

from collections.abc import Sequence

from timeline.claims import frames, words
from timeline.extract import implied
from timeline.extract.read import Read
from timeline.model import (
    Actor,
    ActorKind,
    ActorOf,
    Attribution,
    Claim,
    Hop,
    Mention,
    Participant,
    Role,
    Sentence,
    SourceKind,
)
from timeline.values import replace

_TELLERS = {SourceKind.OUTLET: Role.REPORTER, SourceKind.UNNAMED: Role.SPEAKER}
_AUTHORS = frozenset({SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON})
_ORDER = {role: n for n, role in enumerate(Role)}
_CARRIED = frozenset({"controls", "guidance", "industry", "diplomacy"})
_AIMED = frozenset({"controls", "guidance"})
_LOOSE = frozenset({"policy_stance", "legislation", "industrial_policy"})
_TRADES = frozenset({"procurement", "industry_supply"})


def completed(
    claim: Claim,
    told: Attribution | None,
    read: Read,
    before: Sequence[Mention],
    actor_of: ActorOf,
) -> Claim:
    """The claim with its tellers, and with an initiator and a target that stand elsewhere.

    "The order was worth 450 million yuan" has the buyer of the claim before.
    """
    cast = list(claim.participants)
    if told is not None:
        if frames().types[claim.type].agents == "state" or claim.type == "litigation":
            cast = _without_teller(cast, told)
        cast += _tellers(told, read.sentence, cast)
        if claim.type == "reaction":
            cast = _by_person(cast, told)
    family = frames().types[claim.type].family
    named = implied.has(cast, Role.INITIATOR)
    if family in _CARRIED and not named:
        cast = _with_initiator(claim, told, read.sentence, cast, before, actor_of)
    if claim.type == "company_results" and not cast:
        cast += implied.spoken_of(before, Role.AFFECTED)
    if not implied.has(cast, Role.TARGET, Role.AFFECTED):
        cast += _targets(claim, read, cast, before, actor_of, named=named)
    cast.sort(key=lambda p: (_ORDER[p.role], p.evidence.span))
    told_all = tuple(cast)
    return claim if told_all == claim.participants else replace(claim, participants=told_all)


def _targets(
    claim: Claim,
    read: Read,
    cast: Sequence[Participant],
    before: Sequence[Mention],
    actor_of: ActorOf,
    *,
    named: bool,
) -> Sequence[Participant]:
    """At whom it is aimed; ``named``: its own clause names its initiator."""
    family = frames().types[claim.type].family
    if claim.type == "reaction":
        of_words = any(word in read.sentence.text for word in words("remarks"))
        told = implied.answered(cast, before, words=of_words)
        if of_words and told:
            return told
        return implied.beside(claim, cast, read.actors, actor_of) or told
    if claim.type in _TRADES:
        return () if named else implied.targets(claim.type, cast, before)
    if family not in _AIMED and claim.type != "policy_stance":
        return ()
    found = implied.beside(claim, cast, read.actors, actor_of)
    return found or (() if claim.type in _LOOSE else implied.targets(claim.type, cast, before))


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


def _without_teller(cast: Sequence[Participant], told: Attribution) -> list[Participant]:
    """The cast without who only tells of it: "Nvidia may sell the chip, a US official said"."""
    at = told.source.evidence.span
    roles = (Role.TARGET, Role.AFFECTED)
    return [p for p in cast if p.role not in roles or not p.evidence.span.overlaps(at)]


def _by_person(cast: list[Participant], told: Attribution) -> list[Participant]:
    """Whoever speaks for a state is the speaker: "Lin Jian said that Beijing was against it"."""
    person = told.source.actor
    if person is None or person.kind is not ActorKind.PERSON:
        return cast
    sides = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)
    own = [
        p
        for p in cast
        if p.role is Role.SPEAKER and p.actor.kind in sides and p.actor.country == person.country
    ]
    if not own or not person.country or any(p.actor.id == person.id for p in cast):
        return cast
    speaker = Participant(person, Role.SPEAKER, told.source.evidence)
    return [speaker, *(p for p in cast if p not in own)]


def actor_of(hop: Hop) -> Actor:
    """The hop's actor; an unnamed source becomes one by its name."""
    if hop.actor is not None and hop.kind is not SourceKind.UNNAMED:
        return hop.actor
    kind = ActorKind.SOURCE if hop.kind is SourceKind.UNNAMED else ActorKind.ORGANISATION
    return Actor(f"source:{hop.name.lower().replace(' ', '-')}", hop.name, kind)


def _with_initiator(
    claim: Claim,
    told: Attribution | None,
    sentence: Sentence,
    cast: list[Participant],
    before: Sequence[Mention],
    actor_of: ActorOf,
) -> list[Participant]:
    author = _author(claim, told)
    if author is not None and author.actor.id not in {p.actor.id for p in cast}:
        return [*_of_state(author, actor_of), *cast]
    carried = implied.initiators(claim, cast, before)
    if not carried and cast and frames().types[claim.type].agents == "state":
        carried = implied.owner_of_instrument(sentence, cast, actor_of)
    return carried + cast


def _of_state(author: Participant, actor_of: ActorOf) -> list[Participant]:
    """A minister speaks; the measure is the state's: "Faeser said the parts must go"."""
    state = actor_of(author.actor.parent)
    while state is not None and state.kind is not ActorKind.STATE and state.parent:
        state = actor_of(state.parent)
    if author.actor.kind is not ActorKind.PERSON or state is None:
        return [author]
    return [replace(author, actor=state), replace(author, role=Role.SPEAKER)]


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
