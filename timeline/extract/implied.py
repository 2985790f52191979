"""Participants that another clause, or the text before, tells: "the order", "the move", "it".

A claim whose clause names nobody at its receiving end takes whom the rest of its sentence names;
else whom the last claim of its kind was aimed at.  An answer is aimed at who acted before.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from timeline.claims import frames, words
from timeline.errors import SeedError
from timeline.lexicon import load
from timeline.model import (
    Actor,
    ActorKind,
    ActorMention,
    ActorOf,
    Claim,
    Evidence,
    Mention,
    Participant,
    Role,
    Sentence,
    Span,
    Use,
)
from timeline.values import replace

_KIN = (
    frozenset({"export_control", "entity_listing", "licence_decision"}),
    frozenset({"procurement", "industry_supply"}),
    frozenset({"procurement_guidance", "policy_stance", "ban_proposal"}),
)
_CASES = frozenset({"regulatory_probe", "enforcement", "litigation"})  # one case moves on
_SELLING = frozenset({"procurement", "industry_supply"})  # one's buyer is the other's customer
_FAR = 8  # claims before that may be meant
_NEAR = 3  # the same, where nothing says that somebody is meant
_FIGURES = frozenset({"company_results", "market_reaction"})
_ACTS = frozenset({"controls", "guidance"})
_FIRM = (ActorKind.COMPANY, ActorKind.FIRMS)
_SIDES = (
    *_FIRM,
    ActorKind.STATE,
    ActorKind.BODY,
    ActorKind.OFFICIALS,
    ActorKind.PERSON,
    ActorKind.ORGANISATION,
)


def _is_kin(a: str, b: str) -> bool:
    return a == b or any(a in kin and b in kin for kin in _KIN)


def has(cast: Sequence[Participant], *roles: Role) -> bool:
    """Whether somebody has one of the roles."""
    return any(p.role in roles for p in cast)


def initiators(
    claim: Claim, cast: Sequence[Participant], before: Sequence[Mention]
) -> list[Participant]:
    """Who did it, by the last claim of its kind: "the order was worth 450 million yuan".

    "The ruling struck down the duties" is a court's, whoever went to court since.
    """
    type_, named = claim.type, {p.actor.id for p in cast}
    ruled = type_ == "litigation" and _is_ruling(claim)
    for mention in reversed(before[-_FAR:]):
        if not _is_kin(mention.type, type_) or (ruled and not _is_by_court(mention)):
            continue
        role = Role.TARGET if _is_flip(mention.type, type_) else Role.INITIATOR
        if carried := _carried(mention, role, Role.INITIATOR, named):
            return carried
    return []


def _is_ruling(claim: Claim) -> bool:
    """Whether a court is told to act before the verb: "the ruling struck", "the judges sided"."""
    opens = claim.text[: claim.trigger.span.start - claim.span.start].lower()
    return not words("ruling").isdisjoint(opens.split())


def _is_by_court(mention: Mention) -> bool:
    """Whether a court, or one of its judges, acts."""
    doers = [p.actor for p in mention.participants if p.role is Role.INITIATOR]
    return any("court" in actor.name.lower() or "court" in actor.parent for actor in doers)


@cache
def _instruments() -> tuple[tuple[str, str], ...]:
    table = load("roles")["instruments"]
    if not isinstance(table, dict):
        raise SeedError("lexicon/roles.toml: [instruments] is no table")
    return tuple(
        (str(text), owner)
        for owner, texts in table.items()
        for text in (texts if isinstance(texts, list) else ())
    )


def owner_of_instrument(
    sentence: Sentence, cast: Sequence[Participant], actor_of: ActorOf
) -> list[Participant]:
    """Whose list or rule it is: "the firm was put on the Entity List" is the US's doing."""
    low = sentence.text.lower()
    for text, owner in _instruments():
        at, actor = low.find(text), actor_of(owner)
        if at < 0 or actor is None or actor.id in {p.actor.id for p in cast}:
            continue
        found = Span(sentence.span.start + at, sentence.span.start + at + len(text))
        words = sentence.text[at : at + len(text)]
        return [Participant(actor, Role.INITIATOR, Evidence(found, words, "roles.instrument"))]
    return []


def targets(
    type_: str, cast: Sequence[Participant], before: Sequence[Mention]
) -> list[Participant]:
    """At whom it was aimed, by the last claim of its kind that had the same initiator."""
    doers = {_side(p.actor) for p in cast if p.role is Role.INITIATOR}
    named = {p.actor.id for p in cast}
    for mention in reversed(before[-_FAR:]):
        flip = _is_flip(mention.type, type_)
        if not _is_kin(mention.type, type_) and not {mention.type, type_} <= _CASES:
            continue
        others = {_side(p.actor) for p in mention.participants if p.role is Role.INITIATOR}
        if not flip and doers and others and doers.isdisjoint(others):
            continue
        role = Role.INITIATOR if flip else Role.TARGET
        carried = [
            p
            for p in _carried(mention, role, Role.TARGET, named)
            if p.actor.kind is ActorKind.COMPANY
            or (type_ not in _SELLING and p.actor.country and _side(p.actor) not in doers)
        ]
        if carried:
            return carried
    return []


