"""Pictures: nothing overlaps, nothing vanishes, the same bytes each time, every text escaped."""

import random
import re
import struct
import subprocess
import sys
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas._libs.tslibs.nattype import NaTType

from timeline import figures
from timeline.figures import Frame, Theme, axis, look, presets
from timeline.figures.entries import Extent, read
from timeline.figures.footer import source_line
from timeline.figures.scene import Box, Scene, Shape
from timeline.figures.wrap import wrap
from timeline.interval import Interval
from timeline.lexicon import load

Value = str | int | bool | pd.Timestamp | NaTType
LANES = ("United States", "China", "Nvidia", "Cyberspace Administration of China", "Huawei", "")
WORDS = ["export", "chips", "licence", "guidance", "Beijing", "rule", "quarter", "order", "probe"]
WORDS += ["semiconductors", "tariff", "list", "firms", "revenue", "data-centre", "人工智能"]
FAMILIES = look.families()
STATUSES = tuple(load("look")["statuses"])


def event(number: int = 0, edtf: str = "2024-09-27", **values: Value) -> dict[str, Value]:
    """One row of an events table."""
    when = Interval.parse(edtf) if edtf else None
    row: dict[str, Value] = {
        "event_id": f"e{number:04}",
        "title": "Officials tell firms to buy chips at home",
        "type": "procurement_guidance",
        "type_label": "Procurement guidance",
        "family": "guidance",
        "status": "reported",
        "edtf": edtf,
        "start": pd.Timestamp(when.start) if when and when.start else pd.NaT,
        "end": pd.Timestamp(when.end) if when and when.end else pd.NaT,
        "granularity": when.granularity.name.lower() if when else "",
        "approximate": bool(when and when.approximate),
        "lane": "China",
        "thread": "",
        "reports": 1,
        "mentions": 1,
        "first_outlet": "TechNode",
        "outlets": "TechNode",
        "origin": "Bloomberg",
        "source": "",
    }
    return row | values


