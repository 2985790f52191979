"""What each clause of a sentence asserts.

``find`` is given the sentence, its timexes, its actors and who is said to say it; it fetches
nothing.  The words live in lexicon/event_types.toml and lexicon/status.toml.
"""

from collections.abc import Sequence

from timeline.claims import drafts
from timeline.claims import status as status_
from timeline.claims.aside import governing, is_scenery, is_supposed, shares_subject
from timeline.claims.clauses import Clause
from timeline.claims.dating import clause_span, dated
from timeline.claims.frames import Type, event_types, frames
from timeline.claims.joining import merged
from timeline.claims.kinds import words
from timeline.claims.match import Candidate, candidates, strongest
from timeline.claims.numbers import numbers
from timeline.claims.roles import participants
from timeline.claims.titles import title
from timeline.claims.tokens import Token
from timeline.claims.view import View, view
from timeline.lexicon import han
from timeline.model import (
    ActorMention,
    ActorOf,
    Claim,
    Evidence,
    Role,
    Sentence,
    Span,
    Status,
    Timex,
)
from timeline.values import replace

__all__ = [
    "Candidate",
    "Type",
    "event_types",
    "find",
    "frames",
    "look",
    "title",
    "tried_chinese",
    "words",
]

_SHARED = frozenset({"trade_talks"})  # all who take part act
_CASE = "litigation"
_FINDING = frozenset({"rule", "find", "conclude", "hold", "determine", "declare", "deem"})
_TELLS = frozenset({"controls", "words"})
_BY_THE_WAY = frozenset({"participle"})
_TOLD_PAST = frozenset({"past", "perfect"})


def find(
    sentence: Sentence,
    timexes: Sequence[Timex],
    actors: Sequence[ActorMention],
    actor_of: ActorOf = lambda _id: None,
) -> tuple[Claim, ...]:
    """The claims of one sentence, in order; at most one of a type, unless dates differ.

    "Regulators urged firms to avoid the chip" gives one claim of procurement guidance.
    ``actor_of`` gives the actor of an id, so that a product can stand for its maker.
    """
    if han.is_chinese(sentence.text):
        from timeline.claims import zh  # its frames are compiled only where there is Chinese

        return zh.find(sentence, timexes, actors, actor_of)
    ready = None if _asks(sentence.text) else view(sentence, actors)
    if ready is None:
        return ()
    found = _decided(ready, _sure(strongest(ready)))
    claims = [_claim(sentence, ready, c, timexes, actor_of) for c in found]
    return tuple(_told(merged([c for c in claims if c is not None], _acted_apart)))


def _asks(text: str) -> bool:
    """Whether it only asks: "Why were the tariffs blocked?"; "Will it ban them?" may foretell."""
    return text.endswith("?") and text.partition(" ")[0].lower() in words("asking")


def _sure(found: Sequence[Candidate]) -> list[Candidate]:
    """Without what is claimed as possible beside what a verb of the clause tells as done.

    "imposed new sanctions" imposes them, "dismissed new sanctions" answers them: none looms.
    """
    types = frames().types
    done = {c.clause for c in found if not c.frame.modal and types[c.frame.type].family in _TELLS}
    return [c for c in found if not c.frame.modal or c.clause not in done]


def _decided(ready: View, found: Sequence[Candidate]) -> list[Candidate]:
    """Without what somebody is found to have done, beside the finding.

    "The regulator concluded that Xyz had broken the law" tells of the conclusion; its type is
    that of a case where the words behind "that" tell of one.
    """
    findings = {c.clause for c in found if ready.tokens[c.trigger].lemma in _FINDING}
    behind = {
        c.clause: c
        for c in found
        if c.clause - 1 in findings and ready.clauses[c.clause].kind == "complement"
    }
    cases = {n - 1 for n, c in behind.items() if c.frame.type == _CASE}
    return [
        replace(c, frame=replace(c.frame, type=_CASE)) if c.clause in cases else c
        for c in found
        if c.clause not in behind
    ]


def _told(claims: Sequence[Claim]) -> list[Claim]:
    """Without mere guesses beside what is sure, and what a clause brings in only by the way.

    "China cut tariffs, easing pressure on its exporters" tells of the cut; a by-clause with a date
    of its own tells of something else: "after the US barred the sale in May".
    """
    if len(claims) < 2:
        return list(claims)
    if any(not claim.is_guess for claim in claims):
        claims = [c for c in claims if not c.is_guess or (c.timex and c.clause == "main")]
    elif claims:
        claims = claims[:1]
    if any(claim.clause not in _BY_THE_WAY for claim in claims):
        leading = claims[0]  # "To avoid a shortage, Washington granted a waiver"
        drop = leading.clause in _BY_THE_WAY and leading.timex is None
        claims = claims[1:] if drop else claims
    types = [claim.type for claim in claims]
    return [
        c
        for n, c in enumerate(claims)
        if not n or _has_own_date(c) or not _is_by_the_way(c, types[:n])
    ]


def _has_own_date(claim: Claim) -> bool:
    """Whether its clause holds a date; else it may have that by which its measure came."""
    return claim.timex is not None and claim.span.holds(claim.timex.span)


