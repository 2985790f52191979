"""The timeline's chart: as wide as the window, in the reader's theme, marks open their events."""

from datetime import date

import pandas as pd
import streamlit as st
from streamlit.typing import PlotlyState

from timeline import figures
from timeline.figures import Drawn, Frame, Scene, Theme
from timeline.language import gettext
from timeline.rows import Same
from timeline.tables import Tables
from ui import choices, data, escape, labels, static, steps, width, windows
from ui.choices import Choice
from ui.once import once

_KEY = "timeline"


def theme() -> Theme:
    """The theme that the reader's browser shows; light until it says."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def scene(shown: Tables, chosen: Choice, today: date) -> Scene:
    """The laid-out picture of the events shown, for this window and theme."""
    return place(shown, frame(chosen, width.get(), theme(), today))


def frame(chosen: Choice, pixels: int, look: Theme, today: date) -> Frame:
    """The frame of this choice's chart, as wide as told."""
    return Frame(
        width=pixels,
        theme=look,
        today=today,
        lanes_by=labels.LANES[chosen.lanes],
        start=chosen.filters.start,
        end=chosen.filters.stop,
        rows=windows.rows(chosen),
        steps=steps.of(chosen),
    )


def place(shown: Tables, asked: Frame) -> Scene:
    """The events shown, laid out in a frame; kept for whoever asks for the same."""
    return _place(Same(shown["events"]), asked)


def warm(today: date) -> None:
    """Lay the whole record out and draw it once, before the first reader asks for just that."""
    shown = data.chosen(choices.ALL)
    for look in Theme:
        _drawn(Same(place(shown, frame(Choice(), width.of(""), look, today))))


@once(64)
def _place(same: Same[pd.DataFrame], asked: Frame) -> Scene:
    return figures.place(same.one, asked)


@once(32)
def _drawn(same: Same[Scene]) -> Drawn:
    return figures.drawn(same.one)


def show(laid: Scene) -> str:
    """Draw it; the id of the event whose mark or label was clicked, else nothing.

    A click on a "+4" or on a year sets the window of time in the controls From and To.
    """
    with st.container(key="chart"):
        with st.container(key="marks"):
            st.html(_keys())
        state = st.plotly_chart(
            _drawn(Same(laid)),
            key=_KEY,
            theme=None,
            on_select=_zoom,
            selection_mode="points",
            alt=laid.alt,
            config=figures.CONFIG,
        )
    key = _clicked(state)
    return "" if figures.windows.read(key) else key


def _keys() -> str:
    """What a reader's keys go to, over the chart: its script lays a link over the mark reached."""
    told = gettext("The chart: arrow keys go from mark to mark, Enter opens, Escape leaves")
    script = static.asset_url("keys.js")
    return (
        f'<div class="keys" role="application" tabindex="0" data-script="{script}" '
        f'aria-label="{escape.html(told)}"></div>'
    )


def _zoom() -> None:
    window = figures.windows.read(_clicked(st.session_state.get(_KEY)))
    if window:
        st.session_state["from"], st.session_state["to"] = window


def _clicked(state: PlotlyState | None) -> str:
    """What stands behind the mark that was clicked: an event's id, a window, nothing."""
    points = state["selection"]["points"] if state else ()
    if not points:
        return ""
    custom = points[0].get("customdata") or [""]
    return str(custom[0] if isinstance(custom, list) else custom)
