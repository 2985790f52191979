"""The timeline: what happened when, in lanes, and the table that says the same."""

import datetime

import streamlit as st

from timeline.language import gettext
from ui import brush, chart, choices, controls, data, listing, matches, save, summary, width

tables = data.load()
summary.head()

# Choose
chosen = controls.choose(tables, width.is_narrow())

# Load
shown = data.chosen(chosen.filters)

# Show
if shown["events"].empty:
    summary.nothing(tables, chosen)
else:
    summary.narrowed(shown, chosen)
    laid = chart.scene(shown, chosen, datetime.datetime.now(datetime.UTC).date())
    if clicked := chart.show(laid):
        st.switch_page(
            "pages/event.py", query_params=listing.event_query(clicked, choices.view(chosen))
        )
    width.watch()
    brush.show(chosen)
    summary.left_out(chosen)
    save.bar(chosen)
    matches.show(tables, shown, chosen)
    st.header(gettext("The events as a table"), anchor=False)
    listing.show(shown["events"], laid.numbers, chosen)
