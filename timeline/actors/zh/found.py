"""A Chinese sentence while its actors are read."""

from dataclasses import field
from datetime import date

from timeline.actors.gazetteer import Gazetteer, Han
from timeline.lexicon import han
from timeline.model import Actor, Use
from timeline.values import dataclass


@dataclass(slots=True)
class Part:
    """A mention in the making: its characters, and its actor or what must be asked for it.

    ``ask`` is company, body, person, they, state, group or bare; ``key`` says which.
    """

    start: int
    end: int
    rule: str
    actor: Actor | None = None
    ask: str = ""
    key: str = ""
    fields: tuple[str, ...] = ()
    group: str = ""
    use: Use = Use.NOUN


@dataclass(slots=True)
class Reading:
    """A sentence: as written, folded to simplified small letters, and what was found in it."""

    text: str
    plain: str
    gazetteer: Gazetteer
    on: date | None
    parts: list[Part] = field(default_factory=list)

    def alias(self, at: int) -> Han | None:
        """The longest name that stands at a place, and that an office's dates allow."""
        for name in self.gazetteer.han.get(self.plain[at], ()):
            if self.plain.startswith(name.text, at) and name.holds(self.on):
                return name
        return None


def reading(text: str, gazetteer: Gazetteer, on: date | None) -> Reading:
    return Reading(text, han.plain(text), gazetteer, on)
