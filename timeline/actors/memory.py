"""What a document has named so far, and the answers to what only it can tell.

An answer is given only where something fits by kind, number and nearness; else nothing is said.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from timeline.actors import compose
from timeline.actors.found import Ask, Found
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.lexemes import Name, adjective
from timeline.actors.names import holder
from timeline.model import Actor, ActorKind, Use

_SINGLE = (
    ActorKind.COMPANY,
    ActorKind.BODY,
    ActorKind.STATE,
    ActorKind.ORGANISATION,
    ActorKind.OUTLET,
)
_PLURAL = (ActorKind.OFFICIALS, ActorKind.FIRMS, ActorKind.SOURCE)
_GOVERNING = (ActorKind.STATE, ActorKind.BODY, ActorKind.OFFICIALS)
_ASKED = (ActorKind.COMPANY, ActorKind.BODY, ActorKind.ORGANISATION)
_LAST = 24  # mentions that are looked back at


@dataclass(frozen=True, slots=True)
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
    named: frozenset[str] = frozenset()  # actors named beyond doubt, in the whole document
    seen: list[Seen] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
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
        if actor.kind is ActorKind.PRODUCT:
            return
        pointer = found.rule == "pronoun"
        self.seen.append(Seen(actor, sentence, found.subject, use, found.plural, pointer))
        state = self.gazetteer.state_of(actor)
        if actor.kind is ActorKind.PERSON:
            self._note_person(actor)
            if found.subject and self.is_governing(actor.parent):
                self.acting, self.acted = state, sentence
        elif actor.kind is ActorKind.SOURCE:
            self.has_source = self.has_source or actor.id == "source:familiar"
        elif actor.kind in _GOVERNING and state and (found.subject or found.explicit):
            self.acting, self.acted = state, sentence
        if found.explicit and actor.kind is ActorKind.STATE:
            self.governing = state
        elif found.explicit and actor.kind is ActorKind.FIRMS:
            self.firms_state = state or self.firms_state
        elif found.explicit:
            self.officials_state = state or self.officials_state
        if actor.kind is ActorKind.COMPANY and found.subject:
            self.home = state

    def is_governing(self, actor: str) -> bool:
        parent = self.gazetteer.actors.get(actor)
        return parent is not None and parent.kind in _GOVERNING

    def _note_person(self, actor: Actor) -> None:
        words = actor.name.split()
        if len(words) > 1:
            self.surnames[words[-1]] = actor
            if actor.country == "CN" or actor.id.startswith("form:"):
                self.surnames.setdefault(words[0], actor)

    def answers(self, found: Found, sentence: int) -> tuple[Actor, ...]:
        """The actors meant: none where the document does not tell, two for "the two sides"."""
        if found.actor is not None:
            return (found.actor,)
        if found.ask is None:
            return ()
        if found.ask.what == "pair":
            return _pair(self, found.ask, sentence)
        actor = _ANSWERS[found.ask.what](self, found.ask, sentence)
        return () if actor is None else (actor,)


def of_document(found: Iterable[Found], gazetteer: Gazetteer, on: date | None) -> Memory:
    """A memory that knows whose side the document speaks of most, and who is named at all."""
    weights: Counter[str] = Counter()
    named = set()
    for mention in found:
        if mention.actor is None:
            continue
        named.add(mention.actor.id)
        state = gazetteer.state_of(mention.actor)
        if not state or mention.actor.kind not in _GOVERNING or mention.use is Use.ATTRIBUTIVE:
            continue
        weights[state] += 3 if mention.explicit else 1 + mention.subject
    best = max(sorted(weights), key=lambda state: weights[state], default="")
    return Memory(gazetteer, on, best, frozenset(named))


def _group(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    if ask.again and (last := _last_group(memory, ask.group)):
        return last
    if ask.bare:
        return compose.role("", "", ask.fields, ask.word, ask.group)
    state = ask.state or _state_of_group(memory, ask, sentence)
    if not state and ask.group == "body":
        return None
    if not state and ask.local:
        state = "local"
    actor = memory.gazetteer.actors.get(state)
    country = actor.country if actor else ""
    return compose.role(state, country, ask.fields, ask.word, ask.group)


def _state_of_group(memory: Memory, ask: Ask, sentence: int) -> str:
    acting = memory.acting if sentence - memory.acted <= 2 else ""
    officials, firms = memory.officials_state, memory.firms_state
    if ask.group == "firms" and ask.local:
        return firms or officials or acting or memory.major or memory.home
    if ask.group == "firms":
        return firms or (memory.acting if memory.acted == sentence else "")
    if ask.local:
        return officials or acting or firms or memory.major
    return acting or officials or memory.acting or memory.major


def _again(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    """ "the two suppliers": the suppliers spoken of, or no country's."""
    for seen in memory.seen[-1:-_LAST:-1]:
        if seen.actor.kind is ActorKind.FIRMS and seen.actor.name.endswith(ask.word):
            return seen.actor
    return compose.role("", "", ask.fields, ask.word, ask.group)


