"""The frame around every page: menu, error boundary, footer."""

import hashlib
import logging
import traceback

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from timeline import exports
from timeline.errors import TimelineError
from timeline.language import gettext
from ui import data, escape, pages, static, tongue, words

_LOG = logging.getLogger(__name__)


def _page(entry: pages.Entry) -> StreamlitPage:
    return st.Page(
        entry.script,
        title=entry.name,
        default=entry is pages.PAGES[0],
        visibility="visible" if entry.listed else "hidden",
    )


def run() -> None:
    """Show the page that is asked for; whatever fails in it is said in one line."""
    tongue.begin()
    st.set_page_config(
        page_title=gettext(pages.TITLE),
        page_icon=str(static.ASSETS / "icon.svg"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.logo(str(static.ASSETS / "icon.svg"), size="medium", link=None)
    page = st.navigation(
        [_page(entry) for entry in pages.PAGES],
        position="hidden" if st.context.is_embedded else "top",
    )
    if page.title != pages.PAGES[0].name:
        st.set_page_config(page_title=f"{page.title} · {gettext(pages.TITLE)}")
    tongue.switch()
    try:
        page.run()
        footer()
    except TimelineError as error:
        st.error(escape.markdown(str(error)))
    except Exception as error:  # the boundary: a reader never sees a traceback
        logged = _logged(error)
        told = gettext(
            "This page could not be drawn. It has been logged as {reference}.", reference=logged
        )
        st.error(told)


def _logged(error: Exception) -> str:
    """Log the failure; its reference, the same for the same failure."""
    told = "".join(traceback.format_exception(error))
    reference = hashlib.sha256(told.encode()).hexdigest()[:8]
    _LOG.error("page failed, reference %s\n%s", reference, told)
    return reference


def footer() -> None:
    """What the record is and of when, under every page."""
    tables = data.load()
    parts = [gettext(pages.TITLE)]
    if day := exports.data_date(tables):
        parts.append(gettext("data to {date}", date=words.when(day)))
    parts.append(gettext("record {edition}", edition=data.edition()))
    with st.container(key="footer"):
        st.caption(escape.markdown(" · ".join(parts)))
