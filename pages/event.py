"""One event: who did what to whom, when, how sure that is, and which sentences say so."""

from urllib.parse import parse_qsl

import streamlit as st

from timeline import filters
from ui import choices, data, listing, record, save

tables = data.load()

# Choose
wanted = st.query_params.get("id", "")
view = st.query_params.get("view", "")
chosen, _ = choices.read(tables, parse_qsl(view[:4000]))
found = tables["events"][tables["events"]["event_id"] == wanted]
if found.empty:
    listing.choose_event(tables, wanted)
    st.stop()

# Load
event = found.iloc[0]
shown = filters.select(tables, chosen.filters)["events"]

# Show
listing.around(shown, wanted, choices.query(chosen))
record.heading(event)
left, right = st.columns((3, 2), gap="large")
with right:
    record.when(event)
    record.status(event, tables)
    record.actors(event, tables)
    record.sources(event, tables)
with left:
    record.evidence(event, tables)
    record.conflicts(event, tables)
    record.joins(event, tables)
    st.header("Cite this event", anchor=False)
    st.code(save.event_citation(tables, event), language=None, wrap_lines=True)
