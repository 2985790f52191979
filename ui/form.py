"""The timeline's filters as a plain form, to be used before Streamlit's controls are there.

It asks for the page's own address, ``/?actor=Nvidia``: the answer is the next first sight.
"""

from collections.abc import Iterable
from html import escape

from timeline.language import gettext
from timeline.tables import Tables
from ui import choices, controls, tongue
from ui.choices import Choice


def html(tables: Tables, chosen: Choice) -> str:
    """The form with what is chosen, in the two rows that Streamlit's controls will take."""
    options = choices.options(tables)
    asked: dict[str, list[str]] = {}
    for name, value in choices.pairs(chosen):
        asked.setdefault(name, []).append(value)
    lists = ["actor", "type", "status", *(["thread"] if options["thread"] else [])]
    hint = f'placeholder="{escape(gettext("Words in events and sentences"))}"'
    upper = [_input("q", gettext("Search"), "search", asked, hint)]
    upper += [_select(name, options[name], asked) for name in lists]
    lower = [_select(name, options[name], asked) for name in ("role", "outlet")]
    days = (("from", gettext("From")), ("to", gettext("To")))
    lower += [_input(name, label, "date", asked) for name, label in days]
    lanes = {**asked, "lanes": [choices.lanes(chosen.lanes)]}
    lower += [
        _plain("reports", gettext("Min. reports"), options["reports"] or ["1"], asked),
        _plain("lanes", gettext("Lanes by"), options["lanes"], lanes),
    ]
    kept = _hidden("steps", asked) + _hidden("lang", {"lang": [one for _, one in tongue.pairs()]})
    return (
        '<form class="first-controls" action="/" method="get" role="search">'
        f"<div>{''.join(upper)}</div><div>{''.join(lower)}</div>{kept}</form>"
    )


def _select(name: str, values: Iterable[str], asked: dict[str, list[str]]) -> str:
    """A list of which one is chosen; what else the address chose of it stays chosen."""
    label, any_ = map(gettext, controls.LISTS[name])
    first, *rest = asked.get(name, [""])
    others = _hidden(name, {name: rest})
    shown = f'<option value="">{any_}</option>{_options(values, first)}'
    return f'<label><span>{label}</span><select name="{name}">{shown}</select>{others}</label>'


def _hidden(name: str, asked: dict[str, list[str]]) -> str:
    fields = (escape(one) for one in asked.get(name, []))
    return "".join(f'<input type="hidden" name="{name}" value="{one}">' for one in fields)


def _plain(name: str, label: str, values: list[str], asked: dict[str, list[str]]) -> str:
    first = asked.get(name, [values[0]])[0]
    shown = f'<option value="">{escape(values[0])}</option>{_options(values[1:], first)}'
    return f'<label><span>{label}</span><select name="{name}">{shown}</select></label>'


def _options(values: Iterable[str], chosen: str) -> str:
    return "".join(
        f"<option{' selected' if one == chosen else ''}>{escape(one)}</option>" for one in values
    )


def _input(name: str, label: str, kind: str, asked: dict[str, list[str]], more: str = "") -> str:
    value = escape("".join(asked.get(name, [])[:1]))
    field = f'<input type="{kind}" name="{name}" value="{value}" {more}>'
    return f"<label><span>{label}</span>{field}</label>"
