"""Which events are one measure: its plan, its making, its lifting."""

import math
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from timeline.merge.blocking import signs_of
from timeline.merge.choose import PLANNED
from timeline.merge.facts import UNDONE, Fact
from timeline.merge.settings import Settings
from timeline.model import Event

#: Of one side, the latest so many measures that share an object or a rare word.
LATEST = 8
#: How like the words of a measure those of its plan or lifting must be where no object is shared.
ALIKE = 0.3
#: Days for which a plan waits to be carried out.
WAITS = 400


@dataclass(frozen=True, slots=True)
class _Act:
    """An event with what it is compared by; ``day`` is that of its plan's telling, or its own."""

    place: int
    day: int
    types: frozenset[str]
    objects: frozenset[str]
    words: Mapping[str, float]
    keys: tuple[tuple[str, str], ...]
    is_plan: bool
    is_lifting: bool
    eases: bool


def heads(events: Sequence[Event], facts: Mapping[str, Fact], settings: Settings) -> dict[int, int]:
    """The place of each plan or lifting to that of the measure that was planned, or lifted:
    "bars the H20" in April, and its "rescinded" of July, which stays an event of its own.
    """
    found: dict[int, int] = {}
    plans: dict[tuple[str, str], deque[_Act]] = defaultdict(lambda: deque(maxlen=LATEST))
    made: dict[tuple[str, str], deque[_Act]] = defaultdict(lambda: deque(maxlen=LATEST))
    acts = _acts(events, facts, settings)
    for act in sorted(acts, key=lambda act: (act.day, not act.is_plan, act.place)):
        waiting = plans if act.is_plan else made
        if act.is_lifting:
            meant = _likest(act, _met(act, made), settings)
            if meant is not None:
                found[act.place] = meant.place
                continue
        elif not act.is_plan:
            planned = _likest(act, _met(act, plans), settings)
            if planned is not None and planned.place not in found:
                found[planned.place] = act.place
        for key in act.keys:
            waiting[key].append(act)
    return found


def _acts(events: Sequence[Event], facts: Mapping[str, Fact], settings: Settings) -> Iterator[_Act]:
    for place, event in enumerate(events):
        told = [facts[name] for name in event.mentions]
        if event.type in settings.measures:
            yield _act(place, event, told)


def _act(place: int, event: Event, told: Sequence[Fact]) -> _Act:
    words: dict[str, float] = {}
    for fact in told:
        words |= fact.said.words
    is_plan = all(fact.mention.status in PLANNED for fact in told)
    at = event.when.interval
    known = at.start or at.end if at and not is_plan else None
    settled = [fact for fact in told if fact.mention.status not in PLANNED]
    return _Act(
        place,
        (known or told[0].mention.dct or date.max).toordinal(),
        frozenset(fact.type for fact in told),
        frozenset(thing for fact in told for thing in fact.said.objects),
        words,
        tuple(sorted(set(_keys(told)))),
        is_plan,
        event.status in UNDONE and all(fact.said.direction < 0 for fact in settled),
        sum(fact.said.direction for fact in told) < 0,
    )


def _keys(told: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    for fact in told:
        if fact.who.agent_roots:
            yield from product(fact.who.agent_roots, signs_of(fact))


def _met(act: _Act, waiting: Mapping[tuple[str, str], deque[_Act]]) -> Iterator[_Act]:
    """Those that share a side and a sign with it, and were there before it."""
    for key in act.keys:
        for other in waiting.get(key, ()):
            if other.day < act.day:
                yield other


def _likest(act: _Act, others: Iterable[_Act], settings: Settings) -> _Act | None:
    """The likest of the plans (or measures) that may be meant, of equals the latest."""
    likest: tuple[float, int] = (ALIKE, -1)
    found = None
    for other in others:
        if not _may_be_one(act, other, settings):
            continue
        alike = _alike(act.words, other.words) + bool(act.objects & other.objects)
        if (alike, other.place) > likest:
            likest, found = (alike, other.place), other
    return found


def _may_be_one(act: _Act, other: _Act, settings: Settings) -> bool:
    """A lifting lifts what does not itself ease; a plan points where its measure does."""
    if other.eases is not (act.eases and not act.is_lifting):
        return False
    if other.is_plan and act.day - other.day > WAITS:
        return False
    if act.objects and other.objects and act.objects.isdisjoint(other.objects):
        return False
    return any(settings.fit(a, b) for a in act.types for b in other.types)


def _alike(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of the words."""
    shared = sum(weight * weight for stem, weight in a.items() if stem in b)
    norms = [sum(weight * weight for weight in words.values()) for words in (a, b)]
    return shared / math.sqrt(norms[0] * norms[1]) if shared else 0.0
