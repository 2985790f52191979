"""Names as an address in another language writes them: "英伟达" is "Nvidia"."""

from collections.abc import Mapping
from functools import lru_cache

from timeline import translate
from timeline.language import Language, gettext, speaking, spoken
from timeline.tables import event_types
from ui import data, labels, words


def named(value: str, ways: Mapping[str, str]) -> str:
    """The name that readers see for one of the ways to write it; empty where there is none."""
    return ways.get(value.casefold(), "") or _foreign(value, ways)


def _foreign(value: str, ways: Mapping[str, str]) -> str:
    """The name for what an address in another language calls so: "英伟达" is "Nvidia"."""
    for language in Language:
        found = "" if language is spoken() else _keys(data.source(), language).get(value.casefold())
        if name := ways.get(found.casefold() if found else ""):
            return name
        told = data.readings(spoken()).get(found or value, "")
        if name := ways.get(told.casefold()):
            return name
    return ""


def to(value: str, language: Language) -> str:
    """A value of an address as another language writes it: "Nvidia" is "英伟达"."""
    key = _keys(data.source(), spoken()).get(value.casefold(), "")
    return _labels(data.source(), language).get(key, value)


@lru_cache(maxsize=4)
def _keys(record: str, language: Language) -> Mapping[str, str]:
    """What a language calls ids and names -> these: "出口管制" is export_control."""
    return {label.casefold(): key for key, label in _labels(record, language).items()}


@lru_cache(maxsize=4)
def _labels(_: str, language: Language) -> Mapping[str, str]:
    """Ids, and the English names of what the record names, -> what a language calls them."""
    names = {name: name for other in Language for name in data.readings(other)}
    with speaking(language):
        lanes = {label: gettext(label) for label in labels.LANES}
        types = {key: translate.type_label(key) for key in event_types()}
        return {
            **names,
            **data.readings(language),
            **lanes,
            **types,
            **words.statuses(),
            **labels.roles(),
        }
