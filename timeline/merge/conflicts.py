"""Where the mentions of one event contradict each other."""

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.merge.choose import PLANNED
from timeline.merge.cluster import CAMPAIGN
from timeline.merge.facts import UNDONE, Fact
from timeline.merge.times import DATED
from timeline.model import Conflict, Mention, Role, Status

#: Contradictions kept of each field: one tells the reader, twenty hide the event.
MOST = 3
_DONE = (Status.ENACTED, Status.IN_FORCE, Status.OCCURRED)
_NOT_YET = (Status.PROPOSED, Status.SPECULATION)
_UNIT = re.compile(r"[\d.,e+-]+")


def conflicts(facts: Sequence[Fact], dated: Mention) -> tuple[Conflict, ...]:
    """Contradictions in date, number, status and actor, each pair of values once; ``dated`` gives
    the event's date.
    """
    found = [*_dates(facts, dated), *_numbers(facts), *_statuses(facts), *_actors(facts)]
    kept: dict[tuple[str, str, str], Conflict] = {}
    many: dict[str, int] = {}
    for conflict in found:
        key = (conflict.field, conflict.a_says, conflict.b_says)
        if key not in kept and many.get(conflict.field, 0) < MOST:
            kept[key] = conflict
            many[conflict.field] = many.get(conflict.field, 0) + 1
    return tuple(kept.values())


def _dates(facts: Sequence[Fact], dated: Mention) -> Iterator[Conflict]:
    """Dates of the act itself that share no day with the event's.  No other date of it are that
    of its effect, that of the plan that came before it, and those of a campaign's pushes.
    """
    best = dated.when.interval
    if best is None or dated.when.basis not in DATED:
        return
    said: set[str] = set()
    for fact in facts:
        other = fact.mention.when.interval
        if other is None or fact.mention.when.basis not in DATED or other.edtf in said:
            continue
        if fact.time.effect or fact.window >= CAMPAIGN or not _is_one_step(fact.mention, dated):
            continue
        if not (best.meets(other) or best.approximate or other.approximate):
            said.add(other.edtf)
            yield Conflict("date", dated.id, best.edtf, fact.mention.id, other.edtf)


def _is_one_step(a: Mention, b: Mention) -> bool:
    """Whether both tell of what is planned, or of what is made, or of what is lifted."""
    return all((a.status in step) is (b.status in step) for step in (PLANNED, UNDONE))


def _numbers(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """One figure of a unit each, of the same object, in two documents, and not the same."""
    told: dict[str, list[tuple[str, Fact]]] = {}
    for fact in facts:
        for unit, values in _by_unit(fact).items():
            if len(values) == 1:
                told.setdefault(unit, []).append((values[0], fact))
    for _, pairs in sorted(told.items()):
        value, first = pairs[0]
        for other, fact in pairs[1:]:
            apart = fact.mention.document != first.mention.document
            alike = fact.type == first.type and fact.said.objects == first.said.objects
            if other != value and apart and alike:
                yield Conflict("number", first.mention.id, value, fact.mention.id, other)


def _by_unit(fact: Fact) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number in sorted(set(fact.mention.claim.numbers)):
        unit = _UNIT.sub("", number).strip()
        if unit:
            found.setdefault(unit, []).append(number)
    return found


def _statuses(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Still proposed where another has told, on a day before, that it was done; "will take effect"
    is said of what is made.
    """
    done = next((fact for fact in facts if fact.mention.status in _DONE), None)
    if done is None:
        return
    for fact in facts:
        later = fact.order[0] > done.order[0]
        if fact.mention.status in _NOT_YET and fact.type == done.type and later:
            yield Conflict(
                "status", done.mention.id, done.mention.status, fact.mention.id, fact.mention.status
            )


def _actors(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Initiators of another side than the first one's; "Chinese companies" are no other side than
    a Chinese company.
    """
    told = [fact for fact in facts if _initiators(fact.mention) and fact.who.agents]
    for fact in told[1:]:
        if not _sides(fact) & _sides(told[0]):
            yield Conflict(
                "actor",
                told[0].mention.id,
                _initiators(told[0].mention),
                fact.mention.id,
                _initiators(fact.mention),
            )


def _sides(fact: Fact) -> frozenset[str]:
    return fact.who.agent_roots | fact.who.agent_firms


def _initiators(mention: Mention) -> str:
    return "; ".join(p.actor.name for p in mention.participants if p.role is Role.INITIATOR)


def reports_of(mentions: Sequence[Mention], reports: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the independent reports behind mentions, in order of telling."""
    return tuple(
        dict.fromkeys(
            reports[mention.document] for mention in mentions if mention.document in reports
        )
    )
