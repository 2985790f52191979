"""The bench of events: what changed between two states of the code, and rates on rows."""

import subprocess
from pathlib import Path

import pytest

from bench import events, score


def said(doc: str, start: int, end: int, type_: str, **more: str) -> dict[str, str]:
    offsets = {"start": str(start), "end": str(end)}
    row = {
        "doc": doc,
        "type": type_,
        "status": "enacted",
        "date": "2024-05",
        "quote": "a b c d e f",
    }
    return {**row, **offsets, **more}


def test_a_mention_of_the_same_words_and_type_is_the_same_and_others_are_gained_or_lost() -> None:
    before = [said("A01", 0, 20, "litigation"), said("A01", 30, 60, "product")]
    after = [said("A01", 5, 25, "litigation"), said("A02", 30, 60, "product")]
    found = events.change(before, after)
    assert [row["doc"] for row in found.gained] == ["A02"]
    assert [row["start"] for row in found.lost] == ["30"]
    assert found.altered == ()


def test_the_mention_that_shares_most_words_is_the_same() -> None:
    before = [said("A01", 0, 30, "litigation"), said("A01", 30, 60, "litigation")]
    found = events.change(before, [said("A01", 25, 60, "litigation")])
    assert [row["start"] for row in found.lost] == ["0"]


def test_a_mention_read_anew_is_told_field_by_field() -> None:
    found = events.change(
        [said("A01", 0, 20, "litigation")], [said("A01", 0, 20, "litigation", status="proposed")]
    )
    assert events.lines(found) == ["~ A01      0 litigation: status enacted -> proposed"]


def test_no_more_than_a_few_words_of_an_article_are_printed() -> None:
    (line,) = events.lines(events.change([], [said("A01", 7, 20, "litigation")]))
    assert line == "+ A01      7 litigation, enacted, 2024-05: a b c d …"


def test_rates_count_rows_that_should_find_nothing_and_find_something() -> None:
    rows = [
        {
            "text": "Washington sued AMD on Tuesday.",
            "types": "litigation",
            "status": "",
            "initiator": "United States",
            "target": "Intel",
        },
        {
            "text": "Washington sued Intel on Monday.",
            "types": "",
            "status": "",
            "initiator": "",
            "target": "",
        },
    ]
    rates = events.rates(events.corpus(rows))
    assert rates["precision"] == 0.5
    assert rates["recall"] == 1.0
    assert (rates["initiator"], rates["target"]) == (1.0, 0.0)


def test_an_unknown_commit_ends_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="--against no-such-commit: "):
        events.unpack("no-such-commit", tmp_path)


def test_a_commit_is_unpacked_whole(tmp_path: Path) -> None:
    inside = subprocess.run(["git", "rev-parse", "HEAD"], cwd=score.HOME, capture_output=True)
    if inside.returncode:
        pytest.skip("not a git checkout: there is no commit to unpack")
    events.unpack("HEAD", tmp_path)
    assert (tmp_path / "timeline" / "__main__.py").is_file()
