"""COMPOSER: what is new or different since a day, or since a build of before.

``diff(old, new)`` compares two ``Snapshot``s event by event; ``before`` builds the record as it
was before a day, ``saved`` reads a CSV, a data package or a build's folder.  An event is the same
where its id is, else where most of its mentions are: ids are digests, and a better reading of one
sentence may change one.
"""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from timeline import build, exports, story
from timeline import seeds as notes
from timeline.errors import TimelineError
from timeline.exports import ReadError
from timeline.model import Document
from timeline.reading import Reader
from timeline.tables import SCHEMAS

Tables = Mapping[str, pd.DataFrame]

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
KINDS = (ADDED, CHANGED, REMOVED)
BASES = ("published", "retrieved")
#: What is compared of an event, and of a mention where only these are had.
FIELDS = (
    "title", "type", "status", "edtf", "initiators", "targets", "affected", "speakers", "reporters",
    "objects", "thread", "reports", "official", "outlets", "conflicts", "corrected",
)  # fmt: skip
SAID = (
    "type", "status", "edtf", "initiators", "targets", "affected", "speakers", "reporters",
    "objects", "numbers", "source", "quote",
)  # fmt: skip
_COLUMNS = ("kind", "id", "title", "edtf", "field", "old", "new")
_NAMES = ("events", "mentions")
_MOST = 200_000_000  # bytes of an unpacked table
Row = tuple[str, ...]


class ChangesError(TimelineError):
    """What is to be compared with cannot be had."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the record: its events, its mentions, or both; an empty frame is none."""

    events: pd.DataFrame = field(default_factory=pd.DataFrame)
    mentions: pd.DataFrame = field(default_factory=pd.DataFrame)


def snapshot(tables: Tables) -> Snapshot:
    """The state that these tables have."""
    return Snapshot(tables["events"], tables["mentions"])


def before(folder: Path, day: date, basis: str = BASES[0], reader: Reader | None = None) -> Tables:
    """The tables of the record without the documents ``published``, or ``retrieved``, since then.

    A document of which that day is not known was always there.
    """
    reader = reader or Reader()
    found, _ = story.read(notes.note_paths(folder), reader=reader)
    kept = [one for one in found.values() if _known(one, basis) < day.isoformat()]
    return build.build(kept, reader.world(folder), reader=reader).tables


def _known(document: Document, basis: str) -> str:
    """The day as ISO 8601 writes it; empty where it is not known."""
    if basis == "retrieved":
        return document.retrieved[:10]
    return document.dct.isoformat() if document.dct else ""


def saved(path: Path) -> Snapshot:
    """The state in a CSV of events or mentions, a data package, or a build's folder."""
    if not path.is_dir():
        return read(path.read_bytes(), path.name)
    files = [one for one in (path / "events.csv", path / "mentions.csv") if one.is_file()]
    if not files:
        raise ChangesError(f"{path}: found no events.csv; expected the folder of a build")
    parts = [read(one.read_bytes(), one.name) for one in files]
    return _joined(parts)


def _joined(parts: Sequence[Snapshot]) -> Snapshot:
    """The tables of all of them, of each the first that is one."""
    return Snapshot(*(_first(getattr(one, name) for one in parts) for name in _NAMES))


def read(data: bytes, name: str) -> Snapshot:
    """The state in the bytes of a CSV or a zip.  Raises ChangesError where there is none."""
    if data[:4] == b"PK\x03\x04":
        return _unzipped(data, name)
    try:
        head = data.removeprefix(exports.BOM).split(b"\n", 1)[0].decode("utf-8")
        columns = [column.strip().strip('"') for column in head.split(",")]
        table = "mentions" if "mention_id" in columns else "events"
        if f"{table[:-1]}_id" not in columns:
            raise ReadError("no column 'event_id' or 'mention_id'")
        declared = SCHEMAS[table].columns
        dtypes = {one: declared[one].dtype for one in columns if one in declared}
        found = exports.read_csv(data, dtypes)
    except (UnicodeDecodeError, ReadError) as error:
        raise ChangesError(
            f"{name}: found {error}; expected a CSV of events or mentions as saved here"
        ) from error
    return Snapshot(mentions=found) if table == "mentions" else Snapshot(events=found)


