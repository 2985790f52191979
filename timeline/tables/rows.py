"""The rows of the tables that readers meet: documents, events, mentions, actors."""

import re
from collections import Counter
from collections.abc import Iterator

from timeline.model import Actor, Document, Event, Mention
from timeline.tables import cells, lanes
from timeline.tables.cells import Cell, Row, join
from timeline.tables.given import Given

MEDIA_REPORT = "media_report"
_WORD = re.compile(r"\w{2,40}")


def documents(given: Given) -> Iterator[Row]:
    """By document_id."""
    said = Counter(mention.document for mention in given.mentions)
    for one in given.documents:
        known = one.published
        yield {
            "document_id": one.id,
            "outlet_id": one.outlet,
            "outlet": given.outlet_name(one.id),
            "title": one.title,
            "author": one.author,
            "url": one.url if one.url.startswith(("https://", "http://")) else "",
            "published": known.when.edtf if known.when else str(known.dct or ""),
            "published_start": given.published(one.id),
            "published_basis": known.basis.value,
            "published_reason": known.reason,
            "language": one.language,
            "rests_on": one.rests_on,
            "report_id": given.report_of.get(one.id, ""),
            "words": _words(one),
            "mentions": said[one.id],
        }


def _words(document: Document) -> int:
    if not document.blocks:
        return len(document.text.split())
    spans = [block.span for block in document.blocks if block.kind.is_read]
    return sum(len(document.text[span.start : span.end].split()) for span in spans)


def events(given: Given) -> Iterator[Row]:
    """By first day, last day and title; those without a date last."""
    for event in given.events:
        kind = cells.event_type(event.type)
        yield {
            "event_id": event.id,
            "title": event.title,
            "type": event.type,
            "type_label": kind.label,
            "family": kind.family,
            "status": event.status.value,
            **cells.when(event.when),
            **cells.roles(event.participants),
            "objects": join(event.objects),
            "lane": lanes.lane(event.participants, given.homes),
            "thread": event.thread,
            "tells": _told(event, given),
            "mentions": len(event.mentions),
            "documents": len(event.documents),
            "reports": len(event.reports),
            **_telling(event, given),
            "conflicts": len(event.conflicts),
            "quote": _quote(event, given),
            "corrected": join(sorted(one.field for one in event.corrections)),
        }


def _quote(event: Event, given: Given) -> str:
    """The sentence that tells most of what the title says, at the status that the event has.

    Not the plan's of April where the measure is of May, nor a mere "Reuters reported"; the earliest
    of those that tell as much.
    """
    said = sorted(
        (given.mention[one] for one in event.mentions),
        key=lambda one: (str(given.published(one.document) or "~"), one.document, one.sentence),
    )
    wanted = set(_WORD.findall(event.title.casefold()))

    def fits(one: Mention) -> tuple[bool, bool, int]:
        found = wanted.intersection(_WORD.findall(_sentence(one, given).casefold()))
        return one.type == event.type, one.claim.status is event.status, len(found)

    return _sentence(max(said, key=fits), given)


def _sentence(said: Mention, given: Given) -> str:
    return given.document[said.document].text[said.sentence.start : said.sentence.end]


def _told(event: Event, given: Given) -> str:
    """The event that a media report tells of: "Reuters reported that Nvidia had launched ..."."""
    if event.type != MEDIA_REPORT:
        return ""
    for key in event.mentions:
        said = given.mention[key]
        for other in given.beside[said.document, said.sentence.start]:
            if other.type != MEDIA_REPORT:
                return given.event_of.get(other.id, "")
    return ""


def _telling(event: Event, given: Given) -> dict[str, Cell]:
    first = given.mention[event.first].document
    order = sorted(event.documents, key=lambda one: (str(given.published(one) or "~"), one))
    origins = [
        given.name_of(report.origin) for report in given.reports if report.id in event.reports
    ]
    said = (cells.source(given.mention[one])["source"] for one in event.mentions)
    return {
        "official": any(given.is_primary(one) for one in event.documents),
        "outlets": join(given.outlet_name(one) for one in order),
        "first_document": first,
        "first_outlet": given.outlet_name(first),
        "first_published": given.published(first),
        "origin": join(origins),
        "source": join(str(one) for one in said),
    }


def mentions(given: Given) -> Iterator[Row]:
    """By document_id and place in it."""
    for said in given.mentions:
        claim = said.claim
        yield {
            "mention_id": said.id,
            "event_id": given.event_of.get(said.id, ""),
            "document_id": said.document,
            "outlet": given.outlet_name(said.document),
            "type": claim.type,
            "status": claim.status.value,
            **cells.when(said.when),
            **cells.roles(claim.participants),
            "objects": join(one.text for one in claim.objects),
            "numbers": join(claim.numbers),
            **cells.source(said),
            "quote": claim.text,
            "start_char": claim.span.start,
            "end_char": claim.span.end,
            "sentence": _sentence(said, given),
            "sentence_start": said.sentence.start,
            "report_id": given.report_of.get(said.document, ""),
        }


def actors(given: Given) -> Iterator[Row]:
    """By name and id."""
    listed = {one.id for one in given.world.actors}
    named = Counter(key for said in given.mentions for key in _ids(said))
    acting = Counter(key for event in given.events for key in _ids(event))
    wanted = {key: given.actor[key] for key in (*named, *acting)}
    for actor in list(wanted.values()):
        wanted |= _above(actor, given)
    for one in sorted(wanted.values(), key=lambda one: (one.name.casefold(), one.id)):
        yield {
            "actor_id": one.id,
            "name": one.name,
            "kind": one.kind.value,
            "country": one.country,
            "parent": one.parent,
            "wikidata": one.wikidata,
            "events": acting[one.id],
            "mentions": named[one.id],
            "listed": one.id in listed,
        }


def _ids(holder: Mention | Event) -> list[str]:
    return sorted({one.actor.id for one in holder.participants})


def _above(actor: Actor, given: Given) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    while actor.parent in given.actor and actor.parent not in found:
        actor = given.actor[actor.parent]
        found[actor.id] = actor
    return found
