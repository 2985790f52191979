"""Absolute dates in languages without rules of their own: "28 de septiembre de 2024".

The last resort, and the only place that knows dateparser, which is loaded when a text first holds
such a form.  It reads one short window at a time, in stated languages, and is asked how fine its
answer is; its search through whole texts guesses too much and is never used.
"""

import re
from collections.abc import Iterator

from timeline.interval import Interval
from timeline.model import Span, Timex, TimexType

_LANGUAGES = ["es", "fr", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "cs", "id"]
_FORM = re.compile(
    r"(?<![\w.,])(?:\d{1,2}(?:\.|er|º)? (?:de )?)?[^\W\d_]{3,12}\.?(?: de)? (?:19|20)\d\d(?![\w-])"
)
_WINDOW = 300


def find(text: str, spans: list[tuple[int, int]], timexes: list[Timex]) -> Iterator[Timex]:
    """Dates that the rules left over, or of which they read no more than the year."""
    for form in _FORM.finditer(text):
        if any(start <= form.start() < end for start, end in spans):
            span = Span(form.start(), form.end())
            read = [timex for timex in timexes if timex.span.overlaps(span)]
            is_left = all(timex.rule == "year" for timex in read)
            if is_left and (form[0][0].isdecimal() or not form[0].isascii()):
                yield from _parse(form[0][:_WINDOW], span)


def _parse(words: str, span: Span) -> Iterator[Timex]:
    from dateparser.date import DateDataParser  # half a second, so only when it is needed

    settings = {"PREFER_DAY_OF_MONTH": "first", "STRICT_PARSING": False}
    found = DateDataParser(languages=_LANGUAGES, settings=settings).get_date_data(words)
    moment = found.date_obj
    if moment is None or found.period not in ("day", "month"):
        return
    day = moment.day if found.period == "day" else None
    interval = Interval.of(moment.year, moment.month, day)
    yield Timex(span, words, TimexType.DATE, interval.edtf, interval, "loose")
