"""TimelineJS spreadsheets both ways: events as its rows, and its rows as source notes."""

import csv
import html
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser

import pandas as pd

from timeline.errors import NoSuchDate, TimelineError
from timeline.exports.feeds import timelinejs
from timeline.exports.sheet import BOM, plain, safe
from timeline.exports.site import NOWHERE, Site
from timeline.interval import Interval

Tables = Mapping[str, pd.DataFrame]

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip
_NEEDED = ("Year", "Headline")
_PARTED = ",;\t"
_KINDS = {
    b"PK\x03\x04": "an Excel or zip file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}
_URL = re.compile(r"https?://[^\s<>\"]{1,2000}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_UNSHOWN = re.compile(r"<(script|style)\b.{0,20000}?</\1>", re.IGNORECASE | re.DOTALL)


class SheetError(TimelineError):
    """A spreadsheet, or a row of it, that is not TimelineJS's."""


@dataclass(frozen=True, slots=True)
class Note:
    """A source note made of a row: its file's name, and its text."""

    name: str
    text: str


def sheet(tables: Tables, site: Site = NOWHERE) -> bytes:
    """The dated events as CSV with TimelineJS's columns; a date is as fine as it is known."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for slide in json.loads(timelinejs(tables, site))["events"]:
        start, end = slide["start_date"], slide.get("end_date", {})
        row = {name: str(start.get(name.lower(), "")) for name in ("Year", "Month", "Day")}
        row |= {f"End {name}": str(end.get(name.lower(), "")) for name in ("Year", "Month", "Day")}
        texts = {
            "Display Date": slide["display_date"],
            "Headline": slide["text"]["headline"],
            "Text": slide["text"]["text"],
            "Group": slide["group"],
        }
        writer.writerow(row | {name: safe(text) for name, text in texts.items()})
    return out.getvalue().encode("utf-8", "replace")


def notes(data: bytes, outlet: str, name: str = "sheet.csv") -> tuple[Note, ...]:
    """A source note a row; titles and eras, which tell of no event, are passed over.

    The row's date stands in the note's first sentence and is its day of publication, for want of
    another.  Raises SheetError, a line for each row: "sheet.csv:3: found Month '13'; ...".
    """
    taken: set[str] = set()
    made, faults = [], []
    for number, row in _rows(data, name):
        if row["Type"].lower() in ("title", "era") or not any(row.values()):
            continue
        try:
            made.append(_note(row, outlet, f"{name}:{number}", taken))
        except SheetError as error:
            faults.append(str(error))
    if faults:
        raise SheetError("\n".join(faults))
    return tuple(made)


def _rows(data: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows by line; parted by what parts the first line, its names in any letters."""
    text = _text(data, name)
    head = text.partition("\n")[0]
    parted = max(_PARTED, key=head.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=parted, strict=True)
        named = {column.strip().casefold(): column for column in reader.fieldnames or ()}
        if missing := [one for one in _NEEDED if one.casefold() not in named]:
            found = ", ".join(map(repr, list(named.values())[:6])) or "nothing"
            raise SheetError(
                f"{name}:1: found no column {missing[0]!r} but {found}; expected TimelineJS's: "
                f"{', '.join(COLUMNS[:3])} ... {', '.join(COLUMNS[8:11])} ...; rename them"
            )
        own = {one: named.get(one.casefold(), one) for one in COLUMNS}
        for row in reader:
            yield reader.line_num, {one: _cell(row.get(column)) for one, column in own.items()}
    except csv.Error as error:
        raise SheetError(f"{name}: found no CSV ({error}); save the sheet as CSV") from error


def _text(data: bytes, name: str) -> str:
    """The sheet's text; one that is no UTF-8 is told by what it is."""
    how = "save it as 'CSV UTF-8'"
    for start, what in _KINDS.items():
        if data.startswith(start):
            raise SheetError(f"{name}: found {what}, no CSV in UTF-8; {how}")
    try:
        return data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SheetError(
            f"{name}:{line}: found the byte {data[error.start]:#04x}, no CSV in UTF-8; {how}"
        ) from error


def _cell(value: str | None) -> str:
    return plain(value or "").strip()


def _note(row: Mapping[str, str], outlet: str, where: str, taken: set[str]) -> Note:
    headline = _words(row["Headline"])
    if not headline:
        raise SheetError(f"{where}: found no Headline; expected what happened; fill it in")
    start, end = _date(row, "", where), _date(row, "End ", where)
    if end and (Interval.parse(end).end or date.max) <= (Interval.parse(start).start or date.min):
        raise SheetError(f"{where}: found the end {end!r} before the start {start!r}; correct it")
    when = _on(start) if end in ("", start) else f"From {_told(start)} to {_told(end)}"
    url = row["Media"] if _URL.fullmatch(row["Media"]) else ""
    lines = [
        "---",
        f"outlet: {outlet}",
        *([f"author: {author}"] if (author := _words(row["Media Credit"])) else []),
        f"title: {headline}",
        *([f"url: {url}"] if url else []),
        f"published: {start}~",
        "published_reason: the date of its row in a TimelineJS spreadsheet",
        "language: en",
        "---",
        "",
        f"# {headline}",
        "",
        f"{when}, {headline.rstrip('.')}.",
        *(["", text] if (text := _words(row["Text"])) else []),
    ]
    return Note(_file(start, headline, taken), "\n".join(lines) + "\n")


def _date(row: Mapping[str, str], side: str, where: str) -> str:
    """The row's date as EDTF, as fine as it is given; empty where an end is not."""
    parts = []
    for name, width in (("Year", 4), ("Month", 2), ("Day", 2)):
        value = row[f"{side}{name}"]
        if not value:
            break
        if not re.fullmatch(r"\d{1,4}", value, re.ASCII):
            raise SheetError(f"{where}: found {side}{name} {value!r}; expected a number")
        parts.append(value.zfill(width))
    if len(parts) == 1 and (day := row[f"{side}Day"]):
        raise SheetError(f"{where}: found {side}Day {day!r} and no {side}Month; fill it in")
    if not parts and not side:
        raise SheetError(f"{where}: found no Year; expected one such as 2024; fill it in")
    try:
        return Interval.parse("-".join(parts)).edtf if parts else ""
    except NoSuchDate as error:
        raise SheetError(f"{where}: found {'-'.join(parts)!r}: {error}; correct it") from error


def _on(edtf: str) -> str:
    return f"{'On' if edtf.count('-') == 2 else 'In'} {_told(edtf)}"


def _told(edtf: str) -> str:
    """The date as English writes it: "2022-10-07" is "October 7, 2022"."""
    year, *rest = edtf.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) == 2 else f"{month} {year}"


class _Text(HTMLParser):
    """The words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _words(markup: str) -> str:
    """The text that TimelineJS would show, in one line: "<b>A</b> &amp; B" is "A & B"."""
    reader = _Text()
    shown = _UNSHOWN.sub(" ", markup)
    reader.feed(re.sub(r"</?(?:p|br|li|div)\b[^>]{0,200}>", " ", shown, flags=re.IGNORECASE))
    reader.close()
    return " ".join(html.unescape("".join(reader.words)).split())


def _file(start: str, headline: str, taken: set[str]) -> str:
    ascii_ = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", ascii_)[:8]) or "event"
    name, number = f"{start}-{slug}.md", 1
    while name in taken:
        number += 1
        name = f"{start}-{slug}-{number}.md"
    taken.add(name)
    return name
