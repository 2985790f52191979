"""Settling Chinese readings: which way a sentence looks, and what opens a side of a date."""

import re
from datetime import timedelta
from functools import cache

from timeline.interval import Interval
from timeline.model import Timex
from timeline.timex import shape
from timeline.timex.document import Document
from timeline.timex.kinds import BREAK
from timeline.timex.settled import Context
from timeline.timex.value import Anchor, Nth, Point, Reading, Shift
from timeline.timex.zh_rule import listed
from timeline.values import replace

_REACH, _NEAR = 14, 80


@cache
def _cues() -> re.Pattern[str]:
    """The words that look ahead, as a group of their own, and those that look back."""
    ahead, back = (sorted(listed("cue", way), key=len, reverse=True) for way in ("ahead", "back"))
    brings = f"(?!将[^，。；,将把于会在]{{1,16}}(?:{'|'.join(listed('cue', 'object'))}))"
    return re.compile(f"({brings}(?:{'|'.join(ahead)}))|(?:{'|'.join(back)})")


def _way(cue: re.Match[str] | None) -> int:
    return 0 if cue is None else 1 if cue[1] else -1


class ChineseDocument(Document):
    """A document whose pieces are characters."""

    def _toward(self, reading: Reading) -> int:
        """The nearest cue in the sentence, those of another clause counting for less."""
        first, end = self._bounds(reading)
        simple = str(self.pieces.lows)
        before = list(_cues().finditer(simple, max(first, reading.first - _REACH), reading.first))
        after = _cues().search(simple, reading.end, min(end, reading.end + 2 * _REACH))
        if not before or (after and after.start() - reading.end < reading.first - before[-1].end()):
            return _way(after)
        return _way(before[-1])

    def _bounds(self, reading: Reading) -> tuple[int, int]:
        kinds = self.pieces.kinds
        return kinds.rfind(BREAK, 0, reading.first) + 1, kinds.find(BREAK, reading.end)

    def _timexes(self, reading: Reading) -> list[Timex]:
        value = reading.value
        if isinstance(value, Shift) and value.anchor is Anchor.LAST and value.sign > 0:
            is_ahead = value.count and self._toward(reading) > 0 and reading.rule == "zh_ago"
            if reading.rule == "zh_ago" and (is_ahead or self.memory.last is None):
                reading = replace(reading, value=replace(value, anchor=Anchor.DCT))
        return super()._timexes(reading)

    def _context(self, reading: Reading) -> Context:
        context = super()._context(reading)
        if isinstance(reading.value, Nth) and reading.value.month is None:
            toward = self._toward(reading)
            is_near = self._is_month_of(reading, context, toward)
            return replace(context, last=self.memory.last_day if is_near else None, toward=toward)
        return context

    def _is_month_of(self, reading: Reading, context: Context, toward: int) -> bool:
        """Whether a bare "6日" stands close to a day of its month: "10月4日宣布，6日生效".

        Not where it is told as past, and that day is still to come: "8月1日起生效。6日表示".
        """
        last = self.memory.last_day
        if last is None or reading.first - self.memory.day_end > _NEAR or (last.days or 1) != 1:
            return False
        to_come = last.start and context.dct and last.start > context.dct
        return not (to_come and toward < 0)

    def _rule_name(self, reading: Reading) -> str:
        is_day = isinstance(reading.value, Point) and reading.value.unit in "DM"
        after = str(self.pieces.lows[reading.end : reading.end + 4])
        named = is_day and after.startswith(listed("names", "after"))
        return "name_with_date" if named else reading.rule

    def _shaped(self, reading: Reading, interval: Interval) -> Interval:
        words = str(self.pieces.lows[reading.first : reading.end])
        if words.endswith(("上旬", "中旬", "下旬")):
            interval = _third(interval, reading.mod)
        elif reading.mod:
            is_edge = words.endswith(("底", "末", "终")) and "期" not in words
            interval = shape.shape(interval, reading.mod, "end" if is_edge else "early")
        return self._opened(reading, interval)

    def _opened(self, reading: Reading, interval: Interval) -> Interval:
        """What opens a side: "自2019年起", "截至9月底", "2015年之前"."""
        simple = str(self.pieces.lows)
        before = simple[max(reading.first - 4, 0) : reading.first].rstrip()
        after = simple[reading.end : reading.end + 8].lstrip(" 份")
        if after[:2] == "前后" or after.startswith("左右"):
            return interval.about()
        if isinstance(reading.value, Shift) and reading.rule == "zh_ago":
            return interval
        if before.endswith(listed("opener", "until")) or after.startswith(
            listed("closer", "until")
        ):
            return shape.opened(interval, "until")
        if before.endswith(listed("opener", "since")) or after.startswith(
            listed("closer", "since")
        ):
            return shape.opened(interval, "since")
        is_begun = after.startswith("开始") and before.endswith(("从", "自"))
        if is_begun:
            return shape.opened(interval, "since")
        if after.startswith(listed("closer", "before")) and not _goes_on(after, "前", "ago"):
            return shape.opened(interval, "until" if reading.mod == "END" else "before")
        if after.startswith(listed("closer", "after")) and not _goes_on(after, "后", "later"):
            has_end = interval.end is not None and interval.start is not None
            return replace(interval, start=interval.end, end=None) if has_end else interval
        return interval


def _goes_on(after: str, sign: str, name: str) -> bool:
    """Whether a sign belongs to a longer word: "前往", "后续"."""
    return after.startswith(sign) and after[1:].startswith(listed("after", name))


def _third(interval: Interval, mod: str) -> Interval:
    """The ten days of a month that 上旬, 中旬 and 下旬 name; the last may be eight to eleven."""
    if interval.start is None or interval.end is None:
        return interval
    first, second = interval.start + timedelta(days=10), interval.start + timedelta(days=20)
    bounds = {"START": (interval.start, first), "MID": (first, second)}
    return Interval(*bounds.get(mod, (second, interval.end)))
