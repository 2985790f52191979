"""A line for an event in the words that tell it, where its type's template would say less.

"Gina Raimondo: China will get no advanced chips" of what she said, "China issues export controls
on raw materials for chips" of a clause whose objects have no names.  Who acts is named in full; the
date, which stands beside the line, side clauses and who says so are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from timeline import lexicon
from timeline.headlines import trim
from timeline.model import ActorKind, Mention, Participant, Role, Span, Status

_MOST = 84  # characters: two lines of a label
_LEAST_WORDS = 3  # of what is said
_LED_BY_OTHERS = 0.4  # what a line is worth less that begins with none of those who take part
_OTHER_STATUS = 0.6  # the same of "set to join", once they have joined
_MANY, _SHARE = 3, 3  # a firm in less than a third of three mentions or more leads no line
_ENOUGH = 12  # words that a full line has
_ACTING = (Role.INITIATOR, Role.SPEAKER)
_BORNE = (Role.AFFECTED, Role.TARGET)  # who leads a line in which nobody acts
_WHOLE = frozenset({"main", "coordinate", "complement"})  # clauses with a subject of their own
_REPORT = "media_report"
_COLON = ": "
_FIRMS = frozenset({ActorKind.COMPANY, ActorKind.FIRMS})
_GROUPS = frozenset({ActorKind.OFFICIALS, ActorKind.FIRMS})
_UNDONE = {Status.RESCINDED: "withdrawn", Status.SUSPENDED: "suspended"}


def title(
    plain: str,
    mentions: Sequence[Mention],
    people: Sequence[Participant],
    objects: Sequence[str],
    texts: Mapping[str, str],
    status: Status = Status.OCCURRED,
) -> str:
    """The ``plain`` title of the type, or the line of a mention that tells more.

    ``mentions`` are the event's, of its type; ``texts`` the documents' by id.  What is undone has
    the words of the undoing, or says so: "China restricts exports (withdrawn)".
    """
    if undone := _UNDONE.get(status, ""):
        mentions = [one for one in mentions if one.status is status] or mentions
        plain = f"{plain} ({undone})"
    facts = {one.actor.name for one in people} | set(objects)
    facts |= {number for mention in mentions for number in mention.claim.numbers}
    is_poor = bool(undone) or (bool(mentions) and _is_poor(mentions[0], people, objects))
    best, most = plain, _worth(plain, facts) + (-2.0 if is_poor else 0.4)
    for mention in mentions:
        named = facts | {one.evidence.text for one in mention.participants}
        told_so = 0.0 if mention.status is status else _OTHER_STATUS
        for words, cost in _costly(mention, people, texts[mention.document]):
            worth = _worth(words, named) - cost - told_so
            if worth > most:
                best, most = words, worth
    return best


def _costly(
    mention: Mention, people: Sequence[Participant], text: str
) -> Iterator[tuple[str, float]]:
    """The lines of a mention, and what each is worth less: those led by others, where none acts."""
    for line in _lines(mention, people, text):
        yield line, 0.0
    if not any(one.role in _ACTING for one in people):
        for line in _clause(mention, text):
            yield line, _LED_BY_OTHERS


def central(people: Sequence[Participant], mentions: Sequence[Mention]) -> Sequence[Participant]:
    """Without the firms at the receiving end of which but a few of many mentions speak.

    A rule against all exports is not Nvidia's because one article in four tells of Nvidia alone.
    """
    if len(mentions) < _MANY:
        return people
    told = Counter(
        one.actor.id for m in mentions for one in {p.actor.id: p for p in m.participants}.values()
    )
    return [
        one
        for one in people
        if one.role not in _BORNE
        or one.actor.kind not in _FIRMS
        or told[one.actor.id] * _SHARE >= len(mentions)
    ]


def _is_poor(mention: Mention, people: Sequence[Participant], objects: Sequence[str]) -> bool:
    """Whether the type's title says little: always, of an act of nobody, or on nothing named."""
    if mention.type in _POOR:
        return True
    if not any(one.role in _ACTING for one in people):
        return not mention.claim.numbers  # "Nvidia shares fall 7%" says it all
    borne = [one.actor.kind for one in people if one.role in _BORNE]
    return mention.type in _BARE and not objects and not _FIRMS.intersection(borne)


def _worth(line: str, facts: set[str]) -> float:
    """How much a line tells: facts that it names, and words, whole rather than cut."""
    named = sum(1 for fact in facts if fact and fact in line)
    fullness = min(len(line.split()), _ENOUGH) / _ENOUGH
    vague = 0.3 * (" had " in line) + bool(_POINTING.search(line))
    return min(named, 3) + fullness - 0.6 * line.endswith("…") - vague


def _lines(mention: Mention, people: Sequence[Participant], text: str) -> Iterator[str]:
    """The lines that a mention gives: what is said, or the clause of each who leads it."""
    if said := _said(mention, text):
        if teller := _teller(mention, people):
            link = _link(mention, said)
            cut = trim.cut(said, _MOST - len(teller))
            yield trim.capital(f"{teller}{link}{trim.capital(cut) if link == _COLON else cut}")
        return
    if mention.claim.clause not in _WHOLE:
        return
    acting = {one.role for one in mention.participants} & set(_ACTING)
    for participant in mention.participants:
        if participant.role not in (_ACTING if acting else _BORNE):
            continue
        if rest := _predicate(mention, participant, text):
            name = _name(participant)
            yield trim.capital(f"{name}{trim.cut(rest, _MOST - len(name))}")


