"""One event: who did what to whom, when, how sure that is, and which sentences say so."""

from urllib.parse import parse_qsl

import streamlit as st

from timeline import filters
from ui import choices, data, evidence, listing, record, related, save, verdicts, width

tables = data.load()

# Choose
wanted = st.query_params.get("id", "")
view = st.query_params.get("view", "")
chosen, _ = choices.read(tables, parse_qsl(view[:4000]))
found = tables["events"][tables["events"]["event_id"] == wanted]

# Show
if found.empty:
    listing.choose_event(tables, wanted)
else:
    event = found.iloc[0]
    own, shown = filters.cut(tables, [wanted]), data.chosen(chosen.filters)["events"]
    listing.around(shown, wanted, chosen)
    record.heading(event, tables)
    sides = st.columns((3, 2), gap="large")
    left, right = reversed(sides) if width.is_narrow() else sides  # facts first on a phone
    with right:
        record.when(event)
        record.status(event, tables)
        record.actors(event, own)
        record.sources(event, own)
    with left:
        evidence.show(own)
        record.conflicts(event, tables)
        verdicts.show(event, tables)
        record.joins(event, tables)
        record.thread(event, tables)
        related.show(event, tables)
        save.event(tables, event)
