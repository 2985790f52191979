"""What is new since a day, or since a file that was saved: the parts of the page Changes."""

import datetime

import pandas as pd
import streamlit as st

from timeline import changes, exports
from timeline.changes import ChangesError
from timeline.tables import Tables
from ui import change_files, choices, data, escape, grid, listing, width, words
from ui.choices import Choice

_BASES = {
    "published": "the articles' publication",
    "retrieved": "the articles' arrival here",
}
_HEADS = {"added": "New", "changed": "Different", "removed": "Gone"}
_FIELDS = {"edtf": "date", "reports": "independent reports", "official": "official document"}
_USUAL = 90  # days before the newest article
_MOST = 50  # rows at a time


def choose(tables: Tables) -> tuple[datetime.date, str, bytes | None, str]:
    """Show the controls: since when, by which day, and a file to compare with instead."""
    newest = exports.data_date(tables)
    usual = datetime.date.fromisoformat(newest) if newest else datetime.date(2025, 1, 1)
    usual -= datetime.timedelta(days=_USUAL)
    columns = st.columns((2, 3, 5))
    with columns[0]:
        day = st.date_input(
            "Since", usual, key="since", bind="query-params", format="YYYY-MM-DD",
            min_value="1990-01-01", max_value="2100-12-31",
        )  # fmt: skip
    with columns[1]:
        labels = {label: basis for basis, label in _BASES.items()}
        told = st.selectbox("By the day of", list(labels), key="basis", bind="query-params")
    with columns[2]:
        file = st.file_uploader(
            "Or compare with what you saved earlier",
            ["csv", "zip"],
            help="A CSV of events or mentions from here, or a data package.",
        )
    given = file.getvalue() if file else None
    return day or usual, labels[told], given, file.name if file else ""


def found(day: datetime.date, basis: str, saved: bytes | None, name: str) -> pd.DataFrame | None:
    """The changes; None where the file cannot be read, which is said."""
    if saved is None:
        return change_files.since(data.key(), day, basis, Choice())
    try:
        old = changes.read(saved, name)
    except ChangesError as error:
        st.error(escape.markdown(str(error)))
        return None
    return change_files.among(
        changes.diff(old, changes.snapshot(data.load())), data.key(), Choice()
    )


def tell(rows: pd.DataFrame, since: str) -> None:
    """How much changed, in a line."""
    number = changes.counts(rows)
    if not sum(number.values()):
        st.info(f"Nothing is new or different since {escape.markdown(since)}.")
        return
    parts = [
        f"**{words.count(number['added'], 'new event')}**",
        f"**{number['changed']:,}** different",
        f"**{number['removed']:,}** gone",
    ]
    st.markdown(f"{', '.join(parts)} since {escape.markdown(since)}.")


def save(day: datetime.date, basis: str) -> None:
    """The changes as a file and as a feed."""
    query = choices.query(Choice(), ("since", day.isoformat()), ("basis", basis))
    with st.container(horizontal=True, key="save"):
        st.link_button("CSV", f"/changes.csv{query}", icon=":material/download:")
        st.link_button("Feed, Atom", f"/changes.atom{query}", icon=":material/rss_feed:")


def show(rows: pd.DataFrame) -> None:
    """New, different and gone, each as a table."""
    for kind, head in _HEADS.items():
        part = rows[rows["kind"] == kind]
        if part.empty:
            continue
        st.header(head, anchor=False)
        cells = _differences(part) if kind == "changed" else [_line(row) for row in _rows(part)]
        grid.show(
            cells,
            f"{head}: {words.count(part['id'].nunique(), 'event')}",
            key=kind,
            lead="Event",
            most=_MOST,
        )


def _rows(part: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(name): str(cell) for name, cell in row.items()} for row in part.to_dict("records")]


def _line(row: dict[str, str]) -> dict[str, str]:
    title = escape.markdown(row["title"])
    if row["kind"] == "added" and row["id"].startswith("e"):
        title = escape.link(row["title"], listing.event_address(row["id"]))
    return {"Date": escape.markdown(words.when(row["edtf"])), "Event": title}


def _differences(part: pd.DataFrame) -> list[dict[str, str]]:
    told, last = [], ""
    for row in _rows(part):
        field, title = row["field"], escape.link(row["title"], listing.event_address(row["id"]))
        told.append(
            {
                "Event": title if row["id"] != last or width.is_narrow() else "",
                "What": escape.markdown(_FIELDS.get(field, field)),
                "Before": escape.markdown(_value(field, row["old"])),
                "Now": escape.markdown(_value(field, row["new"])),
            }
        )
        last = row["id"]
    return told


def _value(field: str, value: str) -> str:
    if field == "status":
        return words.STATUSES.get(value, value)
    if field == "edtf":
        return words.when(value)
    return words.names(value) or "–"
