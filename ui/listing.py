"""The table that says what the chart shows: a row an event, in words, each with a link."""

import pandas as pd
import streamlit as st

from timeline.figures import Scene
from timeline.tables import Tables
from ui import choices, escape, words
from ui.choices import Choice

ROWS = 50


def show(events: pd.DataFrame, laid: Scene, chosen: Choice) -> None:
    """The events in the order of their dates, ``ROWS`` a page."""
    page = 1
    pages = -(-len(events) // ROWS)
    slot = st.container()
    if pages > 1:
        page = st.pagination(pages, key="page", bind="query-params")
    shown = events.iloc[(page - 1) * ROWS : page * ROWS]
    with slot, st.container(key="events"):
        st.table(
            rows(shown, laid.numbers, choices.query(chosen)),
            border="horizontal",
            hide_index=True,
            alt=f"The {words.count(len(events), 'event')} of the timeline, by date",
        )


def rows(events: pd.DataFrame, numbers: dict[str, int], view: str) -> pd.DataFrame:
    """The table's cells as Markdown; every word of an article in them escaped."""
    found = [_row(event, numbers.get(event["event_id"], 0), view) for _, event in events.iterrows()]
    return pd.DataFrame(found, columns=list(_COLUMNS))


_COLUMNS = ("Date", "Event", "Who", "Whom", "Type", "Status", "Reports", "Source")


def _row(event: "pd.Series[str]", number: int, view: str) -> dict[str, str]:
    mark = f"{number}. " if number else ""
    doer = event["initiators"] or event["speakers"] or event["reporters"]
    cells = (
        words.when(event["edtf"], event["granularity"]),
        event["title"],
        words.names(doer, 3),
        words.names(event["targets"] or event["affected"], 3),
        event["type_label"],
        words.STATUSES.get(event["status"], event["status"]),
        str(event["reports"]),
        words.names(event["outlets"], 2),
    )
    safe = dict(zip(_COLUMNS, map(escape.markdown, cells), strict=True))
    address = event_address(event["event_id"], view)
    return safe | {"Event": f"{escape.markdown(mark)}{escape.link(event['title'], address)}"}


def event_address(event_id: str, view: str = "") -> str:
    """Where an event's page is; ``view`` is the query of the timeline it was opened from."""
    more = [("view", view.removeprefix("?"))] if view else []
    return f"/event{choices.query(Choice(), ('id', event_id), *more)}"


def event_query(event_id: str, view: str) -> dict[str, str]:
    """The same as parameters for ``st.switch_page``."""
    return {"id": event_id} | ({"view": view.removeprefix("?")} if view else {})


def choose_event(tables: Tables, wanted: str) -> None:
    """What an event's page shows where the address names none, or none that is there."""
    st.title("Event", anchor=False)
    if wanted:
        st.warning(
            f"There is no event {escape.markdown(wanted[:100])} in this record. Its sources may have changed."
        )
    titles = dict(zip(tables["events"]["event_id"], tables["events"]["title"], strict=True))
    picked = st.selectbox(
        "Open an event",
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        placeholder="Choose one",
    )
    if picked:
        st.switch_page("pages/event.py", query_params={"id": picked})
    st.markdown(escape.link("Back to the timeline", "/"))


def around(shown: pd.DataFrame, event_id: str, view: str) -> None:
    """The way back to the view, and to the events before and after it there."""
    ids = list(shown["event_id"])
    at = ids.index(event_id) if event_id in ids else -1
    with st.container(horizontal=True, horizontal_alignment="distribute", key="around"):
        st.markdown(escape.link("← Timeline", f"/{view}"), width="content")
        if at >= 0:
            steps = []
            if at > 0:
                steps.append(escape.link("Previous", event_address(ids[at - 1], view)))
            steps.append(f"{at + 1} of {len(ids)}")
            if at + 1 < len(ids):
                steps.append(escape.link("Next", event_address(ids[at + 1], view)))
            st.markdown(" · ".join(steps), width="content")
