"""Lines for events: in the text's words where these tell more than the type's template."""

import csv
from datetime import date
from pathlib import Path

import pytest

from timeline import documents, seeds, story
from timeline.model import Document, World

HOME = Path(__file__).resolve().parents[1]
ROWS = list(csv.DictReader((HOME / "tests/corpus/headlines.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def world() -> World:
    return seeds.load(HOME / "seeds")


@pytest.mark.parametrize("row", ROWS, ids=[row["title"][:40] for row in ROWS])
def test_corpus(row: dict[str, str], world: World) -> None:
    known = documents.Known(dct=date(2025, 3, 7), outlet="reuters", language="en")
    told = story.tell([documents.parse(row["text"], name="note", known=known)], world)
    titles = [event.title for event in told.events]
    assert row["title"] in titles


def test_a_line_is_no_longer_than_two_lines_of_a_label_and_ends_on_a_word() -> None:
    made = story.tell(_notes(), seeds.load(HOME / "seeds"))
    assert len(made.events) > 20
    for event in made.events:
        assert len(event.title) <= 100, event.title
        assert event.title.rstrip("…").split()[-1] not in ("the", "of", "to", "a", "its")


def _notes() -> list[Document]:
    found, _ = story.read(seeds.note_paths(HOME / "seeds"))
    return list(found.values())
