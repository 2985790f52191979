"""How real a claim is, as its own clause tells it: modality, negation, tense."""

from collections.abc import Sequence
from operator import attrgetter

from timeline.claims.clauses import Clause
from timeline.claims.frames import Frame, Type
from timeline.claims.kinds import auxiliaries, verb_lemmas, words
from timeline.claims.tokens import Token
from timeline.model import Status

POLICY = frozenset({"controls", "guidance"})
# What a plan leaves open: "plans to rescind" rescinds nothing yet.
_YET_TO_COME = frozenset(
    {Status.RESCINDED, Status.SUSPENDED, Status.FORECAST, Status.ENACTED, Status.IN_FORCE}
)
_CASES = frozenset({"enforcement", "litigation"})  # "Cadence to plead guilty" proposes nothing
_POSSIBLE = frozenset({"potential", "possible"})
_SURE = frozenset({"will", "shall", "due", "scheduled", "expected", "likely"})
_BEGAN = frozenset({"took", "came", "went", "entered"})  # effect, or into force
_BEGINS = frozenset({"take", "come", "go", "enter", "kick_in"})  # what does so is no mere plan
_NEAR = 5
_LOWER, _LEMMA = attrgetter("lower"), attrgetter("lemma")
_TENSES = (
    ("future", frozenset({"will", "shall", "would"})),
    ("perfect", frozenset({"has", "have"})),
    ("past", frozenset({"was", "were", "had", "did"})),
    ("present", frozenset({"is", "are", "being", "now"})),
)
_HEADLINE = 18  # tokens; a line without a stop that is no longer tells news in the present
_STOPS = frozenset({".", "!", "?", "”", '"', "’"})


def decide(
    tokens: Sequence[Token], clause: Clause, trigger: int, frame: Frame, type_: Type
) -> tuple[Status, tuple[int, str] | None]:
    """The status that the clause tells, and the token that tells it, by which rule.

    "may tighten" is speculation, "plans to tighten" a proposal where a state does it, "will
    tighten" a forecast; with no such word it is what the frame or else the type says.
    """
    if type_.family == "words":
        return type_.status, None  # said is said, whatever it announces
    before = _governing(tokens, clause, trigger)
    if frame.negative or any(tokens[i].lower == "no longer" for i in before):
        return frame.status or Status.ENACTED, (trigger, "frame")
    modal = _cue(tokens, before, words("speculation"))
    if modal is None:  # "face potential fines"
        modal = _cue(tokens, range(trigger + 1, min(trigger + 3, clause.end)), _POSSIBLE)
    if clause.opener in ("if", "unless") or modal is not None:
        return Status.SPECULATION, None if modal is None else (modal, "modal")
    if type_.family == "controls" and tokens[trigger - 1].lemma in ("remain", "stay"):
        return Status.IN_FORCE, (trigger - 1, "remains")
    held = _cue(tokens, before, words("accusing", "adjectives"))
    if held is not None and frame.status is None:
        return Status.ALLEGED, (held, "alleged")
    return _done_or_to_come(tokens, clause, trigger, frame, type_)


def _to_come(type_: Type, *, is_sure: bool) -> Status:
    """What "would" tells of a measure, and "will" of anything: a plan, or what is to be."""
    intends = type_.family in POLICY and not is_sure and type_.id not in _CASES
    return Status.PROPOSED if intends else Status.FORECAST


def _begins(token: Token, word: str) -> bool:
    """Whether a measure is told to begin, which is no plan: "would take effect", "to start"."""
    return token.lemma in _BEGINS or (word == "to" and token.lemma in ("start", "begin"))


