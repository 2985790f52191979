"""A person's judgements: they beat every score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.errors import NoSuchDate, SeedError
from timeline.interval import Interval
from timeline.model import (
    EVENT_FIELDS,
    MENTION_FIELDS,
    Event,
    Judgement,
    Mention,
    Status,
    When,
    WhenBasis,
)

SAME, DIFFERENT, SET = "same", "different", "set"


def correct(mentions: Sequence[Mention], judgements: Sequence[Judgement]) -> list[Mention]:
    """The mentions with every ``set`` on them done; later rows win."""
    rows = _set(judgements)
    found: list[Mention] = []
    for mention in mentions:
        for row in rows.get(mention.id, ()):
            mention = _corrected(mention, row)
        found.append(mention)
    return found


def _corrected(mention: Mention, row: Judgement) -> Mention:
    if row.field == "date":
        return replace(mention, when=_when(row))
    if row.field == "status":
        return replace(mention, claim=replace(mention.claim, status=_status(row)))
    if row.field == "type":
        return replace(mention, claim=replace(mention.claim, type=row.value))
    raise _wrong(row, MENTION_FIELDS)


def correct_events(events: Iterable[Event], judgements: Sequence[Judgement]) -> list[Event]:
    """The events with every ``set`` on their ids done; later rows win."""
    rows = _set(judgements)
    return [_corrected_event(event, rows.get(event.id, ())) for event in events]


def _set(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    """The rows that ``set`` a field, by the id of what they set it of."""
    rows: dict[str, list[Judgement]] = {}
    for row in judgements:
        if row.verdict == SET:
            rows.setdefault(row.a, []).append(row)
    return rows


def _corrected_event(event: Event, rows: Sequence[Judgement]) -> Event:
    for row in rows:
        if row.field == "date":
            event = replace(event, when=_when(row))
        elif row.field == "status":
            event = replace(event, status=_status(row))
        elif row.field == "type":
            event = replace(event, type=row.value)
        elif row.field == "title":
            event = replace(event, title=row.value)
        elif row.field == "thread":
            event = replace(event, thread=row.value)
        else:
            raise _wrong(row, EVENT_FIELDS)
    return event


def pairs(
    judgements: Sequence[Judgement], verdict: str, indexes: Mapping[str, int]
) -> list[tuple[int, int]]:
    """Indexes of the mentions that are judged the same (or different); unknown ids are left."""
    return [
        (indexes[row.a], indexes[row.b])
        for row in judgements
        if row.verdict == verdict and row.a in indexes and row.b in indexes and row.a != row.b
    ]


def unknown(
    judgements: Sequence[Judgement], mentions: Sequence[Mention], events: Sequence[Event]
) -> tuple[Judgement, ...]:
    """Judgements on mentions (or events) that are no longer there, for the editor to look at."""
    ids = {mention.id for mention in mentions} | {event.id for event in events}
    return tuple(
        row for row in judgements if row.a not in ids or (row.verdict != SET and row.b not in ids)
    )


def _when(row: Judgement) -> When:
    try:
        interval = Interval.parse(row.value) if row.value else None
    except NoSuchDate as error:
        raise SeedError(f"judgements.csv: {row.a}: {error}") from error
    return When(interval, WhenBasis.JUDGEMENT)


def _status(row: Judgement) -> Status:
    try:
        return Status(row.value)
    except ValueError as error:
        names = ", ".join(Status)
        raise SeedError(
            f"judgements.csv: {row.a}: status {row.value!r}: expected {names}"
        ) from error


def _wrong(row: Judgement, fields: Sequence[str]) -> SeedError:
    return SeedError(f"judgements.csv: {row.a}: field {row.field!r}: expected {', '.join(fields)}")
