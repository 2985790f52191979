"""Small drawings in HTML: the ladder of a measure's status, the lineage of an event's articles.

They are lists first, to be read aloud and printed; assets/app.css draws their lines.  Whatever
comes from an article passes ``escape.html``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from timeline.language import gettext, mark
from timeline.tables import Tables
from ui import escape, listing, words

_KINDS = {
    "copy": mark("copies it"),
    "rewrite": mark("rewrites it"),
    "same_source": mark("tells the same source's news"),
    "declared": mark("names it as its source"),
    "": mark("the first of these"),
}


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a ladder; ``days`` since the one before, ``event_id`` where another tells it."""

    status: str
    when: str
    outlet: str
    days: int
    event_id: str = ""


def ladder(event: "pd.Series[str]", tables: Tables) -> None:
    """Each ladder that the event is on, with the days between its steps."""
    ladders = tables["ladders"]
    mine = ladders.loc[ladders["event_id"] == event["event_id"], "measure"]
    outlets = dict(zip(tables["mentions"]["mention_id"], tables["mentions"]["outlet"], strict=True))
    drawn = []
    for measure in dict.fromkeys([event["event_id"], *mine]):
        steps = ladders[ladders["measure"] == measure].sort_values("step")
        if len(steps) > 1:
            rungs = [_rung(step, outlets, event["event_id"]) for _, step in steps.iterrows()]
            drawn.append(ladder_html(rungs))
    if drawn:
        st.html("".join(drawn))


def _rung(step: "pd.Series[str]", outlets: dict[str, str], here: str) -> Rung:
    return Rung(
        status=words.status(step["status"]),
        when=words.when(step["edtf"]),
        outlet=outlets.get(step["mention_id"], ""),
        days=int(step["days"]),
        event_id="" if step["event_id"] == here else step["event_id"],
    )


def ladder_html(rungs: Sequence[Rung]) -> str:
    """The steps in a row, the longer the wait the wider the way."""
    parts: list[str] = []
    for rung in rungs:
        status = f"<strong>{escape.html(rung.status)}</strong>"
        if rung.event_id:
            status = escape.html_link(rung.status, listing.event_address(rung.event_id))
        later = gettext("{days} later", days=words.count(rung.days, "day"))
        wait = f'<span class="wait">{later}</span> ' if parts else ""
        grows = f' style="flex-grow:{1 + math.log10(1 + max(rung.days, 0)):.2f}"' if parts else ""
        told = f"<small>{escape.html(rung.outlet)}</small>" if rung.outlet else ""
        day = f"<span>{escape.html(rung.when)}</span>"
        parts.append(f"<li{grows}>{wait}<span class='step'>{status} {day} {told}</span></li>")
    label = escape.html(gettext("Steps of its status"))
    return f'<ol class="ladder" aria-label="{label}">{"".join(parts)}</ol>'


def lineage(event: "pd.Series[str]", tables: Tables) -> None:
    """Each original report behind the event, and below it the articles that rest on it."""
    mentions = tables["mentions"]
    held = set(mentions.loc[mentions["event_id"] == event["event_id"], "document_id"])
    documents = tables["documents"]
    documents = documents[documents["document_id"].isin(held)]
    documents = documents.sort_values(["published_start", "document_id"])
    reports, links = tables["reports"], tables["links"]
    origins = dict(zip(reports["report_id"], reports["origin"], strict=True))
    kinds = dict(zip(links["a"], links["kind"], strict=True))
    trees = [
        _tree(str(origins.get(str(key), "") or gettext("Original not named")), rows, kinds)
        for key, rows in documents.groupby("report_id", sort=False)
    ]
    st.html("".join(trees))


def _tree(origin: str, documents: pd.DataFrame, kinds: dict[str, str]) -> str:
    """A report and its articles: "Bloomberg", below it who copies it."""
    leaves = "".join(_leaf(row, kinds, len(documents)) for _, row in documents.iterrows())
    number = words.count(len(documents), "article")
    head = f"<strong>{escape.html(origin)}</strong> <small>{number}</small>"
    return f'<div class="lineage"><p>{head}</p><ul>{leaves}</ul></div>'


def _leaf(document: "pd.Series[str]", kinds: dict[str, str], number: int) -> str:
    kind = kinds.get(document["document_id"], "")
    how = gettext(_KINDS[kind]) if kind in _KINDS else kind
    link = escape.html_link(document["title"] or document["document_id"], document["url"])
    title = f'<span lang="{escape.html(document["language"] or "en")}">{link}</span>'
    day = escape.html(words.when(document["published"]))
    told = gettext("{outlet}, {date}", outlet=escape.html(document["outlet"]), date=day)
    if number > 1:
        told = gettext("{article}: {tie}", article=told, tie=escape.html(how))
    return f"<li class='{_class(kind)}'>{title}<small>{told}</small></li>"


def _class(kind: str) -> str:
    return kind if kind in _KINDS else ""
