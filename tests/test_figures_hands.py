"""Pictures as files and charts: escaped, of exact size, the same bytes each time."""

import struct
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from tests.figures_sample import HOSTILE, event, some, story, table
from timeline import figures
from timeline.figures import Frame, presets
from timeline.figures.escape import for_svg


def test_each_event_of_a_linked_drawing_is_one_link_named_as_hovering_says() -> None:
    scene = figures.place(some(12), Frame(width=900))
    root = ET.fromstring(figures.linked(scene, lambda key: f"/event?id={key}&view=a"))
    links = {a.get("href"): a for a in root.iter("{http://www.w3.org/2000/svg}a")}
    marked = {mark.event_id for mark in scene.marks if mark.size and mark.event_id}
    marked |= {pill.opens for pill in scene.pills if pill.opens}
    assert set(links) == {f"/event?id={key}&view=a" for key in marked}
    one = next(mark for mark in scene.marks if mark.hover and mark.event_id)
    name = links[f"/event?id={one.event_id}&view=a"][0].text or ""
    assert name == "; ".join(one.hover)
    drawn = sorted(text for a in root.iter() if a.tag.endswith("}text") for text in a.itertext())
    assert drawn == sorted(text.text for text in scene.texts)


def test_each_dot_of_a_density_is_a_link_to_its_event_where_a_pointer_can_hit_it() -> None:
    scene = figures.place(some(200, 3, 2), Frame(width=900, max_events=120))
    drawn = figures.linked(scene, lambda key: f"/event?id={key}", "_blank")
    dots = [cell for cell in scene.cells if not cell.opens]
    assert sum(cell.count for cell in dots) == scene.tally.counted == len(dots) > 50
    for cell in dots:
        (key,) = cell.event_ids
        link = f'<a href="/event?id={key}" target="_blank"><title>{for_svg(cell.hover)}</title>'
        assert drawn.count(link) == 1
    phone = figures.place(some(200, 3, 2), Frame(width=320, max_events=120))
    (small, *_) = [cell for cell in phone.cells if cell.count == 1]
    assert small.event_ids[0] not in figures.linked(phone, str)


def test_texts_in_the_svg_are_escaped() -> None:
    events = table(event(title=HOSTILE, lane=HOSTILE, source=HOSTILE))
    frame = Frame(
        width=1000, title=HOSTILE + "\ud800\x00", subtitle=HOSTILE, source=(HOSTILE,), note=HOSTILE
    )
    svg = figures.render(figures.place(events, frame))
    root = ET.fromstring(svg.encode())
    assert {node.tag.rpartition("}")[2] for node in root.iter()} <= {
        "svg", "title", "desc", "defs", "linearGradient", "stop", "pattern", "path", "rect",
        "circle", "text",
    }  # fmt: skip
    assert "alert" in "".join(root.itertext())
    assert figures.png(svg).startswith(b"\x89PNG")


def test_texts_in_the_plotly_figure_are_escaped() -> None:
    events = table(event(title=f'{HOSTILE} "so"', lane=HOSTILE, source=HOSTILE))
    made = str(figures.figure(figures.place(events, Frame(width=1000, title=HOSTILE))))
    assert "<script" not in made
    assert "$x" not in made
    assert "&lt;script&gt;" in made
    assert "&#34;so&#34;" in made  # a name that plotly does not know is shown as it stands


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_plotly_accepts_the_figure_and_a_point_names_its_event(count: int) -> None:
    scene = figures.place(some(count, 5), Frame(width=1000, today=date(2024, 1, 1)))
    made = go.Figure(figures.figure(scene))
    assert made.layout.height == scene.height
    assert list(made.layout.xaxis.range) == [0, scene.width]
    ids = {
        point[0]
        for trace in made.data
        for point in (trace.customdata if trace.customdata is not None else ())
        if point[0]
    }
    shown = {mark.event_id for mark in scene.marks if mark.event_id}
    assert shown <= ids


def test_the_plotly_figure_fits_its_container_and_leaves_scrolling_alone() -> None:
    layout = go.Figure(figures.figure(figures.place(story(), Frame()))).layout
    assert layout.width is None
    assert layout.xaxis.fixedrange
    assert layout.dragmode is False


@pytest.mark.parametrize(
    "name, width, height, dpi",
    [("a4", 1890, None, 300), ("letter", 1950, None, 300), ("slide", 1920, 1080, 96),
     ("card", 1200, 630, 96)],
)  # fmt: skip
@pytest.mark.parametrize("count", [1, 40, 1000])
def test_presets_have_their_exact_size(
    name: str, width: int, height: int | None, dpi: int, count: int
) -> None:
    scene = figures.place(some(count), presets.frame(name, title="A headline", data_date="today"))
    png = figures.png(figures.render(scene))
    assert struct.unpack(">II", png[16:24]) == (width, height or scene.height)
    assert png[37:41] == b"pHYs"
    assert struct.unpack(">I", png[41:45])[0] == round(dpi / 0.0254)
    limit = presets.PRESETS[name].frame.max_height
    assert limit is None or scene.height <= limit
    assert max(text.y for text in scene.texts) < scene.height
    assert scene.tally.drawn == scene.tally.labelled
    assert (scene.tally.left_out == 0) is (count == 1) or name in ("a4", "letter")


def test_print_has_its_letters_in_points() -> None:
    scene = figures.place(story(), presets.frame("a4", title="Headline", subtitle="What"))
    sizes = {text.role: text.size * 72 / 300 for text in scene.texts}
    assert (sizes["title"], sizes["subtitle"]) == (12, 9.5)
    assert sizes["axis_major"] == pytest.approx(8.5)


PROGRAM = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from tests import figures_sample as t
from timeline import figures
from timeline.figures import Frame, presets
from timeline.figures.escape import for_svg
digest = hashlib.sha256()
for events in (t.story(), t.some(400)):
    for frame in (Frame(width=1140), presets.frame("card", title="T")):
        scene = figures.place(events, frame)
        svg = figures.render(scene)
        digest.update(svg.encode() + figures.png(svg) + repr(figures.figure(scene)).encode())
print(digest.hexdigest())
"""


def test_bytes_are_the_same_for_every_hash_seed() -> None:
    root = Path(__file__).resolve().parent.parent
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(root)],
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Shanghai"), ("77", "America/New_York"))
    }
    assert len(found) == 1


def test_the_order_of_rows_does_not_matter() -> None:
    events = story()
    turned = events.iloc[::-1].reset_index(drop=True)
    one, other = (figures.render(figures.place(rows, Frame())) for rows in (events, turned))
    assert one == other
