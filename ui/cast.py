"""The actors as a table: name, kind, country, and how often in which role."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from timeline.language import gettext, mark
from timeline.model import Role
from timeline.tables import Tables
from ui import escape, grid, labels, record, words

KINDS = {
    "state": mark("States"),
    "body": mark("Ministries, agencies, courts"),
    "company": mark("Companies"),
    "person": mark("People"),
    "outlet": mark("Outlets"),
    "organisation": mark("Organisations"),
    "officials": mark("Officials, unnamed"),
    "firms": mark("Firms, unnamed"),
    "source": mark("Sources, unnamed"),
}
_ONE = {
    "state": mark("State"),
    "body": mark("Public body"),
    "company": mark("Company"),
    "person": mark("Person"),
    "outlet": mark("Outlet"),
    "organisation": mark("Organisation"),
    "officials": mark("Officials, unnamed"),
    "firms": mark("Firms, unnamed"),
    "source": mark("Source, unnamed"),
}
ROWS = 50
_ROLES = tuple(role.value for role in Role)


def choose_kinds(tables: Tables) -> list[str]:
    """Pills for the kinds that the record has; none chosen means all."""
    has = set(tables["actors"]["kind"])
    ids = {gettext(label): kind for kind, label in KINDS.items() if kind in has}
    chosen = st.pills(
        gettext("Kind"), list(ids), selection_mode="multi", key="kind", bind="query-params"
    )
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
            gettext("The actors, most events first"),
            key="cast",
        )
    st.caption(words.count(len(found), "actor"))


def _role(role: str) -> str:
    """The role inside a line: "initiator"."""
    return labels.roles()[role].lower()


def row(actor: "pd.Series[str]") -> dict[str, str]:
    """An actor as cells; name and roles lead to their events."""
    name = actor["name"]
    known = f"https://www.wikidata.org/wiki/{actor['wikidata']}" if actor["wikidata"] else ""
    return {
        gettext("Actor"): escape.link(name[:1].upper() + name[1:], record.timeline_of(name)),
        gettext("Events"): str(actor["events"]),
        gettext("Roles"): " · ".join(
            escape.link(f"{_role(role)} {actor[role]}", record.timeline_of(name, role))
            for role in _ROLES
            if actor[role]
        ),
        gettext("Kind"): gettext(kind) if (kind := _ONE.get(actor["kind"])) else "",
        gettext("Country"): escape.markdown(labels.country(actor["country"])),
        gettext("Belongs to"): escape.markdown(actor["belongs"]),
        "Wikidata": escape.link(actor["wikidata"], known),
    }
