"""``/changes.csv`` and ``/changes.atom``: what is new or different since a day."""

from datetime import date

import pandas as pd

from timeline import changes, exports, filters
from timeline.changes import Snapshot
from timeline.exports import Site
from timeline.tables import Tables
from ui import choices, data, pictures, summary, words
from ui.answers import Address, Answer, Asked, Parameter, QueryError
from ui.choices import Choice

_TYPES = {"csv": "text/csv; charset=utf-8", "atom": "application/atom+xml"}


def since(record: str, day: date, basis: str, chosen: Choice) -> pd.DataFrame:
    """The changes since a day among the events chosen, those removed all told."""
    return between(changes.snapshot(data.before(day, basis)), record, chosen)


def between(old: Snapshot, record: str, chosen: Choice) -> pd.DataFrame:
    """The changes from an old state to the record, in English both, among the events chosen."""
    return among(changes.diff(old, changes.snapshot(data.of(data.source()))), record, chosen)


def among(found: pd.DataFrame, record: str, chosen: Choice) -> pd.DataFrame:
    """The changes of the events chosen, and of those that are gone."""
    kept = set(filters.select(data.of(record), chosen.filters)["events"]["event_id"])
    kept |= set(filters.cut(data.of(record), kept)["mentions"]["mention_id"])
    return found[found["id"].isin(kept) | (found["kind"] == changes.REMOVED)]


def told(found: pd.DataFrame, tables: Tables) -> dict[str, pd.DataFrame]:
    """The tables of the events added or changed, each with what changed before its title."""
    there = found[found["kind"] != changes.REMOVED]
    kept = filters.cut(tables, there["id"])
    marks: dict[str, str] = {}
    for kind, key, field, old, new in zip(
        *(there[name] for name in ("kind", "id", "field", "old", "new")), strict=True
    ):
        mark = "New" if kind == changes.ADDED else f"{field}: {old or 'none'} → {new or 'none'}"
        marks[key] = f"{marks[key]}; {mark}" if key in marks else mark
    events = kept["events"]
    titles = [
        f"{title} ({marks[key]})"
        for key, title in zip(events["event_id"], events["title"], strict=True)
    ]
    return {**kept, "events": events.assign(title=pd.Series(titles, dtype="str"))}


def _answer(asked: Asked) -> Answer:
    kind, own = asked.own["form"], asked.own
    try:
        day = date.fromisoformat(own["since"])
    except ValueError:
        shown = own["since"][:100]
        message = f"since {shown!r} is no date; expected one like 2025-06-01"
        raise QueryError("since", message) from None
    with pictures.at_work():
        found = since(asked.record, day, own["basis"], asked.chosen)
    if kind == "csv":
        return Answer(exports.to_csv(found), _TYPES[kind], "changes.csv")
    query = choices.query(asked.chosen, ("since", str(day)), ("basis", own["basis"]))
    title = f"{summary.story()}: changes since {words.when(str(day))}"
    address = f"{asked.home}/changes.atom{query}"
    site = Site(asked.home, title, choices.query(asked.chosen), address)
    body = exports.EXPORTERS["atom"].make(told(found, data.of(asked.record)), site)
    return Answer(body, _TYPES[kind])


ADDRESSES = (
    Address(
        "/changes.{form}",
        "What is new or different since a day, as a table or a feed",
        tuple(_TYPES.values()),
        _answer,
        (
            Parameter("form", "the format", tuple(_TYPES), required=True, in_path=True),
            Parameter("since", "the day, such as 2025-06-01", required=True),
            Parameter("basis", "which day of an article counts", changes.BASES, changes.BASES[0]),
        ),
    ),
)
