"""Groups of alternatives as bits, so that a frame meets a clause in one comparison.

Every group that some frame asks for ("BAN|curb", "@firms|maker") is one bit of a number.  A word
has the bits of all groups that it stands in, a stretch of text those of its words; a frame fits
where the bits that it asks for are all among them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

Group = frozenset[str]


class Groups:
    """Expands "EXPORT|@product needed" to groups of lemmas, and remembers every word met."""

    def __init__(self, classes: Mapping[str, Group]) -> None:
        self.classes = classes
        self.words: set[str] = {w for group in classes.values() for w in group}
        self.bits: dict[str, int] = {}
        self._bit_of: dict[Group, int] = {}

    def of(self, text: str) -> tuple[Group, ...]:
        """The groups of a frame's key, one for each of its words."""
        return tuple(frozenset(self._expand(part)) for part in text.split())

    def mask(self, groups: Iterable[Group]) -> int:
        """The bits of some groups, together."""
        return union([self._bit(group) for group in groups])

    def lacking(self, bits: int) -> int:
        """The bits of all groups that are not among these."""
        return bits ^ ((1 << len(self._bit_of)) - 1)

    def _expand(self, part: str) -> Iterator[str]:
        for word in part.split("|"):
            if word in self.classes:
                yield from self.classes[word]
                continue
            self.words.add(word.lower())
            yield word.lower()

    def _bit(self, group: Group) -> int:
        if group not in self._bit_of:
            bit = self._bit_of[group] = 1 << len(self._bit_of)
            for word in group:
                self.bits[word] = self.bits.get(word, 0) | bit
        return self._bit_of[group]


def union(bits: Sequence[int]) -> int:
    """The bits of a stretch of text: of all its words together."""
    return reduce(or_, filter(None, bits), 0)
