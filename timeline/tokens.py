"""The words of a text in columns, by one scan: no object a word.

Rooms differ in what a word is to them ("US-China" is three words for names, one for clauses), so
each brings its own pattern; how a text is cut, where the words stand and how they are put in
lower case is said here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

_GAP = "\n"  # stands in no word
_BEYOND = ("",) * 24  # further than any rule looks


def cut(pattern: re.Pattern[str], text: str, offset: int = 0) -> tuple[list[str], list[int]]:
    """The words of a text as written, and their edges: word n is from edge 2n to edge 2n + 1.

    ``pattern`` has one group, around all of it; the text stands at ``offset`` in its document.
    """
    parts = pattern.split(text)  # a gap, a word, a gap, a word ..., a gap
    edges = list(accumulate(map(len, parts), initial=offset))
    del edges[0]
    return parts[1::2], edges


def padded(words: Sequence[str]) -> Callable[[int], str]:
    """What gives the word at a place, "" for one a little outside the text: a call of C alone."""
    return [*words, *_BEYOND].__getitem__  # behind the last word lie those before the first, too


def lower(words: Sequence[str], marks: Mapping[str, str] | None = None) -> list[str]:
    """The words in lower case, with plain ``marks`` for odd ones: "’" -> "'"; all at once."""
    joined = _GAP.join(words).lower()
    if marks and not joined.isascii():
        for mark, plain in marks.items():
            joined = joined.replace(mark, plain)
    return joined.split(_GAP) if words else []
