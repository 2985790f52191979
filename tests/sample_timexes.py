"""A day, a company's year and a corpus to read times with, and what was read told in one line."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from timeline import timex
from timeline.model import FiscalCalendar, Timex

NVIDIA = FiscalCalendar("nvidia", ("Nvidia", "英伟达"), 1, 0, "last_sunday")
DCT = date(2024, 9, 28)


def corpus(language: str) -> list[dict[str, str]]:
    """The rows of tests/corpus/timex_en.csv or timex_zh.csv."""
    path = Path(__file__).parent / f"corpus/timex_{language}.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def values(found: Sequence[Timex]) -> str:
    """The EDTF of each time, its TimeML value where it has none."""
    return " ".join(t.interval.edtf if t.interval else t.value for t in found)


def only(text: str, dct: date | None = DCT) -> Timex:
    """The one time of a text."""
    (found,) = timex.find(text, dct, calendars=(NVIDIA,))
    return found
