"""Entries into lanes: who is drawn where, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.figures.entries import Entry
from timeline.language import gettext, mark

_NOBODY = {
    "lane": mark("No actor named"),
    "thread": mark("Other events"),
    "first_outlet": mark("Outlet unknown"),
    "type_label": mark("Other types"),
}
_OTHERS = {
    "lane": mark("Other actors"),
    "thread": mark("Other stories"),
    "first_outlet": mark("Other outlets"),
    "type_label": mark("Other types"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane and the entries in it, in the order of time; ``total`` where these are not all."""

    name: str
    entries: tuple[Entry, ...]
    total: int = 0

    @property
    def count(self) -> int:
        """How many events are in it."""
        return self.total or len(self.entries)


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
    rest = [
        (others_name(lanes_by, named=True), others),
        (others_name(lanes_by, named=False), nameless),
    ]
    found += [Lane(name, tuple(sorted(some, key=_in_time))) for name, some in rest if some]
    return tuple(found)


def others_name(lanes_by: str, *, named: bool) -> str:
    """What the lane is called that holds the lesser lanes' events, or those of none."""
    found = _OTHERS.get(lanes_by, mark("Others")) if named else _NOBODY.get(lanes_by, mark("None"))
    return gettext(found)


def _in_time(entry: Entry) -> tuple[float, str, str]:
    return (entry.middle, entry.title, entry.event_id)
