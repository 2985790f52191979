"""What a reader may take from a view: tables, pictures, the link to it, how to cite it."""

import pandas as pd
import streamlit as st

from timeline import exports
from timeline.figures.counts import sentences
from timeline.language import gettext
from timeline.tables import Tables
from ui import choices, data, embed, escape, listing, pictures, settings, summary, words
from ui.choices import Choice


def bar(chosen: Choice) -> None:
    """A row of buttons under the chart."""
    query = choices.query(chosen)
    with st.container(horizontal=True, key="save"):
        st.link_button("CSV", f"/api/events.csv{query}", icon=":material/download:")
        _pictures(chosen)
        with st.popover(gettext("More formats")):
            _formats(chosen)
        with st.popover(gettext("Link and citation")):
            address = f"{home()}/{query}"
            st.caption(gettext("This view"))
            st.code(address, language=None, wrap_lines=True)
            st.caption(gettext("To cite it"))
            shown = data.chosen(chosen.filters)  # its newest article, as in the pack and /embed
            st.code(citation(shown, address), language=None, wrap_lines=True)
            _embedding(chosen)


def _embedding(chosen: Choice) -> None:
    """The code to show this view in another page, or why there is none."""
    preview = escape.link(gettext("how it looks"), f"/embed{choices.query(chosen)}")
    if settings.get().embed_in:
        st.caption(gettext("To show it in a page of yours ({preview})", preview=preview))
        st.code(embed.code(home(), chosen, embed.height(chosen)), language=None, wrap_lines=True)
    else:
        told = "No other site may show it in a page ({preview}): this server is set so."
        st.caption(gettext(told, preview=preview))


def _pictures(chosen: Choice) -> None:
    with st.popover(gettext("Picture or brief"), icon=":material/image:"):
        named, themes = pictures.presets(), pictures.themes()
        preset = st.selectbox(
            gettext("For"),
            list(named),
            format_func=named.__getitem__,
            placeholder=gettext("Choose one"),
        )
        theme = st.radio(
            gettext("Colours"), list(themes), format_func=themes.__getitem__, horizontal=True
        )
        title = st.text_input(
            gettext("Title"), placeholder=gettext("The finding, by rule"), max_chars=200
        )
        wanted = [("preset", preset), ("theme", theme), ("title", title)]
        _files(choices.query(chosen, *(pair for pair in wanted if pair[1])))
        # a view of its own: Streamlit drops the parameters of controls that a page lacks
        held = [("view", view)] if (view := choices.view(chosen)) else []
        address = f"/brief{choices.query(Choice(), *held)}"
        st.markdown(escape.link(gettext("See it first, at its true size"), address))
        st.caption(
            gettext("The pack: pictures, their text, the data, numbered sources, citations.")
        )
        _missing()


def _files(query: str) -> None:
    """A button for each kind of picture that can be had, and for the pack."""
    with st.container(horizontal=True):
        for kind in pictures.KINDS:
            if not pictures.missing(kind):
                st.link_button(kind.upper(), f"/figure.{kind}{query}")
        st.link_button(gettext("Brief pack, ZIP"), f"/brief.zip{query}", type="primary")


def _missing() -> None:
    """Why there are no pictures of the other kinds."""
    for kind in pictures.KINDS:
        if reason := pictures.missing(kind):
            told = gettext("No {kind}: {reason}", kind=kind.upper(), reason=gettext(reason))
            st.caption(escape.markdown(told))


def _formats(chosen: Choice) -> None:
    query = choices.query(chosen)
    excel = choices.query(chosen, ("bom", "1"))
    for label, address in (
        (gettext("Events, CSV for Excel"), f"/api/events.csv{excel}"),
        (gettext("Mentions, CSV: a row a sentence"), f"/api/mentions.csv{query}"),
        (gettext("Everything, JSON"), f"/api/events.json{query}"),
        (gettext("Data package, ZIP"), f"/datapackage.zip{query}"),
        (gettext("Calendar, ICS"), f"/calendar.ics{query}"),
        (gettext("Feed of new events, Atom"), f"/feed.atom{query}"),
        (gettext("TimelineJS, JSON"), f"/timelinejs.json{query}"),
        (gettext("TimelineJS, spreadsheet"), f"/timelinejs.csv{query}"),
        (gettext("Articles, BibTeX"), f"/api/documents.bib{query}"),
        (gettext("Articles, RIS"), f"/api/documents.ris{query}"),
        (gettext("Articles, CSL-JSON"), f"/api/documents.csl.json{query}"),
    ):
        st.markdown(f"- {escape.link(label, address)}")


def home() -> str:
    """The site's address as the reader has it, without a slash at the end."""
    given = st.context.url or ""
    return "/".join(given.split("/")[:3])


def citation(tables: Tables, address: str) -> str:
    """The view as a reference: name, state of the data, address."""
    day = exports.data_date(tables)
    told = [gettext("Policy Timeline: {story}.", story=summary.story())]
    told += [gettext("Data to {date}.", date=words.when(day))] if day else []
    return " ".join((sentences(*told), address))


def event_citation(tables: Tables, event: "pd.Series[str]") -> str:
    """An event as a reference, with its lasting address."""
    address = f"{home()}{listing.event_address(event['event_id'])}"
    date = words.when(event["edtf"], event["granularity"])
    told = gettext("“{title}” ({date}).", title=event["title"], date=date)
    return sentences(told, citation(tables, address))


def event(tables: Tables, event: "pd.Series[str]") -> None:
    """An event's citation, ready to be copied."""
    st.header(gettext("Cite this event"), anchor=False)
    st.code(event_citation(tables, event), language=None, wrap_lines=True)
    link = escape.link(gettext("this event as JSON-LD"), f"/event/{event['event_id']}.json")
    st.caption(gettext("For programs: {link}", link=link))
