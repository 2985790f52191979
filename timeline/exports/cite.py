"""The documents as citations: BibTeX, RIS, CSL-JSON."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from timeline.exports.nested import Json, Record, records
from timeline.interval import Interval

Tables = Mapping[str, pd.DataFrame]

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(tables: Tables) -> bytes:
    """An @online entry a document; the key is outlet, year and the first word of the title."""
    taken: set[str] = set()
    entries = []
    for row in records(tables["documents"]):
        fields = {
            "title": f"{{{_tex(row['title'])}}}" if row["title"] else "",
            "author": f"{{{_tex(row['author'])}}}" if row["author"] else "",
            "organization": f"{{{_tex(row['outlet'])}}}" if row["outlet"] else "",
            "date": str(row["published"]),
            "url": re.sub(r"[{}\\\s]", "", str(row["url"])),
            "langid": str(row["language"]),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        entries.append("\n".join([f"@online{{{_key(row, taken)},", *lines, "}\n"]))
    return "\n".join(entries).encode("utf-8", "replace")


def _key(row: Record, taken: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", _ascii(f"{row['outlet_id']} {row['published_start'] or ''}"))
    title = re.findall(r"[a-z]{4,}", _ascii(str(row["title"])))
    stem = "-".join([*words[:1], *[word for word in words if len(word) == 4][-1:], *title[:1]])
    key, number = stem or "document", 1
    while key in taken:
        number += 1
        key = f"{stem or 'document'}-{number}"
    taken.add(key)
    return key


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _tex(value: Json) -> str:
    return "".join(_TEX.get(letter, letter) for letter in _line(value))


def _line(value: Json) -> str:
    return " ".join(str(value or "").split())


def ris(tables: Tables) -> bytes:
    """A NEWS or ELEC record a document, lines ended as RIS wants them."""
    lines = []
    for row in records(tables["documents"]):
        fields = [
            ("TY", "ELEC"),
            ("TI", row["title"]),
            ("AU", row["author"]),
            ("PB", row["outlet"]),
            ("DA", "/".join(_parts(row)) if _parts(row) else ""),
            ("PY", next(iter(_parts(row)), "")),
            ("UR", row["url"]),
            ("LA", row["language"]),
            ("ID", row["document_id"]),
        ]
        lines += [f"{tag}  - {_line(value)}" for tag, value in fields if value]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode("utf-8", "replace")


def csl(tables: Tables) -> bytes:
    """CSL-JSON as Zotero and pandoc read it."""
    items = [dict(_csl(row)) for row in records(tables["documents"])]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _csl(row: Record) -> Iterator[tuple[str, Json]]:
    yield "id", row["document_id"]
    yield "type", "webpage"
    for name, column in (("title", "title"), ("container-title", "outlet"), ("URL", "url")):
        if row[column]:
            yield name, row[column]
    if row["author"]:
        yield "author", [{"literal": row["author"]}]
    if row["published"]:
        parts = [int(part) for part in _parts(row)]
        yield "issued", {"date-parts": [parts]} if parts else {"literal": row["published"]}
    yield "language", row["language"]


def _parts(row: Record) -> list[str]:
    """Year, month and day of publication, as far as they are known."""
    edtf = str(row["published"])
    if not edtf:
        return []
    at = Interval.parse(edtf)
    if at.start is None or at.last is None:
        return []
    return [part for part, same in _shared(at.start, at.last) if same]


def _shared(start: date, last: date) -> Iterator[tuple[str, bool]]:
    year = start.year == last.year
    month = year and start.month == last.month
    yield f"{start.year:04}", year
    yield f"{start.month:02}", month
    yield f"{start.day:02}", month and start.day == last.day
