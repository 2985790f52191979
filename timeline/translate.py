"""A record's tables in a reader's language: the names of actors, outlets, types and threads.

``tables(record, Names(...))`` gives "中国" for "China" in every column that pages show; ids, dates
and what the articles say themselves stay as they are, so that all that reads tables reads these.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import pandas as pd

from timeline import lexicon
from timeline.language import Language, gettext, spoken
from timeline.tables import Tables, event_type
from timeline.tables.lanes import NOBODY, SOURCES

_WHO = ("initiators", "targets", "affected", "speakers", "reporters")
#: The columns of names, joined by "; " where there are several.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "events": (*_WHO, "lane", "thread", "outlets", "first_outlet", "origin", "source"),
    "mentions": (*_WHO, "outlet", "source"),
    "documents": ("outlet",),
    "reports": ("origin",),
    "actors": ("name",),
    "event_actors": ("name",),
    "outlets": ("name",),
}
_HOPS = " > "
_COMPANIES = re.compile(r"Companies(?: \((?P<state>.{1,60})\))?")


@dataclass(frozen=True, slots=True)
class Names:
    """What the seeds call things in a language: actors by id, all else by its English name."""

    actors: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)


def tables(record: Tables, names: Names) -> Tables:
    """The tables in the language that is spoken; what has no name in it keeps its English one."""
    known = by_name(record, names)
    told = _reader(known)
    made = {name: _translated(frame, COLUMNS.get(name, ()), told) for name, frame in record.items()}
    events, mentions = made["events"], made["mentions"]
    labels = {key: type_label(str(key)) for key in events["type"].unique()}
    made["events"] = events.assign(type_label=events["type"].map(labels).astype("str"))
    hops = _reader(known, _HOPS)
    made["mentions"] = _translated(mentions, ("source_hops",), hops)
    return made


def by_name(record: Tables, names: Names) -> dict[str, str]:
    """Each English name that has one in the language spoken -> that one."""
    found = {NOBODY: gettext("Not named"), SOURCES: gettext("Unnamed sources"), **names.others}
    pairs = list(zip(record["actors"]["actor_id"], record["actors"]["name"], strict=True))
    for key, name in pairs:
        if told := names.others.get(name) or names.actors.get(key):
            found[name] = told
    english = dict(pairs)
    for key, name in pairs:
        if name not in found and (told := _group(key, english, found)):
            found[name] = told
    return found


def type_label(key: str) -> str:
    """The event type for readers: "出口管制"."""
    entry = lexicon.load("event_types").get("type", {}).get(key)
    label = entry.get(f"label_{spoken()}", "") if isinstance(entry, dict) else ""
    return str(label) or event_type(key).label


def _reader(known: Mapping[str, str], separator: str = "; ") -> Callable[[str], str]:
    """Who gives the names of a cell in the language."""

    def one(name: str) -> str:
        if (told := known.get(name)) is not None:
            return told
        firms = _COMPANIES.fullmatch(name)
        if firms is None:
            return name
        state = known.get(firms["state"] or "", firms["state"])
        return gettext("Companies ({state})", state=state) if state else gettext("Companies")

    return lambda cell: separator.join(map(one, cell.split(separator)))


def _translated(
    frame: pd.DataFrame, columns: tuple[str, ...], told: Callable[[str], str]
) -> pd.DataFrame:
    """The frame with other names in these columns; each value is looked up once."""
    made = {}
    for column in columns:
        if column in frame:
            values = {value: told(str(value)) for value in frame[column].unique()}
            made[column] = frame[column].map(values).astype("str")
    return frame.assign(**made)


def _group(key: str, english: Mapping[str, str], found: Mapping[str, str]) -> str:
    """A group by its id, where the lexicon has its words: "cn:ai-startups" is "中国AI初创企业"."""
    owner, parted, slug = key.partition(":")
    what = _words().get(slug.removesuffix("-2"), "") if parted else ""
    if not what or owner in ("any", "source"):
        return what
    return found.get(english.get(owner, ""), "") and f"{found[english[owner]]}{what}"


@cache
def _in(language: Language) -> Mapping[str, str]:
    groups = lexicon.load(f"groups_{language}").get("groups", {})
    return {str(key): str(told) for key, told in groups.items()}


def _words() -> Mapping[str, str]:
    return _in(spoken()) if spoken() is not Language.EN else {}
