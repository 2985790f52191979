"""What is known of a document from outside it."""

from datetime import date

from timeline.interval import Interval
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody says of a document; it goes before what the document says of itself.

    ``dct`` is the day that relative expressions count from; without it the first day of
    ``published`` is, where that is known to the day.
    """

    outlet: str = ""
    url: str = ""
    dct: date | None = None
    title: str = ""
    language: str = ""
    published: Interval | None = None
    author: str = ""
