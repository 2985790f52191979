"""The words of a text in columns, by one scan: no object a word.

Rooms differ in what a word is to them ("US-China" is three words for names, one for clauses), so
each brings its own pattern and tells what it wants to know of a word.  How a text is cut, and
where the words stand, is said here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any

_GAP = "\n"  # stands in no word
_LONG = 40  # characters between two blanks: more are no word that comes again
_MOST = 1 << 14  # different ones that are remembered
Columns = tuple[Sequence[Any], ...]


class Cutter:
    """Cuts texts into words by a pattern, which has one group, around all of it.

    What stands between two blanks ("chips,") is cut, and its words looked up, once: words come
    again.  ``columns`` gives what is to be known of some words, one sequence each.  Where a word
    may hold a blank ("a. m.", "U. S.") the text must be one in which ``across`` finds it.
    """

    def __init__(
        self,
        pattern: re.Pattern[str],
        columns: Callable[[Sequence[str]], Columns],
        across: re.Pattern[str] | None = None,
    ) -> None:
        self._pattern, self._columns, self._across = pattern, columns, across
        self._chunks = _Chunks(self._chunk)

    def cut(self, text: str, offset: int = 0) -> tuple[list[Any], ...]:
        """The edges of the words of a text that stands at ``offset``, and the columns.

        Word n is from edge 2n to edge 2n + 1.
        """
        if self._across is None or not self._across.search(text):
            steps, *columns = zip(*map(self._chunks.__getitem__, text.split(" ")), strict=True)
            edges = list(accumulate(chain.from_iterable(steps), initial=offset - 1))
            if edges[-1] == offset + len(text):  # else there are other blanks, or two together
                del edges[0]
                return edges, *map(list, map(chain.from_iterable, columns))
        words, edges = _words(self._pattern, text, offset)
        return edges, *map(list, self._columns(words))

    def _chunk(self, chunk: str) -> Columns:
        """Steps from edge to edge, of which the first is over the blank before; the columns."""
        words, edges = _words(self._pattern, chunk, 1)
        steps = [edge - before for before, edge in zip((0, *edges), edges, strict=False)]
        return _one(tuple(steps)), *map(tuple, self._columns(words))


class _Chunks(dict[str, Columns]):
    """What is known of the chunks met last."""

    def __init__(self, make: Callable[[str], Columns]) -> None:
        self._make = make

    def __missing__(self, chunk: str) -> Columns:
        made = self._make(chunk)
        if len(chunk) <= _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[chunk] = made
        return made


@lru_cache(maxsize=_MOST)
def _one(steps: tuple[int, ...]) -> tuple[int, ...]:
    """The same object for the same steps: most chunks share a few, which are then near at hand."""
    return steps


def _words(pattern: re.Pattern[str], text: str, offset: int) -> tuple[list[str], list[int]]:
    """The words of a text, and their edges."""
    parts = pattern.split(text)  # a gap, a word, a gap, a word ..., a gap
    edges = list(accumulate(map(len, parts), initial=offset))
    return parts[1::2], edges[1:-1]


def lower(words: Sequence[str], marks: Mapping[str, str] | None = None) -> list[str]:
    """The words in lower case, with plain ``marks`` for odd ones: "’" -> "'"; all at once."""
    joined = _GAP.join(words).lower()
    if marks and not joined.isascii():
        for mark, plain in marks.items():
            joined = joined.replace(mark, plain)
    return joined.split(_GAP) if words else []
