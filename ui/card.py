"""An event as a card for social media: ``/event/ID.png``, the event among those next to it."""

from functools import lru_cache

import pandas as pd

from timeline import filters
from timeline.brief import Order
from timeline.exports import Site
from timeline.figures import presets
from timeline.tables import Tables
from ui import data, pictures, related, summary, words
from ui.answers import Address, Answer, Asked, Parameter, QueryError

_AROUND = 4  # events beside it
_SIZE = presets.PRESETS["card"].frame
WIDTH, HEIGHT = _SIZE.width, _SIZE.height or 0


def event(record: str, event_id: str, parameter: str = "id") -> "pd.Series[str]":
    """The event with this id.  Raises QueryError, 404, where there is none."""
    events = data.of(record)["events"]
    found = events[events["event_id"] == event_id]
    if found.empty:
        raise QueryError(parameter, f"there is no event {event_id[:100]!r} in this record", 404)
    return found.iloc[0]


def is_known(record: str, event_id: str) -> bool:
    """Whether the record has an event of this id."""
    return bool((data.of(record)["events"]["event_id"] == event_id).any())


def told(one: "pd.Series[str]") -> str:
    """The event in a line: "27 Sep 2024 · Procurement guidance · Reported · 2 reports"."""
    parts = (
        words.when(one["edtf"], one["granularity"]),
        one["type_label"],
        words.status(one["status"]),
        words.count(int(one["reports"]), "independent report"),
    )
    return " · ".join(part for part in parts if part)


def _near(one: "pd.Series[str]", events: pd.DataFrame) -> list[str]:
    """The event, and those of its thread, else the related ones, that lie next to it in time."""
    ids = list(events.loc[events["thread"] == one["thread"], "event_id"]) if one["thread"] else []
    if len(ids) < 2:
        return [one["event_id"], *related.nearest(one, events)[:_AROUND]]
    at = max(ids.index(one["event_id"]) - _AROUND // 2, 0)
    return ids[at : at + _AROUND + 1]


def _card(asked: Asked) -> Answer:
    body = _drawn(asked.record, asked.own["id"], asked.home)
    return Answer(body, "image/png")


@lru_cache(maxsize=64)
def _drawn(record: str, event_id: str, home: str) -> bytes:
    one = event(record, event_id)
    tables: Tables = data.of(record)
    near = filters.cut(tables, _near(one, tables["events"]))
    site = Site(home, summary.story())
    order = Order(title=str(one["title"]), subtitle=told(one), site=site)
    with pictures.at_work():
        return pictures.draw(near, order, "png", "card")


ADDRESSES = (
    Address(
        "/event/{id}.png",
        "One event as a card for social media, among those next to it",
        ("image/png",),
        _card,
        (Parameter("id", "an event's id", required=True, in_path=True),),
        is_filtered=False,
        is_told=True,
    ),
)
