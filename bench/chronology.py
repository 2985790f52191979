"""Scores the build of seeds/ against a chronology written by hand.

    python bench/chronology.py [--seeds seeds] [--show]

``tests/corpus/chronology.csv`` states what happened: an event of the build stands for a row when it
is of (one of) its type(s), names one of its actors and lies near its date; each event stands for
one row, or for those of one campaign.  Its date is right when it overlaps the row's (or, ``also``, that of the report, of the
effect, or the quarter that results are of) and is no longer than a month, or than the row's own
date; an actor is right when it is the row's, or above or below it ("Bureau of Industry and
Security" for the Commerce Department).  ``cn:firms`` is any Chinese firm.

An event is backed when it says the same as a row, when it is the report that a row names or that
its note declares to rest on, or when ``tests/corpus/chronology_confirmed.csv`` holds it: what else
the notes tell, checked by hand.  ``--show`` prints what is missed, read wrongly, bare or twice.
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
    if kind == "firms" and land in (wanted.upper(), actors.get(wanted, ("", "", ""))[1]):
        return True  # a country's firms as a whole are no strangers to it, or to one of them
    if group == "firms":
        return kind in ("firms", "company", "organisation") and country.upper() in ("ANY", land)
    return wanted in line(found, actors) or found in line(wanted, actors)


def names(wanted: Sequence[str], found: frozenset[str], actors: Actors) -> bool:
    """Whether one of those found is one of those wanted; nobody wanted is well named."""
    return not wanted or any(is_same(one, other, actors) for one in wanted for other in found)


def acts(row: Row, event: Told, actors: Actors) -> bool:
    who = ("reporter",) if event.type == "media_report" else ("initiator", "speaker")
    return names(row.initiators, event.actors(*who), actors)


def aims(row: Row, event: Told, actors: Actors) -> bool:
    return names(row.targets, event.actors("target", "affected"), actors)


def meets(a: Interval, b: Interval, pad: timedelta = timedelta(0)) -> bool:
    """Whether the two share a day, ``b`` widened by ``pad`` to both sides."""
    starts, ends = (b.start - pad if b.start else date.min), (b.end + pad if b.end else date.max)
    return (a.start or date.min) < ends and starts < (a.end or date.max)


def is_dated(row: Row, event: Told) -> bool:
    """Whether the event's date is right for the row."""
    when = event.when
    if when is None or when.days is None:
        return False
    longest = max(MONTH, *(one.days or 0 for one in row.when))
    return when.days <= longest and any(meets(when, one) for one in row.when)


def likeness(row: Row, event: Told, actors: Actors) -> float:
    """How well the event stands for the row; 0 where it does not."""
    if event.type not in row.types or event.when is None:
        return 0.0
    if not any(meets(event.when, one, NEAR) for one in row.when):
        return 0.0
    people = (*row.initiators, *row.targets)
    if not names(people or row.reporters, event.actors(), actors):
        return 0.0
    dated = is_dated(row, event)
    right = (dated, acts(row, event, actors), aims(row, event, actors))
    exact = dated and event.when.days is not None and event.when.days <= 7
    return 1.0 + 2.0 * sum(right) + exact - 0.1 * row.types.index(event.type)


def pair(rows: Sequence[Row], events: Sequence[Told], actors: Actors) -> dict[str, Told]:
    """The event that stands for each row, the likest pairs first, each event once.

    Rows of one campaign, which is one event told over months, may share theirs.
    """
    scored = [
        (likeness(row, event, actors), -r, -e, row, event)
        for r, row in enumerate(rows)
        for e, event in enumerate(events)
    ]
    found: dict[str, Told] = {}
    taken: dict[str, str] = {}
    for score, _, _, row, event in sorted(scored, key=lambda one: one[:3], reverse=True):
        is_free = event.id not in taken or (row.campaign and taken[event.id] == row.campaign)
        if score and row.id not in found and is_free:
            found[row.id] = event
            taken[event.id] = row.campaign
    return found


def says(row: Row, event: Told, actors: Actors) -> bool:
    """Whether the event says what the row says, or is the report that the row names."""
    if not is_dated(row, event):
        return False
    if event.type == "media_report":
        return bool(row.reporters) and names(row.reporters, event.actors(), actors)
    return event.type in row.types and acts(row, event, actors) and aims(row, event, actors)


