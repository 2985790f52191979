"""Whether a sentence says only that somebody did not comment."""

import re
from functools import cache

from timeline.attribution.cues import word_set

_HINTS = ("comment", "respon", "repl", "reach", "return", "answer", "immediate", "interview")


@cache
def _phrases() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, sorted(word_set("no_comment", "phrases"))))
    return re.compile(phrases)


@cache
def _unanswered() -> re.Pattern[str]:
    """Such as "did not immediately respond to a request", "neither answered requests"."""
    verbs = "|".join(sorted(word_set("no_comment", "verbs")))
    objects = "|".join(sorted(word_set("no_comment", "objects")))
    return re.compile(
        rf"(?:\b(?:not|neither|none|never)|n't)\b(?: \w{{1,20}}){{0,7}}? (?:{verbs})\b"
        rf"(?: [\w'-]{{1,20}}){{0,7}}? (?:{objects})\b"
    )


def no_comment(text: str) -> bool:
    """Whether a text says that somebody declined to comment or did not answer.

    "Baidu did not respond to requests for comment" does; "Baidu commented on the rules" and
    "did not respond to the sanctions" do not.
    """
    low = text.lower()
    if not any(map(low.__contains__, _HINTS)):
        return False
    plain = " ".join(low.replace("’", "'").split())
    if any(map(plain.__contains__, word_set("no_comment", "goes_on"))):
        return False
    return bool(_phrases().search(plain) or _unanswered().search(plain))
