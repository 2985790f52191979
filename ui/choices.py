"""What a reader chose, as the address says it: the same words for pages, downloads and pictures.

``actor=Nvidia&actor=China&type=Export+control&status=Enacted&from=2023-01-01&q=H20&lanes=Outlet``.
Lists repeat; ids are understood as well as names, in any case of letters.  To add a parameter: a
line in ``PARAMETERS``, its known values in ``known``, and its field in ``_choice`` and ``pairs``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import urlencode

from timeline import search
from timeline.filters import Filters
from timeline.model import Role
from timeline.rows import Same
from timeline.tables import Tables
from ui import words

PARAMETERS = (
    "q", "actor", "role", "type", "status", "outlet", "thread", "from", "to", "reports", "lanes",
    "steps",
)  # fmt: skip
LANES = {
    "Actor": "lane",
    "Event type": "type_label",
    "First outlet": "first_outlet",
    "Thread": "thread",
}
ROLES = {role.value.capitalize(): role.value for role in Role}
MOST_CHARACTERS = 200


#: What is shown of itself: media reports only where nothing shown says the same.
ALL = Filters(echoes=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events, by what their lanes are, and whether the steps of measures are joined."""

    filters: Filters = ALL
    lanes: str = "Actor"
    steps: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it leaves out any event that a filter could leave out."""
        return self.filters != ALL


@dataclass(frozen=True, slots=True)
class Fault:
    """A value in the address that nothing has; ``message`` is for people, not escaped."""

    parameter: str
    value: str
    message: str


Known = Mapping[str, Mapping[str, str]]


def known(tables: Tables) -> Known:
    """For each parameter of a closed set: each way to write a value -> the name readers see."""
    return _known(Same(tables))


@lru_cache(maxsize=4)
def _known(same: Same[Tables]) -> Known:
    tables = same.one
    events, actors, outlets = tables["events"], tables["actors"], tables["outlets"]
    has = set(events["status"].unique())
    types = events[["type", "type_label"]].drop_duplicates()
    most = int(events["reports"].max()) if len(events) else 1
    named = {
        "actor": zip(actors["actor_id"], actors["name"], strict=True),
        "role": ((role, label) for label, role in ROLES.items()),
        "type": zip(types["type"], types["type_label"], strict=True),
        "status": ((key, label) for key, label in words.STATUSES.items() if key in has),
        "outlet": zip(outlets["outlet_id"], outlets["name"], strict=True),
        "thread": ((name, name) for name in events["thread"].unique() if name),
        "reports": ((str(least), str(least)) for least in range(1, most + 1)),
        "lanes": ((column, label) for label, column in LANES.items()),
        "steps": (("true", "true"), ("false", "false")),
    }
    return {parameter: _ways(pairs) for parameter, pairs in named.items()}


def _ways(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    ways: dict[str, str] = {}
    for key, name in sorted(set(named), key=lambda pair: pair[1].casefold()):
        ways[name.casefold()] = name
        ways.setdefault(key.casefold(), name)
    return ways


def options(tables: Tables) -> Mapping[str, list[str]]:
    """For each parameter of a closed set the names to choose from; actors by weight."""
    return _options(Same(tables))


@lru_cache(maxsize=4)
def _options(same: Same[Tables]) -> Mapping[str, list[str]]:
    tables = same.one
    events, actors = tables["events"], tables["actors"]
    held = {
        parameter: list(dict.fromkeys(ways.values())) for parameter, ways in known(tables).items()
    }
    weight = dict(zip(actors["name"], actors["events"], strict=True))
    used = set(events["status"].unique())
    return held | {
        "actor": sorted(held["actor"], key=lambda name: (-int(weight[name]), name.casefold())),
        "role": list(ROLES),
        "status": [label for key, label in words.STATUSES.items() if key in used],
        "lanes": [
            label
            for label, column in LANES.items()
            if column != "thread" or (events["thread"] != "").any()
        ],
    }


def read(tables: Tables, query: Sequence[tuple[str, str]]) -> tuple[Choice, tuple[Fault, ...]]:
    """The choice that a query string makes, and what in it nothing has (left out of the choice).

    Parameters that are not ours are passed over; a search that is wrong is kept as plain words.
    """
    ways = known(tables)
    good: dict[str, list[str]] = {}
    faults = []
    for parameter, value in query:
        if parameter not in PARAMETERS or not value:
            continue
        read_one = _value(parameter, value, ways)
        if isinstance(read_one, Fault):
            faults.append(read_one)
        elif read_one not in good.setdefault(parameter, []):
            good[parameter].append(read_one)
    faults += [Fault("q", one, told) for one in good.get("q", ()) if (told := search.fault(one))]
    if good.get("from", [""])[0] > good.get("to", ["9999-99-99"])[0]:
        late, soon = good.pop("from")[0], good["to"][0]
        faults.append(Fault("from", late, f"from {late} is after to {soon}; it was left out"))
    return choice(good), tuple(faults)


def _value(parameter: str, value: str, ways: Known) -> str | Fault:
    if parameter == "q":
        return " ".join(value[:MOST_CHARACTERS].split())
    if parameter in ("from", "to"):
        return _day(parameter, value)
    name = ways[parameter].get(value.casefold())
    return name or Fault(parameter, value, unknown(parameter, value, ways[parameter]))


def _day(parameter: str, value: str) -> str | Fault:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        shown = value[:MOST_CHARACTERS]
        return Fault(
            parameter, value, f"{parameter} {shown!r} is no date; expected one like 2024-09-27"
        )


def unknown(parameter: str, value: str, ways: Mapping[str, str]) -> str:
    """The complaint, with the nearest that there is."""
    shown = value[:MOST_CHARACTERS]
    near = get_close_matches(shown.casefold(), sorted(ways), 1, 0.6)
    if near:
        return f"{parameter} {shown!r} is not in the record; did you mean {ways[near[0]]!r}?"
    names = sorted(set(ways.values()))
    more = ", …" if len(names) > 6 else ""
    expected = f"one of {', '.join(names[:6])}{more}" if names else "none"
    return f"{parameter} {shown!r} is not in the record; expected {expected}"


def choice(values: Mapping[str, Sequence[str]]) -> Choice:
    """The choice of values that are known to be good."""
    labels = {label: key for key, label in words.STATUSES.items()}
    day = {name: values[name][0] for name in ("from", "to") if values.get(name)}
    return Choice(
        Filters(
            actors=tuple(values.get("actor", ())),
            roles=tuple(ROLES[label] for label in values.get("role", ())),
            types=tuple(values.get("type", ())),
            statuses=tuple(labels[label] for label in values.get("status", ())),
            outlets=tuple(values.get("outlet", ())),
            threads=tuple(values.get("thread", ())),
            start=date.fromisoformat(day["from"]) if "from" in day else None,
            end=date.fromisoformat(day["to"]) if "to" in day else None,
            text="".join(values.get("q", ())[:1]),
            min_reports=int(least[0])
            if (least := values.get("reports")) and least[0] != "1"
            else 0,
            echoes=bool(values.get("type")),
        ),
        "".join(values.get("lanes", ())[:1]) or "Actor",
        list(values.get("steps", ())[:1]) == ["true"],
    )


def pairs(chosen: Choice) -> list[tuple[str, str]]:
    """The query that makes this choice, defaults left out."""
    asked = chosen.filters
    roles = {role: label for label, role in ROLES.items()}
    lists = {
        "q": [asked.text],
        "actor": asked.actors,
        "role": [roles[role] for role in asked.roles],
        "type": asked.types,
        "status": [words.STATUSES[status] for status in asked.statuses],
        "outlet": asked.outlets,
        "thread": asked.threads,
        "from": [asked.start.isoformat() if asked.start else ""],
        "to": [asked.end.isoformat() if asked.end else ""],
        "reports": [str(asked.min_reports) if asked.min_reports else ""],
        "steps": ["true" if chosen.steps else ""],
        "lanes": ["" if chosen.lanes == "Actor" else chosen.lanes],
    }
    return [(name, value) for name in PARAMETERS for value in lists[name] if value]


def query(chosen: Choice, *more: tuple[str, str]) -> str:
    """The query string with its question mark; empty where there is nothing to say."""
    given = [*pairs(chosen), *more]
    return f"?{urlencode(given)}" if given else ""


def told(chosen: Choice) -> str:
    """The choice in words: "actor Nvidia or China; since 1 Jan 2023; “H20”"."""
    asked = chosen.filters
    parts = [f"“{asked.text}”"] if asked.text else []
    for name, values in (
        ("actor", asked.actors),
        ("role", asked.roles),
        ("type", asked.types),
        ("status", [words.STATUSES[status] for status in asked.statuses]),
        ("outlet", asked.outlets),
        ("thread", asked.threads),
    ):
        if values:
            parts.append(f"{name} {' or '.join(values)}")
    if asked.start:
        parts.append(f"from {words.when(asked.start.isoformat())}")
    if asked.end:
        parts.append(f"to {words.when(asked.end.isoformat())}")
    if asked.min_reports:
        parts.append(f"at least {words.count(asked.min_reports, 'independent report')}")
    return "; ".join(parts)
