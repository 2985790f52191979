"""A sentence as words: what the trie walks over.

"U.S." (and "U. S.") is one word, "us" in small letters but "US" as written; the possessive 's and
every mark of punctuation are words of their own, so that "US-China" is three.
"""

import re
from itertools import compress
from operator import ne

from timeline.tokens import cut, lower
from timeline.values import dataclass

_WORD = re.compile(
    r"(\w\w+(?:\.(?<=\d\.)\d+|)"  # a word, V3.1, 3.9
    r"|[A-Z]\.(?:[A-Z]\.){0,3}[A-Z]\b\.?"  # U.S. U.A.E. J.D.
    r"|U\. [SK]\."  # an odd typesetter's "U. S."
    r"|\w"
    r"|['’][sS]\b"
    r"|\S)"
)
_MARKS = {"’": "'", "‘": "'", "‑": "-", "–": "-"}


@dataclass(slots=True)
class Words:
    """``low[i]`` is word i in small letters, ``raw[i]`` as written, ``span(i)`` where it stands.

    ``capitals`` are the words that are not in small letters; ``shouts`` where nearly every word
    has one (a headline), so that capitals tell nothing.
    """

    low: list[str]
    raw: list[str]
    edges: list[int]  # word i is from edge 2i to edge 2i + 1
    capitals: list[int]
    shouts: bool
    is_upper: bool  # every word longer than two letters is in capitals

    def __len__(self) -> int:
        return len(self.low)

    def span(self, at: int) -> tuple[int, int]:
        """The characters of word ``at``."""
        return self.edges[2 * at], self.edges[2 * at + 1]

    def is_glued(self, at: int) -> bool:
        """Whether no space stands between word ``at`` and the one before."""
        return at > 0 and self.edges[2 * at - 1] == self.edges[2 * at]


def split(text: str) -> Words:
    """The words of a sentence."""
    raw, edges = cut(_WORD, text)
    if text.find(".", 0, -1) >= 0:
        raw = [_plain(word) if "." in word else word for word in raw]
    low = lower(raw, _MARKS)
    changed = compress(range(len(raw)), map(ne, raw, low))
    capitals = [at for at in changed if raw[at][0] not in _MARKS]
    shouts = _shouts(raw, len(capitals))
    is_upper = shouts and all(word.isupper() for word in raw if len(word) > 2)
    return Words(low, raw, edges, capitals, shouts, is_upper)


def split_phrase(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name or a lexicon entry, in small letters and as written."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(text.lower().split()), tuple(text.split())  # most names are plain words
    words = split(text)
    return tuple(words.low), tuple(words.raw)


def _plain(word: str) -> str:
    if len(word) > 1 and not word[-1].isdigit():
        return word.replace(".", "").replace(" ", "")
    return word


def _shouts(raw: list[str], capitals: int) -> bool:
    if not raw or capitals * 10 < len(raw) * 3:
        return False
    long = [word for word in raw if len(word) > 3 and word.isalpha()]
    share = 10 if raw[-1] in (".", "!", "?") else 7  # headlines end without a full stop
    return len(long) > 2 and sum(word[0].isupper() for word in long) * 10 >= len(long) * share
