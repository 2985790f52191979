"""Threads: an event belongs to the first row whose words, actors, types and days it meets."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from timeline import documents, seeds, story
from timeline.model import Thread

WORLD = seeds.load(Path(__file__).resolve().parents[1] / "seeds")
TEXT = (
    "The US Commerce Department banned exports of the H20 to China on Tuesday.\n\n"
    "Nvidia launched the H20 on Wednesday.\n\n"
    "Huawei launched the Ascend 910D on Thursday.\n"
)


def threads(*rows: Thread) -> dict[str, str]:
    """The thread of each event of the text, by its type and first product."""
    known = documents.Known(dct=date(2025, 3, 7), outlet="reuters")
    read = documents.parse(TEXT, name="note", known=known)
    told = story.tell([read], replace(WORLD, threads=rows))
    return {f"{event.type} {' '.join(event.objects)}": event.thread for event in told.events}


@pytest.mark.parametrize(
    "row, wanted",
    [
        (Thread("t", "T", words=("H20",)), {"export_control H20", "product H20"}),
        (Thread("t", "T", words=("h2",)), set()),
        (Thread("t", "T", actors=("us",)), {"export_control H20"}),
        (Thread("t", "T", types=("product",)), {"product H20", "product Ascend 910D"}),
        (Thread("t", "T", types=("product",), start=date(2025, 3, 6)), {"product Ascend 910D"}),
        (Thread("t", "T", types=("product",), end=date(2025, 3, 5)), {"product H20"}),
    ],
)
def test_an_event_fits_by_words_actors_types_and_days(row: Thread, wanted: set[str]) -> None:
    assert {key for key, name in threads(row).items() if name == "T"} == wanted


def test_the_first_row_that_fits_counts() -> None:
    both = threads(Thread("a", "A", words=("H20",)), Thread("b", "B", types=("product",)))
    assert both["product H20"] == "A"
    assert both["product Ascend 910D"] == "B"
