"""What points back in a Chinese document, answered in the order of its sentences."""

from collections.abc import Sequence
from dataclasses import field

from timeline.actors import compose
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.zh import words
from timeline.actors.zh.found import Part, Reading
from timeline.model import Actor, ActorKind, Use
from timeline.values import dataclass

_GOVERNING = (ActorKind.STATE, ActorKind.BODY)
_HOME = "cn"
_AMERICAN = ("lawmakers", "prosecutors")  # a Chinese text has few of its own


@dataclass(slots=True)
class Memory:
    """Who was named last of each kind, and of which states bodies are named in full."""

    gazetteer: Gazetteer
    named: frozenset[str]
    title: str
    last: dict[str, Actor] = field(default_factory=dict)
    before: str = ""

    def answer(self, part: Part, reading: Reading) -> Actor | None:
        """The actor a part means, None where the text does not tell."""
        if part.actor is not None:
            return part.actor
        if part.ask == "bare":
            return self._body(words.bare(part.key), reading)
        if part.ask == "group":
            state = "" if part.group == "firms" else self._state()
            if part.key in _AMERICAN and state == _HOME:
                state = "us"
            actor = self.gazetteer.actors.get(state)
            country = actor.country if actor else ""
            return compose.role(state, country, part.fields, part.key, part.group)
        if part.ask == "state":
            return self.gazetteer.actors.get(self._state())
        if part.ask == "voice":
            return self.last.get("spoken") or self.last.get("body")
        return self.last.get(part.ask)

    def note(self, actor: Actor, part: Part) -> None:
        """Remember who was named."""
        if actor.kind is ActorKind.COMPANY and part.use is Use.NOUN:
            self.last["company"] = self.last["spoken"] = actor
        elif actor.kind is ActorKind.BODY:
            self.last["body"] = self.last["spoken"] = actor
        elif actor.kind is ActorKind.PERSON:
            self.last["person"] = actor
        elif actor.kind is ActorKind.SOURCE:
            self.last["they"] = actor
        if part.key == "letter" or part.use is not Use.NOUN or not actor.country:
            return
        parent = self.gazetteer.actors.get(actor.parent)
        above = parent.kind if parent is not None and actor.kind is ActorKind.PERSON else None
        if actor.kind in _GOVERNING or above in _GOVERNING:
            self.last["governing"] = actor

    def _state(self) -> str:
        governing = self.last.get("governing")
        return self.gazetteer.state_of(governing) if governing else _HOME

    def _body(self, bodies: Sequence[str], reading: Reading) -> Actor | None:
        """Of the bodies of one short name, the one that the text speaks of."""
        known = [b for b in bodies if b in self.gazetteer.actors]
        if len(known) < 2:
            return self.gazetteer.actors.get(known[0]) if known else None
        ranked = sorted(known, key=lambda b: (-self._likely(b, reading), known.index(b)))
        return self.gazetteer.actors[ranked[0]]

    def _likely(self, body: str, reading: Reading) -> int:
        state = self.gazetteer.state_of(self.gazetteer.actors[body])
        near = _has(state) and words.signs(state).search(reading.plain) is not None
        around = _has(state) and words.signs(state).search(self.before) is not None
        own = (body in self.named) or any(
            self.gazetteer.actors[one].parent == body for one in self.named
        )
        own_text = 3 if state == _HOME and reading.plain == reading.text.lower() else 0
        clear = state == "cn" and words.signs("cn", 6).search(reading.plain) is not None
        return 2 * own + near + around + 4 * clear + own_text


def _has(state: str) -> bool:
    return state in ("cn", "us")


def memory(readings: Sequence[Reading], gazetteer: Gazetteer) -> Memory:
    named = frozenset(
        part.actor.id
        for reading in readings
        for part in reading.parts
        if part.actor is not None and part.actor.id in gazetteer.actors
    )
    return Memory(gazetteer, named, readings[0].plain if readings else "")
