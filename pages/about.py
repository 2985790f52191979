"""How the record is made, how to read it, what it cannot do."""

import streamlit as st

from ui import about, data

tables = data.load()
st.title("About", anchor=False)
with st.container(key="prose"):
    st.markdown(about.METHOD)
st.header("How dates are read", anchor=False)
about.dates()
st.header("How to read the marks", anchor=False)
about.marks()
st.header("How real: the statuses", anchor=False)
about.statuses()
st.header("Limits", anchor=False)
with st.container(key="prose_limits"):
    st.markdown(about.LIMITS)
st.header("How to cite", anchor=False)
about.cite(tables)
