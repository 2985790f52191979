"""Absolute dates in languages without rules of their own: "28 de septiembre de 2024".

The last resort, and the only place that knows dateparser, which is loaded when a text first holds
such a form.  It reads one short window at a time, in stated languages, and is asked how fine its
answer is; its search through whole texts guesses too much and is never used.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline.interval import Interval
from timeline.model import Span, Timex, TimexType

_LANGUAGES = ["es", "fr", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "cs", "id"]
_FORM = re.compile(
    r"\d\d?(?:\.|er|º)? (?:de )?(?P<word>[^\W\d_]{3,12})\.?(?: de)? (?:19|20)\d\d(?![\w-])"
)
_ENGLISH = re.compile(r" (?:the|and|of|to|said) ", re.IGNORECASE)
_WINDOW, _MOST = 300, 40


def find(text: str, spans: Sequence[tuple[int, int]], timexes: Sequence[Timex]) -> Iterator[Timex]:
    """Dates that the rules left over, or of which they read no more than the year.

    Forms amid English words ("12 percent 2023") are none; a text gets so many tries and no more.
    """
    starts, ends = [span[0] for span in spans], [timex.span.end for timex in timexes]
    tries = 0
    for form in _FORM.finditer(text):
        at = bisect_right(starts, form.start()) - 1
        follows_digit = text[form.start() - 1 : form.start()].isdecimal()
        if follows_digit or tries == _MOST or at < 0 or spans[at][1] <= form.start():
            continue
        first = bisect_right(ends, form.start())
        read = [t for t in timexes[first : first + 3] if t.span.start < form.end()]
        near = text[max(form.start() - 60, 0) : form.end() + 60]
        if all(timex.rule == "year" for timex in read) and not _ENGLISH.search(near):
            tries += 1
            yield from _parse(form[0][:_WINDOW], Span(form.start(), form.end()))


def _parse(words: str, span: Span) -> Iterator[Timex]:
    from dateparser.date import DateDataParser  # half a second, so only when it is needed

    settings = {"PREFER_DAY_OF_MONTH": "first", "STRICT_PARSING": False}
    found = DateDataParser(languages=_LANGUAGES, settings=settings).get_date_data(words)
    moment = found.date_obj
    if moment is None or found.period != "day":
        return
    interval = Interval.of(moment.year, moment.month, moment.day)
    yield Timex(span, words, TimexType.DATE, interval.edtf, interval, "loose")
