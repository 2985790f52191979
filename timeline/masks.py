"""Which events of a record have what, each worked out once: who filters, asks for the same again.

A mask is an array of booleans, one an event; never change it in place.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.rows import Same, places, rows

Tables = Mapping[str, pd.DataFrame]
Mask = npt.NDArray[np.bool_]
_DAY = "datetime64[D]"
_OPEN = np.timedelta64(45, "D")  # an open beginning, as timeline.figures.axis draws it


def among(frame: pd.DataFrame, columns: tuple[str, ...], wanted: Iterable[str]) -> Mask:
    """The rows where one of the columns has one of the values, in any case of letters."""
    return _among(Same(frame), columns, tuple(wanted))


@lru_cache(maxsize=256)
def _among(same: Same[pd.DataFrame], columns: tuple[str, ...], wanted: tuple[str, ...]) -> Mask:
    low = {value.casefold() for value in wanted}
    mask = np.zeros(len(same.one), dtype=bool)
    for column in columns:
        held = places(same.one, column)
        meant = [row for value, found in held.items() if value.casefold() in low for row in found]
        mask[meant] = True
    return mask


def events(tables: Tables, ids: Iterable[str]) -> Mask:
    """The events with these ids."""
    mask = np.zeros(len(tables["events"]), dtype=bool)
    mask[rows(tables["events"], "event_id", ids)] = True
    return mask


def acting(tables: Tables, actors: tuple[str, ...], roles: tuple[str, ...]) -> Mask:
    """The events in which one of the actors, or who belongs to one, has one of the roles."""
    return _acting(Same(tables), actors, roles)


@lru_cache(maxsize=256)
def _acting(same: Same[Tables], actors: tuple[str, ...], roles: tuple[str, ...]) -> Mask:
    held = same.one["event_actors"]
    mask = among(held, ("role",), roles) if roles else np.ones(len(held), dtype=bool)
    if actors:
        mine = np.zeros(len(held), dtype=bool)
        mine[rows(held, "actor_id", family_of(same.one["actors"], actors))] = True
        mask = mask & mine
    return events(same.one, held["event_id"].to_numpy()[mask].tolist())


def family_of(actors: pd.DataFrame, given: Iterable[str]) -> set[str]:
    """The ids of the actors given by id or name, and of all that belong to them."""
    ids = actors["actor_id"].tolist()
    found = {ids[row] for row in np.flatnonzero(among(actors, ("actor_id", "name"), given))}
    waiting, below = sorted(found), places(actors, "parent")
    while waiting:
        new = {ids[row] for row in below.get(waiting.pop(), ())} - found
        found |= new
        waiting += sorted(new)
    return found


def carried(tables: Tables, outlets: tuple[str, ...]) -> Mask:
    """The events that an article of one of the outlets tells of."""
    documents, mentions = tables["documents"], tables["mentions"]
    held = among(documents, ("outlet_id", "outlet"), outlets)
    wanted = documents["document_id"].to_numpy()[held].tolist()
    told = rows(mentions, "document_id", wanted)
    return events(tables, mentions["event_id"].iloc[told].tolist())


def between(frame: pd.DataFrame, start: date | None, end: date | None) -> Mask:
    """The events whose date meets the days from ``start`` to ``end``; not those without a date.

    "By 15 December 2022" reaches back as far as it is drawn: no window of 2010 holds it.
    """
    begins, stops = _days(Same(frame))
    if not (start or end):
        return np.ones(len(begins), dtype=bool)
    mask: Mask = ~(np.isnat(begins) & np.isnat(stops))
    if start:
        mask &= np.isnat(stops) | (stops > np.datetime64(start, "D"))
    if end:
        opened = np.where(np.isnat(begins), stops - _OPEN, begins)
        mask &= opened <= np.datetime64(end, "D")
    return mask


Days = npt.NDArray[np.datetime64]


@lru_cache(maxsize=8)
def _days(same: Same[pd.DataFrame]) -> tuple[Days, Days]:
    frame = same.one
    return frame["start"].to_numpy(dtype=_DAY), frame["end"].to_numpy(dtype=_DAY)


def heard(frame: pd.DataFrame, least: int) -> Mask:
    """The events with at least so many independent reports."""
    mask: Mask = frame["reports"].to_numpy() >= least
    return mask
