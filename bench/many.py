"""A record of any number of made-up events, written as a build that the server can show.

    python -m bench.many 100000 /tmp/record
    POLICY_TIMELINE_SEEDS=/tmp/record python -m streamlit run app.py

The same number gives the same record.  A few events matter more than others, as in real ones.
"""

import argparse
import random
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from timeline import build, exports
from timeline.tables import SCHEMAS, Tables, event_types

STATES = ("United States", "China", "Japan", "Netherlands", "South Korea", "Taiwan")
FIRMS = tuple(f"Maker {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
THINGS = ("chips", "lithography tools", "gallium", "memory", "servers", "design software")
STATUSES = ("enacted", "in_force", "reported", "proposed", "rescinded", "forecast", "occurred")
_FIRST, _DAYS = date(2016, 1, 1), 3600
Row = dict[str, object]


def tables(number: int, per_document: int = 5) -> Tables:
    """A whole record of so many events, told by a fifth as many documents."""
    chance = random.Random(number)
    events = sorted((_event(place, chance, per_document) for place in range(number)), key=_by_day)
    named = [*STATES, *FIRMS]
    rows: Mapping[str, list[Row]] = {
        "events": events,
        "mentions": [_mention(one) for one in events],
        "event_actors": [_role(one) for one in events],
        "documents": [_document(place) for place in range(-(-number // per_document))],
        "reports": [_report(place) for place in range(-(-number // per_document))],
        "actors": [{"actor_id": _id(name), "name": name, "kind": "company"} for name in named],
        "outlets": [{"outlet_id": f"o{n}", "name": f"Outlet {n}"} for n in range(20)],
    }
    return {name: exports.read(name, _csv(name, rows.get(name, []))) for name in SCHEMAS}


def _csv(name: str, rows: list[Row]) -> bytes:
    columns = SCHEMAS[name].columns
    usual = {column: _USUAL.get(told.dtype, "") for column, told in columns.items()}
    lines = [",".join(columns)]
    lines += [",".join(_cell({**usual, **row}[column]) for column in columns) for row in rows]
    return ("\n".join(lines) + "\n").encode()


_USUAL: Mapping[str, object] = {"int64": 0, "float64": 0.0, "bool": False}


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _by_day(row: Row) -> tuple[str, str]:
    return str(row["start"]), str(row["event_id"])


def _event(place: int, chance: random.Random, per_document: int) -> Row:
    kinds = tuple(event_types().values())
    kind = kinds[min(int(chance.expovariate(0.25)), len(kinds) - 1)]
    doer, whom = chance.choice(STATES), chance.choice(FIRMS)
    days = _days(chance)
    return {
        "event_id": f"e{place:07}",
        "title": f"{doer}: {kind.label.lower()} on {chance.choice(THINGS)} for {whom}",
        "type": kind.id,
        "type_label": kind.label,
        "family": kind.family,
        "status": chance.choice(STATUSES),
        "initiators": doer,
        "targets": whom,
        "lane": doer if chance.random() < 0.6 else whom,
        **days,
        **_behind(place // per_document, chance),
    }


def _days(chance: random.Random) -> Row:
    start = _FIRST + timedelta(days=int(_DAYS * chance.random() ** 0.6))
    length = chance.choice((1, 1, 1, 1, 7, 30))
    end = start + timedelta(days=length)
    edtf = start.isoformat() if length == 1 else f"{start}~/{end - timedelta(days=1)}~"
    told = {"edtf": edtf, "start": start, "end": end, "granularity": "day"}
    return {**told, "approximate": length > 1, "date_basis": "explicit"}


def _behind(document: int, chance: random.Random) -> Row:
    """Who tells of it."""
    outlet = f"Outlet {document % 20}"
    return {
        "mentions": 1,
        "documents": 1,
        "reports": 1 + int(chance.paretovariate(1.6) - 1) % 30,
        "first_document": f"o{document % 20}/d{document}",
        "first_outlet": outlet,
        "outlets": outlet,
    }


def _mention(event: Row) -> Row:
    shared = ("event_id", "type", "status", "edtf", "start", "end", "granularity", "approximate")
    document = str(event["first_document"])
    said = {"sentence": f"{event['title']}.", "quote": event["title"]}
    ids = {"mention_id": f"m{event['event_id']}", "document_id": document}
    report = {"report_id": f"r{document.split('/d')[1]}", "outlet": event["first_outlet"]}
    return {**{name: event[name] for name in shared}, **ids, **said, **report}


def _role(event: Row) -> Row:
    doer = str(event["initiators"])
    return {
        "event_id": event["event_id"], "actor_id": _id(doer), "name": doer, "role": "initiator",
        "mentions": 1,
    }  # fmt: skip


def _document(place: int) -> Row:
    day = _FIRST + timedelta(days=place % _DAYS)
    return {
        "document_id": f"o{place % 20}/d{place}", "outlet_id": f"o{place % 20}",
        "outlet": f"Outlet {place % 20}", "title": f"Article {place}", "published": day,
        "published_start": day, "language": "en", "report_id": f"r{place}",
    }  # fmt: skip


def _report(place: int) -> Row:
    day = _FIRST + timedelta(days=place % _DAYS)
    return {"report_id": f"r{place}", "origin": "", "documents": 1, "first_published": day}


def write(number: int, folder: Path) -> None:
    """The record as a build on the disk."""
    build.write(build.Build(tables(number)), folder)


def main() -> None:
    """Write one."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("events", type=int)
    asked.add_argument("folder", type=Path)
    given = asked.parse_args()
    write(given.events, given.folder)


if __name__ == "__main__":
    main()
