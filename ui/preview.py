"""A picture for a brief before it is saved: at its true size, in colour and in greys."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from timeline import brief
from timeline.figures import Scene
from timeline.language import gettext, mark
from timeline.tables import Tables
from ui import choices, controls, escape, pictures, words
from ui.choices import Choice

#: How wide a picture is where it goes to, as CSS says it, and as people do.
_WIDTHS: Mapping[str, tuple[str, str]] = {
    "a4": ("160mm", mark("160 mm, the column of an A4 page")),
    "letter": ("6.5in", mark("6.5 in, the column of a Letter page")),
    "slide": ("1280px", mark("13.33 in, a whole slide")),
    "card": ("1200px", mark("1,200 pixels, a social card")),
}
_VIEWS = {
    mark("Colour and greys"): ("", "grey"),
    mark("In colour"): ("",),
    mark("In greys"): ("grey",),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the picture is to be, in the words of the address."""

    preset: str
    theme: str
    title: str
    note: str

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters that say so."""
        given = {"preset": self.preset, "theme": self.theme, "title": self.title, "note": self.note}
        return [(name, value) for name, value in given.items() if value]


def choose() -> tuple[Wish, tuple[str, ...]]:
    """Show the controls; the wish, and which views of it are wanted."""
    presets = {label: preset for preset, label in pictures.presets().items()}
    themes = {label: theme for theme, label in pictures.themes().items()}
    views = {gettext(label): held for label, held in _VIEWS.items()}
    columns = st.columns((3, 2, 3))
    with columns[0]:
        preset = controls.pick(gettext("For"), list(presets), "for")
    with columns[1]:
        colours = gettext("Colours")
        theme = controls.pick(colours, list(themes), "colours")
    with columns[2]:
        seen = controls.pick(gettext("Show"), list(views), "show")
    lines = st.columns(2)
    with lines[0]:
        title = st.text_input(
            gettext("Title"), key="title", bind="query-params", max_chars=200,
            placeholder=gettext("The finding, by rule"),
        )  # fmt: skip
    with lines[1]:
        note = st.text_input(gettext("Note"), key="note", bind="query-params", max_chars=200)
    return Wish(presets[preset], themes[theme], title or "", note or ""), views[seen]


def show(shown: Tables, chosen: Choice, wish: Wish, views: tuple[str, ...]) -> None:
    """The picture as often as it is to be seen, then what it has room for."""
    made = pictures.order(chosen, wish.theme, wish.title, wish.note)
    scene = brief.place(shown, made, wish.preset)
    width, told = _WIDTHS[wish.preset]
    source = escape.html(f"/figure.png{choices.query(chosen, *wish.pairs())}")
    parts = []
    for view in views:
        name = gettext("In greys") if view else gettext("In colour")
        label = gettext("The picture in greys") if view else gettext("The picture in colour")
        parts.append(
            f'<figure class="{view}"><figcaption>{words.listed((name, gettext(told)))}</figcaption>'
            f'<div tabindex="0" role="group" aria-label="{label}">'
            f'<img src="{source}" style="width:{width}" width="{scene.width}" '
            f'height="{scene.height}" alt="{escape.html(scene.alt)}"></div></figure>'
        )
    with st.container(key="preview"):
        st.html("".join(parts))
    st.markdown(escape.markdown(_room(scene)))
    if wish.preset in ("a4", "letter"):
        st.caption(
            gettext("Letters: title 12 pt, subtitle 9.5 pt, labels 8.5 pt, small print 7.5 pt.")
        )
    with st.expander(gettext("What it says to those who cannot see it")):
        st.markdown(escape.markdown(scene.alt))


def _room(scene: Scene) -> str:
    """How many events it has room for: "30 events with a label, 4 numbered, 12 left out"."""
    tally = scene.tally
    parts = [gettext("{events} with a label", events=words.count(tally.labelled, "event"))]
    parts += [
        gettext(message, number=number)
        for number, message in (
            (tally.numbered, mark("{number:,} numbered")),
            (tally.counted, mark("{number:,} only counted")),
            (tally.left_out, mark("{number:,} left out for want of room")),
            (tally.earlier, mark("{number:,} before the story begins")),
            (tally.undated, mark("{number:,} without a date")),
        )
        if number
    ]
    return words.listed(parts) + gettext(".")


def save(chosen: Choice, wish: Wish) -> None:
    """The files."""
    query = choices.query(chosen, *wish.pairs())
    with st.container(horizontal=True, key="save"):
        st.link_button(gettext("Brief pack, ZIP"), f"/brief.zip{query}", type="primary")
        for kind in pictures.KINDS:
            if not pictures.missing(kind):
                st.link_button(kind.upper(), f"/figure.{kind}{query}")
    st.caption(gettext("The pack: pictures, their text, the data, numbered sources, citations."))
