"""Which frames fit the clauses of a Chinese sentence, and which of them wins its clause."""

from collections.abc import Iterator

from timeline.claims.slots import is_side
from timeline.claims.zh.frames import Frame, aside, lexicon
from timeline.claims.zh.slots import agent_of
from timeline.claims.zh.view import Clause, Token, View
from timeline.model import ActorKind
from timeline.values import dataclass

_LIGHT = 4
_NEGATED = 6  # characters between a negation and what it denies


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits the clause ``clause`` at the token ``trigger``."""

    clause: int
    trigger: int
    frame: Frame
    weight: int


def strongest(view: View) -> list[Candidate]:
    """The best candidate of each clause, in order."""
    found = []
    for n in range(len(view.clauses)):
        best = max(candidates(view, n), key=lambda c: (c.weight, -c.trigger), default=None)
        if best is not None:
            found.append(best)
    return _told(view, found)


def _told(view: View, found: list[Candidate]) -> list[Candidate]:
    """Without what a clause tells by the way, and without what a draft law would do."""
    found = [c for c in found if not _is_setting(view, view.clauses[c.clause])]
    main = [c for c in found if not _is_aside(view, view.clauses[c.clause])]
    kept: list[Candidate] = []
    for candidate in main or found:
        drafts = [k for k in kept if k.frame.type == "legislation"]
        if drafts and not _has_subject(view, candidate):
            continue
        kept.append(candidate)
    return kept


def _is_setting(view: View, clause: Clause) -> bool:
    """Whether a clause only says when or amid what: "在中美磋商之际，"."""
    text = _stripped(view, clause)
    return text.endswith(aside("ends")) and text.startswith(("在", "就", "针对", "对", "自"))


def _is_aside(view: View, clause: Clause) -> bool:
    """Whether a clause tells why, about what or to what end: "因高通未申报，", "使规则一致"."""
    text = _stripped(view, clause)
    if text.startswith(aside("results")):
        return True
    return text.startswith(aside("opens")) and clause.end < len(view.plain) - 6


def _stripped(view: View, clause: Clause) -> str:
    """The words of a clause, without a dateline before them."""
    text = view.plain[clause.start : clause.end].strip("，；： ")
    head, bracket, rest = text.partition("）")
    return rest if bracket and "电" in head[:24] and rest else text


def _has_subject(view: View, candidate: Candidate) -> bool:
    """Whether a clause names who acts itself, and does not go on with the one before."""
    agent = agent_of(view, candidate.clause, candidate.trigger)
    return agent is not None and agent.start >= view.clauses[candidate.clause].start


def candidates(view: View, n: int) -> Iterator[Candidate]:
    """Every frame that fits a clause."""
    clause, light = view.clauses[n], lexicon().cues["light"]
    if _is_condition(view, clause):
        return
    for i in range(clause.first, clause.last):
        text = view.tokens[i].text
        tried = lexicon().frames.get(text, ())
        if not tried or view.tokens[i].mention is not None:
            continue
        if _is_denied(view, clause, i) or _tells_which(view, clause, i):
            continue
        before, after = _marks(view, clause.first, i), _marks(view, i + 1, clause.last)
        for frame in tried:
            if _fits(frame, view.tokens[i], before, after) and _is_side(view, n, i, frame):
                yield Candidate(n, i, frame, frame.weight - _LIGHT * (text in light))


def _marks(view: View, first: int, last: int) -> frozenset[str]:
    return frozenset().union(*(token.marks for token in view.tokens[first:last]))


def _fits(frame: Frame, trigger: Token, before: frozenset[str], after: frozenset[str]) -> bool:
    around = before | after | trigger.marks
    return (
        all(not group.isdisjoint(around) for group in frame.needs)
        and all(not group.isdisjoint(before) for group in frame.before)
        and all(not group.isdisjoint(after) for group in frame.after)
        and frame.bars.isdisjoint(before | after)
    )


def _is_condition(view: View, clause: Clause) -> bool:
    """Whether a clause tells only what would be: "如果美方取消许可"."""
    conditions = lexicon().cues["conditions"]
    return any(t.text in conditions for t in view.tokens[clause.first : clause.first + 3])


def _is_denied(view: View, clause: Clause, i: int) -> bool:
    """Whether a negation stands close before: "尚未批准", not "未经许可向华为供货"."""
    negation = lexicon().cues["negation"]
    for token in reversed(view.tokens[clause.first : i]):
        if view.tokens[i].start - token.end > _NEGATED:
            return False
        if token.text in negation:
            return True
    return False


def _tells_which(view: View, clause: Clause, i: int) -> bool:
    """Whether a verb only tells which, as in "禁止出口的芯片"; at the end "的" tells nothing."""
    last = view.tokens[i].end
    for token in view.tokens[i + 1 : clause.last]:
        if token.start - last > 1 or token.mention is not None:
            break
        last = token.end
    if not view.plain.startswith("的", last) or last + 2 >= clause.end:
        return False
    return view.plain[last + 1 : last + 2] not in "，。；"


def _is_side(view: View, n: int, i: int, frame: Frame) -> bool:
    """Whether who acts is of the side that may: no firm sets export controls."""
    if not frame.subject:
        return True
    agent = agent_of(view, n, i)
    if agent is None:
        return True
    kind = agent.mention.actor.kind if agent.mention else ActorKind.SOURCE
    if kind in (ActorKind.SOURCE, ActorKind.OUTLET, ActorKind.PRODUCT):
        return True
    return is_side(kind, frame.subject)
