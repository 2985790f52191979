"""Words of time that no rule reads, the rule that comes nearest to each, and why it does not fit.

A word may be one that the lexicon knows ("Lent", "dusk"), or one that it does not: in "two moons
later" a rule would fit if "moons" were a unit.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from timeline.lexicon import load
from timeline.model import Span
from timeline.timex.kinds import BREAK, WORD, members, symbol
from timeline.timex.pieces import Pieces
from timeline.timex.read import RULES, Declined
from timeline.values import dataclass

AGAINST = "its pattern fits, its neighbours speak against it"
_UNREAD = "no rule reads it here"
_TEMPORAL = (
    "month",
    "weekday",
    "season",
    "unit",
    "units",
    "deictic",
    "part",
    "often",
    "holiday",
    "unread",
)


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that look like a time, the nearest rule, and what keeps it from reading them."""

    span: Span
    text: str
    rule: str
    why: str


def left_over(
    pieces: Pieces, declined: Sequence[Declined], covered: Sequence[Span]
) -> Iterator[Missed]:
    """What was turned down, what a rule just misses, and words of time that stand alone."""
    turned_down = {one.first: one for one in reversed(declined)}
    temporal, end = _temporal(), 0
    for at, low in enumerate(pieces.lows):
        span = Span(pieces.starts[at], pieces.ends[at])
        if at < end or any(span.overlaps(other) for other in covered):
            continue
        near = _just_missed(pieces, at)
        if near is not None and not _overlaps(pieces, at, near.end, covered):
            end = near.end
            yield _missed(pieces, at, end, near.rule, near.why)
        elif at in turned_down:
            one = turned_down[at]
            yield _missed(pieces, at, one.end, one.rule, AGAINST)
        elif pieces.kinds[at] in _days() or (low in temporal and _is_meant(pieces, at)):
            yield _missed(pieces, at, at + 1, _nearest(pieces, at), _UNREAD)


def _overlaps(pieces: Pieces, first: int, end: int, covered: Sequence[Span]) -> bool:
    span = Span(pieces.starts[first], pieces.ends[end - 1])
    return any(span.overlaps(other) for other in covered)


def _missed(pieces: Pieces, first: int, end: int, rule: str, why: str) -> Missed:
    span = Span(pieces.starts[first], pieces.ends[end - 1])
    return Missed(span, pieces.words(first, end), rule, why)


@cache
def _temporal() -> frozenset[str]:
    return frozenset(word for table in _TEMPORAL for word in load("timex")[table])


@cache
def _days() -> frozenset[str]:
    return members("ORDDAY") | members("YEAR") | members("DATE_NUM") | members("SLASHED")


def _is_meant(pieces: Pieces, at: int) -> bool:
    """Whether a word is the name of a feast: "Lent", not "he lent it"."""
    return load("timex")["unread"].get(pieces.lows[at]) != "holiday" or pieces.is_capital(at)


def _nearest(pieces: Pieces, at: int) -> str:
    """The rule that a word left over comes nearest to: one that begins with it or holds it."""
    kind, named = pieces.kinds[at], load("timex")["unread"].get(pieces.lows[at])
    if isinstance(named, str):
        return named
    begins = (rule.name for rule in RULES if kind in rule.starts)
    holds = (rule.name for rule in RULES if kind in rule.pattern.pattern)
    return next(begins, "") or next(holds, "")


# ---------------------------------------------------------------- one word short of a rule


@dataclass(frozen=True, slots=True)
class _Near:
    """The rule that would read the words up to ``end``."""

    end: int
    rule: str
    why: str


_REACH = 5  # pieces of a rule in which one may be unknown
_SURE_KINDS = ("MONTH", "WEEKDAY", "YEAR", "AGO", "LATER", "EARLIER", "HALF")
_STANDINS = {  # what an unknown word is tried as, and whether it needs a capital for that
    "UNITS": ("a unit of time", False),
    "UNIT": ("a unit of time", False),
    "MONTH": ("a month", True),
    "HOLIDAY": ("a feast", True),
}


def _just_missed(pieces: Pieces, first: int) -> _Near | None:
    """The rule that would fit from a piece on, were one plain word in it a word of time.

    Another piece must tell of a time by itself: "later" in "two moons later".
    """
    kinds = pieces.kinds
    if _sure().isdisjoint(kinds[first : first + 2 * _REACH]):
        return None
    for at in range(first, min(first + _REACH, len(kinds))):
        if kinds[at] == BREAK:
            return None
        if kinds[at] == WORD and pieces.lows[at].isalpha():
            near = next(_tried(pieces, first, at), None)
            if near is not None:
                return near
    return None


def _tried(pieces: Pieces, first: int, at: int) -> Iterator[_Near]:
    """The rules that would fit from ``first`` on with another kind of word at a place."""
    kinds = pieces.kinds
    for standin, (name, needs_capital) in _standins().items():
        if needs_capital and not pieces.is_capital(at):
            continue
        tried = f"{kinds[first:at]}{standin}{kinds[at + 1 : first + 2 * _REACH]}"
        for rule in RULES:
            found = rule.pattern.match(tried) if tried[0] in rule.starts else None
            end = first + found.end() if found else 0
            rest = kinds[first:at] + kinds[at + 1 : max(end, at + 1)]
            if end > max(at, first + 1) and not _sure().isdisjoint(rest):
                word = pieces.words(at, at + 1)
                yield _Near(end, rule.name, f"it would fit if {word!r} were {name}")


@cache
def _sure() -> frozenset[str]:
    return frozenset().union(*map(members, _SURE_KINDS))


@cache
def _standins() -> Mapping[str, tuple[str, bool]]:
    """A character of each kind that an unknown word is tried as."""
    plain = {"UNITS": "months", "UNIT": "month", "MONTH": "june", "HOLIDAY": "christmas"}
    return {_symbol_of(kind, plain[kind]): said for kind, said in _STANDINS.items()}


def _symbol_of(kind: str, word: str) -> str:
    return symbol(word) if symbol(word) in members(kind) else min(members(kind))
