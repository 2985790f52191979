"""Whether a bare date lies back or ahead: what the sentence around it says."""

from timeline.timex.pieces import BREAK, Pieces, guard, members

_REACH = 12
_LEFT, _RIGHT = 1.0, 2.0
_BE = frozenset(("be", "is", "are", "was", "were", "been"))


def direction(pieces: Pieces, first: int, end: int) -> int:
    """-1 back, 1 ahead, 0 where nothing is said, for the expression at those pieces.

    "until" and "through" right before it look ahead, "since" back.  Else the nearest cue wins;
    those before the expression weigh more, those of another clause less: "said Friday that it
    will" looks back, "will decide on Friday, it said" ahead.
    """
    opener = pieces.lows[first - 1] if first else ""
    if opener in ("until", "through", "till"):
        return 1
    if opener == "since":
        return -1
    if opener in guard("ahead_right_before"):
        return 1
    if opener == "by" and pieces.kinds[first] in _BY and not _is_told(pieces, first):
        return 1
    best, found = 99.0, 0
    for step, weight in ((-1, _LEFT), (1, _RIGHT)):
        distance, at = 0.0, first - 1 if step < 0 else end
        while 0 <= at < len(pieces.kinds) and distance < min(_REACH, best):
            if pieces.kinds[at] == BREAK:
                break
            distance += weight * (4 if pieces.lows[at] in guard("clause") else 1)
            cue = word_direction(pieces, at)
            if cue and distance < best:
                best, found = distance, cue
                break
            at += step
    return found


def _is_told(pieces: Pieces, first: int) -> bool:
    """Whether an auxiliary in the sentence tells of the past: "by March it had shipped"."""
    start = pieces.kinds.rfind(BREAK, 0, first) + 1
    end = pieces.kinds.find(BREAK, first)
    near = pieces.lows[max(start, first - 2 * _REACH) : min(end, first + 2 * _REACH)]
    return not _TOLD.isdisjoint(near)


_BY = members("MONTH") | members("YEAR_WORD")
_TOLD = frozenset(("had", "was", "were", "been", "did"))


def word_direction(pieces: Pieces, at: int) -> int:
    """1 for "will" or "scheduled", -1 for "said" or a past form in -ed, 0 for others.

    "set", "plan" and the like look ahead only before "to" or "for"; "due to" is a cause unless
    something is due to happen; "be sold" says nothing, its "will" or "would" does.
    """
    low = pieces.lows[at]
    if pieces.kinds[at] in members("MONTH"):  # "May" is no "may"
        return 0
    if low in guard("ahead"):
        return 1
    if low in guard("ahead_to"):
        after = pieces.lows[at + 1] if at + 1 < len(pieces.lows) else ""
        return 1 if after in ("to", "for", "effect", "office", "force") else 0
    if low == "be" and at and pieces.lows[at - 1] == "to":
        return 1
    if low == "due":
        is_cause = pieces.lows[at + 1] == "to" and not (at and pieces.lows[at - 1] in _BE)
        return 0 if is_cause else 1
    is_back = low in guard("back") or (
        low.endswith("ed") and len(low) > 3 and low not in guard("not_past")
    )
    if is_back and at and "be" in pieces.lows[max(at - 2, 0) : at]:
        return 0
    return -1 if is_back else 0
