"""Frames against clauses: which fit, and why the others do not."""

from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

from timeline.claims.barring import NEGATED, barred, is_forbidden
from timeline.claims.clauses import Clause
from timeline.claims.frames import ANY, Frame, frames
from timeline.claims.groups import union
from timeline.claims.kinds import auxiliaries, words
from timeline.claims.slots import Slot, around, first_verb, is_side
from timeline.claims.view import View, borrowed
from timeline.model import Actor, ActorKind
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits, or the reason why it does not (for ``explain``)."""

    clause: int
    trigger: int
    frame: Frame
    slots: tuple[Slot, ...]
    pull: float
    refused: str = ""


@dataclass(slots=True)
class _Trigger:
    """A word that frames begin with, in its clause, and what is found around it when asked."""

    view: View
    n: int
    at: int
    before: int  # what the words before it count as, borrowed ones among them
    after: int
    barred: str | None = None
    slots: tuple[Slot, ...] | None = None

    def is_met(self, frame: Frame) -> bool:
        """Whether all that a frame asks for stands around it."""
        own = self.view.bits[self.at] if frame.is_last else 0
        return frame.fits(self.before | own, self.after)

    def bar(self) -> str:
        """Why nothing is claimed by it, whatever its frame; "" if something may be."""
        if self.barred is None:
            self.barred = barred(self.view, self.view.clauses[self.n], self.at)
        return self.barred

    def is_forbidden(self) -> bool:
        """Whether what it tells is forbidden: "the parts may not leave the country"."""
        if self.bar() != NEGATED:
            return False
        return is_forbidden(self.view, self.view.clauses[self.n], self.at)

    def side_refusal(self, frame: Frame) -> str:
        """Why those who stand around it cannot be whom a frame speaks of; "" if they can."""
        if self.slots is None:
            view = self.view
            found = around(view.tokens, view.verb, view.clauses, view.placed, self.n, self.at)
            self.slots = tuple(found)
        return _side_refusal(self.view, self.n, self.at, frame, self.slots)

    def candidate(self, pull: float, frame: Frame, refused: str = "") -> Candidate:
        return Candidate(self.n, self.at, frame, self.slots or (), pull, refused)


_Tried = tuple[float, _Trigger, Frame]  # how strongly a trigger's frame pulls


_FIRST, _PURPOSE, _PLANNED = 0.5, 0.75, 2.5  # what a verb's place adds to its pull, or takes
_PULL = itemgetter(0)


def strongest(view: View) -> list[Candidate]:
    """The candidates that claim their clauses most strongly, the first of equals, in order.

    A clause may be claimed once as sure and once as only possible.  The strongest frames are
    tried first, those of any verb last, so that most are never looked at.
    """
    found: list[Candidate] = []
    for n, clause in enumerate(view.clauses):
        borrow = borrowed(view, n)
        told = borrow | union(view.bits[clause.start : clause.end])
        missing = frames().groups.lacking(told)
        tried = sorted(_tried(view, n, borrow, missing), key=_PULL, reverse=True)
        sure = _first_held(tried, is_modal=False)
        if sure is None:
            last = sorted(_of_any_verb(view, n, borrow, missing), key=_PULL, reverse=True)
            sure = _first_held(last, is_modal=False)
        maybe = _first_held(tried, is_modal=True)
        found += [candidate for candidate in (sure, maybe) if candidate is not None]
    return found


def candidates(view: View) -> Iterator[Candidate]:
    """Every frame of the triggers of every clause; those that do not fit with why."""
    for n in range(len(view.clauses)):
        borrow = borrowed(view, n)
        tried = [*_of_any_verb(view, n, borrow, 0), *_tried(view, n, borrow, 0)]
        for pull, trigger, frame in sorted(tried, key=lambda one: one[1].at):
            is_allowed = frame.negative and trigger.is_forbidden()
            lacks = "" if trigger.is_met(frame) else _refusal(frame, trigger.before, trigger.after)
            why = ("" if is_allowed else trigger.bar()) or lacks or trigger.side_refusal(frame)
            yield trigger.candidate(pull, frame, why)


def _tried(view: View, n: int, borrow: int, missing: int) -> list[_Tried]:
    """The frames of a clause's triggers that ask for nothing that is missing."""
    clause, tried = view.clauses[n], list[_Tried]()
    for at in view.triggers:
        if clause.start <= at < clause.end:
            token = view.tokens[at]
            own = token.as_verb if view.verb[at] else token.as_noun
            if worth := [frame for frame in own if not frame.asked & missing]:
                tried += _pulling(view, n, at, borrow, worth)
    return tried


