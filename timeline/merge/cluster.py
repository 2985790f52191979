"""Scored pairs of mentions to groups: best first, checked as groups, a person's word above all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.errors import SeedError
from timeline.merge.facts import Fact
from timeline.merge.settings import Settings

#: From here on two mentions, and two groups, are one event.
THRESHOLD = 0.45
#: Two groups are as alike as their best pair, this much, and as all their scored pairs for the
#: rest: the best alone chains campaigns, the mean alone splits what is told at length.
BEST = 0.75

Scored = tuple[float, int, int]


@dataclass(slots=True)
class _Group:
    """Mentions held to be one event, and what the next to join must meet.

    ``late`` is the latest start of a dated mention, ``early`` the earliest end: the hole between
    them may not pass ``window``.  ``ties`` maps another group to (sum, count) of pair scores.
    """

    members: list[int]
    late: int
    early: int
    window: int
    banned: set[int] = field(default_factory=set)
    ties: dict[int, tuple[float, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of indexes, each sorted, by their first; the pairs that joined them; and pairs that
    were sure enough but refused, with the reason.
    """

    groups: tuple[tuple[int, ...], ...]
    joined: tuple[Scored, ...]
    refused: tuple[tuple[Scored, str], ...]


def group(
    facts: Sequence[Fact],
    scored: Iterable[Scored],
    settings: Settings,
    same: Sequence[tuple[int, int]] = (),
    different: Sequence[tuple[int, int]] = (),
) -> Grouped:
    """Join the surest pairs first, as long as their groups fit; the order is always the same.

    ``same`` and ``different`` are judgements: they hold whatever the scores.  Raises SeedError
    where they contradict each other.
    """
    state = _State(facts, settings)
    pairs = sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2]))
    for score, a, b in pairs:
        state.groups[a].ties[b] = state.groups[b].ties[a] = (score, 1)
    for a, b in different:
        state.groups[a].banned.add(b)
        state.groups[b].banned.add(a)
    for a, b in same:
        state.force(a, b)
    joined: list[Scored] = []
    refused: list[tuple[Scored, str]] = []
    for pair in pairs:
        if pair[0] < THRESHOLD:
            break
        why = state.join(pair)
        if why is None:
            joined.append(pair)
        elif why:
            refused.append((pair, why))
    groups = sorted(tuple(sorted(found.members)) for found in state.groups.values())
    return Grouped(tuple(groups), tuple(joined), tuple(refused))


class _State:
    """The groups as they grow; a mention's group is found by following ``parent``."""

    def __init__(self, facts: Sequence[Fact], settings: Settings) -> None:
        self.parent = list(range(len(facts)))
        self.groups: dict[int, _Group] = {}
        for fact in facts:
            late, early = (fact.time.start, fact.time.end) if fact.time.hard else (0, 10**9)
            window = settings.window(fact.type, fact.type)
            self.groups[fact.index] = _Group([fact.index], late, early, window)

    def find(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, pair: Scored) -> str | None:
        """None if the groups of the pair were joined, "" if they are one, else why not."""
        score, left, right = pair[0], self.find(pair[1]), self.find(pair[2])
        if left == right:
            return ""
        a, b = self.groups[left], self.groups[right]
        total, count = a.ties[right]
        mean = total / count
        if BEST * score + (1 - BEST) * mean < THRESHOLD:
            return f"their groups are too little alike ({mean:.2f} on average)"
        if max(a.late, b.late) - min(a.early, b.early) >= max(a.window, b.window):
            return "their groups are dated too far apart"
        if not a.banned.isdisjoint(b.members) or not b.banned.isdisjoint(a.members):
            return "judged to be different"
        self._merge(left, right)
        return None

    def force(self, a: int, b: int) -> None:
        """Join two mentions because somebody judged so."""
        left, right = self.find(a), self.find(b)
        if not self.groups[left].banned.isdisjoint(self.groups[right].members):
            raise SeedError(
                "judgements.csv: two mentions are judged the same and, by another row or through "
                "others, different: remove one of the rows"
            )
        if left != right:
            self._merge(left, right)

    def _merge(self, left: int, right: int) -> None:
        """Pour the group with fewer ties into the other."""
        if len(self.groups[left].ties) < len(self.groups[right].ties):
            left, right = right, left
        kept, gone = self.groups[left], self.groups.pop(right)
        self.parent[right] = left
        kept.members += gone.members
        kept.banned |= gone.banned
        kept.late, kept.early = max(kept.late, gone.late), min(kept.early, gone.early)
        kept.window = max(kept.window, gone.window)
        kept.ties.pop(right, None)
        for other, (total, count) in gone.ties.items():
            if other == left:
                continue
            ours = kept.ties.get(other, (0.0, 0))
            tie = (ours[0] + total, ours[1] + count)
            ties = self.groups[other].ties
            ties.pop(right)
            kept.ties[other] = ties[left] = tie
