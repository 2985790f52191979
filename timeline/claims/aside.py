"""Clauses of which no event of their own is told: scenery, descriptions, what goes along."""

from timeline.claims import status as status_
from timeline.claims.clauses import Clause
from timeline.claims.kinds import words
from timeline.claims.match import Candidate
from timeline.claims.slots import first_verb
from timeline.claims.view import View

_NEAR = 6  # tokens
_TRADES = frozenset({"industry_supply", "product"})


def governing(ready: View, clause: Clause, trigger: int) -> tuple[Clause, int]:
    """The clause, and its verb, that tells how real a claim is: "may tax it or file a suit".

    It is its own but where a bare verb goes on from another's "will", "may" or "would".
    """
    token = ready.tokens[trigger]
    if clause.parent is None or token.lower != token.lemma or not shares_subject(ready, clause):
        return clause, trigger
    over = ready.clauses[clause.parent]
    first = first_verb(ready.verb, over)
    is_modal = first + 1 < over.end and ready.tokens[first].lower in words("aux", "modal")
    if is_modal:
        return over, first + 1
    last = next((i for i in range(over.end - 1, over.start, -1) if ready.verb[i]), over.start)
    is_planned = ready.tokens[last - 1].lower == "to" and last == over.end - 1
    return (over, last) if is_planned else (clause, trigger)  # "plans to rescind and replace"


def shares_subject(ready: View, clause: Clause) -> bool:
    """Whether it adds a predicate and no subject: "and permanently deletes the app"."""
    if clause.kind != "coordinate":
        return False
    between = ready.tokens[clause.start + 1 : first_verb(ready.verb, clause)]
    return all(t.lower.endswith("ly") or t.lower in words("adding") for t in between)


def is_scenery(ready: View, clause: Clause, candidate: Candidate) -> bool:
    """Whether nothing happens there: "Speaking during a visit", a state of affairs, a trade."""
    if clause.kind == "participle" and ready.tokens[clause.start].lower == "speaking":
        return True
    if _is_description(ready, clause, candidate) or _is_use(ready, clause, candidate.trigger):
        return True
    last = candidate.frame.is_last
    return last and not status_.is_happening(ready.tokens, clause, candidate.trigger)


def is_supposed(ready: View, clause: Clause, trigger: int) -> bool:
    """Whether it tells of what may only be: "Washington might do something that bans exports"."""
    if clause.kind != "relative" or clause.parent is None:
        return False
    over = ready.clauses[clause.parent]
    near = {t.lower for t in ready.tokens[max(over.start, clause.start - _NEAR) : clause.start]}
    is_open = not near.isdisjoint(words("speculation"))
    return is_open and status_.tense(ready.tokens, clause, trigger) == "present"


def _is_description(ready: View, clause: Clause, candidate: Candidate) -> bool:
    """Whether it only tells what somebody does for a living: "ASML, which makes machines, said"."""
    if candidate.frame.type not in _TRADES:
        return False
    token = ready.tokens[candidate.trigger]
    if clause.kind != "relative":
        if clause.kind != "main" or token.lower[-1:] != "s" or token.lemma not in words("living"):
            return False
        dated = any(one.lower in words("time") for one in ready.tokens[clause.start : clause.end])
        return not dated and ready.tokens[-1].lower in (".", "”")
    if token.lemma in words("describing"):
        return True  # "which were designed to comply"
    first = next((i for i in range(clause.start, clause.end) if ready.verb[i]), -1)
    is_plain = token.lower == token.lemma or token.lower == f"{token.lemma}s"
    return first == candidate.trigger and is_plain


def _is_use(ready: View, clause: Clause, trigger: int) -> bool:
    """Whether it only tells what something is for: "the rules are a routine step to curb it"."""
    first, tokens = first_verb(ready.verb, clause), ready.tokens
    if tokens[trigger - 1].lower != "to" or tokens[first].lower not in words("aux", "be"):
        return False
    near = {token.lower for token in tokens[max(trigger - 5, first + 1) : trigger - 1]}
    plain = not any(ready.verb[first + 1 : trigger])
    return plain and not near.isdisjoint(("a", "an", "the", "its", "their"))
