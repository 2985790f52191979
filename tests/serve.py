"""The server with a record for tests: ``python -m tests.serve PORT sample|hostile|seeds``.

``hostile`` is the sample with script payloads in every text that a page may show.
"""

import csv
import json
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pandas as pd
import uvicorn

from tests.sample import sample_tables
from timeline import build
from timeline.reading import Reader
from timeline.tables import Tables

OWN = Path(__file__).parent / "corpus" / "xss.csv"
SHARED = Path(__file__).resolve().parents[1].parent / "shared/bench/security/xss_combined_2096.json"
_KEPT = {
    "edtf", "granularity", "date_basis", "type", "family", "status", "role", "kind", "language",
    "timezone", "country", "published", "published_basis", "field", "source_kind",
}  # fmt: skip


def hostile() -> Tables:
    """The sample, every shown text a payload; ids and closed sets stay, so that pages have work."""
    payloads = cycle(attacks())
    return {name: _poisoned(frame, payloads) for name, frame in sample_tables().items()}


def attacks() -> list[str]:
    """Our own payloads, and 200 of the shared collection where that is there."""
    with OWN.open(encoding="utf-8", newline="") as file:
        found = [row["payload"] for row in csv.DictReader(file)]
    if SHARED.exists():
        found += [text for text, _ in json.loads(SHARED.read_text(encoding="utf-8"))][::10][:200]
    return found


def _poisoned(frame: pd.DataFrame, payloads: Iterator[str]) -> pd.DataFrame:
    texts = {
        column: [next(payloads) if cell else "" for cell in frame[column]]
        for column in frame.columns
        if str(frame[column].dtype) == "str" and not _stays(column)
    }
    return frame.assign(**{name: pd.Series(cells, dtype="str") for name, cells in texts.items()})


def _stays(column: str) -> bool:
    return column in _KEPT or column.endswith("_id") or column in ("a", "b", "first_document")


def main(port: int, record: str) -> None:
    """Serve until killed."""
    if record != "seeds":
        made = build.Build(hostile() if record == "hostile" else sample_tables())

        def given(folder: Path, reader: Reader | None = None) -> build.Build:
            return made

        build.from_seeds = given
    from app import app  # after the record is in place

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
