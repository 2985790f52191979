"""What is new since a day, or since a file that was saved: the parts of the page Changes."""

import datetime

import pandas as pd
import streamlit as st

from timeline import changes, exports, translate
from timeline.changes import ChangesError
from timeline.language import gettext, mark
from timeline.tables import Tables
from ui import change_files, choices, controls, data, escape, grid, labels, listing, width, words
from ui.choices import Choice

_BASES = {
    "published": mark("the articles' publication"),
    "retrieved": mark("the articles' arrival here"),
}
_ANSWERS = {"yes": mark("yes"), "no": mark("no")}
_HEADS = {"added": mark("New"), "changed": mark("Different"), "removed": mark("Gone")}
_COLUMNS = (mark("Event"), mark("What"), mark("Before"), mark("Now"))  # of what is different
_USUAL = 90  # days before the newest article
_MOST = 50  # rows at a time


def choose(tables: Tables) -> tuple[datetime.date, str, bytes | None, str]:
    """Show the controls: since when, by which day, and a file to compare with instead."""
    newest = exports.data_date(tables)
    usual = datetime.date.fromisoformat(newest) if newest else datetime.date(2025, 1, 1)
    usual -= datetime.timedelta(days=_USUAL)
    asked = st.query_params.get("since", "")
    read = choices.day("since", asked) if asked else ""
    above = st.container()
    columns = st.columns((2, 3, 5))
    with columns[0]:
        day = controls.day("since", gettext("Since"), usual)
    with columns[1]:
        labels = {gettext(label): basis for basis, label in _BASES.items()}
        told = controls.pick(gettext("By the day of"), list(labels), "basis")
    with columns[2]:
        file = st.file_uploader(
            gettext("Or compare with what you saved earlier"),
            ["csv", "zip"],
            help=gettext("A CSV of events or mentions from here, or a data package."),
        )
    with above:
        controls.tell([read] if isinstance(read, choices.Fault) else [], (day, told))
    given = file.getvalue() if file else None
    return day or usual, labels[told], given, file.name if file else ""


def found(day: datetime.date, basis: str, saved: bytes | None, name: str) -> pd.DataFrame | None:
    """The changes; None where the file cannot be read, which is said."""
    try:
        if saved is None:
            return change_files.since(data.key(), day, basis, Choice())
        return change_files.between(changes.read(saved, name), data.key(), Choice())
    except ChangesError as error:
        st.error(escape.markdown(str(error)))
        return None


def tell(rows: pd.DataFrame, since: str) -> None:
    """How much changed, in a line."""
    number = changes.counts(rows)
    if not sum(number.values()):
        day = escape.markdown(since)
        st.info(
            gettext("Nothing is new or different since {date}: choose an earlier day.", date=day)
        )
        return
    told = gettext(
        "**{new}**, **{different:,}** different, **{gone:,}** gone since {date}.",
        new=words.count(number["added"], "new event"),
        different=number["changed"],
        gone=number["removed"],
        date=escape.markdown(since),
    )
    st.markdown(told)


def save(day: datetime.date, basis: str) -> None:
    """The changes as a file and as a feed."""
    query = choices.query(Choice(), ("since", day.isoformat()), ("basis", basis))
    with st.container(horizontal=True, key="save"):
        st.link_button("CSV", f"/changes.csv{query}", icon=":material/download:")
        st.link_button(gettext("Feed, Atom"), f"/changes.atom{query}", icon=":material/rss_feed:")


def show(rows: pd.DataFrame) -> None:
    """New, different and gone, each as a table."""
    for kind, head in _HEADS.items():
        part = rows[rows["kind"] == kind]
        if part.empty:
            continue
        st.header(gettext(head), anchor=False)
        cells = _differences(part) if kind == "changed" else [_line(row) for row in _rows(part)]
        grid.show(
            cells,
            gettext(
                "{kind}: {events}",
                kind=gettext(head),
                events=words.count(part["id"].nunique(), "event"),
            ),
            key=kind,
            lead=gettext("Event"),
            most=_MOST,
        )


def _rows(part: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(name): str(cell) for name, cell in row.items()} for row in part.to_dict("records")]


def _line(row: dict[str, str]) -> dict[str, str]:
    title = escape.markdown(row["title"])
    if row["kind"] == "added" and row["id"].startswith("e"):
        title = escape.link(row["title"], listing.event_address(row["id"]))
    return {gettext("Date"): escape.markdown(words.when(row["edtf"])), gettext("Event"): title}


def _differences(part: pd.DataFrame) -> list[dict[str, str]]:
    """A row a field, its event named once; on a phone a row an event, its fields under it."""
    event, what, before, now = (gettext(name) for name in _COLUMNS)
    told: list[dict[str, str]] = []
    last = ""
    for row in _rows(part):
        field, title = row["field"], escape.link(row["title"], listing.event_address(row["id"]))
        told.append(
            {
                event: title if row["id"] != last else "",
                what: escape.markdown(labels.field(field).lower()),
                before: escape.markdown(_value(field, row["old"])),
                now: escape.markdown(_value(field, row["new"])),
            }
        )
        last = row["id"]
    return _grouped(told) if width.is_narrow() else told


def _grouped(told: list[dict[str, str]]) -> list[dict[str, str]]:
    """A row an event, a column a field: "status" is "reported → enacted"."""
    event, what, before, now = (gettext(name) for name in _COLUMNS)
    fields = dict.fromkeys([event, *(row[what] for row in told)], "")
    found: list[dict[str, str]] = []
    for row in told:
        if row[event]:
            found.append({**fields, event: row[event]})
        found[-1][row[what]] = f"{row[before]} → {row[now]}"
    return found


def _value(field: str, value: str) -> str:
    """A field's value as readers know it: "2025-09-17" is "17 Sep 2025"."""
    if field == "edtf":
        return words.when(value)
    if not value:
        return "–"
    if field == "status":
        return words.status(value)
    if field == "type":
        return translate.type_label(value)
    if field == "official":
        return gettext(_ANSWERS[value])
    told = labels.field if field == "corrected" else data.name
    return words.names("; ".join(map(told, value.split("; "))))
