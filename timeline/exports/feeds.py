"""Events for other programs' timelines: TimelineJS, Atom, iCalendar."""

import html
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from timeline.exports.nested import Json, Record, records

Tables = Mapping[str, pd.DataFrame]

_NAME = "Policy timeline"


def timelinejs(tables: Tables) -> bytes:
    """TimelineJS 3 JSON: dated events only; a date is as fine as it is known, never finer.

    Its texts are HTML, so what comes from articles is escaped.
    """
    urls = dict(zip(tables["documents"]["document_id"], tables["documents"]["url"], strict=True))
    events = [_slide(row, urls) for row in records(tables["events"]) if row["start"]]
    whole = {"title": {"text": {"headline": _NAME}}, "events": events}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _slide(row: Record, urls: Mapping[str, str]) -> Record:
    first = date.fromisoformat(str(row["start"]))
    slide: dict[str, Json] = {
        "unique_id": row["event_id"],
        "start_date": _day(first, str(row["granularity"])),
        "display_date": html.escape(str(row["edtf"])),
        "group": html.escape(str(row["lane"])),
        "text": {
            "headline": html.escape(str(row["title"])),
            "text": f"<p>{html.escape(str(row['quote']))}</p>{_credit(row, urls)}",
        },
    }
    if row["end"] and not row["approximate"]:
        last = date.fromisoformat(str(row["end"])) - timedelta(days=1)
        if last != first:
            slide["end_date"] = _day(last, str(row["granularity"]))
    return slide


def _credit(row: Record, urls: Mapping[str, str]) -> str:
    outlet, url = html.escape(str(row["first_outlet"])), urls.get(str(row["first_document"]), "")
    told = f'<a href="{html.escape(url)}">{outlet}</a>' if url else outlet
    return f"<p>{html.escape(str(row['status'])).replace('_', ' ')}; {told}</p>"


def _day(day: date, granularity: str) -> Record:
    found: dict[str, Json] = {"year": day.year}
    if granularity not in ("year", "decade", "century"):
        found["month"] = day.month
    if granularity in ("day", "week"):
        found["day"] = day.day
    return found


def atom(tables: Tables) -> bytes:
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
        f"<title>{_NAME}</title><id>urn:policy-timeline</id>",
        f"<updated>{newest}</updated><author><name>{_NAME}</name></author>",
    ]
    lines = [*head, *(_entry(stamp, row) for stamp, row in rows), "</feed>\n"]
    return "\n".join(lines).encode("utf-8", "replace")


def _stamp(day: "pd.Timestamp | None") -> str:
    known = "1970-01-01" if day is None or pd.isna(day) else str(day.date())
    return f"{known}T00:00:00Z"


def _entry(stamp: str, row: Record) -> str:
    told = f"{row['edtf'] or 'no date'}: {row['quote']}"
    return (
        f"<entry><title>{_xml(row['title'])}</title>"
        f"<id>urn:policy-timeline:{_xml(row['event_id'])}</id><updated>{stamp}</updated>"
        f"<category term={quoteattr(_clean(str(row['type'])))}/>"
        f"<summary>{_xml(told)}</summary></entry>"
    )


def _xml(value: Json) -> str:
    return escape(_clean(str(value)))


def _clean(text: str) -> str:
    """Without the control characters that XML and calendars forbid."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def ics(tables: Tables) -> bytes:
    """An iCalendar with the events whose date is known to the day; vaguer ones are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_NAME}//EN"]
    for row in records(tables["events"]):
        if row["start"] and row["end"] and row["granularity"] == "day" and not row["approximate"]:
            lines += _calendar(row)
    lines.append("END:VCALENDAR")
    folded = (part for line in lines for part in _fold(line))
    return "".join(f"{line}\r\n" for line in folded).encode()


def _calendar(row: Record) -> list[str]:
    start, end = (str(row[side]).replace("-", "") for side in ("start", "end"))
    stamp = str(row["first_published"] or row["start"]).replace("-", "")
    return [
        "BEGIN:VEVENT",
        f"UID:{row['event_id']}@policy-timeline",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{start}",
        f"DTEND;VALUE=DATE:{end}",
        f"SUMMARY:{_escape(str(row['title']))}",
        f"DESCRIPTION:{_escape(str(row['quote']))}",
        f"CATEGORIES:{_escape(str(row['type_label']))}",
        "END:VEVENT",
    ]


def _escape(text: str) -> str:
    text = _clean(text).replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(";", "\\;").replace(",", "\\,")


def _fold(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, those that follow led by a space (RFC 5545)."""
    piece, size = "", 0
    for letter in line.encode("utf-8", "replace").decode():
        length = len(letter.encode())
        if size + length > 75:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
