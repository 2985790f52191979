"""What a search found: the best events first, with the words that were sought marked."""

import pandas as pd
import streamlit as st

from timeline import search
from timeline.language import gettext
from timeline.tables import Tables
from ui import choices, escape, words
from ui.choices import Choice
from ui.listing import Link

MOST = 5
_AROUND = 110  # characters on either side of the first word that was found


def show(tables: Tables, shown: Tables, chosen: Choice) -> None:
    """The best of the events shown, each with the sentence that says it best."""
    terms = search.parse(chosen.filters.text).wanted()
    if not terms or len(shown["events"]) < 2:
        return
    there = set(shown["events"]["event_id"])
    best = [key for key in search.index(tables).find(chosen.filters.text) if key in there][:MOST]
    rows = shown["events"][shown["events"]["event_id"].isin(best)]
    events = {event["event_id"]: event for _, event in rows.iterrows()}
    st.header(gettext("Best matches"), anchor=False)
    link = Link(choices.view(chosen), terms)
    with st.container(key="matches"):
        st.markdown("\n".join(_line(events[key], shown["mentions"], link) for key in best))


def _line(event: "pd.Series[str]", mentions: pd.DataFrame, link: Link) -> str:
    day = escape.markdown(words.when(event["edtf"], event["granularity"]))
    said = mentions.loc[mentions["event_id"] == event["event_id"]]
    told = [(len(search.marks(one, link.terms)), one) for one in said["sentence"]]
    number, sentence = max(told, key=lambda one: one[0], default=(0, ""))
    quote = f"  \n:small[{_snippet(sentence, link)}]" if number else ""
    return f"1. {words.listed((link.to(event), day))}{quote}"


def _snippet(sentence: str, link: Link) -> str:
    """The sentence around the first word that was found."""
    first = search.marks(sentence, link.terms)[0][0]
    start = max(first - _AROUND, 0)
    end = min(first + _AROUND, len(sentence))
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = sentence.find(" ", end) if " " in sentence[end:] else len(sentence)
    before, behind = "… " if start else "", " …" if end < len(sentence) else ""
    return f"{before}{link.marked(sentence[start:end])}{behind}"
