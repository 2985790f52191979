"""Which original reports the articles rest on: who echoes whom."""

import streamlit as st

from timeline.language import gettext
from ui import coverage, data, echoes

tables = data.load()

# Load
reports = echoes.order(tables)

# Show
st.title(gettext("Sources"), anchor=False)
st.markdown(echoes.finding(tables))
st.header(gettext("Coverage"), anchor=False)
coverage.show(tables)
st.header(gettext("Who echoes whom"), anchor=False)
echoes.draw(tables, reports)
st.header(gettext("The articles"), anchor=False)
echoes.articles(tables)
st.header(gettext("Why they are held to be echoes"), anchor=False)
echoes.reasons(tables)
st.header(gettext("The outlets"), anchor=False)
echoes.outlets(tables)
