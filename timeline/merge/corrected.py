"""What a person set, beside what the rules had read: neither hides the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from timeline.merge import judge
from timeline.merge.cluster import THRESHOLD
from timeline.model import Correction, Event, Judgement, Mention

#: The words of a ``same`` and of a ``different``, and of the rules' own verdict.
ONE, TWO = "one event", "two events"

#: How sure the rules are that two mentions (by their ids) are one event, 0 to 1.
Surety = Callable[[str, str], float]


def note(
    events: Sequence[Event],
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    surety: Surety,
) -> list[Event]:
    """The events, every ``set`` on them done, each with the judgements that bear on it.

    ``mentions`` are as they were read.
    """
    corrected = judge.correct_events(events, judgements)
    read = {mention.id: mention for mention in mentions}
    found: dict[str, dict[tuple[str, str, str], Correction]] = {}
    of = {name: event for event in events for name in (event.id, *event.mentions)}
    for row in judgements:
        for event in {of[name].id: of[name] for name in (row.a, row.b) if name in of}.values():
            if (made := _correction(row, of, read, surety)) is not None:
                found.setdefault(event.id, {})[made.a, made.b, made.field] = made
    return [
        replace(event, corrections=tuple(found.get(event.id, {}).values())) for event in corrected
    ]


def _correction(
    row: Judgement, of: Mapping[str, Event], read: Mapping[str, Mention], surety: Surety
) -> Correction | None:
    """What the row changes; None where one that it speaks of is no longer there."""
    if row.verdict == judge.SET:
        value = _read(row, of, read)
        return Correction(row.a, "", row.field, value, row.value, row.reason, row.by, row.date)
    if row.a not in read or row.b not in read:
        return None
    sure = surety(row.a, row.b)
    machine = f"{ONE if sure >= THRESHOLD else TWO} ({sure:.2f})"
    value = ONE if row.verdict == judge.SAME else TWO
    return Correction(row.a, row.b, "event", machine, value, row.reason, row.by, row.date)


def _read(row: Judgement, of: Mapping[str, Event], read: Mapping[str, Mention]) -> str:
    """The field as the rules read it of the mention, or made it of the event."""
    one = read.get(row.a) or of[row.a]
    if row.field == "date":
        return one.when.interval.edtf if one.when.interval else ""
    return str(getattr(one, row.field))
