"""A picture for a brief as it will be, before it is saved; then the pack."""

from urllib.parse import parse_qsl

import streamlit as st

from ui import choices, controls, data, escape, preview

tables = data.load()
st.title("Brief", anchor=False)

# Choose
view = st.query_params.get("view", "")
chosen, _ = choices.read(tables, parse_qsl(view[:4000]) or controls.address())
told = choices.told(chosen) or "the whole record"
back = escape.link("back to the timeline", f"/{choices.query(chosen)}")
with st.container(key="prose_brief"):
    st.markdown(f"Of {escape.markdown(told)}, as it will be; {back}.")
wish, views = preview.choose()

# Load
shown = data.chosen(chosen.filters)

# Show
if shown["events"].empty:
    st.info(f"No event fits {escape.markdown(told)}: there is nothing to draw.")
else:
    preview.save(chosen, wish)
    preview.show(shown, chosen, wish, views)
