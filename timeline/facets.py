"""How many events each value of a filter would show, were it chosen beside the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pandas as pd

from timeline import masks
from timeline.filters import Filters, select

Tables = Mapping[str, pd.DataFrame]
Counts = Mapping[str, int]


def counts(tables: Tables, chosen: Filters) -> Mapping[str, Counts]:
    """By filter and value: {"actor": {"Nvidia": 61, ...}, "status": {"enacted": 40, ...}, ...}.

    What is chosen of a filter itself is left out of its own counts: its values are alternatives.
    Raises FilterError for a value that nothing has.
    """
    return {
        name: dict(sorted(count(select(tables, free(chosen)), chosen).items()))
        for name, (free, count) in _FACETS.items()
    }


def _of(column: str) -> Callable[[Tables, Filters], Counts]:
    return lambda shown, _: Counter(value for value in shown["events"][column].tolist() if value)


def _actors(shown: Tables, chosen: Filters) -> Counts:
    """Each with the events of all that belong to it: China with those of its ministries."""
    actors, held = shown["actors"], shown["event_actors"]
    parent = dict(zip(actors["actor_id"], actors["parent"], strict=True))
    name = dict(zip(actors["actor_id"], actors["name"], strict=True))
    if chosen.roles:
        held = held[masks.among(held, ("role",), chosen.roles)]
    found: set[tuple[str, str]] = set()
    for event, actor in zip(held["event_id"], held["actor_id"], strict=True):
        while actor and (event, actor) not in found:
            found.add((event, actor))
            actor = parent.get(actor, "")
    return _once((event, name[actor]) for event, actor in found)


def _roles(shown: Tables, chosen: Filters) -> Counts:
    """The roles of the actors chosen, else of anybody."""
    held = shown["event_actors"]
    if chosen.actors:
        held = held[held["actor_id"].isin(masks.family_of(shown["actors"], chosen.actors))]
    return _once(zip(held["event_id"], held["role"], strict=True))


def _outlets(shown: Tables, _: Filters) -> Counts:
    documents, mentions = shown["documents"], shown["mentions"]
    outlet = dict(zip(documents["document_id"], documents["outlet"], strict=True))
    told = zip(mentions["event_id"], mentions["document_id"].map(outlet), strict=True)
    return _once(told)


def _once(pairs: Iterable[tuple[str, str]]) -> Counts:
    """Of pairs of an event and a value: how many events each value has."""
    return Counter(value for _, value in set(pairs))


#: By the filter's name in addresses: the choice without it, and what counts its values.  Media
#: reports count as whoever chooses them sees them.
_FACETS: Mapping[str, tuple[Callable[[Filters], Filters], Callable[[Tables, Filters], Counts]]] = {
    "actor": (lambda chosen: replace(chosen, actors=()), _actors),
    "role": (lambda chosen: replace(chosen, roles=()), _roles),
    "type": (lambda chosen: replace(chosen, types=(), echoes=True), _of("type_label")),
    "status": (lambda chosen: replace(chosen, statuses=()), _of("status")),
    "outlet": (lambda chosen: replace(chosen, outlets=()), _outlets),
    "thread": (lambda chosen: replace(chosen, threads=()), _of("thread")),
}
