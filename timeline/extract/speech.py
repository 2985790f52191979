"""Speech acts: when the saying is the event, and when what is said is.

``said`` makes the statement, ``reports`` tells that an outlet reported.
"""

from collections.abc import Iterator, Sequence

from timeline.claims import frames, words
from timeline.extract import said
from timeline.extract.read import Read
from timeline.model import (
    Actor,
    ActorKind,
    ActorOf,
    Attribution,
    Claim,
    Hop,
    Role,
    Sentence,
    SourceKind,
    Status,
)
from timeline.values import replace

_UNSURE = frozenset({Status.SPECULATION, Status.FORECAST, Status.PROPOSED})
_GRANT = "industrial_policy"
_SIDES = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)


def sifted(read: Read, found: Sequence[Claim], actor_of: ActorOf) -> list[Claim]:
    """The claims to keep, with a statement for each speech whose words are the event.

    "The ministry said buyers must stop" is the ministry's act; "an analyst said the curbs would
    help Huawei" is the analyst's statement.
    """
    if not read.attributions:
        return list(found)
    kept = [c for c in found if not _is_mere_saying(c, read.attributions)]
    spoken: dict[str, Claim | None] = {}
    for told, speaker in _speeches(read.sentence, read.attributions):
        inside = [c for c in kept if told.scope.holds(c.trigger.span)]
        if speaker.name in spoken:
            own = [c for c in inside if _is_own(c, speaker, actor_of)]
            kept = _gone_on(kept, spoken, told, speaker.name, inside, own)
            continue
        spoken[speaker.name] = None
        is_act = _is_told_as_act(read, kept, inside, told, actor_of)
        if is_act or said.is_bare(told, speaker, read.actors):
            continue
        statement = said.statement(read, told, speaker, inside)
        kept = [*(c for c in kept if c not in inside), statement]
        spoken[speaker.name] = statement
    return kept


def _speeches(
    sentence: Sentence, attributions: Sequence[Attribution]
) -> Iterator[tuple[Attribution, Hop]]:
    """Each attribution and who speaks in it, without asides and findings."""
    for told in attributions:
        speaker = said.speaker_of(told)
        if speaker is None or _is_thought(told, attributions):
            continue
        if not (_is_aside(sentence, told) or _is_finding(told, speaker)):
            yield told, speaker


