"""What a picture is asked to be: its size, theme, words and letter sizes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from timeline.language import Language, spoken


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Letter sizes in pixels.  Gaps, marks and strokes grow with ``label``.

    ``pitch`` is the height of a row of one-line labels, in label sizes.
    """

    title: float = 25
    subtitle: float = 16
    label: float = 14.5
    lane: float = 14.5
    axis: float = 13.5
    small: float = 12.5
    pitch: float = 1.86

    @property
    def unit(self) -> float:
        """The length that everything but text is a multiple of; 1 on a page."""
        return self.label / 14.5


@dataclass(frozen=True, slots=True)
class Step:
    """Two events that are steps of one measure, so many days apart."""

    before: str
    after: str
    days: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The wishes for one picture; ``layout.place`` keeps them all.

    ``height`` None is as tall as the events need, a number is kept exactly: then the most
    important events that fit are drawn and the rest counted.  ``max_height`` only limits.
    ``title``, ``subtitle``, ``note``, ``data_date`` ("21 Nov 2026") and ``tag`` are drawn where
    not empty; ``source`` names who it comes from, the weightiest first, as many as there is room
    for: None is worked out of the events ("Bloomberg (via 3 outlets)").  ``lanes_by`` is "lane",
    "type_label", "first_outlet", "thread", or another column of the events; ``lane_order`` names
    lanes that come first, in this order.
    ``start`` and ``end`` (exclusive) are the window; None is as far as the events go.  Above
    ``max_events`` in the window the chart becomes a density with the most important labelled.
    ``rows`` is the most rows of labels a lane may have.  ``key`` writes out, below the chart, what
    numbered marks stand for.  ``steps`` are joined by lines.  ``language``
    is that of all words: the one that is spoken where the frame is made.
    """

    width: int = 1200
    height: int | None = None
    max_height: int | None = None
    theme: Theme = Theme.LIGHT
    title: str = ""
    subtitle: str = ""
    source: tuple[str, ...] | None = ()
    note: str = ""
    data_date: str = ""
    tag: str = ""
    today: date | None = None
    lanes_by: str = "lane"
    lane_order: tuple[str, ...] = ()
    sizes: Sizes = Sizes()
    max_events: int = 300
    max_lanes: int = 14
    rows: int = 14
    start: date | None = None
    end: date | None = None
    legend: bool = True
    key: bool = False
    steps: tuple[Step, ...] = ()
    dpi: int = 96
    language: Language = field(default_factory=spoken)

    @property
    def is_narrow(self) -> bool:
        """Whether lane titles go above their lanes: below 640 px of a page, or its like."""
        return self.width / self.sizes.unit < 640