def _clause(mention: Mention, text: str) -> Iterator[str]:
    """The clause itself, whoever leads it: "Prices of the H20 fell below those of the 910B"."""
    if mention.claim.clause == "main":
        yield trim.capital(trim.cut(trim.clean(text[slice(*_untold(mention))], mention), _MOST))


def _said(mention: Mention, text: str) -> str:
    """What a teller says, where saying it is the event: "China will get none"."""
    told = mention.attribution
    if told is None or mention.claim.trigger.span != told.cue.span:
        return ""
    cue, scope = told.cue.span, told.scope
    if cue.end <= scope.start:
        part = scope
    elif scope.start < cue.start:
        part = Span(scope.start, min(cue.start, told.subject.start if told.subject else cue.start))
    else:
        return ""  # "confirmed the decision": the cue is the act
    words = trim.clean(text[part.start : part.end], mention).removeprefix("that ")
    return words if len(words.split()) > _LEAST_WORDS else ""


def _link(mention: Mention, said: str) -> str:
    """What stands between a teller and what is said: " said " before "it would", else ": "."""
    if mention.type == _REPORT or not _OWN.match(said):
        return _COLON
    cue = mention.claim.trigger.text.lower()
    return f" {cue} " if cue in _SAYING else " said "


def _teller(mention: Mention, people: Sequence[Participant]) -> str:
    """Who says it: the outlet of a report, else the speaker."""
    roles = (Role.REPORTER, *_ACTING) if mention.type == _REPORT else _ACTING
    everyone = (*mention.participants, *people)
    return next((one.actor.name for role in roles for one in everyone if one.role is role), "")


def _predicate(mention: Mention, subject: Participant, text: str) -> str:
    """What follows the subject: " adds 36 entities to the Entity List"; "" where it has no verb."""
    claim, at = mention.claim, subject.evidence.span
    trigger = claim.trigger.span
    if not claim.span.holds(at) or at.end > trigger.start:
        return ""
    between = text[at.end : trigger.start]
    leads = between.endswith(" to ") or _PHASE.search(between)  # "plans to restrict"
    if not claim.tense and not leads:
        return ""
    if trim.BREAK.search(between) or _LED.search(text[claim.span.start : at.start]):
        return ""
    start = at.end
    if between.lstrip().startswith(","):  # "Lutnick, the secretary, said": straight to the verb
        start += between.rindex(",") + 1
    words = text[start : _untold(mention)[1]]
    space = "" if words[:1] in "'’" else " "
    words = _resolved(trim.clean(words, mention), mention, subject)
    return f"{space}{words}" if len(words.split()) >= _LEAST_WORDS else ""


def _resolved(words: str, mention: Mention, subject: Participant) -> str:
    """With the name of who says it for its pronoun: "AMD said that Washington has granted it a
    licence" gives "has granted AMD a licence".
    """
    told = mention.attribution
    teller = told.source.actor if told is not None else None
    if teller is None or mention.claim.clause != "complement" or teller.id == subject.actor.id:
        return words
    return _OBJECT.sub(lambda _: f" {teller.name}", words, count=1)


def _untold(mention: Mention) -> tuple[int, int]:
    """Where the clause begins, and where it ends before who says so: ", Reuters reported"."""
    claim, told = mention.claim, mention.attribution
    end = claim.span.end
    if told is not None:
        behind = min(told.cue.span.start, told.subject.start if told.subject else end)
        end = behind if claim.trigger.span.end <= behind < end else end
    return claim.span.start, end


def _name(subject: Participant) -> str:
    """A state as the text has it ("the US" before "curb"), others by the name readers know."""
    written = subject.evidence.text
    if subject.actor.kind is ActorKind.STATE and written[:1].isupper():
        return written.removeprefix("The ")
    longer = written.split()[:1] == subject.actor.name.split()[:1] and len(written.split()) < 5
    is_group = subject.actor.kind in _GROUPS and written.endswith(subject.actor.name.split()[-1])
    return written if longer and is_group else subject.actor.name  # "Chinese local governments"


_POOR = frozenset(lexicon.texts("headlines", "types", "poor"))
_BARE = frozenset(lexicon.texts("headlines", "types", "bare"))
_LED = re.compile(
    rf"\b(?:{trim.any_of('cut', 'preposition')})\s(?:(?:the|its|their)\s)?$", re.IGNORECASE
)
_POINTING = re.compile(
    rf"\b(?:{trim.any_of('cut', 'pointing')})\b(?!\s(?:{trim.any_of('date', 'units')})\b)",
    re.IGNORECASE,
)
_SAYING = frozenset(lexicon.texts("headlines", "said", "verbs"))
_OWN = re.compile(rf"(?:{trim.any_of('said', 'own')})\s")
_PHASE = re.compile(rf"\b(?:{trim.any_of('said', 'phase')})\s$", re.IGNORECASE)
_OBJECT = re.compile(rf"(?<=\w)\s(?:it|him|her|them)(?=\s(?:{trim.any_of('said', 'given')})\b)")
