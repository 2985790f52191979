"""Whether a bare date lies back or ahead: what the sentence around it says."""

from collections.abc import Sequence
from functools import cache

from timeline.timex.kinds import BREAK, guard, members
from timeline.timex.pieces import Pieces

_REACH, _FORMS = 12, ("ed", "ing")
_LEFT, _RIGHT, _CLAUSE = 1, 2, 4
_BE = frozenset(("be", "is", "are", "was", "were", "been"))
_TENSED = frozenset(("is", "are", "was", "were"))


def direction(pieces: Pieces, first: int, end: int, named: int = -1, way: int = 0) -> int:
    """-1 back, 1 ahead, 0 where nothing is said, for the expression at those pieces.

    "until" and "through" right before it look ahead, "since" back.  Else the nearest cue wins;
    those before the expression weigh more, those of another clause less: "said Friday that it
    will" looks back, "will decide on Friday, it said" ahead.  The date named before, of which
    ``named`` is the last piece, is a cue as well and lends its ``way``: "will fly to Brussels on
    Tuesday and then to London on Thursday".
    """
    opener = pieces.lows[first - 1] if first else ""
    beside = _beside(pieces, first, end, opener)
    if beside:
        return beside
    left, near = _nearest(pieces, first - 1, -1, _LEFT, named, way)
    right, far = _nearest(pieces, end, 1, _RIGHT)
    if near or far:
        return near if near and (not far or left <= right + 1) else far
    is_start = opener == "from" and pieces.lows[max(first - 2, 0)] not in guard("before_from")
    is_set = opener == "for" and pieces.kinds[first] in members("WEEKDAY")
    return 1 if opener == "by" or is_start or is_set else 0


def _beside(pieces: Pieces, first: int, end: int, opener: str) -> int:
    """Where the words right beside an expression look, whatever else the sentence says."""
    lows = pieces.lows
    if _is_of_a_deed(pieces, end) or _is_over(pieces, first, end, opener) or opener == "since":
        return -1
    if opener in _UNTIL or opener in guard("ahead_right_before"):
        return 1
    if lows[end] in ("would", "will") and _is_made_by(lows, first):
        return -1
    if opener == "to" and not guard("put_off").isdisjoint(lows[max(first - 6, 0) : first]):
        return 1  # "extended to Dec. 31"
    if opener in _BEGINNING and lows[max(first - 2, 0)] == "to":
        return 1  # "tariffs to start Tuesday"
    if opener == "record" and lows[max(first - 2, 0)] == "of":
        return 1  # "stockholders of record Nov. 17"
    if lows[end] in guard("ahead_right_after"):
        return 1
    if lows[end] in ("is", "marks") and (not first or pieces.kinds[first - 1] == BREAK):
        return 1  # "Friday is the deadline"
    if opener in _OF and lows[max(first - 2 - (opener == "the"), 0)] == "ahead":
        return 1  # "ahead of the weekend"
    is_by = opener == "by" and pieces.kinds[first] in _BY
    return 1 if is_by and not _is_told(pieces, first) else 0


_BEGINNING = frozenset(("start", "begin", "resume"))
_UNTIL = frozenset(("until", "through", "till", "is", "are"))


def _is_of_a_deed(pieces: Pieces, end: int) -> bool:
    """Whether something that was done has the date: "Wednesday's ruling", whatever comes of it."""
    if pieces.lows[end] not in _APOSTROPHES or pieces.lows[end + 1] != "s":
        return False
    return not guard("deeds").isdisjoint(pieces.lows[end + 2 : end + 4])


def _is_made_by(lows: Sequence[str], first: int) -> bool:
    """Whether it dates by whom something was made: "a rule drafted by the court in June would"."""
    by = next((at for at in range(first - 2, max(first - 9, 0), -1) if lows[at] == "by"), 0)
    return by > 1 and lows[by - 1].endswith("ed") and lows[by - 2] not in _BE


def _is_over(pieces: Pieces, first: int, end: int, opener: str) -> bool:
    """Whether what opens a sentence is over: "Until Thursday, they had not named him"."""
    if opener not in ("until", "till") or (first > 1 and pieces.kinds[first - 2] != BREAK):
        return False
    return not _TOLD.isdisjoint(pieces.lows[end : end + _REACH])


_APOSTROPHES = frozenset("'’")


def _nearest(
    pieces: Pieces, at: int, step: int, weight: int, named: int = -1, way: int = 0
) -> tuple[int, int]:
    """How far the first cue to one side seems, and where it looks; no further than the sentence."""
    lows, kinds, telling, clause = pieces.lows, pieces.kinds, _telling(), guard("clause")
    distance = cue = 0
    while distance < _REACH and 0 <= at < len(kinds) and kinds[at] != BREAK:
        low = lows[at]
        distance += weight * _CLAUSE if low in clause else weight
        if at == named:
            cue = way
        elif low in telling or low.endswith(_FORMS):
            cue = word_direction(pieces, at)
        if cue:
            return distance, cue
        at += step
    return 0, 0


