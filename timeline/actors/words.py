"""A sentence as words: what the trie walks over.

"U.S." (and "U. S.") is one word, "us" in lower case but "US" as written; the possessive 's and every
mark of punctuation are words of their own, so that "US-China" is three.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[A-Z]\.){1,4}[A-Z]\b\.?"  # U.S. U.A.E. J.D.
    r"|U\. [SK]\."  # an odd typesetter's "U. S."
    r"|['’][sS]\b"
    r"|[^\W_]+(?:(?<=\d)\.\d+)?"  # V3.1, 3.9
    r"|\S"
)
_MARKS = {"’": "'", "‘": "'", "’s": "'s", "’S": "'s", "'S": "'s", "‑": "-", "–": "-", "—": "--"}


@dataclass(frozen=True, slots=True)
class Words:
    """``low[i]`` is word i in small letters, ``raw[i]`` as written, ``spans[i]`` where it stands.

    ``shouts`` where nearly every word has a capital (a headline), so that capitals tell nothing.
    """

    low: list[str]
    raw: list[str]
    spans: list[tuple[int, int]]
    shouts: bool

    def __len__(self) -> int:
        return len(self.low)

    def is_glued(self, at: int) -> bool:
        """Whether no space stands between word ``at`` and the one before."""
        return at > 0 and self.spans[at - 1][1] == self.spans[at][0]


def split(text: str) -> Words:
    """The words of a sentence."""
    raw = _WORD.findall(text)
    spans = [match.span() for match in _WORD.finditer(text)]
    low = [word.lower() if word.isalnum() else _low(word) for word in raw]
    if "." in text:
        raw = [_plain(word) if "." in word else word for word in raw]
    return Words(low, raw, spans, _shouts(raw))


def split_phrase(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name or a lexicon entry, in small letters and as written."""
    words = split(text)
    return tuple(words.low), tuple(words.raw)


def _low(word: str) -> str:
    return _MARKS.get(word) or _plain(word).lower()


def _plain(word: str) -> str:
    if len(word) > 1 and word[0].isalpha() and not word[-1].isdigit():
        return word.replace(".", "").replace(" ", "")
    return word


def _shouts(raw: list[str]) -> bool:
    long = [word for word in raw if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) * 10 >= len(long) * 7
