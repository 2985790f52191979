"""The facts on an event's page: what, when, who, how real, on whose word."""

import pandas as pd
import streamlit as st

from timeline.filters import Filters
from timeline.tables import Tables
from ui import choices, drawn, escape, grid, listing, pages, words
from ui.choices import Choice


def heading(event: "pd.Series[str]") -> None:
    """What happened, its type and status, and the event in one sentence."""
    st.set_page_config(page_title=f"{event['title']} · {pages.TITLE}")
    st.title(escape.markdown(event["title"]), anchor=False)
    with st.container(horizontal=True, gap="small", key="badges"):
        st.badge(escape.markdown(event["type_label"]), color="blue")
        st.badge(
            words.STATUSES.get(event["status"], escape.markdown(event["status"])), color="gray"
        )
        st.badge(words.count(int(event["reports"]), "independent report"), color="green")
        if event["official"]:
            st.badge("official document", color="green", icon=":material/gavel:")
        if event["conflicts"]:
            st.badge(words.count(int(event["conflicts"]), "contradiction"), color="orange")
        if event["corrected"]:
            st.badge("judged by an editor", color="violet")
    st.markdown(sentence(event))


def sentence(event: "pd.Series[str]") -> str:
    """Who did what to whom, first told by whom, as Markdown."""
    parts = []
    for column, before, after in (
        ("initiators", "", ""),
        ("speakers", "in the words of ", ""),
        ("targets", "aimed at ", ""),
        ("affected", "affecting ", ""),
    ):
        if event[column]:
            parts.append(f"{before}**{escape.markdown(words.names(event[column], 3))}**{after}")
    first = escape.markdown(event["first_outlet"])
    day = f"{event['first_published']:%Y-%m-%d}" if pd.notna(event["first_published"]) else ""
    on = f" on {words.when(day)}" if day else ""
    told = f"First told here by **{first}**{on}" if first else ""
    origin = words.names(event["origin"])
    if origin and origin != event["first_outlet"]:
        told += f", resting on {escape.markdown(origin)}"
    lead = f"{escape.markdown(event['type_label'])}: {', '.join(parts)}." if parts else ""
    return f"{lead} {told}." if told else lead


def when(event: "pd.Series[str]") -> None:
    """The date, the words it rests on, and how sure it is."""
    st.header("When", anchor=False)
    date = words.when(event["edtf"], event["granularity"])
    basis = words.BASES.get(event["date_basis"], event["date_basis"])
    said = f"from the words “{event['date_words']}”, " if event["date_words"] else ""
    fades = " The date is approximate: the chart draws it fading." if event["approximate"] else ""
    told = f"{said}{basis}."
    st.markdown(f"**{escape.markdown(date)}**, {escape.markdown(told)}{fades}")
    if event["edtf"]:
        st.caption(f"As EDTF: `{event['edtf']}`")


def status(event: "pd.Series[str]", tables: Tables) -> None:
    """How real it is as told, and how that changed."""
    st.header("Status", anchor=False)
    label = words.STATUSES.get(event["status"], event["status"])
    meaning = words.STATUS_MEANINGS.get(event["status"], "")
    st.markdown(f"**{escape.markdown(label)}**: {meaning}.")
    drawn.ladder(event, tables)


def actors(event: "pd.Series[str]", tables: Tables) -> None:
    """Who takes part and as what, each with the way to all their events."""
    st.header("Who", anchor=False)
    rows = _of(tables["event_actors"], event)
    if rows.empty:
        st.markdown("Nobody is named.")
        return
    cells = []
    for role, does in words.ROLES.items():
        named = sorted(rows.loc[rows["role"] == role, "name"])
        if named:
            links = ", ".join(escape.link(name, timeline_of(name)) for name in named)
            title = f"{role.capitalize()}\n\n:small[:gray[{does}]]"
            cells.append({"Role": title, "Actors": links})
    st.table(
        pd.DataFrame(cells),
        border="horizontal",
        hide_index=True,
        hide_header=True,
        alt="The actors of the event by their roles",
    )


