"""Who is said to say what: outlet, official, unnamed source, hop by hop.

``words`` places the actors among a sentence's words; ``verbs`` reads verbs of saying by their
``subject`` and their ``complement``, ``passives`` and ``phrases`` all other cues; ``speaker``
turns a noun phrase into a ``teller``, with the ``memory`` of who spoke before; ``scope`` says
what is covered.  Words are in
lexicon/cues.toml, the specification is tests/corpus/attribution.csv.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress

from timeline.attribution import phrases, verbs
from timeline.attribution.comment import no_comment as _no_english_comment
from timeline.attribution.cues import phrasal, word_set
from timeline.attribution.cues import verbs as cue_verbs
from timeline.attribution.found import Found
from timeline.attribution.memory import Memory
from timeline.attribution.teller import leading
from timeline.attribution.words import Words, split
from timeline.lexicon import han
from timeline.model import ActorMention, Attribution, BlockKind, Sentence, SourceKind
from timeline.values import replace

_LETTERS = re.compile("[a-z]+")
_ABOUT = (SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON, SourceKind.UNNAMED)

__all__ = ["answers", "find", "lemma", "no_comment"]


def find(
    sentences: Sequence[Sentence], actors: Sequence[Sequence[ActorMention]]
) -> tuple[tuple[Attribution, ...], ...]:
    """The attributions of each sentence of one document, in the order of their cues.

    "In a report, Reuters said that deliveries would begin, citing two people familiar with the
    matter. Some have gone out, they said." gives Reuters, then the unnamed sources, for both.
    """
    memory = Memory()
    told = []
    is_open, paragraph = False, -1
    for number, (sentence, mentions) in enumerate(zip(sentences, actors, strict=True)):
        memory.now = number
        is_open = is_open and (sentence.paragraph == paragraph or sentence.text[0] in '“"')
        paragraph = sentence.paragraph
        told.append(_of_sentence(sentence, mentions, memory, is_open))
        if sentence.kind is BlockKind.BODY:
            about = leading(sentence, mentions, sentence.span.end)
            if about and about[0].kind in _ABOUT:
                memory.see(about)
        is_open = _leaves_open(sentence.text, is_open)
    return tuple(_of_later_speaker(sentences, told))


def _of_later_speaker(
    sentences: Sequence[Sentence], told: list[tuple[Attribution, ...]]
) -> list[tuple[Attribution, ...]]:
    """Each attribution, that of a quotation which goes on from whoever the next sentence names.

    Of "It hurts us. It helps them," Xyz said, the first sentence is not of who spoke before.
    """
    for n, sentence in enumerate(sentences[:-1]):
        is_new = sentence.text[0] in '“"' and _leaves_open(sentence.text, False)
        if not is_new or any(one.cue.rule != "continued_quote" for one in told[n]):
            continue
        after = sentences[n + 1]
        closing = [one for one in told[n + 1] if one.scope.start == after.span.start]
        is_near = after.paragraph == sentence.paragraph and after.text[0] not in '“"'
        if is_near and closing and closing[0].cue.rule == "trailing":
            told[n] = (replace(closing[0], scope=sentence.span, is_speech=False),)
    return told


def no_comment(text: str) -> bool:
    """Whether a sentence says only that somebody did not comment."""
    if han.is_chinese(text):
        from timeline.attribution import zh

        return zh.no_comment(text)
    return _no_english_comment(text)


def lemma(word: str) -> str:
    """The English verb that says the same as a Chinese word of saying, "" where none does."""
    if word.isascii():
        return ""
    from timeline.attribution import zh

    return zh.lemma(word)


def answers(text: str) -> bool:
    """Whether what a Chinese sentence says answers another's act: "中方坚决反对"."""
    if not han.is_chinese(text):
        return False
    from timeline.attribution import zh

    return zh.answers(text)


def _of_sentence(
    sentence: Sentence, mentions: Sequence[ActorMention], memory: Memory, is_open: bool
) -> tuple[Attribution, ...]:
    if han.is_chinese(sentence.text):
        from timeline.attribution import zh  # its words are compiled only where there is Chinese

        return zh.of_sentence(sentence, mentions, memory, is_open=is_open)
    has_cue = sentence.kind is not BlockKind.BODY or _has_cue(sentence.text.lower())
    is_quote = is_open or sentence.text[0] in '“"'
    if not has_cue and not is_quote:
        return ()
    words = split(sentence, mentions, is_open=is_open and sentence.text[0] not in '“"')
    found = _read(words, memory)
    if not found and (is_open or _is_quoted(words)):
        found = _continued(words, memory)
    return tuple(one.finish(words) for one in found)


