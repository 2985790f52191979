"""Clauses that tell what a measure would do, and the words by which it came: "proposed a rule"."""

from collections.abc import Mapping, Sequence
from functools import cache

from timeline.claims.clauses import Clause
from timeline.claims.frames import frames
from timeline.claims.kinds import auxiliaries, words
from timeline.claims.tokens import Token
from timeline.claims.view import View
from timeline.model import Status

_UNDOING = (Status.SUSPENDED, Status.RESCINDED)
_NEAR = 6  # tokens between a measure and what tells of it: "a rule on Monday | that would"
_TELLS = frozenset({"that", "which"})
_KNOWN = frozenset({"the", "this", "these", "those", "its", "their", "existing", "current"})
_DONE = frozenset({"adopt", "impose", "enact", "finalise", "finalize", "sign", "implement"})


def measure(ready: View, clause: Clause) -> tuple[int, int] | None:
    """The verb and the noun before a clause that tells what a measure does; None for another.

    "The ministry proposed a rule on Monday | that would bar it" gives "proposed" and "rule".
    """
    if clause.kind != "relative" or clause.opener not in _TELLS or clause.parent is None:
        return None
    over = ready.clauses[clause.parent]
    helpers, tokens = auxiliaries(), ready.tokens
    for i in range(clause.start - 1, max(over.start, clause.start - _NEAR) - 1, -1):
        if _is_measure(tokens[i]):
            acts = [j for j in range(over.start, i) if ready.verb[j]]
            acts = [j for j in acts if tokens[j].lower not in helpers]
            while len(acts) > 1 and _is_draft(tokens, acts[-1]):
                acts.pop()
            return (acts[-1], i) if acts else None
    return None


def brings(ready: View, clause: Clause) -> Clause | None:
    """The clause whose act brings the measure that this one tells of: "issued rules | that bar".

    Its date is the measure's: "on Monday unveiled a rule", but not "debated the rule".
    """
    found = measure(ready, clause)
    if found is None or clause.parent is None:
        return None
    lemma = ready.tokens[found[0]].lemma
    brought = lemma in _bringing() or (lemma in _weighing() and not _is_known(ready, *found))
    return ready.clauses[clause.parent] if brought else None


def proposed(ready: View, clause: Clause, trigger: int) -> int | None:
    """The token that tells that the measure of a clause is not yet one; None where none does.

    "weighs a rule that would bar it", "published a draft measure to bar it", "a rule proposed by
    the ministry would bar it"; "adopted the proposed rule" makes it one.
    """
    found, tokens = measure(ready, clause), ready.tokens
    if found is None:
        return _in_clause(ready, clause, trigger)
    verb, noun = found
    lemma = tokens[verb].lemma
    if lemma in _DONE:
        return None
    would = next((i for i in range(clause.start, trigger) if tokens[i].lower == "would"), None)
    if lemma in _weighing() and (would is not None or not _is_known(ready, verb, noun)):
        return verb
    draft = next((i for i in range(verb + 1, noun) if _is_draft(tokens, i)), None)
    return would if draft is None else draft


def made(ready: View, clause: Clause) -> int | None:
    """The verb by which the measure of a clause is one: "signed an order that would bar it"."""
    found = measure(ready, clause)
    return found[0] if found and ready.tokens[found[0]].lemma in _DONE else None


def undone(ready: View, clause: Clause) -> tuple[int, Status] | None:
    """The verb that took back the measure of a clause: "withdrew a rule that would bar it"."""
    found = measure(ready, clause)
    if found is None or ready.tokens[found[0] - 1].lower in words("aux", "modal") | {"to"}:
        return None
    lemma, classes = ready.tokens[found[0]].lemma, frames().classes
    if lemma in classes["UNDO"]:
        return found[0], Status.RESCINDED
    return (found[0], Status.SUSPENDED) if lemma in classes["PAUSE"] else None


def taken_back(ready: View, clause: Clause, trigger: int) -> tuple[int, Status] | None:
    """The trigger where it undoes a measure: "suspended its emergency order", "lifted the ban"."""
    for i in range(trigger + 1, min(trigger + 6, clause.end)):
        token = ready.tokens[i]
        if ready.verb[i] or token.lower in words("preposition") or token.lower == ",":
            return None
        if _is_measure(token):
            lemma = ready.tokens[trigger].lemma
            found = [one for one in _UNDOING if lemma in words("taken_back", one)]
            return (trigger, found[0]) if found else None
    return None


