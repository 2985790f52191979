"""Scores the build of seeds/ against a chronology written by hand.

    python bench/chronology.py [--seeds seeds] [--missed] [--unbacked] [--twice]

``tests/corpus/chronology.csv`` states what happened: an event of the build stands for a row when it
is of (one of) its type(s), names one of its actors and lies near its date; each event stands for
one row.  Its date is right when it overlaps the row's (or that of the report, where there is one)
and is no longer than a month, or than the row's own date; an actor is right when it is the row's,
or above or below it ("Bureau of Industry and Security" for the Commerce Department).
``cn:firms`` is any Chinese firm.

An event is backed when it says the same as a row, when it is the report that a row names, or when
``tests/corpus/chronology_confirmed.csv`` holds it: what else the notes tell, checked by hand.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from timeline import build, tables
from timeline.interval import Interval

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME / "tests" / "corpus"
NEAR = timedelta(days=45)
MONTH = 31
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


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the build: what it says, and where."""

    id: str
    type: str
    status: str
    when: Interval | None
    roles: Mapping[str, frozenset[str]]
    documents: frozenset[str]
    title: str
    quote: str

    def actors(self, *roles: str) -> frozenset[str]:
        """The ids of the actors in these roles; in any role where none is named."""
        return frozenset().union(*(self.roles.get(one, ()) for one in roles or self.roles))


def parts(cell: str, mark: str = ";") -> tuple[str, ...]:
    """The several values of a cell: ``jp; nl``."""
    return tuple(part.strip() for part in cell.split(mark) if part.strip())


def chronology(path: Path) -> list[Row]:
    """The rows of the chronology, in their order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                cells["id"],
                cells["what"],
                tuple(Interval.parse(cells[one]) for one in ("date", "reported") if cells[one]),
                parts(cells["type"], "|"),
                parts(cells["initiators"]),
                parts(cells["targets"]),
                parts(cells["reporters"]),
                cells["status"],
            )
            for cells in csv.DictReader(file)
        ]


def told(made: tables.Tables) -> list[Told]:
    """The events of the build, in its order."""
    roles: dict[str, dict[str, set[str]]] = {}
    for one in made["event_actors"].itertuples():
        roles.setdefault(str(one.event_id), {}).setdefault(str(one.role), set()).add(
            str(one.actor_id)
        )
    where = made["mentions"].groupby("event_id")["document_id"].agg(frozenset)
    return [
        Told(
            str(one.event_id),
            str(one.type),
            str(one.status),
            Interval.parse(str(one.edtf)) if one.edtf else None,
            {role: frozenset(ids) for role, ids in roles.get(str(one.event_id), {}).items()},
            frozenset(where[one.event_id]),
            str(one.title),
            str(one.quote),
        )
        for one in made["events"].itertuples()
    ]


def known(frame: pd.DataFrame) -> Actors:
    """Each actor's kind, country and the id of the actor above it."""
    return {
        str(one.actor_id): (str(one.kind), str(one.country), str(one.parent))
        for one in frame.itertuples()
    }


def line(actor: str, actors: Actors) -> Iterator[str]:
    """The actor and all above it: ``us-bis``, ``us-commerce``, ``us``."""
    seen: set[str] = set()
    while actor and actor not in seen:
        yield actor
        seen.add(actor)
        actor = actors.get(actor, ("", "", ""))[2]


def is_same(wanted: str, found: str, actors: Actors) -> bool:
    """Whether the two are one, one above the other, or a firm of the wanted firms."""
    country, _, group = wanted.partition(":")
    kind, land, _ = actors.get(found, ("", "", ""))
    if group == "firms":
        return kind in ("firms", "company", "organisation") and country.upper() in ("ANY", land)
    return wanted in line(found, actors) or found in line(wanted, actors)


def names(wanted: Sequence[str], found: frozenset[str], actors: Actors) -> bool:
    """Whether one of those found is one of those wanted; nobody wanted is well named."""
    return not wanted or any(is_same(one, other, actors) for one in wanted for other in found)


def is_dated(row: Row, event: Told) -> bool:
    """Whether the event's date is right for the row."""
    when = event.when
    if when is None or when.days is None:
        return False
    longest = max(MONTH, *(one.days or 0 for one in row.when))
    return when.days <= longest and any(_touch(when, one) for one in row.when)


def _touch(a: Interval, b: Interval, pad: timedelta = timedelta(0)) -> bool:
    starts, ends = a.start or date.min, a.end or date.max
    if not pad:
        return (b.start or date.min) < ends and starts < (b.end or date.max)
    return _touch(Interval(starts, ends), Interval((b.start or starts) - pad, (b.end or ends) + pad))


def acts(row: Row, event: Told, actors: Actors) -> bool:
    return names(row.initiators, event.actors("initiator", "speaker"), actors)


def aims(row: Row, event: Told, actors: Actors) -> bool:
    return names(row.targets, event.actors("target", "affected"), actors)


def likeness(row: Row, event: Told, actors: Actors) -> float:
    """How well the event stands for the row; 0 where it does not."""
    people = (*row.initiators, *row.targets)
    if event.type not in row.types or event.when is None:
        return 0.0
    if not any(_touch(event.when, one, NEAR) for one in row.when):
        return 0.0
    if people and not names(people, event.actors(), actors):
        return 0.0
    right = (is_dated(row, event), acts(row, event, actors), aims(row, event, actors))
    days = event.when.days
    exact = days is not None and days <= 7 and is_dated(row, event)
    first = row.types.index(event.type)
    return 1.0 + 2.0 * sum(right) + exact + event.when.is_closed - 0.1 * first


