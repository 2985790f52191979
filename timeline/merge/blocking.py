"""Which mentions are worth scoring against each other, found without scoring all against all."""

import heapq
from collections import Counter, deque
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

#: Type, side, season, sign: whose latest mentions wait there.
Key = tuple[str, str, str, str]


def candidates(facts: Sequence[Fact], settings: Settings) -> list[tuple[int, int]]:
    """Index pairs, earlier first, sorted: of types that go together, on one side, of one season;
    or of one document.  Each mention meets a bounded number of earlier ones, so that time grows
    with the mentions and not with their square.
    """
    waiting: dict[Key, deque[int]] = {}
    found: list[tuple[int, int]] = []
    for fact in facts:
        family, own, index = settings.family(fact.type), fact.type, fact.index
        seen: list[int] = []
        for side, season, sign in _places(fact):
            for kind in family:
                queue = waiting.get((kind, side, season, sign))
                if queue is not None:
                    seen += queue
            queue = waiting.get((own, side, season, sign))
            if queue is None:
                queue = deque(maxlen=ALIKE if sign else RECENT)
                waiting[own, side, season, sign] = queue
            queue.append(index)
        found += [(i, index) for i in _most(Counter(seen))]
    return found


def _most(met: Counter[int]) -> list[int]:
    if len(met) <= MOST_PAIRS:
        return sorted(met)
    ranked = sorted(((count, i) for i, count in met.items()), reverse=True)
    return sorted(i for _, i in ranked[:MOST_PAIRS])


def _places(fact: Fact) -> list[tuple[str, str, str]]:
    """Side, season and sign of all who may be one with it; its document is a side of its own."""
    sides = sorted(fact.who.agent_roots or fact.who.patient_roots or ("",))
    signs, seasons = ("", *signs_of(fact)), _seasons(fact)
    places = [(side, season, sign) for side in sides for season in seasons for sign in signs]
    return [*places, (fact.mention.document, "in", "")]


def _seasons(fact: Fact) -> list[str]:
    first, last = fact.time.start // SEASON, (fact.time.end - 1) // SEASON
    head = range(first, min(first + ENDS, last + 1))
    tail = range(max(first, last - ENDS + 1), last + 1)
    return [str(season) for season in sorted({*head, *tail})]


def signs_of(fact: Fact) -> list[str]:
    """What it may share with others that tell the act: objects, figures, targets, rare words."""
    words = fact.said.words
    rare = heapq.nsmallest(RAREST, words, key=lambda stem: (-words[stem], stem))
    return sorted(fact.said.objects | fact.said.numbers | fact.who.patients | set(rare))
