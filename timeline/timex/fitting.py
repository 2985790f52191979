"""Which rules fit the kinds from a piece on: each run of kinds is tried once.

A run ends before the first kind that no rule with that beginning can read, so that runs met before
come again even where dates stand thick: "20 days ago," says nothing of what follows the comma.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.timex.rule import Rule, readable

Fit = tuple[Rule, re.Match[str]]
_MOST = 48  # kinds: more than any pattern reads


class Beginning:
    """The rules that one kind begins; ``run`` matches what they can read, ``fits`` tries it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        kinds = "".join(sorted(readable("".join(rule.pattern.pattern for rule in rules))))
        self.run = re.compile(f"[{re.escape(kinds)}]{{1,{_MOST}}}").match
        self.fits = lru_cache(maxsize=4096)(self._fits)

    def _fits(self, run: str) -> tuple[Fit, ...]:
        """The rules that fit the head of a run, the longest match first, of equals the first."""
        matches = []
        for order, rule in enumerate(self.rules):
            found = rule.pattern.match(run)
            if found and found.end():
                matches.append((-found.end(), order, rule, found))
        matches.sort(key=lambda match: match[:2])
        return tuple((rule, found) for _, _, rule, found in matches)


def by_start(rules: Sequence[Rule]) -> Mapping[str, Beginning]:
    """The rules by the characters of ``Pieces.kinds`` that they begin with."""
    starts = sorted(frozenset().union(*(rule.starts for rule in rules)))
    return {start: Beginning([rule for rule in rules if start in rule.starts]) for start in starts}


def fitting(beginning: Beginning, kinds: str, at: int) -> tuple[Fit, ...]:
    """What fits at a piece, the longest match first."""
    run = beginning.run(kinds, at)
    return beginning.fits(run[0]) if run else ()
