"""What is new or different since a day, or since a file that a reader saved."""

import streamlit as st

from timeline.language import gettext
from ui import changed, data, words

tables = data.load()
st.title(gettext("Changes"), anchor=False)
st.markdown(gettext("What is new here, what is told differently and what is gone, event by event."))

# Choose
day, basis, saved, name = changed.choose(tables)

# Load
rows = changed.found(day, basis, saved, name)

# Show
if rows is not None:
    changed.tell(rows, name or words.when(day.isoformat()))
    if saved is None:
        changed.save(day, basis)
    changed.show(rows)
