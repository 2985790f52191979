"""A picture laid out: every mark, bar and text with its place in pixels, origin upper left.

Frozen values that both hands (``draw``, ``svg``) only copy out; nothing is decided there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from timeline.language import Language

_MOST_CELLS = 800


@dataclass(frozen=True, slots=True)
class Box:
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def overlaps(self, other: "Box") -> bool:
        """Whether they share more than an edge."""
        across = self.x0 < other.x1 and other.x0 < self.x1
        return across and self.y0 < other.y1 and other.y0 < self.y1


class Shape(StrEnum):
    """A mark's form: how real the event is, as told."""

    CIRCLE = "circle"  # done: enacted, in force, occurred
    DIAMOND = "diamond"  # proposed
    RING = "ring"  # expected: forecast, speculation
    DOTTED = "dotted"  # ring and dot: reported, alleged
    CROSS = "cross"  # rescinded
    HATCHED = "hatched"  # suspended


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``y`` is the middle of its letters, ``role`` what it is for.

    ``role`` is title, subtitle, legend, axis, axis_major, lane, lane_count, label, badge, number,
    cluster, earlier, today, source, note, tag or key.  ``event_id`` is that of its event, or the
    window of its pill; empty where it belongs to none.
    """

    x: float
    y: float
    text: str
    size: float
    role: str
    color: str
    anchor: Anchor = Anchor.START
    bold: bool = False
    event_id: str = ""
    halo: str = ""  # the colour behind it, drawn round the letters to part them from lines


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's mark, ``size`` across; ``hover`` are lines for people, not escaped."""

    event_id: str
    x: float
    y: float
    size: float
    shape: Shape
    color: str
    hollow: str
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time.  ``fade`` is "" (solid, the time is known), "both" (some time within),
    "left" or "right" (open on that side); faded bars have dashed edges.
    """

    event_id: str
    box: Box
    color: str
    fade: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a density: ``count`` events of one family in one bin of a lane.

    ``opens`` is the window of time that shows them closer, ``family`` its name for readers.
    """

    box: Box
    color: str
    count: int
    hover: str
    event_ids: tuple[str, ...]
    opens: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Pill:
    """A rounded box behind a text: a count of reports, or "+4" events without room.

    ``opens`` is the window of time that it leads to (``figures.windows``), if it leads to one.
    """

    box: Box
    fill: str
    event_ids: tuple[str, ...]
    hover: str = ""
    radius: float = 0  # of the corners; 0 is half the height
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The box that an event's label fills, badge included; no two overlap."""

    event_id: str
    box: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A lane: the strip behind it and what it is."""

    name: str
    box: Box
    fill: str
    events: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line; ``dash`` in pixels, 0 for none."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: str
    width: float
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Where all the events went: ``given == undated + outside + left_out + drawn``.

    ``drawn = labelled + numbered + counted``: with a label, as a numbered mark, or as one of a
    "+4" or a density.  ``left_out`` is what a fixed height had no room for, ``earlier`` those of
    ``outside`` that lie before the story begins.
    """

    given: int = 0
    undated: int = 0
    outside: int = 0
    earlier: int = 0
    left_out: int = 0
    labelled: int = 0
    numbered: int = 0
    counted: int = 0

    @property
    def drawn(self) -> int:
        return self.labelled + self.numbered + self.counted


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is to be drawn, in pixels, and in what words it is told.

    ``numbers`` maps an event's id to the number that stands at its mark in place of a label, for
    the table beside the chart.  ``undated`` are the ids of events without any date.  ``notes``
    are the sentences about what is not drawn ("+ 3 events without a date, in the table").
    ``first`` and ``last`` are the days that the axis reaches to.  ``rows`` are those of labels, in
    all lanes.  ``top`` is where a strip of a scene begins, in the
    pixels of the whole.
    """

    width: int
    height: int
    background: str
    title: str
    alt: str
    unit: float
    bands: tuple[Band, ...] = ()
    rules: tuple[Rule, ...] = ()
    bars: tuple[Bar, ...] = ()
    cells: tuple[Cell, ...] = ()
    pills: tuple[Pill, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    texts: tuple[Text, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    undated: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tally: Tally = Tally()
    rows: int = 0
    top: float = 0
    dpi: int = 96
    first: date = date.min
    last: date = date.max
    language: Language = Language.EN

    @property
    def event_ids(self) -> frozenset[str]:
        """Those of all events that are drawn, each alone or as one of several."""
        alone = {one.event_id for one in self.marks} | {one.event_id for one in self.bars}
        several = [*(one.event_ids for one in self.cells), *(one.event_ids for one in self.pills)]
        return frozenset(alone.union(*several))

    @property
    def apart(self) -> tuple[Cell, ...]:
        """The pieces of its density that answer to a pointer one by one: not bars that open."""
        own = tuple(cell for cell in self.cells if not cell.opens)
        return own if len(own) <= _MOST_CELLS else ()