def _unzipped(data: bytes, name: str) -> Snapshot:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            paths = {Path(one.filename).name: one for one in packed.infolist()}
            held = {key: paths[f"{key}.csv"] for key in _NAMES if f"{key}.csv" in paths}
            if not held or any(one.file_size > _MOST for one in held.values()):
                raise ChangesError(f"{name}: found no events.csv in it; expected a data package")
            parts = [read(packed.read(one), one.filename) for one in held.values()]
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise ChangesError(f"{name}: found {error}; expected a zip that can be opened") from error
    return _joined(parts)


def _first(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    return next((one for one in frames if len(one.columns)), pd.DataFrame())


def diff(old: Snapshot, new: Snapshot) -> pd.DataFrame:
    """A row an event added or removed, and one a field changed: kind, id, title, edtf, field,
    old, new; added first, then changed, then removed, each in the order of the record.

    Where the old state has mentions only, these are compared.
    """
    if len(old.events.columns):
        same = _pairs(old, new)
        found = _compared(old.events, new.events, "event_id", FIELDS, same)
    else:
        keys = set(old.mentions["mention_id"]) & set(new.mentions["mention_id"])
        same = {key: key for key in keys}
        found = _compared(old.mentions, new.mentions, "mention_id", SAID, same)
    rows = sorted(found, key=lambda row: KINDS.index(row[0]))
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype="str")


def counts(found: pd.DataFrame) -> dict[str, int]:
    """How many events are added, changed, removed."""
    return {kind: int(found.loc[found["kind"] == kind, "id"].nunique()) for kind in KINDS}


def _pairs(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """For each old event that is still there its new id."""
    there, gone = set(new.events["event_id"]), set(old.events["event_id"])
    same = {key: key for key in gone & there}
    if not (len(old.mentions.columns) and len(new.mentions.columns)):
        return same
    now = dict(zip(new.mentions["mention_id"], new.mentions["event_id"], strict=True))
    shared: dict[str, Counter[str]] = {}
    for mention, event in zip(old.mentions["mention_id"], old.mentions["event_id"], strict=True):
        if event not in same and event in gone and now.get(mention, "") in there - gone:
            shared.setdefault(event, Counter())[now[mention]] += 1
    taken: set[str] = set()
    for event, others in sorted(shared.items()):
        best = min(others.items(), key=lambda one: (-one[1], one[0]))[0]
        if best not in taken:
            taken.add(best)
            same[event] = best
    return same


def _compared(
    old: pd.DataFrame,
    new: pd.DataFrame,
    key: str,
    fields: Sequence[str],
    same: Mapping[str, str],
) -> list[Row]:
    both = [name for name in fields if name in old and name in new]
    was = {str(row[key]): row for row in _records(old)}
    now = {str(row[key]): row for row in _records(new)}
    known = {other: one for one, other in same.items()}
    rows: list[Row] = []
    for one, row in now.items():
        if one not in known:
            rows.append((ADDED, one, _title(row), row.get("edtf", ""), "", "", ""))
            continue
        earlier = was[known[one]]
        rows += [
            (CHANGED, one, _title(row), row.get("edtf", ""), name, earlier[name], row[name])
            for name in both
            if _values(earlier[name]) != _values(row[name])
        ]
    gone = [row for one, row in was.items() if one not in same]
    return rows + [
        (REMOVED, str(row[key]), _title(row), row.get("edtf", ""), "", "", "") for row in gone
    ]


def _records(frame: pd.DataFrame) -> list[dict[str, str]]:
    names = [str(name) for name in frame.columns]
    columns = [[_cell(value) for value in frame[name].tolist()] for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None or value is pd.NaT else str(value)


def _values(cell: str) -> list[str]:
    """The values in a cell, in no order: "China; Nvidia" is "Nvidia; China"."""
    return sorted(cell.split("; "))


def _title(row: Mapping[str, str]) -> str:
    return row.get("title") or row.get("quote", "")
