"""The picture of a brief before it is saved: what it shows is what is downloaded."""

import html
import re

import pytest

from tests.opening import opened, record, said
from ui import pictures

__all__ = ["record"]  # a fixture for every test here


def figures(query: dict[str, str | list[str]]) -> list[str]:
    app = opened("pages/brief.py", query)
    assert not app.exception
    assert not app.error
    return re.findall(r"<figure.*?</figure>", "".join(one.proto.body for one in app.get("html")))


def test_it_stands_in_colour_and_in_greys() -> None:
    colour, grey = figures({"actor": "Nvidia"})
    assert 'class=""' in colour
    assert 'class="grey"' in grey
    for one in (colour, grey):
        source = html.unescape(re.findall(r'src="([^"]+)"', one)[0])
        assert source == "/figure.png?actor=Nvidia&preset=a4&theme=light"
        assert "width:160mm" in one
        assert "Timeline of" in one
    assert len(figures({"show": "In greys"})) == 1


@pytest.mark.parametrize("label", list(pictures.PRESETS.values()))
def test_every_preset_has_its_true_width(label: str) -> None:
    preset = next(key for key, name in pictures.PRESETS.items() if name == label)
    assert all(f"preset={preset}" in one for one in figures({"for": label}))


def test_the_pack_is_that_of_the_preview() -> None:
    app = opened("pages/brief.py", actor="Micron", title="Mine & yours")
    links = [one.proto.url for one in app.get("link_button")]
    assert "/brief.zip?actor=Micron&preset=a4&theme=light&title=Mine+%26+yours" in links
    assert "with a label" in said(app)


def test_nothing_is_drawn_of_nothing() -> None:
    app = opened("pages/brief.py", q="zzzz")
    assert "nothing to draw" in app.info[0].value
    assert not app.get("html")
