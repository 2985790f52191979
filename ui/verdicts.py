"""What an editor judged of an event, beside what the rules had read: neither hides the other."""

import pandas as pd
import streamlit as st

from timeline import translate
from timeline.language import gettext
from timeline.tables import Tables
from ui import data, escape, grid, labels, why, words


def show(event: "pd.Series[str]", tables: Tables) -> None:
    """Each judgement with the rules' value, the editor's, the reason, and who judged when."""
    judged = tables["corrections"]
    judged = judged[judged["event_id"] == event["event_id"]]
    if judged.empty:
        return
    st.header(gettext("Judged by an editor"), anchor=False)
    outlets = dict(zip(tables["mentions"]["mention_id"], tables["mentions"]["outlet"], strict=True))
    alike = judged.groupby(["field", "value", "reason", "by", "date"], sort=False)
    rows = [_row(group, outlets) for _, group in alike]
    alt = gettext("What an editor judged, and what the rules had read")
    grid.show(rows, alt, key="judged", lead=gettext("Of"))


def _row(alike: pd.DataFrame, outlets: dict[str, str]) -> dict[str, str]:
    """The judgements that say one thing for one reason, as one row."""
    one = alike.iloc[0]
    names = [*alike["a"], *alike["b"]]
    whose = "; ".join(dict.fromkeys(outlets[name] for name in names if name in outlets))
    read = dict.fromkeys(_told(one["field"], value) for value in alike["machine"])
    return {
        gettext("Of"): escape.markdown(words.names(whose, 4) or gettext("The event")),
        gettext("Field"): escape.markdown(labels.field(one["field"])),
        gettext("As read"): escape.markdown(words.listed(list(read))),
        gettext("As judged"): f"**{escape.markdown(_told(one['field'], one['value']))}**",
        gettext("Why"): escape.markdown(one["reason"]),
        gettext("By"): escape.markdown(
            words.listed(list(filter(None, (one["by"], _day(one["date"])))))
        ),
    }


def _told(field: str, value: str) -> str:
    """A value as readers know it: "2024-03" of a date is "Mar 2024"."""
    if not value:
        return words.when("") if field == "date" else gettext("nothing")
    if field == "type":
        return translate.type_label(value)
    if field == "status":
        return words.status(value)
    if field == "event":
        return why.told(value)
    return words.when(value) if field == "date" else data.name(value)


def _day(edtf: str) -> str:
    return words.when(edtf) if edtf else ""
