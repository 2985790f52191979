"""A rebuild reads what changed and gives what a whole build gives."""

import os
import shutil
from pathlib import Path

import pytest

from timeline import build, extract
from timeline.model import Document, Mention
from timeline.reading import Reader

HOME = Path(__file__).resolve().parents[1]
SHELVES = ("toms-hardware", "udn")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A copy of the record with the notes of two outlets only."""
    folder = tmp_path / "seeds"
    shutil.copytree(HOME / "seeds", folder, ignore=shutil.ignore_patterns("documents"))
    for shelf in SHELVES:
        shutil.copytree(HOME / "seeds/documents" / shelf, folder / "documents" / shelf)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents from which mentions were extracted, in turn."""
    ids: list[str] = []
    plain = extract.extract

    def noted(document: Document, *rest: object) -> tuple[Mention, ...]:
        ids.append(document.id)
        return plain(document, *rest)  # type: ignore[arg-type]  # handed on as given

    monkeypatch.setattr(extract, "extract", noted)
    return ids


def change(path: Path, line: str) -> None:
    """Add a line, a second later than the file's last change."""
    later = path.stat().st_mtime_ns + 1_000_000_000
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    os.utime(path, ns=(later, later))


def same(one: build.Build, other: build.Build) -> bool:
    return one.problems == other.problems and all(
        frame.equals(other.tables[name]) for name, frame in one.tables.items()
    )


def test_after_a_change_of_one_note_only_that_note_is_read(record: Path, read: list[str]) -> None:
    reader = Reader()
    before = build.from_seeds(record, reader)
    assert len(read) == len(before.documents) > 10
    note = next((record / "documents/udn").glob("*.md"))
    change(note, "\nHuawei sued Nvidia in Shenzhen on Friday.\n")
    read.clear()
    after = build.from_seeds(record, reader)
    assert read == [f"udn-{note.stem}"]
    assert not same(before, after)
    assert same(after, build.from_seeds(record))


def test_a_name_more_in_the_tables_has_every_note_read_anew(record: Path, read: list[str]) -> None:
    reader = Reader()
    before = build.from_seeds(record, reader)
    read.clear()
    change(record / "aliases.csv", "chip giant from Santa Clara,nvidia,en,,,\n")
    after = build.from_seeds(record, reader)
    assert len(read) == len(before.documents)
    assert same(after, build.from_seeds(record))


def test_a_note_that_breaks_and_is_mended_is_told_then_read(record: Path) -> None:
    reader = Reader()
    whole = build.from_seeds(record, reader)
    note = next((record / "documents/toms-hardware").glob("*.md"))
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("outlet:", "outlt:", 1), encoding="utf-8")
    broken = build.from_seeds(record, reader)
    assert [one for one in broken.problems if "outlt" in one.found]
    assert len(broken.documents) == len(whole.documents) - 1
    note.write_text(text, encoding="utf-8")
    assert same(build.from_seeds(record, reader), whole)


def test_a_note_taken_away_is_gone(record: Path) -> None:
    reader = Reader()
    build.from_seeds(record, reader)
    next((record / "documents/toms-hardware").glob("*.md")).unlink()
    assert same(build.from_seeds(record, reader), build.from_seeds(record))
