"""COMPOSER 2: documents -> Tables, and the problems met on the way."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import exports, seeds, story, tables
from timeline.model import Document, Problem, World
from timeline.reading import Reader
from timeline.tables import SCHEMAS

_MANIFEST = "build.json"


@dataclass(frozen=True, slots=True)
class Build:
    """All tables of ``tables.SCHEMAS`` by name, and the documents that they were made of."""

    tables: tables.Tables
    documents: Mapping[str, Document] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def build(
    given: Iterable[Document],
    world: World,
    problems: Sequence[Problem] = (),
    *,
    is_record: bool = False,
    reader: Reader | None = None,
) -> Build:
    """The tables of what the documents say; ``problems`` are those met in reading them.

    An article without a date is a problem, a note without one is not: its editor says why.  The
    same documents and world give the same bytes, whatever their order.
    """
    told = story.tell(tuple(given), world, is_record=is_record, reader=reader)
    undated = (one for one in told.documents if one.dct is None and not one.is_note)
    met = (*problems, *map(story.undated, undated), *told.problems)
    made = tables.build(told.documents, told.reports, told.events, told.mentions, world, met)
    return Build(made, {one.id: one for one in told.documents}, met)


def from_seeds(folder: Path, reader: Reader | None = None) -> Build:
    """The build of a seeds folder: its world, and the source notes in it.

    With the reader of the build before, only what changed since is read.  Raises SeedError where
    a row is wrong.
    """
    reader = reader or Reader()
    world = reader.world(folder)
    found, problems = story.read(seeds.note_paths(folder), reader=reader)
    placed = [_relative(one, folder) for one in (*problems, *story.misfiled(found, world))]
    return build(found.values(), world, placed, is_record=True, reader=reader)


def _relative(problem: Problem, folder: Path) -> Problem:
    """The problem with its place told from the folder, the same wherever that lies."""
    return replace(problem, where=problem.where.removeprefix(f"{folder}{os.sep}"))


def is_written(folder: Path) -> bool:
    """Whether a build was written there."""
    return (folder / _MANIFEST).is_file()


def read(folder: Path) -> Build:
    """The build that ``write`` wrote there; its documents' texts are not part of it."""
    held = {name: exports.read(name, (folder / f"{name}.csv").read_bytes()) for name in SCHEMAS}
    return Build(held)


def write(made: Build, folder: Path) -> list[Path]:
    """Write each table as CSV and ``build.json``, which says what is there; give the paths.

    ``data_date`` is that of the newest document: a build knows no clock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, frame in made.tables.items():
        paths.append(_replace(folder / f"{name}.csv", exports.to_csv(frame)))
    manifest = {
        "format": 1,
        "data_date": exports.data_date(made.tables),
        "rows": {name: len(frame) for name, frame in made.tables.items()},
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    return [*paths, _replace(folder / _MANIFEST, text.encode())]


def _replace(path: Path, data: bytes) -> Path:
    """Write whole or not at all: a reader never meets half a file."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return path
