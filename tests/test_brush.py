"""The overview: its bars hold every event once, and its edges are the days of the choice."""

from datetime import date

import pandas as pd
import pytest

from tests.sample import sample_tables
from ui import brush

EVENTS = sample_tables()["events"]


def events(*spans: tuple[str, str]) -> pd.DataFrame:
    columns = {
        name: pd.Series([pd.Timestamp(span[at] or "NaT") for span in spans], dtype="datetime64[s]")
        for at, name in enumerate(("start", "end"))
    }
    return pd.DataFrame(columns)


def test_every_dated_event_stands_in_one_bar() -> None:
    edges = brush.bins(EVENTS)
    dated = EVENTS["start"].notna() | EVENTS["end"].notna()
    assert sum(brush.counts(EVENTS, edges)) == dated.sum()
    assert edges == sorted(edges)


@pytest.mark.parametrize(
    ("last", "number", "second"),
    [
        ("2024-03-05", 3, "2024-02-01"),
        ("2035-12-31", 144, "2024-02-01"),
        ("2050-01-01", 105, "2024-04-01"),
        ("2150-01-01", 127, "2025-01-01"),
    ],
)
def test_bars_are_as_many_as_there_is_room_for(last: str, number: int, second: str) -> None:
    edges = brush.bins(events(("2024-01-15", "2024-01-16"), (last, last)))
    assert len(edges) - 1 == number
    assert edges[1] == date.fromisoformat(second)


def test_an_open_start_counts_where_it_ends() -> None:
    given = events(("2024-01-15", "2024-01-16"), ("", "2024-03-05"), ("", ""))
    assert brush.counts(given, brush.bins(given)) == [1, 0, 1]


def test_no_date_is_no_bar() -> None:
    assert brush.bins(events(("", ""))) == []


def test_an_edge_is_the_bar_of_its_day() -> None:
    edges = brush.bins(events(("2024-01-15", "2024-01-16"), ("2024-06-05", "2024-06-06")))
    assert brush._at(edges, date(2024, 2, 1), 0) == 1
    assert brush._at(edges, date(2024, 3, 31), 6, after=True) == 3
    assert brush._at(edges, None, 6, after=True) == 6
    assert brush._at(edges, date(1999, 1, 1), 0) == 0
    assert brush._at(edges, date(2099, 1, 1), 6, after=True) == 6
