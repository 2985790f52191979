"""All names and role words in one trie, compiled once."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date

from timeline.actors import lexemes
from timeline.actors.lexemes import Lexeme, Name
from timeline.actors.words import Words, split_phrase
from timeline.lexicon import han
from timeline.model import Actor, ActorKind, Alias, World
from timeline.values import dataclass, replace


@dataclass(slots=True)
class Node:
    """A step in the trie: the words that may follow, and what has been read if it ends here."""

    after: "dict[str, Node]" = field(default_factory=dict)
    lexeme: Lexeme | None = None
    quiet: bool = True  # tells nothing unless more words follow


@dataclass(frozen=True, slots=True)
class Han:
    """A Chinese name in simplified characters and small letters."""

    text: str
    actor: Actor
    is_metonym: bool = False
    is_title: bool = False
    start: date | None = None
    end: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether an office is the actor's on that day; of no known day, whether it still is."""
        if on is None:
            return self.end is None
        return not (self.start and on < self.start) and not (self.end and on >= self.end)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The compiled names of a World and words of roles.toml.  Longest match wins."""

    root: dict[str, Node]
    actors: dict[str, Actor]
    states: dict[str, str] = field(default_factory=dict)  # country -> id of its state
    quiet_ends: set[str] = field(default_factory=set)  # last words of "senior", "a number of"
    han: dict[str, list[Han]] = field(default_factory=dict)  # by first character, longest first

    def match(self, words: Words, at: int) -> tuple[int, Lexeme] | None:
        """The longest run of words from ``at`` that the trie knows, and where it ends."""
        low, best, end = words.low, None, at
        node = self.root.get(low[at])
        while node is not None:
            end += 1
            lexeme = node.lexeme
            if lexeme is not None and (lexeme.open or fits(lexeme, words, at, end)):
                best = (end, lexeme)
            node = node.after.get(low[end]) if end < len(low) else None
        return best

    def owner_within(self, words: Words, first: int, end: int) -> tuple[int, Actor] | None:
        """The firm that a title begins with, and where its name ends: "Nvidia CEO"."""
        node = self.root.get(words.low[first])
        for at in range(first + 1, end):
            names = node.lexeme.names if node is not None and node.lexeme is not None else ()
            for name in names:
                if name.actor.kind is ActorKind.COMPANY and not name.context:
                    return at, name.actor
            node = node.after.get(words.low[at]) if node is not None else None
        return None

    def state_of(self, actor: Actor) -> str:
        """The id of the state an actor belongs to: CAC -> cn; "" where there is none."""
        return self.states.get(actor.country, "")


def fits(lexeme: Lexeme, words: Words, at: int, end: int) -> bool:
    """Whether some name of the lexeme is written as it stands in the text."""
    return any(is_written(name, words, at, end) for name in lexeme.names)


def is_written(name: Name, words: Words, at: int, end: int) -> bool:
    """Whether capitals allow it: "Arm", not "arm"; "META" where all is in capitals."""
    if not name.case:
        return True
    raw = tuple(words.raw[at:end])
    if raw == name.written or (raw[0] in ("The", "the") and raw[1:] == name.written[1:]):
        return True
    return words.is_upper and at >= 0


def build(world: World) -> Gazetteer:
    """The trie of a world's names and of the role words."""
    actors = {actor.id: actor for actor in world.actors}
    states = {actor.country: actor.id for actor in world.actors if actor.kind is ActorKind.STATE}
    gazetteer = Gazetteer({}, actors, states)
    for text, kind, value in lexemes.entries():
        _set(gazetteer, text, kind, value)
    for text, head in lexemes.heads():
        _leaf(gazetteer, split_phrase(text)[0]).head = head
    for actor, words in lexemes.adjectives():
        for text in words[1:] if actor in actors else ():
            _leaf(gazetteer, split_phrase(text)[0]).nation = actor
    named = [alias for alias in _aliases(world) if alias.actor in actors]
    for alias in named:
        _add(gazetteer, alias, actors[alias.actor])
    for alias in named:
        _add_owned(gazetteer, alias, actors[alias.actor])
    _settle(gazetteer.root, gazetteer.quiet_ends)
    _add_chinese(gazetteer, named)
    return gazetteer


