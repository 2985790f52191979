"""Whether a bare date lies back or ahead: what the sentence around it says."""

from timeline.timex.pieces import Pieces, guard

_REACH = 12
_LEFT, _RIGHT = 1.0, 1.35
_CLAUSE = frozenset((",", ";", ":", "that", "which", "who", "but", "while", "and"))


def direction(pieces: Pieces, first: int, end: int) -> int:
    """-1 back, 1 ahead, 0 where nothing is said, for the expression at those pieces.

    The nearest cue wins; those before the expression weigh more, those of another clause less:
    "said Friday that it will" looks back, "will decide on Friday, it said" ahead.
    """
    best, found = 99.0, 0
    for step, weight in ((-1, _LEFT), (1, _RIGHT)):
        distance, at = 0.0, first - 1 if step < 0 else end
        while 0 <= at < len(pieces.kinds) and distance < min(_REACH, best):
            if pieces.kinds[at] == ".":
                break
            distance += weight * (4 if pieces.lows[at] in _CLAUSE else 1)
            cue = word_direction(pieces.lows[at])
            if cue and distance < best:
                best, found = distance, cue
                break
            at += step
    return found


def word_direction(low: str) -> int:
    """1 for "will" or "scheduled", -1 for "said" or a past form in -ed, 0 for others."""
    if low in guard("ahead"):
        return 1
    if low in guard("back"):
        return -1
    return -1 if low.endswith("ed") and len(low) > 3 and low not in guard("not_past") else 0
