"""Values as cells: names joined, dates split, labels of types."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from timeline import lexicon
from timeline.model import EventType, Mention, Participant, Role, SourceKind, When

Cell = str | int | float | bool | date | None
Row = Mapping[str, Cell]

_COLUMNS = {
    Role.INITIATOR: "initiators",
    Role.TARGET: "targets",
    Role.AFFECTED: "affected",
    Role.SPEAKER: "speakers",
    Role.REPORTER: "reporters",
}


def join(names: Iterable[str]) -> str:
    """The names once each, in their order, joined by "; "; a ";" in a name becomes ","."""
    return "; ".join(dict.fromkeys(name.replace(";", ",") for name in names if name))


def roles(participants: Sequence[Participant]) -> dict[str, Cell]:
    """The five columns of actors."""
    return {
        column: join(one.actor.name for one in participants if one.role is role)
        for role, column in _COLUMNS.items()
    }


def when(value: When) -> dict[str, Cell]:
    """The columns of a date."""
    at = value.interval
    return {
        "edtf": at.edtf if at else "",
        "start": at.start if at else None,
        "end": at.end if at else None,
        "granularity": at.granularity.name.lower() if at else "",
        "approximate": bool(at and at.approximate),
        "date_basis": value.basis.value,
        "date_words": value.evidence.text if value.evidence else "",
    }


def source(mention: Mention) -> dict[str, Cell]:
    """The columns of who is said to say it."""
    said = mention.attribution
    if said is None:
        return {"source": "", "source_kind": "", "source_hops": ""}
    nearest = said.source
    own = nearest.kind is SourceKind.SELF
    return {
        "source": "self" if own else join([nearest.name]),
        "source_kind": nearest.kind.value,
        "source_hops": " > ".join(hop.name for hop in said.hops if hop.name),
    }


@cache
def event_types() -> dict[str, EventType]:
    """The types of lexicon/event_types.toml by id."""
    found: dict[str, EventType] = {}
    for key, entry in lexicon.load("event_types").get("type", {}).items():
        if isinstance(entry, dict):
            told = {name: str(entry.get(name, "")) for name in ("label", "family", "meaning")}
            found[key] = EventType(key, **told)
    return found


def event_type(key: str) -> EventType:
    """The type by id; one that the lexicon lacks is called by its id: "trade_talks"."""
    label = key.replace("_", " ").capitalize()
    return event_types().get(key) or EventType(key, label, "other", "")
