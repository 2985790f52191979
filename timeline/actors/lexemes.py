"""lexicon/roles.toml as values: what a word may be in a role phrase.

To add a word, put it beside its peers in the TOML; to add a class of words, a field of ``Lexeme``
and the line that fills it in ``read``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from functools import cache

from timeline.errors import SeedError
from timeline.lexicon import Value, load
from timeline.model import Actor
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of a role phrase: "startups" is Head("startups", "firms", number="plural")."""

    word: str
    group: str  # officials, state, body, firms, source, office
    number: str = "plural"  # plural, singular, mass
    needs: str = ""
    loose: bool = False
    office: str = ""  # state, firm, scholar, spokesperson, honorific


@dataclass(frozen=True, slots=True)
class Name:
    """One alias of one actor, ready to be compared; ``owner`` must own it ("its CEO")."""

    actor: Actor
    written: tuple[str, ...]
    case: bool = False
    context: bool = False
    metonym: bool = False
    title: bool = False
    common: bool = False
    start: date | None = None
    end: date | None = None
    owner: str = ""

    def holds(self, on: date | None) -> bool:
        """Whether the office is held on that day; the last holder where the day is unknown."""
        if on is None:
            return self.end is None
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)


@dataclass(slots=True)
class Lexeme:
    """All that a run of words may be.  Filled while compiling, only read afterwards."""

    names: tuple[Name, ...] = ()
    owned: tuple[Name, ...] = ()
    head: Head | None = None
    nation: str = ""
    fields: tuple[str, ...] = ()
    modifier: str = ""  # rank, local, foreign, western
    determiner: str = ""  # definite, indefinite, quantity, possessive
    again: bool = False
    pronoun: str = ""
    place: str = ""  # "the country", "the bloc"
    pair: str = ""  # "the two sides": states, "both companies": firms
    stop: bool = False
    open: bool = False  # whether it fits however it is written
    cased: bool = False  # whether some name of it is a name only in its capitals
    points: bool = False  # whether it points back
    quiet: bool = False  # whether it tells something only before a head: "the", "AI", "senior"

    def settle(self) -> None:
        """Decide whether capitals matter for it, and whether it is looked at by itself."""
        self.points = bool(self.again or self.pronoun or self.place or self.pair)
        self.cased = any(name.case for name in self.names)
        loud = bool(self.points or self.head or self.nation or self.stop or self.owned)
        self.quiet = not loud and not self.names
        free = bool(self.fields or self.modifier or self.determiner)
        self.open = loud or free or any(not name.case for name in self.names)


@dataclass(frozen=True, slots=True)
class Around:
    """The word lists that tell how a name stands in its clause, and names by their form."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    either: frozenset[str]
    prepositions: frozenset[str]
    places: frozenset[str]
    function: frozenset[str]
    not_owner: frozenset[str]
    said: frozenset[str]
    cited: frozenset[str]
    ordinals: frozenset[str]
    compound: frozenset[str]
    legislature: frozenset[str]
    pleonastic: frozenset[str]
    company: frozenset[str]
    tail: frozenset[str]
    low_tail: frozenset[str]
    organisation: frozenset[str]
    body: frozenset[str]
    inside: frozenset[str]
    not_first: frozenset[str]
    source_ends: frozenset[str]
    context: dict[str, frozenset[str]] = field(default_factory=dict)


_TABLES = {  # tables of roles.toml whose keys are values of a field of Lexeme
    "determiners": "determiner",
    "modifiers": "modifier",
    "fields": "fields",
    "pronouns": "pronoun",
    "places": "place",
    "pairs": "pair",
}


@cache
def around() -> Around:
    """The word lists of roles.toml that stand around names."""
    lexicon = load("roles")
    words = {
        key: frozenset(texts(f"around.{key}", value)) for key, value in lexicon["around"].items()
    }
    forms = {
        key: frozenset(texts(f"forms.{key}", value)) for key, value in lexicon["forms"].items()
    }
    forms["low_tail"] = frozenset(word.lower() for word in forms["tail"])
    ends = frozenset(texts("source_ends", lexicon["source_ends"]["words"]))
    near = {key: frozenset(texts(key, value)) for key, value in lexicon["context"].items()}
    return Around(**words, **forms, source_ends=ends, context=near)


@cache
def lacking() -> dict[str, frozenset[str]]:
    """State -> words that name no body of its: "ministry" of the US."""
    return {
        state: frozenset(texts(f"lacking.{state}", value))
        for state, value in load("roles")["lacking"].items()
    }


@cache
def federal() -> tuple[str, ...]:
    """The states of which a "federal government" may be; the first where nothing tells."""
    return texts("federal.states", load("roles")["federal"]["states"])


def entries() -> Iterator[tuple[str, str, str]]:
    """(words, field of Lexeme, value) of every word list but heads, offices and nations."""
    lexicon = load("roles")
    for table, kind in _TABLES.items():
        for key, value in lexicon[table].items():
            yield from ((text, kind, key) for text in texts(f"{table}.{key}", value))
    for text in texts("not_names", lexicon["not_names"]["words"]):
        yield text, "stop", "yes"
    for text in texts("source_ends.again", lexicon["source_ends"]["again"]):
        yield text, "again", "yes"


def heads() -> Iterator[tuple[str, Head]]:
    """(words, head) of every head noun and every office."""
    lexicon = load("roles")
    for word, table in lexicon["heads"].items():
        if not isinstance(table, dict):
            raise SeedError(f"lexicon/roles.toml: heads.{word} is no table; write [heads.{word}]")
        group, needs = str(table["group"]), str(table.get("needs", ""))
        loose = table.get("loose") is True
        for number in ("plural", "singular", "mass"):
            for text in texts(f"heads.{word}", table.get(number, [])):
                yield text, Head(word, group, number, needs, loose)
    for office, value in lexicon["offices"].items():
        for text in texts(f"offices.{office}", value):
            yield text, Head(text, "office", "singular", office=office)


def adjectives() -> Iterator[tuple[str, tuple[str, ...]]]:
    """(actor id, (adjective for readers, its words ...)) of every nation."""
    for actor, value in load("roles")["nations"].items():
        yield actor, texts(f"nations.{actor}", value)


@cache
def adjective(actor: str) -> str:
    """The adjective for readers: cn -> "Chinese"; "" where there is none."""
    return next((words[0] for key, words in adjectives() if key == actor), "")


@cache
def field_order() -> dict[str, int]:
    """The place of each field in a name: "AI" before "chip"."""
    return {key: place for place, key in enumerate(load("roles")["fields"])}


@cache
def joins() -> dict[str, str]:
    """Field and head that make one word: "chip makers" -> "chipmakers"."""
    return {key: str(value) for key, value in load("roles")["joins"].items()}


def texts(where: str, value: Value | Iterable[str]) -> tuple[str, ...]:
    """The strings of a list of the lexicon; SeedError where it is none."""
    if not isinstance(value, list | tuple) or not all(isinstance(text, str) for text in value):
        raise SeedError(f"lexicon/roles.toml: {where}: {value!r} is no list of words")
    return tuple(str(text) for text in value)
