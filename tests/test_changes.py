"""What is new, different or gone between two states of the record."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tests.sample import sample_tables
from timeline import build, changes, exports, filters
from timeline.changes import ADDED, CHANGED, REMOVED, ChangesError, Snapshot, diff, snapshot

SAMPLE = sample_tables()
NOW = snapshot(SAMPLE)
NOTE = """---
outlet: reuters
title: {title}
url: https://example.org/{day}
published: {day}
published_reason: printed on the page
retrieved: {retrieved}
language: en
---

# {title}

{text}
"""


def edited(**cells: str) -> pd.DataFrame:
    """The events with other cells in the row of e-micron."""
    events = SAMPLE["events"].copy()
    for column, value in cells.items():
        events.loc[events["event_id"] == "e-micron", column] = value
    return events


def rows(old: Snapshot, new: Snapshot) -> list[tuple[str, ...]]:
    found = diff(old, new)
    return [
        tuple(row) for row in found[["kind", "id", "field", "old", "new"]].itertuples(index=False)
    ]


def test_nothing_changed_is_no_row() -> None:
    assert diff(NOW, NOW).empty
    assert changes.counts(diff(NOW, NOW)) == {ADDED: 0, CHANGED: 0, REMOVED: 0}


def test_a_field_that_changed_is_told_with_both_values() -> None:
    was = edited(status="reported", edtf="1999-05")
    now = SAMPLE["events"].set_index("event_id").loc["e-micron"]
    assert set(rows(Snapshot(was), NOW)) == {
        (CHANGED, "e-micron", "status", "reported", now["status"]),
        (CHANGED, "e-micron", "edtf", "1999-05", now["edtf"]),
    }


def test_the_order_of_names_is_no_change() -> None:
    two = edited(targets="Micron; Nvidia"), edited(targets="Nvidia; Micron")
    assert diff(Snapshot(two[0]), Snapshot(two[1])).empty


def test_what_is_added_or_gone_is_told_once() -> None:
    events = SAMPLE["events"]
    less = Snapshot(events[events["event_id"] != "e-micron"])
    assert rows(less, NOW) == [(ADDED, "e-micron", "", "", "")]
    assert rows(NOW, less) == [(REMOVED, "e-micron", "", "", "")]


def test_an_event_with_another_id_but_the_same_mentions_is_the_same() -> None:
    renamed = [
        frame.replace({"event_id": {"e-micron": "e-old"}}) for frame in (NOW.events, NOW.mentions)
    ]
    assert diff(Snapshot(*renamed), NOW).empty
    assert [row[0] for row in rows(Snapshot(renamed[0]), NOW)] == [ADDED, REMOVED]


def test_mentions_alone_are_compared_as_mentions() -> None:
    was = NOW.mentions.copy()
    was.loc[0, "status"] = "forecast"
    found = rows(Snapshot(mentions=was), NOW)
    assert [(row[0], row[2], row[3]) for row in found] == [(CHANGED, "status", "forecast")]


@pytest.mark.parametrize("name", ["csv", "mentions", "datapackage"])
def test_what_was_saved_is_read_back_without_a_change(tmp_path: Path, name: str) -> None:
    path = tmp_path / "saved"
    path.write_bytes(exports.EXPORTERS[name].make(SAMPLE))
    assert diff(changes.saved(path), NOW).empty


def test_a_builds_folder_is_read_back_without_a_change(tmp_path: Path) -> None:
    build.write(build.Build(SAMPLE), tmp_path)
    old = changes.saved(tmp_path)
    assert diff(old, NOW).empty
    assert len(old.mentions) == len(SAMPLE["mentions"])


def test_a_csv_of_before_without_todays_columns_still_serves() -> None:
    old = SAMPLE["events"].drop(columns=["thread", "official"])
    assert diff(changes.read(exports.to_csv(old), "old.csv"), NOW).empty


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"a,b\n1,2\n", b"event_id,title\nx\n", b"PK\x03\x04junk", _zip("other.csv"),
     b'event_id,approximate\nx,"maybe"\n'],
)  # fmt: skip
def test_what_is_none_of_ours_is_told(data: bytes) -> None:
    with pytest.raises(ChangesError, match=r"thing: found .*; expected"):
        changes.read(data, "thing")


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ChangesError, match=r"no events\.csv"):
        changes.saved(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record of two articles, the second a year after the first."""
    (tmp_path / "outlets.csv").write_text(
        "id,name,kind,country,timezone,url,aliases\nreuters,Reuters,agency,GB,Europe/London,,\n"
    )
    seeds = Path("seeds")
    for name in ("actors.csv", "aliases.csv"):
        (tmp_path / name).write_bytes((seeds / name).read_bytes())
    notes = tmp_path / "documents" / "reuters"
    notes.mkdir(parents=True)
    for day, retrieved, text in (
        (
            "2024-03-05",
            "2026-01-01",
            "The US Commerce Department added Inspur to the Entity List on Monday.",
        ),
        (
            "2025-03-05",
            "2025-06-01",
            "China's commerce ministry restricted exports of gallium on Tuesday.",
        ),
    ):
        note = NOTE.format(title="A rule of the week", day=day, retrieved=retrieved, text=text)
        (notes / f"{day}-a-rule-of-the-week.md").write_text(note, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("since", "basis", "gone"),
    [
        (date(2024, 6, 1), "published", "gallium"),
        (date(2025, 9, 1), "retrieved", "Inspur"),
    ],
)
def test_the_record_before_a_day_has_what_was_known_then(
    folder: Path, since: date, basis: str, gone: str
) -> None:
    whole = build.from_seeds(folder).tables
    then = changes.before(folder, since, basis)
    found = diff(snapshot(then), snapshot(whole))
    assert changes.counts(found) == {ADDED: 1, CHANGED: 0, REMOVED: 0}
    key = found["id"].iloc[0]
    assert gone in whole["mentions"].set_index("event_id").loc[key, "sentence"]


def test_a_cut_record_is_told_as_added() -> None:
    kept = SAMPLE["events"]["event_id"].iloc[:30]
    found = diff(snapshot(filters.cut(SAMPLE, kept)), NOW)
    assert changes.counts(found)[ADDED] == 2
