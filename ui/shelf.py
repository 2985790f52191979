"""The tables to look into and take, with their dictionary, problems and manifest."""

import pandas as pd
import streamlit as st

from timeline import exports
from timeline.exports import EXPORTERS
from timeline.language import gettext, mark
from timeline.tables import SCHEMAS, Tables
from ui import choices, controls, data, downloads, escape, grid, tongue, words

_DTYPES = {
    "str": mark("text"),
    "datetime64[s]": mark("day"),
    "int64": mark("whole number"),
    "float64": mark("number"),
    "bool": mark("true or false"),
}
_PROBLEM = {
    "where": mark("Where"),
    "found": mark("Found"),
    "expected": mark("Expected"),
    "todo": mark("What to do"),
}


def intro(tables: Tables) -> str:
    """How much there is."""
    return gettext(
        "{events} from {mentions} in {articles}. Every value of a mention keeps the words it rests "
        "on, where they stand, and the rule that read them.",
        events=words.count(len(tables["events"]), "event"),
        mentions=words.count(len(tables["mentions"]), "mention"),
        articles=words.count(len(tables["documents"]), "article"),
    )


def choose_table() -> str:
    """Which table to look at; kept in the address."""
    asked = "" if "table" in st.session_state else st.query_params.get("table", "")
    faults = []
    if asked and asked not in SCHEMAS:
        told = choices.unknown("table", asked, {name: name for name in SCHEMAS})
        faults = [choices.Fault("table", asked, told)]
    above = st.container()
    name = controls.pick(gettext("Table"), list(SCHEMAS), "table", list(SCHEMAS).index("events"))
    with above:
        controls.tell(faults, name)
    return name


def table(tables: Tables, name: str) -> None:
    """The table as it is, all columns."""
    frame = tables[name]
    told = gettext("{rows}; a row is {what}", rows=words.count(len(frame), "row"), what=_row(name))
    st.caption(told)
    st.dataframe(
        _shown(frame),
        hide_index=True,
        height=420,
        alt=gettext("The table {table}: a row is {what}", table=name, what=_row(name)),
    )


def _row(name: str) -> str:
    """What a row of a table is: "a claim in a document"."""
    return gettext(SCHEMAS[name].row)


def _shown(frame: pd.DataFrame) -> pd.DataFrame:
    """Days as days, without a time of midnight."""
    days = {
        column: frame[column].dt.strftime("%Y-%m-%d").fillna("")
        for column in frame.columns
        if str(frame[column].dtype).startswith("datetime")
    }
    return frame.assign(**days)


def formats() -> None:
    """Every download, of the whole record."""
    rows = [
        {
            gettext("Address"): escape.link(file.path, file.path),
            gettext("What it holds"): escape.markdown(gettext(EXPORTERS[file.exporter].label)),
        }
        for file in downloads.FILES
    ]
    grid.show(rows, gettext("The downloads"), key="formats")
    st.caption(
        gettext(
            "They take the filters of the timeline, such as {example}, and bom=1 for Excel. {link} "
            "describes them to programs.",
            example=r"/api/events\.csv?actor=Nvidia&amp;from=2024\-01\-01",
            link=escape.link("/openapi.json", "/openapi.json"),
        )
    )


def dictionary(name: str) -> None:
    """The columns of one table: what they hold and what they refer to."""
    all_ = exports.dictionary()
    rows = [
        {
            gettext("Column"): f"`{row['column']}`",
            gettext("Meaning"): escape.markdown(gettext(row.meaning)),
            gettext("Kind"): _kind(row["dtype"], is_key=bool(row["key"])),
            gettext("Refers to"): f"`{row['refers_to']}`" if row["refers_to"] else "",
        }
        for _, row in all_[all_["table"] == name].iterrows()
    ]
    alt = gettext("The columns of {table} and what they mean", table=name)
    grid.show(rows, alt, key="dictionary")


def _kind(dtype: str, *, is_key: bool) -> str:
    kind = gettext(_DTYPES[dtype]) if dtype in _DTYPES else dtype
    return gettext("{kind}, key", kind=kind) if is_key else kind


def problems(tables: Tables) -> None:
    """What did not stop the build but was not right."""
    frame = tables["problems"]
    if frame.empty:
        st.markdown(gettext("None: every document could be read."))
        return
    rows = [
        {
            gettext(_PROBLEM.get(name, name)): escape.markdown(row[name])
            for name in map(str, frame.columns)
        }
        for _, row in frame.iterrows()
    ]
    grid.show(rows, gettext("The problems of this build"), key="problems")


def manifest(tables: Tables) -> None:
    """Which record this is, and how many rows each table has."""
    day = exports.data_date(tables)
    told = gettext(
        "Record `{edition}`, articles up to {date}. The same sources and rules give the same "
        "bytes.",
        edition=data.edition(),
        date=words.when(day),
    )
    st.markdown(told)
    rows = [
        {
            gettext("Table"): escape.link(name, tongue.here(f"/data?table={name}")),
            gettext("Rows"): f"{len(tables[name]):,}",
            gettext("A row is"): escape.markdown(_row(name)),
        }
        for name in SCHEMAS
    ]
    grid.show(rows, gettext("The tables of this record and their sizes"), key="manifest")
