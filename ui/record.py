"""The facts on an event's page: what, when, who, how real, on whose word."""

import pandas as pd
import streamlit as st

from timeline.figures.counts import sentences
from timeline.filters import Filters
from timeline.language import gettext, mark, pgettext
from timeline.tables import Tables
from ui import choices, drawn, escape, grid, labels, listing, pages, why, words
from ui.choices import Choice


def heading(event: "pd.Series[str]", tables: Tables) -> None:
    """What happened, its type and status, and the event in one sentence."""
    st.set_page_config(page_title=f"{event['title']} · {gettext(pages.TITLE)}")
    st.title(escape.markdown(event["title"]), anchor=False)
    with st.container(horizontal=True, gap="small", key="badges"):
        st.badge(escape.markdown(event["type_label"]), color="blue")
        st.badge(escape.markdown(words.status(event["status"])), color="gray")
        st.badge(words.count(int(event["reports"]), "independent report"), color="green")
        if event["official"]:
            st.badge(gettext("official document"), color="green", icon=":material/gavel:")
        if event["conflicts"]:
            st.badge(words.count(int(event["conflicts"]), "contradiction"), color="orange")
        if event["corrected"]:
            st.badge(gettext("judged by an editor"), color="violet")
    st.markdown(sentence(event, tables))


def sentence(event: "pd.Series[str]", tables: Tables) -> str:
    """Who did what to whom, first told by whom, as Markdown."""
    parts = [
        gettext(message, names=escape.markdown(words.names(event[column], 3)))
        for column, message in _PARTS
        if event[column]
    ]
    lead, kind = "", escape.markdown(event["type_label"])
    if parts:
        lead = gettext("{type}: {parts}.", type=kind, parts=words.listed(parts))
    return sentences(*filter(None, (lead, _first_told(event, tables))))


_PARTS = (
    ("initiators", mark("**{names}**")),
    ("speakers", mark("in the words of **{names}**")),
    ("targets", mark("aimed at **{names}**")),
    ("affected", mark("affecting **{names}**")),
)


def _first_told(event: "pd.Series[str]", tables: Tables) -> str:
    """Who told it first: "First told here by **Fudzilla** on 5 Jan 2024, resting on Reuters.".

    The origin is that of the first article alone: what others rest on stands below.
    """
    if not event["first_outlet"]:
        return ""
    told = gettext("First told here by **{outlet}**", outlet=escape.markdown(event["first_outlet"]))
    if pd.notna(event["first_published"]):
        day = words.when(f"{event['first_published']:%Y-%m-%d}")
        told = gettext("{told} on {date}", told=told, date=day)
    documents, reports = (tables[name] for name in ("documents", "reports"))
    report = documents.loc[documents["document_id"] == event["first_document"], "report_id"]
    origin = words.names("; ".join(reports.loc[reports["report_id"].isin(report), "origin"]))
    if origin and origin != event["first_outlet"]:
        told = gettext("{told}, resting on {origin}", told=told, origin=escape.markdown(origin))
    return told + gettext(".")


def when(event: "pd.Series[str]") -> None:
    """The date, the words it rests on, and how sure it is."""
    st.header(gettext("When"), anchor=False)
    date = words.when(event["edtf"], event["granularity"])
    basis = words.basis(event["date_basis"])
    if event["date_words"]:
        said = escape.markdown(event["date_words"])
        told = gettext("**{date}**, from the words “{words}”, {basis}.",
                       date=escape.markdown(date), words=said, basis=basis)  # fmt: skip
    else:
        told = gettext("**{date}**, {basis}.", date=escape.markdown(date), basis=basis)
    fades = gettext("The date is approximate: the chart draws it fading.")
    st.markdown(sentences(told, fades) if event["approximate"] else told)
    if event["edtf"]:
        st.caption(gettext("As EDTF: `{edtf}`", edtf=event["edtf"]))


def status(event: "pd.Series[str]", tables: Tables) -> None:
    """How real it is as told, and how that changed."""
    st.header(gettext("Status"), anchor=False)
    label = escape.markdown(words.status(event["status"]))
    if meaning := words.STATUS_MEANINGS.get(event["status"], ""):
        st.markdown(gettext("**{status}**: {meaning}.", status=label, meaning=gettext(meaning)))
    else:
        st.markdown(f"**{label}**")
    drawn.ladder(event, tables)


def actors(event: "pd.Series[str]", tables: Tables) -> None:
    """Who takes part and as what, each with the way to all their events."""
    st.header(gettext("Who"), anchor=False)
    rows = _of(tables["event_actors"], event)
    if rows.empty:
        st.markdown(gettext("Nobody is named."))
        return
    cells = []
    for role, does in words.ROLES.items():
        named = sorted(rows.loc[rows["role"] == role, "name"])
        if named:
            links = pgettext("between names", ", ").join(
                escape.link(name, timeline_of(name)) for name in named
            )
            title = f"{labels.roles()[role]}\n\n:small[:gray[{gettext(does)}]]"
            cells.append({gettext("Role"): title, gettext("Actors"): links})
    st.table(
        pd.DataFrame(cells),
        border="horizontal",
        hide_index=True,
        hide_header=True,
        alt=gettext("The actors of the event by their roles"),
    )


