"""Frames against clauses: which fit, and why the others do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.claims import status as status_
from timeline.claims.clauses import words
from timeline.claims.frames import ANY, Frame, frames
from timeline.claims.slots import Slot, around, first_verb, is_side
from timeline.claims.view import View, borrowed
from timeline.model import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits, or the reason why it does not (for ``explain``)."""

    clause: int
    trigger: int
    frame: Frame
    slots: tuple[Slot, ...]
    refused: str = ""


_CONDITIONS = frozenset({"if", "unless", "whether"})


def candidates(view: View, *, refused: bool = False) -> Iterator[Candidate]:
    """Every frame that fits a trigger of some clause; with ``refused`` the others too, with why."""
    lexicon = frames()
    for n, clause in enumerate(view.clauses):
        marks = frozenset[str]().union(*view.marks[clause.start : clause.end], *borrowed(view, n))
        at = first_verb(view.verb, clause)
        for i in range(clause.start, clause.end):
            token = view.tokens[i]
            tried: Sequence[Frame]
            if view.verb[i]:
                tried = lexicon.verbs.get(token.lemma, ())
                if i == at and (refused or not _strong_words().isdisjoint(marks)):
                    tried = (*lexicon.verbs.get(ANY, ()), *tried)
            else:
                tried = lexicon.nouns.get(token.lower) or lexicon.nouns.get(token.lemma, ())
            if not tried:
                continue
            if not refused:  # a cheap first look: each group stands somewhere in the clause
                tried = [f for f in tried if not any(map(marks.isdisjoint, f.groups))]
            if tried:
                yield from _tried(view, n, i, tried, refused=refused)


@cache
def _strong_words() -> frozenset[str]:
    """Words of which one at least must stand by a frame of the last resort."""
    return frozenset[str]().union(*(f.groups[0] for f in frames().verbs.get(ANY, ())))


def _tried(
    view: View, n: int, i: int, tried: Sequence[Frame], *, refused: bool
) -> Iterator[Candidate]:
    clause = view.clauses[n]
    before = frozenset[str]().union(*view.marks[clause.start : i], *borrowed(view, n))
    after = frozenset[str]().union(*view.marks[i + 1 : clause.end])
    both = before | after
    barred = ""
    first = first_verb(view.verb, clause)
    if status_.is_negated(view.tokens, clause, i) or (
        i > first and status_.is_negated(view.tokens, clause, first)
    ):
        barred = "negated"
    elif clause.opener in _CONDITIONS and view.verb[i]:
        barred = f"only under a condition: {clause.opener}"
    if barred and not refused:
        return
    slots: tuple[Slot, ...] | None = None
    for frame in tried:
        why = barred or _refusal(frame, before, after, both)
        if not why:
            if slots is None:
                slots = tuple(around(view.tokens, view.verb, view.clauses, view.placed, n, i))
            why = _side_refusal(view, n, i, frame, slots)
        if refused or not why:
            yield Candidate(n, i, frame, slots or (), why)


def _refusal(
    frame: Frame, before: frozenset[str], after: frozenset[str], both: frozenset[str]
) -> str:
    """Why the frame does not fit what stands before and after its trigger, "" if it does."""
    for group, where in (
        *((g, both) for g in frame.needs),
        *((g, before) for g in frame.before),
        *((g, after) for g in frame.after),
    ):
        if group.isdisjoint(where):
            return f"none of {', '.join(sorted(group)[:6])}"
    if barred := frame.bars & both:
        return f"barred by {min(barred)}"
    return ""


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
