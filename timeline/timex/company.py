"""Whose fiscal calendar a quarter is told by: the company named nearest, or most often."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from timeline.model import FiscalCalendar


class Companies:
    """The companies with a fiscal calendar that a text names, and where; looked for when asked."""

    def __init__(self, text: str, calendars: Sequence[FiscalCalendar]) -> None:
        self.text = text
        self.calendars = calendars

    @cached_property
    def found(self) -> list[tuple[int, FiscalCalendar]]:
        named = {name.lower(): one for one in self.calendars for name in one.names}
        names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
        # not \b: in Chinese a name stands without blanks, "Nvidia第三季度"
        alone = rf"(?<![^\W_㐀-鿿])(?:{names})(?![^\W_㐀-鿿])"
        matches = re.finditer(alone, self.text, re.IGNORECASE) if named else ()
        return [(match.start(), named[match[0].lower()]) for match in matches]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.found]

    @cached_property
    def _most_named(self) -> FiscalCalendar | None:
        counts = Counter(calendar.actor for _, calendar in self.found)
        most = max(counts, key=counts.__getitem__, default="")
        return next((calendar for _, calendar in self.found if calendar.actor == most), None)

    def near(self, sentence: tuple[int, int], at: int) -> FiscalCalendar | None:
        """The calendar of the company nearest in the sentence, else of the one named most."""
        first, end = (bisect_left(self._starts, bound) for bound in sentence)
        right = bisect_left(self._starts, at, first, max(first, end))
        beside = self.found[max(first, right - 1) : min(end, right + 1)]
        nearest = min(beside, key=lambda one: abs(one[0] - at), default=None)
        return nearest[1] if nearest else self._most_named
