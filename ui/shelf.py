"""The tables to look into and take, with their dictionary, problems and manifest."""

import pandas as pd
import streamlit as st

from timeline import exports
from timeline.exports import EXPORTERS
from timeline.tables import SCHEMAS, Tables
from ui import data, downloads, escape, grid, words

_DTYPES = {
    "str": "text",
    "datetime64[s]": "day",
    "int64": "whole number",
    "float64": "number",
    "bool": "true or false",
}


def intro(tables: Tables) -> str:
    """How much there is."""
    return (
        f"{words.count(len(tables['events']), 'event')} from "
        f"{words.count(len(tables['mentions']), 'mention')} in "
        f"{words.count(len(tables['documents']), 'article')}. Every value of a mention keeps the "
        "words it rests on, where they stand, and the rule that read them."
    )


def choose_table() -> str:
    """Which table to look at; kept in the address."""
    return st.selectbox(
        "Table",
        list(SCHEMAS),
        index=list(SCHEMAS).index("events"),
        key="table",
        bind="query-params",
    )


def table(tables: Tables, name: str) -> None:
    """The table as it is, all columns."""
    frame = tables[name]
    st.caption(f"{words.count(len(frame), 'row')}; a row is {SCHEMAS[name].row}")
    st.dataframe(
        _shown(frame),
        hide_index=True,
        height=420,
        alt=f"The table {name}: a row is {SCHEMAS[name].row}",
    )


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
            "Address": escape.link(file.path, file.path),
            "What it holds": escape.markdown(EXPORTERS[file.exporter].label),
        }
        for file in downloads.FILES
    ]
    grid.show(rows, "The downloads", key="formats")
    st.caption(
        "They take the filters of the timeline, such as "
        r"/api/events\.csv?actor=Nvidia&amp;from=2024\-01\-01, and bom=1 for Excel. "
        f"{escape.link('/openapi.json', '/openapi.json')} describes them to programs."
    )


def dictionary(name: str) -> None:
    """The columns of one table: what they hold and what they refer to."""
    all_ = exports.dictionary()
    rows = [
        {
            "Column": f"`{row['column']}`",
            "Meaning": escape.markdown(row["meaning"]),
            "Kind": _DTYPES.get(row["dtype"], row["dtype"]) + (", key" if row["key"] else ""),
            "Refers to": f"`{row['refers_to']}`" if row["refers_to"] else "",
        }
        for _, row in all_[all_["table"] == name].iterrows()
    ]
    grid.show(rows, f"The columns of {name} and what they mean", key="dictionary")


def problems(tables: Tables) -> None:
    """What did not stop the build but was not right."""
    frame = tables["problems"].rename(columns={"todo": "what to do"})
    if frame.empty:
        st.markdown("None: every document could be read.")
        return
    rows = [
        {name.capitalize(): escape.markdown(row[name]) for name in map(str, frame.columns)}
        for _, row in frame.iterrows()
    ]
    grid.show(rows, "The problems of this build", key="problems")


def manifest(tables: Tables) -> None:
    """Which record this is, and how many rows each table has."""
    day = exports.data_date(tables)
    st.markdown(
        f"Record `{data.edition()}`, articles up to {words.when(day)}. "
        "The same sources and rules give the same bytes."
    )
    rows = [
        {
            "Table": escape.link(name, f"/data?table={name}"),
            "Rows": f"{len(tables[name]):,}",
            "A row is": escape.markdown(schema.row),
        }
        for name, schema in SCHEMAS.items()
    ]
    grid.show(rows, "The tables of this record and their sizes", key="manifest")
