"""What a good cell is."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from timeline.errors import NoSuchDate
from timeline.interval import Interval

_HIDDEN = re.compile(r"[\s<>\"\\]")


@dataclass(frozen=True, slots=True)
class Form:
    """What a cell must be.

    ``name`` ends the sentence "timezone 'Asia/Pekin' is not ...", ``example`` shows a good one,
    ``known`` gives the values that a wrong one may have meant, and ``many`` says that ``;``
    separates several in one cell.
    """

    name: str
    holds: Callable[[str], bool]
    example: str
    known: Callable[[], Collection[str]] = tuple
    many: bool = False


def one_of(values: Collection[str], *, many: bool = False) -> Form:
    """One of a closed set, such as an outlet's kind."""
    listed = f"one of {', '.join(values)}"
    return Form(listed, lambda cell: cell in values, listed, lambda: values, many)


def pattern(name: str, regex: str, example: str, *, many: bool = False) -> Form:
    """A cell that the whole of ``regex`` matches."""
    return Form(name, lambda cell: bool(re.fullmatch(regex, cell)), example, many=many)


def text(*, many: bool = False) -> Form:
    """Any words on one line."""
    return Form(
        "plain text", str.isprintable, "words on one line, no control characters", many=many
    )


def day() -> Form:
    """A day of the calendar; February 30 is none."""
    return Form("a day of the calendar", _is_day, "2021-03-03")


def edtf() -> Form:
    """A date as fine as it is known."""
    return Form("a date in EDTF", _is_edtf, "2024-09-27, 2024-05~ or 2024-05/2024-07")


def zone() -> Form:
    """A time zone by its IANA name; all names are listed (slow) only to tell of a wrong one."""
    return Form("an IANA time zone", _is_zone, "Asia/Shanghai", available_timezones)


def address() -> Form:
    """An address that a page may link to."""
    return Form("a web address", _is_address, "https://www.example.org (http or https)")


def near(value: str, known: Collection[str]) -> str:
    """The question that goes with a typo, "" where nothing is like it."""
    like = get_close_matches(value, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {like[0]!r}?" if like else ""


def _is_day(cell: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return False
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _is_edtf(cell: str) -> bool:
    try:
        Interval.parse(cell)
    except NoSuchDate:
        return False
    return True


def _is_zone(cell: str) -> bool:
    try:
        ZoneInfo(cell)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _is_address(cell: str) -> bool:
    try:
        parts = urlsplit(cell)
    except ValueError:
        return False
    is_web = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    return is_web and cell.isprintable() and not _HIDDEN.search(cell)
