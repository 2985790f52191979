"""The timeline's chart: as wide as the window, in the reader's theme, marks open their events."""

from datetime import date
from functools import lru_cache

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
    return _place(data.key(), tuple(shown["events"]["event_id"]), asked)


def warm(tables: Tables, today: date) -> None:
    """Lay the whole record out and draw it once, before the first reader asks for just that."""
    for look in Theme:
        figures.to_figure(place(tables, frame(Choice(), width.of(""), look, today)))


@lru_cache(maxsize=64)
def _place(record: str, event_ids: tuple[str, ...], asked: Frame) -> Scene:
    events = data.of(record)["events"]
    return figures.place(events[events["event_id"].isin(event_ids)], asked)


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
