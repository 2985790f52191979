"""Tables cut to some events hold what stands behind them, and are cut only when asked for."""

from pathlib import Path

import pandas as pd

from tests.sample import sample_tables
from timeline import build, filters
from timeline.cuts import Cut
from timeline.filters import Filters


def test_a_cut_makes_a_table_when_it_is_asked_for_and_once() -> None:
    tables = sample_tables()
    cut = Cut(tables, tables["events"].iloc[:3])
    assert set(cut) == set(tables)
    assert set(cut._held) == {"events"}
    assert cut["mentions"] is cut["mentions"]
    assert set(cut["mentions"]["event_id"]) == set(tables["events"]["event_id"].iloc[:3])
    assert "evidence" not in cut._held


def test_every_table_of_a_cut_refers_only_to_what_is_in_it() -> None:
    cut = filters.select(sample_tables(), Filters(actors=("Micron",)))
    mentions = set(cut["mentions"]["mention_id"])
    assert set(cut["evidence"]["mention_id"]) <= mentions
    assert set(cut["joins"]["b"]) <= mentions
    assert set(cut["documents"]["document_id"]) == set(cut["mentions"]["document_id"])
    assert set(cut["reports"]["report_id"]) == set(cut["documents"]["report_id"])
    assert set(cut["event_actors"]["actor_id"]) <= set(cut["actors"]["actor_id"])


def test_a_written_build_is_read_as_it_was(tmp_path: Path) -> None:
    assert not build.is_written(tmp_path)
    build.write(build.Build(sample_tables()), tmp_path)
    assert build.is_written(tmp_path)
    for name, frame in build.read(tmp_path).tables.items():
        pd.testing.assert_frame_equal(frame, sample_tables()[name])
