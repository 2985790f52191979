"""Which original reports the articles rest on: who echoes whom."""

import streamlit as st

from ui import coverage, data, echoes

tables = data.load()

# Load
reports = echoes.order(tables)

# Show
st.title("Sources", anchor=False)
st.markdown(echoes.finding(tables))
st.header("Coverage", anchor=False)
coverage.show(tables)
st.header("Who echoes whom", anchor=False)
echoes.draw(tables, reports)
st.header("The articles", anchor=False)
echoes.articles(tables)
st.header("Why they are held to be echoes", anchor=False)
echoes.reasons(tables)
st.header("The outlets", anchor=False)
echoes.outlets(tables)
