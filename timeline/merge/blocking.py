"""Which mentions are worth scoring against each other, found without scoring all against all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import neg

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

#: Side, season, sign; and of one type: whose latest mentions wait there.
Place = tuple[str, str, str]
Waiting = dict[Place, list[int]]


def candidates(facts: Sequence[Fact], settings: Settings) -> list[tuple[int, int]]:
    """Index pairs, earlier first, sorted: of types that go together, on one side, of one season;
    or of one document.  Each mention meets a bounded number of earlier ones, so that time grows
    with the mentions and not with their square.
    """
    waiting: dict[str, Waiting] = defaultdict(dict)
    found: list[tuple[int, int]] = []
    for fact in facts:
        looks, waits = _places(fact)
        met = _met(looks, settings.family(fact.type), waiting)
        found += [(i, fact.index) for i in _most(met)]
        _wait(fact, waits, waiting[fact.type])
    return found


def _met(
    places: Iterable[Place], family: Iterable[str], waiting: Mapping[str, Waiting]
) -> list[int]:
    """All that wait where it looks, each as often as it is met."""
    seen: list[int] = []
    for kind in family:
        if kind in waiting:
            there = waiting[kind]
            for place in filter(there.__contains__, places):
                seen += there[place]
    return seen


def _wait(fact: Fact, places: Iterable[Place], waiting: Waiting) -> None:
    """Let it be met by later ones: of each place the latest stay."""
    for place in places:
        if (there := waiting.get(place)) is None:
            waiting[place] = [fact.index]
        else:
            there.append(fact.index)
            if len(there) > (ALIKE if place[2] else RECENT):
                del there[0]


def _most(met: Sequence[int]) -> list[int]:
    each = sorted(set(met))
    if len(each) <= MOST_PAIRS:
        return each
    ranked = sorted(((count, i) for i, count in Counter(met).items()), reverse=True)
    return sorted(i for _, i in ranked[:MOST_PAIRS])


def _places(fact: Fact) -> tuple[list[Place], list[Place]]:
    """Side, season and sign of all who may be one with it, and where it waits for later ones; its
    document is a side of its own.

    Who acts is not always said: such a mention meets all that hit the same side, whoever acts.
    """
    agents, hit = sorted(fact.who.agent_roots), sorted(fact.who.patient_roots)
    signs, seasons = ("", *signs_of(fact)), _seasons(fact)

    def at(sides: Iterable[str], signs: Iterable[str]) -> list[Place]:
        return [(side, season, sign) for side in sides for season in seasons for sign in signs]

    own = [(fact.mention.document, "in", "")]
    after = at([f"{side} hit" for side in hit], ("",))
    unsaid = [f"{side} hit by somebody" for side in hit]
    if not agents:
        own += at(unsaid or ("",), signs)
        return [*own, *after], own
    own += at(agents, signs)
    return [*own, *at(unsaid, ("",))], [*own, *after]


def _seasons(fact: Fact) -> list[str]:
    first, last = fact.time.start // SEASON, (fact.time.end - 1) // SEASON
    if last < first + 2 * ENDS:
        return list(map(str, range(first, last + 1)))
    head = range(first, min(first + ENDS, last + 1))
    tail = range(max(first, last - ENDS + 1), last + 1)
    return [str(season) for season in sorted({*head, *tail})]


def signs_of(fact: Fact) -> list[str]:
    """What it may share with others that tell the act: objects, figures, targets, rare words."""
    words = fact.said.words
    rare = sorted(zip(map(neg, words.values()), words, strict=True))[:RAREST]
    return sorted(
        fact.said.objects | fact.said.numbers | fact.who.patients | {stem for _, stem in rare}
    )
