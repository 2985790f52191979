"""What rows say of each other: references that are open, ids that stand twice, circles."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

from timeline.model import EVENT_FIELDS, MENTION_FIELDS, Problem
from timeline.seeds.form import near
from timeline.seeds.sheet import Reading, Row
from timeline.seeds.sheets import VALUES

Rows = Sequence[Row]
_NEEDS = {"same": ("b",), "different": ("b",), "set": ("field", "value")}
_BEFORE_ALL, _AFTER_ALL = "0000-00-00", "9999-99-99"


def find(readings: Mapping[str, Reading]) -> list[Problem]:
    """Every fault between rows of one file or of two."""
    outlets, actors, aliases, fiscal, judgements, threads = (
        readings[f"{name}.csv"].rows
        for name in ("outlets", "actors", "aliases", "fiscal", "judgements", "threads")
    )
    ids = {row["id"] for row in actors}
    return [
        *_twice(outlets, "id"),
        *_shared_names(outlets),
        *_twice(actors, "id"),
        *_twice(actors, "wikidata"),
        *_open(actors, "parent", ids),
        *_circles(actors),
        *_open(aliases, "actor", ids),
        *_backward(aliases),
        *_ambiguous(aliases),
        *_open(fiscal, "actor", ids),
        *_twice(fiscal, "actor"),
        *_incomplete(judgements),
        *_unsettable(judgements),
        *_twice(threads, "id"),
        *_twice(threads, "name"),
        *_strangers(threads, ids),
    ]


def _open(rows: Rows, column: str, ids: Collection[str]) -> Iterator[Problem]:
    for row in rows:
        if row[column] and row[column] not in ids:
            found = f"{column} {row[column]!r} is not in actors.csv"
            yield Problem(row.where, found, "the id of a row of actors.csv", near(row[column], ids))


def _strangers(threads: Rows, ids: Collection[str]) -> Iterator[Problem]:
    for row in threads:
        for actor in row.parts("actors"):
            if actor not in ids:
                found = f"actors {actor!r} is not in actors.csv"
                yield Problem(row.where, found, "the id of a row of actors.csv", near(actor, ids))


def _twice(rows: Rows, column: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for row in rows:
        if not row[column]:
            continue
        if row[column] in first:
            found = f"{column} {row[column]!r} stands twice, first at {first[row[column]]}"
            yield Problem(row.where, found, f"each {column} once")
        first.setdefault(row[column], row.where)


def _shared_names(outlets: Rows) -> Iterator[Problem]:
    first: dict[str, Row] = {}
    for row in outlets:
        for name in dict.fromkeys(text.casefold() for text in (row["name"], *row.parts("aliases"))):
            if name in first:
                found = f"{name!r} also names {first[name]['id']!r} at {first[name].where}"
                yield Problem(row.where, found, "names and aliases that name one outlet")
            first.setdefault(name, row)


def _circles(actors: Rows) -> Iterator[Problem]:
    """An actor that is its own parent, at any remove; told once, at the first row of the circle."""
    parents = {row["id"]: row["parent"] for row in actors}
    told: set[str] = set()
    for row in actors:
        chain = [row["id"]]
        while (above := parents.get(chain[-1], "")) and above not in chain:
            chain.append(above)
        if above == row["id"] and above not in told:
            told.update(chain)
            found = f"parent of {row['id']!r} goes round: {' > '.join([*chain, above])}"
            yield Problem(row.where, found, "a parent that does not belong to its child")


def _backward(aliases: Rows) -> Iterator[Problem]:
    for row in aliases:
        if row["start"] and row["end"] and row["start"] >= row["end"]:
            found = f"start {row['start']} is not before end {row['end']}"
            yield Problem(row.where, found, "the earlier day as start")
        if "title" in row.parts("flags") and not row["start"]:
            yield Problem(row.where, f"title {row['text']!r} has no start", "the day it was taken")


def _ambiguous(aliases: Rows) -> Iterator[Problem]:
    """The same words twice, unless in two periods: "US Commerce Secretary" has many holders."""
    seen: dict[Hashable, list[Row]] = {}
    for row in aliases:
        same = seen.setdefault((row["text"].casefold(), row["language"]), [])
        for other in same:
            if _is_exact(row) and _is_exact(other) and row["text"] != other["text"]:
                continue
            if _meet(row, other):
                found = f"alias {row['text']!r} stands twice, first at {other.where}"
                yield Problem(row.where, found, "each alias once, or in periods that do not meet")
                break
        same.append(row)


def _is_exact(row: Row) -> bool:
    return "case" in row.parts("flags")


def _meet(one: Row, other: Row) -> bool:
    return (one["start"] or _BEFORE_ALL) < (other["end"] or _AFTER_ALL) and (
        other["start"] or _BEFORE_ALL
    ) < (one["end"] or _AFTER_ALL)


def _incomplete(judgements: Iterable[Row]) -> Iterator[Problem]:
    for row in judgements:
        for column in _NEEDS.get(row["verdict"], ()):
            if not row[column]:
                yield Problem(
                    row.where,
                    f"verdict {row['verdict']!r} has no {column}",
                    f"{' and '.join(_NEEDS[row['verdict']])} filled",
                )


def _unsettable(judgements: Iterable[Row]) -> Iterator[Problem]:
    """A field that nothing has, or a value that the field cannot take: status 'propsed'."""
    for row in judgements:
        if row["verdict"] != "set":
            continue
        field, value = row["field"], row["value"]
        fields = MENTION_FIELDS if row["a"].startswith("m") else EVENT_FIELDS
        if field and field not in fields:
            found = f"field {field!r} cannot be set"
            yield Problem(row.where, found, f"one of {', '.join(fields)}", near(field, fields))
        elif value and field in VALUES and not VALUES[field].holds(value):
            form = VALUES[field]
            todo = near(value, form.known())
            yield Problem(row.where, f"{field} {value!r} is not {form.name}", form.example, todo)
