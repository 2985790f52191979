"""Whether a sentence says only that somebody did not comment."""

import re
from functools import cache

from timeline.attribution.cues import word_set


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
        rf"\b(?:not|n't|neither|none|never)\b(?: \w{{1,20}}){{0,7}}? (?:{verbs})\b"
        rf"(?: [\w'-]{{1,20}}){{0,7}}? (?:{objects})\b"
    )


def no_comment(text: str) -> bool:
    """Whether a text says that somebody declined to comment or did not answer.

    "Baidu did not respond to requests for comment" does; "Baidu commented on the rules" and
    "did not respond to the sanctions" do not.
    """
    if (
        "comment" not in text
        and "respon" not in text
        and "repl" not in text
        and "reach" not in text
    ):
        return _unanswered().search(_plain(text)) is not None if "answer" in text else False
    plain = _plain(text)
    return bool(_phrases().search(plain) or _unanswered().search(plain))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
