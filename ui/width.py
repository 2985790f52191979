"""How wide the chart's column is in the reader's window.

The page's first script (assets/start.js) leaves the window's width in a cookie, so that the first
chart fits; a small component (assets/width.js) tells when the window has changed since.
"""

import streamlit as st
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.runtime import Runtime

from ui import static

COOKIE = "timeline_width"
_KEY = "width_watch"
# Registered as an installed package's component is: only so is its script a file of our own host,
# which the content policy lets run.  One written in line would be a blob.
_MANIFEST = ComponentManifest("policy_timeline", "1", [ComponentConfig("width", "assets")])
_NAME = "policy_timeline.width"
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
    if not Runtime.exists():
        return
    registry = Runtime.instance().bidi_component_registry
    if registry.get_component_path(_NAME) is None:
        registry.register_from_manifest(_MANIFEST, static.ASSETS.parent)
    st.components.v2.component(_NAME, js="width.js")(
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
