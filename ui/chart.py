"""The timeline's chart: as wide as the window, in the reader's theme, marks open their events."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.figures import Frame, Scene, Theme
from timeline.tables import Tables
from ui import choices, data, steps, width
from ui.choices import Choice


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
        lanes_by=choices.LANES[chosen.lanes],
        start=chosen.filters.start,
        end=chosen.filters.end,
        steps=steps.of(chosen),
    )


def place(shown: Tables, asked: Frame) -> Scene:
    """The events shown, laid out in a frame; kept for whoever asks for the same."""
    return _place(_Same(shown["events"]), asked)


def warm(tables: Tables, today: date) -> None:
    """Lay the whole record out and draw it once, before the first reader asks for just that."""
    for look in Theme:
        figures.to_figure(place(tables, frame(Choice(), width.of(""), look, today)))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A table that is equal only to itself: ``data.chosen`` gives the same for the same choice."""

    events: pd.DataFrame

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.events is other.events

    def __hash__(self) -> int:
        return id(self.events)


@lru_cache(maxsize=32)
def _place(same: _Same, asked: Frame) -> Scene:
    return figures.place(same.events, asked)


def show(laid: Scene) -> str:
    """Draw it; the id of the event whose mark or label was clicked, else nothing."""
    with st.container(key="chart"):
        state = st.plotly_chart(
            figures.to_figure(laid),
            key="timeline",
            theme=None,
            on_select="rerun",
            selection_mode="points",
            alt=laid.alt,
            config=figures.CONFIG,
        )
    points = state["selection"]["points"]
    if not points:
        return ""
    custom = points[0].get("customdata") or [""]
    return str(custom[0] if isinstance(custom, list) else custom)
