"""Events by the thousand, in columns: who of them may be named, and how many stand where.

A picture of a hundred thousand events names some hundred and counts the others, so only those are
made into entries (``entries.Entry``); its time hardly grows with the number of events.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.figures import look, windows
from timeline.figures.axis import OPEN_DAYS, Scale
from timeline.figures.density import Stack
from timeline.figures.entries import Entry, Extent, day_number, read, to_date
from timeline.figures.frame import Frame
from timeline.figures.lanes import Lane, others_name
from timeline.figures.scene import Shape
from timeline.figures.windows import Earlier

LEAST = 600  # events; fewer are drawn one by one
CANDIDATES = 48  # of a lane: those that may get a label
_USUAL: Mapping[str, str | int] = {
    "official": False,
    "approximate": False,
    "reports": 0,
    "mentions": 0,
    "edtf": "",
}
_LONG = 300  # days: shorter stretches without an event are never cut out of the axis
_OPEN = 64  # units that a bar with an open side is long
Numbers = NDArray[np.float64]
Codes = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """The events in the frame's window; ``lane`` and ``family`` are codes, days may be NaN.

    ``order`` holds the rows, the most important first.
    """

    events: pd.DataFrame
    frame: Frame
    start: Numbers
    end: Numbers
    lane: Codes
    names: tuple[str, ...]
    family: Codes
    families: tuple[str, ...]
    extent: NDArray[np.str_]
    order: Codes
    given: int
    undated: tuple[str, ...]
    earlier: Earlier | None = None

    def lanes(self) -> tuple[Lane, ...]:
        """The lanes with their most important entries, as ``lanes.group`` orders them."""
        order = self.order
        place = pd.Series(self.lane[order]).groupby(self.lane[order]).cumcount().to_numpy()
        entries = self._read(np.sort(order[place < CANDIDATES]))
        totals = np.bincount(self.lane, minlength=len(self.names))
        found = []
        for code, name in enumerate(self.names):
            of = [one for at, one in entries if self.lane[at] == code]
            inside = tuple(sorted(of, key=lambda one: (one.middle, one.title, one.event_id)))
            found.append(Lane(name, inside, int(totals[code])))
        return tuple(found)

    def leading(self, most: int) -> tuple[Entry, ...]:
        """The most important of all."""
        return tuple(entry for _, entry in self._read(self.order[:most]))

    def samples(self) -> tuple[Entry, ...]:
        """An entry of each family, status and kind of date, for the legend."""
        status = pd.factorize(self.events["status"])[0]
        kinds = (self.family, status, np.unique(self.extent, return_inverse=True)[1])
        rows = {int(at) for kind in kinds for at in np.unique(kind, return_index=True)[1]}
        told = self.events["reports"].to_numpy()
        rows |= {int(np.argmax(told)), int(np.argmax(self.events["official"].to_numpy()))}
        return tuple(entry for _, entry in self._read(np.array(sorted(rows))))

    def edges(self) -> tuple[int, int]:
        """The first day and the day after the last, open dates as far as a window goes for them."""
        opened = np.where(np.isnan(self.start), self.end - OPEN_DAYS, self.start)
        days = np.concatenate([opened, self.start, self.end])
        return int(np.nanmin(days)), int(np.nanmax(days))

    def named(self) -> tuple[int, int]:
        """The first and the last day that an event names."""
        days = np.concatenate([self.start, self.end - 1])
        lasts = np.append(self.end - 1, np.nanmin(np.concatenate([self.start, self.end])))
        return int(np.nanmin(days)), int(np.nanmax(lasts))

    def spans(self) -> Iterator[tuple[int, int]]:
        """Stretches with events and those between, a pair for each that begins after a year's wait.

        Only long gaps matter to the axis, so days without a gap before them are left out.
        """
        start = np.where(np.isnan(self.start), self.end - OPEN_DAYS, self.start)
        end = np.where(np.isnan(self.end), start + OPEN_DAYS, self.end)
        order = np.argsort(start, kind="stable")
        start, reached = start[order], np.maximum.accumulate(end[order])
        breaks = np.flatnonzero(start[1:] - reached[:-1] > _LONG)
        firsts = [0, *(breaks + 1).tolist()]
        lasts = [*breaks.tolist(), len(start) - 1]
        for first, last in zip(firsts, lasts, strict=True):
            yield int(start[first]), int(reached[last])

    def shapes(self) -> Counter[Shape]:
        """How many have each kind of mark."""
        found: Counter[Shape] = Counter()
        for status, number in self.events["status"].value_counts().items():
            found[look.shape(str(status))] += int(number)
        return found

    def uncertain(self) -> int:
        """How many have a date that is not sure."""
        return int((~np.isin(self.extent, [Extent.POINT, Extent.SOLID])).sum())

    def stacks(
        self, code: int, shown: Sequence[Entry], scale: Scale, wide: float, unit: float
    ) -> tuple[Stack, ...]:
        """How many of a lane's events without a label stand in each bin, by family."""
        inside = self.lane == code
        named = self.events["event_id"].isin([entry.event_id for entry in shown]).to_numpy()
        at = np.flatnonzero(inside & ~named)
        bins = ((self._x(at, scale, unit) - scale.x0) // wide).astype(np.intp)
        held = Counter(zip(bins.tolist(), self.family[at].tolist(), strict=True))
        rank = {family: place for place, family in enumerate(look.families())}
        found: dict[int, list[tuple[str, int]]] = {}
        for (place, family), number in held.items():
            found.setdefault(place, []).append((self.families[family], number))
        for parts in found.values():
            parts.sort(key=lambda part: (rank.get(part[0], 99), part[0]))
        return tuple(Stack(place, (), tuple(found[place])) for place in sorted(found))

    def _x(self, at: Codes, scale: Scale, unit: float) -> Numbers:
        """Where the middle of each is drawn."""
        left, right = (_places(side[at], scale) for side in (self.start, self.end))
        left, right = (
            np.where(np.isnan(left), right - _OPEN * unit, left),
            np.where(np.isnan(right), left + _OPEN * unit, right),
        )
        left, right = np.clip(left, scale.x0, scale.x1), np.clip(right, scale.x0, scale.x1)
        middle: Numbers = (left + right) / 2
        return middle

    def _read(self, rows: Codes) -> list[tuple[int, Entry]]:
        entries = read(self.events.iloc[rows], self.frame.lanes_by)
        return list(zip(rows.tolist(), entries, strict=True))


def gather(events: pd.DataFrame, frame: Frame) -> Crowd:
    """The events that the frame's window holds; columns that the table lacks count as empty."""
    events = events.assign(**{name: usual for name, usual in _USUAL.items() if name not in events})
    start, end = _days(events["start"]), _days(events["end"])
    dated = ~(np.isnan(start) & np.isnan(end))
    frame, earlier = _begun(start, end, dated & _inside(start, end, frame), frame)
    inside = dated & _inside(start, end, frame)
    held = events[inside].reset_index(drop=True)
    lane, names = _lanes(held, frame)
    family, families = pd.factorize(held["family"].fillna(""))
    return Crowd(
        events=held,
        frame=frame,
        start=start[inside],
        end=end[inside],
        lane=lane,
        names=names,
        family=family,
        families=tuple(map(str, families)),
        extent=_extents(held, start[inside], end[inside]),
        order=_order(held, start[inside], end[inside]),
        given=len(events),
        undated=tuple(events.loc[~dated, "event_id"]),
        earlier=earlier,
    )


def _inside(start: Numbers, end: Numbers, frame: Frame) -> NDArray[np.bool_]:
    """Which of them the frame's window holds."""
    inside = np.ones(len(start), dtype=np.bool_)
    if frame.start is not None:
        inside &= np.isnan(end) | (end > day_number(frame.start))
    if frame.end is not None:
        inside &= np.isnan(start) | (start < day_number(frame.end))
    return inside


def _begun(
    start: Numbers, end: Numbers, held: NDArray[np.bool_], frame: Frame
) -> tuple[Frame, Earlier | None]:
    """The frame from where the story begins, as ``layout`` finds it for fewer events."""
    if frame.start is not None or not held.any():
        return frame, None
    start, end = start[held], end[held]
    opened = np.where(np.isnan(start), end - OPEN_DAYS, start)
    last = int(np.nanmax(np.concatenate([start, end])))
    begins = windows.beginning(opened.astype(np.int64).tolist(), last)
    if begins is None:
        return frame, None
    before = end <= begins
    number = int(before.sum())
    earlier = Earlier(number, int(opened[before].min()), begins) if number else None
    return replace(frame, start=to_date(begins)), earlier


def _days(column: "pd.Series[pd.Timestamp]") -> Numbers:
    stamps = column.to_numpy().astype("datetime64[D]")
    days: Numbers = stamps.astype("int64").astype("float64")
    days[np.isnat(stamps)] = np.nan
    return days


def _places(days: Numbers, scale: Scale) -> Numbers:
    """``scale.x`` of many days."""
    places: Numbers = scale.x0 + (days - scale.start) * scale.day
    if scale.gap is None:
        return places
    first, last = scale.gap
    inside = scale.x(first) + (days - first) / (last - first) * scale.width
    behind = scale.x(last) + (days - last) * scale.day
    return np.where(days <= first, places, np.where(days < last, inside, behind))


def _lanes(events: pd.DataFrame, frame: Frame) -> tuple[Codes, tuple[str, ...]]:
    """Each event's lane, and the names of the lanes as ``lanes.group`` orders them."""
    column = events[frame.lanes_by].fillna("") if frame.lanes_by in events else None
    if column is None:
        column = pd.Series("", index=events.index, dtype="str")
    codes, values = pd.factorize(column)
    totals = np.bincount(codes, minlength=len(values))
    names = [str(value) for value in values]
    first = {name: place for place, name in enumerate(frame.lane_order)}
    named = sorted((code for code in range(len(names)) if names[code]),
                   key=lambda code: (first.get(names[code], len(first)), -int(totals[code]),
                                     names[code]))  # fmt: skip
    nameless = "" in names
    room = frame.max_lanes - nameless
    kept = named if len(named) <= room else named[: max(room - 1, 1)]
    found = [names[code] for code in kept]
    place = {code: at for at, code in enumerate(kept)}
    if len(kept) < len(named):
        place |= dict.fromkeys(named[len(kept) :], len(found))
        found.append(others_name(frame.lanes_by, named=True))
    if nameless:
        place[names.index("")] = len(found)
        found.append(others_name(frame.lanes_by, named=False))
    table = np.array([place[code] for code in range(len(names))], dtype=np.intp)
    return table[codes], tuple(found)


def _order(events: pd.DataFrame, start: Numbers, end: Numbers) -> Codes:
    """The rows, the most important first, as ``Entry.precedence`` has them."""
    family, families = pd.factorize(events["family"].fillna(""))
    status, statuses = pd.factorize(events["status"].fillna(""))
    weights = np.array([[look.weight(one, two) for two in statuses] for one in families])
    weight = weights[family, status] if len(events) else np.zeros(0)
    first = np.where(np.isnan(start), end, start)
    middle = (first + np.where(np.isnan(end), start, end)) / 2
    keys = (middle, -events["mentions"].to_numpy(), -weight, -events["reports"].to_numpy())
    order: Codes = np.lexsort(keys)
    return order


def _extents(events: pd.DataFrame, start: Numbers, end: Numbers) -> NDArray[np.str_]:
    """What each date covers, as ``entries`` tells it."""
    edtf = events["edtf"].fillna("")
    about = events["approximate"].to_numpy(bool) | edtf.str.contains("[~?%]").to_numpy(bool)
    lasting = {kind: look.lasts(kind) for kind in events["type"].unique()}
    spans = edtf.str.contains("/", regex=False).to_numpy(bool)
    fills = spans | events["type"].map(lasting).to_numpy(bool)
    point = end - start == 1
    kinds = [np.isnan(start), np.isnan(end), about, point, fills]
    names = [Extent.BEFORE, Extent.SINCE, Extent.WITHIN, Extent.POINT, Extent.SOLID]
    return np.select(kinds, [str(name) for name in names], str(Extent.WITHIN))