def thread(event: "pd.Series[str]", tables: Tables) -> None:
    """The story that it belongs to: its events in order, each with its status."""
    if not event["thread"]:
        return
    st.header(gettext("Part of"), anchor=False)
    name = event["thread"]
    address = f"/{choices.query(Choice(Filters(threads=(name,))))}"
    st.markdown(escape.link(name, address))
    events = tables["events"]
    rows = [
        {
            gettext("Date"): escape.markdown(words.when(one["edtf"], one["granularity"])),
            gettext("Event"): _step(one, event["event_id"]),
            gettext("Status"): escape.markdown(words.status(one["status"])),
        }
        for _, one in events[events["thread"] == name].iterrows()
    ]
    alt = gettext("The events of the thread {thread}, in order", thread=name)
    grid.show(rows, alt, key="thread", lead=gettext("Event"))
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
    for step, message in (
        (at - 1, mark("Before it in the thread: {event}")),
        (at + 1, mark("After it in the thread: {event}")),
    ):
        if 0 <= step < len(ids):
            link = escape.link(titles[step], listing.event_address(ids[step]))
            ways.append(gettext(message, event=link))
    if ways:
        st.caption("  \n".join(ways))


def timeline_of(actor: str, *roles: str) -> str:
    """The address of the timeline of one actor, in any role or only in these."""
    return f"/{choices.query(Choice(Filters(actors=(actor,), roles=roles)))}"


def sources(event: "pd.Series[str]", tables: Tables) -> None:
    """The independent reports behind it, and the articles that rest on each."""
    number, articles = int(event["reports"]), int(event["documents"])
    st.header(gettext("Independent reports"), anchor=False)
    told = gettext(
        "**{reports}** behind {articles}. Articles that rest on one original count once.",
        reports=words.count(number, "independent report"),
        articles=words.count(articles, "article"),
    )
    st.markdown(told)
    drawn.lineage(event, tables)
    mentions = _of(tables["mentions"], event)
    if whys := _whys(tables["links"], set(mentions["document_id"])):
        reasons = escape.markdown(pgettext("between filters", "; ").join(map(why.told, whys)))
        st.caption(gettext("Held to be one report: {reasons}.", reasons=reasons))


def article(document: "pd.Series[str]") -> str:
    """An article as Markdown: outlet, headline with its link, date."""
    day = words.when(document["published"])
    title = escape.link(document["title"] or document["document_id"], document["url"])
    outlet = escape.markdown(document["outlet"])
    return gettext(
        "{outlet}: {title}, {date}", outlet=outlet, title=title, date=escape.markdown(day)
    )


def _whys(links: pd.DataFrame, documents: set[str]) -> list[str]:
    """Why these articles are held to rest on one original, each reason once."""
    among = links["a"].isin(documents) & links["b"].isin(documents)
    return list(dict.fromkeys(links.loc[among, "why"]))


def conflicts(event: "pd.Series[str]", tables: Tables) -> None:
    """What its sources say against each other, side by side."""
    rows = _of(tables["conflicts"], event)
    if rows.empty:
        return
    st.header(gettext("Where the sources differ"), anchor=False)
    outlets = tables["mentions"].set_index("mention_id")["outlet"]
    for _, row in rows.iterrows():
        st.markdown(f"**{escape.markdown(labels.field(row['field']))}**")
        for side, column in zip(("a", "b"), st.columns(2), strict=True):
            with column, st.container(border=True):
                st.markdown(escape.markdown(_says(row["field"], row[f"{side}_says"])))
                st.caption(escape.markdown(outlets.get(row[side], "")))


def _says(field: str, value: str) -> str:
    if field == "status":
        return words.status(value)
    return words.when(value) if field == "date" else value


def joins(event: "pd.Series[str]", tables: Tables) -> None:
    """Why its mentions are held to be one event."""
    rows = _of(tables["joins"], event)
    if rows.empty:
        return
    with st.expander(gettext("Why these sentences are one event")):
        outlets = tables["mentions"].set_index("mention_id")["outlet"]
        for _, row in rows.iterrows():
            verdict = gettext("joined") if row["joined"] else gettext("kept apart")
            pair = [escape.markdown(outlets.get(row[side], row[side])) for side in ("a", "b")]
            told = gettext(
                "{a} and {b}: **{verdict}** ({score:.2f}), {why}",
                a=pair[0],
                b=pair[1],
                verdict=verdict,
                score=row["score"],
                why=escape.markdown(why.told(row["why"])),
            )
            st.markdown(f"- {told}")


def _of(table: pd.DataFrame, event: "pd.Series[str]") -> pd.DataFrame:
    return table[table["event_id"] == event["event_id"]]
