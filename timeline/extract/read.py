"""What is found in a sentence before anything is claimed of it."""

from timeline.model import ActorMention, Attribution, Sentence, Timex
from timeline.values import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with all that was found in it."""

    sentence: Sentence
    timexes: tuple[Timex, ...]
    actors: tuple[ActorMention, ...]
    attributions: tuple[Attribution, ...]
