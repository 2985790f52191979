"""How wide the chart's column is in the reader's window.

The page's first script (assets/start.js) leaves the window's width in a cookie, so that the first
chart fits; a small component (assets/width.js) tells when the window has changed since.
"""

import streamlit as st
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.runtime import Runtime

from timeline import figures
from ui import static

COOKIE = "timeline_width"
_NAME = "policy_timeline"
_WIDEST = 1240  # as in assets/app.css
_LEAST, _STEP, _USUAL = 300, 60, 1280
_PHONE, _PHONE_MARGIN, _MARGIN = 640, 16, 40


def get() -> int:
    """The column's width in pixels, rounded down to what layouts are made for."""
    told = st.session_state.get("width_told")
    return int(told) if told else figures.step_width(_column(_window()))


def is_narrow() -> bool:
    """Whether the window is a phone's."""
    return _window() < _PHONE


def _window() -> int:
    given = st.context.cookies.get(COOKIE, "")
    return min(max(int(given), 240), 10_000) if given.isascii() and given.isdigit() else _USUAL


def _column(window: int) -> int:
    return min(window - 2 * (_PHONE_MARGIN if window < _PHONE else _MARGIN), _WIDEST)


def watch() -> None:
    """Put the component on the page that tells when the column's width has changed."""
    mount = _component()
    if mount is None:
        return
    told = mount(
        key="width_watch",
        data={"width": get(), "least": _LEAST, "step": _STEP},
        height=1,
        on_width_change=_changed,
    )
    _ = told


def _changed() -> None:
    state = st.session_state.get("width_watch")
    wide = getattr(state, "width", None)
    if isinstance(wide, int | float) and _LEAST <= wide <= _WIDEST:
        st.session_state["width_told"] = int(wide)


def _component():
    """The component, registered as an installed package's would be; None outside a server.

    Only so is its script a file of our own host, which the content policy lets run: one written
    in line would be a blob.
    """
    if not Runtime.exists():
        return None
    registry = Runtime.instance().bidi_component_registry
    if registry.get_component_path(f"{_NAME}.width") is None:
        manifest = ComponentManifest(_NAME, "1", [ComponentConfig("width", "assets")])
        registry.register_from_manifest(manifest, static.ASSETS.parent)
    return st.components.v2.component(f"{_NAME}.width", js="width.js")
