"""What a temporal rule is, and how one is written.

A pattern is spelled in kinds of pieces: ``(?P<month>MONTH) (?P<day>DAY)``.  A name in capitals is
a table or group of lexicon/timex.toml or a shape of number (``kinds.number_kinds``), or a macro
below; blanks mean nothing.  The decorated function turns the match into a value or, where the
context speaks against it, into None.
"""

import re
from collections.abc import Callable

from timeline.lexicon import load
from timeline.timex.kinds import WORD, guard, members
from timeline.timex.pieces import Pieces
from timeline.timex.value import Value
from timeline.values import dataclass

MACROS = {  # in this order: a macro may use those below it
    "QTY": "(?:COUNT (?:(?:TO|AND|HYPHEN) COUNT)? (?:HYPHEN? AND HYPHEN? AN HYPHEN? HALF)?"
    " (?:MORE|ADDITIONAL)? | (?:AN FULL?)? (?:SEVERAL OF? | MAGNITUDE) MORE?"
    " | HALF AN | AN HALF? | AN FULL | AN? ADDITIONAL)",
    "COUNT": "(?:NUM SLASHED? | NUMBER (?:HYPHEN? NUMBER)? (?:HYPHEN? MAGNITUDE)?)",
    "ANY_UNIT": "(?:UNIT|UNITS)",
}


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule's pattern matched: groups give pieces, as words, numbers or lexicon values.

    ``found`` matched the kinds from the piece ``first`` on.
    """

    pieces: Pieces
    found: re.Match[str]
    first: int

    @property
    def end(self) -> int:
        return self.first + self.found.end()

    def has(self, group: str) -> bool:
        """Whether the group matched at all."""
        return self.found.start(group) >= 0

    def low(self, group: str) -> str:
        """The group's first word in lower case; empty if it did not match."""
        at = self.found.start(group)
        return self.pieces.lows[self.first + at] if at >= 0 else ""

    def words(self, group: str) -> tuple[str, ...]:
        """The group's words in lower case."""
        start, end = self.found.span(group)
        return tuple(self.pieces.lows[self.first + start : self.first + end]) if start >= 0 else ()

    def number(self, group: str) -> int:
        """The group as a number: "28", "5th", "fifth"."""
        low = self.low(group)
        digits = re.match(r"\d+", low)
        return int(digits[0]) if digits else self.look(group, "ordinal")

    def look(self, group: str, table: str) -> int:
        """The lexicon's number for the group's word.  Raises KeyError if it has none."""
        value = load("timex")[table][self.low(group)]
        assert isinstance(value, int)
        return value

    def name(self, group: str, *tables: str) -> str:
        """The lexicon's code for the group's word in the first table that has it, or ``""``."""
        low = self.low(group)
        return next((str(load("timex")[t][low]) for t in tables if low in load("timex")[t]), "")

    def before(self, back: int = 1) -> str:
        """The word before the match, in lower case; empty at the start of a sentence."""
        at = self.first - back
        return self.pieces.lows[at] if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The word after the match, in lower case; empty at the end of a sentence."""
        at = self.end + ahead
        return self.pieces.lows[at] if at < len(self.pieces.lows) else ""

    def precedes_name(self) -> bool:
        """Whether a capitalised word stands right after: "2022 CHIPS Act"."""
        return self.end < len(self.pieces.lows) and bool(
            self.pieces.lows[self.end] and self.pieces.is_capital(self.end)
        )

    def is_coded(self) -> bool:
        """Whether a hyphen and capitals follow, as in a file number: "2024-ABC-17"."""
        at = self.end + 1
        return at < len(self.pieces.lows) and bool(
            self.pieces.kinds[at] == WORD and self.pieces.words(at, at + 1).isupper()
        )

    def follows_name(self) -> bool:
        """Whether a capitalised plain word stands right before: "Theresa May"."""
        at = self.first - 1
        return at >= 0 and self.pieces.kinds[at] == WORD and self.pieces.is_capital(at)

    def is_in(self, list_name: str, word: str) -> bool:
        return word in guard(list_name)


Builder = Callable[[Match], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds of pieces, and the function that makes a value of its match.

    ``example`` is (text, DCT, expected): the EDTF of its interval, or TIMEX3's value where it has
    none; the test suite runs every one.  ``starts`` are the kinds' characters it can start with.
    """

    name: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    build: Builder
    example: tuple[str, str, str]


def rule(pattern: str, *, example: tuple[str, str, str]) -> Callable[[Builder], Rule]:
    """Make the decorated function a Rule named after it."""

    def decorate(build: Builder) -> Rule:
        spelled = _expand_macros(pattern)
        return Rule(build.__name__, compile_kinds(spelled), starts_of(spelled), build, example)

    return decorate


def compile_kinds(pattern: str) -> re.Pattern[str]:
    """A pattern over kinds as a regular expression over their characters.

    Raises KeyError for a kind that no word has.
    """
    spelled = re.sub(r"\s+", "", _mark(_expand_macros(pattern)))
    compiled = re.compile(re.sub(r"<<(\w+)>>", lambda name: _one_of(name[1]), spelled))
    if compiled.match(""):
        raise ValueError(f"pattern matches nothing at all: {pattern}")
    return compiled


_CLASS = re.compile(r"\[([^\]^]+)\]")


def readable(pattern: str) -> frozenset[str]:
    """The characters of kinds that a compiled pattern can read at all."""
    return frozenset().union(*_CLASS.findall(pattern))


_KIND = re.compile(r"\b[A-Z][A-Z0-9_]+\b")
_ATOM = re.compile(r"\(\?[!=][^()]*\)|\(\?P<\w+>|\(\?:|\(|\)|\||[A-Z][A-Z0-9_]+|[?*+]|\{\d*,?\d*\}")


def _expand_macros(pattern: str) -> str:
    for name, spelled in MACROS.items():
        pattern = re.sub(rf"\b{name}\b", spelled.replace("\\", r"\\"), pattern)
    return pattern


def _mark(pattern: str) -> str:
    return _KIND.sub(lambda name: f"<<{name[0]}>>", pattern)


def _one_of(kind: str) -> str:
    return f"[{''.join(sorted(members(kind)))}]"


def starts_of(pattern: str) -> frozenset[str]:
    """The characters with which a match of the pattern can begin."""
    atoms = _ATOM.findall(_expand_macros(pattern))
    starts, _, _ = _alternatives(atoms, 0)
    return frozenset(starts)


def _alternatives(atoms: list[str], at: int) -> tuple[set[str], bool, int]:
    starts: set[str] = set()
    is_empty = False
    while True:
        branch, may_be_empty, at = _sequence(atoms, at)
        starts |= branch
        is_empty = is_empty or may_be_empty
        if at >= len(atoms) or atoms[at] != "|":
            return starts, is_empty, at
        at += 1


def _sequence(atoms: list[str], at: int) -> tuple[set[str], bool, int]:
    starts: set[str] = set()
    is_empty = True
    while at < len(atoms) and atoms[at] not in "|)":
        atom, may_skip = atoms[at], False
        if atom.startswith(("(?!", "(?=")):
            at += 1
            continue
        if atom.startswith("("):
            found, may_skip, at = _alternatives(atoms, at + 1)
        else:
            found = set(members(atom))
        at += 1
        if at < len(atoms) and atoms[at][0] in "?*{":
            may_skip = may_skip or not atoms[at].startswith(("{1", "{2"))
            at += 1
        if is_empty:
            starts |= found
        is_empty = is_empty and may_skip
    return starts, is_empty, at