def thread(event: "pd.Series[str]", tables: Tables) -> None:
    """The story that it belongs to: its events in order, each with its status."""
    if not event["thread"]:
        return
    st.header("Part of", anchor=False)
    name = event["thread"]
    address = f"/{choices.query(Choice(Filters(threads=(name,))))}"
    st.markdown(escape.link(name, address))
    events = tables["events"]
    rows = [
        {
            "Date": escape.markdown(words.when(one["edtf"], one["granularity"])),
            "Event": _step(one, event["event_id"]),
            "Status": escape.markdown(words.STATUSES.get(one["status"], one["status"])),
        }
        for _, one in events[events["thread"] == name].iterrows()
    ]
    grid.show(rows, f"The events of the thread {name}, in order", key="thread", lead="Event")
    _beside(events[events["thread"] == name], event["event_id"])


def _step(one: "pd.Series[str]", here: str) -> str:
    if one["event_id"] == here:
        return f"**{escape.markdown(one['title'])}**"
    return escape.link(one["title"], listing.event_address(one["event_id"]))


def _beside(events: pd.DataFrame, here: str) -> None:
    """The ways to the events before and after this one in its thread."""
    ids, titles = list(events["event_id"]), list(events["title"])
    at = ids.index(here)
    ways = []
    for step, name in ((at - 1, "Before it"), (at + 1, "After it")):
        if 0 <= step < len(ids):
            link = escape.link(titles[step], listing.event_address(ids[step]))
            ways.append(f"{name} in the thread: {link}")
    if ways:
        st.caption("  \n".join(ways))


def timeline_of(actor: str, *roles: str) -> str:
    """The address of the timeline of one actor, in any role or only in these."""
    return f"/{choices.query(Choice(Filters(actors=(actor,), roles=roles)))}"


def sources(event: "pd.Series[str]", tables: Tables) -> None:
    """The independent reports behind it, and the articles that rest on each."""
    number, articles = int(event["reports"]), int(event["documents"])
    st.header("Independent reports", anchor=False)
    st.markdown(
        f"**{words.count(number, 'independent report')}** behind "
        f"{words.count(articles, 'article')}. Articles that rest on one original count once."
    )
    drawn.lineage(event, tables)
    mentions = _of(tables["mentions"], event)
    if whys := _whys(tables["links"], set(mentions["document_id"])):
        st.caption(escape.markdown(f"Held to be one report: {'; '.join(whys)}."))


def article(document: "pd.Series[str]") -> str:
    """An article as Markdown: outlet, headline with its link, date."""
    day = words.when(document["published"])
    title = escape.link(document["title"] or document["document_id"], document["url"])
    return f"{escape.markdown(document['outlet'])}: {title}, {escape.markdown(day)}"


def _whys(links: pd.DataFrame, documents: set[str]) -> list[str]:
    """Why these articles are held to rest on one original, each reason once."""
    among = links["a"].isin(documents) & links["b"].isin(documents)
    return list(dict.fromkeys(links.loc[among, "why"]))


def conflicts(event: "pd.Series[str]", tables: Tables) -> None:
    """What its sources say against each other, side by side."""
    rows = _of(tables["conflicts"], event)
    if rows.empty:
        return
    st.header("Where the sources differ", anchor=False)
    outlets = tables["mentions"].set_index("mention_id")["outlet"]
    for _, row in rows.iterrows():
        st.markdown(f"**{escape.markdown(row['field'].capitalize())}**")
        for side, column in zip(("a", "b"), st.columns(2), strict=True):
            with column, st.container(border=True):
                st.markdown(escape.markdown(_says(row["field"], row[f"{side}_says"])))
                st.caption(escape.markdown(outlets.get(row[side], "")))


def _says(field: str, value: str) -> str:
    if field == "status":
        return words.STATUSES.get(value, value)
    return words.when(value) if field == "date" else value


def joins(event: "pd.Series[str]", tables: Tables) -> None:
    """Why its mentions are held to be one event."""
    rows = _of(tables["joins"], event)
    if rows.empty:
        return
    with st.expander("Why these sentences are one event"):
        outlets = tables["mentions"].set_index("mention_id")["outlet"]
        for _, row in rows.iterrows():
            verdict = "joined" if row["joined"] else "kept apart"
            pair = f"{outlets.get(row['a'], row['a'])} and {outlets.get(row['b'], row['b'])}"
            st.markdown(
                f"- {escape.markdown(pair)}: **{verdict}** ({row['score']:.2f}), "
                f"{escape.markdown(row['why'])}"
            )


def _of(table: pd.DataFrame, event: "pd.Series[str]") -> pd.DataFrame:
    return table[table["event_id"] == event["event_id"]]
