"""An overview of the events by time below the chart, on which a reader chooses a window of it.

The window goes to the controls From and To, and with them into the address.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import streamlit as st

from timeline.language import gettext
from ui import component, data, width, words
from ui.choices import Choice

_KEY = "brush"
_MOST = 160  # bars
_MONTHS = (1, 3, 12, 120)  # that a bar may be


def show(chosen: Choice) -> None:
    """The overview of what the other filters choose; nothing where there is one bar or none."""
    whole = replace(chosen.filters, start=None, end=None)
    edges = bins(data.chosen(whole)["events"])
    brush = component.made("brush", "brush.css") if len(edges) > 2 else None
    if brush is None:
        return
    asked = chosen.filters
    with st.container(key="overview"):
        brush(
            key=_KEY,
            data={
                "counts": counts(data.chosen(whole)["events"], edges),
                "starts": [day.isoformat() for day in edges[:-1]],
                "names": [_name(a, b) for a, b in pairwise(edges)],
                "from": _at(edges, asked.start, 0),
                "to": _at(edges, asked.end, len(edges) - 1, after=True),
                "first": gettext("First shown"),
                "final": gettext("Last shown"),
                "all": gettext("All times. Drag across it, or move its edges, to see a part."),
            },
            height=92 if width.is_narrow() else 70,  # the words under it take two lines
            on_window_change=_changed,
        )


def _changed() -> None:
    told = st.session_state.get(_KEY, {}).get("window") or {}
    first, stop = _day(told.get("from")), _day(told.get("to"))
    st.session_state["from"] = first
    st.session_state["to"] = stop - timedelta(days=1) if stop else None


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(str(told)) if told else None
    except ValueError:
        return None


def bins(events: pd.DataFrame) -> list[date]:
    """The first days of as many equal bars as there is room for, and the day after the last."""
    known = pd.concat([events["start"], events["end"]]).dropna()
    if known.empty:
        return []
    first, last = known.min().date(), known.max().date()
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    months = next((one for one in _MONTHS if span / one <= _MOST), _MONTHS[-1])
    at = date(first.year, (first.month - 1) // min(months, 12) * min(months, 12) + 1, 1)
    edges = [at]
    while edges[-1] <= last:
        edges.append(_later(edges[-1], months))
    return edges


def _later(day: date, months: int) -> date:
    count = day.month - 1 + months
    return date(day.year + count // 12, count % 12 + 1, 1)


def counts(events: pd.DataFrame, edges: list[date]) -> list[int]:
    """How many events begin in each bar; one with an open start counts where it ends."""
    begin = events["start"].fillna(events["end"])
    stops = pd.to_datetime(pd.Series(edges)).astype("datetime64[s]")
    held = pd.cut(begin, stops.tolist(), right=False, labels=False)
    number = held.value_counts()
    return [int(number.get(at, 0)) for at in range(len(edges) - 1)]


def _name(first: date, stop: date) -> str:
    last = stop - timedelta(days=1)
    if first.month == last.month and first.year == last.year:
        return words.month(first)
    is_year = (stop.year - first.year, stop.month) == (1, 1)
    return words.when(str(first.year)) if is_year else words.month(first)


def _at(edges: list[date], day: date | None, otherwise: int, *, after: bool = False) -> int:
    """The bar that a day is in, or with ``after`` the one behind it."""
    if day is None:
        return otherwise
    last = len(edges) - 1
    at = sum(edge <= day for edge in edges) - 1 + after
    return min(max(at, 1 if after else 0), last if after else last - 1)
