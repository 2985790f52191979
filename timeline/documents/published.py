"""When a document was published: metadata first, then the address, then a line that dates it.

Sidebars, comments, captions and the article's own sentences date nothing.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from timeline.documents import dates
from timeline.documents.words import plain, word_set, words
from timeline.errors import NoSuchDate
from timeline.interval import Granularity, Interval
from timeline.model import Block, BlockKind, DateBasis, Published
from timeline.values import dataclass

_WORD = re.compile(r"[a-z]{2,4}")
_NO_DATE = "no metadata, no date in the address, no line that dates the page"


@cache
def _address() -> re.Pattern[str]:
    """Such as "/2024/09/28/", "/2024/sep/28/", "/2024-09-28-", "/20240928", "/2024/09/"."""
    months = "|".join(
        sorted("|".join(words("dateline", "months")).split("|"), key=len, reverse=True)
    )
    return re.compile(
        rf"[/_-](?P<y>(?:19|20)\d\d)[/_-](?P<m>\d{{1,2}}|{months})(?:[/_-](?P<d>\d{{1,2}}))?(?![\w])"
        r"|[/_-](?P<packed>(?:19|20)\d{6})(?!\d)"
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found, and the words for people that say where."""

    when: Interval
    reason: str

    @property
    def is_day(self) -> bool:
        return self.when.granularity is Granularity.DAY


def given(when: Interval | None, dct: date | None, reason: str) -> Published | None:
    """What metadata says; the day that expressions count from is its first day.

    ``2024-09-28~`` counts from 28 September; ``2024-09`` names no day, so there is none.
    """
    if when is None and dct is None:
        return None
    when = when or (Interval.day(dct) if dct else None)
    if dct is None and when is not None and when.granularity is Granularity.DAY:
        dct = when.start
    return Published(when, dct, DateBasis.METADATA, reason)


def find(url: str, text: str, blocks: Sequence[Block]) -> Published:
    """The best date of the address and the lines that date the page; unknown if there is none."""
    address = in_address(url)
    if address and address.is_day:
        return Published(address.when, address.when.start, DateBasis.ADDRESS, address.reason)
    line = in_lines(text, blocks, address.when if address else None)
    if line:
        return Published(line.when, line.when.start, DateBasis.DATELINE, line.reason)
    if address:
        when = address.when.about()
        return Published(when, None, DateBasis.ADDRESS, f"{address.reason}, but no day")
    return Published(None, None, DateBasis.UNKNOWN, _NO_DATE)


def in_address(url: str) -> Dated | None:
    """The day or month that an address holds: ".../2024/09/28/some-title"."""
    found = _address().search(url.lower())
    if not found:
        return None
    try:
        if found["packed"]:
            packed = found["packed"]
            when = Interval.of(int(packed[:4]), int(packed[4:6]), int(packed[6:]))
        else:
            month = found["m"]
            number = int(month) if month.isdigit() else _month(month)
            when = Interval.of(int(found["y"]), number, int(found["d"]) if found["d"] else None)
    except NoSuchDate:
        return None
    return Dated(when, f"the address holds {found.group().strip('/_-')}")


def in_lines(text: str, blocks: Sequence[Block], within: Interval | None) -> Dated | None:
    """The first whole date in a dateline or byline.

    A line without a year ("May 22") counts only where ``within``, the month of the address, says
    which; a line that contradicts that month does not count at all.
    """
    for block in blocks:
        if block.kind not in (BlockKind.DATELINE, BlockKind.BYLINE):
            continue
        low = plain(text[block.span.start : block.span.end])
        month_first = not word_set("dateline", "month_first").isdisjoint(_WORD.findall(low))
        for one in dates.find(low, month_first=month_first):
            day = one.whole or _day_within(one, within)
            if day and (within is None or within.holds(Interval.day(day))):
                return Dated(Interval.day(day), f"a line of the page says {low[:60]!r}")
    return None


def _day_within(one: dates.PageDate, within: Interval | None) -> date | None:
    if one.year is not None or within is None or within.start is None:
        return None
    try:
        return date(within.start.year, one.month, one.day)
    except ValueError:
        return None


def _month(name: str) -> int:
    lists = enumerate(words("dateline", "months"), 1)
    return next(number for number, names in lists if name in names.split("|"))
