"""Pictures: nothing overlaps, nothing vanishes, a date is never drawn finer than it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures_sample import STATUSES, event, some, story, table
from timeline import figures
from timeline.figures import Frame, axis, look, presets
from timeline.figures.entries import Extent, read
from timeline.figures.scene import Box, Scene, Shape


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


def test_years_without_any_date_are_drawn_short_and_named() -> None:
    events = table(
        event(0, "2001-11-02"), *[event(n, f"202{n % 4 + 2}-05-05") for n in range(1, 9)]
    )
    scene = figures.place(events, Frame(width=1000))
    assert "The axis is broken: nothing is dated 2002 to 2021." in scene.notes
    years = {text.text for text in scene.texts if text.role.startswith("axis")}
    assert {"2001", "2022", "2025"} <= years
    assert not years & {"2002", "2010", "2021"}
    assert_nothing_overlaps(scene)
    xs = {mark.event_id: mark.x for mark in scene.marks}
    assert xs["e0003"] - xs["e0000"] > 200
    plain = figures.place(events.iloc[1:], Frame(width=1000))
    assert not any("broken" in note for note in plain.notes)