def _done_or_to_come(
    tokens: Sequence[Token], clause: Clause, trigger: int, frame: Frame, type_: Type
) -> tuple[Status, tuple[int, str] | None]:
    """The status of what is told as sure, or as planned."""
    before = _governing(tokens, clause, trigger)
    proposed = _proposing(tokens, before, trigger, frame)
    future = _cue(tokens, before, words("forecast"))
    reported = future is not None and tokens[future].lower == "would"  # "told that it would need"
    bound = _is_bound_to(tokens, clause, trigger)
    planned = proposed is not None or bound
    planned = planned or (future is not None and not (reported and frame.status is Status.ENACTED))
    if planned and type_.family == "controls" and _is_at_once(tokens, clause):
        return Status.ENACTED, (trigger, "at_once")
    began = tokens[trigger].lower in _BEGAN or _is_now(tokens, trigger)
    if frame.status is Status.FORECAST and not planned and began:
        return type_.status, None  # "which came into effect last year"
    if frame.status is not None and not (planned and frame.status in _YET_TO_COME):
        return frame.status, (trigger, "frame")
    if proposed is not None and type_.family in POLICY:
        return Status.PROPOSED, (proposed, "proposed")
    if future is not None or bound or _is_headline_infinitive(tokens, clause, trigger):
        word = tokens[future].lower if future is not None else "to"
        is_sure = bound or word in _SURE or _begins(tokens[trigger], word)
        status = _to_come(type_, is_sure=is_sure)
        return status, (trigger if future is None else future, "future")
    is_control = type_.family == "controls" and frame.status in (None, Status.ENACTED)
    if is_control and (stands := _stands(tokens, clause, trigger)) is not None:
        return Status.IN_FORCE, (stands, "stands")
    told = None if frame.status is None else (trigger, "frame")
    return frame.status or type_.status, told


def _proposing(tokens: Sequence[Token], before: range, trigger: int, frame: Frame) -> int | None:
    """The word that says it is but a plan: "weighs pulling the waivers"."""
    found = _cue(tokens, before, words("proposed"))
    if found is None and frame.is_last and tokens[trigger].lemma in words("proposed"):
        return trigger
    return found


def _stands(tokens: Sequence[Token], clause: Clause, trigger: int) -> int | None:
    """The verb that tells of a measure as it stands: "the sale is prohibited"."""
    after = tokens[trigger + 1].lower if trigger + 1 < clause.end else ""
    if not tokens[trigger].form.endswith("ed") or after == "by":
        return None
    for i in range(trigger - 1, max(clause.start, trigger - 3) - 1, -1):
        if tokens[i].lower in ("is", "are"):
            return i
        if not tokens[i].lower.endswith("ly"):
            return None
    return None


