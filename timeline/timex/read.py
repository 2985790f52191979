"""The first step: which words are time expressions, and what they say by themselves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from timeline.timex import (
    absolute,
    clock,
    coarse,
    combine,
    counted,
    fiscal,
    lengths,
    portions,
    ranging,
    relative,
    vague,
)
from timeline.timex.pieces import BREAK, WORD, Pieces
from timeline.timex.rule import Match, Rule
from timeline.timex.value import Ended, Holiday, Point, Reading, Value
from timeline.values import dataclass

RULES: tuple[Rule, ...] = (
    *fiscal.RULES,
    *absolute.RULES,
    *coarse.RULES,
    *portions.RULES,
    *relative.RULES,
    *counted.RULES,
    *clock.RULES,
    *lengths.RULES,
    *vague.RULES,
)


_TELLING = re.compile(f"[^{re.escape(WORD + BREAK)}]")


@dataclass(frozen=True, slots=True)
class Declined:
    """Words that a rule's pattern matched and its function turned down."""

    first: int
    end: int
    rule: str


@cache
def _by_start() -> Mapping[str, tuple[Rule, ...]]:
    """The rules that can start with each character of ``Pieces.kinds``."""
    starts = sorted(frozenset().union(*(rule.starts for rule in RULES)))
    return {start: tuple(r for r in RULES if start in r.starts) for start in starts}


def read(pieces: Pieces, declined: list[Declined] | None = None) -> list[Reading]:
    """All expressions, in order and apart; neighbours that belong together are joined.

    At each piece the longest match wins, of equals the rule listed first.  ``declined`` collects,
    for ``trace``, what rules turned down.
    """
    joined = combine.join(pieces, list(_scan(pieces, declined)))
    return ranging.ranges(pieces, ranging.listed(pieces, joined))


def _scan(pieces: Pieces, declined: list[Declined] | None) -> Iterator[Reading]:
    kinds, starts, end = pieces.kinds, _by_start(), 0
    for found in _TELLING.finditer(kinds):
        at, kind = found.start(), found[0]
        if at < end:
            continue
        reading = None
        if kind in combine.PREFIX_STARTS:
            reading = _with_prefix(pieces, at, declined)
        if reading is None and kind in starts:
            reading = _core(pieces, at, declined)
        if reading is not None:
            yield reading
            end = reading.end


def _with_prefix(pieces: Pieces, at: int, declined: list[Declined] | None) -> Reading | None:
    prefix = combine.prefix(_run(pieces, at))
    if prefix is None or pieces.kinds[at + prefix.length] not in _by_start():
        return None
    core = _core(pieces, at + prefix.length, declined)
    if core is None:
        return None
    whole = _core(pieces, at, None) if pieces.kinds[at] in _by_start() else None
    if whole is not None and whole.end >= core.end:
        return whole
    if not combine.fits(prefix.mod, core.value, pieces.lows[at : at + prefix.length]):
        return core
    if not prefix.mod and _stands_alone(core.value):
        return core
    return replace(core, first=at, mod=prefix.mod)


def _stands_alone(value: Value) -> bool:
    """Whether a bare article before it is no part of it: "the Aug. 2 order"."""
    if isinstance(value, Ended | Holiday):
        return True
    return isinstance(value, Point) and value.toward is None and value.unit in ("D", "M", "Y")


def _core(pieces: Pieces, at: int, declined: list[Declined] | None) -> Reading | None:
    for rule, found in _fitting(_run(pieces, at)):
        value = rule.build(Match(pieces, found, at))
        if value is not None:
            return Reading(at, at + found.end(), rule.name, value)
        if declined is not None:
            declined.append(Declined(at, at + found.end(), rule.name))
    return None


_RUN = re.compile(f"[^{re.escape(WORD + BREAK)}]{{1,48}}")  # longer than any pattern


def _run(pieces: Pieces, at: int) -> str:
    """The kinds from a piece on, up to a word of no kind or the sentence's end."""
    found = _RUN.match(pieces.kinds, at)
    return found[0] if found else ""


@lru_cache(maxsize=8192)
def _fitting(run: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """The rules that fit the kinds at the head of a run, the longest match first.

    A run ends before a word of no kind, which no rule reads across, so what fits it is the same
    wherever it stands.
    """
    matches = []
    for order, rule in enumerate(_by_start()[run[0]]):
        found = rule.pattern.match(run)
        if found and found.end():
            matches.append((-found.end(), order, rule, found))
    matches.sort(key=lambda match: match[:2])
    return tuple((rule, found) for _, _, rule, found in matches)
