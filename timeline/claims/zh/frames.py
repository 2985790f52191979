"""lexicon/event_types_zh.toml, compiled once: which word asks for what.

To add a frame, add a table to its type there and a row to tests/corpus/claims_zh.csv.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from timeline.errors import SeedError
from timeline.lexicon import Table, Value, load, texts
from timeline.model import Status
from timeline.values import dataclass

_KEYS = frozenset(
    ["verb", "needs", "before", "after", "bars", "subject", "status", "agent", "patient", "same"]
)
_CUES = (
    "negation", "speculation", "proposed", "forecast", "announced", "done", "conditions", "saying",
    "light", "others",
)  # fmt: skip
Group = frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a claim of ``type`` is worded in Chinese; as in event_types_zh.toml."""

    type: str
    needs: tuple[Group, ...]
    before: tuple[Group, ...]
    after: tuple[Group, ...]
    bars: Group
    subject: str
    status: Status | None
    agent: str
    patient: str
    same: bool

    @property
    def weight(self) -> int:
        """How much it asks for: of those that fit, the heaviest wins."""
        return 2 * len(self.needs) + 3 * (len(self.before) + len(self.after)) + bool(self.subject)


@cache
def aside(place: str) -> tuple[str, ...]:
    """What a clause that tells no event of its own opens or ends with."""
    return texts("event_types_zh", "aside", place)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The frames by their verbs, and every word that a sentence is cut into."""

    frames: Mapping[str, tuple[Frame, ...]]
    words: Mapping[str, tuple[str, ...]]  # by first character, longest first
    cues: Mapping[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    classes = {
        name: str(value).split() for name, value in load("event_types_zh")["classes"].items()
    }
    frames: dict[str, tuple[Frame, ...]] = {}
    every: set[str] = set()
    for type_, tables in load("event_types_zh")["types"].items():
        for table in _tables(type_, tables):
            frame = _frame(type_, table, classes)
            verbs = _words(str(table["verb"]), classes)
            every |= _named(frame) | set(verbs)
            for verb in verbs:
                frames[verb] = (*frames.get(verb, ()), frame)
    cues = {key: frozenset(texts("event_types_zh", key, "words")) for key in _CUES}
    every |= frozenset().union(*cues.values())
    every |= frozenset(texts("cues_zh", "never", "words"))
    return Lexicon(frames, _by_first(every), cues)


def _tables(type_: str, tables: Value) -> Iterator[Table]:
    if not isinstance(tables, list):
        raise SeedError(f"lexicon/event_types_zh.toml: types.{type_} is no list of frames")
    for table in tables:
        if not isinstance(table, dict) or "verb" not in table or set(table) - _KEYS:
            raise SeedError(
                f"lexicon/event_types_zh.toml: types.{type_}: found {str(table)[:80]}; expected a "
                f"verb and no key but {', '.join(sorted(_KEYS))}"
            )
        yield table


def _frame(type_: str, table: Table, classes: Mapping[str, list[str]]) -> Frame:
    told = str(table.get("status", ""))
    return Frame(
        type_,
        _groups(table, "needs", classes),
        _groups(table, "before", classes),
        _groups(table, "after", classes),
        frozenset(_words(str(table.get("bars", "")), classes)),
        str(table.get("subject", "")),
        Status(told) if told else None,
        str(table.get("agent", "")),
        str(table.get("patient", "")),
        table.get("same") is True,
    )


def _groups(table: Table, key: str, classes: Mapping[str, list[str]]) -> tuple[Group, ...]:
    return tuple(
        frozenset(_words(group.replace("|", " "), classes))
        for group in str(table.get(key, "")).split()
    )


def _words(listed: str, classes: Mapping[str, list[str]]) -> list[str]:
    """The words of a list, its classes spelt out."""
    found: list[str] = []
    for word in listed.split():
        found += classes.get(word, [word.lower()])
    return found


def _named(frame: Frame) -> set[str]:
    groups = (*frame.needs, *frame.before, *frame.after, frame.bars)
    return {word for group in groups for word in group if not word.startswith("@")}


def _by_first(words: set[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(listed) for first, listed in found.items()}
