"""What a reader chose, as the address says it: the same words for pages, downloads and pictures.

``actor=Nvidia&actor=China&type=Export+control&status=Enacted&from=2023-01-01&q=H20&lanes=Outlet``.
Lists repeat; ids are understood as well as names, in any case of letters.  To add a parameter: a
line in ``PARAMETERS``, its known values in ``known``, and its field in ``choice`` and ``pairs``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import urlencode

from timeline import search, translate
from timeline.filters import Filters
from timeline.language import gettext, mark, pgettext
from timeline.rows import Same
from timeline.tables import Tables
from ui import foreign, labels, tongue, words

PARAMETERS = (
    "q", "actor", "role", "type", "status", "outlet", "thread", "from", "to", "reports", "lanes",
    "steps",
)  # fmt: skip
MOST_CHARACTERS = 200
#: What is shown of itself: media reports only where nothing shown says the same.
ALL = Filters(echoes=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events, by what their lanes are, and whether the steps of measures are joined.

    ``lanes`` is a key of ``labels.LANES``; names are those of the tables, in the reader's language.
    """

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


def lanes(chosen: str) -> str:
    """What the control for lanes calls a key of ``labels.LANES``."""
    return gettext(chosen)


@lru_cache(maxsize=4)
def _known(same: Same[Tables]) -> Known:
    tables = same.one
    events, actors, outlets = tables["events"], tables["actors"], tables["outlets"]
    has = set(events["status"].unique())
    types = events[["type", "type_label"]].drop_duplicates()
    most = int(events["reports"].max()) if len(events) else 1
    named = {
        "actor": zip(actors["actor_id"], actors["name"], strict=True),
        "role": labels.roles().items(),
        "type": zip(types["type"], types["type_label"], strict=True),
        "status": ((key, label) for key, label in words.statuses().items() if key in has),
        "outlet": zip(outlets["outlet_id"], outlets["name"], strict=True),
        "thread": ((name, name) for name in events["thread"].unique() if name),
        "reports": ((str(least), str(least)) for least in range(1, most + 1)),
        "lanes": (
            (column, label) for label, column in labels.LANES.items()
        ),  # its keys, in English
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
        "role": list(labels.roles().values()),
        "status": [label for key, label in words.statuses().items() if key in used],
        "lanes": [
            gettext(label)
            for label, column in labels.LANES.items()
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
        told = gettext("from {from_} is after to {to}", from_=late, to=soon)
        faults.append(Fault("from", late, told))
    return choice(good), tuple(faults)


def written(tables: Tables, query: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The query as the controls write it: ("actor", "nvidia") is ("actor", "Nvidia").

    What is not known is left as it is, to be told of.
    """
    ways = known(tables)
    return [(name, _written(name, value, ways)) for name, value in query]


def _written(parameter: str, value: str, ways: Known) -> str:
    name = foreign.named(value, ways[parameter]) if parameter in ways else ""
    return (lanes(name) if parameter == "lanes" else name) if name else value


def _value(parameter: str, value: str, ways: Known) -> str | Fault:
    if parameter == "q":
        return " ".join(value[:MOST_CHARACTERS].split())
    if parameter in ("from", "to"):
        return day(parameter, value)
    name = foreign.named(value, ways[parameter])
    return name or Fault(parameter, value, unknown(parameter, value, ways[parameter]))


def day(parameter: str, value: str) -> str | Fault:
    """A day of the calendar, "2024-09-27", or why it is none."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        told = gettext(
            "{parameter} '{value}' is no date; expected one like 2024-09-27",
            parameter=parameter,
            value=value[:MOST_CHARACTERS],
        )
        return Fault(parameter, value, told)


def unknown(parameter: str, value: str, ways: Mapping[str, str]) -> str:
    """The complaint, with the nearest that there is."""
    shown = value[:MOST_CHARACTERS]
    near = get_close_matches(shown.casefold(), sorted(ways), 1, 0.6)
    missing = gettext(
        "{parameter} '{value}' is not in the record", parameter=parameter, value=shown
    )
    if near:
        return gettext("{missing}; did you mean '{name}'?", missing=missing, name=ways[near[0]])
    names = sorted(set(ways.values()))
    if not names:
        return gettext("{missing}; expected none", missing=missing)
    told = pgettext("between names", ", ").join([*names[:6], *(["…"] if len(names) > 6 else [])])
    return gettext("{missing}; expected one of {names}", missing=missing, names=told)


def choice(values: Mapping[str, Sequence[str]]) -> Choice:
    """The choice of values that are known to be good."""
    keys = {label: key for key, label in (words.statuses() | labels.roles()).items()}
    least = next(iter(values.get("reports", ())), "1")
    days = {name: values[name][0] for name in ("from", "to") if values.get(name)}
    return Choice(
        Filters(
            actors=tuple(values.get("actor", ())),
            roles=tuple(keys[label] for label in values.get("role", ())),
            types=tuple(values.get("type", ())),
            statuses=tuple(keys[label] for label in values.get("status", ())),
            outlets=tuple(values.get("outlet", ())),
            threads=tuple(values.get("thread", ())),
            start=date.fromisoformat(days["from"]) if "from" in days else None,
            end=date.fromisoformat(days["to"]) if "to" in days else None,
            text="".join(values.get("q", ())[:1]),
            min_reports=0 if least == "1" else int(least),  # each has one
            echoes=translate.type_label("media_report") in values.get("type", ()),
        ),
        "".join(values.get("lanes", ())[:1]) or "Actor",
        list(values.get("steps", ())[:1]) == ["true"],
    )


def pairs(chosen: Choice) -> list[tuple[str, str]]:
    """The query that makes this choice, defaults left out."""
    asked = chosen.filters
    lists = {
        "q": [asked.text],
        "actor": asked.actors,
        "role": [labels.roles()[role] for role in asked.roles],
        "type": asked.types,
        "status": [words.status(status) for status in asked.statuses],
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
    given = [*pairs(chosen), *more, *tongue.pairs()]
    return f"?{urlencode(given)}" if given else ""


def view(chosen: Choice) -> str:
    """The choice alone, as the parameter ``view`` of another page keeps it."""
    return urlencode(pairs(chosen))


def told(chosen: Choice) -> str:
    """The choice in words: "actor Nvidia or China; from 1 Jan 2023; “H20”"."""
    asked = chosen.filters
    parts = [gettext("“{words}”", words=asked.text)] if asked.text else []
    between = gettext(" or ")
    for message, values in (
        (mark("actor {names}"), asked.actors),
        (mark("role {names}"), [labels.roles()[role].lower() for role in asked.roles]),
        (mark("type {names}"), asked.types),
        (mark("status {names}"), [words.status(status) for status in asked.statuses]),
        (mark("outlet {names}"), asked.outlets),
        (mark("thread {names}"), asked.threads),
    ):
        if values:
            parts.append(gettext(message, names=between.join(values)))
    if asked.start:
        parts.append(gettext("from {date}", date=words.when(asked.start.isoformat())))
    if asked.end:
        parts.append(gettext("to {date}", date=words.when(asked.end.isoformat())))
    if asked.min_reports:
        told = words.count(asked.min_reports, "independent report")
        parts.append(gettext("at least {reports}", reports=told))
    return pgettext("between filters", "; ").join(parts)
