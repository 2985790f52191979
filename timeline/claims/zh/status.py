"""How real a claim is, as the words before its trigger tell it."""

from timeline.claims.frames import Type
from timeline.claims.zh.frames import lexicon
from timeline.claims.zh.match import Candidate
from timeline.claims.zh.view import Token, View
from timeline.model import Status

_POLICY = frozenset({"controls", "guidance"})
_WILL = "将"


def decide(
    view: View, candidate: Candidate, type_: Type
) -> tuple[Status, tuple[Token, str] | None]:
    """The status, and the token that tells it by which rule.

    "或将限制" is speculation, "拟限制" a proposal of a state, "将量产" a forecast; what is
    announced is enacted: "宣布将加征".
    """
    frame = candidate.frame
    before = _before(view, candidate)
    if type_.family in ("words", "markets"):
        return frame.status or type_.status, None
    maybe = _last([t for t in before if not _is_or(view, t)], "speculation")
    if maybe is not None:
        return Status.SPECULATION, (maybe, "modal")
    announced = _announced(view, candidate) if type_.family in _POLICY else None
    planned = _last(before, "proposed") or _opens(view, candidate)
    if planned is not None and announced is None:
        status = Status.PROPOSED if type_.family in _POLICY else Status.FORECAST
        return status, (planned, "proposed")
    future = _future(view, before)
    if future is not None and announced is None and frame.status is None:
        return Status.FORECAST, (future, "future")
    if frame.status is not None:
        return frame.status, (view.tokens[candidate.trigger], "frame")
    if announced is not None and type_.status is Status.REPORTED and type_.family in _POLICY:
        return Status.ENACTED, (announced, "announced")
    return type_.status, None


def _is_or(view: View, token: Token) -> bool:
    """Whether "或" only joins: "必须拆除芯片，或取消采购"."""
    before = view.plain[max(0, token.start - 1) : token.start]
    return token.text == "或" and before in ("，", "、", "")


def is_future(view: View, candidate: Candidate) -> bool:
    return _future(view, _before(view, candidate)) is not None


def _before(view: View, candidate: Candidate) -> list[Token]:
    clause = view.clauses[candidate.clause]
    return list(view.tokens[clause.first : candidate.trigger + 1])


def _opens(view: View, candidate: Candidate) -> Token | None:
    """A word of planning in the clause before, where this one goes on with its subject."""
    if candidate.clause == 0:
        return None
    clause, here = view.clauses[candidate.clause - 1], view.clauses[candidate.clause]
    if any(t.mention is not None for t in view.tokens[here.first : candidate.trigger]):
        return None
    if any(t.text in lexicon().cues["done"] for t in view.tokens[here.first : here.last]):
        return None
    return _last(list(view.tokens[clause.first : clause.last]), "proposed")


def _last(before: list[Token], key: str) -> Token | None:
    among = lexicon().cues[key]
    return next((token for token in reversed(before) if token.text in among), None)


def _announced(view: View, candidate: Candidate) -> Token | None:
    """A word that makes it official, in this clause or in one before."""
    among = lexicon().cues["announced"]
    tokens = view.tokens[: candidate.trigger + 1]
    return next((token for token in reversed(tokens) if token.text in among), None)


def _future(view: View, before: list[Token]) -> Token | None:
    """A word of the future; "将" before a name or a count only brings the object forward."""
    for token in reversed(before):
        if token.text not in lexicon().cues["forecast"]:
            continue
        if token.text != _WILL:
            return token
        after = next((t for t in view.tokens if t.start == token.end), None)
        is_object = after is not None and (after.mention is not None or "@number" in after.marks)
        if not is_object:
            return token
    return None
