"""The words of the About page."""

import pandas as pd
import streamlit as st

from timeline.figures import look
from timeline.figures.scene import Shape
from timeline.tables import Tables
from ui import save, words

METHOD = """
Policy Timeline reads news articles and official documents and works out, sentence by sentence, who
did what to whom and when. Rules do the reading: no language model, no network, the same result
each time. Every value keeps the words it rests on and the rule that read them; an event's page
shows them.

1. **Read.** Headlines, bylines, sidebars, captions and comments are told from the text. The day of
   publication is taken from the page's own data, else from its address, else from its dateline.
2. **Find.** Dates, actors and who is said to say what are found in each sentence.
3. **Claim.** A sentence that says that something happened becomes a *mention*: type, status, roles,
   date.
4. **Trace.** Articles that rest on the same original are one *report*. They count once.
5. **Merge.** Mentions that agree in type, time and actors become one *event*, with the reason on
   record. An editor's judgement beats any score.
"""

LIMITS = """
- The record holds what its articles say, not what is true. A date or an actor can be misread: the
  sentence is always there to be checked.
- A number of independent reports is a number of originals in *this* record, not in the world.
- Articles that quote no source and share no wording may still rest on one original unseen.
- Only English is read. What pictures, charts and videos say is not.
- Source notes retell articles in other words; the links lead to the articles themselves.
"""

_DATES = (
    ("“on 27 September 2024”, “in the July quarter”", "the date or stretch itself", "explicit"),
    ("“on Friday”, “several months ago”", "counted from the day of publication", "relative"),
    ("“X reports that …”, “now”", "around the day or month of the report", "inferred"),
    ("told as past, no time at all", "on or before the day of publication", "undated"),
    ("a standing measure without a time", "no date", "undated"),
)


def dates() -> None:
    """What a text gives and what the record makes of it."""
    st.markdown(
        "A date is never finer than its words. “October 2022” is a month; a vague date is drawn as "
        "a fading stretch, never as a point. Dates are kept as EDTF besides: `2024-05~/2024-07~`."
    )
    st.table(
        pd.DataFrame(_DATES, columns=["The text says", "The record holds", "Basis"]),
        border="horizontal",
        hide_index=True,
        alt="How dates are read",
    )


def marks() -> None:
    """What the shapes and colours of the chart stand for."""
    shapes = {
        "circle": "●", "dotted": "◉", "diamond": "◆", "ring": "○", "hatched": "▨", "cross": "✕",
    }  # fmt: skip
    rows = [(sign, look.shape_label(Shape(name))) for name, sign in shapes.items()]
    rows.append(("▬", "A stretch of time with known ends"))
    rows.append(("┅", "A fading stretch with dashed edges: the event lies somewhere in it"))
    st.table(
        pd.DataFrame(rows, columns=["Mark", "Stands for"]),
        border="horizontal",
        hide_index=True,
        width="content",
        alt="The marks of the chart",
    )
    families = ", ".join(look.family_label(family).lower() for family in look.families())
    st.markdown(f"Colours are families of event types: {families}. A small number counts reports.")


def statuses() -> None:
    """The statuses and what they mean."""
    rows = [(label, words.STATUS_MEANINGS[key]) for key, label in words.STATUSES.items()]
    st.table(
        pd.DataFrame(rows, columns=["Status", "Meaning"]),
        border="horizontal",
        hide_index=True,
        width="content",
        alt="The statuses",
    )


def cite(tables: Tables) -> None:
    """The record as a reference."""
    st.code(save.citation(tables, save.home() + "/"), language=None, wrap_lines=True)
    st.markdown("A view or a single event has its own lasting address and citation on its page.")
