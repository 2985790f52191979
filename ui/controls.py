"""The controls of the timeline.  Each keeps its choice in the address, under its own name."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

import streamlit as st

from timeline.language import gettext, mark, ngettext
from timeline.tables import Tables
from ui import choices, escape, labels, tongue
from ui.choices import Choice, Fault

#: The lists: what each is called, and what it says while nothing is chosen.
LISTS = {
    "actor": (mark("Actor"), mark("All actors")),
    "type": (mark("Event type"), mark("All types")),
    "status": (mark("Status"), mark("Any status")),
    "role": (mark("Role of the actor"), mark("Any role")),
    "outlet": (mark("Outlet"), mark("All outlets")),
    "thread": (mark("Thread"), mark("All threads")),
}
_SEARCHING = mark(
    'All words must stand in it, and a beginning will do: `licen`. Also `"export control"` side '
    "by side, `H20 OR H800`, `-rumour` for without, and brackets."
)
_STEPS = mark(
    "Joins the steps of a measure by lines: planned, enacted, lifted, and the days between."
)


def choose(tables: Tables, narrow: bool) -> Choice:
    """Show the controls and give what they say; what the address asks in vain is said above them.

    A ``narrow`` window gets them folded away, so that the timeline is seen first.
    """
    asked, faults = choices.read(tables, address())
    above = st.container()
    _settle(asked, choices.options(tables)["lanes"])
    chosen = _folded(tables, len(choices.pairs(asked))) if narrow else _controls(tables)
    kept, clashes = choices.read(tables, choices.pairs(chosen))
    with above:
        tell((*_strange(), *faults, *clashes), kept)
    return kept


def _folded(tables: Tables, number: int) -> Choice:
    told = ngettext("Filters ({n} set)", "Filters ({n} set)", number)
    with st.expander(told if number else gettext("Filters and search")):
        return _controls(tables)


def address() -> list[tuple[str, str]]:
    """What the page's address asks for."""
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]


def _strange() -> Iterator[Fault]:
    """Parameters of the address that are nearly ours: "actors"."""
    for name in st.query_params:
        near = get_close_matches(name, choices.PARAMETERS, 1, 0.75)
        if near and name not in (*choices.PARAMETERS, tongue.PARAMETER):
            told = gettext(
                "parameter '{name}' is not known; did you mean '{near}'?", name=name, near=near[0]
            )
            yield Fault(name, "", told)


def tell(faults: Sequence[Fault], kept: object) -> None:
    """Say what could not be had, until the reader chooses anew: bad values leave the address."""
    messages = list(dict.fromkeys(map(_message, faults)))
    if messages:
        st.session_state["faults"] = (messages, kept)
    told, since = st.session_state.get("faults", ([], None))
    for message in told if since == kept else ():
        st.warning(gettext("Not as asked: {what}", what=escape.markdown(message)))


def _message(fault: Fault) -> str:
    if fault.parameter == "q":
        return gettext("{fault}; it was read as plain words", fault=fault.message)
    return fault.message


def _settle(asked: Choice, lanes: Sequence[str]) -> None:
    """Give the controls what the address says in other words: ids, other letters."""
    values: dict[str, list[str]] = {}
    for name, value in choices.pairs(asked):
        values.setdefault(name, []).append(value)
    for name in LISTS:
        if name in values and st.query_params.get_all(name) != values[name]:
            st.session_state[name] = values[name]
    told = choices.lanes(asked.lanes)
    if told in lanes and st.query_params.get("lanes", told) != told:
        st.session_state["lanes"] = told


def _controls(tables: Tables) -> Choice:
    options = choices.options(tables)
    values: dict[str, Sequence[str]] = {}
    lists = ["actor", "type", "status", *(["thread"] if options["thread"] else [])]
    first = st.columns(1 + len(lists))
    with first[0]:
        values["q"] = [_search()]
    for column, name in zip(first[1:], lists, strict=True):
        with column:
            values[name] = _several(name, options[name])
    second = st.columns((2.3, 2.3, 2.2, 2.2, 1.5, 1.5, 1.4), vertical_alignment="bottom")
    for column, name in zip(second[:2], ("role", "outlet"), strict=True):
        with column:
            values[name] = _several(name, options[name])
    for column, name, label in zip(
        second[2:4], ("from", "to"), (gettext("From"), gettext("To")), strict=True
    ):
        with column:
            values[name] = [str(day(name, label) or "")]
    with second[4]:
        values["reports"] = [_reports(options["reports"])]
    with second[5]:
        values["lanes"] = [_lanes(options["lanes"])]
    with second[6]:
        values["steps"] = [_steps()]
    return choices.choice({name: [one for one in held if one] for name, held in values.items()})


def _search() -> str:
    return (
        st.text_input(
            gettext("Search"),
            key="q",
            bind="query-params",
            placeholder=gettext("Words in events and sentences"),
            help=gettext(_SEARCHING),
            max_chars=choices.MOST_CHARACTERS,
            type="search",
        )
        or ""
    )


def _several(name: str, options: list[str]) -> list[str]:
    label, placeholder = map(gettext, LISTS[name])
    return st.multiselect(
        label, options, key=name, bind="query-params", placeholder=placeholder, select_all=False
    )


def pick(label: str, options: list[str], name: str, first: int = 0, told: str | None = None) -> str:
    """A list of which one is chosen, as the address says; ``told`` explains it."""
    return st.selectbox(
        label,
        options,
        first,
        key=name,
        bind="query-params",
        placeholder=gettext("Choose one"),
        help=told,
    )


def day(name: str, label: str, usual: date | None = None) -> date | None:
    """A control for a day, and the day that it holds."""
    return st.date_input(
        label,
        usual,
        key=name,
        bind="query-params",
        format="YYYY-MM-DD",
        min_value="1990-01-01",
        max_value="2100-12-31",
    )


def _reports(options: list[str]) -> str:
    told = gettext("Independent original reports behind an event: copies count once.")
    return pick(gettext("Min. reports"), options or ["1"], "reports", told=told)


def _lanes(options: list[str]) -> str:
    told = pick(gettext("Lanes by"), options, "lanes")
    return next(name for name in labels.LANES if choices.lanes(name) == told)


def _steps() -> str:
    joined = st.toggle(gettext("Steps"), key="steps", bind="query-params", help=gettext(_STEPS))
    return "true" if joined else ""


def clear() -> None:
    """Set every control back; for a button's ``on_click``."""
    for name in choices.PARAMETERS:
        if name in LISTS:
            st.session_state[name] = []
        elif name == "q":
            st.session_state[name] = ""
        elif name in ("from", "to"):
            st.session_state[name] = None
        elif name in ("reports", "lanes", "steps"):
            st.session_state.pop(name, None)
