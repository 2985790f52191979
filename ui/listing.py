"""The table that says what the chart shows: a row an event, in words, each with a link."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd
import streamlit as st

from timeline import search
from timeline.language import gettext
from timeline.rows import Same
from timeline.search import Term
from timeline.tables import Tables
from ui import choices, escape, tongue, width, words
from ui.choices import Choice

ROWS = 50
_FOUND = "yellow"  # the ground of words that were sought


@dataclass(frozen=True, slots=True)
class Link:
    """The way to events from a view, the words that it seeks marked."""

    view: str = ""
    terms: tuple[Term, ...] = ()
    kept: str = field(default_factory=tongue.kept)  # the language of the address

    def to(self, event: "pd.Series[str]") -> str:
        """The event's title as a link, in Markdown."""
        address = event_address(event["event_id"], self.view)
        return f"[{self.marked(event['title'])}](<{address}>)"

    def marked(self, text: str) -> str:
        """The text as Markdown."""
        return escape.marked(text, [(*span, _FOUND) for span in search.marks(text, self.terms)])


def show(events: pd.DataFrame, numbers: Mapping[str, int], chosen: Choice) -> None:
    """The events in the order of their dates, ``ROWS`` a page."""
    slot = st.container(key="events_narrow" if width.is_narrow() else "events")
    pages = -(-len(events) // ROWS)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    narrow = width.is_narrow()
    link = Link(choices.view(chosen), search.parse(chosen.filters.text).wanted())
    with slot:
        st.table(
            _rows(Same(events), Same(numbers), page, narrow, link),
            border="horizontal",
            hide_index=True,
            hide_header=narrow,
            alt=gettext(
                "{events} of the timeline, by date", events=words.count(len(events), "event")
            ),
        )


@lru_cache(maxsize=64)
def _rows(
    events: Same[pd.DataFrame],
    numbers: Same[Mapping[str, int]],
    page: int,
    narrow: bool,
    link: Link,
) -> pd.DataFrame:
    """A page of the table."""
    part = events.one.iloc[(page - 1) * ROWS : page * ROWS]
    make = brief if narrow else full
    told = [(event, numbers.one.get(event["event_id"], 0)) for _, event in part.iterrows()]
    return pd.DataFrame([make(event, number, link) for event, number in told])


def full(event: "pd.Series[str]", number: int, link: Link) -> dict[str, str]:
    """A row for a wide window, its cells Markdown; every word of an article in it escaped."""
    cells = {
        gettext("Date"): words.when(event["edtf"], event["granularity"]),
        gettext("Event"): "",
        gettext("Who"): words.names(_doer(event), 2),
        gettext("Whom"): words.names(event["targets"] or event["affected"], 2),
        gettext("Type"): event["type_label"],
        gettext("Status"): words.status(event["status"]),
        gettext("Reports"): f"{'§ ' if event['official'] else ''}{event['reports']}",
        gettext("Source"): words.names(event["outlets"], 2),
    }
    safe = {name: escape.markdown(cell) for name, cell in cells.items()}
    return safe | {gettext("Event"): _title(event, number, link)}


def brief(event: "pd.Series[str]", number: int, link: Link) -> dict[str, str]:
    """A row for a phone: the event, and in small letters all else."""
    people = (_doer(event), event["targets"] or event["affected"])
    parts = (
        words.when(event["edtf"], event["granularity"]),
        event["type_label"],
        words.status(event["status"]),
        words.count(int(event["reports"]), "report"),
        " → ".join(words.names(side, 2) for side in people if side),
        words.names(event["outlets"], 1),
    )
    told = escape.markdown(" · ".join(part for part in parts if part))
    return {gettext("Event"): f"{_title(event, number, link)}\n\n:small[:gray[{told}]]"}


def _doer(event: "pd.Series[str]") -> str:
    return event["initiators"] or event["speakers"] or event["reporters"]


def _title(event: "pd.Series[str]", number: int, link: Link) -> str:
    return f"{numbered(number)}{link.to(event)}"


def numbered(number: int) -> str:
    """The number by which the chart names an event, before its title: "12. "."""
    return f"{escape.markdown(f'{number}.')} " if number else ""


def event_address(event_id: str, view: str = "") -> str:
    """Where an event's page is; ``view`` is the query of the timeline it was opened from."""
    more = [("view", view)] if view else []
    return f"/event{choices.query(Choice(), ('id', event_id), *more)}"


def event_query(event_id: str, view: str) -> dict[str, str]:
    """The same as parameters for ``st.switch_page``."""
    return {"id": event_id} | ({"view": view} if view else {}) | dict(tongue.pairs())


def choose_event(tables: Tables, wanted: str) -> None:
    """What an event's page shows where the address names none, or none that is there."""
    st.title(gettext("Event"), anchor=False)
    if wanted:
        told = gettext(
            "There is no event {id} in this record. Its sources may have changed.",
            id=escape.markdown(wanted[:100]),
        )
        st.warning(told)
    titles = dict(zip(tables["events"]["event_id"], tables["events"]["title"], strict=True))
    picked = st.selectbox(
        gettext("Open an event"),
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        placeholder=gettext("Choose one"),
    )
    if picked:
        st.switch_page("pages/event.py", query_params=event_query(picked, ""))
    st.markdown(escape.link(gettext("Back to the timeline"), tongue.here("/")))


def around(shown: pd.DataFrame, event_id: str, chosen: Choice) -> None:
    """The way back to the view, and to the events before and after it there."""
    view = choices.view(chosen)
    ids = list(shown["event_id"])
    at = ids.index(event_id) if event_id in ids else -1
    with st.container(horizontal=True, horizontal_alignment="distribute", key="around"):
        st.markdown(
            escape.link(gettext("← Timeline"), f"/{choices.query(chosen)}"), width="content"
        )
        if at >= 0:
            steps = []
            if at > 0:
                steps.append(escape.link(gettext("Previous"), event_address(ids[at - 1], view)))
            steps.append(gettext("{place} of {number}", place=at + 1, number=len(ids)))
            if at + 1 < len(ids):
                steps.append(escape.link(gettext("Next"), event_address(ids[at + 1], view)))
            st.markdown(" · ".join(steps), width="content")
