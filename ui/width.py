"""How wide the chart's column is in the reader's window.

The page's first script (assets/start.js) leaves the window's width in a cookie, so that the first
chart fits; a small component (assets/width.js) tells when the window has changed since.
"""

import streamlit as st

from ui import component

COOKIE = "timeline_width"
_KEY = "width_watch"
_WIDEST, _LEAST, _USUAL = 1760, 280, 1440  # the first as in assets/app.css
_PHONE, _PHONE_MARGIN, _MARGIN = 640, 16, 40
_FINE, _COARSE = 10, 60  # pixels that a layout may be narrower than its column


def get() -> int:
    """The column's width in pixels, rounded down to what layouts are made for."""
    return int(st.session_state.get("width_told", 0)) or of(st.context.cookies.get(COOKIE, ""))


def of(told: str) -> int:
    """The same for a window's width as its cookie tells it ("1440"), else for a usual window."""
    return _step(_column(_window(told)))


def _step(column: int) -> int:
    size = _FINE if column < _PHONE else _COARSE
    return max(_LEAST, column // size * size)


def is_narrow() -> bool:
    """Whether the window is a phone's."""
    return _window(st.context.cookies.get(COOKIE, "")) < _PHONE


def _window(told: str) -> int:
    return min(max(int(told[:9]), 240), 10_000) if told.isascii() and told.isdigit() else _USUAL


def _column(window: int) -> int:
    return min(window - 2 * (_PHONE_MARGIN if window < _PHONE else _MARGIN), _WIDEST)


def watch() -> None:
    """Put the component on the page that tells when the column's width has changed."""
    watching = component.made("width")
    if watching is None:
        return
    watching(
        key=_KEY,
        data={
            "width": get(),
            "least": _LEAST,
            "phone": _PHONE,
            "fine": _FINE,
            "coarse": _COARSE,
        },
        height=1,
        on_width_change=_changed,
    )


def _changed() -> None:
    told = st.session_state.get(_KEY, {}).get("width")
    if isinstance(told, int | float) and _LEAST <= told <= _WIDEST:
        st.session_state["width_told"] = int(told)