def _is_thought(told: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether somebody says that another thought so: "said that while Xyz believed it had"."""
    if said.lemma(told) not in words("thinking"):
        return False
    return any(a.is_speech and a is not told and a.scope.holds(told.cue.span) for a in attributions)


def _is_told_as_act(
    read: Read,
    kept: Sequence[Claim],
    inside: Sequence[Claim],
    told: Attribution,
    actor_of: ActorOf,
) -> bool:
    """Whether the claims tell what happened, so that the saying is no event of its own."""
    speaker = said.speaker_of(told)
    if speaker is None:
        return False
    acts = _acts(read.sentence, kept, inside, told)
    if said.is_disclosure(read.sentence, told, speaker):
        acts = [c for c in acts if c.type != "company_results"]
    acts = [c for c in acts if not _is_gerund(c)]
    if any(_is_own(c, speaker, actor_of) or _is_fact(c, told) for c in acts):
        return True
    if _tells_an_act(kept, read.attributions, told, actor_of):
        return True  # "Nvidia said Washington had told it that the chip would need a licence"
    if told.cue.rule == "participle" and any(_is_by(c, speaker) for c in kept):
        return True  # "China criticised the curbs, accusing Washington of"
    return said.is_accusation(told) and any(c.type == "circumvention" for c in inside)


def _acts(
    sentence: Sentence, kept: Sequence[Claim], inside: Sequence[Claim], told: Attribution
) -> list[Claim]:
    """The claims that could be what the speaker does rather than says.

    Of "criticised Biden for backing the plant" the criticism alone; of "blacklisted two banks,
    claiming that" the blacklisting too.
    """
    if said.is_answer(told) and told.scope.holds(told.cue.span):
        inside = []
    if said.answers(told, sentence):
        return []
    if told.cue.rule == "participle":
        inside = [*inside, *(c for c in kept if frames().types[c.type].family != "words")]
    return [c for c in kept if c in inside or told.cue.span.overlaps(c.trigger.span)]


def _gone_on(
    kept: Sequence[Claim],
    spoken: dict[str, Claim | None],
    told: Attribution,
    name: str,
    inside: Sequence[Claim],
    own: Sequence[Claim],
) -> list[Claim]:
    """The claims where a speaker goes on: ", adding that", ", accusing Washington of".

    It is one statement with what came before, and a reaction as soon as a word of it answers.
    """
    before = spoken[name]
    if before is None:
        return list(kept)
    drop = [c for c in inside if not _is_fact(c, told) and not (c in own and _is_sure(c))]
    left = [c for c in kept if c not in drop and c is not before]
    both = replace(before, type="reaction") if said.is_answer(told) else before
    spoken[name] = both
    return [*left, both]


def _is_mere_saying(claim: Claim, attributions: Sequence[Attribution]) -> bool:
    """Whether a claim of something done hangs on a verb that only says: "stated that tariffs"."""
    family = frames().types[claim.type].family
    if family in ("words", "markets"):
        return False
    return any(
        told.cue.span.overlaps(claim.trigger.span) and said.lemma(told) in words("mere")
        for told in attributions
    )


def _is_gerund(claim: Claim) -> bool:
    """Whether it only names an act: "the right call in banning it", not "rules banning it"."""
    if claim.tense or not claim.trigger.text.endswith("ing"):
        return False
    before = claim.text[: claim.trigger.span.start - claim.span.start].lower().split()
    return before[-1:] != [] and before[-1] in words("preposition")


def _is_sure(claim: Claim) -> bool:
    return claim.status not in _UNSURE


def _is_fact(claim: Claim, told: Attribution) -> bool:
    """Whether something told by a speaker is an event of its own: it is sure, and dated.

    What is only "according to" somebody is one as soon as it is sure.
    """
    timex = claim.timex
    chinese = not told.cue.text.isascii() and said.lemma(told) != "announce"
    if timex is not None and chinese and not told.scope.holds(timex.span):
        timex = None  # a Chinese date before the verb is that of the saying
    is_dated = timex is not None or told.cue.rule == "according_to"
    to_come = (Status.FORECAST, Status.PROPOSED)
    is_granted = claim.type == _GRANT and claim.status in to_come  # "it would receive"
    return (is_dated or _is_made_known(claim, told)) and (_is_sure(claim) or is_granted)


def _is_made_known(claim: Claim, told: Attribution) -> bool:
    """Whether a company makes a state's act known: "Nvidia announced that the US had barred"."""
    makes_known = said.lemma(told) in words("telling", "publicly")
    of_state = frames().types[claim.type].family == "controls" or claim.type == _GRANT
    doers = [p.actor for p in claim.participants if p.role is Role.INITIATOR]
    acts = any(actor.kind in _SIDES for actor in doers)
    is_given = claim.type in ("licence_decision", _GRANT)
    acts = acts or (is_given and not doers)  # "it had secured approval"
    return makes_known and told.source.kind is SourceKind.COMPANY and of_state and acts


def _is_finding(told: Attribution, speaker: Hop) -> bool:
    """Whether an authority decides rather than speaks: "the court ruled that"."""
    return speaker.kind is SourceKind.OFFICIAL and said.lemma(told) in words("finding")


def _is_aside(sentence: Sentence, told: Attribution) -> bool:
    """Whether the saying only tells which: "risks that it said it had found"."""
    if told.subject is None or told.cue.rule != "subject_verb":
        return False
    before = sentence.text[: told.subject.start - sentence.span.start].lower().split()[-2:]
    if before[-1:] == ["what"]:
        return True  # "a probe for what the ministry claimed were flaws"
    return bool(before) and before[-1] in words("aside") and before[0] not in words("preposition")


def _is_own(claim: Claim, hop: Hop, actor_of: ActorOf) -> bool:
    """Whether the speaker is the one who does what is claimed, or its government is.

    A stance is no more than what its holder says; and no company makes a state's measure.
    """
    speaker = hop.actor
    if speaker is None or claim.type == "policy_stance":
        return False
    of_state = frames().types[claim.type].agents == "state"
    if of_state and not _is_of_state(hop, actor_of):
        return False
    doers = [p.actor for p in claim.participants if p.role in (Role.INITIATOR, Role.SPEAKER)]
    if not doers and of_state:
        return not (_is_reference(claim) or _is_complaint(claim, speaker))
    if not doers and claim.type == "litigation" and claim.tense in ("past", "perfect"):
        return _is_of_state(hop, actor_of)  # "the watchdog announced that it had found"
    if not doers:
        own = claim.type in ("company_results", "company_disclosure")
        return own and any(p.actor.id == speaker.id for p in claim.participants)
    of_firm = frames().types[claim.type].agents == "firm"
    return any(_is_one(speaker, doer, is_kin=not of_firm) for doer in doers)


def _tells_an_act(
    kept: Sequence[Claim],
    attributions: Sequence[Attribution],
    told: Attribution,
    actor_of: ActorOf,
) -> bool:
    """Whether what is said is that somebody else said so, who does it by that."""
    for other in attributions:
        speaker = said.speaker_of(other)
        is_within = other is not told and told.scope.holds(other.cue.span)
        if speaker is None or not is_within or said.lemma(other) not in words("telling"):
            continue
        inside = [c for c in kept if other.scope.holds(c.trigger.span)]
        if any(_is_own(c, speaker, actor_of) for c in inside):
            return True
    return False


def _is_by(claim: Claim, hop: Hop) -> bool:
    """Whether the speaker is who acts or speaks in the claim."""
    doers = [p.actor for p in claim.participants if p.role in (Role.INITIATOR, Role.SPEAKER)]
    return hop.actor is not None and any(_is_one(hop.actor, doer, is_kin=True) for doer in doers)


def _is_of_state(hop: Hop, actor_of: ActorOf) -> bool:
    """Whether a speaker stands for a state: a ministry, or a person whose office is its."""
    if hop.kind is SourceKind.OFFICIAL:
        return True
    parent = actor_of(hop.actor.parent) if hop.actor and hop.actor.parent else None
    return parent is not None and parent.kind in _SIDES


def _is_complaint(claim: Claim, speaker: Actor) -> bool:
    """Whether a state says what is done to its own: "abused controls to suppress its industry"."""
    lemma = claim.trigger.rule.rpartition(".")[2]
    hit = (ActorKind.FIRMS, ActorKind.STATE)
    return lemma in words("suppressing") and any(
        p.actor.kind in hit and p.actor.country == speaker.country for p in claim.participants
    )


def _is_reference(claim: Claim) -> bool:
    """Whether the words only refer to a measure: "the curbs are a mistake"."""
    if claim.tense == "future":
        return False  # "the rules will also ban those chips"
    word = claim.trigger.text.lower()
    if any(word in words("aux", key) for key in ("be", "have", "do", "modal")):
        return True
    lemma = frames().folder.lemmas.get(word, word)
    return lemma in frames().nouns and not word.endswith(("ed", "ing"))


def _is_one(a: Actor, b: Actor, *, is_kin: bool) -> bool:
    """Whether two actors are one, or (``is_kin``) stand for one state."""
    if a.id == b.id or b.id == a.parent or a.id == b.parent:
        return True
    state = (*_SIDES, ActorKind.PERSON)
    return (
        is_kin
        and bool(a.country)
        and a.country == b.country
        and a.kind in state
        and b.kind in state
    )
