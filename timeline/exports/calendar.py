"""Events as iCalendar: effective dates and deadlines in a reader's own calendar."""

from collections.abc import Iterator, Mapping

import pandas as pd

from timeline.exports.feeds import clean
from timeline.exports.nested import Record, records
from timeline.exports.site import NOWHERE, Site

Tables = Mapping[str, pd.DataFrame]


def ics(tables: Tables, site: Site = NOWHERE) -> bytes:
    """An iCalendar with the events whose date is known to the day; vaguer ones are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Policy Timeline//EN"]
    lines.append(f"X-WR-CALNAME:{_escape(site.title)}")
    for row in records(tables["events"]):
        if row["start"] and row["end"] and row["granularity"] == "day" and not row["approximate"]:
            lines += _entry(row, site)
    lines.append("END:VCALENDAR")
    folded = (part for line in lines for part in _fold(line))
    return "".join(f"{line}\r\n" for line in folded).encode()


def _entry(row: Record, site: Site) -> list[str]:
    start, end = (str(row[side]).replace("-", "") for side in ("start", "end"))
    address = site.event(str(row["event_id"]))
    stamp = str(row["first_published"] or row["start"]).replace("-", "")
    return [
        "BEGIN:VEVENT",
        f"UID:{row['event_id']}@policy-timeline",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{start}",
        f"DTEND;VALUE=DATE:{end}",
        f"SUMMARY:{_escape(str(row['title']))}",
        f"DESCRIPTION:{_escape(str(row['quote']))}",
        "TRANSP:TRANSPARENT",  # a quarter of a company makes nobody's quarter busy
        f"CATEGORIES:{_escape(str(row['type_label']))}",
        *([f"URL:{address}"] if address else []),
        "END:VEVENT",
    ]


def _escape(text: str) -> str:
    text = clean(text).replace("\\", "\\\\").replace("\n", "\\n")
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
