"""Two sides on one axis: the controls, the chart, the words and the table of the page Compare."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline import compare, figures
from timeline.compare import KINDS, Compared, Pair
from timeline.figures import Frame, Scene
from timeline.figures.counts import sentences
from timeline.language import gettext, mark, ngettext
from timeline.rows import Same
from timeline.tables import Tables
from ui import chart, choices, controls, data, escape, foreign, grid, listing, width, windows, words
from ui.choices import Choice, Fault

LABELS = {
    "actor": mark("Actor"),
    "outlet": mark("Outlet"),
    "type": mark("Event type"),
    "thread": mark("Thread"),
}
_MOST = 50  # rows of a table at a time


def options(tables: Tables, kind: str) -> list[str]:
    """The names to choose from, the one with the most events first."""
    if kind == "actor":
        return choices.options(tables)["actor"]
    if kind == "outlet":
        held = tables["mentions"].drop_duplicates(["event_id", "outlet"])["outlet"]
    else:
        held = tables["events"]["type_label" if kind == "type" else "thread"]
    number = held[held != ""].value_counts()
    return sorted(number.index, key=lambda name: (-number[name], name.casefold()))


@lru_cache(maxsize=2)
def _outlets(same: Same[Tables]) -> tuple[str, str]:
    """The two outlets that the page opens with."""
    return compare.independent(same.one, options(same.one, "outlet"))


def choose(tables: Tables) -> tuple[Pair | None, Choice]:
    """Show the controls; the pair, or None where there are not two to compare."""
    above, columns = st.container(), st.columns((2, 3, 3, 2, 2))
    with columns[0]:
        kinds = {gettext(LABELS[kind]): kind for kind in KINDS if len(options(tables, kind)) > 1}
        if not kinds:
            return None, Choice()
        ways = {LABELS[kind].casefold(): label for label, kind in kinds.items()}
        _settle("by", {kind: label for label, kind in kinds.items()} | ways)
        kind = kinds[controls.pick(gettext("Compare"), list(kinds), "by")]
    pair, faults = _chosen(tables, kind, columns[1:3])
    with above:
        controls.tell(faults, pair)
    return pair, _days(tables, columns[3:])


def _chosen(
    tables: Tables, kind: str, columns: Sequence[DeltaGenerator]
) -> tuple[Pair, list[Fault]]:
    """The two sides that the controls ask for, and what the address asks for in vain."""
    named = options(tables, kind)
    usual = _outlets(Same(tables)) if kind == "outlet" else tuple(named[:2])
    known = choices.known(tables)[kind]
    held = {way: name for way, name in known.items() if name in named}
    sides: list[str] = []
    faults: list[Fault] = []
    labels = (("a", gettext("One side")), ("b", gettext("Other side")))
    for column, (key, label), first in zip(columns, labels, usual, strict=True):
        with column:
            faults += _unknown(key, kind, held)
            _settle(key, known)
            sides.append(controls.pick(label, named, key, named.index(first)))
    return Pair(kind, sides[0], sides[1]), faults


def _days(tables: Tables, columns: Sequence[DeltaGenerator]) -> Choice:
    """The window of time that the controls From and To ask for."""
    labels = {"from": gettext("From"), "to": gettext("To")}
    given = []
    for column, (name, label) in zip(columns, labels.items(), strict=True):
        with column:
            given.append((name, str(controls.day(name, label) or "")))
    chosen, faults = choices.read(tables, given)
    for fault in faults:
        st.warning(gettext("Not as asked: {what}", what=escape.markdown(fault.message)))
    return chosen


def _unknown(key: str, kind: str, ways: Mapping[str, str]) -> Iterator[Fault]:
    """The side that a reader's address names and that cannot be had."""
    asked = "" if key in st.session_state else st.query_params.get(key, "")
    if asked and not foreign.named(asked, ways):
        yield Fault(key, asked, choices.unknown(kind, asked, ways))


def _settle(key: str, ways: Mapping[str, str]) -> None:
    """Give a control what the address says in other words: an id, other letters."""
    asked = st.query_params.get(key, "")
    told = foreign.named(asked, ways) or asked
    if told != asked:
        st.session_state[key] = told


@lru_cache(maxsize=16)
def made(record: str, pair: Pair, chosen: Choice) -> Compared:
    """The comparison, kept for whoever asks the same of this record.  Raises FilterError."""
    return compare.compare(data.of(record), pair, chosen.filters)


def query(pair: Pair, chosen: Choice, *more: tuple[str, str]) -> str:
    """The query of this comparison, with its question mark."""
    own = (("by", pair.kind), ("a", pair.a), ("b", pair.b))
    return choices.query(chosen, *own, *more)


def scene(pair: Pair, chosen: Choice) -> Scene:
    """The chart for this window and theme: one lane a side, what both tell between them."""
    today = datetime.datetime.now(datetime.UTC).date()
    asked = Frame(
        width=width.get(),
        theme=chart.theme(),
        today=today,
        lanes_by="side",
        lane_order=pair.sides,
        start=chosen.filters.start,
        end=chosen.filters.stop,
        rows=windows.rows(chosen),
    )
    return _scene(data.key(), pair, chosen, asked)


