"""One event as JSON-LD in the words of schema.org: what, when, who, and who says so."""

import json
import re
from collections.abc import Iterator, Mapping

import pandas as pd

from timeline.exports.nested import Json, Record, records
from timeline.exports.site import NOWHERE, Site
from timeline.interval import Interval

Tables = Mapping[str, pd.DataFrame]

_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_CONTEXT: Json = ["https://schema.org", {"edtf": {"@id": _EDTF, "@type": _EDTF}}]
_KINDS = {"company": "Corporation", "person": "Person", "state": "Country"}
_DOERS = ("initiator", "speaker")


def json_ld(tables: Tables, event_id: str, site: Site = NOWHERE) -> bytes:
    """The event with this id: an Event whose ``subjectOf`` are its articles, each with the
    sentences in it that tell of the event.

    A date is as fine as it is known; ``edtf`` also says whether it is sure.
    """
    events = tables["events"]
    (row,) = records(events[events["event_id"] == event_id])
    told: Record = {"@context": _CONTEXT, "@type": "Event"}
    if site.address:
        told |= {"@id": site.event(event_id), "url": site.event(event_id)}
    told |= {
        "identifier": event_id,
        "name": row["title"],
        "description": row["quote"],
        "keywords": [row["type_label"], str(row["status"]).replace("_", " ")],
        **dict(_dates(str(row["edtf"]))),
        **_people(tables, event_id),
        "subjectOf": list(_articles(tables, event_id)),
    }
    kept = {name: value for name, value in told.items() if value not in ("", [], None)}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


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
    kinds = dict(zip(tables["actors"]["actor_id"], tables["actors"]["kind"], strict=True))
    wikidata = dict(zip(tables["actors"]["actor_id"], tables["actors"]["wikidata"], strict=True))
    acting = tables["event_actors"]
    found: dict[str, list[Json]] = {"actor": [], "about": []}
    for one in records(acting[acting["event_id"] == event_id]):
        key = str(one["actor_id"])
        told: Record = {
            "@type": _KINDS.get(kinds.get(key, ""), "Organization"), "name": one["name"],
        }  # fmt: skip
        if wikidata.get(key):
            told["sameAs"] = f"http://www.wikidata.org/entity/{wikidata[key]}"
        side = found["actor" if one["role"] in _DOERS else "about"]
        if one["role"] != "reporter" and told not in side:
            side.append(told)
    return dict(found)


def _articles(tables: Tables, event_id: str) -> Iterator[Json]:
    mentions = tables["mentions"]
    said: dict[str, list[str]] = {}
    for one in records(mentions[mentions["event_id"] == event_id]):
        sentences = said.setdefault(str(one["document_id"]), [])
        if one["sentence"] not in sentences:
            sentences.append(str(one["sentence"]))
    documents = tables["documents"]
    for row in records(documents[documents["document_id"].isin(list(said))]):
        told: Record = {
            "@type": "NewsArticle",
            "headline": row["title"],
            "url": row["url"],
            "author": {"@type": "Person", "name": row["author"]} if row["author"] else None,
            "publisher": {"@type": "Organization", "name": row["outlet"]},
            **dict(_published(str(row["published"]))),
            "inLanguage": row["language"],
            "hasPart": [
                {"@type": "Quotation", "text": text} for text in said[str(row["document_id"])]
            ],
        }
        yield {name: value for name, value in told.items() if value not in ("", None)}


def _published(edtf: str) -> Iterator[tuple[str, Json]]:
    yield from (("datePublished", day) for name, day in _dates(edtf) if name == "startDate")
