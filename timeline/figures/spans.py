"""What a density leads to: the stretches of each lane that its bars open to, as areas to click.

Thousands of events are bars a few pixels wide; a reader aims at a quarter or a week of a lane.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.dates import written
from timeline.figures import windows
from timeline.figures.entries import day_number
from timeline.figures.scene import Box, Cell, Scene
from timeline.interval import Granularity
from timeline.language import gettext, ngettext, pgettext, speaking

_NAMED = 3  # families


@dataclass(frozen=True, slots=True)
class Area:
    """The bars of a lane that open to one window, the room over the lower ones with them.

    ``told`` are lines for people: lane, events and days; ``hover`` says more.
    """

    box: Box
    opens: str
    told: tuple[str, ...]
    hover: tuple[str, ...]


def areas(scene: Scene) -> tuple[Area, ...]:
    """All areas, lane by lane."""
    tops = [band.box.y0 for band in scene.bands]
    held: dict[tuple[int, str], list[Cell]] = {}
    for cell in scene.cells:
        if cell.opens:
            lane = bisect(tops, (cell.box.y0 + cell.box.y1) / 2)
            held.setdefault((lane, cell.opens), []).append(cell)
    names = ["", *(band.name for band in scene.bands)]
    with speaking(scene.language):
        return tuple(_area(names[lane], opens, held[lane, opens]) for lane, opens in sorted(held))


def _area(lane: str, opens: str, cells: Sequence[Cell]) -> Area:
    boxes = [cell.box for cell in cells]
    box = Box(
        min(one.x0 for one in boxes),
        min(one.y0 for one in boxes),
        max(one.x1 for one in boxes),
        max(one.y1 for one in boxes),
    )
    counts: Counter[str] = Counter()
    for cell in cells:
        counts[cell.family] += cell.count
    dates = days(opens)
    events = ngettext("{n:,} event", "{n:,} events", counts.total())
    told = tuple(filter(None, (lane, gettext("{events}, {dates}", events=events, dates=dates))))
    families = [f"{family} {number:,}" for family, number in counts.most_common(_NAMED)]
    shares = pgettext("between filters", "; ").join(families)
    return Area(box, opens, told, (*told, shares, gettext("Show {dates} alone", dates=dates)))


def days(opens: str) -> str:
    """A window for people: "2024", "Jul 2024 to Sep 2024", "5 Aug 2024 to 11 Aug 2024"."""
    window = windows.read(opens)
    if window is None:
        return ""
    first, last = window
    if first.day == (last + timedelta(days=1)).day == 1:
        return windows.name(day_number(first), day_number(last) + 1)
    left, *right = dict.fromkeys(written(day, Granularity.DAY) for day in window)
    return gettext("{first} to {last}", first=left, last=right[0]) if right else left