def _add_chinese(gazetteer: Gazetteer, named: Iterable[Alias]) -> None:
    """The names that are written in Chinese, for sentences without spaces."""
    for alias in named:
        if alias.text.isascii() or not han.is_chinese(alias.text):
            continue
        actor, flags = gazetteer.actors[alias.actor], alias.flags
        name = Han(
            han.plain(alias.text),
            actor,
            "metonym" in flags,
            "title" in flags,
            alias.start,
            alias.end,
        )
        gazetteer.han.setdefault(name.text[0], []).append(name)
    for names in gazetteer.han.values():
        names.sort(key=lambda name: (-len(name.text), name.text, name.actor.id))


def _aliases(world: World) -> Iterator[Alias]:
    """The aliases, and each actor's own name unless aliases.csv says how to read it."""
    said = {alias.text for alias in world.aliases}
    yield from (Alias(actor.name, actor.id) for actor in world.actors if actor.name not in said)
    yield from world.aliases


def _leaf(gazetteer: Gazetteer, words: tuple[str, ...]) -> Lexeme:
    after, node = gazetteer.root, Node()
    for word in words:
        node = after.setdefault(word, Node())
        after = node.after
    node.lexeme = node.lexeme or Lexeme()
    return node.lexeme


def _set(gazetteer: Gazetteer, text: str, kind: str, value: str) -> None:
    lexeme = _leaf(gazetteer, split_phrase(text)[0])
    if kind == "fields":
        lexeme.fields = (*lexeme.fields, value)
    elif kind in ("stop", "again"):
        setattr(lexeme, kind, True)
    else:
        setattr(lexeme, kind, value)


def _add(gazetteer: Gazetteer, alias: Alias, actor: Actor) -> None:
    low, raw = split_phrase(alias.text)
    leaf = _leaf(gazetteer, low)
    leaf.names = (*leaf.names, _name(alias, actor, raw))


def _add_owned(gazetteer: Gazetteer, alias: Alias, actor: Actor) -> None:
    """Read "Chinese commerce ministry" as "commerce ministry" too, where China is its owner."""
    if actor.kind is not ActorKind.BODY and "title" not in alias.flags:
        return
    low, raw = split_phrase(alias.text)
    owner, length = _owner(gazetteer, low, actor)
    if owner:
        leaf = _leaf(gazetteer, low[length:])
        name = replace(_name(alias, actor, raw[length:]), owner=owner)
        if all(other.actor != actor or other.start != name.start for other in leaf.owned):
            leaf.owned = (*leaf.owned, name)


def _name(alias: Alias, actor: Actor, raw: tuple[str, ...]) -> Name:
    flags = alias.flags
    return Name(
        actor,
        raw,
        "case" in flags,
        "context" in flags,
        "metonym" in flags,
        "title" in flags,
        "common" in flags,
        alias.start,
        alias.end,
    )


def _owner(gazetteer: Gazetteer, low: tuple[str, ...], actor: Actor) -> tuple[str, int]:
    """Whose the first words of an alias are, and how many they are.

    "Chinese commerce ministry" is cn's, and leaves "commerce ministry"; "Nvidia CEO" leaves "CEO".
    """
    above = {actor.parent, actor.country.lower()}
    for length in (1, 2):
        lexeme = _peek(gazetteer, low[:length])
        length += low[length : length + 1] == ("'s",)
        if lexeme is None or low[length : length + 1] in ((), ("of",), ("and",)):
            continue
        owners = {name.actor.id for name in lexeme.names} | {lexeme.nation}
        if owned := sorted((owners & above) - {""}):
            return owned[0], length
    return "", 0


def _peek(gazetteer: Gazetteer, words: tuple[str, ...]) -> Lexeme | None:
    after, node = gazetteer.root, None
    for word in words:
        node = after.get(word)
        if node is None:
            return None
        after = node.after
    return node.lexeme if node else None


def _settle(after: dict[str, Node], quiet_ends: set[str]) -> None:
    for word, node in after.items():
        if node.lexeme is not None:
            node.lexeme.settle()
            node.quiet = node.lexeme.quiet
            if node.quiet:
                quiet_ends.add(word)
        _settle(node.after, quiet_ends)