def shelved(ready: View, clause: Clause, trigger: int) -> tuple[int, Status] | None:
    """The noun that tells what becomes of a measure: "announced the suspension of its ban"."""
    for i in range(trigger + 1, min(trigger + 5, clause.end - 1)):
        for key in ("suspended", "rescinded"):
            if ready.tokens[i].lower in words("undoing", key) and ready.tokens[i + 1].lower == "of":
                return i, Status(key)
    return None


def given_up(ready: View, clause: Clause, trigger: int) -> tuple[int, Status] | None:
    """The verb by which a plan was given up: "shelved its plan to bar it", "held off barring it".

    So it is told of the plan: "the plan to bar it was dropped".
    """
    tokens, low = ready.tokens, ready.tokens[trigger - 1].lower
    if low == "to" and tokens[trigger - 2].lemma in words("planned"):
        return _dropping(ready, clause, trigger - 2) or _dropped(ready, clause, trigger)
    if tokens[trigger].form.endswith("ing"):
        found = _dropping(ready, clause, trigger)
        return found if found and "_" in _phrase(ready, found[0]) else None
    return None


def _dropping(ready: View, clause: Clause, before: int) -> tuple[int, Status] | None:
    """The verb shortly before, that itself is no mere plan: not "may drop", "refused to drop"."""
    for i in range(before - 1, max(clause.start, before - 5) - 1, -1):
        if not ready.verb[i]:
            continue
        state = _giving_up().get(_phrase(ready, i)) or _giving_up().get(ready.tokens[i].lemma)
        helper = ready.tokens[i - 1].lower if i > clause.start else ""
        is_open = helper in words("aux", "modal") | words("negation") | {"to"}
        return (i, state) if state and not is_open else None
    return None


def _dropped(ready: View, clause: Clause, trigger: int) -> tuple[int, Status] | None:
    """The passive behind: "plans to bar it | were dropped", "has been put on hold"."""
    be = words("aux", "be")
    for i in range(trigger + 2, clause.end):
        state = _giving_up().get(ready.tokens[i].lemma)
        if state and ready.tokens[i - 1].lower in be:
            return i, state
    return None


def _phrase(ready: View, i: int) -> str:
    """A verb with what follows: "back_off"; a verb that the lexicon has glued is one already."""
    token = ready.tokens[i]
    return token.lemma if "_" in token.lemma else f"{token.lemma}_{ready.tokens[i + 1].lower}"


@cache
def _giving_up() -> Mapping[str, Status]:
    """Verbs to what becomes of a plan by them."""
    classes = frames().classes
    stopped = dict.fromkeys(classes["PAUSE"] | words("giving_up", "suspended"), Status.SUSPENDED)
    ended = dict.fromkeys(classes["UNDO"] | words("giving_up", "rescinded"), Status.RESCINDED)
    return stopped | ended


def _in_clause(ready: View, clause: Clause, trigger: int) -> int | None:
    """The same within one clause: a draft that is shown, or a proposed rule that would do it."""
    tokens, drafted = ready.tokens, _drafts()
    for i in range(clause.start, clause.end - 1):
        if tokens[i].lower not in drafted or not any(map(_is_measure, tokens[i - 2 : i + 3])):
            continue
        before = trigger < i <= trigger + 3 and tokens[trigger].lemma not in _DONE | {"approve"}
        would = any(token.lower == "would" for token in tokens[clause.start : trigger])
        if would or (before and _is_draft(tokens, i)):
            return i
    return None


def _is_draft(tokens: Sequence[Token], i: int) -> bool:
    """Whether it says of the measure behind it that it is none yet: "a draft rule"."""
    if tokens[i].lower not in _drafts() or tokens[i + 1].lower in words("determiner"):
        return False  # "proposed a rule"
    return any(map(_is_measure, tokens[i + 1 : i + 3]))


def _is_known(ready: View, verb: int, noun: int) -> bool:
    """Whether the measure is there already: "debated the rule"."""
    return not _KNOWN.isdisjoint(token.lower for token in ready.tokens[verb + 1 : noun])


def _is_measure(token: Token) -> bool:
    return token.lemma.rpartition("_")[2] in _measures()


def _drafts() -> frozenset[str]:
    return words("drafts")


@cache
def _measures() -> frozenset[str]:
    classes = frames().classes
    return classes["MEASURE"] | classes["LAW"] | words("drafts", "nouns")


@cache
def _bringing() -> frozenset[str]:
    classes = frames().classes
    return classes["IMPOSE"] | words("drafts", "verbs")


def _weighing() -> frozenset[str]:
    return frames().classes["WEIGH"]
