"""Who is named in the Chinese sentences of a text.

``scan`` finds names, groups, offices and what points back, character by character; ``memory``
answers what only the document can tell.  Words are in lexicon/roles_zh.toml, names in seeds/.
"""

import re
from collections.abc import Sequence
from datetime import date

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.zh import memory, words
from timeline.actors.zh.found import Part, Reading, reading
from timeline.actors.zh.scan import scan
from timeline.lexicon import han
from timeline.model import Actor, ActorKind, ActorMention, Sentence, Span, Use

__all__ = ["find"]

_HAN = re.compile("[\u4e00-\u9fff·・]{2,14}")


def find(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, on: date | None
) -> tuple[tuple[ActorMention, ...], ...]:
    """The actors of each sentence, in order of place.

    "商务部发言人束珏婷说，该部将依法审批" gives the spokeswoman, then the ministry.
    """
    readings = [reading(sentence.text, gazetteer, on) for sentence in sentences]
    for one in readings:
        scan(one)
    _name_again(readings)
    memories = memory.memory(readings, gazetteer)
    found = []
    for one, sentence in zip(readings, sentences, strict=True):
        found.append(tuple(_mentions(one, sentence, memories)))
        memories.before = one.plain
    return tuple(found)


def _name_again(readings: Sequence[Reading]) -> None:
    """Add who was named by form before: "商务部副部长凌激说 … 凌激强调"."""
    known: dict[str, Actor] = {}
    for one in readings:
        for name, actor in known.items():
            starts = (found.start() for found in re.finditer(re.escape(name), one.plain))
            one.parts += [
                Part(at, at + len(name), "form", actor)
                for at in starts
                if not any(at < part.end and part.start < at + len(name) for part in one.parts)
            ]
        one.parts.sort(key=lambda part: part.start)
        for part in one.parts:
            if part.actor is not None and part.actor.id.startswith("form:"):
                known |= dict.fromkeys(_names(part.actor), part.actor)


def _names(actor: Actor) -> list[str]:
    """The name of a person in Chinese, of a foreign one its last part: "奥洛夫·吉尔", "吉尔"."""
    name = han.plain(actor.name)
    if actor.kind is not ActorKind.PERSON or not _HAN.fullmatch(name):
        return []
    return [part for part in dict.fromkeys((name, re.split("[·・]", name)[-1])) if len(part) > 1]


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