def _of_any_verb(view: View, n: int, borrow: int, missing: int) -> list[_Tried]:
    """The frames of any verb, for the first of a clause: "the firm's shares sank 12%"."""
    at = first_verb(view.verb, view.clauses[n])
    if at == view.clauses[n].end or view.tokens[at].lemma in words("saying"):
        return []
    heads, tried = _last_resort()
    if heads and heads & missing == heads:
        return []
    worth = [frame for frame in tried if not frame.asked & missing]
    return _pulling(view, n, at, borrow, worth) if worth else []


@cache
def _last_resort() -> tuple[int, tuple[Frame, ...]]:
    """The frames of any verb, and the groups of which one must stand there for any of them."""
    tried = frames().verbs.get(ANY, ())
    firsts = [frame.needs[0] for frame in tried if frame.needs]
    return frames().groups.mask(firsts) if len(firsts) == len(tried) else 0, tried


def _pulling(view: View, n: int, at: int, borrow: int, worth: Sequence[Frame]) -> list[_Tried]:
    """The frames of a trigger, each with its pull: a first verb's is more, "to deny"'s is less."""
    clause, tokens = view.clauses[n], view.tokens
    before = borrow | union(view.bits[clause.start : at])
    trigger = _Trigger(view, n, at, before, union(view.bits[at + 1 : clause.end]))
    is_first = worth[0].is_verb and _is_first(view, clause, at)
    is_purpose = at - 1 > clause.start and tokens[at - 1].lower == "to" and not view.verb[at - 2]
    less, more, lemma = _PURPOSE * is_purpose, _FIRST * is_first, tokens[at].lemma
    if is_purpose and tokens[at - 2].lemma in words("planned"):
        less = -_PLANNED  # "announced plans to blacklist the firm"
    return [(frame.pull(lemma) - less + more, trigger, frame) for frame in worth]


def _is_first(view: View, clause: Clause, at: int) -> bool:
    """Whether no verb but helpers stands before: "was fined", not "was fined for exporting"."""
    helpers, first = auxiliaries(), first_verb(view.verb, clause)
    return all(view.tokens[i].lower in helpers for i in range(first, at) if view.verb[i])


def _first_held(tried: Sequence[_Tried], *, is_modal: bool) -> Candidate | None:
    """The first frame that nothing around its trigger speaks against."""
    for pull, trigger, frame in tried:
        if frame.modal is not is_modal or not trigger.is_met(frame):
            continue
        forbidden = trigger.is_forbidden()
        is_barred = trigger.bar() and not forbidden
        if not is_barred and frame.negative is forbidden and not trigger.side_refusal(frame):
            return trigger.candidate(pull, frame)
    return None


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
    if frame.object and patients and not any(_is_hit(a.kind, frame.object) for a in patients):
        return f"{patients[0].name} is not of the side: {frame.object}"
    if frame.owner and not any(is_side(a.kind, frame.owner) for a in agents):
        return f"no owner of the side: {frame.owner}"
    if frame.homeland and not _is_homeland(agents, slots):
        return "the target is of another country than the agent"
    if frame.modal and not _has_modal(view, n, i):
        return "no word of possibility with the noun"
    return ""


def _is_hit(kind: ActorKind, side: str) -> bool:
    """Whether whom the verb hits is of the side; no person is a firm: "urged Trump to stop"."""
    return is_side(kind, side) and (side != "firm" or kind is not ActorKind.PERSON)


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
