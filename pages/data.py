"""The tables themselves, what each column means, and what went wrong on the way."""

import streamlit as st

from timeline.language import gettext
from ui import data, shelf

tables = data.load()
st.title(gettext("Data"), anchor=False)
st.markdown(shelf.intro(tables))

# Choose
name = shelf.choose_table()

# Show
shelf.table(tables, name)
st.header(gettext("Take it with you"), anchor=False)
shelf.formats()
st.header(gettext("What the columns mean"), anchor=False)
shelf.dictionary(name)
st.header(gettext("This record"), anchor=False)
shelf.manifest(tables)
st.header(gettext("Problems met on the way"), anchor=False)
shelf.problems(tables)
