"""What is new or different since a day, or since a file that a reader saved."""

import streamlit as st

from ui import changed, data, words

tables = data.load()
st.title("Changes", anchor=False)
st.markdown("What is new here, what is told differently and what is gone, event by event.")

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