@lru_cache(maxsize=32)
def _scene(record: str, pair: Pair, chosen: Choice, asked: Frame) -> Scene:
    return figures.place(made(record, pair, chosen).tables["events"], asked)


def told(found: Compared) -> str:
    """What the comparison shows, as Markdown."""
    pair, (a, both, b) = found.pair, found.counts
    one, other = (escape.markdown(name) for name in (pair.a, pair.b))
    parts = [
        gettext(
            "{events}: {a:,} only with **{one}**, {both:,} with both, {b:,} only with **{other}**.",
            events=words.count(a + both + b, "event"),
            a=a,
            both=both,
            b=b,
            one=one,
            other=other,
        )
    ]
    if found.first and both:
        parts.append(_first_told(found.first, one, other))
    if pair.kind != "type":
        parts += _alone(found, (one, other))
    return sentences(*parts)


def _first_told(counts: tuple[int, int, int], one: str, other: str) -> str:
    """How often each side, or both on one day, were first to tell what both tell."""
    first, second, same = (words.count(number, "time") for number in counts)
    return gettext(
        "Of what both tell, **{one}** was first {first}, **{other}** {second}, both on one "
        "day {same}.",
        one=one,
        other=other,
        first=first,
        second=second,
        same=same,
    )


def _alone(found: Compared, sides: tuple[str, str]) -> Iterator[str]:
    """What each side alone is most often about."""
    for name, kind in zip(sides, (_usual(found, 0), _usual(found, 2)), strict=True):
        if kind:
            type_ = escape.markdown(kind.lower())
            yield gettext("**{side}** alone is most often about {type}.", side=name, type=type_)


def left_out(found: Compared, laid: Scene) -> str:
    """What the words and the table count and the chart does not draw; empty where it draws all."""
    events = found.tables["events"]
    undated = events["event_id"].isin(laid.undated)
    earlier = ~undated & (events["end"] <= pd.Timestamp(laid.first))
    parts = []
    if undated.any():
        number = ngettext("{n} event without a date", "{n} events without a date", undated.sum())
        parts.append(gettext("{number} ({sides})", number=number, sides=_sides(found, undated)))
    if laid.tally.earlier and earlier.any():
        number = words.count(int(earlier.sum()), "event")
        month = words.when(f"{laid.first:%Y-%m}")
        told = gettext("{events} before {month}", events=number, month=month)
        parts.append(gettext("{number} ({sides})", number=told, sides=_sides(found, earlier)))
    told = words.listed(parts)
    return gettext("In the table, not in the chart: {events}.", events=told) if parts else ""


def _sides(found: Compared, rows: "pd.Series[bool]") -> str:
    """On which sides these events are: "Nvidia only 1, Both 2"."""
    held = found.tables["events"].loc[rows, "side"].value_counts()
    sides = (f"{side} {held[side]}" for side in found.pair.sides if side in held)
    return escape.markdown(words.listed(list(sides)))


def _usual(found: Compared, side: int) -> str:
    """The event type that a side alone has most of; empty where none stands out."""
    events = found.tables["events"]
    counts = events.loc[events["side"] == found.pair.sides[side], "type_label"].value_counts()
    if (
        len(counts) < 1
        or counts.iloc[0] < 2
        or (len(counts) > 1 and counts.iloc[0] == counts.iloc[1])
    ):
        return ""
    return str(counts.index[0])


def table(found: Compared, numbers: dict[str, int]) -> None:
    """The events with the side that they are on."""
    rows = [_row(event, numbers) for _, event in found.tables["events"].iterrows()]
    grid.show(
        rows,
        gettext("{events} of either side, by date", events=words.count(len(rows), "event")),
        key="compared",
        lead=gettext("Event"),
        most=_MOST,
    )


def _row(event: "pd.Series[str]", numbers: dict[str, int]) -> dict[str, str]:
    mark = listing.numbered(numbers.get(event["event_id"], 0))
    title = escape.link(event["title"], listing.event_address(event["event_id"]))
    return {
        gettext("Date"): escape.markdown(words.when(event["edtf"], event["granularity"])),
        gettext("Event"): f"{mark}{title}",
        gettext("Side"): escape.markdown(event["side"]),
        gettext("Type"): escape.markdown(event["type_label"]),
        gettext("Status"): escape.markdown(words.status(event["status"])),
        gettext("Reports"): f"{'§ ' if event['official'] else ''}{event['reports']}",
    }


def save(pair: Pair, chosen: Choice) -> None:
    """What a reader may take from it: table and picture."""
    with st.container(horizontal=True, key="save"):
        for label, kind, icon in (
            ("CSV", "csv", ":material/download:"),
            ("PNG", "png", ":material/image:"),
            ("SVG", "svg", ":material/image:"),
        ):
            st.link_button(label, f"/compare.{kind}{query(pair, chosen)}", icon=icon)
