"""How the record is made, how to read it, what it cannot do."""

import streamlit as st

from timeline.language import gettext
from ui import about, data

tables = data.load()
st.title(gettext("About"), anchor=False)
about.prose(about.WHAT, "what")
st.header(gettext("How it is made"), anchor=False)
about.prose(about.METHOD, "method")
st.header(gettext("Limits"), anchor=False)
about.prose(about.LIMITS, "limits")
st.header(gettext("How dates are read"), anchor=False)
about.dates()
st.header(gettext("What the marks mean"), anchor=False)
about.marks()
st.header(gettext("What the statuses mean"), anchor=False)
about.statuses()
st.header(gettext("How to cite"), anchor=False)
about.cite(tables)
