"""What an editor judged of an event, beside what the rules had read: neither hides the other."""

import pandas as pd
import streamlit as st

from timeline.tables import Tables, event_type
from ui import escape, grid, words

#: How the column ``field`` is told to readers where its own name is not enough.
_FIELDS = {"event": "One event or two"}


def show(event: "pd.Series[str]", tables: Tables) -> None:
    """Each judgement with the rules' value, the editor's, the reason, and who judged when."""
    judged = tables["corrections"]
    judged = judged[judged["event_id"] == event["event_id"]]
    if judged.empty:
        return
    st.header("Judged by an editor", anchor=False)
    outlets = dict(zip(tables["mentions"]["mention_id"], tables["mentions"]["outlet"], strict=True))
    alike = judged.groupby(["field", "value", "reason", "by", "date"], sort=False)
    rows = [_row(group, outlets) for _, group in alike]
    grid.show(rows, "What an editor judged, and what the rules had read", key="judged", lead="Of")


def _row(alike: pd.DataFrame, outlets: dict[str, str]) -> dict[str, str]:
    """The judgements that say one thing for one reason, as one row."""
    one = alike.iloc[0]
    names = [*alike["a"], *alike["b"]]
    whose = "; ".join(dict.fromkeys(outlets[name] for name in names if name in outlets))
    read = dict.fromkeys(_told(one["field"], value) for value in alike["machine"])
    return {
        "Of": escape.markdown(words.names(whose, 4) or "The event"),
        "Field": escape.markdown(_FIELDS.get(one["field"], one["field"].capitalize())),
        "As read": escape.markdown(", ".join(read)),
        "As judged": f"**{escape.markdown(_told(one['field'], one['value']))}**",
        "Why": escape.markdown(one["reason"]),
        "By": escape.markdown(", ".join(filter(None, (one["by"], _day(one["date"]))))),
    }


def _told(field: str, value: str) -> str:
    """A value as readers know it: "2024-03" of a date is "Mar 2024"."""
    if not value:
        return words.NO_DATE if field == "date" else "nothing"
    if field == "type":
        return event_type(value).label
    if field == "status":
        return words.STATUSES.get(value, value)
    return words.when(value) if field == "date" else value


def _day(edtf: str) -> str:
    return words.when(edtf) if edtf else ""
