"""What the story is and what of it is shown, in a line each."""

from dataclasses import replace
from functools import lru_cache

import pandas as pd
import streamlit as st

from timeline import exports, filters, search, seeds, translate
from timeline.language import gettext
from timeline.tables import Tables
from ui import choices, controls, data, escape, pages, words
from ui.choices import Choice


def head() -> None:
    """The story's name, and the record in a line."""
    st.title(story(), anchor=False)
    with st.container(key="lead"):
        st.markdown(escape.markdown(finding(data.chosen(choices.ALL))))


def story() -> str:
    """The story's name, as the seeds give it: "US–China AI chips"."""
    return data.name(_story(data.source()))


@lru_cache(maxsize=2)
def _story(record: str) -> str:
    return seeds.title(data.seeds()) or pages.TITLE


def finding(tables: Tables) -> str:
    """The record in a line: "32 events, Aug 2022 – 2026, told by 10 articles …"."""
    events, documents = tables["events"], tables["documents"]
    return gettext(
        "{events}, told by {articles} that rest on {reports}.",
        events=_span(tables, words.count(len(events), "event")),
        articles=words.count(len(documents), "article"),
        reports=words.count(len(tables["reports"]), "independent report"),
    )


def _span(tables: Tables, told: str) -> str:
    """The events and their years: "32 events from 2022 to 2026"."""
    years = exports.years(tables)
    if years is None:
        return told
    first, last = years
    if first == last:
        return gettext("{events} in {year}", events=told, year=first)
    return gettext("{events} from {first} to {last}", events=told, first=first, last=last)


def narrowed(shown: Tables, chosen: Choice) -> None:
    """How many of how many are shown, of what, and the way back.

    The room for it is there always: Plotly would draw the chart twice were it to move.
    """
    room = st.container(horizontal=True, vertical_alignment="center", key="narrowed")
    if not chosen.narrows:
        return
    number = _share(shown["events"])
    with room:
        st.markdown(f"**{number}** · {escape.markdown(choices.told(chosen))}", width="content")
        st.button(gettext("Show all"), key="clear", on_click=controls.clear, type="tertiary")


def _share(shown: pd.DataFrame) -> str:
    """Of the record's events those shown: "7 of 183 events", media reports of them told apart."""
    telling = int((shown["tells"] != "").sum())
    whole = words.count(len(data.chosen(choices.ALL)["events"]), "event")
    share = gettext("{shown} of {events}", shown=len(shown) - telling, events=whole)
    if not telling:
        return share
    reports = words.count(telling, "media report")
    return gettext("{events} and {reports} of such events", events=share, reports=reports)


def left_out(chosen: Choice) -> None:
    """How many media reports of the choice are not shown, since what they tell of is."""
    if chosen.filters.types:
        return
    asked = replace(chosen.filters, echoes=True)
    found = data.chosen(asked)["events"]
    found = found[found["type"] == "media_report"]
    number = int((found["tells"] != "").sum())
    if number:
        told = words.count(number, "media report")
        way = gettext("see them") if number == len(found) else gettext("see all {n}", n=len(found))
        types = (translate.type_label("media_report"),)
        reports = replace(chosen, filters=replace(asked, types=types))
        link = escape.link(way, f"/{choices.query(reports)}")
        st.caption(
            gettext("{reports} of events in the record left out: {link}", reports=told, link=link)
        )


def nothing(tables: Tables, chosen: Choice) -> None:
    """The empty state: what was asked, and which single filter to drop gives most."""
    if tables["events"].empty:
        st.info(gettext("The record holds no events yet: add source notes to seeds/documents/."))
        return
    st.info(gettext("No event fits: {choice}.", choice=escape.markdown(choices.told(chosen))))
    ways = [
        f"- {escape.link(label, f'/{query}')}: {words.count(number, 'event')}"
        for label, query, number in wider(tables, chosen)[:4]
    ]
    st.markdown("\n".join(ways))
    st.button(gettext("Show all events"), key="clear", on_click=controls.clear)


def wider(tables: Tables, chosen: Choice) -> list[tuple[str, str, int]]:
    """Smaller demands: in words, as a query, and how many events fit; most events first.

    Each parameter left out, and of a search of several words each word alone.
    """
    given = choices.pairs(chosen)
    demands = []
    for name in dict.fromkeys(name for name, _ in given if name not in ("lanes", "steps")):
        left_out, _ = choices.read(tables, [pair for pair in given if pair[0] == name])
        rest = [pair for pair in given if pair[0] != name]
        demands.append((gettext("Without {choice}", choice=choices.told(left_out)), rest))
    found = [term.typed for term in search.parse(chosen.filters.text).wanted()]
    for word in found if len(found) > 1 else ():
        alone = [(name, word if name == "q" else value) for name, value in given]
        demands.append((gettext("With “{word}” alone", word=word), alone))
    ways = []
    for label, pairs in demands:
        asked, _ = choices.read(tables, pairs)
        number = len(filters.select(tables, asked.filters)["events"])
        ways.append((label, choices.query(asked), number))
    return sorted((way for way in ways if way[2]), key=lambda way: -way[2])
