"""Who is named in a text: aliases, metonyms, offices by date, role phrases, names by their form,
and what points back to them.

``find`` reads each sentence by itself (``forms``, ``phrases``, ``names``, ``pointers``, in this
order: a longer reading takes the words from a shorter one), then answers what only the document
can tell (``answers``, from ``memory``).  To add words, see lexicon/roles.toml; to add actors,
seeds/*.csv; to add a way of reading, a module beside these and its line in ``_read``.  Chinese
sentences have a reader of their own, ``zh``.
"""

from collections.abc import Sequence
from datetime import date

from timeline.actors import answers, forms, names, phrases, pointers
from timeline.actors.found import Found, Reading, read
from timeline.actors.gazetteer import Gazetteer, build
from timeline.actors.memory import Memory, of_document
from timeline.actors.standing import is_subject, use
from timeline.actors.words import split
from timeline.lexicon import han
from timeline.model import ActorMention, Sentence, Span, Use, World

__all__ = ["Gazetteer", "compile", "find"]

_NOUN = Use.NOUN


def compile(world: World) -> Gazetteer:
    """The names of a world and the role words of the lexicon, ready for ``find``."""
    return build(world)


def find(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, on: date | None
) -> tuple[tuple[ActorMention, ...], ...]:
    """The actors named in a document's sentences: one tuple a sentence, in order of place.

    ``on`` is the day by which offices are read ("US Commerce Secretary"); None: today's holders
    as the seeds know them.  Mentions may overlap only where one is the owner within another
    ("Nvidia" in "Nvidia's chief executive").
    """
    if any(han.is_chinese(sentence.text) for sentence in sentences):
        return _mixed(sentences, gazetteer, on)
    return _english(sentences, gazetteer, on)


def _mixed(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, on: date | None
) -> tuple[tuple[ActorMention, ...], ...]:
    """The same where some sentences are Chinese: each by the reader of its own language."""
    from timeline.actors import zh  # its words are compiled only where there is Chinese

    is_chinese = [han.is_chinese(sentence.text) for sentence in sentences]
    chinese = [s for s, told in zip(sentences, is_chinese, strict=True) if told]
    others = [s for s, told in zip(sentences, is_chinese, strict=True) if not told]
    readers = (iter(_english(others, gazetteer, on)), iter(zh.find(chinese, gazetteer, on)))
    return tuple(next(readers[told]) for told in is_chinese)


def _english(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, on: date | None
) -> tuple[tuple[ActorMention, ...], ...]:
    readings = [_read(sentence.text, gazetteer, on) for sentence in sentences]
    every = (found for reading in readings for found in reading.found)
    memory = of_document(every, gazetteer, on)
    return tuple(
        tuple(_mentions(reading, memory, place, sentence))
        for place, (reading, sentence) in enumerate(zip(readings, sentences, strict=True))
    )


def _read(text: str, gazetteer: Gazetteer, on: date | None) -> Reading:
    reading = read(text, split(text), gazetteer)
    forms.find(reading)
    phrases.find(reading)
    names.find(reading, on)
    pointers.find(reading)
    reading.found.sort(key=lambda found: (found.first, -found.end))
    for found in reading.found:
        if reading.low(found.end) == "(" and reading.low(found.end + 2) == ")":
            found.short = _short(reading.words.raw[found.end + 1])
        if found.actor is not None and not found.stands:
            _stand(reading, found)
    return reading


def _short(word: str) -> str:
    return word if 1 < len(word) < 7 and word.isupper() and word.isalpha() else ""


def _stand(reading: Reading, found: Found) -> None:
    found.stands = True
    if found.use is None:
        found.use = use(reading.words, found)
    if found.use is _NOUN and not found.subject:
        found.subject = is_subject(reading.words, found)


def _mentions(
    reading: Reading, memory: Memory, place: int, sentence: Sentence
) -> list[ActorMention]:
    mentions = []
    words, start = reading.words, sentence.span.start
    for found in reading.found:
        meant = answers.find(memory, found, place)
        if memory.short and found.end == found.first + 1:
            short = memory.short.get(words.raw[found.first])
            meant = (short,) if short else meant
        if not meant:
            continue
        if not found.stands:
            _stand(reading, found)
        standing = found.use or _NOUN
        first, end = words.edges[2 * found.first], words.edges[2 * found.end - 1]
        span, text = Span(start + first, start + end), sentence.text[first:end]
        for actor in meant:
            memory.note(found, actor, place, standing)
            mentions.append(ActorMention(span, text, actor, found.rule, standing))
    return mentions
