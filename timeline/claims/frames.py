"""The lexicon of event types, compiled: which trigger asks for what.

To add a frame, add a line to its type in lexicon/event_types.toml and a row to
tests/corpus/claims.csv that proves it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from timeline.claims.folding import Folder
from timeline.claims.groups import Group, Groups
from timeline.errors import SeedError
from timeline.lexicon import Table, Value, load
from timeline.model import EventType, Status
from timeline.values import dataclass

_FRAME_KEYS = {
    "verb", "noun", "needs", "before", "after", "bars", "subject", "object", "owner", "status",
    "agent", "patient", "modal", "homeland", "same", "negative",
}  # fmt: skip


ANY = "*"  # a frame of the last resort: any verb, where strong words stand by it
_LIGHT = dict.fromkeys(
    ("make", "take", "put", "set", "get", "give", "see", "come", "go", "bring", "start", "begin"),
    0.6,
) | {"be": 1.0}  # most often the helper of another verb: "was fined"
_NOUN = 0.5  # where a verb tells of an act as well, the verb does


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a claim of ``type`` is worded.

    ``needs``, ``before`` and ``after`` are groups of alternatives, each of which must stand in
    the clause (before or after the trigger); ``bars`` must not.  ``subject`` is state, firm or
    any, ``object`` the side of whom the verb hits, ``owner`` that of a noun's possessor.
    ``homeland``: the target is of the agent's own country (a state that bans its own makers' wares
    bans exports).  ``same``: the measure is one told before, and its type that one's: "the measure
    takes effect".  ``negative``: it fits only what is forbidden: "may not be sold".
    """

    type: str
    is_verb: bool
    needs: tuple[Group, ...]
    before: tuple[Group, ...]
    after: tuple[Group, ...]
    bars: Group
    subject: str
    object: str
    owner: str
    status: Status | None
    agent: str
    patient: str
    modal: bool
    homeland: bool
    same: bool
    negative: bool
    is_last: bool
    weight: float
    asked: int  # ``needs``, ``before`` and ``after`` together as bits, as ``groups`` explains
    needed: int  # ``needs`` as bits
    led: int  # ``before`` as bits
    followed: int  # ``after`` as bits
    barred: int  # ``bars`` as a bit

    def fits(self, before: int, after: int) -> bool:
        """Whether what it asks for stands before and after its trigger, and nothing it bars."""
        both = before | after
        return (
            self.needed & both == self.needed
            and self.led & before == self.led
            and self.followed & after == self.followed
            and not self.barred & both
        )

    def pull(self, trigger: str) -> float:
        """How strongly it claims its clause; a light verb ("make", "take") or a noun less."""
        light = _LIGHT.get(trigger, 0.0) if self.is_verb else _NOUN
        return self.weight - light - (6.0 if self.is_last else 0.0)


@dataclass(frozen=True, slots=True)
class Type:
    """What event_types.toml says of a type."""

    id: str
    label: str
    family: str
    meaning: str
    status: Status
    agents: str
    roles: Mapping[str, str]
    title: str
    title_open: str
    title_verb: str
    title_nobody: str
    title_verbs: Group
    example: str


@dataclass(frozen=True, slots=True)
class Frames:
    types: Mapping[str, Type]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, Group]
    folder: Folder
    groups: Groups


@cache
def frames() -> Frames:
    """The compiled lexicon; raises SeedError naming the type and the key at fault."""
    source = load("event_types")
    classes = {name: frozenset(_words(text)) for name, text in source["classes"].items()}
    groups = Groups(classes)
    types: dict[str, Type] = {}
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for name, table in source["type"].items():
        entry = _table(table, name)
        types[name] = _type(name, entry)
        for row in _rows(entry, name):
            frame = _frame(groups, name, row)
            index = verbs if frame.is_verb else nouns
            for trigger in _triggers(groups, row):
                index.setdefault(trigger, []).append(frame)
    irregular = {str(form): str(lemma) for form, lemma in source["irregular"].items()}
    words = {*verbs, *nouns, *groups.words, *_status_words()}
    return Frames(
        types,
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()},
        classes,
        Folder.of(sorted(w for w in words if not w.startswith(("@", ANY))), irregular),
        groups,
    )


def event_types() -> tuple[EventType, ...]:
    """The types for readers and figures, in the lexicon's order."""
    return tuple(EventType(t.id, t.label, t.family, t.meaning) for t in frames().types.values())


def _triggers(groups: Groups, row: Table) -> list[str]:
    """The verbs or nouns of a row, each once; "IMPOSE" stands for its class."""
    given = _words(row.get("verb", row.get("noun", "")))
    spread = (sorted(groups.classes.get(word, (word,))) for word in given)
    return list(dict.fromkeys(word for words in spread for word in words))


def _frame(groups: Groups, type_: str, row: Table) -> Frame:
    if unknown := sorted(set(row) - _FRAME_KEYS):
        raise SeedError(
            f"event_types.toml [type.{type_}]: found key {unknown[0]!r}, "
            f"expected one of {', '.join(sorted(_FRAME_KEYS))}"
        )
    needs, before, after = (groups.of(str(row.get(k, ""))) for k in ("needs", "before", "after"))
    bars = frozenset(w for group in groups.of(str(row.get("bars", ""))) for w in group)
    groups.words.update(_triggers(groups, row))
    subject = str(row.get("subject", ""))
    weight = 1.0 + len(needs) + len(before) + len(after) + 0.5 * (subject in ("state", "firm"))
    status = Status(str(row["status"])) if "status" in row else None
    return Frame(
        type_, "verb" in row, needs, before, after, bars, subject,
        str(row.get("object", "")), str(row.get("owner", "")), status,
        str(row.get("agent", "")), str(row.get("patient", "")),
        bool(row.get("modal", False)), bool(row.get("homeland", False)),
        bool(row.get("same", False)),
        bool(row.get("negative", False)),
        row.get("verb") == ANY, weight,
        groups.mask((*needs, *before, *after)), groups.mask(needs), groups.mask(before),
        groups.mask(after), groups.mask([bars]),
    )  # fmt: skip


def _type(name: str, entry: Table) -> Type:
    roles = _table(entry["roles"], name)
    return Type(
        name, str(entry["label"]), str(entry["family"]), str(entry["meaning"]),
        Status(str(entry["status"])), str(entry["agents"]),
        {str(k): str(v) for k, v in roles.items()}, str(entry["title"]),
        str(entry.get("title_open", entry["title"])), str(entry.get("title_verb", "")),
        str(entry.get("title_nobody", f"{entry['label']}[: {{objects|firm|state}}]")),
        frozenset(_words(entry.get("title_verbs", ""))), str(entry["example"]),
    )  # fmt: skip


def _rows(entry: Table, name: str) -> Iterator[Table]:
    rows = entry.get("frames", [])
    for row in rows if isinstance(rows, list) else []:
        yield _table(row, name)


def _table(value: Value, name: str) -> Table:
    if not isinstance(value, dict):
        raise SeedError(f"event_types.toml [type.{name}]: found {value!r}, expected a table")
    return value


def _words(text: Value) -> list[str]:
    return str(text).split()


def _status_words() -> Iterable[str]:
    tables = ("saying", "mandative", "undone", "proposed", "verb", "answer", "speech")
    source = load("status")
    return (w for name in tables for text in source[name].values() for w in str(text).split())