def is_declared(event: Told, outlets: Mapping[str, str]) -> bool:
    """Whether it is the report that the editor of its note declares: "Reuters, 7 May 2024"."""
    reporters = {outlets.get(actor, "") for actor in event.actors("reporter")} - {""}
    return event.type == "media_report" and any(name in event.rests_on for name in reporters)


def is_confirmed(event: Told, hand: Sequence[Mapping[str, str]]) -> bool:
    """Whether a person has confirmed the event, by one of its documents, type and date."""
    return any(
        cells["document"] in event.documents
        and (cells["type"], cells["date"]) == (event.type, event.edtf)
        for cells in hand
    )


def doubles(
    rows: Sequence[Row], events: Sequence[Told], found: Mapping[str, Told], actors: Actors
) -> Iterator[tuple[Row, Told, Told]]:
    """The event of a row, and another one that says the same at the same time.

    ``events`` are those that no person has confirmed to be of their own.
    """
    stand = {one.id for one in found.values()}
    free = [one for one in events if one.id not in stand and one.type != "media_report"]
    for row in rows:
        one = found.get(row.id)
        if one is None or one.when is None:
            continue
        for other in free:
            if other.type == one.type and other.when and says(row, other, actors):
                if one.edtf == other.edtf or (one.type != "company_results" and meets(one.when, other.when)):
                    yield row, one, other


def wrong(row: Row, event: Told | None, actors: Actors) -> list[str]:
    """What of the row is missed or read wrongly."""
    if event is None:
        return ["not found"]
    good = {
        "date": is_dated(row, event),
        "initiator": acts(row, event, actors),
        "target": aims(row, event, actors),
        "status": row.status == event.status,
    }
    return [name for name, is_good in good.items() if not is_good]


def show(event: Told | None) -> str:
    if event is None:
        return ""
    roles = {role: sorted(ids) for role, ids in sorted(event.roles.items())}
    where = "; ".join(sorted(event.documents)[:4])
    return f"\n     {event.id} {event.edtf} {event.type} {event.status} {roles} | {event.quote} | {where}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--seeds", type=Path, default=HOME / "seeds")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    made = build.from_seeds(args.seeds).tables
    rows, events = chronology(CORPUS / "chronology.csv"), told(made)
    actors = known(made["actors"])
    found = pair(rows, events, actors)
    faults = {row.id: wrong(row, found.get(row.id), actors) for row in rows}
    hand = read(CORPUS / "chronology_confirmed.csv")
    outlets = {str(one.actor_id): str(one.name) for one in made["actors"].itertuples()}
    stand = {one.id for name, one in found.items() if "date" not in faults[name]}
    bare = [
        one
        for one in events
        if one.id not in stand
        and not any(says(row, one, actors) for row in rows)
        and not is_declared(one, outlets)
        and not is_confirmed(one, hand)
    ]
    open_ = [one for one in events if not is_confirmed(one, hand)]
    twice = list(doubles(rows, open_, found, actors))
    figures = {"found": (len(found), len(rows))} | {
        f"right {name}": (sum(name not in faults[id] for id in found), len(found))
        for name in ("date", "initiator", "target", "status")
    }
    figures["backed or confirmed"] = (len(events) - len(bare), len(events))
    for name, (good, of) in figures.items():
        print(f"{name:20} {good:4}/{of:<4} {good / max(of, 1):7.1%}")
    print(f"{'twice':20} {len(twice):4}")
    if args.show:
        _print(rows, found, faults, bare, twice)


def _print(
    rows: Sequence[Row],
    found: Mapping[str, Told],
    faults: Mapping[str, Sequence[str]],
    bare: Sequence[Told],
    twice: Sequence[tuple[Row, Told, Told]],
) -> None:
    for row in rows:
        if set(faults[row.id]) - {"status"}:
            what = f"{row.what} ({row.when[0].edtf}, {'|'.join(row.types)}, {row.initiators})"
            print(f"{row.id} {', '.join(faults[row.id])}: {what}{show(found.get(row.id))}")
    for one in bare:
        print(f"BARE {show(one).strip()}")
    for row, one, other in twice:
        print(f"TWICE {row.id} {row.what}{show(one)}{show(other)}")


if __name__ == "__main__":
    main()
