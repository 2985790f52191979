"""What stands before a reading and changes it: "nearly", "the end of the", "mid-"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.timex.rule import compile_kinds, readable, starts_of
from timeline.timex.value import Clock, Fixed, Holiday, Length, Point, Shift, Value
from timeline.values import dataclass

_PREFIX = (
    "(?:(?P<at_least>AT AT_LEAST)|(?P<at_most>AT AT_MOST|UP TO)|(?P<more>MORE THAN|OVER(?!THE))"
    "|(?P<less>LESS THAN|NEARLY)|(?P<about>ABOUT)|(?P<just>JUST))? "
    "(?:(?P<early>EARLY|EARLIER) (?:HYPHEN|IN|ON)?|(?P<mid>MID) HYPHEN?|(?P<late>LATE|LATER)"
    " (?:HYPHEN|IN|ON)?|SOME_TIME IN?)? THE? VERY?"
    "(?:(?P<start>START) OF|(?P<middle>MID) OF|(?P<end>END) (?:OF|HYPHEN))? THE?"
)


PREFIX = compile_kinds(f"(?:{_PREFIX})(?=[^.])")


PREFIX_STARTS = starts_of(_PREFIX)


_MODS = {
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
    "more": "MORE_THAN",
    "less": "LESS_THAN",
    "about": "APPROX",
    "early": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
}


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a reading: how many pieces, and TIMEX3's mod for it."""

    length: int
    mod: str


_RUN = re.compile(f"[{re.escape(''.join(sorted(readable(PREFIX.pattern))))}]{{1,12}}[^.]?")


def prefix(kinds: str, at: int) -> Prefix | None:
    """The modifiers and articles that stand at a piece: "nearly", "the end of the"."""
    run = _RUN.match(kinds, at)
    return _prefix(run[0]) if run else None


@lru_cache(maxsize=4096)
def _prefix(run: str) -> Prefix | None:
    found = PREFIX.match(run)
    if not found or not found.end():
        return None
    said = [mod for words, mod in zip(found.group(*_MODS), _MODS.values(), strict=True) if words]
    return Prefix(found.end(), said[-1] if said else "")


def fits(mod: str, value: Value, lows: Sequence[str]) -> bool:
    """Whether a modifier can stand before a value: "early" before dates, "over" before lengths."""
    if mod in ("MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"):
        return (
            isinstance(value, Length)
            or (isinstance(value, Shift) and value.sign < 0)
            or (isinstance(value, Shift) and "over" in lows)
        )
    if mod == "APPROX" and isinstance(value, Point):
        return value.unit != "C"
    if mod in ("START", "MID", "END"):
        return isinstance(value, Point | Shift | Fixed | Holiday | Clock)
    return True
