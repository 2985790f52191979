"""The actors as a table: name, kind, country, and how often in which role."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from timeline.model import Role
from timeline.tables import Tables
from ui import escape, record, words

KINDS = {
    "state": "States",
    "body": "Ministries, agencies, courts",
    "company": "Companies",
    "person": "People",
    "outlet": "Outlets",
    "organisation": "Organisations",
    "officials": "Officials, unnamed",
    "firms": "Firms, unnamed",
    "source": "Sources, unnamed",
}
ROWS = 50
_ROLES = tuple(role.value for role in Role)


def choose_kinds(tables: Tables) -> list[str]:
    """Pills for the kinds that the record has; none chosen means all."""
    has = set(tables["actors"]["kind"])
    labels = [label for kind, label in KINDS.items() if kind in has]
    chosen = st.pills("Kind", labels, selection_mode="multi", key="kind", bind="query-params")
    ids = {label: kind for kind, label in KINDS.items()}
    return [ids[label] for label in chosen]


def rows(tables: Tables, kinds: Sequence[str]) -> pd.DataFrame:
    """The actors with at least one event, most events first, and their counts by role."""
    actors = tables["actors"]
    actors = actors[(actors["events"] > 0) & (actors["kind"].isin(kinds) if kinds else True)]
    acting = tables["event_actors"]
    counts = pd.crosstab(acting["actor_id"], acting["role"]).reindex(columns=_ROLES, fill_value=0)
    names = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
    held = actors.assign(belongs=actors["parent"].map(names).fillna(""))
    held = held.join(counts, on="actor_id").fillna(dict.fromkeys(_ROLES, 0))
    return held.sort_values(["events", "name"], ascending=[False, True])


def show(found: pd.DataFrame) -> None:
    """The table, ``ROWS`` a page."""
    pages = -(-len(found) // ROWS)
    slot = st.container(key="cast")
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    part = found.iloc[(page - 1) * ROWS : page * ROWS]
    cells = pd.DataFrame([_row(row) for _, row in part.iterrows()], columns=list(_COLUMNS))
    with slot:
        st.table(cells, border="horizontal", hide_index=True, alt="The actors, most events first")
    st.caption(words.count(len(found), "actor"))


_COLUMNS = (
    "Actor", "Events", "Kind", "Country", "Belongs to",
    "Initiator", "Target", "Affected", "Speaker", "Reporter",
)  # fmt: skip


def _row(actor: "pd.Series[str]") -> dict[str, str]:
    known = f"https://www.wikidata.org/wiki/{actor['wikidata']}" if actor["wikidata"] else ""
    name = escape.link(actor["name"], record.timeline_of(actor["name"]))
    more = f" {escape.link('Wikidata', known)}" if known else ""
    cells = {
        "Actor": name + more,
        "Kind": escape.markdown(actor["kind"].replace("_", " ").capitalize()),
        "Country": escape.markdown(actor["country"]),
        "Belongs to": escape.markdown(actor["belongs"]),
        "Events": str(actor["events"]),
    }
    return cells | {role.capitalize(): str(int(actor[role]) or "") for role in _ROLES}
