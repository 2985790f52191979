"""A scene cut into strips loses nothing, doubles nothing, and cuts no thing in two."""

from collections import Counter

import pytest

from tests.figures_sample import some
from timeline import figures
from timeline.figures import Frame, inline


@pytest.mark.parametrize("number", [0, 1, 40, 400])
def test_strips_hold_everything_once_and_fill_the_picture(number: int) -> None:
    scene = figures.place(some(number), Frame(width=700, max_events=120))
    parts = figures.strips(scene, 300)
    for name in ("marks", "bars", "cells", "pills", "labels", "texts"):
        whole = Counter(getattr(scene, name))
        assert Counter(one for part in parts for one in getattr(part, name)) == whole, name
    assert sum(part.height for part in parts) == scene.height
    assert [part.top for part in parts] == [
        sum(p.height for p in parts[:i]) for i in range(len(parts))
    ]
    for part in parts:
        end = part.top + part.height
        assert all(part.top <= one.box.y0 and one.box.y1 <= end for one in part.labels)
        assert all(part.top <= one.box.y0 and one.box.y1 <= end for one in part.bands)
        assert part.height >= 150 or len(parts) == 1


def test_classes_say_what_the_attributes_said() -> None:
    classes = inline.Classes()
    text, path = '<text x="1"{}>a fill="x" b</text>', '<path d="M0 0" fill="url(#f)"/>'
    code = text.format(' font-size="14.5" fill="var(--ink)"') + path
    assert classes.put(code) == text.format("").replace("<text", '<text class="l0"') + path
    assert classes.rules() == ".l0{font-size:14.5px;fill:var(--ink)}"