def pair(rows: Sequence[Row], events: Sequence[Told], actors: Actors) -> dict[str, Told]:
    """The event that stands for each row, the likest pairs first, each event once."""
    scored = [
        (likeness(row, event, actors), -r, -e, row, event)
        for r, row in enumerate(rows)
        for e, event in enumerate(events)
    ]
    found: dict[str, Told] = {}
    taken: set[str] = set()
    for score, _, _, row, event in sorted(scored, key=lambda one: one[:3], reverse=True):
        if score and row.id not in found and event.id not in taken:
            found[row.id] = event
            taken.add(event.id)
    return found


def says(row: Row, event: Told, actors: Actors) -> bool:
    """Whether the event says what the row says, or is the report that the row names."""
    if not is_dated(row, event):
        return False
    if event.type == "media_report":
        return bool(row.reporters) and names(row.reporters, event.actors(), actors)
    return event.type in row.types and acts(row, event, actors) and aims(row, event, actors)


def confirmed(path: Path, event: Told) -> bool:
    """Whether a person has confirmed the event: its document, type and date."""
    edtf = event.when.edtf if event.when else ""
    with path.open(encoding="utf-8", newline="") as file:
        return any(
            cells["document"] in event.documents
            and cells["type"] == event.type
            and cells["date"] == edtf
            for cells in csv.DictReader(file)
        )


def doubles(rows: Sequence[Row], events: Sequence[Told], actors: Actors) -> list[tuple[Row, str]]:
    """Rows for which two events of one type say the same."""
    found = []
    for row in rows:
        same: dict[str, list[str]] = {}
        for event in events:
            if event.type != "media_report" and (row.initiators or row.targets):
                if says(row, event, actors):
                    same.setdefault(event.type, []).append(event.id)
        found += [(row, " = ".join(ids)) for ids in same.values() if len(ids) > 1]
    return found


def show(row: Row, event: Told | None, actors: Actors) -> str:
    """A row that was missed, or read wrongly, on a few lines."""
    if event is None:
        return f"{row.id} not found: {row.what} ({row.when[0].edtf}, {'|'.join(row.types)})"
    wrong = [
        name
        for name, good in (
            ("date", is_dated(row, event)),
            ("initiator", acts(row, event, actors)),
            ("target", aims(row, event, actors)),
            ("status", row.status == event.status),
        )
        if not good
    ]
    edtf = event.when.edtf if event.when else "no date"
    return (
        f"{row.id} {', '.join(wrong)}: {row.what} ({row.when[0].edtf}, {row.status}, "
        f"{row.initiators} -> {row.targets})\n     {event.id} {edtf} {event.type} {event.status} "
        f"{ {role: sorted(ids) for role, ids in sorted(event.roles.items())} } | {event.quote}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--seeds", type=Path, default=HOME / "seeds")
    parser.add_argument("--missed", action="store_true", help="rows missed or read wrongly")
    parser.add_argument("--unbacked", action="store_true", help="events that nothing backs")
    parser.add_argument("--twice", action="store_true", help="events that stand twice")
    args = parser.parse_args()
    made = build.from_seeds(args.seeds).tables
    rows, events = chronology(CORPUS / "chronology.csv"), told(made)
    actors = known(made["actors"])
    found = pair(rows, events, actors)
    pairs = [(row, found[row.id]) for row in rows if row.id in found]
    hand = CORPUS / "chronology_confirmed.csv"
    backed = {one.id for one in found.values() if is_dated(_row(rows, found, one), one)}
    bare = [
        one
        for one in events
        if one.id not in backed
        and not any(says(row, one, actors) for row in rows)
        and not confirmed(hand, one)
    ]
    twice = doubles(rows, events, actors)
    figures = {
        "found": (len(pairs), len(rows)),
        "right date": (sum(is_dated(*one) for one in pairs), len(pairs)),
        "right initiator": (sum(acts(*one, actors) for one in pairs), len(pairs)),
        "right target": (sum(aims(*one, actors) for one in pairs), len(pairs)),
        "right status": (sum(row.status == event.status for row, event in pairs), len(pairs)),
        "backed or confirmed": (len(events) - len(bare), len(events)),
    }
    for name, (good, of) in figures.items():
        print(f"{name:20} {good:4}/{of:<4} {good / max(of, 1):7.1%}")
    print(f"{'twice':20} {len(twice):4}")
    if args.missed:
        for row in rows:
            event = found.get(row.id)
            if event is None or not _is_right(row, event, actors):
                print(show(row, event, actors))
    if args.unbacked:
        for one in bare:
            print(_bare(one))
    if args.twice:
        for row, ids in twice:
            print(f"{row.id} {row.what}: {ids}")


def _row(rows: Sequence[Row], found: Mapping[str, Told], event: Told) -> Row:
    return next(row for row in rows if found.get(row.id) is event)


def _is_right(row: Row, event: Told, actors: Actors) -> bool:
    return is_dated(row, event) and acts(row, event, actors) and aims(row, event, actors)


def _bare(event: Told) -> str:
    edtf = event.when.edtf if event.when else ""
    where = "; ".join(sorted(event.documents))
    return f"{event.id} {edtf} {event.type} {event.status} | {event.title} | {event.quote} | {where}"


if __name__ == "__main__":
    main()