def _is_by_the_way(claim: Claim, before: Sequence[str]) -> bool:
    """Whether a clause only goes along: ", easing pressure", "probed ... before determining".

    So does one that tells which, or what else its subject does, unless it tells what happened:
    "duties that may rise", "must leave and delete the app", not "taxed it and is barring the sale".
    """
    is_going_on = claim.tense == "present" and claim.trigger.text.endswith("ing")
    if claim.clause == "relative":
        return claim.tense not in _TOLD_PAST
    if claim.clause == "predicate":
        acts = any(p.role is Role.INITIATOR for p in claim.participants)
        return not acts or not (is_going_on or claim.tense in _TOLD_PAST)
    if claim.clause in _BY_THE_WAY:
        return claim.trigger.text.lower() not in words("bringing_about")
    gerund = claim.clause == "adverbial" and claim.trigger.text.lower().endswith("ing")
    return gerund and claim.type in before


def look(
    sentence: Sentence, actors: Sequence[ActorMention]
) -> tuple[Sequence[Token], Sequence[Clause], tuple[Candidate, ...]]:
    """Tokens, clauses and every frame tried, refused ones too: what ``explain`` shows."""
    ready = view(sentence, actors, whole=True)
    if ready is None:
        return (), (), ()
    return ready.tokens, ready.clauses, tuple(candidates(ready))


def tried_chinese(
    sentence: Sentence, actors: Sequence[ActorMention]
) -> tuple[tuple[str, str], ...]:
    """The triggers of a Chinese sentence with the types that fit; () for another language."""
    if not han.is_chinese(sentence.text):
        return ()
    from timeline.claims import zh

    return zh.tried(sentence, actors)


def _claim(
    sentence: Sentence,
    ready: View,
    candidate: Candidate,
    timexes: Sequence[Timex],
    actor_of: ActorOf,
) -> Claim | None:
    clause, type_ = ready.clauses[candidate.clause], frames().types[candidate.frame.type]
    at = candidate.trigger
    if is_scenery(ready, clause, candidate):
        return None
    told, why = _status(ready, clause, candidate, type_)
    cast, objects = participants(type_, candidate.frame, candidate.slots, actor_of)
    span = clause_span(ready, clause)
    return Claim(
        span=span,
        text=_words(sentence, span),
        type=type_.id,
        status=told,
        trigger=_evidence(ready, at, f"claims.{type_.id}.{ready.tokens[at].lemma}"),
        status_evidence=_evidence(ready, why[0], f"status.{why[1]}") if why else None,
        participants=cast,
        timex=dated(ready, clause, at, timexes),
        clause="predicate" if shares_subject(ready, clause) else clause.kind,
        tense=status_.tense(ready.tokens, clause, at),
        objects=objects,
        numbers=tuple(numbers(ready, clause)),
        is_same=candidate.frame.same,
        is_guess=candidate.frame.is_last,
    )


def _status(
    ready: View, clause: Clause, candidate: Candidate, type_: Type
) -> tuple[Status, tuple[int, str] | None]:
    """How sure it is told, and the token and rule that say so; what is supposed is speculation."""
    at = candidate.trigger
    told, why = status_.decide(ready.tokens, *governing(ready, clause, at), candidate.frame, type_)
    if type_.family in status_.POLICY and told is not Status.SPECULATION:
        told, why = _drafted(ready, clause, at, told, type_) or (told, why)
    if told is not Status.SPECULATION and is_supposed(ready, clause, at):
        return Status.SPECULATION, (at, "supposed")
    return told, why


def _drafted(
    ready: View, clause: Clause, at: int, told: Status, type_: Type
) -> tuple[Status, tuple[int, str]] | None:
    """The status that a measure has by the words that brought it; None where none tell."""
    undone = drafts.undone(ready, clause) or drafts.given_up(ready, clause, at)
    if undone is not None:
        return undone[1], (undone[0], "undone")
    shelved = drafts.shelved(ready, clause, at) or drafts.taken_back(ready, clause, at)
    if shelved is not None and told is Status.ENACTED:
        return shelved[1], (shelved[0], "undoing")
    made = drafts.made(ready, clause)
    if made is not None:
        return (type_.status, (made, "made")) if told is Status.PROPOSED else None
    cue = None if told is Status.PROPOSED else drafts.proposed(ready, clause, at)
    return None if cue is None else (Status.PROPOSED, (cue, "draft"))


def _evidence(ready: View, i: int, rule: str) -> Evidence:
    return Evidence(ready.span(i, i), ready.tokens[i].text, rule)


def _words(sentence: Sentence, span: Span) -> str:
    offset = sentence.span.start
    return sentence.text[span.start - offset : span.end - offset]


def _acted_apart(a: Claim, b: Claim) -> bool:
    """Whether each is somebody else's act: "set duties after the bloc had approved its own"."""
    spoken = frames().types[b.type].family == "words"
    if b.type in _SHARED or not (spoken or "adverbial" in (a.clause, b.clause)):
        return False
    does = Role.SPEAKER if spoken else Role.INITIATOR
    one, other = ({p.actor.id for p in c.participants if p.role is does} for c in (a, b))
    return bool(one) and bool(other) and one.isdisjoint(other)
