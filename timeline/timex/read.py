"""The first step: which words are time expressions, and what they say by themselves."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from timeline.timex import (
    absolute,
    clock,
    coarse,
    combine,
    counted,
    fiscal,
    lengths,
    portions,
    prefixes,
    ranging,
    relative,
    sets,
    vague,
)
from timeline.timex.fitting import Beginning, by_start, fitting
from timeline.timex.pieces import Pieces
from timeline.timex.rule import Match, Rule
from timeline.timex.value import Ended, Holiday, Point, Reading, Value
from timeline.values import dataclass, replace

RULES: tuple[Rule, ...] = (
    *fiscal.RULES,
    *absolute.RULES,
    *coarse.RULES,
    *portions.RULES,
    *relative.RULES,
    *counted.RULES,
    *clock.RULES,
    *lengths.RULES,
    *sets.RULES,
    *vague.RULES,
)


@dataclass(frozen=True, slots=True)
class Declined:
    """Words that a rule's pattern matched and its function turned down."""

    first: int
    end: int
    rule: str


@cache
def _by_start() -> Mapping[str, Beginning]:
    return by_start(RULES)


def read(pieces: Pieces, declined: list[Declined] | None = None) -> list[Reading]:
    """All expressions, in order and apart; neighbours that belong together are joined.

    At each piece the longest match wins, of equals the rule listed first.  ``declined`` collects,
    for ``trace``, what rules turned down.
    """
    joined = combine.join(pieces, list(_scan(pieces, declined)))
    return ranging.ranges(pieces, ranging.listed(pieces, joined))


@cache
def _opening() -> re.Pattern[str]:
    """The kinds with which an expression may begin."""
    return re.compile(f"[{re.escape(''.join(sorted({*prefixes.PREFIX_STARTS, *_by_start()})))}]")


def _scan(pieces: Pieces, declined: list[Declined] | None) -> Iterator[Reading]:
    kinds, starts, end = pieces.kinds, _by_start(), 0
    for found in _opening().finditer(kinds):
        at, kind = found.start(), found[0]
        if at < end:
            continue
        reading = None
        if kind in prefixes.PREFIX_STARTS:
            reading = _with_prefix(pieces, at, declined)
        if reading is None and kind in starts:
            reading = _core(pieces, at, declined)
        if reading is not None:
            yield reading
            end = reading.end


def _with_prefix(pieces: Pieces, at: int, declined: list[Declined] | None) -> Reading | None:
    prefix = prefixes.prefix(pieces.kinds, at)
    if prefix is None or pieces.kinds[at + prefix.length] not in _by_start():
        return None
    core = _core(pieces, at + prefix.length, declined)
    if core is None:
        return None
    if _may_reach(pieces.kinds, at, core.end):
        whole = _core(pieces, at, None)
        if whole is not None and whole.end >= core.end:
            return whole
    if not prefixes.fits(prefix.mod, core.value, pieces.lows[at : at + prefix.length]):
        return core
    if not prefix.mod and _stands_alone(core.value):
        return core
    return replace(core, first=at, mod=prefix.mod)


def _may_reach(kinds: str, at: int, end: int) -> bool:
    """Whether a rule that begins with the modifier itself fits as far: "the 20th"."""
    starts = _by_start()
    fits = fitting(starts[kinds[at]], kinds, at) if kinds[at] in starts else ()
    return bool(fits) and at + fits[0][1].end() >= end


def _stands_alone(value: Value) -> bool:
    """Whether a bare article before it is no part of it: "the Aug. 2 order"."""
    if isinstance(value, Ended | Holiday):
        return True
    return isinstance(value, Point) and value.toward is None and value.unit in ("D", "M", "Y")


def _core(pieces: Pieces, at: int, declined: list[Declined] | None) -> Reading | None:
    for rule, found in fitting(_by_start()[pieces.kinds[at]], pieces.kinds, at):
        value = rule.build(Match(pieces, found, at))
        if value is not None:
            return Reading(at, at + found.end(), rule.name, value)
        if declined is not None:
            declined.append(Declined(at, at + found.end(), rule.name))
    return None
