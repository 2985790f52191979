"""Who is named in the Chinese sentences of a text.

``scan`` finds names, groups, offices and what points back, character by character; ``memory``
answers what only the document can tell.  Words are in lexicon/roles_zh.toml, names in seeds/.
"""

from collections.abc import Sequence
from datetime import date

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.zh import memory, words
from timeline.actors.zh.found import Part, Reading, reading
from timeline.actors.zh.scan import scan
from timeline.model import ActorMention, Sentence, Span, Use

__all__ = ["find"]


def find(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, on: date | None
) -> tuple[tuple[ActorMention, ...], ...]:
    """The actors of each sentence, in order of place.

    "商务部发言人束珏婷说，该部将依法审批" gives the spokeswoman, then the ministry.
    """
    readings = [reading(sentence.text, gazetteer, on) for sentence in sentences]
    for one in readings:
        scan(one)
    memories = memory.memory(readings, gazetteer)
    found = []
    for one, sentence in zip(readings, sentences, strict=True):
        found.append(tuple(_mentions(one, sentence, memories)))
        memories.before = one.plain
    return tuple(found)


def _mentions(one: Reading, sentence: Sentence, memories: memory.Memory) -> list[ActorMention]:
    mentions = []
    for part in one.parts:
        actor = memories.answer(part, one)
        if actor is None:
            continue
        if part.use is Use.NOUN:
            part.use = _use(one, part)
        memories.note(actor, part)
        span = Span(sentence.span.start + part.start, sentence.span.start + part.end)
        words_ = one.text[part.start : part.end]
        mentions.append(ActorMention(span, words_, actor, part.rule, part.use))
    return mentions


def _use(one: Reading, part: Part) -> Use:
    """Whether a name owns what follows, stands before a noun, or stands for itself."""
    if one.plain.startswith("的", part.end):
        return Use.POSSESSIVE
    if one.plain.startswith(words.nouns(), part.end):
        return Use.ATTRIBUTIVE
    return Use.NOUN
