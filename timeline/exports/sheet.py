"""Tables to CSV and back, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from timeline.errors import TimelineError

# What a spreadsheet may take for a formula, after spaces that it drops; full-width twins too.
# With the apostrophe among the spaces, what `safe` has not marked never looks marked to `plain`.
_RISKY = re.compile(r"[\s\ufeff\u200b-\u200f\u2060']*[=+\-@\t\r\x00＝＋－＠]")
BOM = b"\xef\xbb\xbf"


class ReadError(TimelineError):
    """Bytes that are no CSV of ours."""


def to_csv(frame: pd.DataFrame) -> bytes:
    """The table as RFC 4180 CSV in UTF-8; ``BOM`` before it lets Excel see that it is.

    A text that a spreadsheet could take for a formula gets an apostrophe before it, a day is ISO
    8601, a flag is true or false, a gap is empty.  ``read_csv`` gives back what went in.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(frame.columns)
    columns = [_cells(frame[column]) for column in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode("utf-8", "replace")


def _cells(column: "pd.Series[str]") -> list[str]:
    kind = str(column.dtype)
    if kind == "str":
        return [safe(value) for value in column]
    if kind.startswith("datetime"):
        days = column.to_numpy(dtype="datetime64[D]")
        return ["" if day == "NaT" else day for day in days.astype(str).tolist()]
    if kind == "bool":
        return ["true" if value else "false" for value in column]
    return [f"{value:.6g}" if kind == "float64" else str(value) for value in column]


def safe(text: str) -> str:
    """The text so that no spreadsheet runs it: "=1+1" becomes "'=1+1"."""
    return f"'{text}" if _RISKY.match(text) else text


def plain(text: str) -> str:
    """The text that ``safe`` was given."""
    return text[1:] if text[:1] == "'" and _RISKY.match(text) else text


def read_csv(data: bytes, dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The table that ``to_csv`` wrote, with the columns of ``dtypes``; others are left out.

    Raises ReadError where a column is missing or a cell is none of its dtype.
    """
    try:
        text = data.removeprefix(BOM).decode("utf-8")
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        cells = {name: [row[at] for row in rows] for at, name in enumerate(head)}
    except (UnicodeDecodeError, csv.Error, ValueError, IndexError) as error:
        raise ReadError(f"no CSV in UTF-8 with as many cells in each row: {error}") from error
    missing = [name for name in dtypes if name not in cells]
    if missing:
        raise ReadError(f"no column {missing[0]!r}: expected {', '.join(dtypes)}")
    return pd.DataFrame({name: _column(name, cells[name], kind) for name, kind in dtypes.items()})


def _column(name: str, cells: Sequence[str], kind: str) -> "pd.Series[str]":
    try:
        if kind == "str":
            return pd.Series([plain(cell) for cell in cells], dtype=kind)
        if kind == "bool":
            return pd.Series([{"true": True, "false": False}[cell] for cell in cells], dtype=kind)
        if kind.startswith("datetime"):
            days = np.array([cell or "NaT" for cell in cells], dtype="datetime64[D]")
            return pd.Series(days.astype(kind))
        make = float if kind == "float64" else int
        return pd.Series([make(cell) for cell in cells], dtype=kind)
    except (ValueError, KeyError) as error:
        raise ReadError(f"column {name!r}: {error}: expected {kind}") from error
