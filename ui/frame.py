"""The frame around every page: menu, error boundary, footer."""

import hashlib
import logging
import traceback

import streamlit as st

from timeline import exports
from timeline.errors import TimelineError
from ui import data, escape, pages, static, words

_LOG = logging.getLogger(__name__)


def run() -> None:
    """Show the page that is asked for; whatever fails in it is said in one line."""
    st.set_page_config(
        page_title=pages.TITLE,
        page_icon=str(static.ASSETS / "icon.svg"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.logo(str(static.ASSETS / "icon.svg"), size="medium", link=None)
    page = st.navigation(
        [
            st.Page(
                entry.script,
                title=entry.title,
                default=entry is pages.PAGES[0],
                visibility="visible" if entry.listed else "hidden",
            )
            for entry in pages.PAGES
        ],
        position="hidden" if st.context.is_embedded else "top",
    )
    if page.title != pages.PAGES[0].title:
        st.set_page_config(page_title=f"{page.title} · {pages.TITLE}")
    try:
        page.run()
        footer()
    except TimelineError as error:
        st.error(escape.markdown(str(error)))
    except Exception as error:  # the boundary: a reader never sees a traceback
        st.error(f"This page could not be drawn. It has been logged as {_logged(error)}.")


def _logged(error: Exception) -> str:
    """Log the failure; its reference, the same for the same failure."""
    told = "".join(traceback.format_exception(error))
    reference = hashlib.sha256(told.encode()).hexdigest()[:8]
    _LOG.error("page failed, reference %s\n%s", reference, told)
    return reference


def footer() -> None:
    """What the record is and of when, under every page."""
    tables = data.load()
    parts = [pages.TITLE]
    if day := exports.data_date(tables):
        parts.append(f"data to {words.when(day)}")
    parts.append(f"record {data.edition()}")
    with st.container(key="footer"):
        st.caption(escape.markdown(" · ".join(parts)))
