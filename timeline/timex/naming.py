"""Which rule is told of a reading: a name that holds a date, "the October 7 rule", is no date."""

import re
from functools import cache

from timeline.lexicon import load
from timeline.timex.kinds import BREAK, guard
from timeline.timex.pieces import Pieces
from timeline.timex.value import Point, Reading

_NAMED = "name_with_date"
_OWNING = frozenset(("its", "his", "their"))  # "its 2018 tariffs", not "its October controls"
_TITLE = 48  # characters before a year in which the title that it closes may end


def rule_name(pieces: Pieces, reading: Reading) -> str:
    """``name_with_date`` for "the October 7 rule": a name, not a time of anything."""
    if reading.rule == "year" and _is_of_title(pieces, reading):
        return _NAMED
    owner = pieces.lows[reading.first - 1] if reading.first else ""
    if owner != "the" and not (owner in _OWNING and reading.rule == "year"):
        return reading.rule
    value = reading.value
    if not isinstance(value, Point) or value.unit not in ("D", "M", "Y") or reading.mod:
        return reading.rule
    if value.toward is not None:
        return reading.rule
    named = load("timex")["names"]["after"]
    assert isinstance(named, list)
    for at in range(reading.end, min(reading.end + 4, len(pieces.lows))):
        if pieces.lows[at] in named:
            return _NAMED
        if pieces.kinds[at] == BREAK or not pieces.lows[at].isalpha():
            break
        if pieces.lows[at] in guard("back"):
            break
    return reading.rule


def _is_of_title(pieces: Pieces, reading: Reading) -> bool:
    """Whether it closes the title of an instrument, or opens its number: "the Trade Act of 1974",
    "Regulation (EU) 2021/821".
    """
    start, end = pieces.starts[reading.first], pieces.ends[reading.end - 1]
    if _NUMBERED.match(pieces.text, end):
        return True
    before = pieces.text[max(0, start - _TITLE) : start]
    return _titles().search(before) is not None


_NUMBERED = re.compile(r"/\d{3,4}\b")


@cache
def _titles() -> re.Pattern[str]:
    """The end of a title, with its short form in brackets: "Reform Act (ECRA) of "."""
    titles = load("timex")["names"]["titles"]
    assert isinstance(titles, list)
    return re.compile(rf"\b(?:{'|'.join(map(str, titles))})\)?(?: \([A-Z]{{2,8}}\))?,?(?: of)? $")
