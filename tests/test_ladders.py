"""How far measures have come: the steps of their status, over the events that tell them."""

import csv
from itertools import groupby
from pathlib import Path

import pytest

from tests.sample import sample_tables
from tests.sample_mentions import events, mention, one
from timeline import filters
from timeline.model import Event, Rung

CORPUS = Path(__file__).parent / "corpus" / "ladders.csv"
with CORPUS.open(encoding="utf-8") as file:
    CASES = {
        case: list(rows) for case, rows in groupby(csv.DictReader(file), lambda row: row["case"])
    }


def _steps(rungs: tuple[Rung, ...]) -> str:
    return "; ".join(f"{step.status} {step.when.edtf if step.when else ''}" for step in rungs)


def _told(rows: list[dict[str, str]]) -> list[Event]:
    """The measures that these mentions tell, by the name of their first mention."""
    mentions = [
        mention(
            "abcdef"[i],
            row["type"],
            told=row["told"],
            date_=row["date"],
            status=row["status"],
            by=row["by"],
            to=row["to"],
            objects=row["objects"],
            text=row["text"],
        )
        for i, row in enumerate(rows)
    ]
    return sorted(events(mentions), key=lambda event: event.first)


@pytest.mark.parametrize("case", CASES)
def test_corpus(case: str) -> None:
    found = [_steps(event.ladder) for event in _told(CASES[case]) if event.ladder]
    assert " | ".join(found) == CASES[case][0]["expected"]


def test_a_step_names_the_event_and_the_day_on_which_it_was_first_said() -> None:
    measure, lifting = (
        event for event in _told(CASES["lifted and announced to be lifted"]) if event.mentions
    )
    last = measure.ladder[-1]
    assert (last.event, last.mention) == (lifting.id, "b")
    assert str(last.said) == "2025-07-03"
    assert measure.ladder[0].event == measure.id
    assert lifting.ladder == ()


def test_one_event_may_hold_all_its_steps() -> None:
    steps = [
        ("a", "2024-01-10", "proposed", "2024-01-09"),
        ("b", "2024-02-11", "enacted", "2024-02-10"),
        ("c", "2024-05-02", "rescinded", "2024-05-01"),
    ]
    event = one(*(mention(n, told=t, status=s, date_=d) for n, t, s, d in steps))
    assert _steps(event.ladder) == "proposed 2024-01-09; enacted 2024-02-10; rescinded 2024-05-01"


def test_the_table_counts_the_days_between_steps_and_is_cut_with_its_events() -> None:
    tables = sample_tables()
    ladders = tables["ladders"]
    assert set(ladders["measure"]) <= set(tables["events"]["event_id"])
    for _, steps in ladders.groupby("measure"):
        assert list(steps["step"]) == list(range(1, len(steps) + 1))
        assert list(steps["days"]) == [0, *steps["day"].diff().dt.days.iloc[1:]]
    kept = sorted(set(ladders["measure"]))[:1]
    cut = filters.cut(tables, kept)["ladders"]
    assert set(cut["measure"]) == set(kept)
