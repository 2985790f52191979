"""What the articles say of an event: their sentences, with the words that each field rests on.

Every word of an article goes through ``ui.escape``.
"""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from timeline.language import gettext, mark, pgettext
from timeline.tables import Tables
from ui import escape, record, words

SHOWN = 5  # sentences of one article; the rest are folded away
_COLOURS = {"date": "blue", "actor": "violet", "source": "green", "type": "orange"}
_COLOURS |= {"status": "orange", "objects": "gray"}
_LEGEND = {
    "orange": mark("what"),
    "violet": mark("who"),
    "blue": mark("when"),
    "green": mark("on whose word"),
    "gray": mark("object"),
}
_ORDER = {"type": 0, "source": 1, "status": 2, "date": 3}  # whose colour shows at the same words


def show(tables: Tables) -> None:
    """A card an article, in the order of their days: its sentences that tell the tables' event."""
    st.header(gettext("What the articles say"), anchor=False)
    parts = [f":{colour}-background[{gettext(label)}]" for colour, label in _LEGEND.items()]
    st.caption(gettext("Marked: {legend}", legend=" ".join(parts)))
    mentions = tables["mentions"].sort_values(["start_char", "mention_id"])
    documents = tables["documents"].sort_values(["published_start", "document_id"])
    for _, document in documents.iterrows():
        said = mentions[mentions["document_id"] == document["document_id"]]
        _article(document, said, tables["evidence"])


def _article(document: "pd.Series[str]", mentions: pd.DataFrame, evidence: pd.DataFrame) -> None:
    said = [
        _said(rows, evidence[evidence["mention_id"].isin(rows["mention_id"])])
        for _, rows in mentions.groupby("sentence_start")
    ]
    with st.container(border=True):
        st.caption(record.article(document))
        _sentences(said[:SHOWN])
        if len(said) > SHOWN:
            with st.expander(words.count(len(said) - SHOWN, "more sentence")):
                _sentences(said[SHOWN:])
        with st.expander(gettext("How this was read")):
            _reading(mentions, evidence, f"{document['outlet']}, {document['title']}")


def _sentences(said: list[str]) -> None:
    for one in said:
        st.markdown(one)


def _said(mentions: pd.DataFrame, found: pd.DataFrame) -> str:
    """A sentence with its evidence marked, and on whose word it is said."""
    hops = dict.fromkeys(hop for hop in mentions["source_hops"] if hop)
    who = gettext(" and ").join(words.names(hop.replace(" > ", "; ")) for hop in hops)
    told = gettext("On the word of {source}", source=escape.markdown(who))
    behind = f"  \n:small[:gray[{told}]]" if who else ""
    return f"{marked(mentions.iloc[0], found)}{behind}"


def marked(mention: "pd.Series[str]", found: pd.DataFrame) -> str:
    """The mention's sentence as Markdown, its evidence marked."""
    text, at = mention["sentence"], int(mention["sentence_start"])
    found = found.assign(order=found["field"].map(_ORDER.get).fillna(9)).sort_values("order")
    spans = [
        (max(start - at, 0), min(end - at, len(text)), _COLOURS.get(field.split(":")[0], "gray"))
        for field, start, end in zip(
            found["field"], found["start_char"], found["end_char"], strict=True
        )
        if start >= at and end <= at + len(text)
    ]
    return escape.marked(text, spans)


def _reading(mentions: pd.DataFrame, evidence: pd.DataFrame, article: str) -> None:
    """For each sentence its place and date, and which rule read which words."""
    st.markdown("\n".join(_places(mentions)))
    _rules(mentions, evidence, article)


def _places(mentions: pd.DataFrame) -> Iterator[str]:
    """Where each mention stands, and how its date is known."""
    for number, (_, mention) in enumerate(mentions.iterrows(), 1):
        date = words.when(mention["edtf"], mention["granularity"])
        told = gettext(
            "characters {first}–{last}: {date}, {basis}",
            first=int(mention["start_char"]),
            last=int(mention["end_char"]),
            date=date,
            basis=words.basis(mention["date_basis"]),
        )
        yield f"{number}. {escape.markdown(told)}"


def _rules(mentions: pd.DataFrame, evidence: pd.DataFrame, article: str) -> None:
    """Which rule read which words, as a table."""
    numbers = {key: number for number, key in enumerate(mentions["mention_id"], 1)}
    found = evidence[evidence["mention_id"].isin(set(numbers))]
    found = found.assign(claim=found["mention_id"].map(numbers)).sort_values(
        ["claim", "start_char"], kind="stable"
    )
    st.dataframe(
        found[["claim", "field", "value", "words", "start_char", "end_char", "rule"]],
        hide_index=True,
        alt=gettext(
            "{article}: the words that each field rests on, and the rule that read them",
            article=article,
        ),
        column_config={
            "claim": gettext("Claim"),
            "field": gettext("Field"),
            "value": gettext("Value"),
            "words": gettext("Words"),
            "start_char": pgettext("a place in a text", "From"),
            "end_char": pgettext("a place in a text", "To"),
            "rule": gettext("Rule"),
        },
    )
