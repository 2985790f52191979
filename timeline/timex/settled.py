"""What a value is settled with, and what comes of it."""

from datetime import date

from timeline.interval import Interval
from timeline.model import FiscalCalendar, TimexType
from timeline.values import dataclass

NEARER = 3  # whichever is nearer, back or ahead: "the year ending June 30"


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is settled with.

    ``last`` is the last date named, ``quarter`` the last quarter with its TIMEX3 value;
    ``toward`` is the direction of the sentence, or NEARER; ``is_history`` says that the document
    tells of times far from its publication, so that a bare month is counted from ``last``.
    """

    dct: date | None
    toward: int = 0
    last: Interval | None = None
    quarter: Interval | None = None
    quarter_value: str = ""
    calendar: FiscalCalendar | None = None
    is_history: bool = False

    @property
    def base(self) -> date | None:
        """The day that bare dates are counted from."""
        if self.is_history and self.last is not None:
            return self.last.start or self.last.last
        return self.dct


@dataclass(frozen=True, slots=True)
class Settled:
    """TIMEX3's type and value, the days, and whether the publication day was needed."""

    type: TimexType
    value: str
    interval: Interval | None = None
    relative: bool = False
    other: str = ""


def on_day(day: date) -> Settled:
    return Settled(TimexType.DATE, day.isoformat(), Interval.day(day), relative=True)
