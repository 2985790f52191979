"""How the record is made, how to read it, what it cannot do."""

import streamlit as st

from ui import about, data

tables = data.load()
st.title("About", anchor=False)
about.prose(about.WHAT, "what")
st.header("How it is made", anchor=False)
about.prose(about.METHOD, "method")
st.header("Limits", anchor=False)
about.prose(about.LIMITS, "limits")
st.header("How dates are read", anchor=False)
about.dates()
st.header("What the marks mean", anchor=False)
about.marks()
st.header("What the statuses mean", anchor=False)
about.statuses()
st.header("How to cite", anchor=False)
about.cite(tables)
