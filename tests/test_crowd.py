"""Thousands of events make the picture that their entries would make, in a fraction of the time."""

import time
from collections import Counter
from datetime import date

import pandas as pd
import pytest

from tests.figures_sample import event, some, table
from timeline import figures
from timeline.figures import Frame, Scene, crowd, layout


@pytest.mark.parametrize("number", [600, 2000])
@pytest.mark.parametrize(
    "frame",
    [
        Frame(width=1200),
        Frame(width=360, lanes_by="first_outlet"),
        Frame(start=date(2023, 1, 1), end=date(2024, 6, 1)),
        Frame(width=800, max_lanes=3),
        figures.presets.frame("slide", title="A slide"),
    ],
)
def test_a_crowd_is_drawn_as_its_entries_would_be(number: int, frame: Frame) -> None:
    events = some(number)
    one, other = figures.place(events, frame), layout._few(events, frame)
    assert one.tally == other.tally
    assert [text.text for text in one.texts] == [text.text for text in other.texts]
    assert {label.event_id for label in one.labels} == {label.event_id for label in other.labels}
    assert [band.events for band in one.bands] == [band.events for band in other.bands]
    assert _cells(one) == _cells(other)
    assert one.alt == other.alt
    assert (one.height, one.undated) == (other.height, other.undated)


def _cells(scene: Scene) -> Counter[tuple[float, str]]:
    held: Counter[tuple[float, str]] = Counter()
    for cell in scene.cells:
        held[round(cell.box.x0, 1), cell.color] += cell.count
    return held


def test_a_window_without_events_of_a_crowd_says_so() -> None:
    events = some(1000)
    events = events[events["start"].notna() & events["end"].notna()]
    scene = figures.place(events, Frame(start=date(1950, 1, 1), end=date(1951, 1, 1)))
    assert scene.tally.drawn == 0
    assert any("No event" in text.text for text in scene.texts)


def test_a_crowd_with_events_of_2001_breaks_the_axis_as_few_do() -> None:
    events = pd.concat(
        [table(*(event(n, "2001-05-01") for n in range(90000, 90040))), some(700)],
        ignore_index=True,
    )
    scene = figures.place(events, Frame())
    assert any("axis is broken" in note for note in scene.notes)
    assert scene.notes == layout._few(events, Frame()).notes


def test_ten_times_the_events_take_less_than_four_times_as_long() -> None:
    few = some(3000)
    many = pd.concat([few] * 10, ignore_index=True)
    many["event_id"] = [f"e{place}" for place in range(len(many))]

    def seconds(events: pd.DataFrame) -> float:
        start = time.process_time()
        figures.place(events, Frame())
        return time.process_time() - start

    figures.place(few.iloc[: crowd.LEAST], Frame())  # fonts and colours are read
    assert min(seconds(many) for _ in range(3)) < 4 * min(seconds(few) for _ in range(3))
