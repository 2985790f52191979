"""seeds/ to the World: every cell of every row is checked here and trusted from there on.

To add a column: a line in ``sheets``, whose ``Form`` says what a good cell is.  To add a file:
its sheet in ``sheets``, a function that makes one value of one row, and a line in ``_read``.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from timeline.errors import SeedError
from timeline.model import Problem, World
from timeline.seeds import crosscheck, sheets
from timeline.seeds.form import near
from timeline.seeds.sheet import Reading, read

_NOTE = re.compile(r"\d{4}(?:-\d\d){0,2}-[a-z0-9]+(?:-[a-z0-9]+){0,30}\.md")


def load(folder: Path) -> World:
    """All that the CSV files in ``folder`` say.

    Raises SeedError on the first fault: ``seeds/aliases.csv:14: actor 'eu-comission' is not in
    actors.csv; did you mean 'eu-commission'?``
    """
    readings = _read(folder)
    for problem in _faults(readings):
        raise SeedError(problem.message)
    outlets, actors, aliases, fiscal, judgements, threads = (
        readings[sheet.file].rows for sheet in sheets.ALL
    )
    return World(
        tuple(map(sheets.outlet, outlets)),
        tuple(map(sheets.actor, actors)),
        tuple(map(sheets.alias, aliases)),
        tuple(map(sheets.calendar, fiscal)),
        tuple(map(sheets.judgement, judgements)),
        tuple(map(sheets.thread, threads)),
    )


def check(folder: Path) -> tuple[Problem, ...]:
    """Every fault of every row, and every note that does not lie where notes lie."""
    readings = _read(folder)
    return (*_faults(readings), *_misplaced(folder, readings["outlets.csv"]))


def title(folder: Path) -> str:
    """The story's name that story.toml gives ("US–China AI chips"); "" where there is no file.

    Raises SeedError where it is no TOML or names no title.
    """
    found = _story(folder)
    if found is not None and "title" not in found:
        raise SeedError(f'{folder / "story.toml"}: no title; expected a line title = "..."')
    return str(found["title"]) if found else ""


def names(folder: Path, language: str) -> tuple[dict[str, str], dict[str, str]]:
    """What actors are called in a language, by id, and what story.toml names in it, by name.

    An actor's is the first alias in that language that has no flag: "英伟达" of nvidia.  The table
    [zh.names] of story.toml has what is no actor, and what is to be called otherwise.
    """
    actors: dict[str, str] = {}
    for row in read(folder, sheets.ALIASES).rows:
        if row["language"] == language and not row["flags"]:
            actors.setdefault(row["actor"], row["text"].strip("《》"))
    own = (_story(folder) or {}).get(language)
    given = own.get("names") if isinstance(own, dict) else None
    others = given.items() if isinstance(given, dict) else ()
    return actors, {str(name): str(told) for name, told in others}


def _story(folder: Path) -> dict[str, object] | None:
    path = folder / "story.toml"
    if not path.is_file():
        return None
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeedError(f'{path}: {error}; expected a line title = "..."') from error


def note_paths(folder: Path) -> tuple[Path, ...]:
    """The source notes, ``documents/OUTLET/DATE-slug.md``, in the order of their paths."""
    return tuple(sorted((folder / "documents").glob("*/*.md")))


def _read(folder: Path) -> dict[str, Reading]:
    return {sheet.file: read(folder, sheet) for sheet in sheets.ALL}


def _faults(readings: Mapping[str, Reading]) -> tuple[Problem, ...]:
    cells = (problem for reading in readings.values() for problem in reading.problems)
    return (*cells, *crosscheck.find(readings))


def _misplaced(folder: Path, outlets: Reading) -> Iterator[Problem]:
    known = {row["id"] for row in outlets.rows}
    home = folder / "documents"
    for path in sorted(home.rglob("*.md")):
        where = f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"
        is_note = bool(_NOTE.fullmatch(path.name))
        if path.parent.parent != home:
            if is_note:
                yield Problem(where, "the note lies in no outlet's folder", "documents/OUTLET/")
        elif path.parent.name not in known:
            found = f"folder {path.parent.name!r} is not in outlets.csv"
            yield Problem(where, found, "the id of an outlet", near(path.parent.name, known))
        elif not is_note:
            yield Problem(where, f"{path.name!r} names no note", "2024-09-28-a-few-words.md")
