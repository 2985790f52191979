"""Speech acts: when the saying is the event, and when what is said is."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.claims import frames, words
from timeline.extract.roles import actor_of
from timeline.model import (
    Actor,
    ActorKind,
    ActorMention,
    Attribution,
    Claim,
    Evidence,
    Hop,
    Participant,
    Role,
    Sentence,
    SourceKind,
    Span,
    Status,
    Timex,
    TimexType,
    Use,
)

_SPEAKERS = frozenset({SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON})
_UNSURE = frozenset({Status.SPECULATION, Status.FORECAST, Status.PROPOSED})
_MOST = 2
_BEHIND = 12  # characters: "reported the day before", "said in May"


def sifted(
    sentence: Sentence,
    found: Sequence[Claim],
    attributions: Sequence[Attribution],
    actors: Sequence[ActorMention],
    timexes: Sequence[Timex],
) -> list[Claim]:
    """The claims to keep, with a statement for each speech whose words are the event.

    "The ministry said buyers must stop" is the ministry's act; "an analyst said the curbs would
    help Huawei" is the analyst's statement.
    """
    kept = list(found)
    spoken: dict[str, Claim | None] = {}
    for told in attributions:
        speaker = _speaker(told)
        if speaker is None or _is_aside(sentence, told) or _is_finding(told, speaker):
            continue
        inside = [c for c in kept if told.scope.holds(c.trigger.span)]
        if speaker.name in spoken:
            kept = _gone_on(kept, spoken, told, speaker, inside)
            continue
        spoken[speaker.name] = None
        acts = [c for c in kept if c in inside or told.cue.span.overlaps(c.trigger.span)]
        if any(_is_own(c, speaker) or _is_fact(c, told) for c in acts):
            continue
        said = _statement(sentence, told, speaker, inside, actors, timexes)
        kept = [*(c for c in kept if c not in inside), said]
        spoken[speaker.name] = said
    return kept


def _gone_on(
    kept: Sequence[Claim],
    spoken: dict[str, Claim | None],
    told: Attribution,
    speaker: Hop,
    inside: Sequence[Claim],
) -> list[Claim]:
    """The claims where a speaker goes on: ", adding that", ", accusing Washington of".

    It is one statement with what came before, and a reaction as soon as a word of it answers.
    """
    said = spoken[speaker.name]
    if said is None:
        return list(kept)
    drop = [
        c for c in inside if not _is_fact(c, told) and not (_is_own(c, speaker) and _is_sure(c))
    ]
    left = [c for c in kept if c not in drop and c is not said]
    both = replace(said, type="reaction") if _is_answer(told) else said
    spoken[speaker.name] = both
    return [*left, both]


def _is_sure(claim: Claim) -> bool:
    return claim.status not in _UNSURE


def _is_fact(claim: Claim, told: Attribution) -> bool:
    """Whether something told by a speaker is an event of its own: it is sure, and dated.

    What is only "according to" somebody is one as soon as it is sure.
    """
    is_dated = claim.timex is not None or told.cue.rule == "according_to"
    return is_dated and _is_sure(claim)


def _is_finding(told: Attribution, speaker: Hop) -> bool:
    """Whether an authority decides rather than speaks: "the court ruled that"."""
    if speaker.kind is not SourceKind.OFFICIAL:
        return False
    return frames().folder.lemmas.get(told.cue.text.lower(), "") in words("finding")


def _is_aside(sentence: Sentence, told: Attribution) -> bool:
    """Whether the saying only tells which: "risks that it said it had found"."""
    if told.subject is None or told.cue.rule != "subject_verb":
        return False
    before = sentence.text[: told.subject.start - sentence.span.start].lower().split()[-2:]
    return bool(before) and before[-1] in words("aside") and before[0] not in words("preposition")


def _speaker(told: Attribution) -> Hop | None:
    """Who speaks: the named teller, behind the outlet it told where there is one."""
    if not told.is_speech and told.cue.rule != "according_to":
        return None
    return next((hop for hop in told.hops if hop.kind in _SPEAKERS), None)


def _is_own(claim: Claim, hop: Hop) -> bool:
    """Whether the speaker is the one who does what is claimed, or its government is."""
    speaker = hop.actor
    if speaker is None:
        return False
    doers = [p.actor for p in claim.participants if p.role in (Role.INITIATOR, Role.SPEAKER)]
    if not doers and frames().types[claim.type].agents == "state":
        return hop.kind is SourceKind.OFFICIAL
    if not doers:
        own = claim.type in ("company_results", "company_disclosure")
        return own and any(p.actor.id == speaker.id for p in claim.participants)
    return any(_is_one(speaker, doer) for doer in doers)


def _is_one(a: Actor, b: Actor) -> bool:
    if a.id == b.id or b.id == a.parent or a.id == b.parent:
        return True
    state = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS, ActorKind.PERSON)
    return bool(a.country) and a.country == b.country and a.kind in state and b.kind in state


def _statement(
    sentence: Sentence,
    told: Attribution,
    hop: Hop,
    inside: Sequence[Claim],
    actors: Sequence[ActorMention],
    timexes: Sequence[Timex],
) -> Claim:
    speaker = Participant(actor_of(hop), Role.SPEAKER, hop.evidence)
    dated = [
        t
        for t in timexes
        if t.interval is not None
        and t.type in (TimexType.DATE, TimexType.TIME)
        and not told.scope.holds(t.span)
    ]
    return Claim(
        span=sentence.span,
        text=sentence.text,
        type="reaction" if _is_answer(told) else "statement",
        status=Status.OCCURRED,
        trigger=Evidence(told.cue.span, told.cue.text, "speech.statement"),
        participants=(speaker, *_others(speaker, told.scope, actors)),
        timex=dated[0] if dated else None,
        tense="past",
        objects=tuple(o for c in inside for o in c.objects),
        numbers=tuple(n for c in inside for n in c.numbers),
    )


def _is_answer(told: Attribution) -> bool:
    """Whether the verb of saying answers somebody: "denied that it had used them"."""
    return frames().folder.lemmas.get(told.cue.text.lower(), "") in words("answer")


def _others(speaker: Participant, scope: Span, actors: Sequence[ActorMention]) -> list[Participant]:
    """Whom the words are about: the first actors named in them."""
    others: dict[str, Participant] = {}
    for mention in actors:
        actor = mention.actor
        skip = actor.kind in (ActorKind.PRODUCT, ActorKind.OUTLET, ActorKind.SOURCE)
        if skip or actor.id == speaker.actor.id or not scope.holds(mention.span):
            continue
        if mention.use is Use.ATTRIBUTIVE:
            continue
        role = Role.TARGET if actor.kind is ActorKind.STATE else Role.AFFECTED
        evidence = Evidence(mention.span, mention.text, f"actors.{mention.rule}")
        others.setdefault(actor.id, Participant(actor, role, evidence))
    return list(others.values())[:_MOST]


def reports(
    sentence: Sentence,
    attributions: Sequence[Attribution],
    timexes: Sequence[Timex],
    known: set[str],
    *,
    alone: bool,
) -> list[tuple[Claim, Attribution | None]]:
    """That an outlet reported, told the first time that the document names it as a source.

    ``alone``: nothing else is claimed in the sentence, so that its date is the report's.
    """
    found: list[tuple[Claim, Attribution | None]] = []
    for told in attributions:
        for hop in told.hops:
            if hop.kind is not SourceKind.OUTLET or hop.name in known or _speaker(told):
                continue
            known.add(hop.name)
            found.append((_report(sentence, told, timexes, alone=alone), told))
    return found


def _report(
    sentence: Sentence, told: Attribution, timexes: Sequence[Timex], *, alone: bool
) -> Claim:
    hop = told.source
    spans = (hop.evidence.span, told.cue.span)
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    after = told.cue.span.end
    dated = [
        t for t in timexes if t.interval is not None and (alone or _is_of_cue(t.span, told, after))
    ]
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


def _is_of_cue(span: Span, told: Attribution, after: int) -> bool:
    """Whether a date goes with the saying and not with what is said."""
    return not told.scope.holds(span) or 0 <= span.start - after < _BEHIND