def _side(actor: Actor) -> str:
    return actor.country or actor.id


def _is_flip(a: str, b: str) -> bool:
    return a != b and a in _SELLING and b in _SELLING


def _carried(mention: Mention, role: Role, becomes: Role, named: set[str]) -> list[Participant]:
    return [
        replace(p, role=becomes, evidence=replace(p.evidence, rule="roles.carried"))
        for p in mention.participants
        if p.role is role and p.actor.id not in named
    ]


def spoken_of(before: Sequence[Mention], role: Role) -> list[Participant]:
    """The company of the last claim of its results, or that spoke last: "Net income rose"."""
    for mention in reversed(before[-_NEAR:]):
        firms = {p.actor.id: p for p in mention.participants if p.actor.kind is ActorKind.COMPANY}
        doers = (Role.INITIATOR, Role.SPEAKER)
        own = mention.type in _FIGURES or any(p.role in doers for p in firms.values())
        if own and len(firms) == 1:
            found = next(iter(firms.values()))
            evidence = replace(found.evidence, rule="roles.carried")
            return [Participant(found.actor, role, evidence)]
    return []


def answered(
    cast: Sequence[Participant], before: Sequence[Mention], *, words: bool
) -> list[Participant]:
    """Whom an answer is aimed at: who acted last, on another side than the speaker's.

    ``words``: it answers words ("these remarks"), so that who spoke last is meant.
    """
    speakers = [p.actor for p in cast if p.role in (Role.SPEAKER, Role.INITIATOR)]
    sides = {_side(actor) for actor in speakers if actor.kind not in _FIRM}
    known = {p.actor.id for p in cast}
    for mention in reversed(before[-_FAR:]):
        family = frames().types[mention.type].family
        if family not in _ACTS and not (words and mention.type == "statement"):
            continue
        doers = [p for p in mention.participants if p.role in (Role.INITIATOR, Role.SPEAKER)]
        for p in doers:
            if p.actor.id not in known and _side(p.actor) not in sides and p.actor.kind in _SIDES:
                evidence = replace(p.evidence, rule="roles.answered")
                return [Participant(p.actor, Role.TARGET, evidence)]
    return []


def beside(
    claim: Claim, cast: Sequence[Participant], mentions: Sequence[ActorMention], actor_of: ActorOf
) -> list[Participant]:
    """Whom the rest of the sentence names: "a law under which TikTok is to be banned".

    Its own clause before the others, firms before states; never the initiator's own side.
    """
    known = {p.actor.id for p in cast}
    doers = [p.actor for p in cast if p.role in (Role.INITIATOR, Role.SPEAKER)]
    homes = {_side(actor) for actor in doers}
    inside = [m for m in mentions if claim.span.holds(m.span)]
    for near in (inside, [m for m in mentions if m not in inside]):
        found = list(_others(near, actor_of, known, homes))
        firms = [p for p in found if p.actor.kind in _FIRM]
        if firms and claim.type != "trade_measure":
            return firms
        states = [p for p in found if p.actor.kind is ActorKind.STATE]
        if states:
            return [states[0], *_listed(claim, states)]
    return []


def _listed(claim: Claim, states: Sequence[Participant]) -> list[Participant]:
    """The states of a list that begins with the first: "Chinese, South Korean and Thai steel"."""
    listed: list[Participant] = []
    for one, next_ in pairwise(states):
        between = (one.evidence.span.end - claim.span.start, next_.evidence.span.start)
        if claim.text[between[0] : between[1] - claim.span.start].strip() not in ("and", ","):
            break
        listed.append(next_)
    return listed


def _others(
    mentions: Sequence[ActorMention], actor_of: ActorOf, known: set[str], homes: set[str]
) -> Iterator[Participant]:
    seen = set(known)
    for mention in mentions:
        actor: Actor | None = mention.actor
        if mention.actor.kind is ActorKind.PRODUCT:
            actor = actor_of(mention.actor.parent)
        elif mention.actor.kind is ActorKind.STATE and mention.rule == "pronoun":
            continue
        if actor is None or actor.id in seen or actor.kind not in (*_FIRM, ActorKind.STATE):
            continue
        loose = actor is not mention.actor or actor.kind is not ActorKind.COMPANY
        if loose and (_side(actor) in homes or not actor.country):
            continue
        if actor.kind is ActorKind.FIRMS and mention.use is not Use.NOUN:
            continue
        seen.add(actor.id)
        yield Participant(actor, Role.TARGET, Evidence(mention.span, mention.text, "roles.beside"))
