"""What the chronology lists and what a build tells, read for ``bench.chronology``."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from timeline import tables
from timeline.interval import Interval

Actors = Mapping[str, tuple[str, str, str]]  # kind, country, parent


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chronology; ``types`` are those that it may fairly bear."""

    id: str
    what: str
    when: tuple[Interval, ...]
    types: tuple[str, ...]
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    reporters: tuple[str, ...]
    status: str
    campaign: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the build: what it says, in which documents, and what those rest on."""

    id: str
    type: str
    status: str
    when: Interval | None
    roles: Mapping[str, frozenset[str]]
    documents: frozenset[str]
    rests_on: str
    quote: str

    @property
    def edtf(self) -> str:
        return self.when.edtf if self.when else ""

    def actors(self, *roles: str) -> frozenset[str]:
        """The ids of the actors in these roles; in any role where none is named."""
        return frozenset().union(*(self.roles.get(one, ()) for one in roles or self.roles))


def parts(cell: str, mark: str = ";") -> tuple[str, ...]:
    """The several values of a cell: ``jp; nl``."""
    return tuple(part.strip() for part in cell.split(mark) if part.strip())


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chronology(path: Path) -> list[Row]:
    """The rows of the chronology, in their order."""
    return [
        Row(
            cells["id"],
            cells["what"],
            tuple(map(Interval.parse, (cells["date"], *parts(cells["also"])))),
            parts(cells["type"], "|"),
            parts(cells["initiators"]),
            parts(cells["targets"]),
            parts(cells["reporters"]),
            cells["status"],
            cells["campaign"],
        )
        for cells in read(path)
    ]


def told(made: tables.Tables) -> list[Told]:
    """The events of the build, in its order."""
    roles: dict[str, dict[str, set[str]]] = {}
    for one in made["event_actors"].itertuples():
        of = roles.setdefault(str(one.event_id), {})
        of.setdefault(str(one.role), set()).add(str(one.actor_id))
    origin = {str(one.document_id): str(one.rests_on) for one in made["documents"].itertuples()}
    where: dict[str, set[str]] = {}
    for one in made["mentions"].itertuples():
        where.setdefault(str(one.event_id), set()).add(str(one.document_id))
    return [
        Told(
            str(one.event_id),
            str(one.type),
            str(one.status),
            Interval.parse(str(one.edtf)) if one.edtf else None,
            {role: frozenset(ids) for role, ids in roles.get(str(one.event_id), {}).items()},
            frozenset(where[str(one.event_id)]),
            " | ".join(sorted(origin[name] for name in where[str(one.event_id)])),
            str(one.quote),
        )
        for one in made["events"].itertuples()
    ]


def known(frame: pd.DataFrame) -> Actors:
    """Each actor's kind, country and the id of the actor above it."""
    rows = frame.itertuples()
    return {str(one.actor_id): (str(one.kind), str(one.country), str(one.parent)) for one in rows}
