"""Frames against clauses: which fit, and why the others do not."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.claims import status as status_
from timeline.claims.clauses import Clause
from timeline.claims.frames import Frame, frames
from timeline.claims.groups import union
from timeline.claims.kinds import auxiliaries, words
from timeline.claims.slots import Slot, around, first_verb, is_side
from timeline.claims.view import View, borrowed
from timeline.model import Actor, ActorKind
from timeline.values import dataclass

Key = tuple[int, bool]  # a clause, and whether it is claimed only as possible


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits, or the reason why it does not (for ``explain``)."""

    clause: int
    trigger: int
    frame: Frame
    slots: tuple[Slot, ...]
    pull: float
    refused: str = ""

    @property
    def key(self) -> Key:
        """What it is the strongest of, or not."""
        return self.clause, self.frame.modal


_NEGATED = "negated"
_FORBIDS = frozenset({"forbid", "ban", "bar", "prohibit", "prevent"})
_FINITE = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may"}
)
_CONDITIONS = frozenset({"if", "unless", "whether"})


_FIRST = 0.5
_PURPOSE = 0.75
_NOBODY = float("-inf")  # pulls a clause that no candidate claims


def strongest(view: View) -> list[Candidate]:
    """The candidates that claim their clauses most strongly, the first of equals, in order."""
    best: dict[Key, Candidate] = {}
    pulls: dict[Key, float] = {}
    for candidate in candidates(view, beaten=pulls):  # each is stronger than those before it
        best[candidate.key], pulls[candidate.key] = candidate, candidate.pull
    return [best[key] for key in sorted(best)]


def candidates(
    view: View, *, refused: bool = False, beaten: Mapping[Key, float] | None = None
) -> Iterator[Candidate]:
    """Every frame that fits a trigger of some clause; with ``refused`` the others too, with why.

    Whatever pulls no more than what ``beaten`` holds by then is passed over.
    """
    beaten = {} if beaten is None else beaten
    for n, clause in enumerate(view.clauses):
        inside = [i for i in view.triggers if clause.start <= i < clause.end]
        at = first_verb(view.verb, clause) if view.any_verb else clause.end
        any_verb = at < clause.end and view.tokens[at].lemma not in words("saying")
        if any_verb:
            inside = sorted({*inside, at})
        if not inside:
            continue
        borrow = borrowed(view, n)
        told = borrow | union(view.bits[clause.start : clause.end])
        missing = 0 if refused else frames().groups.lacking(told)
        for i in inside:
            own, verb = view.triggers.get(i, ()), view.verb[i]
            tried = [f for f in own if f.is_verb is verb and not f.asked & missing]
            if any_verb and i == at:
                tried = [*(f for f in view.any_verb if not f.asked & missing), *tried]
            if tried:
                yield from _tried(view, n, i, tried, borrow, beaten, refused=refused)


def _tried(
    view: View,
    n: int,
    i: int,
    tried: Sequence[Frame],
    borrow: int,
    beaten: Mapping[Key, float],
    *,
    refused: bool,
) -> Iterator[Candidate]:
    """The frames of one trigger that may win its clause, by the words on its two sides."""
    clause = view.clauses[n]
    before = borrow | union(view.bits[clause.start : i])
    after = union(view.bits[i + 1 : clause.end])
    worth = [
        (frame, pull, "" if fits else _refusal(frame, before, after))
        for frame in tried
        if (fits := frame.fits(before | view.bits[i] if frame.is_last else before, after))
        or refused
        if (pull := _pull(view, n, i, frame)) > beaten.get((n, frame.modal), _NOBODY)
    ]
    return _held(view, n, i, worth, beaten, refused=refused) if worth else iter(())


def _held(
    view: View,
    n: int,
    i: int,
    worth: Sequence[tuple[Frame, float, str]],
    beaten: Mapping[Key, float],
    *,
    refused: bool,
) -> Iterator[Candidate]:
    """Those that neither a word near the trigger nor the sides of who acts speak against."""
    barred = _barred(view, view.clauses[n], i)
    forbidden = barred == _NEGATED and _is_forbidden(view, view.clauses[n], i)
    if barred and not refused and not forbidden:
        return
    slots: tuple[Slot, ...] | None = None
    for frame, pull, lacks in worth:
        is_beaten = pull <= beaten.get((n, frame.modal), _NOBODY)
        if is_beaten or (frame.negative is not forbidden and not refused):
            continue
        why = ("" if frame.negative and forbidden else barred) or lacks
        if not why:
            if slots is None:
                slots = tuple(around(view.tokens, view.verb, view.clauses, view.placed, n, i))
            why = _side_refusal(view, n, i, frame, slots)
        if refused or not why:
            yield Candidate(n, i, frame, slots or (), pull, why)


def _pull(view: View, n: int, at: int, frame: Frame) -> float:
    """How strongly a frame claims a clause: its first verb more, "to deny access" less."""
    pull, start = frame.pull(view.tokens[at].lemma), view.clauses[n].start
    if at - 1 > start and view.tokens[at - 1].lower == "to" and not view.verb[at - 2]:
        pull -= _PURPOSE
    return pull + _FIRST if frame.is_verb and _is_first(view, start, at) else pull


