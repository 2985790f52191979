"""Events with their mentions and evidence as JSON; mentions as JSON Lines."""

import json
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Record = dict[str, Json]
Tables = Mapping[str, pd.DataFrame]

_ROLES = {
    "initiators": "initiator",
    "targets": "target",
    "affected": "affected",
    "speakers": "speaker",
    "reporters": "reporter",
}
_SIDES = ("event_actors", "conflicts", "joins", "corrections")
_LISTS = {*_ROLES, "objects", "outlets", "origin", "source", "numbers", "corrected"}


def json_(tables: Tables) -> bytes:
    """``{"events": [...], "documents": [...], "reports": [...]}``, each event with its mentions,
    each mention with its evidence; cells joined by "; " are lists, gaps are null.
    """
    lists = {name: records(tables[name]) for name in ("documents", "reports", "links")}
    return _whole({"events": _events(tables)} | lists).encode("utf-8", "replace")


def _events(tables: Tables) -> list[Record]:
    mentions = _mentions(tables)
    sides = {name: _grouped(tables[name], "event_id") for name in _SIDES}
    ladders = _grouped(tables["ladders"].drop(columns=["thread", "title"]), "measure")
    events = []
    for event in records(tables["events"]):
        key = str(event["event_id"])
        side = {name: rows.get(key, []) for name, rows in sides.items()}
        side["ladder"] = ladders.get(key, [])
        counted = {f"{name}_count": event.pop(name) for name in ("mentions", "conflicts")}
        events.append({**event, **counted, **side, "mentions": mentions.get(key, [])})
    return events


def _mentions(tables: Tables) -> dict[str, list[Record]]:
    """The mentions of each event by its id, each with its evidence."""
    evidence = _grouped(tables["evidence"], "mention_id")
    mentions: dict[str, list[Record]] = {}
    for said in records(tables["mentions"]):
        event = str(said.pop("event_id"))
        own = evidence.get(str(said["mention_id"]), [])
        mentions.setdefault(event, []).append({**said, "evidence": own})
    return mentions


def _whole(lists: Mapping[str, Sequence[Record]]) -> str:
    """The lists as one object, an entry a line: indented it would take ten times as long."""
    parts = []
    for name, rows in lists.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f'"{name}": [\n{lines}\n]' if rows else f'"{name}": []')
    return "{" + ",\n".join(parts) + "}\n"


def json_lines(tables: Tables) -> bytes:
    """A mention a line, as ``python -m timeline extract`` prints it, with the document's id."""
    evidence = _grouped(tables["evidence"], "mention_id")
    lines = []
    for said in records(tables["mentions"]):
        rests = evidence.get(str(said["mention_id"]), [])
        lines.append(json.dumps(_line(said, rests), ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _line(said: Record, evidence: list[Record]) -> Record:
    return {
        "doc": said["document_id"],
        "start": said["start_char"],
        "end": said["end_char"],
        "type": said["type"],
        "status": said["status"],
        "date": said["edtf"] or None,
        "actors": [
            {"name": name, "role": role}
            for column, role in _ROLES.items()
            for name in _listed(said[column])
        ],
        "source": next(iter(_listed(said["source"])), None),
        "event": said["event_id"] or None,
        "id": said["mention_id"],
        "date_basis": said["date_basis"],
        "source_kind": said["source_kind"] or None,
        "source_hops": [hop for hop in str(said["source_hops"]).split(" > ") if hop],
        "objects": said["objects"],
        "numbers": said["numbers"],
        "quote": said["quote"],
        "evidence": [_rests(one) for one in evidence],
    }


def _rests(one: Record) -> Record:
    return {
        "field": one["field"],
        "start": one["start_char"],
        "end": one["end_char"],
        "text": one["words"],
        "rule": one["rule"],
    }


def records(frame: pd.DataFrame) -> list[Record]:
    """Each row as JSON values: days as ISO 8601, gaps as null, joined names as lists."""
    if frame.empty:
        return []
    columns = {str(name): list(_values(str(name), frame[name])) for name in frame.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _values(name: str, column: "pd.Series[str]") -> Iterator[Json]:
    if str(column.dtype).startswith("datetime"):
        days = column.to_numpy(dtype="datetime64[D]").astype(str).tolist()
        yield from (None if day == "NaT" else day for day in days)
    elif name in _LISTS and str(column.dtype) == "str":
        yield from (_listed(cell) for cell in column)
    else:
        yield from column.tolist()


def _listed(cell: Json) -> list[str]:
    if isinstance(cell, str):
        return [name for name in cell.split("; ") if name]
    return [str(name) for name in cell] if isinstance(cell, Sequence) else []


def _grouped(frame: pd.DataFrame, key: str) -> dict[str, list[Record]]:
    """The rows of each value of a column, without that column."""
    found: dict[str, list[Record]] = {}
    for row in records(frame):
        found.setdefault(str(row.pop(key)), []).append(row)
    return found
