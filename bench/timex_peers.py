"""Other readers of time expressions, each used where it is installed and named where it is not.

``pip install dateparser recognizers-text-suite emoji==1.7 timexy`` (none brings a model);
those of other languages stand in ``timex_helpers``.
"""

import importlib
import importlib.util
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache

from bench import timex_helpers
from bench.timex_helpers import Answer

Reader = Callable[[str, date | None], list[Answer]]


def dateparser_search(text: str, dct: date | None) -> list[Answer]:
    """All that dateparser's search finds is a DATE of its day."""
    from dateparser.search import search_dates

    base = {"RELATIVE_BASE": _midnight(dct)} if dct else {}
    found: list[Answer] = []
    at = 0
    for words, moment in search_dates(text, languages=["en"], settings=base) or []:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        value = moment.date().isoformat()
        found.append({"start": start, "end": at, "text": words, "type": "DATE", "value": value})
    return found


_TYPES = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}


def recognizers(text: str, dct: date | None) -> list[Answer]:
    """Microsoft's, with its TIMEX: the past one of two readings, ranges by their unit."""
    module = importlib.import_module("recognizers_date_time")
    found: list[Answer] = []
    for one in module.recognize_datetime(text, module.Culture.English, reference=_midnight(dct)):
        kind = one.type_name.rpartition(".")[2]
        values = (one.resolution or {}).get("values") or [{}]
        value = _settled(values[0])
        found.append(
            {
                "start": one.start,
                "end": one.end + 1,
                "text": one.text,
                "type": _TYPES.get(kind, "DATE"),
                "value": value,
            }
        )
    return found


def _settled(value: Mapping[str, str]) -> str:
    """Its TIMEX without X where the day, month or year of its first reading fills it."""
    timex = str(value.get("timex", ""))
    start = str(value.get("start") or value.get("value") or "")
    if re.fullmatch(r"XXXX-(\d\d-\d\d|WXX-\d)", timex):
        return start[:10]
    if re.fullmatch(r"XXXX-\d\d", timex):
        return start[:7]
    return start[:10] if timex.startswith("(") else timex


def timexy(text: str, dct: date | None) -> list[Answer]:
    """A spaCy pipe without a model; it knows no publication day."""
    found: list[Answer] = []
    for one in _timexy_pipe()(text).ents:
        attributes = dict(re.findall(r'(type|value)="([^"]*)"', one.kb_id_))
        value = attributes.get("value", "").removesuffix("T00:00:00")
        found.append(
            {
                "start": one.start_char,
                "end": one.end_char,
                "text": one.text,
                "type": attributes.get("type", "DATE"),
                "value": value,
            }
        )
    return found


@cache
def _timexy_pipe():  # type: ignore[no-untyped-def]  # spaCy's own type, where it is installed
    importlib.import_module("timexy")  # registers its pipe
    pipe = importlib.import_module("spacy").blank("en")
    pipe.max_length = 10**7
    pipe.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy"})
    return pipe


def _midnight(dct: date | None) -> datetime:
    day = dct or date(2000, 1, 1)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


PEERS: Mapping[str, Reader] = {
    "dateparser": dateparser_search,
    "recognizers": recognizers,
    "timexy": timexy,
    "chrono": timex_helpers.chrono,
    "heideltime": timex_helpers.heideltime,
    "duckling": timex_helpers.duckling,
}


def installed() -> tuple[dict[str, Reader], dict[str, str]]:
    """The peers at hand, and of the others what they still need."""
    needs = {
        "dateparser": _module("dateparser"),
        "recognizers": _module("recognizers_date_time"),
        "timexy": _module("timexy"),
        "chrono": timex_helpers.missing_chrono(),
        "heideltime": timex_helpers.missing_heideltime(),
        "duckling": timex_helpers.missing_duckling(),
    }
    found = {name: reader for name, reader in PEERS.items() if not needs[name]}
    return found, {name: what for name, what in needs.items() if what}


def _module(name: str) -> str:
    """The module's name where it is not installed, or why it cannot be imported."""
    try:
        importlib.import_module(name)
    except ImportError as error:
        return name if importlib.util.find_spec(name) is None else f"{name}: {error}"
    return ""
