"""Answers to what only the document can tell: "the company", "they", "local officials".

An answer is given only where something fits by kind, number and nearness; else nothing is said.
To add a question, add its answer to ``_ANSWERS``.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date

from timeline.actors import compose
from timeline.actors.found import Ask, Found
from timeline.actors.lexemes import Name, adjective, lacking
from timeline.actors.memory import LAST, Memory
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
_ASKED = (ActorKind.COMPANY, ActorKind.BODY, ActorKind.ORGANISATION)


def find(memory: Memory, found: Found, sentence: int) -> tuple[Actor, ...]:
    """The actors meant: none where the document does not tell, two for "the two sides"."""
    if found.actor is not None:
        return (found.actor,)
    if found.ask is None:
        return ()
    if found.ask.what == "pair":
        return _pair(memory, found.ask, sentence)
    if found.ask.federal and not found.ask.state:
        found.ask.state = memory.federation()
    if found.ask.again and found.ask.group == "firms" and (named := memory.together(sentence)):
        return named
    actor = _ANSWERS[found.ask.what](memory, found.ask, sentence)
    return () if actor is None else (actor,)


def _group(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    if ask.again and (last := _last_group(memory, ask.group)):
        return last
    if ask.bare:
        return compose.role("", "", ask.fields, ask.word, ask.group)
    state = ask.state or memory.legislature(ask.word) or _state_of_group(memory, ask, sentence)
    if _lacks(state, ask.word) and not memory.has_named(ask.word, state):
        state = next((one for one in memory.ruling if not _lacks(one, ask.word)), "")
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
    """The suppliers spoken of, or no country's: "the two suppliers"."""
    for seen in memory.seen[-1:-LAST:-1]:
        if seen.actor.kind is ActorKind.FIRMS and seen.actor.name.endswith(ask.word):
            return seen.actor
    return compose.role("", "", ask.fields, ask.word, ask.group)


def _pair(memory: Memory, ask: Ask, sentence: int) -> tuple[Actor, ...]:
    """The two states, or firms, that a sentence before names together, or that stand out."""
    counts: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    for back in range(6):
        named: dict[str, Actor] = {}
        for seen in memory.seen[-2 * LAST :]:
            if seen.sentence != sentence - back:
                continue
            actor = memory.gazetteer.actors.get(memory.country(seen))
            if ask.word == "firms":
                actor = seen.actor if seen.actor.kind is ActorKind.COMPANY else None
            if actor is not None:
                named.setdefault(actor.id, actor)
        if len(named) == 2 and back < 4:
            return tuple(named.values())
        counts.update(list(named))
        actors.update(named)
    best = [key for key, count in counts.most_common(3) if count > 1]
    return tuple(actors[key] for key in best) if len(best) == 2 else ()


def _last_group(memory: Memory, group: str) -> Actor | None:
    kind = ActorKind.FIRMS if group == "firms" else ActorKind.OFFICIALS
    for seen in memory.seen[-1:-LAST:-1]:
        if seen.actor.kind is kind:
            return seen.actor
    return None


def _company(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return memory.best(
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
        return memory.best(sentence, lambda seen: seen.actor.kind in _ASKED, back=2)
    kinds = (ActorKind.BODY,)
    if word in ("agency", "regulators"):
        return memory.best(sentence, lambda seen: _is_agency(seen.actor), back=5)
    return memory.best(
        sentence,
        lambda seen: (
            seen.actor.kind in kinds
            and word in seen.actor.name.lower()
            and (not ask.state or memory.gazetteer.state_of(seen.actor) == ask.state)
        ),
        back=8,
    )


def _is_agency(actor: Actor) -> bool:
    barred = ("court", "congress", "senate", "house", "parliament", "embassy", "council")
    return actor.kind is ActorKind.BODY and not any(word in actor.name.lower() for word in barred)


def _state(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    actors = memory.gazetteer.actors
    fixed = {"bloc": "eu", "island": "tw", "alliance": "nato"}.get(ask.word)
    if fixed is not None:
        return actors.get(fixed) if fixed in memory.known else None
    if ask.federal:
        return actors.get(ask.state)
    if ask.word == "government":
        if ask.near and (own := _its(memory, ask, sentence)):
            return actors.get(memory.gazetteer.state_of(own))
        return actors.get(
            memory.governing or memory.acting or memory.officials_state or memory.major
        )
    last = memory.best(sentence, lambda seen: bool(memory.country(seen)), back=2)
    return actors.get(memory.gazetteer.state_of(last)) if last else None


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
    state = memory.acting or memory.officials_state or memory.major
    if _lacks(state, ask.word):
        state = next((one for one in memory.ruling if not _lacks(one, ask.word)), "")
    owned = tuple(name for name in ask.names if name.owner == state)
    if state and owned:
        return _held(owned, memory.on)
    actor = memory.gazetteer.actors.get(state)
    if actor is None or any(name.title for name in ask.names):
        return None
    key = f"{state}:{compose.slug(ask.word)}"
    return Actor(key, f"{adjective(state)} {ask.word}", ActorKind.BODY, actor.country, state)


def _lacks(state: str, words: str) -> bool:
    """Whether a state has none so called: the US has departments, and no commerce ministry."""
    return not lacking().get(state, frozenset()).isdisjoint(words.lower().split())


def _common(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    """The body so called of the state that the document speaks of: "the Supreme Court".

    It is the known one's where its own state is spoken of too, or nobody's is.
    """
    known = ask.names[0].actor
    state = memory.gazetteer.actors.get(memory.major)
    own = memory.gazetteer.state_of(known)
    if state is None or known.id in memory.named or own in memory.ruling:
        return known
    if state.id not in memory.doing or _lacks(state.id, ask.word):
        return known  # "the Commerce Department bars exports to China"
    like = [one for one in memory.seen if one.actor.name.endswith(ask.word)]
    return like[-1].actor if like else compose.body(state, ask.word)


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
    return memory.best(
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
    for seen in memory.seen[-1:-LAST:-1]:
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
    return memory.best(sentence, lambda seen: seen.actor.kind in _SINGLE and seen.subject, back=1)


def _he(memory: Memory, ask: Ask, sentence: int) -> Actor | None:
    return memory.best(sentence, lambda seen: seen.actor.kind is ActorKind.PERSON, back=2)


_ANSWERS: dict[str, Callable[[Memory, Ask, int], Actor | None]] = {
    "group": _group,
    "company": _company,
    "body": _body,
    "state": _state,
    "person": _person,
    "familiar": _familiar,
    "surname": _surname,
    "owned": _owned,
    "common": _common,
    "context": _context,
    "either": lambda memory, ask, _sentence: memory.owning(ask.names),
    "they": _they,
    "it": _it,
    "its": _its,
    "again": _again,
    "he": _he,
}
