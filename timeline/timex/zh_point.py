"""Fields of the calendar that a Chinese form names, as values."""

from timeline.timex.value import Anchor, Point, Shift
from timeline.timex.zh_rule import Found, head, listed


def point(found: Found, unit: str, part: int = 0, day: int = 0) -> Point:
    year = head(found)
    if found.words("era") in listed("names", "lunar"):  # its months are the moon's
        return Point("Y", year.year)
    return Point(unit, year.year, part, day, shift=year.shift, anchor=year.anchor)


def which(found: Found, unit: str) -> Shift:
    """上月, 本周, 次季度: so many units from the publication or from the date last named."""
    if found.has("which"):
        return Shift(unit, found.look("which", "which"), unit)
    return Shift(unit, found.look("named", "whichnamed"), unit, Anchor.LAST)
