"""What a reader may take from a view: tables, pictures, the link to it, how to cite it."""

import pandas as pd
import streamlit as st

from timeline import exports
from timeline.tables import Tables
from ui import choices, embed, escape, listing, pages, pictures, settings, summary, words
from ui.choices import Choice


def bar(tables: Tables, chosen: Choice) -> None:
    """A row of buttons under the chart."""
    query = choices.query(chosen)
    with st.container(horizontal=True, key="save"):
        st.link_button("CSV", f"/api/events.csv{query}", icon=":material/download:")
        _pictures(chosen)
        with st.popover("More formats"):
            _formats(chosen)
        with st.popover("Link and citation"):
            address = f"{home()}/{query}"
            st.caption("This view")
            st.code(address, language=None, wrap_lines=True)
            st.caption("To cite it")
            st.code(citation(tables, address), language=None, wrap_lines=True)
            _embedding(chosen)


def _embedding(chosen: Choice) -> None:
    """The code to show this view in another page, or why there is none."""
    preview = escape.link("how it looks", f"/embed{choices.query(chosen)}")
    if settings.get().embed_in:
        st.caption(f"To show it in a page of yours ({preview})")
        st.code(embed.code(home(), chosen, embed.height(chosen)), language=None, wrap_lines=True)
    else:
        st.caption(f"No other site may show it in a page ({preview}): this server is set so.")


def _pictures(chosen: Choice) -> None:
    with st.popover("Picture or brief", icon=":material/image:"):
        named = pictures.PRESETS.__getitem__
        preset = st.selectbox("For", list(pictures.PRESETS), format_func=named)
        theme = st.radio("Colours", ("light", "dark"), format_func=str.capitalize, horizontal=True)
        title = st.text_input("Title", placeholder="The finding, by rule", max_chars=200)
        wanted = [("preset", preset), ("theme", theme), ("title", title)]
        query = choices.query(chosen, *(pair for pair in wanted if pair[1]))
        with st.container(horizontal=True):
            for kind in pictures.KINDS:
                if not pictures.missing(kind):
                    st.link_button(kind.upper(), f"/figure.{kind}{query}")
            st.link_button("Brief pack, ZIP", f"/brief.zip{query}", type="primary")
        # a view of its own: Streamlit drops the parameters of controls that a page lacks
        held = [("view", view)] if (view := choices.view(chosen)) else []
        address = f"/brief{choices.query(Choice(), *held)}"
        st.markdown(escape.link("See it first, at its true size", address))
        st.caption("The pack: pictures, their text, the data, numbered sources, citations.")
        for kind in pictures.KINDS:
            if reason := pictures.missing(kind):
                st.caption(f"No {kind.upper()}: {escape.markdown(reason)}")


def _formats(chosen: Choice) -> None:
    query = choices.query(chosen)
    excel = choices.query(chosen, ("bom", "1"))
    for label, address in (
        ("Events, CSV for Excel", f"/api/events.csv{excel}"),
        ("Mentions, CSV: a row a sentence", f"/api/mentions.csv{query}"),
        ("Everything, JSON", f"/api/events.json{query}"),
        ("Data package, ZIP", f"/datapackage.zip{query}"),
        ("Calendar, ICS", f"/calendar.ics{query}"),
        ("Feed of new events, Atom", f"/feed.atom{query}"),
        ("TimelineJS, JSON", f"/timelinejs.json{query}"),
        ("TimelineJS, spreadsheet", f"/timelinejs.csv{query}"),
        ("Articles, BibTeX", f"/api/documents.bib{query}"),
        ("Articles, RIS", f"/api/documents.ris{query}"),
    ):
        st.markdown(f"- {escape.link(label, address)}")


def home() -> str:
    """The site's address as the reader has it, without a slash at the end."""
    given = st.context.url or ""
    return "/".join(given.split("/")[:3])


def citation(tables: Tables, address: str) -> str:
    """The view as a reference: name, state of the data, address."""
    day = exports.data_date(tables)
    state = f" Data to {words.when(day)}." if day else ""
    return f"{pages.TITLE}: {summary.story()}.{state} {address}"


def event_citation(tables: Tables, event: "pd.Series[str]") -> str:
    """An event as a reference, with its lasting address."""
    address = f"{home()}{listing.event_address(event['event_id'])}"
    date = words.when(event["edtf"], event["granularity"])
    return f"“{event['title']}” ({date}). {citation(tables, address)}"


def event(tables: Tables, event: "pd.Series[str]") -> None:
    """An event's citation, ready to be copied."""
    st.header("Cite this event", anchor=False)
    st.code(event_citation(tables, event), language=None, wrap_lines=True)
    address = f"/event/{event['event_id']}.json"
    st.caption(f"For programs: {escape.link('this event as JSON-LD', address)}")
