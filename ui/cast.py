"""The actors as a table: name, kind, country, and how often in which role."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from timeline.model import Role
from timeline.tables import Tables
from ui import escape, grid, record, words

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
_ONE = {
    "state": "State",
    "body": "Public body",
    "company": "Company",
    "person": "Person",
    "outlet": "Outlet",
    "organisation": "Organisation",
    "officials": "Officials, unnamed",
    "firms": "Firms, unnamed",
    "source": "Source, unnamed",
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
    held = held.astype(dict.fromkeys(_ROLES, int))
    held = held.assign(order=held["name"].str.casefold())
    return held.sort_values(["events", "order"], ascending=[False, True])


def show(found: pd.DataFrame) -> None:
    """The table, ``ROWS`` a page."""
    pages = -(-len(found) // ROWS)
    slot = st.container()
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    part = found.iloc[(page - 1) * ROWS : page * ROWS]
    with slot:
        grid.show(
            [row(actor) for _, actor in part.iterrows()],
            "The actors, most events first",
            key="cast",
        )
    st.caption(words.count(len(found), "actor"))


def row(actor: "pd.Series[str]") -> dict[str, str]:
    """An actor as cells; name and roles lead to their events."""
    name = actor["name"]
    known = f"https://www.wikidata.org/wiki/{actor['wikidata']}" if actor["wikidata"] else ""
    return {
        "Actor": escape.link(name[:1].upper() + name[1:], record.timeline_of(name)),
        "Events": str(actor["events"]),
        "Roles": " · ".join(
            f"{escape.link(f'{role} {actor[role]}', record.timeline_of(name, role))}"
            for role in _ROLES
            if actor[role]
        ),
        "Kind": _ONE.get(actor["kind"], ""),
        "Country": escape.markdown(actor["country"]),
        "Belongs to": escape.markdown(actor["belongs"]),
        "Wikidata": escape.link(actor["wikidata"], known),
    }
