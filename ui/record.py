"""The pieces of an event's page.  Every word of an article goes through ``ui.escape``."""

import pandas as pd
import streamlit as st

from timeline.filters import Filters
from timeline.tables import Tables
from ui import choices, escape, words
from ui.choices import Choice

_COLOURS = {"date": "blue", "actor": "violet", "source": "green", "type": "orange"}
_COLOURS |= {"status": "orange", "objects": "gray"}
_LEGEND = {
    "orange": "what",
    "violet": "who",
    "blue": "when",
    "green": "on whose word",
    "gray": "object",
}
_ORDER = {"type": 0, "status": 1, "source": 2, "date": 3}  # whose colour shows at the same words


def heading(event: "pd.Series[str]") -> None:
    """What happened, its type and status, and the event in one sentence."""
    st.title(escape.markdown(event["title"]), anchor=False)
    with st.container(horizontal=True, gap="small", key="badges"):
        st.badge(escape.markdown(event["type_label"]), color="blue")
        st.badge(
            words.STATUSES.get(event["status"], escape.markdown(event["status"])), color="gray"
        )
        st.badge(words.count(int(event["reports"]), "independent report"), color="green")
        if event["conflicts"]:
            st.badge(words.count(int(event["conflicts"]), "contradiction"), color="orange")
        if event["corrected"]:
            st.badge("corrected by an editor", color="violet")
    st.markdown(sentence(event))


def sentence(event: "pd.Series[str]") -> str:
    """Who did what to whom, first told by whom, as Markdown."""
    parts = []
    for column, before, after in (
        ("initiators", "", ""),
        ("speakers", "in the words of ", ""),
        ("targets", "aimed at ", ""),
        ("affected", "felt by ", ""),
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
    st.markdown(
        f"**{escape.markdown(date)}**" + (f" (EDTF `{event['edtf']}`)" if event["edtf"] else "")
    )
    basis = words.BASES.get(event["date_basis"], event["date_basis"])
    said = (
        f"The words are “{escape.markdown(event['date_words'])}”: " if event["date_words"] else ""
    )
    st.markdown(said + escape.markdown(basis) + ".")
    if event["approximate"]:
        st.markdown("The date is uncertain: it says “around”, and the chart draws it fading.")


def status(event: "pd.Series[str]", tables: Tables) -> None:
    """How real it is as told, and how that changed."""
    st.header("How real", anchor=False)
    label = words.STATUSES.get(event["status"], event["status"])
    meaning = words.STATUS_MEANINGS.get(event["status"], "")
    st.markdown(f"**{escape.markdown(label)}**: {meaning}.")
    steps = _of(tables["ladder"], event)
    if len(steps) > 1 and len(set(steps["status"])) > 1:
        outlets = tables["mentions"].set_index("mention_id")["outlet"]
        st.table(
            pd.DataFrame(
                {
                    "Since": [escape.markdown(words.when(edtf)) for edtf in steps["edtf"]],
                    "Status": [words.STATUSES.get(one, one) for one in steps["status"]],
                    "Told by": [
                        escape.markdown(outlets.get(one, "")) for one in steps["mention_id"]
                    ],
                }
            ),
            border="horizontal",
            hide_index=True,
            alt="The steps of its status over time",
        )


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
            cells.append({"Role": f"{role.capitalize()}: {does}", "Actors": links})
    st.table(
        pd.DataFrame(cells),
        border="horizontal",
        hide_index=True,
        hide_header=True,
        alt="The actors of the event by their roles",
    )


def timeline_of(actor: str) -> str:
    """The address of the timeline of one actor."""
    return f"/{choices.query(Choice(Filters(actors=(actor,))))}"


def sources(event: "pd.Series[str]", tables: Tables) -> None:
    """The independent reports behind it, and the articles that rest on each."""
    number, articles = int(event["reports"]), int(event["documents"])
    st.header("How many independent sources", anchor=False)
    st.markdown(
        f"**{words.count(number, 'independent report')}** behind "
        f"{words.count(articles, 'article')}. Articles that rest on one original count once."
    )
    mentions = _of(tables["mentions"], event)
    documents = tables["documents"]
    held = documents[documents["document_id"].isin(mentions["document_id"])]
    links, reports = tables["links"], tables["reports"]
    origins = dict(zip(reports["report_id"], reports["origin"], strict=True))
    for report_id, rows in held.sort_values("published_start").groupby("report_id", sort=False):
        origin = origins.get(str(report_id), "") or "Original not named"
        st.markdown(f"**{escape.markdown(origin)}**")
        for _, row in rows.iterrows():
            st.markdown(f"- {article(row)}{_why(links, row['document_id'])}")


def article(document: "pd.Series[str]") -> str:
    """An article as Markdown: outlet, headline with its link, date."""
    day = words.when(document["published"])
    title = escape.link(document["title"] or document["document_id"], document["url"])
    return f"{escape.markdown(document['outlet'])}: {title}, {escape.markdown(day)}"


def _why(links: pd.DataFrame, document: str) -> str:
    rows = links[links["a"] == document]
    return "".join(f" — {escape.markdown(why)}" for why in rows["why"].head(1))


def evidence(event: "pd.Series[str]", tables: Tables) -> None:
    """Each sentence that tells it, with the words that each field rests on."""
    st.header("What the articles say", anchor=False)
    legend = " ".join(f":{colour}-background[{label}]" for colour, label in _LEGEND.items())
    st.caption(f"Marked: {legend}")
    documents = tables["documents"].set_index("document_id", drop=False)
    rows = _of(tables["mentions"], event)
    order = rows["document_id"].map(documents["published_start"])
    for _, mention in rows.assign(order=order).sort_values(["order", "start_char"]).iterrows():
        _mention(mention, documents.loc[mention["document_id"]], tables["evidence"])


def _mention(mention: "pd.Series[str]", document: "pd.Series[str]", all_: pd.DataFrame) -> None:
    found = all_[all_["mention_id"] == mention["mention_id"]]
    with st.container(border=True):
        st.markdown(marked(mention, found))
        who = words.names(mention["source_hops"].replace(" > ", "; "))
        said = f" · on the word of {escape.markdown(who)}" if who else ""
        st.caption(f"{article(document)}{said}")
        with st.expander("How this was read"):
            st.markdown(
                f"Characters {mention['start_char']}–{mention['end_char']} of the document. "
                f"Date: {escape.markdown(words.when(mention['edtf'], mention['granularity']))}, "
                f"{escape.markdown(words.BASES.get(mention['date_basis'], mention['date_basis']))}."
            )
            st.dataframe(
                found[["field", "value", "words", "start_char", "end_char", "rule"]],
                hide_index=True,
                alt="The words that each field rests on, and the rule that read them",
                column_config={
                    "field": "Field",
                    "value": "Value",
                    "words": "Words",
                    "start_char": "From",
                    "end_char": "To",
                    "rule": "Rule",
                },
            )


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
