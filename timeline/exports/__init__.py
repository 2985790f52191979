"""Tables to bytes: csv, json, bibtex, ris, csl, atom, ics, TimelineJS, a data package.

``EXPORTERS[name].make(tables)`` gives the bytes of exactly the tables given: choose with
``filters.select`` first.  A ``Site`` says where readers find them, for formats that hold links.
To add a format: a function in a peer of ``cite``, and its entry here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from timeline import tables as schemas
from timeline.exports import calendar, cite, feeds, nested, package, timelinejs
from timeline.exports.finding import headline
from timeline.exports.schema_org import json_ld
from timeline.exports.sheet import BOM, ReadError, plain, read_csv, safe, to_csv
from timeline.exports.site import NOWHERE, Site

__all__ = [
    "BOM",
    "EXPORTERS",
    "NOWHERE",
    "Exporter",
    "ReadError",
    "Site",
    "data_date",
    "dictionary",
    "headline",
    "json_ld",
    "plain",
    "read",
    "read_csv",
    "safe",
    "to_csv",
    "years",
]

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what it is called for readers, its media type and file ending, and its maker."""

    label: str
    media_type: str
    extension: str
    maker: Callable[[Tables, Site], bytes]

    def make(self, tables: Tables, site: Site = NOWHERE) -> bytes:
        """The tables in this format."""
        return self.maker(tables, site)

    def filename(self, stem: str = "timeline") -> str:
        return f"{stem}.{self.extension}"


def _plain(make: Callable[[Tables], bytes]) -> Callable[[Tables, Site], bytes]:
    """A maker of a format without links."""
    return lambda tables, _: make(tables)


_CSV = "text/csv; charset=utf-8"
EXPORTERS: Mapping[str, Exporter] = {
    "csv": Exporter(
        "CSV, one row an event", _CSV, "csv", _plain(lambda all_: to_csv(all_["events"]))
    ),
    "mentions": Exporter(
        "CSV, one row a mention",
        _CSV,
        "mentions.csv",
        _plain(lambda all_: to_csv(all_["mentions"])),
    ),
    "json": Exporter(
        "JSON, mentions and evidence nested", "application/json", "json", _plain(nested.json_)
    ),
    "jsonl": Exporter(
        "JSON Lines, one a mention", "application/x-ndjson", "jsonl", _plain(nested.json_lines)
    ),
    "timelinejs": Exporter("TimelineJS 3", "application/json", "timelinejs.json", feeds.timelinejs),
    "timelinejs-sheet": Exporter(
        "TimelineJS 3, spreadsheet", _CSV, "timelinejs.csv", timelinejs.sheet
    ),
    "atom": Exporter("Atom feed", "application/atom+xml", "atom", feeds.atom),
    "ics": Exporter("iCalendar", "text/calendar; charset=utf-8", "ics", calendar.ics),
    "bibtex": Exporter("BibTeX, the documents", "application/x-bibtex", "bib", _plain(cite.bibtex)),
    "ris": Exporter(
        "RIS, the documents", "application/x-research-info-systems", "ris", _plain(cite.ris)
    ),
    "csl": Exporter(
        "CSL-JSON, the documents",
        "application/vnd.citationstyles.csl+json",
        "csl.json",
        _plain(cite.csl),
    ),
    "datapackage": Exporter(
        "Data package, every table as CSV with its schema", "application/zip", "zip", package.zip_
    ),
}


def read(name: str, data: bytes) -> pd.DataFrame:
    """The table ``name`` as its CSV holds it, checked against the schema."""
    columns = schemas.SCHEMAS[name].columns
    dtypes = {column: declared.dtype for column, declared in columns.items()}
    return schemas.check(name, read_csv(data, dtypes))


def data_date(tables: Tables) -> str:
    """The day of the newest document, ISO 8601; empty where none has one."""
    newest = tables["documents"]["published_start"].max()
    return "" if pd.isna(newest) else str(newest.date())


def years(tables: Tables) -> tuple[int, int] | None:
    """The year of the first event's first day and of the last one's last; None without a date."""
    first, end = tables["events"]["start"].min(), tables["events"]["end"].max()
    return None if pd.isna(first) or pd.isna(end) else (first.year, (end - end.resolution).year)


def dictionary() -> pd.DataFrame:
    """The data dictionary: table, column, dtype, meaning, key, refers_to; a row a column."""
    rows = [
        (
            name,
            column,
            told.dtype,
            told.meaning,
            column in schema.key,
            schema.references.get(column, ""),
        )
        for name, schema in schemas.SCHEMAS.items()
        for column, told in schema.columns.items()
    ]
    return pd.DataFrame(rows, columns=["table", "column", "dtype", "meaning", "key", "refers_to"])
