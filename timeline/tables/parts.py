"""The rows of the tables that say why: reports, links, evidence, joins, conflicts, ladders."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from timeline.model import Evidence, Mention
from timeline.tables import cells
from timeline.tables.cells import Row
from timeline.tables.check import evidence_of
from timeline.tables.given import Given


def reports(given: Given) -> Iterator[Row]:
    """By first_published and id."""

    def first(report_documents: tuple[str, ...]) -> str:
        days = [day for one in report_documents if (day := given.published(one))]
        return str(min(days, default=""))

    for one in sorted(given.reports, key=lambda one: (first(one.documents) or "~", one.id)):
        yield {
            "report_id": one.id,
            "origin": given.name_of(one.origin),
            "documents": len(one.documents),
            "first_published": first(one.documents) or None,
        }


def links(given: Given) -> Iterator[Row]:
    """By report, a and b."""
    for report in given.reports:
        for one in sorted(report.links, key=lambda one: (one.a, one.b)):
            yield {
                "report_id": report.id,
                "a": one.a,
                "b": one.b,
                "kind": one.kind,
                "score": one.score,
                "why": one.why,
            }


def evidence(given: Given) -> Iterator[Row]:
    """By mention and field; words that two participants share stand once."""
    for said in given.mentions:
        rows: dict[tuple[str, str, int, int], Row] = {}
        for name, value, one in _valued(said):
            rows[name, value, one.span.start, one.span.end] = {
                "mention_id": said.id,
                "field": name,
                "value": value,
                "words": one.text,
                "start_char": one.span.start,
                "end_char": one.span.end,
                "rule": one.rule,
            }
        for key in sorted(rows):
            yield rows[key]


def _valued(said: Mention) -> Iterator[tuple[str, str, Evidence]]:
    at = said.when.interval
    values = {
        "type": said.type,
        "status": said.status.value,
        "date": at.edtf if at else "",
        "source": str(cells.source(said)["source"]),
    }
    actors = iter(one.actor.name for one in said.participants)
    for name, one in evidence_of(said):
        value = next(actors) if name.startswith("actor:") else values.get(name, one.text)
        yield name, value, one


def event_actors(given: Given) -> Iterator[Row]:
    """By event in the order of events, role and name."""
    for event in given.events:
        said = Counter(
            pair
            for one in event.mentions
            for pair in {(who.actor.id, who.role) for who in given.mention[one].participants}
        )
        pairs = {(one.actor.id, one.role): one.actor.name for one in event.participants}
        for (actor, role), name in sorted(pairs.items(), key=lambda one: (one[0][1], one[1])):
            yield {
                "event_id": event.id,
                "actor_id": actor,
                "name": name,
                "role": role.value,
                "mentions": said[actor, role],
            }


def ladders(given: Given) -> Iterator[Row]:
    """By measure in the order of events, and step."""
    for event in given.events:
        before: date | None = None
        for step, rung in enumerate(event.ladder, 1):
            at = rung.when
            day = (at.start or at.last if at else None) or rung.said
            yield {
                "thread": event.thread,
                "measure": event.id,
                "title": event.title,
                "step": step,
                "status": rung.status.value,
                "day": day,
                "edtf": at.edtf if at else "",
                "days": (day - before).days if day and before else 0,
                "said": rung.said,
                "event_id": rung.event or event.id,
                "mention_id": rung.mention,
            }
            before = day


def conflicts(given: Given) -> Iterator[Row]:
    """By event, field and mentions."""
    for event in given.events:
        for one in sorted(event.conflicts, key=lambda one: (one.field, one.a, one.b)):
            yield {
                "event_id": event.id,
                "field": one.field,
                "a": one.a,
                "a_says": one.a_says,
                "b": one.b,
                "b_says": one.b_says,
            }


def joins(given: Given) -> Iterator[Row]:
    """By mentions; one that two events tell of stands once, under the event of its ``a``."""
    told = {(one.a, one.b): one for event in given.events for one in event.joins}
    for (a, b), one in sorted(told.items()):
        yield {
            "event_id": given.event_of[a],
            "a": a,
            "b": b,
            "joined": one.joined,
            "score": one.score,
            "why": one.why,
        }


def corrections(given: Given) -> Iterator[Row]:
    """By event, in the order of judgements.csv."""
    for event in given.events:
        for one in event.corrections:
            yield {
                "event_id": event.id,
                "a": one.a,
                "b": one.b,
                "field": one.field,
                "machine": one.machine,
                "value": one.value,
                "reason": one.reason,
                "by": one.by,
                "date": one.date,
            }


def outlets(given: Given) -> Iterator[Row]:
    """By name and id; an outlet that outlets.csv lacks is there by the name that it was given."""
    count = Counter(one.outlet for one in given.documents if one.outlet)
    for key in sorted({*given.outlet, *count}, key=lambda one: (_called(one, given), one)):
        known = given.outlet.get(key)
        yield {
            "outlet_id": key,
            "name": known.name if known else key,
            "kind": known.kind if known else "",
            "country": known.country if known else "",
            "timezone": known.timezone if known else "",
            "url": known.url if known else "",
            "documents": count[key],
        }


def _called(key: str, given: Given) -> str:
    return (given.outlet[key].name if key in given.outlet else key).casefold()


def problems(given: Given) -> Iterator[Row]:
    """By where and found; one met twice stands once."""
    told = {(one.where, one.found): one for one in given.problems}
    for one in told.values():
        yield {
            "where": one.where,
            "found": one.found,
            "expected": one.expected,
            "todo": one.todo,
        }
