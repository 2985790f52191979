"""A picture for a brief as it will be, before it is saved; then the pack."""

from urllib.parse import parse_qsl

import streamlit as st

from timeline.language import gettext
from ui import choices, controls, data, escape, preview

tables = data.load()
st.title(gettext("Brief"), anchor=False)

# Choose
view = st.query_params.get("view", "")
chosen, faults = choices.read(tables, parse_qsl(view[:4000]) or controls.address())
controls.tell(faults, chosen)
told = choices.told(chosen) or gettext("the whole record")
back = escape.link(gettext("back to the timeline"), f"/{choices.query(chosen)}")
with st.container(key="prose_brief"):
    of = escape.markdown(told)
    st.markdown(gettext("Of {choice}, as it will be; {back}.", choice=of, back=back))
wish, views = preview.choose()

# Load
shown = data.chosen(chosen.filters)

# Show
if shown["events"].empty:
    way = gettext("the timeline says what to widen")
    told = gettext(
        "No event fits {choice}, so there is nothing to draw; {link}.",
        choice=escape.markdown(told),
        link=escape.link(way, f"/{choices.query(chosen)}"),
    )
    st.info(told)
else:
    preview.save(chosen, wish)
    preview.show(shown, chosen, wish, views)
