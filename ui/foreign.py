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


@lru_cache(maxsize=4)
def _keys(_: str, language: Language) -> Mapping[str, str]:
    """What a language calls ids and names -> these: "出口管制" is export_control."""
    with speaking(language):
        types = {translate.type_label(key): key for key in event_types()}
        lanes = {gettext(label): label for label in labels.LANES}
        held = {label: key for key, label in (words.statuses() | labels.roles()).items()}
        names = {name: name for other in Language for name in data.readings(other)}
        names |= {told: name for name, told in data.readings(language).items()}
    return {label.casefold(): key for label, key in (names | types | lanes | held).items()}
