"""A measure and its lifting: two events, one ladder."""

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.merge.blocking import signs_of
from timeline.merge.facts import Fact
from timeline.merge.settings import Settings
from timeline.model import Event, Rung, Status

UNDONE = (Status.RESCINDED, Status.SUSPENDED)
#: Of one side, the latest so many measures that share an object or a rare word.
LATEST = 8
#: How like the words of a measure those of its lifting must be where no object is shared.
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class _Act:
    """An event with what it is compared by."""

    place: int
    types: frozenset[str]
    objects: frozenset[str]
    words: Mapping[str, float]


def complete(
    events: Sequence[Event], facts: Mapping[str, Fact], settings: Settings
) -> tuple[Event, ...]:
    """The events, in order of date, each with the lifting of its measure as its last step: "bars
    the H20" in April gets the "rescinded" of July, which stays an event of its own.
    """
    found = list(events)
    waiting: dict[tuple[str, str], deque[_Act]] = defaultdict(lambda: deque(maxlen=LATEST))
    for place, event in enumerate(events):
        told = [facts[name] for name in event.mentions]
        if not any(fact.type in settings.noticed for fact in told):
            continue
        act, keys = _act(place, told), sorted(set(_keys(told)))
        if event.status not in UNDONE:
            for key in keys:
                waiting[key].append(act)
            continue
        measure = _measure(act, [other for key in keys for other in waiting[key]], settings)
        if measure is not None:
            undone = found[measure.place]
            steps = undone.ladder or (Rung(undone.status, undone.when.interval, undone.first),)
            last = Rung(event.status, event.when.interval, event.first)
            found[measure.place] = replace(undone, ladder=(*steps, last))
    return tuple(found)


def _keys(told: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    for fact in told:
        for root in fact.who.agent_roots:
            yield from ((root, sign) for sign in signs_of(fact))


def _act(place: int, told: Sequence[Fact]) -> _Act:
    words: dict[str, float] = {}
    for fact in told:
        words |= fact.said.words
    objects = frozenset(thing for fact in told for thing in fact.said.objects)
    return _Act(place, frozenset(fact.type for fact in told), objects, words)


def _measure(act: _Act, others: Sequence[_Act], settings: Settings) -> _Act | None:
    """The likest of the measures that may be meant, of equals the latest."""
    likest: tuple[float, int] = (ALIKE, -1)
    found = None
    for other in others:
        if not any(settings.fit(a, b) for a in act.types for b in other.types):
            continue
        if act.objects and other.objects and act.objects.isdisjoint(other.objects):
            continue
        alike = _alike(act.words, other.words) + bool(act.objects & other.objects)
        if (alike, other.place) > likest:
            likest, found = (alike, other.place), other
    return found


def _alike(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of the words."""
    shared = sum(weight * weight for stem, weight in a.items() if stem in b)
    norms = [sum(weight * weight for weight in words.values()) for words in (a, b)]
    return shared / math.sqrt(norms[0] * norms[1]) if shared else 0.0
