"""Statements: the saying itself as an event, with who speaks and whom the words are about."""

from collections.abc import Sequence
from itertools import pairwise

from timeline import attribution
from timeline.claims import frames, words
from timeline.extract.read import Read
from timeline.extract.roles import actor_of
from timeline.model import (
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
_STATES = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)
_MOST = 2
_BEHIND = 60  # characters: "..., it said in a regulatory filing"


def speaker_of(told: Attribution) -> Hop | None:
    """Who speaks: the named teller, behind the outlet it told where there is one."""
    if not told.is_speech and told.cue.rule != "according_to":
        return None
    speaker = next((hop for hop in told.hops if hop.kind in _SPEAKERS), None)
    if speaker is None or told.is_speech or speaker.actor is None:
        return speaker
    return None if speaker.actor.kind is ActorKind.OFFICIALS else speaker


def lemma(told: Attribution) -> str:
    """The verb of saying in its base form, "" for one that the lexicon of claims does not know."""
    chinese = attribution.lemma(told.cue.text)
    if chinese:
        return chinese
    return frames().folder.lemmas.get(told.cue.text.lower().partition(" ")[0], "")


def statement(read: Read, told: Attribution, hop: Hop, inside: Sequence[Claim]) -> Claim:
    """What a speaker says as one event; it takes over the objects of the claims ``inside``."""
    sentence, actors = read.sentence, read.actors
    kind = _type(sentence, told, hop)
    role = Role.INITIATOR if kind == "company_disclosure" else Role.SPEAKER
    speaker = Participant(actor_of(hop), role, hop.evidence)
    speakers = (speaker, *_beside(speaker, sentence, told, actors))
    dated = [t for t in read.timexes if _is_dated(t) and not told.scope.holds(t.span)]
    return Claim(
        span=sentence.span,
        text=sentence.text,
        type=kind,
        status=Status.OCCURRED,
        trigger=Evidence(told.cue.span, told.cue.text, "speech.statement"),
        participants=(*speakers, *_others(speakers, told.scope, actors)),
        timex=dated[0] if dated else None,
        tense="past",
        objects=tuple(o for c in inside for o in c.objects),
        numbers=tuple(n for c in inside for n in c.numbers),
    )


def _is_dated(timex: Timex) -> bool:
    return timex.interval is not None and timex.type in (TimexType.DATE, TimexType.TIME)


def is_bare(told: Attribution, hop: Hop, actors: Sequence[ActorMention]) -> bool:
    """Whether nobody known acts or is spoken of: "the mayor defended the plan for the park"."""
    is_act = told.scope.holds(told.cue.span) and told.cue.rule == "subject_verb"
    return is_act and hop.actor is None and not any(told.scope.holds(m.span) for m in actors)


def _type(sentence: Sentence, told: Attribution, hop: Hop) -> str:
    if is_answer(told) or answers(told, sentence):
        return "reaction"
    return "company_disclosure" if is_disclosure(sentence, told, hop) else "statement"


def answers(told: Attribution, sentence: Sentence) -> bool:
    """Whether the words themselves answer another's act, as a Chinese "坚决反对" does."""
    if told.cue.text.isascii() or lemma(told) == "announce":
        return False
    start, end = (at - sentence.span.start for at in (told.cue.span.start, told.scope.end))
    return attribution.answers(sentence.text[min(start, end) : max(start, end)])


def is_answer(told: Attribution) -> bool:
    """Whether the verb of saying answers somebody: "denied that it had used them"."""
    return lemma(told) in words("answer")


def is_accusation(told: Attribution) -> bool:
    """Whether what is told is held against somebody: "prosecutors said", "alleged that"."""
    if lemma(told) in words("accusing") or told.cue.text.lower() in words("accusing"):
        return True
    teller = told.source.name.lower()
    return any(word.replace("_", " ") in teller for word in words("accusing", "tellers"))


def _beside(
    speaker: Participant, sentence: Sentence, told: Attribution, actors: Sequence[ActorMention]
) -> list[Participant]:
    """Who speaks with the speaker: "France and Germany warned"."""
    before = [m for m in actors if m.span.end <= told.cue.span.start]
    for one, next_ in pairwise(before):
        between = sentence.text[
            one.span.end - sentence.span.start : next_.span.start - sentence.span.start
        ]
        is_pair = between == " and " and next_.actor.id == speaker.actor.id
        if is_pair and one.actor.kind is next_.actor.kind and one.actor.id != next_.actor.id:
            evidence = Evidence(one.span, one.text, f"actors.{one.rule}")
            return [Participant(one.actor, speaker.role, evidence)]
    return []


def _others(
    speakers: Sequence[Participant], scope: Span, actors: Sequence[ActorMention]
) -> list[Participant]:
    """Whom the words are about: the first actors named in them."""
    others: dict[str, Participant] = {}
    known = {p.actor.id for p in speakers}
    for mention in actors:
        actor = mention.actor
        skip = actor.kind in (ActorKind.PRODUCT, ActorKind.OUTLET, ActorKind.SOURCE)
        if skip or actor.id in known or not scope.holds(mention.span):
            continue
        own = actor.kind is ActorKind.STATE and actor.country == speakers[0].actor.country
        if mention.use is Use.ATTRIBUTIVE or own:
            continue
        role = Role.TARGET if actor.kind in _STATES else Role.AFFECTED
        evidence = Evidence(mention.span, mention.text, f"actors.{mention.rule}")
        others.setdefault(actor.id, Participant(actor, role, evidence))
    return list(others.values())[:_MOST]


def is_disclosure(sentence: Sentence, told: Attribution, hop: Hop) -> bool:
    """Whether a company tells its investors: "disclosed that it may", "said in a filing"."""
    if hop.kind is not SourceKind.COMPANY:
        return False
    first = told.cue.span.start - sentence.span.start
    last = told.cue.span.end - sentence.span.start
    behind = told.scope.start - sentence.span.start
    end = behind if behind > last else last + _BEHIND
    opening = sentence.text[: first if behind > first else 0]
    around = f"{opening} {sentence.text[last:end]}".lower()
    return lemma(told) in words("disclosing") or any(
        medium.replace("_", " ") in around for medium in words("disclosing", "media")
    )
