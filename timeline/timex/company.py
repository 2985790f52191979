"""Whose fiscal calendar a quarter is told by: the company named nearest, or most often."""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.model import FiscalCalendar


class Companies:
    """The companies with a fiscal calendar that a text names, and where."""

    def __init__(self, text: str, calendars: Sequence[FiscalCalendar]) -> None:
        named = {name.lower(): calendar for calendar in calendars for name in calendar.names}
        self.found: list[tuple[int, FiscalCalendar]] = []
        if not named:
            return
        names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
        # not \b: in Chinese a name stands without blanks, "Nvidia第三季度"
        alone = rf"(?<![^\W_㐀-鿿])(?:{names})(?![^\W_㐀-鿿])"
        for match in re.finditer(alone, text, re.IGNORECASE):
            self.found.append((match.start(), named[match[0].lower()]))

    def near(self, sentence: tuple[int, int], at: int) -> FiscalCalendar | None:
        """The calendar of the company nearest in the sentence, else of the one named most."""
        inside = [one for one in self.found if sentence[0] <= one[0] < sentence[1]]
        if inside:
            return min(inside, key=lambda one: abs(one[0] - at))[1]
        counts = Counter(calendar.actor for _, calendar in self.found)
        if not counts:
            return None
        most = max(counts.items(), key=lambda item: item[1])[0]
        return next(calendar for _, calendar in self.found if calendar.actor == most)
