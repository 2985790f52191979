"""What a document has named so far: what a later word may point back to."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import date

from timeline.actors.found import Found
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.lexemes import Name, around, federal
from timeline.model import Actor, ActorKind, Use
from timeline.values import dataclass

_GOVERNING = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)
_NATIONAL = (
    ActorKind.STATE,
    ActorKind.OFFICIALS,
    ActorKind.FIRMS,
    ActorKind.BODY,
    ActorKind.PERSON,
)
_MANY = 4  # companies that "the companies" may be
LAST = 24  # mentions that are looked back at
_PERSON, _COMPANY = ActorKind.PERSON, ActorKind.COMPANY  # a look-up of an enum is slow
_PRODUCT, _SOURCE = ActorKind.PRODUCT, ActorKind.SOURCE
_ATTRIBUTIVE = Use.ATTRIBUTIVE


@dataclass(slots=True)
class Seen:
    """A mention that a later word may point back to."""

    actor: Actor
    sentence: int
    subject: bool
    use: Use
    plural: bool
    pointer: bool = False


@dataclass(slots=True)
class Memory:
    """The mentions of a document up to here."""

    gazetteer: Gazetteer
    on: date | None
    major: str = ""  # the state whose people and firms are spoken of most, in the whole document
    ruling: tuple[str, ...] = ()  # the states whose governments are spoken of, the most first
    doing: frozenset[str] = frozenset()  # those of them that act, or a body of which is named
    named: frozenset[str] = frozenset()  # actors named beyond doubt, in the whole document
    seen: list[Seen] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    short: dict[str, Actor] = field(default_factory=dict)  # "FTC", as this document defines it
    surnames: dict[str, Actor] = field(default_factory=dict)
    governing: str = ""  # state last named as "the Dutch government"
    officials_state: str = ""  # state of the last "Chinese officials"
    firms_state: str = ""  # state of the last "Chinese firms"
    home: str = ""  # state of the firm that acted last
    acting: str = ""  # state of the government that acted last
    acted: int = -9  # in which sentence
    has_source: bool = False

    def note(self, found: Found, actor: Actor, sentence: int, use: Use) -> None:
        """Remember a mention."""
        self.known.add(actor.id)
        if found.short:
            self.short[found.short] = self.surnames[found.short] = actor
        if actor.kind is _PRODUCT:
            return
        pointer = found.rule == "pronoun"
        self.seen.append(Seen(actor, sentence, found.subject, use, found.plural, pointer))
        state = self.gazetteer.state_of(actor)
        self._note_side(found, actor, state)
        if actor.kind is _PERSON:
            self._note_person(actor)
            if found.subject and self.is_governing(actor.parent):
                self.acting, self.acted = state, sentence
        elif actor.kind is _SOURCE:
            self.has_source = self.has_source or actor.id == "source:familiar"
        elif actor.kind in _GOVERNING and state and (found.subject or found.explicit):
            self.acting, self.acted = state, sentence

    def _note_side(self, found: Found, actor: Actor, state: str) -> None:
        if found.explicit and actor.kind is ActorKind.STATE:
            self.governing = state
        elif found.explicit and actor.kind is ActorKind.FIRMS:
            self.firms_state = state or self.firms_state
        elif found.explicit:
            self.officials_state = state or self.officials_state
        if actor.kind is _COMPANY and found.subject:
            self.home = state

    def together(self, sentence: int) -> tuple[Actor, ...]:
        """The two to four companies that one of the two sentences before names: "the companies"."""
        for back in (1, 2):
            named: dict[str, Actor] = {}
            for seen in self.seen[-LAST:]:
                is_here = seen.sentence == sentence - back and seen.use is not _ATTRIBUTIVE
                if is_here and seen.actor.kind is _COMPANY:
                    named.setdefault(seen.actor.id, seen.actor)
            if named:
                return tuple(named.values()) if 2 <= len(named) <= _MANY else ()
        return ()

    def has_named(self, word: str, state: str) -> bool:
        """Whether some of a state were named: "China's lawmakers"."""
        like = (seen.actor for seen in self.seen if seen.actor.name.endswith(word))
        return any(self.gazetteer.state_of(actor) == state for actor in like)

    def owning(self, names: tuple[Name, ...]) -> Actor:
        """The body so called of a state spoken of; the last is nobody's: its name alone."""
        for state in (self.acting, self.officials_state, *self.ruling):
            for name in names[:-1]:
                if state and name.owner == state:
                    return name.actor
        return names[-1].actor

    def federation(self) -> str:
        """The federation spoken of: in a story of China "the federal government" is not Beijing."""
        told = (self.governing, self.acting, self.officials_state, *self.ruling)
        return next((state for state in told if state in federal()), federal()[0])

    def legislature(self, word: str) -> str:
        """The state of the parliament, or of its member, named last: whose "the lawmakers" are."""
        for seen in self.seen[-1:-LAST:-1] if word == "lawmakers" else ():
            parent = self.gazetteer.actors.get(seen.actor.parent)
            names = f"{seen.actor.name} {parent.name if parent else ''}".lower()
            if not around().legislature.isdisjoint(names.split()):
                return self.gazetteer.state_of(seen.actor)
        return ""

    def is_governing(self, actor: str) -> bool:
        """Whether an actor (a person's parent) is a state or a part of one."""
        parent = self.gazetteer.actors.get(actor)
        return parent is not None and parent.kind in _GOVERNING

    def _note_person(self, actor: Actor) -> None:
        words = actor.name.split()
        if len(words) > 1:
            self.surnames[words[-1]] = actor
            if actor.country == "CN" or actor.id.startswith("form:"):
                self.surnames.setdefault(words[0], actor)

    def best(self, sentence: int, fits: Callable[[Seen], bool], *, back: int) -> Actor | None:
        """The likeliest antecedent: near, a subject, no mere attribute; of two alike the first."""
        best, found = -99, None
        for seen in self.seen[-1:-LAST:-1]:
            away = sentence - seen.sentence
            if away > back:
                break
            if not fits(seen):
                continue
            score = 3 * seen.subject - 4 * away - 2 * (seen.use is _ATTRIBUTIVE)
            if score >= best:
                best, found = score, seen.actor
        return found

    def country(self, seen: Seen) -> str:
        """The state that a mention may stand for: "the country" after "Chinese officials"."""
        actor = seen.actor
        if actor.kind is _PERSON and not self.is_governing(actor.parent):
            return ""
        return self.gazetteer.state_of(actor) if actor.kind in _NATIONAL else ""


def of_document(found: Iterable[Found], gazetteer: Gazetteer, on: date | None) -> Memory:
    """A memory that knows whose side the document speaks of most, and who is named at all."""
    weights: Counter[str] = Counter()
    named, doing = set(), set()
    for mention in found:
        if mention.actor is None:
            continue
        named.add(mention.actor.id)
        state = gazetteer.state_of(mention.actor)
        if not state or mention.actor.kind not in _GOVERNING or mention.use is _ATTRIBUTIVE:
            continue
        weights[state] += 3 if mention.explicit else 1 + mention.subject
        if mention.explicit or mention.subject or mention.actor.kind is ActorKind.BODY:
            doing.add(state)
    ruling = tuple(sorted(weights, key=lambda state: (-weights[state], state)))
    major = ruling[0] if ruling else ""
    return Memory(gazetteer, on, major, ruling, frozenset(doing), frozenset(named))