def _is_first(view: View, start: int, at: int) -> bool:
    """Whether no verb but helpers stands before: "was fined", not "was fined for exporting"."""
    helpers = auxiliaries()
    return all(view.tokens[i].lower in helpers for i in range(start, at) if view.verb[i])


def _barred(view: View, clause: Clause, i: int) -> str:
    """Why nothing is claimed by the trigger, whatever its frame."""
    first = first_verb(view.verb, clause)
    if status_.is_negated(view.tokens, clause, i) or (
        i > first and status_.is_negated(view.tokens, clause, first)
    ):
        return _NEGATED
    governed = i > clause.start + 1 and view.tokens[i - 1].lower in ("to", "from")
    if governed and view.tokens[i - 2].lemma in _FORBIDS:
        return "only what is forbidden"
    if view.verb[i] and _is_attribute(view, clause, i):
        return "it only tells which"
    near = [token.lower for token in view.tokens[max(clause.start, i - 4) : i]]
    if not words("normative").isdisjoint(near):
        return "only what should be"
    if clause.opener in _CONDITIONS and view.verb[i]:
        return f"only under a condition: {clause.opener}"
    return ""


def _is_attribute(view: View, clause: Clause, at: int) -> bool:
    """Whether a participle tells which: "products made by Micron had failed the review"."""
    token, before = view.tokens[at], view.tokens[at - 1].lower if at else ""
    if token.lower == token.lemma or token.form.endswith("ing") or token.lower[-1:] == "s":
        return False
    if not before.isalpha() or any(view.verb[max(at - 3, clause.start) : at]):
        return False
    after = view.tokens[at + 1].lower if at + 1 < clause.end else ""
    if before in words("preposition") or after not in ("by", "in", "on", "from"):
        return False
    return any(view.verb[i] and view.tokens[i].lower in _FINITE for i in range(at + 2, clause.end))


def _is_forbidden(view: View, clause: Clause, i: int) -> bool:
    """Whether "may not" or "must not" forbids it: "the parts may not leave the country"."""
    near = {t.lower for t in view.tokens[max(clause.start, i - 5) : i]}
    return not near.isdisjoint(("may", "must", "can", "cannot")) and view.verb[i]


def _refusal(frame: Frame, before: int, after: int) -> str:
    """Which group is missing, or that a word bars the frame."""
    mask = frames().groups.mask
    for group, where in (
        *((g, before | after) for g in frame.needs),
        *((g, before) for g in frame.before),
        *((g, after) for g in frame.after),
    ):
        if not mask([group]) & where:
            return f"none of {', '.join(sorted(group)[:6])}"
    return f"barred by one of {', '.join(sorted(frame.bars)[:6])}"


def _side_refusal(view: View, n: int, i: int, frame: Frame, slots: Sequence[Slot]) -> str:
    agents = [s.placed.mention.actor for s in slots if s.name == "agent"]
    if frame.subject == "state" and not agents and _has_stranger(view, n):
        return "the subject is a name that nobody knows as a state's"
    if frame.subject and agents and not any(is_side(a.kind, frame.subject) for a in agents):
        return f"{agents[0].name} is not of the side: {frame.subject}"
    patients = [s.placed.mention.actor for s in slots if s.name == "patient"]
    if frame.object and patients and not any(is_side(a.kind, frame.object) for a in patients):
        return f"{patients[0].name} is not of the side: {frame.object}"
    if frame.owner and not any(is_side(a.kind, frame.owner) for a in agents):
        return f"no owner of the side: {frame.owner}"
    if frame.homeland and not _is_homeland(agents, slots):
        return "the target is of another country than the agent"
    if frame.modal and not _has_modal(view, n, i):
        return "no word of possibility with the noun"
    return ""


def _has_stranger(view: View, n: int) -> bool:
    """Whether an unknown name is the subject: "the carmaker Suzuki suspended".

    A word that opens a sentence has a capital anyhow, and so has every word of a headline.
    """
    clause = view.clauses[n]
    at = first_verb(view.verb, clause)
    before = view.tokens[at - 1] if at - 1 > 0 and clause.start < at < clause.end else None
    if before is None or not before.text[:1].isupper() or before.lower in words("determiner"):
        return False
    if view.tokens[at - 2].lower in words("preposition"):
        return False  # "in October tightened"
    capitals = sum(token.text[:1].isupper() for token in view.tokens)
    named = any(p.first <= at - 1 < p.last for p in view.placed)
    return not named and capitals * 2 < len(view.tokens)


def _is_homeland(agents: Sequence[Actor], slots: Sequence[Slot]) -> bool:
    homes = {a.country for a in agents if a.country}
    wares = (ActorKind.COMPANY, ActorKind.PRODUCT)
    hit = {s.placed.mention.actor.country for s in slots if s.placed.mention.actor.kind in wares}
    return not homes or not hit or bool(homes & hit)


def _has_modal(view: View, n: int, i: int) -> bool:
    clause = view.clauses[n]
    near = view.tokens[max(clause.start, i - 6) : i]
    modal = words("speculation") | {"further", "additional", "fresh", "new", "more"}
    return any(t.lower in modal or t.lemma in modal for t in near)
