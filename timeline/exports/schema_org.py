"""One event as JSON-LD in the words of schema.org: what, when, who, and who says so."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from timeline import wikidata
from timeline.exports.nested import Json, Record
from timeline.exports.site import NOWHERE, Site
from timeline.interval import Interval
from timeline.rows import rows, texts

Tables = Mapping[str, pd.DataFrame]

_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_CONTEXT: Json = ["https://schema.org", {"edtf": {"@id": _EDTF, "@type": _EDTF}}]
_KINDS = {"company": "Corporation", "person": "Person", "state": "Country"}
_OF_EVENT = ("title", "quote", "type_label", "status", "edtf")
_OF_ROLE = ("actor_id", "name", "role")
_OF_ACTOR = ("actor_id", "kind", "wikidata")
_OF_MENTION = ("document_id", "sentence")
_OF_DOCUMENT = ("document_id", "title", "url", "author", "outlet", "published", "language")
_DOERS = ("initiator", "speaker")


def json_ld(tables: Tables, event_id: str, site: Site = NOWHERE) -> bytes:
    """The event with this id: an Event whose ``subjectOf`` are its articles, each with the
    sentences in it that tell of the event.

    A date is as fine as it is known; ``edtf`` also says whether it is sure.
    """
    (row,) = _texts(tables["events"], "event_id", [event_id], _OF_EVENT)
    told: Record = {"@context": _CONTEXT, "@type": "Event"}
    if site.address:
        told |= {"@id": site.event(event_id), "url": site.event(event_id)}
    told |= {
        "identifier": event_id,
        "name": row["title"],
        "description": row["quote"],
        "keywords": [row["type_label"], row["status"].replace("_", " ")],
        **dict(_dates(row["edtf"])),
        **_people(tables, event_id),
        "subjectOf": list(_articles(tables, event_id)),
    }
    kept = {name: value for name, value in told.items() if value not in ("", [], None)}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _texts(
    frame: pd.DataFrame, key: str, wanted: Sequence[str], columns: Sequence[str]
) -> list[dict[str, str]]:
    """The rows with one of these keys, of these columns only."""
    return texts(frame, rows(frame, key, wanted), columns)


def _dates(edtf: str) -> Iterator[tuple[str, Json]]:
    """Start and end: "2024-05~/2024-07~" starts in 2024-05 and ends in 2024-07."""
    if not edtf:
        return
    yield "edtf", edtf
    at = Interval.parse(edtf)
    sides = edtf.replace("~", "").replace("?", "").replace("%", "").split("/")
    days = (at.start, at.last)
    for name, side, day in zip(("startDate", "endDate"), (sides[0], sides[-1]), days, strict=True):
        if day is not None:
            yield name, side if _ISO.fullmatch(side) else f"{day.year:04}"


def _people(tables: Tables, event_id: str) -> Record:
    """Who does it under ``actor``, at whom it is aimed and whom it affects under ``about``."""
    acting = _texts(tables["event_actors"], "event_id", [event_id], _OF_ROLE)
    keys = [one["actor_id"] for one in acting]
    actors = {one["actor_id"]: one for one in _texts(tables["actors"], "actor_id", keys, _OF_ACTOR)}
    found: dict[str, list[Json]] = {"actor": [], "about": []}
    for one in acting:
        actor = actors.get(one["actor_id"], {})
        kind = _KINDS.get(actor.get("kind", ""), "Organization")
        told: Record = {"@type": kind, "name": one["name"]}
        if known := wikidata.entity(actor.get("wikidata", "")):
            told["sameAs"] = known
        side = found["actor" if one["role"] in _DOERS else "about"]
        if one["role"] != "reporter" and told not in side:
            side.append(told)
    return dict(found)


def _articles(tables: Tables, event_id: str) -> Iterator[Json]:
    said: dict[str, list[str]] = {}
    for one in _texts(tables["mentions"], "event_id", [event_id], _OF_MENTION):
        sentences = said.setdefault(one["document_id"], [])
        if one["sentence"] not in sentences:
            sentences.append(one["sentence"])
    for row in _texts(tables["documents"], "document_id", list(said), _OF_DOCUMENT):
        told: Record = {
            "@type": "NewsArticle",
            "headline": row["title"],
            "url": row["url"],
            "author": _author(row["author"], tables) if row["author"] else None,
            "publisher": {"@type": "Organization", "name": row["outlet"]},
            **dict(_published(row["published"])),
            "inLanguage": row["language"],
            "hasPart": [{"@type": "Quotation", "text": text} for text in said[row["document_id"]]],
        }
        yield {name: value for name, value in told.items() if value not in ("", None)}


def _author(name: str, tables: Tables) -> Record:
    """Who signs: Nvidia a filing, Reuters a wire story, else a person."""
    actors, outlets = tables["actors"], tables["outlets"]
    bodies = actors.loc[actors["kind"] != "person", "name"]
    is_body = bool((bodies == name).any() or (outlets["name"] == name).any())
    return {"@type": "Organization" if is_body else "Person", "name": name}


def _published(edtf: str) -> Iterator[tuple[str, Json]]:
    yield from (("datePublished", day) for name, day in _dates(edtf) if name == "startDate")
