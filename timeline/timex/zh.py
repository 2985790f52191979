"""Time expressions of Chinese text, matched on raw characters.

The values and how they are settled are the same as in English; one character is one piece.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from timeline.model import FiscalCalendar, Timex
from timeline.timex import combine, ranging, zh_counts, zh_days, zh_years
from timeline.timex.pieces import CHINESE, Pieces
from timeline.timex.read import Declined
from timeline.timex.value import Clock, Nth, Point, Reading, Shift, Value
from timeline.timex.zh_document import ChineseDocument
from timeline.timex.zh_heads import heads
from timeline.timex.zh_rule import ChineseRule, Found, Said, plain
from timeline.values import replace

RULES: tuple[ChineseRule, ...] = (  # the longer form first: the first that fits wins
    zh_days.zh_numeric,
    zh_days.zh_bracketed,
    zh_days.zh_month_days,
    zh_days.zh_month_day,
    zh_days.zh_month_day_bare,
    zh_days.zh_day_of_month,
    zh_days.zh_months,
    zh_years.zh_first_months,
    zh_years.zh_years,
    zh_counts.zh_every,
    zh_counts.zh_past,
    zh_counts.zh_ago,
    zh_counts.zh_stretch,
    zh_days.zh_month,
    zh_years.zh_half,
    zh_years.zh_quarter,
    zh_years.zh_fiscal,
    zh_years.zh_decade,
    zh_years.zh_century,
    zh_days.zh_month_of_year,
    zh_years.zh_year_edge,
    zh_years.zh_holiday,
    zh_years.zh_season,
    zh_years.zh_year,
    zh_days.zh_day_word,
    zh_days.zh_which_month,
    zh_years.zh_which_quarter,
    zh_years.zh_which_year,
    zh_days.zh_week,
    zh_days.zh_weekday,
    zh_years.zh_this_year_edge,
    zh_days.zh_month_edge,
    zh_days.zh_day,
    zh_days.zh_clock,
    zh_counts.zh_years_since,
    zh_counts.zh_length_and_half,
    zh_counts.zh_future,
    zh_counts.zh_present,
    zh_counts.zh_length,
)

_STOPS = str.maketrans({".": "w", "。": ".", "！": ".", "？": ".", "；": ".", "\n": "."})


def find(
    text: str,
    dct: date | None,
    bounds: Sequence[tuple[int, int]],
    calendars: tuple[FiscalCalendar, ...],
    *,
    ranges: bool,
    declined: list[Declined] | None = None,
) -> list[Timex]:
    """The Chinese time expressions within ``bounds``, in order, never overlapping."""
    pieces = _pieces(text)
    readings: list[Reading] = []
    for start, end in bounds:
        if _is_mostly_chinese(text[start:end]):
            found = _joined(pieces, _scan(pieces.lows, start, end, declined))
            readings += _ranges(pieces, found)
    return list(ChineseDocument(pieces, dct, calendars, ranges).settle(readings))


def _is_mostly_chinese(words: str) -> bool:
    """Whether Chinese is what a sentence is in, not a name beside its English: "(十年内战)"."""
    count = len(CHINESE.findall(words))
    return count * 6 > len(words) - words.count(" ") if count else False


def _pieces(text: str) -> Pieces:
    simple = plain(text)
    count = len(text)
    return Pieces(
        text, range(count + 1), range(1, count + 2), simple, simple.translate(_STOPS) + "."
    )


@cache
def _by_head() -> Mapping[str, tuple[ChineseRule, ...]]:
    """The rules that can begin with each character, in their order."""
    starts = [(rule, heads(rule.pattern.pattern)) for rule in RULES]
    every = sorted(frozenset().union(*(start for _, start in starts)) - {" "})
    return {head: tuple(rule for rule, start in starts if head in start) for head in every}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_by_head()))}]")


def _scan(
    simple: Sequence[str], start: int, end: int, declined: list[Declined] | None
) -> Iterator[Reading]:
    assert isinstance(simple, str)
    at, candidate = start, _heads()
    while found := candidate.search(simple, at, end):
        first = found.start()
        reading = _read(simple, first, end, declined)
        if reading is not None:
            yield reading
        at = reading.end if reading is not None else _past(simple, first, end)


_RUN = re.compile(r"[0-9]+|[〇一二两三四五六七八九十百千万]+")


def _past(simple: str, first: int, end: int) -> int:
    """Where to go on after a place that no rule reads: past a whole number."""
    run = _RUN.match(simple, first, end)
    return run.end() if run else first + 1


def _read(simple: str, first: int, end: int, declined: list[Declined] | None) -> Reading | None:
    for rule in _by_head()[simple[first]]:
        match = rule.pattern.match(simple, first, end)
        if match is None:
            continue
        said = rule.build(Found(simple, match))
        if said is not None:
            return _reading(first, match, rule.name, said)
        if declined is not None:
            declined.append(Declined(first, match.end(), rule.name))
    return None


def _reading(first: int, match: re.Match[str], name: str, said: Said) -> Reading:
    words = match[0].rstrip()
    end = first + len(words)
    upto = Reading(first, end, name, said.upto) if said.upto is not None else None
    return Reading(first, end, name, said.value, said.mod, upto=upto)


_BETWEEN = frozenset(("", " ", "的", ",", "(", "在"))


def _joined(pieces: Pieces, readings: Iterator[Reading]) -> list[Reading]:
    """Readings with a time of day put to the day before it: "昨日" + "下午5:00"."""
    done: list[Reading] = []
    for reading in readings:
        if done and isinstance(reading.value, Clock):
            day = done[-1]
            between = pieces.lows[day.end : reading.first]
            value = _with_clock(day.value, reading.value) if between in _BETWEEN else None
            if value is not None and day.upto is None:
                done[-1] = replace(day, end=reading.end, value=value)
                continue
        done.append(reading)
    return done


def _with_clock(day: Value, clock: Clock) -> Value | None:
    if isinstance(day, Nth) and not day.clock:
        return replace(day, clock=clock.time)
    if (
        isinstance(day, Shift)
        and day.clock in ("TEV", "TAF", "TNI")
        and "T01" <= clock.time < "T12"
    ):
        clock = replace(clock, time=f"T{int(clock.time[1:3]) + 12}{clock.time[3:]}", is_part=False)
    return combine.with_clock(day, replace(clock, is_part=False) if ":" in clock.time else clock)


_TO = frozenset(("至", "到", "-", "--", "~", " - ", " 至 ", " 到 ", " 至", "至 ", "到 ", " 到"))
_AND, _BOTH = frozenset(("与", "和", "與")), ("之间", "间")


def _ranges(pieces: Pieces, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Readings with the second end hung on the first: "2022年至2024年", "9月27日至29日"."""
    at = 0
    while at < len(readings):
        left = readings[at]
        right = readings[at + 1] if at + 1 < len(readings) else None
        whole = _range(pieces, left, right) if right else None
        yield whole or left
        at += 2 if whole else 1


def _range(pieces: Pieces, left: Reading, right: Reading) -> Reading | None:
    between = str(pieces.lows[left.end : right.first])
    is_between = between in _AND and str(pieces.lows[right.end : right.end + 2]).startswith(_BOTH)
    if (between not in _TO and not is_between) or left.upto or right.upto or left.mod:
        return None
    last: Value = right.value
    if isinstance(last, Nth) and last.month is None and isinstance(left.value, Point):
        last = replace(left.value, day=last.day, clock=last.clock) if left.value.day else last
    first = left.value if isinstance(left.value, Nth) else ranging.lend_year(left.value, last)
    if first is None or not isinstance(last, Point | Shift | Nth):
        return None
    return replace(left, value=first, upto=replace(right, value=last))
