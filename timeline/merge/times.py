"""When a mention says that its act was, as days that can be compared."""

import re
from datetime import date, timedelta

from timeline.interval import Granularity
from timeline.merge.settings import Settings
from timeline.model import Mention, Status, WhenBasis
from timeline.values import dataclass

#: A claim without a time of its own is told while it is news: days before its publication.
FRESH = 7
#: A type whose window is a season goes on: what is "under way" and what comes "next month".
SEASON = 45
#: "around": days by which an approximate date may be off on each side.
ABOUT = 15
#: Days of the first year, month or day of what goes on since.
_LONG = {Granularity.DAY: 1, Granularity.WEEK: 7, Granularity.MONTH: 31}
#: Days by which a measure may be announced before it takes effect.
NOTICE = 120
_WORD = re.compile(r"[a-z]+")
_EXACT = {Granularity.DAY: 1.0, Granularity.WEEK: 0.9, Granularity.MONTH: 0.7}
#: Whose words date the act.
DATED = (WhenBasis.EXPLICIT, WhenBasis.RELATIVE, WhenBasis.JUDGEMENT)


@dataclass(frozen=True, slots=True)
class Time:
    """When, in days since year 1: from ``start`` up to ``end``.

    ``hard``: the text dates the act itself; else the bounds are where it would be news.
    ``exact`` is 1 for a day, down to 0.4 for a year.  ``standing``: a measure without a time.
    ``effect``: what is dated is when it takes effect; it was announced before that, and before
    it was told.
    """

    start: int
    end: int
    hard: bool
    exact: float
    standing: bool
    told: int
    effect: bool = False


def read(mention: Mention, settings: Settings) -> Time:
    """The time of a mention; ``told`` is the day of its publication."""
    interval, basis = mention.when.interval, mention.when.basis
    told = (mention.dct or date.max - timedelta(days=400)).toordinal()
    start = interval.start.toordinal() if interval and interval.start else None
    end = interval.end.toordinal() if interval and interval.end else None
    if interval is None or start is None or basis not in DATED:
        return _soft(mention, settings, start, end, told)
    if end is None:  # "since August 2023" tells when the act was
        end = start + _LONG.get(interval.granularity, 365)
    slack = ABOUT if interval.approximate else 0
    exact = 0.6 if slack else _EXACT.get(interval.granularity, 0.5)
    if end - start > 40:
        exact = min(exact, 0.4)
    if takes_effect(mention, settings):
        return Time(start - NOTICE, end, True, min(exact, 0.4), False, told, effect=True)
    return Time(start - slack, end + slack, True, exact, False, told)


def _soft(
    mention: Mention, settings: Settings, start: int | None, end: int | None, told: int
) -> Time:
    """Where an act would be news that its words do not date: "now", "had banned"."""
    window = settings.window(mention.type, mention.type)
    if mention.when.basis is WhenBasis.REPORT and end is not None:
        told = min(told, end - 1)  # "Reuters reported in March" is news of March
    fresh = settings.fresh.get(mention.type, window + FRESH)
    ahead = told + FRESH + (window // 2 if window >= SEASON else 0)
    if mention.when.interval is None:
        first = 1 if mention.status is Status.IN_FORCE else told - fresh
        return Time(first, ahead, False, 0.0, True, told)
    last = max(end, ahead) if end is not None else ahead
    first = min(told - fresh, start if start is not None else told)
    standing = mention.when.basis is WhenBasis.UNDATED
    return Time(first, max(last, first + 1), False, 0.0, standing, told)


def takes_effect(mention: Mention, settings: Settings) -> bool:
    """Whether a measure's date is not that of its announcement: "from Aug. 1", "took effect"."""
    if mention.type not in settings.noticed or mention.when.basis not in DATED:
        return False
    interval = mention.when.interval
    if interval is None or interval.start is None:
        return False
    if mention.dct is not None and interval.start > mention.dct:
        return True
    low = mention.claim.text.lower()
    return settings.effect.stands(low, frozenset(_WORD.findall(low)))
