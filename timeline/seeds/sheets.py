"""The files of seeds/: their columns, and the value that a row makes."""

from datetime import date

from timeline import lexicon, wikidata
from timeline.model import (
    Actor,
    ActorKind,
    Alias,
    FiscalCalendar,
    Judgement,
    Outlet,
    Status,
    Thread,
)
from timeline.seeds.form import address, day, edtf, one_of, pattern, text, zone
from timeline.seeds.sheet import Column, Row, Sheet

_ID = pattern("an id", r"[a-z0-9]+(?:-[a-z0-9]+){0,12}", "small letters, figures and '-'")
_IDS = pattern("an id", r"[a-z0-9]+(?:-[a-z0-9]+){0,12}", "ids as in actors.csv", many=True)
_TYPES = one_of(sorted(lexicon.load("event_types")["type"]), many=True)
#: What a judgement may set a field to, where that is one of few.
VALUES = {"type": one_of(_TYPES.known()), "status": one_of(tuple(map(str, Status))), "date": edtf()}
_COUNTRY = pattern("a country code", r"[A-Z]{2}", "two capitals: CN (ISO 3166), EU or UN")
_LANGUAGE = pattern("a language code", r"[a-z]{2}", "two small letters: en (ISO 639-1)")
_WIKIDATA = pattern("a Wikidata id", wikidata.ID, "Q182477")
_MONTH = pattern("the number of a month", r"[1-9]|1[0-2]", "1 to 12")
_OFFSET = pattern("a difference in years", r"-1|0|1", "-1, 0 or 1")

OUTLETS = Sheet(
    "outlets.csv",
    {
        "id": Column(_ID, required=True),
        "name": Column(text(), required=True),
        "kind": Column(
            one_of(("news", "agency", "official", "company", "blog", "aggregator")), required=True
        ),
        "country": Column(_COUNTRY),
        "timezone": Column(zone(), required=True),
        "url": Column(address()),
        "aliases": Column(text(many=True)),
    },
)
ACTORS = Sheet(
    "actors.csv",
    {
        "id": Column(_ID, required=True),
        "name": Column(text(), required=True),
        "kind": Column(one_of([kind.value for kind in ActorKind]), required=True),
        "country": Column(_COUNTRY),
        "parent": Column(_ID),
        "wikidata": Column(_WIKIDATA),
    },
)
ALIASES = Sheet(
    "aliases.csv",
    {
        "text": Column(text(), required=True),
        "actor": Column(_ID, required=True),
        "language": Column(_LANGUAGE, required=True),
        "flags": Column(one_of(("case", "common", "context", "metonym", "title"), many=True)),
        "start": Column(day()),
        "end": Column(day()),
    },
)
FISCAL = Sheet(
    "fiscal.csv",
    {
        "actor": Column(_ID, required=True),
        "names": Column(text(many=True), required=True),
        "month": Column(_MONTH, required=True),
        "offset": Column(_OFFSET, required=True),
        "rule": Column(one_of(("month_end", "last_saturday", "last_sunday")), required=True),
    },
    optional=True,
)
JUDGEMENTS = Sheet(
    "judgements.csv",
    {
        "verdict": Column(one_of(("same", "different", "set")), required=True),
        "a": Column(text(), required=True),
        "b": Column(text()),
        "field": Column(text()),
        "value": Column(text()),
        "reason": Column(text(), required=True),
        "by": Column(text(), required=True),
        "date": Column(day()),
    },
    optional=True,
)
THREADS = Sheet(
    "threads.csv",
    {
        "id": Column(_ID, required=True),
        "name": Column(text(), required=True),
        "meaning": Column(text(), required=True),
        "words": Column(text(many=True)),
        "actors": Column(_IDS),
        "types": Column(_TYPES),
        "start": Column(day()),
        "end": Column(day()),
    },
    optional=True,
)
ALL = (OUTLETS, ACTORS, ALIASES, FISCAL, JUDGEMENTS, THREADS)


def outlet(row: Row) -> Outlet:
    return Outlet(
        row["id"],
        row["name"],
        row["kind"],
        row["country"],
        row["timezone"],
        row["url"],
        row.parts("aliases"),
    )


def actor(row: Row) -> Actor:
    kind = ActorKind(row["kind"])
    return Actor(row["id"], row["name"], kind, row["country"], row["parent"], row["wikidata"])


def alias(row: Row) -> Alias:
    return Alias(
        row["text"],
        row["actor"],
        row["language"],
        frozenset(row.parts("flags")),
        _day(row["start"]),
        _day(row["end"]),
    )


def calendar(row: Row) -> FiscalCalendar:
    month, offset = int(row["month"]), int(row["offset"])
    return FiscalCalendar(row["actor"], row.parts("names"), month, offset, row["rule"])


def judgement(row: Row) -> Judgement:
    return Judgement(
        row["verdict"],
        row["a"],
        row["b"],
        row["field"],
        row["value"],
        row["reason"],
        row["by"],
        row["date"],
        row.where,
    )


def thread(row: Row) -> Thread:
    return Thread(
        row["id"],
        row["name"],
        row["meaning"],
        row.parts("words"),
        row.parts("actors"),
        row.parts("types"),
        _day(row["start"]),
        _day(row["end"]),
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
