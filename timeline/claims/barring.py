"""Why a trigger claims nothing, whatever its frame: it is denied, forbidden, wanted, supposed."""

from timeline.claims import status as status_
from timeline.claims.clauses import Clause
from timeline.claims.kinds import words
from timeline.claims.slots import first_verb
from timeline.claims.view import View

NEGATED = "negated"
_FORBIDS = frozenset({"forbid", "ban", "bar", "prohibit", "prevent"})
_POWERS = frozenset({"ability", "capacity", "authority", "power", "right", "freedom"})
_FINITE = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may"}
)
_PERMITS = frozenset({"may", "must", "can", "cannot", "shall", "allowed", "permitted"})
_OPENINGS = frozenset({"in", "by", "with", "under", "at"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


def barred(view: View, clause: Clause, i: int) -> str:
    """Why nothing is claimed by the trigger, whatever its frame."""
    first = first_verb(view.verb, clause)
    if status_.is_negated(view.tokens, clause, i) or (
        i > first and status_.is_negated(view.tokens, clause, first)
    ):
        return NEGATED
    if _is_denied(view, clause, i):
        return "only what is denied"
    governed = i > clause.start + 1 and view.tokens[i - 1].lower in ("to", "from")
    if governed and view.tokens[i - 2].lemma in _FORBIDS:
        return "only what is forbidden"
    if governed and _is_refused(view, clause, i - 2):
        return "only what is refused"
    if governed and view.tokens[i - 2].lemma in _POWERS and not _is_used(view, clause, i - 2):
        return "only what is in somebody's power"
    if view.verb[i] and _is_attribute(view, clause, i):
        return "it only tells which"
    near = [token.lower for token in view.tokens[max(clause.start, i - 4) : i]]
    if not words("normative").isdisjoint(near):
        return "only what should be"
    if view.verb[i] and _is_asked_for(view, clause, i):
        return "only what is asked for"
    if clause.opener in _CONDITIONS and view.verb[i]:
        return f"only under a condition: {clause.opener}"
    return ""


def _is_used(view: View, clause: Clause, at: int) -> bool:
    """Whether a power is made use of: "invoked emergency powers to tax the chips"."""
    near = view.tokens[max(clause.start, at - 5) : at]
    return any(token.lower in words("using") for token in near)


def _is_refused(view: View, clause: Clause, at: int) -> bool:
    """Whether somebody will not do what is behind "to": "refused to", "rejected calls to"."""
    token = view.tokens[at]
    if token.lower not in words("refusing", "asked"):
        return view.verb[at] and token.lemma in words("refusing")
    near = view.tokens[max(clause.start, at - 6) : at]
    return any(one.lemma in words("refusing", "turning_down") for one in near)


def _is_denied(view: View, clause: Clause, at: int) -> bool:
    """Whether somebody denies it: "denied that it would ban it", "denied it was banning it"."""
    if clause.kind == "complement" and clause.parent is not None:
        return _denial(view, view.clauses[clause.parent].start, clause.start) is not None
    found = _denial(view, clause.start, at) if view.verb[at] else None
    if found is None:
        return False
    between = view.tokens[found + 1 : at + 1]
    is_gerund = len(between) <= 2 and between[-1].form.endswith("ing")
    return is_gerund or any(token.lower in _FINITE for token in between)


def _denial(view: View, start: int, end: int) -> int | None:
    """The last verb of a stretch where it denies: "denied", "dismissed reports"."""
    for i in range(end - 1, start - 1, -1):
        token = view.tokens[i]
        if not view.verb[i] or token.helps or token.lower in words("denying", "of"):
            continue
        lemma = token.lemma
        if lemma in words("denying"):
            return i
        if lemma not in words("denying", "hearsay"):
            return None
        near = {token.lower for token in view.tokens[i + 1 : end]}
        return None if near.isdisjoint(words("denying", "of")) else i
    return None


def _is_attribute(view: View, clause: Clause, at: int) -> bool:
    """Whether a participle tells which: "products made by Micron had failed the review"."""
    token, before = view.tokens[at], view.tokens[at - 1].lower if at else ""
    if token.lower == token.lemma or token.form.endswith("ing") or token.lower[-1:] == "s":
        return False
    if before == ")":
        before = next((t.lower for t in view.tokens[at - 3 : at] if t.lower == "("), before)
    is_word = before.isalpha() or before == "("
    if not is_word or any(view.verb[max(at - 3, clause.start) : at]):
        return False
    after = view.tokens[at + 1].lower if at + 1 < clause.end else ""
    if _is_behind_opening(view, clause, at):
        return True
    if before in words("preposition") or after not in ("by", "in", "on", "from"):
        return False
    return any(view.verb[i] and view.tokens[i].lower in _FINITE for i in range(at + 2, clause.end))


def _is_behind_opening(view: View, clause: Clause, at: int) -> bool:
    """Whether a phrase that opens the clause, and cannot act, goes before: "In a letter sent"."""
    between = view.tokens[clause.start + 2 : at]
    return (
        view.tokens[clause.start].lower in _OPENINGS
        and 1 <= len(between) <= 3
        and view.tokens[clause.start + 1].lower in ("a", "an", "the")
        and all(token.text.islower() for token in between)
        and not between[-1].lower.endswith("s")
    )


def _is_asked_for(view: View, clause: Clause, i: int) -> bool:
    """Whether it is but wanted: "recommended that BIS revoke it", "to help SMIC win orders"."""
    if view.tokens[i].lower != view.tokens[i].lemma:
        return False
    for j in range(i - 1, clause.start, -1):
        if view.tokens[j].lower == "that":
            asks = view.tokens[j - 1]
            return view.verb[j - 1] and asks.lemma in words("mandative")
        if view.verb[j] and view.tokens[j].lower not in ("be", "should"):
            return view.tokens[j].lemma == "help" and view.tokens[j - 1].lower == "to"
    return False


def is_forbidden(view: View, clause: Clause, i: int) -> bool:
    """Whether "may not", "is not allowed to" forbids it: "the parts may not leave the country"."""
    near = {t.lower for t in view.tokens[max(clause.start, i - 5) : i]}
    return not near.isdisjoint(_PERMITS) and view.verb[i]