def _has_cue(low: str) -> bool:
    """Whether some word of saying stands in a text: most sentences are passed over by this."""
    cues = _single_cues()
    if not cues.isdisjoint(low.split()) or not cues.isdisjoint(_LETTERS.findall(low)):
        return True
    return any(map(low.__contains__, _phrases()))


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(" ".join(words) for words in phrasal())


@cache
def _single_cues() -> frozenset[str]:
    keys = ("citing", "adverbs", "by", "nouns")
    lists = (word_set("phrases", key) for key in keys)
    return frozenset(("according",)).union(cue_verbs(), *lists)


@cache
def _triggers() -> frozenset[str]:
    return _single_cues().union(first for first, _ in phrasal())


def _read(words: Words, memory: Memory) -> list[Found]:
    """The attributions of one sentence."""
    found: list[Found] = []
    for at in compress(range(len(words)), map(_triggers().__contains__, words.low)):
        one, replaces = _cue(words, at, memory, found)
        if one is None or one.scope[0] >= len(words):
            continue
        if replaces:
            found.pop()
        found.append(one)
        memory.keep(one.hops, by_voice=_is_by_voice(words, one))
    credit = phrases.headline(words, memory)
    if credit:
        found.append(credit)
    return _settled(found)


def _is_part(found: Sequence[Found], at: int) -> bool:
    """Whether a cue stands in the last teller's own words: "a report published by Reuters"."""
    subject = found[-1].subject if found else None
    return subject is not None and subject[0] <= at <= subject[1]


def _is_by_voice(words: Words, one: Found) -> bool:
    """Whether a spokesperson or a statement is the subject: "a ministry spokesman said"."""
    first, last = one.subject or (0, 3)
    return not word_set("heads", "voices").isdisjoint(words.low[first : last + 1])


def _cue(
    words: Words, at: int, memory: Memory, found: Sequence[Found]
) -> tuple[Found | None, bool]:
    """The attribution whose cue is this word, and whether it replaces the last one."""
    word = words.low[at]
    if word == "according":
        is_cue = words.at(at + 1) == "to"
        return phrases.according(words, at, memory, found) if is_cue else (None, False)
    if word in word_set("phrases", "citing"):
        return phrases.citing(words, at, memory, found)
    if word in word_set("phrases", "adverbs"):
        return phrases.adverb(words, at), False
    if word in word_set("phrases", "by"):
        one = phrases.by(words, at, memory)
        if one:
            return (None if _is_part(found, at) else one), False
    if word in word_set("phrases", "nouns") and words.at(at + 1) == "that":
        one = verbs.noun(words, at, memory)
        if one:
            return one, False
    cue = phrasal().get((word, words.at(at + 1)))
    if cue:
        return verbs.read(words, at, at + 1, cue, memory, found), False
    verb = cue_verbs().get(word)
    if verb is None:
        return None, False
    return verbs.read(words, at, at, verb, memory, found), False


def _settled(found: list[Found]) -> list[Found]:
    """Without hearsay where somebody named says the same, nor scopes that reach into the next."""
    if len(found) < 2:
        return found
    named = [one for one in found if one.hops[0].kind is not SourceKind.HEARSAY]
    kept = [one for one in found if one in named or not any(_covers(two, one) for two in named)]
    for at in range(len(kept) - 1):
        kept[at] = _cut(kept[at], kept[at + 1])
    return kept


def _cut(one: Found, after: Found) -> Found:
    """The scope of an attribution up to where the next one's words begin."""
    start = after.cue[0] if after.rule == "participle" else after.scope[0]
    if after.rule not in ("participle", "trailing") or not one.scope[0] < start <= one.scope[1]:
        return one
    return replace(one, scope=(one.scope[0], start - 1))


def _covers(one: Found, other: Found) -> bool:
    inner = other.cue if other.rule == "adverb" else other.scope
    return one.scope[0] <= inner[0] and inner[1] <= one.scope[1]


# ---------------------------------------------------------------- quotations over sentences


def _is_quoted(words: Words) -> bool:
    """Whether a sentence is a quotation and nothing else."""
    return len(words) > 2 and words.low[0] in ("“", '"') and all(words.quoted[:-1])


def _leaves_open(text: str, was_open: bool) -> bool:
    """Whether a quotation goes on after the sentence."""
    opened = text.count("“") + text.count("「")
    closed = text.count("”") + text.count("」")
    if opened != closed:
        return opened > closed
    is_anew = was_open and text[0] == '"'  # a paragraph opens a long quotation once more
    is_odd = text.count('"') % 2 == 1
    return (was_open and not closed and not is_anew) != is_odd


def _continued(words: Words, memory: Memory) -> list[Found]:
    """A sentence of a quotation whose speaker was named before it."""
    if not memory.last or memory.now - memory.spoke > 1:
        return []
    memory.keep(memory.last)
    whole = (0, len(words) - 1)
    return [Found("continued_quote", memory.last, whole, whole)]
