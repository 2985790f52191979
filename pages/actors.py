"""Who takes part in the story, as what, and how often."""

import streamlit as st

from timeline.language import gettext
from ui import cast, data

tables = data.load()
st.title(gettext("Actors"), anchor=False)
st.markdown(
    gettext(
        "Everyone whom the record names. A name leads to the timeline of its events, a role to "
        "those in which the actor has it. What whoever belongs to it does counts too: its "
        "ministries' events are China's."
    )
)

# Choose
kinds = cast.choose_kinds(tables)

# Load
rows = cast.rows(tables, kinds)

# Show
cast.show(rows)
