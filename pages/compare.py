"""Two actors, outlets, event types or threads on one axis: what both tell, what only one."""

import streamlit as st

from timeline.figures.counts import sentences
from timeline.filters import FilterError
from timeline.language import gettext
from ui import chart, comparison, data, escape, listing, width

tables = data.load()
st.title(gettext("Compare"), anchor=False)
st.markdown(
    gettext("Two sides on one time scale: what is told with both, and what with only one of them.")
)

# Choose
pair, chosen = comparison.choose(tables)

# Load
found = None
try:
    found = comparison.made(data.key(), pair, chosen) if pair else None
except FilterError as error:
    st.warning(escape.markdown(str(error)))

# Show
if not pair:
    st.info(gettext("The record has no two of anything to compare yet."))
elif found and not sum(found.counts):
    st.info(gettext("No event of either side lies between these days: widen them."))
elif found:
    laid = comparison.scene(pair, chosen)
    st.markdown(sentences(comparison.told(found), comparison.left_out(found, laid)))
    if clicked := chart.show(laid):
        st.switch_page("pages/event.py", query_params=listing.event_query(clicked, ""))
    width.watch()
    comparison.save(pair, chosen)
    st.header(gettext("The events as a table"), anchor=False)
    comparison.table(found, dict(laid.numbers))