def _pair(memory: Memory, ask: Ask, sentence: int) -> tuple[Actor, ...]:
    """The two states, or firms, that one of the sentences before names together."""
    for back in range(4):
        named: dict[str, Actor] = {}
        for seen in memory.seen[-2 * _LAST :]:
            if seen.sentence != sentence - back:
                continue
            actor = memory.gazetteer.actors.get(_country(memory, seen))
            if ask.word == "firms":
                actor = seen.actor if seen.actor.kind is ActorKind.COMPANY else None
            if actor is not None:
                named.setdefault(actor.id, actor)
        if len(named) == 2:
            return tuple(named.values())
        if len(named) > 2:
            return ()
    return ()


def _last_group(memory: Memory, group: str) -> Actor | None:
    kind = ActorKind.FIRMS if group == "firms" else ActorKind.OFFICIALS
    for seen in memory.seen[-1:-_LAST:-1]:
        if seen.actor.kind is kind:
            return seen.actor
    return None


def _company(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return _best(
        memory,
        sentence,
        lambda seen: (
            seen.actor.kind is ActorKind.COMPANY
            and (not ask.state or memory.gazetteer.state_of(seen.actor) == ask.state)
        ),
        back=4,
    )


def _body(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    word = ask.word
    if word == "spokesperson":
        return _best(memory, sentence, lambda seen: seen.actor.kind in _ASKED, back=2)
    kinds = (ActorKind.BODY,)
    if word in ("agency", "regulators"):
        return _best(memory, sentence, lambda seen: _is_agency(seen.actor), back=5)
    return _best(
        memory,
        sentence,
        lambda seen: (
            seen.actor.kind in kinds
            and word in seen.actor.name.lower()
            and (not ask.state or memory.gazetteer.state_of(seen.actor) == ask.state)
        ),
        back=8,
    )


def _is_agency(actor: Actor) -> bool:
    name = actor.name.lower()
    barred = ("court", "congress", "senate", "house", "parliament", "embassy", "council")
    return actor.kind is ActorKind.BODY and not any(word in name for word in barred)


def _state(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    actors = memory.gazetteer.actors
    fixed = {"bloc": "eu", "island": "tw", "alliance": "nato"}.get(ask.word)
    if fixed is not None:
        return actors.get(fixed) if fixed in memory.known else None
    if ask.word == "government":
        if ask.near and (own := _its(memory, ask, sentence)):
            return actors.get(memory.gazetteer.state_of(own))
        return actors.get(
            memory.governing or memory.acting or memory.officials_state or memory.major
        )
    last = _best(memory, sentence, lambda seen: bool(_country(memory, seen)), back=2)
    return actors.get(memory.gazetteer.state_of(last)) if last else None


def _country(memory: Memory, seen: Seen) -> str:
    """The state of a mention that may be called "the country"."""
    kinds = (ActorKind.STATE, ActorKind.OFFICIALS, ActorKind.FIRMS, ActorKind.BODY)
    if seen.actor.kind is ActorKind.PERSON:
        return (
            memory.gazetteer.state_of(seen.actor) if memory.is_governing(seen.actor.parent) else ""
        )
    return memory.gazetteer.state_of(seen.actor) if seen.actor.kind in kinds else ""


def _person(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    people = [seen.actor for seen in memory.seen if seen.actor.kind is ActorKind.PERSON]
    if len({actor.id for actor in people}) != 1:
        return None
    return people[-1]


def _familiar(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    if not (memory.has_source or ask.near):
        return None
    return compose.role("", "", (), "people familiar with the matter", "source")


def _surname(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return memory.surnames.get(ask.word)


def _owned(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    if ask.state:
        return _held(ask.names, memory.on)
    for name in ask.names:
        if name.actor.id in memory.known and not name.title:
            return name.actor
    for state in (memory.acting, memory.officials_state, memory.major):
        owned = tuple(name for name in ask.names if name.owner == state)
        if state and owned:
            return _held(owned, memory.on)
    state = memory.acting or memory.major
    actor = memory.gazetteer.actors.get(state)
    if actor is None or any(name.title for name in ask.names):
        return None
    name = f"{adjective(state)} {ask.word}"
    key = f"{state}:{compose.slug(ask.word)}"
    return Actor(key, name, ActorKind.BODY, actor.country, state)


def _held(names: tuple[Name, ...], on: date | None) -> Actor | None:
    if not names[0].title:
        return names[0].actor
    name = holder(names, on)
    if name is not None:
        return name.actor
    words, owner = " ".join(names[0].written), names[0].owner
    country = names[0].actor.country
    parent = owner if adjective(owner) else ""
    whose = adjective(owner) or owner
    key = f"{owner}:{compose.slug(words)}"
    return Actor(key, f"{whose} {words}", ActorKind.OFFICIALS, country, parent)


def _context(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    actor = ask.names[0].actor
    if actor.id in memory.known:
        return actor
    if actor.kind is ActorKind.PERSON or actor.kind is ActorKind.BODY:
        return None
    if actor.kind is ActorKind.PRODUCT and actor.parent in memory.named:
        return actor
    return actor if ask.near else None


def _they(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return _best(
        memory,
        sentence,
        lambda seen: (
            seen.actor.kind in _PLURAL
            and seen.plural
            and (seen.subject or seen.sentence == sentence)
        ),
        back=1,
    )


def _its(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    """The owner: who was named last before it in the sentence, else the last subject."""
    last = None
    for seen in memory.seen[-1:-_LAST:-1]:
        if seen.sentence != sentence:
            break
        if seen.actor.kind not in _SINGLE or seen.use is Use.ATTRIBUTIVE:
            continue
        if seen.pointer:
            return seen.actor
        last = last or seen.actor
        if seen.subject:
            break
    if last is not None:
        return last
    return _it(memory, ask, sentence)


def _it(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return _best(memory, sentence, lambda seen: seen.actor.kind in _SINGLE and seen.subject, back=1)


def _he(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return _best(memory, sentence, lambda seen: seen.actor.kind is ActorKind.PERSON, back=2)


_ANSWERS: dict[str, Callable[[Memory, Ask, int], Actor | None]] = {
    "group": _group,
    "company": _company,
    "body": _body,
    "state": _state,
    "person": _person,
    "familiar": _familiar,
    "surname": _surname,
    "owned": _owned,
    "context": _context,
    "they": _they,
    "it": _it,
    "its": _its,
    "again": _again,
    "he": _he,
}


def _best(
    memory: Memory, sentence: int, fits: Callable[[Seen], bool], *, back: int
) -> Actor | None:
    """The likeliest antecedent: near, a subject, no mere attribute; the first named of two alike."""
    best, found = -99, None
    for seen in memory.seen[-1:-_LAST:-1]:
        away = sentence - seen.sentence
        if away > back:
            break
        if not fits(seen):
            continue
        score = 3 * seen.subject - 4 * away - 2 * (seen.use is Use.ATTRIBUTIVE)
        if score >= best:
            best, found = score, seen.actor
    return found