def table(*rows: dict[str, Value]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(event()))
    for name in ("start", "end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame


def some(count: int, seed: int = 1, years: int = 4) -> pd.DataFrame:
    """Events at random: exact, coarse, approximate, open, long and undated ones."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        year, month = 2026 - chance.randint(1, years), chance.randint(1, 12)
        day = chance.randint(1, 28)
        edtf = chance.choice(
            [
                *[f"{year}-{month:02}-{day:02}"] * 6,
                *[f"{year}-{month:02}", f"{year}~", f"{year}-{month:02}~", f"{year}/.."],
                *[f"../{year}-{month:02}-{day:02}", f"{year}-{month:02}/{year + 1}-{month:02}", ""],
            ]
        )
        title = " ".join(chance.choices(WORDS, k=chance.randint(1, 14))).capitalize()
        rows.append(
            event(
                number,
                edtf,
                title=title,
                family=chance.choice(FAMILIES),
                status=chance.choice(STATUSES),
                lane=chance.choice(LANES),
                reports=chance.choice([1, 1, 1, 2, 3]),
            )
        )
    return table(*rows)


def story() -> pd.DataFrame:
    """Forty events in the topic's shape: two crowded months, years of thin ones."""
    dates = ["2024-09-27"] * 9 + ["2024-09~"] * 4 + ["2025-08~"] * 5 + ["../2025-08-21"] * 6
    dates += ["2022-10-07", "2023-08-01", "2023-10-17", "2024-04-29/2024-07-28", "2025", "2023/.."]
    dates += [f"2025-{month:02}-1{month % 10}" for month in range(1, 11)]
    rows = [
        event(
            number,
            edtf,
            title=f"Regulators move on order number {number} of foreign accelerators",
            lane=LANES[number % 5],
            status=STATUSES[number % len(STATUSES)],
            family=FAMILIES[number % 6],
            reports=1 + number % 3,
        )
        for number, edtf in enumerate(dates)
    ]
    return table(*rows)


def overlaps(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    """The pairs that share room; sorted by their left edge first, to be quick."""
    order = sorted(boxes, key=lambda pair: pair[1].x0)
    found = []
    for place, (name, box) in enumerate(order):
        for other, after in order[place + 1 :]:
            if after.x0 >= box.x1:
                break
            if box.overlaps(after):
                found.append((name, other))
    return found


def assert_nothing_overlaps(scene: Scene) -> None:
    labels = [(label.event_id, label.box) for label in scene.labels]
    assert overlaps(labels) == []
    cores = [
        (mark.event_id, Box(mark.x - mark.size / 2, mark.y - mark.size / 2,
                            mark.x + mark.size / 2, mark.y + mark.size / 2))
        for mark in scene.marks
        if mark.event_id
    ]  # fmt: skip
    cores += [(bar.event_id, bar.box) for bar in scene.bars if bar.event_id]
    apart = [pair for pair in overlaps(labels + cores) if pair[0] != pair[1]]
    assert apart == []
    clusters = [("+", pill.box) for pill in scene.pills if pill.hover]
    assert overlaps(labels + clusters) == []
    for label in scene.labels:
        assert label.box.x0 >= 0
        assert label.box.x1 <= scene.width


# ---------------------------------------------------------------- nothing overlaps or vanishes


@settings(max_examples=40, deadline=None)
@given(
    count=st.integers(0, 90),
    seed=st.integers(0, 10_000),
    width=st.integers(320, 2560),
    years=st.integers(1, 30),
)
def test_labels_never_overlap_each_other_or_a_mark(
    count: int, seed: int, width: int, years: int
) -> None:
    scene = figures.place(some(count, seed, years), Frame(width=width, rows=6))
    assert_nothing_overlaps(scene)


@pytest.mark.parametrize("width", [320, 390, 639, 640, 1080, 1440, 2560])
@pytest.mark.parametrize("count", [40, 300, 1000])
def test_labels_never_overlap_however_many_events(width: int, count: int) -> None:
    assert_nothing_overlaps(figures.place(some(count, 7, 12), Frame(width=width)))


@pytest.mark.parametrize("name", presets.PRESETS)
def test_labels_never_overlap_in_a_preset(name: str) -> None:
    assert_nothing_overlaps(figures.place(story(), presets.frame(name, title="A headline")))


@settings(max_examples=40, deadline=None)
@given(count=st.integers(0, 400), seed=st.integers(0, 10_000), rows=st.integers(1, 12))
def test_every_event_is_drawn_or_counted(count: int, seed: int, rows: int) -> None:
    events = some(count, seed, 8)
    scene = figures.place(
        events, Frame(width=900, rows=rows, start=date(2020, 1, 1), end=date(2025, 1, 1))
    )
    tally = scene.tally
    assert tally.given == count
    assert tally.undated == len(scene.undated) == int((events["edtf"] == "").sum())
    assert tally.given == tally.undated + tally.outside + tally.left_out + tally.drawn
    shown = {mark.event_id for mark in scene.marks if mark.event_id}
    piled = [one for cell in scene.cells for one in cell.event_ids]
    piled += [one for pill in scene.pills if pill.hover for one in pill.event_ids]
    assert len(shown) + len(piled) == tally.drawn
    assert not shown & set(piled)
    assert len(set(piled)) == len(piled) == tally.counted
    assert len(scene.labels) == tally.labelled
    assert len(scene.numbers) == tally.numbered


def test_forty_events_of_the_story_all_have_labels_on_a_page() -> None:
    scene = figures.place(story(), Frame(width=1140))
    assert scene.tally.labelled == 40
    assert all("…" not in line for label in scene.labels for line in label.lines)


def test_beyond_the_rows_the_most_important_keep_their_labels() -> None:
    rows = [event(n, reports=5 if n == 3 else 1, title="The same long day " * 3) for n in range(9)]
    scene = figures.place(table(*rows), Frame(width=800, rows=2))
    assert "e0003" in {label.event_id for label in scene.labels}
    assert scene.tally.counted > 0
    pill = next(pill for pill in scene.pills if pill.hover)
    assert f"+{len(pill.event_ids)}" in {text.text for text in scene.texts}


def test_numbers_at_marks_count_up_and_are_given_for_the_table() -> None:
    days = ["2024-01-10", *["2024-01-20"] * 2, "2024-02-20", "2024-03-20", "2024-05-20"]
    long = "A title so long that only few of these can stand in one row together"
    rows = [event(n, edtf, title=long) for n, edtf in enumerate(days * 2)]
    scene = figures.place(table(*rows), Frame(width=700, rows=3, key=True))
    assert sorted(scene.numbers.values()) == list(range(1, len(scene.numbers) + 1))
    at_marks = [text.text for text in scene.texts if text.role == "number"]
    assert sorted(map(int, at_marks)) == sorted(scene.numbers.values())
    keyed = [text.text for text in scene.texts if text.role == "key" and text.bold]
    assert list(map(int, keyed)) == sorted(scene.numbers.values())


def test_above_the_limit_the_chart_is_a_density() -> None:
    scene = figures.place(some(500, 3, 10), Frame(width=1140, max_events=300))
    assert scene.cells
    assert 0 < scene.tally.labelled < 200
    assert sum(cell.count for cell in scene.cells) == scene.tally.counted


def test_no_event_gives_a_picture_that_says_so() -> None:
    scene = figures.place(table(), Frame(width=400, title="Nothing"))
    assert any("No event" in text.text for text in scene.texts)
    assert scene.alt == "Nothing. Timeline without events."
    assert figures.png(figures.render(scene)).startswith(b"\x89PNG")


# ---------------------------------------------------------------- dates and marks


@pytest.mark.parametrize(
    "edtf, extent, words",
    [
        ("2024-09-27", Extent.POINT, "27 Sep 2024"),
        ("2024-09-27~", Extent.WITHIN, "about 27 Sep 2024"),
        ("2024-09", Extent.WITHIN, "Sep 2024"),
        ("2024", Extent.WITHIN, "2024"),
        ("2024-05~/2024-07~", Extent.WITHIN, "about May 2024 – Jul 2024"),
        ("2024-04-29/2024-07-28", Extent.SOLID, "29 Apr 2024 – 28 Jul 2024"),
        ("../2025-08-21", Extent.BEFORE, "on or before 21 Aug 2025"),
        ("2019/..", Extent.SINCE, "since 2019"),
        ("", Extent.NONE, "undated"),
    ],
)
def test_a_date_is_never_drawn_finer_than_it_is(edtf: str, extent: Extent, words: str) -> None:
    (entry,) = read(table(event(edtf=edtf)), "lane")
    assert entry.extent is extent
    assert entry.when == words
    scene = figures.place(table(event(edtf=edtf)), Frame(width=900, legend=False))
    fades = {
        Extent.WITHIN: ["both"],
        Extent.BEFORE: ["left"],
        Extent.SINCE: ["right"],
        Extent.SOLID: [""],
    }
    assert [bar.fade for bar in scene.bars] == fades.get(extent, [])


def test_a_quarter_of_results_fills_the_quarter() -> None:
    results = event(edtf="2024-33", type="company_results")
    launch = event(edtf="2024-33", type="product")
    extents = [entry.extent for entry in read(table(results, launch), "lane")]
    assert extents == [Extent.SOLID, Extent.WITHIN]


def test_status_is_told_by_the_mark() -> None:
    rows = [event(n, status=status) for n, status in enumerate(STATUSES)]
    scene = figures.place(table(*rows), Frame(width=900, legend=False, rows=20))
    told = {mark.event_id: mark.shape for mark in scene.marks}
    by_status = {status: told[f"e{n:04}"] for n, status in enumerate(STATUSES)}
    assert by_status["enacted"] is by_status["occurred"] is Shape.CIRCLE
    assert by_status["proposed"] is Shape.DIAMOND
    assert by_status["forecast"] is by_status["speculation"] is Shape.RING
    assert by_status["reported"] is by_status["alleged"] is Shape.DOTTED
    assert by_status["rescinded"] is Shape.CROSS
    assert by_status["suspended"] is Shape.HATCHED


def test_a_badge_tells_two_independent_reports_and_not_one() -> None:
    scene = figures.place(table(event(0, reports=2), event(1, reports=1)), Frame(legend=False))
    badges = [(text.event_id, text.text) for text in scene.texts if text.role == "badge"]
    assert badges == [("e0000", "2")]


def test_the_legend_explains_only_what_is_drawn() -> None:
    scene = figures.place(table(event(status="proposed")), Frame())
    told = {text.text for text in scene.texts if text.role == "legend"}
    assert told == {look.family_label("guidance"), look.shape_label(Shape.DIAMOND)}


def test_today_is_a_line_only_where_it_lies_in_the_picture() -> None:
    events = table(event(0, "2024-01-10"), event(1, "2024-12-10"))
    names = [
        [
            text.text
            for text in figures.place(events, Frame(today=day)).texts
            if text.role == "today"
        ]
        for day in (date(2024, 6, 1), date(2026, 6, 1), None)
    ]
    assert names == [["Today"], [], []]


@pytest.mark.parametrize(
    "first, last, fine, coarse",
    [
        (date(2018, 1, 1), date(2028, 1, 1), "2018", ""),
        (date(2022, 7, 1), date(2026, 1, 1), "Q3", "2022"),
        (date(2025, 1, 1), date(2025, 9, 1), "Jan", "2025"),
        (date(2025, 8, 4), date(2025, 9, 1), "4", "Aug 2025"),
    ],
)
def test_ticks_are_as_fine_as_their_names_have_room(
    first: date, last: date, fine: str, coarse: str
) -> None:
    days = [(day - date(1970, 1, 1)).days for day in (first, last)]
    found, above = axis.tiers(axis.Scale(days[0], days[1], 200, 1200), 13)
    assert found[0].label == fine
    assert (above[0].label if above else "") == coarse


@pytest.mark.parametrize("lanes_by", ["lane", "type_label", "first_outlet", "thread"])
def test_lanes_may_be_actors_types_outlets_or_stories(lanes_by: str) -> None:
    scene = figures.place(story(), Frame(lanes_by=lanes_by))
    assert sum(band.events for band in scene.bands) == 40


def test_lanes_beyond_the_most_become_one() -> None:
    rows = [event(n, lane=f"Ministry {n % 20}") for n in range(60)]
    scene = figures.place(table(*rows), Frame(max_lanes=6))
    assert [band.name for band in scene.bands][-1] == "Other actors"
    assert len(scene.bands) == 6
    assert sum(band.events for band in scene.bands) == 60


# ---------------------------------------------------------------- words


def test_the_text_alternative_counts_right() -> None:
    events = story()
    scene = figures.place(events, Frame(title="Who moved first?"))
    assert scene.alt.startswith("Who moved first? Timeline of 40 events, October 2022 to ")
    uncertain = sum(
        entry.extent not in (Extent.POINT, Extent.SOLID) for entry in read(events, "lane")
    )
    assert f"{uncertain} events have an uncertain date" in scene.alt
    for lane, count in events["lane"].value_counts().items():
        assert f"{lane} {count}" in scene.alt
    done = events["status"].isin(["enacted", "in_force", "occurred"]).sum()
    assert f"{done} done or in force" in scene.alt
    assert figures.alt_text(scene) == scene.alt
    assert "without a date" in figures.alt_text(table(event(), event(1, "")))


def test_the_source_line_names_origins_and_counts_who_carries_them() -> None:
    rows = [
        event(0, origin="Bloomberg", outlets="TechNode; Benzinga; Mobile World Live"),
        event(1, origin="Bloomberg", outlets="Benzinga"),
        event(2, origin="Financial Times", outlets="Financial Times"),
    ]
    assert source_line(table(*rows)) == "Bloomberg (via 3 outlets); Financial Times"


def test_undated_events_are_counted_below_the_chart() -> None:
    events = table(event(0), event(1, ""), event(2, ""), event(3, ""))
    assert "+ 3 undated events, in the table." in figures.place(events, Frame()).notes


def test_a_long_title_is_broken_evenly_before_it_is_cut() -> None:
    text = "Commerce Department bars sales of two accelerators to China"
    assert wrap(text, 14, 250, 2).lines == (
        "Commerce Department bars sales",
        "of two accelerators to China",
    )
    cut = wrap(text, 14, 100, 2)
    assert cut.cut
    assert cut.lines[-1].endswith("…")
    assert cut.width <= 100


# ---------------------------------------------------------------- the hands

HOSTILE = "<script>alert('x')</script> $x^2$ \"quoted\" & 'single' </svg>\x1b"


def test_texts_in_the_svg_are_escaped() -> None:
    events = table(event(title=HOSTILE, lane=HOSTILE, source=HOSTILE))
    frame = Frame(
        width=1000, title=HOSTILE + "\ud800\x00", subtitle=HOSTILE, source=HOSTILE, note=HOSTILE
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
    events = table(event(title=HOSTILE, lane=HOSTILE, source=HOSTILE))
    made = str(figures.figure(figures.place(events, Frame(width=1000, title=HOSTILE))))
    assert "<script" not in made
    assert "$x" not in made
    assert "&lt;script&gt;" in made


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
    layout = figures.to_figure(figures.place(story(), Frame())).layout
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


def test_a_larger_scale_gives_a_larger_picture() -> None:
    svg = figures.render(figures.place(table(event()), Frame(width=400)))
    sizes = [struct.unpack(">I", figures.png(svg, scale)[16:20])[0] for scale in (1, 2)]
    assert sizes == [400, 800]


PROGRAM = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
import test_figures as t
from timeline import figures
from timeline.figures import Frame, presets
digest = hashlib.sha256()
for events in (t.story(), t.some(400)):
    for frame in (Frame(width=1140), presets.frame("card", title="T")):
        scene = figures.place(events, frame)
        svg = figures.render(scene)
        digest.update(svg.encode() + figures.png(svg) + repr(figures.figure(scene)).encode())
print(digest.hexdigest())
"""


def test_bytes_are_the_same_for_every_hash_seed() -> None:
    here = Path(__file__).resolve().parent
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(here), str(here.parent)],
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


# ---------------------------------------------------------------- look


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    line = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_every_colour_stands_out_from_paper_and_band(theme: Theme) -> None:
    palette = look.palette(theme)
    unknown = [look.family_color(name, theme) for name in ("one", "two", "three", "four", "five")]
    for behind in (palette.paper, palette.band):
        for color in (*figures.family_colors(theme).values(), *unknown):
            assert contrast(color, behind) >= 3
        for color in (palette.ink, palette.muted, palette.today):
            assert contrast(color, behind) >= 4.5
    assert contrast(palette.pill_ink, palette.pill) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_families_differ(theme: Theme) -> None:
    colors = figures.family_colors(theme)
    assert len(set(colors.values())) == len(colors)
    for one, other in combinations(colors.values(), 2):
        parts = [abs(int(one[p : p + 2], 16) - int(other[p : p + 2], 16)) for p in (1, 3, 5)]
        assert sum(parts) > 60


def test_every_family_of_event_types_has_a_colour() -> None:
    types = load("event_types")["type"].values()
    used = {str(row["family"]) for row in types if isinstance(row, dict)}
    assert used <= set(FAMILIES)


def test_the_font_comes_with_the_package_and_lacks_cjk() -> None:
    assert figures.font.data()[:4] == figures.font.data(bold=True)[:4] == b"\x00\x01\x00\x00"
    assert figures.font.covers("Ŝkoda, “quoted” – 3.9 %…")
    assert not figures.font.covers("国产芯片")
    assert figures.font.width("国产", 10) == 20


def test_a_step_of_width_serves_all_widths_in_it() -> None:
    assert [figures.step_width(width) for width in (300, 320, 1139, 1140, 1199.5)] == [
        320, 320, 1080, 1140, 1140,
    ]  # fmt: skip


@pytest.mark.skipif(
    figures.pdf_available() is not None, reason=f"no PDF here: {figures.pdf_available()}"
)
def test_a_pdf_is_made_where_a_chrome_is() -> None:
    scene = figures.place(story(), presets.frame("a4", title="A headline"))
    made = figures.pdf(scene)
    assert made.startswith(b"%PDF")
    assert b"/Count 1" in made
    box = re.search(rb"/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]", made)
    assert box is not None
    points = [scene.width * 72 / 300, scene.height * 72 / 300]
    assert [float(side) for side in box.groups()] == pytest.approx(points, abs=1)
    assert b"SourceSansPro" in made


def test_where_no_chrome_is_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.figures import chrome

    chrome.pdf_available.cache_clear()
    monkeypatch.setattr(chrome, "_browser", lambda: None)
    try:
        reason = chrome.pdf_available()
        assert reason is not None
        assert "Chrome" in reason
        with pytest.raises(chrome.PdfError, match="SVG and PNG need none"):
            chrome.pdf(figures.place(table(event()), Frame()))
    finally:
        chrome.pdf_available.cache_clear()
