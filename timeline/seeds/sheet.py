"""A CSV file to checked rows, and the faults met on the way."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.model import Problem
from timeline.seeds.form import Form, near


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; one that is ``required`` is in the file, and none of its cells empty."""

    form: Form
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of seeds/ and its columns; one that is ``optional`` may be missing."""

    file: str
    columns: Mapping[str, Column]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by column, and where it stands: ``seeds/outlets.csv:3``."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def parts(self, column: str) -> tuple[str, ...]:
        """The several values of one cell: ``FT; Financial Times``."""
        return tuple(part.strip() for part in self[column].split(";") if part.strip())


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of one file, the faulty ones too, and the faults."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read(folder: Path, sheet: Sheet) -> Reading:
    """All rows of one file in ``folder``, with every fault of its columns and cells."""
    path = folder / sheet.file
    where = f"{folder.resolve().name}/{sheet.file}"
    if not path.exists():
        missing = Problem(where, "the file is missing", f"columns {', '.join(sheet.columns)}")
        return Reading((), () if sheet.optional else (missing,))
    try:
        lines = list(_lines(path))
    except UnicodeDecodeError as error:
        fault = Problem(where, f"byte {error.start} is not UTF-8", "a CSV file saved as UTF-8")
        return Reading((), (fault,))
    except csv.Error as error:
        return Reading((), (Problem(where, f"no CSV: {error}", "a quote closed where it opens"),))
    number, header = lines[0] if lines else (1, [])
    faults = list(_header_faults(f"{where}:{number}", header, sheet.columns))
    if faults:
        return Reading((), tuple(faults))
    rows = []
    for number, cells in lines[1:]:
        row = Row(f"{where}:{number}", dict(zip(header, cells, strict=False)))
        rows.append(row)
        faults += _row_faults(row, len(cells), header, sheet.columns)
    return Reading(tuple(rows), tuple(faults))


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of its first line; empty lines are passed over."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        first = 1
        for cells in reader:
            if cells:
                yield first, [cell.strip() for cell in cells]
            first = reader.line_num + 1


def _header_faults(
    where: str, header: list[str], columns: Mapping[str, Column]
) -> Iterator[Problem]:
    expected = f"columns {', '.join(columns)}"
    for name in header:
        if name not in columns:
            yield Problem(where, f"column {name!r} is not known", expected, near(name, columns))
        elif header.count(name) > 1:
            yield Problem(where, f"column {name!r} stands twice", expected)
    for name, column in columns.items():
        if column.required and name not in header:
            yield Problem(where, f"column {name!r} is missing", expected)


def _row_faults(
    row: Row, count: int, header: list[str], columns: Mapping[str, Column]
) -> Iterator[Problem]:
    if count != len(header):
        todo = "put a cell that holds a comma in double quotes" if count > len(header) else ""
        yield Problem(row.where, f"{count} cells", f"{len(header)}, one a column", todo)
        return
    for name, column in columns.items():
        if row[name]:
            yield from _cell_faults(row, name, column.form)
        elif column.required:
            yield Problem(row.where, f"{name} is empty", f"{name}: {column.form.example}")


def _cell_faults(row: Row, name: str, form: Form) -> Iterator[Problem]:
    for value in row.parts(name) if form.many else (row[name],):
        if not form.holds(value):
            found = f"{name} {value!r} is not {form.name}"
            yield Problem(row.where, found, form.example, near(value, form.known()))
