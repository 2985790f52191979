"""Speech acts: when the saying is the event, and when what is said is."""

from collections.abc import Sequence

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
    for told in attributions:
        speaker = _speaker(told)
        if speaker is None:
            continue
        inside = [c for c in kept if told.scope.holds(c.trigger.span)]
        if any(_is_own(c, speaker) for c in kept):
            continue
        if any(c.timex is not None and c.status not in _UNSURE for c in inside):
            continue
        kept = [c for c in kept if c not in inside]
        kept.append(_statement(sentence, told, speaker, inside, actors, timexes))
    return _once(kept)


def _speaker(told: Attribution) -> Hop | None:
    """Who speaks: the named teller, behind the outlet it told where there is one."""
    if not told.is_speech:
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


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """One statement a speaker and sentence."""
    seen: set[tuple[str, str]] = set()
    kept: list[Claim] = []
    for claim in claims:
        key = (claim.type, claim.participants[0].actor.id if claim.participants else "")
        if claim.type == "statement" and key in seen:
            continue
        seen.add(key)
        kept.append(claim)
    return kept


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
