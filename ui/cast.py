"""The actors as a table: name, kind, country, and how often in which role."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from timeline import filters, wikidata
from timeline.language import gettext, mark
from timeline.model import Role
from timeline.tables import Tables
from ui import choices, escape, grid, labels, record, words

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
    """The actors with at least one event, most events first, and their counts by role.

    An event counts once, as on the timeline that a name leads to: China's are its ministries' too.
    """
    actors, acting = tables["actors"], _with_parents(tables)
    counts = pd.crosstab(acting["actor_id"], acting["role"]).reindex(columns=_ROLES, fill_value=0)
    events = acting.groupby("actor_id")["event_id"].nunique()
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    held = actors.assign(
        belongs=actors["parent"].map(names).fillna(""), order=actors["name"].str.casefold()
    )
    held = held[held["kind"].isin(kinds)] if kinds else held
    held = held.drop(columns="events").join(events.rename("events"), on="actor_id", how="inner")
    held = held.join(counts, on="actor_id")
    return held.sort_values(["events", "order"], ascending=[False, True])


def _with_parents(tables: Tables) -> pd.DataFrame:
    """Who acts in each event, as what, and all whom they belong to; each once."""
    actors = tables["actors"]
    parents = dict(zip(actors["actor_id"], actors["parent"], strict=True))
    shown = filters.select(tables, choices.ALL)
    acting = shown["event_actors"][["actor_id", "event_id", "role"]]
    found = [acting]
    while len(acting):
        above = acting["actor_id"].map(parents).fillna("")
        acting = acting.assign(actor_id=above)[above != ""]
        found.append(acting)
    return pd.concat(found).drop_duplicates()


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
        "Wikidata": escape.link(actor["wikidata"], wikidata.page(actor["wikidata"])),
    }
