"""Sentences of two documents laid side by side, in order."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.lineage.words import Bag

#: What a pair of sentences must exceed to be worth aligning: two sentences of one topic share
#: its names; on unrelated pairs of the labelled articles nine in ten stay below it.
GAP = 0.15
#: From here on two sentences say the same: above what unrelated pairs of one topic reach.
SAME = 0.25


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which sentences of ``a`` match which of ``b``: (index, index, likeness), both rising.

    ``share`` is the summed likeness over the length of the shorter document, ``same`` how many
    pairs say the same.
    """

    pairs: tuple[tuple[int, int, float], ...]
    shorter: int

    @property
    def share(self) -> float:
        return sum(pair[2] for pair in self.pairs) / self.shorter if self.shorter else 0.0

    @property
    def same(self) -> int:
        return sum(pair[2] >= SAME for pair in self.pairs)


def align(a: Sequence[Bag], b: Sequence[Bag]) -> Alignment:
    """The best matching of sentences that keeps both orders; skipping one costs nothing.

    A retelling keeps the order of the points; two reporters of one event do not.  Dynamic
    programming over the pairs that share words: quadratic in sentences, which are capped.
    """
    grid = _grid(a, b)
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, row in enumerate(grid):
        above, here = best[i], best[i + 1]
        for j, value in enumerate(row):
            take = above[j] + value - GAP if value > GAP else 0.0
            here[j + 1] = max(above[j + 1], here[j], take)
    return Alignment(_trace(grid, best), min(len(a), len(b)))


def _grid(a: Sequence[Bag], b: Sequence[Bag]) -> list[list[float]]:
    """Likeness of every pair of sentences, counted by shared words only."""
    grid = [[0.0] * len(b) for _ in a]
    holders: dict[str, list[tuple[int, float]]] = {}
    for j, bag in enumerate(b):
        for stem, value in bag.items():
            holders.setdefault(stem, []).append((j, value))
    for i, bag in enumerate(a):
        for stem, value in bag.items():
            for j, other in holders.get(stem, ()):
                grid[i][j] += min(value, other)
    left = [math.sqrt(sum(bag.values())) or 1.0 for bag in a]
    right = [math.sqrt(sum(bag.values())) or 1.0 for bag in b]
    return [
        [value / (left[i] * right[j]) for j, value in enumerate(row)] for i, row in enumerate(grid)
    ]


def _trace(grid: list[list[float]], best: list[list[float]]) -> tuple[tuple[int, int, float], ...]:
    pairs: list[tuple[int, int, float]] = []
    i, j = len(grid), len(best[0]) - 1
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j, grid[i][j]))
    return tuple(reversed(pairs))
