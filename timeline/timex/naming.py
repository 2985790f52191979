"""Which rule is told of a reading: a name that holds a date, "the October 7 rule", is no date."""

from timeline.lexicon import load
from timeline.timex.kinds import BREAK, guard
from timeline.timex.pieces import Pieces
from timeline.timex.value import Point, Reading


def rule_name(pieces: Pieces, reading: Reading) -> str:
    """``name_with_date`` for "the October 7 rule": a name, not a time of anything."""
    if reading.first == 0 or pieces.lows[reading.first - 1] != "the":
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
            return "name_with_date"
        if pieces.kinds[at] == BREAK or not pieces.lows[at].isalpha():
            break
        if pieces.lows[at] in guard("back"):
            break
    return reading.rule
