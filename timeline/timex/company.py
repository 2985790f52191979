"""Whose fiscal calendar a quarter is told by: the company named nearest, or most often."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from timeline.model import FiscalCalendar
from timeline.timex.kinds import guard


class Companies:
    """The companies with a fiscal calendar that a text names, and where; looked for when asked."""

    def __init__(self, text: str, calendars: Sequence[FiscalCalendar]) -> None:
        self.text = text
        self.calendars = calendars

    @cached_property
    def found(self) -> list[tuple[int, FiscalCalendar]]:
        named, pattern = _names(tuple(self.calendars))
        matches = pattern.finditer(self.text.replace("İ", "i").lower()) if named else ()
        return [(match.start(), named[match[0]]) for match in matches]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.found]

    @cached_property
    def _most_named(self) -> FiscalCalendar | None:
        counts = Counter(calendar.actor for _, calendar in self.found)
        most = max(counts, key=counts.__getitem__, default="")
        return next((calendar for _, calendar in self.found if calendar.actor == most), None)

    def near(self, sentence: tuple[int, int], at: int) -> FiscalCalendar | None:
        """The calendar of the company nearest in the sentence, else of the one told of before it.

        That is the one named most, if it is named not far before; else the last one named there.
        None where the sentence tells of more than a company: "the economy grew".
        """
        first, end = (bisect_left(self._starts, bound) for bound in sentence)
        right = bisect_left(self._starts, at, first, max(first, end))
        beside = self.found[max(first, right - 1) : min(end, right + 1)]
        nearest = min(beside, key=lambda one: abs(one[0] - at), default=None)
        if nearest:
            return nearest[1]
        told = self.found[bisect_left(self._starts, sentence[0] - _NEAR) : first]
        if not told or _is_of_all(self.text[slice(*sentence)]):
            return None
        return self._most_named if self._most_named in {one for _, one in told} else told[-1][1]


_NEAR = 1000  # characters: a paragraph or three
_WORD = re.compile(r"\w+")


def _is_of_all(sentence: str) -> bool:
    """Whether a sentence tells of an economy or a market: "exports fell in the first quarter"."""
    return not guard("not_of_a_company").isdisjoint(_WORD.findall(sentence.lower()))


@lru_cache(maxsize=16)
def _names(
    calendars: tuple[FiscalCalendar, ...],
) -> tuple[dict[str, FiscalCalendar], re.Pattern[str]]:
    """Whose calendar each name in lower case calls, and the pattern of all names.

    Not by word boundaries: in Chinese a name stands without blanks, "Nvidia第三季度".
    """
    named = {name.lower(): one for one in calendars for name in one.names}
    names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    first = "".join(sorted({re.escape(name[0]) for name in named}))
    start = rf"(?=[{first}])(?<![^\W_㐀-鿿])" if named else ""
    return named, re.compile(rf"{start}(?:{names})(?![^\W_㐀-鿿])")
