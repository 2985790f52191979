"""How the record is made, how to read it, what it cannot do."""

import streamlit as st

from ui import about, data

tables = data.load()
st.title("About", anchor=False)
st.markdown(about.METHOD)
st.subheader("How dates are read", anchor=False)
about.dates()
st.subheader("How to read the marks", anchor=False)
about.marks()
st.subheader("How real: the statuses", anchor=False)
about.statuses()
st.subheader("Limits", anchor=False)
st.markdown(about.LIMITS)
st.subheader("How to cite", anchor=False)
about.cite(tables)
