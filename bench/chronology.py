"""Scores the build of seeds/ against a chronology written by hand.

    python -m bench.chronology [--seeds seeds] [--show]

``tests/corpus/chronology.csv`` states what happened: an event of the build stands for a row when it
is of (one of) its type(s), names one of its actors and lies near its date; each event stands for
one row, or for those of one campaign.  Its date is right when it overlaps the row's (or, ``also``,
that of the report, of the effect, or the quarter that results are of) and is no longer than a
month, or than the row's own date; an actor is right when it is the row's, or above or below it
("Bureau of Industry and Security" for the Commerce Department).  ``cn:firms`` is any Chinese firm.

An event is backed when it says the same as a row, when it is the report that a row names or that
its note declares to rest on, or when ``tests/corpus/chronology_confirmed.csv`` holds it: what else
the notes tell, checked by hand.  ``--show`` prints what is missed, read wrongly, bare or twice.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.listed import Actors, Row, Told, chronology, known, read, told
from timeline import build
from timeline.interval import Interval

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME / "tests" / "corpus"
NEAR = timedelta(days=45)
MONTH = 31


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
    return float(1 + 2 * sum(right) + exact) - 0.1 * row.types.index(event.type)


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
        same = [(other, other.when) for other in free if other.type == one.type and other.when]
        may_meet = one.type != "company_results"  # quarters lie within years
        for other, when in same:
            at_once = one.edtf == other.edtf or (may_meet and meets(one.when, when))
            if at_once and says(row, other, actors):
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


def is_backed(
    event: Told,
    rows: Sequence[Row],
    hand: Sequence[Mapping[str, str]],
    outlets: Mapping[str, str],
    actors: Actors,
) -> bool:
    """Whether a row, the editor of its note or a person who checked it stands for the event."""
    if is_declared(event, outlets) or is_confirmed(event, hand):
        return True
    return any(says(row, event, actors) for row in rows)


@dataclass(frozen=True, slots=True)
class Score:
    """What came of the comparison."""

    rows: Sequence[Row]
    events: Sequence[Told]
    found: Mapping[str, Told]
    faults: Mapping[str, Sequence[str]]
    bare: Sequence[Told]
    twice: Sequence[tuple[Row, Told, Told]]


def scored(seeds: Path) -> Score:
    """The build of ``seeds`` against the chronology."""
    made = build.from_seeds(seeds).tables
    rows, events = chronology(CORPUS / "chronology.csv"), told(made)
    hand, actors = read(CORPUS / "chronology_confirmed.csv"), known(made["actors"])
    outlets = {str(one.actor_id): str(one.name) for one in made["actors"].itertuples()}
    found = pair(rows, events, actors)
    faults = {row.id: wrong(row, found.get(row.id), actors) for row in rows}
    stand = {one.id for name, one in found.items() if "date" not in faults[name]}
    bare = [
        one
        for one in events
        if one.id not in stand and not is_backed(one, rows, hand, outlets, actors)
    ]
    unsure = [one for one in events if not is_confirmed(one, hand)]
    twice = list(doubles(rows, unsure, found, actors))
    return Score(rows, events, found, faults, bare, twice)


def figures(score: Score) -> Iterator[str]:
    """The lines of figures: ``found 118/120 98.3%``."""
    shares = {"found": (len(score.found), len(score.rows))}
    for name in ("date", "initiator", "target", "status"):
        good = sum(name not in score.faults[id] for id in score.found)
        shares[f"right {name}"] = (good, len(score.found))
    shares["backed or confirmed"] = (len(score.events) - len(score.bare), len(score.events))
    for name, (good, of) in shares.items():
        yield f"{name:20} {good:4}/{of:<4} {good / max(of, 1):7.1%}"
    yield f"{'twice':20} {len(score.twice):4}"


def described(event: Told | None) -> str:
    """The event on a line of its own: its date, type, status, roles, words and documents."""
    if event is None:
        return ""
    roles = {role: sorted(ids) for role, ids in sorted(event.roles.items())}
    where = "; ".join(sorted(event.documents)[:4])
    facts = f"{event.id} {event.edtf} {event.type} {event.status} {roles}"
    return f"\n     {facts} | {event.quote} | {where}"


def misses(score: Score) -> Iterator[str]:
    """What is missed, read wrongly, bare or there twice."""
    for row in score.rows:
        if set(score.faults[row.id]) - {"status"}:
            wanted = f"{row.what} ({row.when[0].edtf}, {'|'.join(row.types)}, {row.initiators})"
            found = described(score.found.get(row.id))
            yield f"{row.id} {', '.join(score.faults[row.id])}: {wanted}{found}"
    for one in score.bare:
        yield f"BARE {described(one).strip()}"
    for row, one, other in score.twice:
        yield f"TWICE {row.id} {row.what}{described(one)}{described(other)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--seeds", type=Path, default=HOME / "seeds")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    score = scored(args.seeds)
    print("\n".join((*figures(score), *(misses(score) if args.show else ()))))


if __name__ == "__main__":
    main()
