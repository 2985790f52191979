"""HTTP routes beside the pages: exactly what a view shows, as tables, feeds and JSON-LD.

All take the view's own query (``ui.choices``).  To add a file: a line in ``FILES``.
"""

import json
from typing import NamedTuple

from timeline import exports, filters
from timeline.exports import EXPORTERS, Site
from timeline.rows import places
from timeline.tables import Tables
from ui import choices, data, settings, summary
from ui.answers import Address, Answer, Asked, Parameter, QueryError


class File(NamedTuple):
    """An address, who makes it, and what it is called when it is saved ("": it is shown)."""

    path: str
    exporter: str
    name: str


FILES = (
    File("/api/events.csv", "csv", "events.csv"),
    File("/api/events.json", "json", "events.json"),
    File("/api/mentions.csv", "mentions", "mentions.csv"),
    File("/api/mentions.jsonl", "jsonl", "mentions.jsonl"),
    File("/api/documents.bib", "bibtex", "documents.bib"),
    File("/api/documents.ris", "ris", "documents.ris"),
    File("/api/documents.csl.json", "csl", "documents.csl.json"),
    File("/feed.atom", "atom", ""),
    File("/calendar.ics", "ics", "calendar.ics"),
    File("/timelinejs.json", "timelinejs", "timelinejs.json"),
    File("/timelinejs.csv", "timelinejs-sheet", "timelinejs.csv"),
    File("/datapackage.zip", "datapackage", "datapackage.zip"),
)
_MOST = 1_000_000
_PART = (
    Parameter("limit", "the most events to give; 0 is all", default="0", most=_MOST),
    Parameter("offset", "how many events to pass over first", default="0", most=_MOST),
)
_BOM = Parameter("bom", "1 marks the file as UTF-8, as Excel asks for", ("0", "1"), "0")
_ID = Parameter("id", "an event's id", required=True, in_path=True)


def site(asked: Asked) -> Site:
    """Where the chosen events are to be seen."""
    return Site(asked.home, summary.story(), choices.query(asked.chosen))


def _address(file: File) -> Address:
    exporter = EXPORTERS[file.exporter]
    is_csv = exporter.media_type.startswith("text/csv")

    def make(asked: Asked) -> Answer:
        shown, headers = _part(asked)
        body = exporter.make(shown, site(asked))
        mark = exports.BOM if asked.own.get("bom") == "1" else b""
        return Answer(mark + body, exporter.media_type, file.name, headers)

    own = (*_PART, _BOM) if is_csv else _PART
    return Address(file.path, exporter.label, (exporter.media_type,), make, own)


def _part(asked: Asked) -> tuple[Tables, dict[str, str]]:
    """The events from ``offset`` on, ``limit`` of them, and the headers that lead to the next."""
    shown = asked.shown()
    limit, offset, total = int(asked.own["limit"]), int(asked.own["offset"]), len(shown["events"])
    most, wanted = settings.get().most_events, min(limit or total, max(total - offset, 0))
    if wanted > most:
        raise QueryError(
            "limit", f"{wanted} events are more than the {most} of one answer; give limit, offset"
        )
    headers = {"X-Total-Count": str(total)}
    if offset + wanted < total:
        query = choices.query(
            asked.chosen, ("limit", str(wanted)), ("offset", str(offset + wanted))
        )
        headers["Link"] = f'<{asked.home}{asked.path}{query}>; rel="next"'
    if wanted == total:
        return shown, headers
    return filters.cut(shown, shown["events"]["event_id"].iloc[offset : offset + wanted]), headers


def _event(asked: Asked) -> Answer:
    tables, wanted = data.of(asked.record), asked.own["id"]
    if wanted not in places(tables["events"], "event_id"):
        raise QueryError("id", f"there is no event {wanted[:100]!r} in this record", 404)
    where = Site(asked.home, summary.story())
    return Answer(exports.json_ld(tables, wanted, where), "application/ld+json")


def _health(asked: Asked) -> Answer:
    rows = {name: len(frame) for name, frame in data.of(asked.record).items()}
    told = {"status": "ok", "record": data.edition(), "rows": rows}
    return Answer(json.dumps(told).encode(), "application/json")


ADDRESSES = (
    *map(_address, FILES),
    Address(
        "/event/{id}.json",
        "One event with its sources, JSON-LD in the words of schema.org",
        ("application/ld+json",),
        _event,
        (_ID,),
        is_filtered=False,
    ),
    Address(
        "/healthz",
        "Whether the record stands, and how big it is",
        ("application/json",),
        _health,
        is_filtered=False,
    ),
)
