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

#: What is known to a week or finer dates an act: an author who dates two so apart means two.
DAYS = 0.9
#: Days of a window from which on a type is a campaign, whose pushes each have a date.
CAMPAIGN = 45

Scored = tuple[float, int, int]


@dataclass(slots=True)
class _Group:
    """Mentions held to be one event, and what the next to join must meet.

    ``late`` is the latest start of what is dated or told as news, ``early`` the earliest end: the
    hole between them may not pass ``window``.  ``hit`` are the sides that an act that its targets
    make is aimed at, ``things`` the products it names, ``by`` the sides of who acts: what names
    none may not bridge two of others; ``dated`` the latest start and earliest end that a document
    gives it to the day or week.
    ``ties`` maps another group to (sum, count) of pair scores.
    """

    members: list[int]
    late: int
    early: int
    window: int
    hit: frozenset[str]
    things: frozenset[str]
    by: frozenset[str]
    dated: dict[str, tuple[int, int]]
    banned: frozenset[int] = frozenset()
    ties: dict[int, tuple[float, int]] = field(default_factory=dict)


def _alone(fact: Fact, settings: Settings) -> _Group:
    late, early = (0, 10**9) if fact.time.standing else (fact.time.start, fact.time.end)
    window = settings.window(fact.type, fact.type)
    aimed = fact.type in settings.target and not fact.who.vague
    hit = fact.who.patient_roots if aimed else frozenset()
    by = fact.who.agent_roots | fact.who.agent_firms
    exact = fact.time.hard and not fact.time.effect and fact.time.exact >= DAYS
    dated = {fact.mention.document: (fact.time.start, fact.time.end)} if exact else {}
    return _Group([fact.index], late, early, window, hit, fact.said.objects, by, dated)


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
    scored: Sequence[Scored],
    settings: Settings,
    same: Sequence[tuple[int, int]] = (),
    different: Sequence[tuple[int, int]] = (),
) -> Grouped:
    """Join the surest pairs first, as long as their groups fit; the order is always the same.

    ``same`` and ``different`` are judgements: they hold whatever the scores.  Raises SeedError
    where they contradict each other.
    """
    state = _State(facts, settings)
    state.tie(scored)
    sure = (pair for pair in scored if pair[0] >= THRESHOLD)
    for a, b in different:
        state.ban(a, b)
    for a, b in same:
        state.force(a, b)
    joined: list[Scored] = []
    refused: list[tuple[Scored, str]] = []
    for pair in sorted(sure, key=lambda pair: (-pair[0], pair[1], pair[2])):
        why = state.join(pair)
        if why is None:
            joined.append(pair)
        elif why:
            refused.append((pair, why))
    groups = sorted(tuple(sorted(found.members)) for found in state.groups.values())
    return Grouped(tuple(groups), tuple(joined), tuple(refused))


def _parted(a: _Group, b: _Group, *, unsaid: bool) -> str | None:
    """Why two groups cannot be one, whatever their likest mentions say; None if they can.

    ``unsaid``: one of the two mentions does not say who acts.
    """
    if max(a.late, b.late) - min(a.early, b.early) >= max(a.window, b.window):
        return "their groups are dated too far apart"
    if unsaid and a.by and b.by and a.by.isdisjoint(b.by):
        return "their groups are by others"
    if a.hit and b.hit and a.hit.isdisjoint(b.hit):
        return "their groups hit others"
    if a.things and b.things and a.things.isdisjoint(b.things):
        return "their groups name other things"
    if max(a.window, b.window) < CAMPAIGN and _two_days(a, b):
        return "one author dates them apart"
    if not a.banned.isdisjoint(b.members) or not b.banned.isdisjoint(a.members):
        return "judged to be different"
    return None


def _two_days(a: _Group, b: _Group) -> bool:
    """Whether a document dates one by a day of this week, the other by one of last week."""
    for name in a.dated.keys() & b.dated.keys():
        (late, early), (start, end) = a.dated[name], b.dated[name]
        if max(late, start) > min(early, end):
            return True
    return False


class _State:
    """The groups as they grow; a mention's group is found by following ``parent``."""

    def __init__(self, facts: Sequence[Fact], settings: Settings) -> None:
        self.agents = [bool(fact.who.agents) for fact in facts]
        self.parent = list(range(len(facts)))
        self.groups: dict[int, _Group] = {}
        for fact in facts:
            self.groups[fact.index] = _alone(fact, settings)

    def tie(self, pairs: Iterable[Scored]) -> None:
        """Let the groups of single mentions know their scored pairs."""
        for score, a, b in pairs:
            self.groups[a].ties[b] = self.groups[b].ties[a] = (score, 1)

    def ban(self, a: int, b: int) -> None:
        """Keep two mentions apart because somebody judged so."""
        self.groups[a].banned |= {b}
        self.groups[b].banned |= {a}

    def find(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, pair: Scored) -> str | None:
        """None if the groups of the pair were joined, "" if they are one, else why not."""
        left, right = self.find(pair[1]), self.find(pair[2])
        if left == right:
            return ""
        a, b = self.groups[left], self.groups[right]
        total, count = a.ties[right]
        mean = total / count
        if BEST * pair[0] + (1 - BEST) * mean < THRESHOLD:
            return f"their groups are too little alike ({mean:.2f} on average)"
        unsaid = not (self.agents[pair[1]] and self.agents[pair[2]])
        why = _parted(a, b, unsaid=unsaid)
        if why is None:
            self._merge(left, right)
        return why

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
        kept.hit |= gone.hit
        kept.by |= gone.by
        for name, (start, end) in gone.dated.items():
            late, early = kept.dated.get(name, (start, end))
            kept.dated[name] = max(late, start), min(early, end)
        kept.things |= gone.things
        kept.ties.pop(right, None)
        for other, (total, count) in gone.ties.items():
            if other == left:
                continue
            ours = kept.ties.get(other, (0.0, 0))
            tie = (ours[0] + total, ours[1] + count)
            ties = self.groups[other].ties
            ties.pop(right)
            kept.ties[other] = ties[left] = tie
