"""The chronology that the build is scored against is itself well formed."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from timeline import seeds
from timeline.interval import Interval
from timeline.lexicon import load
from timeline.model import Status

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _read(CORPUS / "chronology.csv")
TYPES = set(load("event_types")["type"].keys())
NOTES = seeds.note_paths(ROOT / "seeds")
ACTORS = {row["id"] for row in _read(ROOT / "seeds" / "actors.csv")}


def test_each_listed_event_has_one_row() -> None:
    assert [row["id"] for row in ROWS] == [f"C{number:03}" for number in range(1, 121)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_speaks_of_types_statuses_dates_and_actors_that_are_known(
    row: dict[str, str],
) -> None:
    assert set(row["type"].split("|")) <= TYPES
    assert row["status"] in set(Status)
    assert row["verified"] in ("yes", "no")
    for date in (row["date"], *filter(None, row["also"].split(";"))):
        assert Interval.parse(date.strip()).days
    for column in ("initiators", "targets", "reporters"):
        ids = {actor.strip() for actor in row[column].split(";") if actor.strip()}
        assert {one for one in ids if not one.endswith(":firms")} <= ACTORS


def test_the_record_goes_from_2022_to_2025_in_many_outlets() -> None:
    told = {path.parent.name for path in NOTES}
    outlets = [one for one in seeds.load(ROOT / "seeds").outlets if one.id in told]
    assert {path.name[:4] for path in NOTES} >= {"2022", "2023", "2024", "2025"}
    assert len(NOTES) >= 90
    assert len(outlets) >= 35
    assert {one.country for one in outlets} >= {"US", "CN", "TW", "NL", "DE"}
    assert sum(one.kind == "official" for one in outlets) >= 8


def test_what_is_confirmed_by_hand_stands_in_a_note() -> None:
    notes = {f"{path.parent.name}-{path.stem}" for path in NOTES}
    rows = _read(CORPUS / "chronology_confirmed.csv")
    assert {row["document"] for row in rows} <= notes
    assert {row["type"] for row in rows} <= TYPES
    keys = Counter((row["document"], row["type"], row["date"], row["what"]) for row in rows)
    assert max(keys.values()) == 1
