"""What each clause of a Chinese sentence asserts.

``view`` cuts a sentence into words of the lexicon and mentions, ``match`` tries the frames of
lexicon/event_types_zh.toml, ``slots`` says who stands where, ``status`` how real it is.
"""

from collections.abc import Sequence

from timeline.claims.frames import frames as english
from timeline.claims.joining import merged
from timeline.claims.roles import participants
from timeline.claims.zh import status as status_
from timeline.claims.zh.frames import lexicon
from timeline.claims.zh.match import Candidate, candidates, strongest
from timeline.claims.zh.slots import around
from timeline.claims.zh.view import View, view
from timeline.model import (
    ActorMention,
    ActorOf,
    BlockKind,
    Claim,
    Sentence,
    Span,
    Timex,
    TimexType,
)

__all__ = ["find", "tried"]


def find(
    sentence: Sentence,
    timexes: Sequence[Timex],
    actors: Sequence[ActorMention],
    actor_of: ActorOf = lambda _id: None,
) -> tuple[Claim, ...]:
    """The claims of one sentence, in order; one of a type, unless dates differ.

    "商务部宣布，对镓、锗实施出口管制" gives one claim of export control, the ministry's.
    """
    ready = view(sentence, actors)
    told = sorted(strongest(ready), key=lambda c: (-c.weight, c.clause))
    claims = [_claim(sentence, ready, c, timexes, actor_of) for c in told]
    return tuple(sorted(merged(claims), key=lambda claim: (claim.span, claim.type)))


def tried(sentence: Sentence, actors: Sequence[ActorMention]) -> tuple[tuple[str, str], ...]:
    """Each trigger of a sentence and the types whose frames fit it: what ``explain`` shows.

    ("约谈", "regulatory_probe"); ("禁止", "") where none does.
    """
    ready = view(sentence, actors)
    fits: dict[int, list[str]] = {
        i: [] for i, token in enumerate(ready.tokens) if token.text in lexicon().frames
    }
    for n in range(len(ready.clauses)):
        for candidate in candidates(ready, n):
            fits[candidate.trigger].append(candidate.frame.type)
    return tuple(
        (ready.tokens[i].text, " or ".join(dict.fromkeys(types))) for i, types in fits.items()
    )


def _claim(
    sentence: Sentence,
    ready: View,
    candidate: Candidate,
    timexes: Sequence[Timex],
    actor_of: ActorOf,
) -> Claim:
    frame, token = candidate.frame, ready.tokens[candidate.trigger]
    type_ = english().types[frame.type]
    told, why = status_.decide(ready, candidate, type_)
    cast, objects = participants(
        type_, frame, around(ready, candidate.clause, candidate.trigger, type_), actor_of
    )
    span = ready.clause_span(candidate.clause)
    at = sentence.span.start
    return Claim(
        span=Span(at + span[0], at + span[1]),
        text=sentence.text[span[0] : span[1]],
        type=type_.id,
        status=told,
        trigger=ready.evidence(token, f"claims.{type_.id}.{token.text}"),
        status_evidence=ready.evidence(why[0], f"status.{why[1]}") if why else None,
        participants=cast,
        timex=_dated(timexes, ready, candidate),
        clause="main",
        tense=_tense(ready, candidate, sentence),
        objects=objects,
        numbers=tuple(ready.numbers(candidate.clause)),
        is_same=frame.same,
    )


def _tense(ready: View, candidate: Candidate, sentence: Sentence) -> str:
    """Present in a headline, as it is news; else past, unless words tell of the future."""
    if status_.is_future(ready, candidate):
        return "future"
    return "past" if sentence.kind is BlockKind.BODY else "present"


def _dated(timexes: Sequence[Timex], ready: View, candidate: Candidate) -> Timex | None:
    """The date of the clause, else the last one told before it in the sentence."""
    start, end = (ready.offset + at for at in ready.clause_span(candidate.clause))
    trigger = ready.offset + ready.tokens[candidate.trigger].start
    dated = [
        t
        for t in timexes
        if t.interval is not None
        and t.rule != "name_with_date"
        and t.type in (TimexType.DATE, TimexType.TIME)
    ]
    inside = [t for t in dated if start <= t.span.start and t.span.end <= end]
    if inside:
        return min(inside, key=lambda t: (t.span.start > trigger, abs(t.span.start - trigger)))
    before = [
        t
        for t in dated
        if t.span.end <= start
        and ready.is_one_group(t.span.end, start)
        and not ready.is_saying(t.span.start)
    ]
    return before[-1] if before else None
