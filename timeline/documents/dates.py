"""Whole dates in the lines that date a page.  Only these: time in sentences is timex's."""

import re
from datetime import date
from functools import cache

from timeline.documents.words import words
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date as a page prints it: "February 23rd 2024", "06/15/2025", "May 22".

    ``year`` is None where none is printed; ``is_clear`` is False for figures that may be read
    day first or month first.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    is_clear: bool = True

    @property
    def whole(self) -> date | None:
        """The day, None where the year is missing, the order unclear, or no such day exists."""
        if self.year is None or not self.is_clear:
            return None
        return _day(self.year, self.month, self.day)


@cache
def _months() -> dict[str, int]:
    lists = enumerate(words("dateline", "months"), 1)
    return {name: number for number, names in lists for name in names.split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?P<m1>{month})\b\.?[ ](?P<d1>{day})\b(?:,?[ ](?P<y1>\d{{4}})\b)?"
        rf"|\b(?P<d2>{day})(?:[ ]of)?[ -](?P<m2>{month})\b\.?(?:,?[ -](?P<y2>\d{{4}})\b)?"
        r"|(?<![\d/.-])(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?![\d/-])"
        r"|(?<![\d/.-])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y4>\d{4})(?![\d/-])"
        r"|(?P<y5>\d{4})年(?P<m5>\d{1,2})月(?P<d5>\d{1,2})日",
        re.IGNORECASE,
    )


def find(low: str, *, month_first: bool = False) -> tuple[PageDate, ...]:
    """The dates in a line in lower case; ``month_first`` settles 03/08/2023."""
    found = (_read(one, month_first) for one in _pattern().finditer(low))
    return tuple(one for one in found if one is not None)


def _read(found: re.Match[str], month_first: bool) -> PageDate | None:
    at = found.span()
    if found["a"]:
        return _figures(found, month_first)
    for year, month, day in (
        ("y1", "m1", "d1"),
        ("y2", "m2", "d2"),
        ("y3", "m3", "d3"),
        ("y5", "m5", "d5"),
    ):
        if not found[month]:
            continue
        number = _months().get(found[month]) or int(found[month])
        of_month = int(found[day].rstrip("stndrh"))
        stated = int(found[year]) if found[year] else None
        is_day = _day(stated or 2000, number, of_month) is not None
        return PageDate(*at, stated, number, of_month) if is_day else None
    return None


def _figures(found: re.Match[str], month_first: bool) -> PageDate | None:
    """06/15/2025 and 15/06/2025 are clear, 03/08/2023 is not."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y4"])
    month, day = (
        (first, second) if first <= 12 and (month_first or second > 12) else (second, first)
    )
    if _day(year, month, day) is None:
        return None
    is_clear = month_first or first > 12 or second > 12 or first == second
    return PageDate(*found.span(), year, month, day, is_clear)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
