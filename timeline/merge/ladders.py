"""How far a measure has come: proposed, reported, enacted, in force, rescinded, each with its day.

A step is said of the measure as it stands: what still calls it a plan once it is made is none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.interval import Interval
from timeline.merge.choose import MADE, PLANNED, exactness
from timeline.merge.facts import UNDONE, Fact
from timeline.merge.measures import heads
from timeline.merge.settings import Settings
from timeline.merge.times import DATED
from timeline.model import Event, Mention, Rung, Status, When, WhenBasis

_RUMOURED = (Status.REPORTED, Status.ALLEGED)

Told = Sequence[tuple[Fact, Event]]


def climb(
    events: Sequence[Event], facts: Mapping[str, Fact], settings: Settings
) -> tuple[Event, ...]:
    """The events, in order of date, each measure with its ladder; what is the plan or the lifting
    of another has its step on that one's: "bars the H20" of April ends in the "rescinded" of July.
    """
    measure = heads(events, facts, settings)
    others: dict[int, list[Event]] = {}
    for place, head in measure.items():
        others.setdefault(measure.get(head, head), []).append(events[place])
    found = list(events)
    for place, event in enumerate(events):
        if event.type in settings.measures and place not in measure:
            told = [event, *others.get(place, ())]
            pairs = [(facts[name], one) for one in told for name in one.mentions]
            found[place] = replace(event, ladder=_ladder(pairs))
    return tuple(found)


def _ladder(told: Told) -> tuple[Rung, ...]:
    """Its steps by day: planned or rumoured before it was made, made, in effect, lifted."""
    done = _of(MADE, told)
    made = _finest([one for one in done if not one[0].time.effect] or done)
    steps = [replace(made, status=_settled(done))] if made else []
    effect = _finest([one for one in done if one[0].time.effect])
    lifted = [_finest(_of((status,), told)) for status in Status if status in UNDONE]
    for step in (effect and replace(effect, status=Status.IN_FORCE), *lifted):
        if step and all(_start(step) > _start(other) for other in steps):
            steps.append(step)
    settled = min(map(_start, steps), default=date.max)
    for kind in (PLANNED, _RUMOURED):
        early = [one for one in _of(kind, told) if _day(one[0]) < settled]
        if early:
            steps.append(_earliest(early))
    order = list(Status)
    return tuple(sorted(steps, key=lambda step: (_start(step), order.index(step.status))))


def _of(kind: Collection[Status], told: Told) -> Told:
    return [one for one in told if one[0].mention.status in kind]


def _settled(done: Told) -> Status:
    """What applies was enacted, unless nobody says so."""
    states = {fact.mention.status for fact, _ in done}
    return Status.IN_FORCE if states == {Status.IN_FORCE} else Status.ENACTED


def _finest(told: Told) -> Rung | None:
    """The step by who dates it best: "on March 2" before "in 2023"; of equals the earlier day."""
    if not told:
        return None
    rungs = [_rung(fact, event, told) for fact, event in told]
    order = {
        fact.mention.id: (fact.mention.when.basis not in DATED, fact.order) for fact, _ in told
    }
    return min(rungs, key=lambda rung: (-_exact(rung.when), _start(rung), order[rung.mention]))


def _earliest(told: Told) -> Rung:
    fact, event = min(told, key=lambda one: one[0].order)
    return _rung(fact, event, told)


def _rung(fact: Fact, event: Event, told: Told) -> Rung:
    said = min((one.mention.dct for one, _ in told if one.mention.dct), default=None)
    mention = fact.mention
    return Rung(mention.status, _when(mention, event), mention.id, said, event.id)


def _when(mention: Mention, event: Event) -> Interval | None:
    """The day of a step: of what was planned or rumoured, that of saying so; else that of the
    act, by the mention's own words or by its event's.
    """
    told = Interval.day(mention.dct) if mention.dct else mention.when.interval
    own = mention.when.interval if mention.when.basis in DATED else None
    if mention.status in PLANNED or mention.status in _RUMOURED:
        is_past = own and own.start and mention.dct and own.start <= mention.dct
        return own if is_past else told
    dated = event.when.interval if event.when.basis in DATED else None
    return own or dated or told


def _exact(when: Interval | None) -> float:
    return exactness(When(when, WhenBasis.EXPLICIT))


def _start(step: Rung) -> date:
    at = step.when
    return (at.start or at.last if at else None) or step.said or date.max


def _day(fact: Fact) -> date:
    return fact.mention.dct or date.max
