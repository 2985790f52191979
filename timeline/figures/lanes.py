"""Entries into lanes: who is drawn where, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.figures.entries import Entry

_NOBODY = {
    "lane": "No actor named",
    "thread": "Other events",
    "first_outlet": "Outlet unknown",
    "type_label": "Other types",
}
_OTHERS = {
    "lane": "Other actors",
    "thread": "Other stories",
    "first_outlet": "Other outlets",
    "type_label": "Other types",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane and the entries in it, in the order of time."""

    name: str
    entries: tuple[Entry, ...]


def group(
    entries: Sequence[Entry], lanes_by: str, most: int, first: Sequence[str] = ()
) -> tuple[Lane, ...]:
    """The lanes of ``first``, then the fullest; those beyond ``most`` become one.

    That one and the nameless go last.
    """
    lanes: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.middle, entry.title, entry.event_id)):
        lanes.setdefault(entry.lane, []).append(entry)
    nameless = lanes.pop("", [])
    given = {name: place for place, name in enumerate(first)}
    order = sorted(lanes, key=lambda name: (-len(lanes[name]), lanes[name][0].middle, name))
    order.sort(key=lambda name: given.get(name, len(given)))
    room = most - bool(nameless)
    kept = order if len(order) <= room else order[: max(room - 1, 1)]
    others = [entry for name in order[len(kept) :] for entry in lanes[name]]
    found = [Lane(name, tuple(lanes[name])) for name in kept]
    rest = [(_OTHERS.get(lanes_by, "Others"), others), (_NOBODY.get(lanes_by, "None"), nameless)]
    found += [Lane(name, tuple(sorted(some, key=_in_time))) for name, some in rest if some]
    return tuple(found)


def _in_time(entry: Entry) -> tuple[float, str, str]:
    return (entry.middle, entry.title, entry.event_id)
