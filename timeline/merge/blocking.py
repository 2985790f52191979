"""Which mentions are worth scoring against each other, found without scoring all against all."""

import heapq
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from timeline.merge.facts import Fact
from timeline.merge.settings import Settings

#: Of one block, the latest so many, whatever they say.
RECENT = 16
#: And of those that share an object, a number, an actor or a rare word with it, the latest.
ALIKE = 6
#: Of all these, so many that were met most often.
MOST_PAIRS = 24
#: The rarest words of a claim that look up others.
RAREST = 3
#: Days of a season: a block holds what happened in one.
SEASON = 91
#: An interval of years is looked up by its first and last seasons.
ENDS = 4

Key = tuple[str, str, str]


def candidates(facts: Sequence[Fact], settings: Settings) -> list[tuple[int, int]]:
    """Index pairs, earlier first, sorted: of types that go together, on one side, of one season;
    or of one document.  Each mention meets a bounded number of earlier ones, so that time grows
    with the mentions and not with their square.
    """
    blocks: dict[Key, deque[int]] = defaultdict(lambda: deque(maxlen=RECENT))
    shared: dict[tuple[Key, str], deque[int]] = defaultdict(lambda: deque(maxlen=ALIKE))
    found: list[tuple[int, int]] = []
    for fact in facts:
        met: Counter[int] = Counter()
        signs = _signs(fact)
        for block in _blocks(fact, settings):
            met.update(blocks[block])
            blocks[block].append(fact.index)
            for sign in signs:
                queue = shared[block, sign]
                met.update(queue)
                queue.append(fact.index)
        for kinds in _kinds(fact, settings):
            block = (kinds, "in", fact.mention.document)
            met.update(blocks[block])
            blocks[block].append(fact.index)
        found.extend((i, fact.index) for i in _most(met))
    return found


def _most(met: Counter[int]) -> list[int]:
    if len(met) <= MOST_PAIRS:
        return sorted(met)
    return sorted(heapq.nlargest(MOST_PAIRS, met, key=lambda i: (met[i], i)))


def _blocks(fact: Fact, settings: Settings) -> list[Key]:
    """Each pair of types that it may be in, each side that acts (or bears it), each season."""
    sides = sorted(fact.who.agent_roots or fact.who.patient_roots or ("",))
    seasons = _seasons(fact)
    return [
        (kinds, side, season)
        for kinds in _kinds(fact, settings)
        for side in sides
        for season in seasons
    ]


def _kinds(fact: Fact, settings: Settings) -> list[str]:
    own = fact.type
    return [" ".join(sorted((own, peer))) for peer in settings.family(own)]


def _seasons(fact: Fact) -> list[str]:
    first, last = fact.time.start // SEASON, (fact.time.end - 1) // SEASON
    head = range(first, min(first + ENDS, last + 1))
    tail = range(max(first, last - ENDS + 1), last + 1)
    return [str(season) for season in sorted({*head, *tail})]


def _signs(fact: Fact) -> list[str]:
    words = fact.said.words
    rare = heapq.nsmallest(RAREST, words, key=lambda stem: (-words[stem], stem))
    return sorted(fact.said.objects | fact.said.numbers | fact.who.patients | set(rare))