def _is_at_once(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether what will be done is done: "will ban the exports with immediate effect"."""
    lows = [token.lower for token in tokens[clause.start : clause.end]]
    return "immediate" in lows and lows[lows.index("immediate") + 1 :][:1] == ["effect"]


def _governing(tokens: Sequence[Token], clause: Clause, trigger: int) -> range:
    """The tokens that may govern a trigger; a helper is governed by itself: "is scheduled"."""
    helps = tokens[trigger].lower in auxiliaries()
    end = min(trigger + 3, clause.end) if helps else trigger
    return range(max(clause.start, trigger - _NEAR), end)


def _is_bound_to(tokens: Sequence[Token], clause: Clause, trigger: int) -> bool:
    """Whether it is to come: "is to publish", "are to be banished"."""
    at = trigger - 1
    if at > clause.start and tokens[at].lower == "be":
        at -= 1
    be = words("aux", "be")
    if at > clause.start + 1 and tokens[at - 1].lower in ("set", "going", "about"):
        return tokens[at].lower == "to" and tokens[at - 2].lower in be  # "is set to expire"
    return at > clause.start and tokens[at].lower == "to" and tokens[at - 1].lower in be


def is_negated(tokens: Sequence[Token], clause: Clause, trigger: int) -> bool:
    """Whether "not", "never", "no" governs the trigger: "did not ban", "not an outright ban"."""
    if tokens[trigger].lower in auxiliaries():  # "did not impose", told by its auxiliary
        after = tokens[trigger + 1].lower if trigger + 1 < clause.end else ""
        if after in words("negation"):
            return True
    negation = words("negation")
    for i in range(trigger - 1, max(clause.start, trigger - 4) - 1, -1):
        lower = tokens[i].lower
        if lower in negation or lower.endswith("n't"):
            return not (i + 1 < len(tokens) and tokens[i + 1].lower == "only")
        if lower == "to" and i != trigger - 1:
            return False
    return False


def tense(tokens: Sequence[Token], clause: Clause, trigger: int) -> str:
    """past, perfect, present, future, or "" for a noun phrase or an infinitive."""
    near = [tokens[i].lower for i in range(max(clause.start, trigger - _NEAR), trigger)]
    for told, helpers in _TENSES:
        if not helpers.isdisjoint(near):
            return told
    token = tokens[trigger]
    if token.form.endswith("ing") or (near and near[-1] == "to"):
        return ""
    if token.form.endswith("ed") or (token.lower != token.lemma and token.lower[-1:] != "s"):
        return "past"
    return "present"


def is_happening(tokens: Sequence[Token], clause: Clause, verb: int) -> bool:
    """Whether the clause of a first verb tells what happens or happened, not how things stand.

    "a court has ruled", "talks are going on", "duties will rise", not "the court has nine judges".
    """
    token = tokens[verb]
    if token.lower in words("aux", "modal"):
        return True
    if len(tokens) < _HEADLINE and tokens[-1].lower not in _STOPS:
        return True
    if token.lower in auxiliaries():
        return any(_is_past(t) for t in tokens[verb + 1 : min(verb + 5, clause.end)])
    return _is_past(token) and not token.form.endswith("ing")


def _is_now(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a headline tells it as of today: "Curbs Take Effect", not "take effect on Sunday"."""
    if len(tokens) >= _HEADLINE or tokens[-1].lower in _STOPS:
        return False
    times = words("time")
    return not any(t.lower in times or t.lower[0].isdigit() for t in tokens[verb + 1 :])


def _is_past(token: Token) -> bool:
    """Whether a form is a participle or a past: "ruled", "going", "put", not "rules"."""
    if token.form.endswith(("ing", "ed")) or token.lower in words("unchanged"):
        return True
    return token.lower != token.lemma and token.lower[-1:] != "s"


def _cue(tokens: Sequence[Token], where: range, among: frozenset[str]) -> int | None:
    """The last token of a list, if no clause ends behind it; nearly always there is none."""
    near = tokens[where.start : where.stop]
    if among.isdisjoint(map(_LOWER, near)) and among.isdisjoint(map(_LEMMA, near)):
        return None
    for i in reversed(where):
        if (tokens[i].lower in among or tokens[i].lemma in among) and not _is_month(tokens, i):
            return i
        if tokens[i].lower in (";", "—"):
            return None
    return None


def _is_month(tokens: Sequence[Token], i: int) -> bool:
    """Whether "May" is the month there: "on May 23", "in May", but "China May Ban Chips"."""
    if tokens[i].text != "May":
        return False
    after = tokens[i + 1].lower[:1] if i + 1 < len(tokens) else ""
    return after.isdigit() or (i > 0 and tokens[i - 1].lower in words("may_month", "before"))


def _is_headline_infinitive(tokens: Sequence[Token], clause: Clause, trigger: int) -> bool:
    """Whether, as in "Dutch to curb exports", a bare infinitive stands behind the subject."""
    if tokens[trigger].lemma in _BEGINS | {"start", "begin"} and tokens[-1].lower not in _STOPS:
        return tokens[trigger - 1].lower == "to"  # "25% tariffs on Canada to start Tuesday"
    if trigger < 2 or tokens[trigger - 1].lower != "to" or trigger - clause.start > 4:
        return False
    before = tokens[trigger - 2]
    if before.lemma in verb_lemmas() and before.lower[-1:] == "s":
        return False  # "FCC Votes to Finalize"
    return all(tokens[i].text[:1].isupper() for i in range(clause.start, trigger - 1))
