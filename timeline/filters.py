"""A choice of events, and all tables cut down to it.  The pages and the command line share it.

To add a filter: a field of ``Filters``, its part in ``_chosen``, and in ``check`` if its values
come from a closed set.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from timeline import masks, search
from timeline.cuts import Cut
from timeline.dates import when
from timeline.errors import TimelineError
from timeline.model import Role, Status
from timeline.rows import places, rows, take
from timeline.tables import event_types

Tables = Mapping[str, pd.DataFrame]


class FilterError(TimelineError):
    """A filter asks for what the tables do not hold."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show: the values of one field are alternatives, the fields all hold at once.

    ``actors`` are ids or names, and each takes in those that belong to it: China its ministries
    and officials, Nvidia its people.  ``roles`` says as what they take part.  ``outlets`` are ids
    or names.  ``start`` and ``end`` are the first and last day; an event counts whose date meets
    them, one without a date never does.  ``text`` is a search of its title, sentences, actors
    and headlines (``timeline.search``).  ``min_reports`` is of independent original reports.
    Without ``echoes`` a media report is left out that tells of an event of the record.
    """

    actors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    text: str = ""
    min_reports: int = 0
    echoes: bool = True

    @property
    def stop(self) -> date | None:
        """The day after the last, where a picture's window ends."""
        return self.end + timedelta(days=1) if self.end else None


def query(filters: Filters, tables: Tables) -> str:
    """The choice as the pages' address says it ("?actor=nvidia&from=2024-01-01"), if it narrows.

    A family is told by its types.
    """
    events = tables["events"]
    in_families = events.loc[masks.among(events, ("family",), filters.families), "type"]
    least = str(filters.min_reports) if filters.min_reports > 1 else ""
    lists = {
        "q": (filters.text,),
        "actor": filters.actors,
        "role": filters.roles,
        "type": (*filters.types, *sorted(set(in_families) - set(filters.types))),
        "status": filters.statuses,
        "outlet": filters.outlets,
        "thread": filters.threads,
        "from": (filters.start.isoformat() if filters.start else "",),
        "to": (filters.end.isoformat() if filters.end else "",),
        "reports": (least,),
    }
    pairs = [(name, value) for name, values in lists.items() for value in values if value]
    return f"?{urlencode(pairs)}" if pairs else ""


def proper(filters: Filters, tables: Tables) -> Filters:
    """The same choice by the names that readers see: "nvidia" is Nvidia, "export_control" is
    Export control.
    """
    events = tables["events"]
    return replace(
        filters,
        actors=_names(filters.actors, tables["actors"], "actor_id", "name"),
        outlets=_names(filters.outlets, tables["outlets"], "outlet_id", "name"),
        types=_names(filters.types, events, "type", "type_label"),
        threads=_names(filters.threads, events, "thread", "thread"),
    )


def _names(given: tuple[str, ...], frame: pd.DataFrame, key: str, name: str) -> tuple[str, ...]:
    known = {one.casefold(): told for one, told in zip(frame[key], frame[name], strict=True)}
    known |= {told.casefold(): told for told in frame[name]}
    return tuple(dict.fromkeys(known.get(one.casefold(), one) for one in given))


def told(filters: Filters) -> str:
    """The choice in words: "actor Nvidia or China; from 1 Jan 2024"."""
    parts = [f"“{filters.text}”"] if filters.text else []
    for name, values in (
        ("actor", filters.actors),
        ("role", filters.roles),
        ("type", filters.types),
        ("family", filters.families),
        ("status", filters.statuses),
        ("outlet", filters.outlets),
        ("thread", filters.threads),
    ):
        if values:
            parts.append(f"{name} {' or '.join(values).replace('_', ' ')}")
    parts += [f"from {when(filters.start.isoformat())}"] if filters.start else []
    parts += [f"to {when(filters.end.isoformat())}"] if filters.end else []
    parts += [f"at least {filters.min_reports} reports"] if filters.min_reports > 1 else []
    return "; ".join(parts)


def select(tables: Tables, filters: Filters) -> Tables:
    """The tables with the chosen events, and only what stands behind them.

    A chosen event keeps all its mentions.  Raises FilterError for a value that nothing has.
    """
    check(tables, filters)
    if filters == Filters():
        return tables
    events, kept = tables["events"], np.flatnonzero(_chosen(tables, filters)).tolist()
    return Cut(tables, take(events, kept)) if len(kept) < len(events) else tables


def cut(tables: Tables, event_ids: Iterable[str]) -> Tables:
    """The tables with these events, and of the others only what stands behind them."""
    events = tables["events"]
    return Cut(tables, take(events, rows(events, "event_id", event_ids)))


def check(tables: Tables, filters: Filters) -> None:
    """Raises FilterError: "actor 'Nvida' is not known here; did you mean 'Nvidia'?".

    A type or status that exists but that no event has is well asked, and finds nothing.
    """
    kinds = event_types().values()
    labels = [name for one in kinds for name in (one.id, one.label)]
    for what, given, table, columns, more in (
        ("actor", filters.actors, "actors", ("actor_id", "name"), ()),
        ("role", filters.roles, "", (), Role),
        ("type", filters.types, "events", ("type", "type_label"), labels),
        ("family", filters.families, "events", ("family",), [one.family for one in kinds]),
        ("status", filters.statuses, "", (), Status),
        ("outlet", filters.outlets, "outlets", ("outlet_id", "name"), ()),
        ("thread", filters.threads, "events", ("thread",), ()),
    ):
        if given:
            own = [value for column in columns for value in places(tables[table], column)]
            _known(what, given, [*map(str, more), *own])
    if filters.start and filters.end and filters.start > filters.end:
        raise FilterError(f"start {filters.start} is after end {filters.end}")


def _known(what: str, given: tuple[str, ...], values: Iterable[str]) -> None:
    there = {value.casefold(): value for value in values if value}
    for value in given:
        if value.casefold() in there:
            continue
        near = get_close_matches(value.casefold(), sorted(there), 1, 0.6)
        hint = f"did you mean {there[near[0]]!r}?" if near else f"expected {_some(there)}"
        raise FilterError(f"{what} {value!r} is not known here; {hint}")


def _some(there: Mapping[str, str]) -> str:
    names = sorted(there.values())
    more = ", ..." if len(names) > 8 else ""
    return f"one of {', '.join(names[:8])}{more}" if names else "none: no event has any"


def _chosen(tables: Tables, filters: Filters) -> masks.Mask:
    events = tables["events"]
    mask = masks.heard(events, filters.min_reports)
    if filters.actors or filters.roles:
        mask = mask & masks.acting(tables, filters.actors, filters.roles)
    for columns, wanted in (
        (("type", "type_label"), filters.types),
        (("family",), filters.families),
        (("status",), filters.statuses),
        (("thread",), filters.threads),
    ):
        if wanted:
            mask = mask & masks.among(events, columns, wanted)
    if filters.outlets:
        mask = mask & masks.carried(tables, filters.outlets)
    if filters.text.strip():
        mask = mask & masks.events(tables, search.index(tables).ids(filters.text))
    if not filters.echoes:
        mask = mask & masks.among(events, ("tells",), ("",))
    return mask & masks.between(events, filters.start, filters.end)
