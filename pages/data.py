"""The tables themselves, what each column means, and what went wrong on the way."""

import streamlit as st

from ui import data, shelf

tables = data.load()
st.title("Data", anchor=False)
st.markdown(shelf.intro(tables))

# Choose
name = shelf.choose_table()

# Show
shelf.table(tables, name)
st.header("Take it with you", anchor=False)
shelf.formats()
st.header("What the columns mean", anchor=False)
shelf.dictionary(name)
st.header("This record", anchor=False)
shelf.manifest(tables)
st.header("Problems met on the way", anchor=False)
shelf.problems(tables)
