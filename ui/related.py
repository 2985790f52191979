"""Other events that a reader may want to see: of the same objects and actors, the nearest first."""

import pandas as pd
import streamlit as st

from timeline.language import gettext
from timeline.tables import Tables
from ui import escape, listing, words

MOST = 4
_PEOPLE = ("initiators", "targets", "affected")
_COLUMNS = ("event_id", "thread", "tells", "start", "objects", *_PEOPLE)


def show(event: "pd.Series[str]", tables: Tables) -> None:
    """A list of them, each with its date; nothing where there is none."""
    near = nearest(event, tables["events"])[:MOST]
    if not near:
        return
    events = tables["events"].set_index("event_id", drop=False)
    st.header(gettext("Related"), anchor=False)
    lines = []
    for _, one in events.loc[near].iterrows():
        link = escape.link(one["title"], listing.event_address(one["event_id"]))
        day = escape.markdown(words.when(one["edtf"], one["granularity"]))
        lines.append(f"- {words.listed((link, day))}")
    st.markdown("\n".join(lines))


def nearest(event: "pd.Series[str]", events: pd.DataFrame) -> list[str]:
    """The ids of those that share an object, or two actors: who shares most, then by time between.

    Not those of the event's thread, which its page has already, nor reports of it.
    """
    here, thread, start = event["event_id"], event["thread"], event["start"]
    things, names = _set(event["objects"]), _set(*(event[name] for name in _PEOPLE))
    found = []
    columns = zip(*(events[name].tolist() for name in _COLUMNS), strict=True)
    for at, (key, other_thread, tells, other_start, other_objects, *others) in enumerate(columns):
        if here in (key, tells) or (thread and thread == other_thread):
            continue
        score = 2 * len(things & _set(other_objects)) + len(names & _set(*others))
        if score > 1:
            found.append((-score, _apart(start, other_start), at, key))
    return [key for *_, key in sorted(found)]


def _set(*cells: str) -> set[str]:
    return {name for cell in cells for name in cell.split("; ") if name}


def _apart(a: object, b: object) -> int:
    """Days between two; many where one is not known."""
    if not isinstance(a, pd.Timestamp) or not isinstance(b, pd.Timestamp):
        return 100_000
    return abs((a - b).days)
