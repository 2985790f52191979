"""Events for other programs' timelines: TimelineJS, Atom."""

import html
import json
from collections.abc import Mapping
from datetime import date, timedelta
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from timeline import dates
from timeline.exports.nested import Json, Record, records
from timeline.exports.site import NOWHERE, Site

Tables = Mapping[str, pd.DataFrame]
Sources = Mapping[tuple[str, str], tuple[str, str]]

_NAME = "Policy Timeline"


def timelinejs(tables: Tables, site: Site = NOWHERE) -> bytes:
    """TimelineJS 3 JSON: dated events only; a date is as fine as it is known, never finer.

    Its texts are HTML, so what comes from articles is escaped.
    """
    sources = _sources(tables)
    events = [_slide(row, sources, site) for row in records(tables["events"]) if row["start"]]
    whole = {"title": {"text": {"headline": html.escape(site.title)}}, "events": events}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _sources(tables: Tables) -> Sources:
    """The outlet and the address of the article of each sentence, by event and sentence."""
    documents = tables["documents"]
    urls = dict(zip(documents["document_id"], documents["url"], strict=True))
    said = tables["mentions"][["event_id", "sentence", "outlet", "document_id"]]
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for event, sentence, outlet, document in said.itertuples(index=False, name=None):
        found.setdefault((event, sentence), (outlet, urls.get(document, "")))
    return found


def _slide(row: Record, sources: Sources, site: Site) -> Record:
    first = date.fromisoformat(str(row["start"]))
    slide: dict[str, Json] = {
        "unique_id": row["event_id"],
        "start_date": _day(first, str(row["granularity"])),
        "display_date": html.escape(dates.when(str(row["edtf"]), str(row["granularity"]))),
        "group": html.escape(str(row["lane"])),
        "text": {
            "headline": html.escape(str(row["title"])),
            "text": f"<p>{html.escape(str(row['quote']))}</p>{_credit(row, sources, site)}",
        },
    }
    if row["end"] and not row["approximate"]:
        last = date.fromisoformat(str(row["end"])) - timedelta(days=1)
        if last != first:
            slide["end_date"] = _day(last, str(row["granularity"]))
    return slide


def _credit(row: Record, sources: Sources, site: Site) -> str:
    """The status, and whose words the quoted ones are: "enacted; SEC EDGAR; all sources"."""
    key = str(row["event_id"]), str(row["quote"])
    outlet, url = sources.get(key, (str(row["first_outlet"]), ""))
    parts = [
        html.escape(str(row["status"])).replace("_", " "),
        _anchor(outlet, url),
        _anchor("all sources", site.event(str(row["event_id"]))) if site.address else "",
    ]
    return f"<p>{'; '.join(part for part in parts if part)}</p>"


def _anchor(text: str, url: str) -> str:
    """A link where the address is of the web; "javascript:..." is none."""
    shown, is_link = html.escape(text), url.startswith(("http://", "https://"))
    return f'<a href="{html.escape(url)}">{shown}</a>' if is_link else shown


def _day(day: date, granularity: str) -> Record:
    found: dict[str, Json] = {"year": day.year}
    if granularity not in ("year", "decade", "century"):
        found["month"] = day.month
    if granularity in ("day", "week"):
        found["day"] = day.day
    return found


def atom(tables: Tables, site: Site = NOWHERE) -> bytes:
    """An Atom feed, newest first; ``updated`` is when an event was last reported on."""
    published = dict(
        zip(tables["documents"]["document_id"], tables["documents"]["published_start"], strict=True)
    )
    last = tables["mentions"]["document_id"].map(published)
    seen = last.groupby(tables["mentions"]["event_id"]).max()
    rows = [(_stamp(seen.get(row["event_id"])), row) for row in records(tables["events"])]
    rows.sort(key=lambda one: (one[0], str(one[1]["event_id"])), reverse=True)
    newest = rows[0][0] if rows else _stamp(None)
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_xml(site.title)}</title>",
        f"<id>{_xml(site.own or site.view() or 'urn:policy-timeline')}</id>",
        *_links(("self", site.own or site.file("/feed.atom")), ("alternate", site.view())),
        f"<updated>{newest}</updated><author><name>{_NAME}</name></author>",
    ]
    lines = [*head, *(_entry(stamp, row, site) for stamp, row in rows), "</feed>\n"]
    return "\n".join(lines).encode("utf-8", "replace")


def _links(*targets: tuple[str, str]) -> list[str]:
    return [f'<link rel="{kind}" href={quoteattr(to)}/>' for kind, to in targets if to]


def _stamp(day: "pd.Timestamp | None") -> str:
    known = "1970-01-01" if day is None or pd.isna(day) else str(day.date())
    return f"{known}T00:00:00Z"


def _entry(stamp: str, row: Record, site: Site) -> str:
    told = f"{dates.when(str(row['edtf']), str(row['granularity']))}: {row['quote']}"
    link = "".join(_links(("alternate", site.event(str(row["event_id"])))))
    return (
        f"<entry><title>{_xml(row['title'])}</title>"
        f"<id>urn:policy-timeline:{_xml(row['event_id'])}</id><updated>{stamp}</updated>{link}"
        f"<category term={quoteattr(clean(str(row['type'])))}/>"
        f"<summary>{_xml(told)}</summary></entry>"
    )


def _xml(value: Json) -> str:
    return escape(clean(str(value)))


def clean(text: str) -> str:
    """Without the control characters that XML and calendars forbid."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")