@cache
def _telling() -> frozenset[str]:
    """The words that may say where a date lies, but for past forms in -ed."""
    lists = ("ahead", "ahead_to", "ahead_present", "back")
    return _BE | {"due"} | _pair_heads() | frozenset(word for one in lists for word in guard(one))


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
    something is due to happen; "be sold" says nothing, its "will" or "would" does.  What "had been
    due" lies back, what "was to" happen ahead.
    """
    low, lows = pieces.lows[at], pieces.lows
    if pieces.kinds[at] in members("MONTH"):  # "May" is no "may"
        return 0
    after = lows[at + 1] if at + 1 < len(lows) else ""
    if low == "earlier" and after == "than":
        return 1 if lows[at - 1] in _NOT else 0  # "no earlier than Friday"
    if low.endswith("ing") and at and lows[at - 1] in ("after", "since"):
        return -1  # "after winning Saturday's vote", "since taking office in May"
    if low in _pair_heads() and f"{low} {after}" in guard("ahead_pair"):
        return 1
    if low in guard("ahead") or low in guard("ahead_to") or low == "due":
        ahead = _looks_ahead(pieces, at, low, after)
        return -1 if ahead and _was_once(lows, at) else ahead
    if low in guard("ahead_present") and _happens(pieces, at, low):
        return 1
    if after == "to" and low in _TENSED and lows[at + 2] not in ("blame", "the"):
        return 1
    if low == "be" and at and lows[at - 1] == "to":
        return 1
    if low in ("is", "are") and after in ("on", "at"):
        return 1  # "the vote is on May 5"
    return -1 if _is_past(low) and not _is_no_verb(lows, at) else 0


def _is_past(low: str) -> bool:
    """Whether a word tells of the past: "said", "fell", a form in -ed."""
    is_ed = low.endswith("ed") and len(low) > 3 and low not in guard("not_past")
    return is_ed or low in guard("back")


def _was_once(lows: Sequence[str], at: int) -> bool:
    """Whether it looks ahead from the past: "had been scheduled", "had been due to expire"."""
    end = at - 2 if at > 3 and lows[at - 1] == "to" else at
    return list(lows[max(end - 2, 0) : end]) == ["had", "been"]


@cache
def _pair_heads() -> frozenset[str]:
    return frozenset(pair.partition(" ")[0] for pair in guard("ahead_pair"))


def _looks_ahead(pieces: Pieces, at: int, low: str, after: str) -> int:
    """Whether a word that may look ahead does: "set to", but not "set"."""
    if low in guard("ahead"):
        return -1 if low == "could" and _is_denied(pieces, at, after) else 1
    if low.startswith("plan") and after in _ARTICLES:
        return 1  # "planned a rally on Saturday"
    if low == "due":
        is_cause = after == "to" and not (at and pieces.lows[at - 1] in _BE)
        return 0 if is_cause else 1
    return 1 if after in ("to", "for", "effect", "office", "force") else 0


def _is_denied(pieces: Pieces, at: int, after: str) -> bool:
    """Whether what could be was not: "could not be reached on Sunday", "neither could"."""
    return after == "not" or not _NEITHER.isdisjoint(pieces.lows[max(at - _NEARBY, 0) : at])


_MODALS = frozenset(
    ("will", "would", "could", "can", "may", "might", "must", "should", "shall", "ll")
)
_NOT = ("no", "not")
_NEITHER, _NEARBY = frozenset(("neither", "nor", "nobody")), 8
_ARTICLES = frozenset(("a", "an", "another"))


def _happens(pieces: Pieces, at: int, low: str) -> bool:
    """Whether a present tense tells of what is fixed: "polls open", "the court meets"."""
    before = pieces.lows[at - 1] if at else ""
    if low.endswith("s"):
        is_counted = before[:1].isdecimal()  # "6,000 votes"
        return bool(before) and before not in _NO_SUBJECT and not is_counted
    if low == "meet":
        return before not in ("did", "to", "not", "the", "a")
    return (before.endswith("s") and before != "s") or before in _SUBJECTS


_OF = ("of", "the")
_HYPHENS = frozenset("-‐‑")
_SUBJECTS = frozenset(("they", "we", "you", "who", "that", "which", "people"))
_BEFORE_NOUNS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "this", "that", "new", "s", "of")
)
_NO_SUBJECT = frozenset(("the", "a", "an", "of", "its", "their", "his", "her", "by", "and", "all"))


def _is_no_verb(lows: Sequence[str], at: int) -> bool:
    """Whether a past form tells nothing by itself: "will be sold", "a still unspecified date"."""
    if at and lows[at - 1] in _HYPHENS:
        return True  # "much-delayed"
    if lows[at] in guard("describing") and (not at or lows[at - 1] in _BEFORE_NOUNS):
        return True  # "the proposed deal"
    before = list(lows[max(at - 2, 0) : at])
    if before and (before[-1] == "to" or before[-1] in _MODALS):
        return True  # "forecast to hit", "would cut"
    if before and (before[-1].endswith("ly") or before[-1] in ("still", "yet", "as-yet")):
        before.pop()
    return "be" in before or bool(before and before[-1] in ("a", "an", "is", "are"))
