"""The rules' reasons in the reader's language: why mentions are one event, articles one report.

The tables hold them in English, "one type; both by Nvidia; told within days; but dates apart (2024
and 2025)"; each part is known by the message that it was made of.  What is not known stays English.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from timeline import translate
from timeline.language import Language, gettext, mark, pgettext, spoken
from timeline.rows import Same
from timeline.tables import Tables
from ui import data, words

_MESSAGES = (
    mark("{reason}, published the same day"),
    mark("{reason}, published within 1 day"),
    mark("{reason}, published within {days} days"),
    mark("{document} cites {outlet}, which published the other"),
    mark("{document} cites {outlet}, {other} unnamed sources for the same"),
    mark("{document} is declared to rest on {other}"),
    mark("one type"),
    mark("{one_type} and {other_type} go together"),
    mark("both by {names}"),
    mark("who acts is said by one only ({names})"),
    mark("{names} are of one side"),
    mark("not by one side ({names})"),
    mark("both concern {names}"),
    mark("they hit others"),
    mark("both name {things}"),
    mark("both say {things}"),
    mark("dates agree"),
    mark("told within days"),
    mark("dates apart ({one_date} and {other_date})"),
    mark("one report"),
    mark("the later one points back"),
    mark("told as another act"),
    mark("they point opposite ways"),
    mark("one is {one_status}, the other {other_status}"),
    mark("like words ({things})"),
    mark("judged to be one event"),
    mark("judged to be different"),
    mark("too little in common"),
    mark("their groups are dated too far apart"),
    mark("their groups are by others"),
    mark("their groups hit others"),
    mark("their groups name other things"),
    mark("one author dates them apart"),
    mark("their groups are too little alike ({score} on average)"),
    mark("{things} is not {others}"),
    mark("both are declared to rest on {origin}"),
    mark("both cite {names}"),
    mark("{share} of the shorter one's five-word runs are shared"),
    mark("{same} of {all} sentences in the same order"),
    mark("shares {things}"),
    mark("one event ({score})"),
    mark("two events ({score})"),
    mark("one event"),
    mark("two events"),
)
_REFUSED = re.compile(r"not joined, (?P<reason>[^:]{1,120}): (?P<why>.{0,2000})", re.DOTALL)
_BUT = re.compile(
    r"dates apart \([^)]{0,80}\)|told as another act|they point opposite ways|"
    r"one is \w{1,20}, the other \w{1,20}"
)
_REST = mark("others")  # "China, Nvidia and others"
_BETWEEN = re.compile(r"( and |, )")  # the names of a list; kept, for some hold an "and"


def told(why: str) -> str:
    """The reason as a reader is told it; in English as it stands."""
    if spoken() is Language.EN:
        return why
    if refused := _REFUSED.fullmatch(why):
        reason = _part(refused["reason"])
        return gettext("not joined, {reason}: {why}", reason=reason, why=told(refused["why"]))
    return pgettext("between filters", "; ").join(map(_clause, why.split("; ")))


def _clause(text: str) -> str:
    against = text.removeprefix("but ")
    if against == text:
        return _part(text)
    parts = [_part(part) for part in _BUT.findall(against)] or [_part(against)]
    return gettext("but {reasons}", reasons=words.listed(parts))


def _part(text: str) -> str:
    for message, pattern in _patterns():
        if found := pattern.fullmatch(text):
            values = {name: _value(name, value) for name, value in found.groupdict().items()}
            return gettext(message, **values)
    return text


def _value(name: str, text: str) -> str:
    """A value in a message: names, types, statuses and dates as readers know them."""
    if name.endswith("_type"):
        return translate.type_label(text)
    if name.endswith("_status"):
        return words.status(text)
    if name.endswith("_date"):
        return text if text == "undated" else words.when(text)
    if name == "reason":
        return _part(text)
    if name == "outlet":
        return data.name(text)
    if name == "names":
        parts = _parted(text)
        known = dict.fromkeys(gettext(one) if one == _REST else data.name(one) for one in parts)
        return pgettext("between names", ", ").join(known)
    return pgettext("between names", ", ").join(text.split(", ")) if name == "things" else text


def _parted(text: str) -> Iterator[str]:
    """The names that stand in a row: "China, Bureau of Industry and Security" are two."""
    known, parts = _known(Same(data.of(data.source()))), _BETWEEN.split(text)
    while parts:
        ends = range(len(parts), 0, -2)
        end = next((end for end in ends if "".join(parts[:end]) in known), 1)
        yield "".join(parts[:end])
        parts = parts[end + 1 :]


@lru_cache(maxsize=2)
def _known(record: Same[Tables]) -> frozenset[str]:
    """What the record calls its actors."""
    return frozenset(record.one["actors"]["name"])


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (one, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.{1,300}?)", re.escape(one))))
        for one in _MESSAGES
    )
