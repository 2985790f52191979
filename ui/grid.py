"""Tables of words: columns in a wide window, a list of cards on a phone."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from timeline.language import gettext
from ui import width

_GLUE = {":": "\N{NO-BREAK SPACE}", "：": "\N{WORD JOINER}"}  # so that no label ends a line
_BETWEEN = "\N{NO-BREAK SPACE}· "


def show(
    rows: Sequence[Mapping[str, str]],
    alt: str,
    *,
    key: str,
    lead: str = "",
    fitted: bool = False,
    cards: bool = True,
    most: int = 0,
) -> None:
    """Show rows of Markdown cells, escaped already; columns that are empty throughout are left out.

    On a phone each row becomes a card: the column ``lead`` (else the first), and the others under
    it in small letters, each after its name; not so without ``cards``.  ``fitted`` makes columns as
    narrow as their words; of more than ``most`` rows one page at a time is shown.
    """
    slot = st.container()
    rows = _page(rows, f"{key}_page", most)
    names = [name for name in rows[0] if any(row[name] for row in rows)] if rows else []
    narrow = cards and width.is_narrow() and len(names) > 1
    held = [card(row, lead or names[0], names) for row in rows] if narrow else rows
    with slot, st.container(key=f"{key}_narrow" if narrow else key):
        st.table(
            pd.DataFrame(held, columns=None if narrow else names),
            border="horizontal",
            hide_index=True,
            hide_header=narrow,
            width="content" if fitted and not narrow else "stretch",
            alt=alt,
        )


def _page(rows: Sequence[Mapping[str, str]], key: str, most: int) -> Sequence[Mapping[str, str]]:
    """The rows of the page that is asked for, and below the table the way to the others."""
    if not 0 < most < len(rows):
        return rows
    page = st.pagination(-(-len(rows) // most), key=key, bind="query-params")
    return rows[(page - 1) * most : page * most]


def card(row: Mapping[str, str], lead: str, names: Sequence[str]) -> dict[str, str]:
    """A row as one cell."""
    told = [f"{_label(name)}{row[name]}" for name in names if name != lead and row[name]]
    return {lead: f"{row[lead]}\n\n:small[{_BETWEEN.join(told)}]"}


def _label(name: str) -> str:
    label = gettext("{name}:", name=name)
    return f":gray[{label}]{_GLUE[label[-1]]}"
