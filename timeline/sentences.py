"""A document's read blocks -> its sentences, each with its true offsets.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a figure or a bracket, or
what follows goes on in lower case.  Words are in lexicon/sentences.toml; each case has a row in
tests/corpus/sentences.csv.
"""

import re
from collections.abc import Iterator
from functools import cache

from timeline.lexicon import texts
from timeline.model import BlockKind, Document, Sentence, Span

_STOP = re.compile(
    r"[.!?](?:\s?[.!?…])*[\"'”’)\]»]{0,3}(?=\s|$|[\"'“‘(\[]?[A-Z])|…[\"'”’)\]]{0,3}(?=\s|$)"
    r"|[。！？．｡]{1,3}[”’」』）》]{0,3}"
    r"|\n(?=\s{0,20}(?:[-*•·▪◦‣]|\d{1,2}[.)])\s)"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“‘(\[—–/]{1,20}$")
_OPENING = re.compile(r"[\"'“‘(\[«\s]{1,6}")
_NEXT_WORD = re.compile(r"[^\s.,;:!?\"'“”‘’()\[\]]{1,30}")
_TEXTUAL = re.compile(r"[^\W_]")
_INITIAL = re.compile(r"[A-Z]|(?:[A-Z]\.)+[A-Z]")
_LAST_BLANK = re.compile(r"\s\S*\Z")
LONGEST = 2_000  # characters of a sentence: no writer's is longer, and clauses are read by pairs
_BRACKET = 160  # characters: a longer bracket holds sentences of its own


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of what is read of a document, in order; a headline is one sentence.

    "Nvidia Corp. fell 3.9%. Huawei rose." is two.  A paragraph is numbered by its block; stray
    stops without a word are dropped.
    """
    found: list[Sentence] = []
    paragraph = -1
    for block in document.blocks:
        if not block.kind.is_read:
            continue
        paragraph += 1
        whole = block.kind is not BlockKind.BODY
        spans = _parts(document.text, block.span) if whole else _spans(document.text, block.span)
        for span in spans:
            text = document.text[span.start : span.end]
            if _TEXTUAL.search(text):
                found.append(Sentence(len(found), span, text, block.kind, paragraph))
    return tuple(found)


def _spans(text: str, block: Span) -> Iterator[Span]:
    """The stretches between the stops of a paragraph, without the blanks around them."""
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.end() < block.end and _is_end(text, start, stop):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, block.end)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The span, cut at blanks where it is longer than any sentence."""
    start = span.start
    while span.end - start > LONGEST:
        limit = start + LONGEST
        blank = _LAST_BLANK.search(text, start + 1, limit + 1)
        end = blank.start() if blank else limit
        yield Span(start, end)
        start = blank.start() + 1 if blank else limit
    yield Span(start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    for part in _parts(text, Span(start, end)):
        yield from _stripped(text, part.start, part.end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    stripped = piece.strip()
    while stripped.endswith((" .", "\n.")):
        stripped = stripped[:-1].rstrip()
    if _TEXTUAL.search(stripped):
        first = start + len(piece) - len(piece.lstrip())
        yield Span(first, first + len(stripped))


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at ``start`` ends with this stop."""
    if stop.group()[0] in "。！？．｡\n":
        return len(stop.group()) == 1 or not _chinese_tail().match(text, stop.end())
    follows = _following(text, stop.end())
    if not follows or _is_lower(follows) or _is_bracketed(text, start, stop.end()):
        return False
    is_apart = text[stop.end() : stop.end() + 1].isspace()
    if stop.group() != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 20), stop.start())
    if before is None:
        return is_apart
    return _ends_after(before.group(), follows, is_apart, before.start() == start)


@cache
def _chinese_tail() -> re.Pattern[str]:
    """Who said it, behind a quotation that ends with a stop: "……。”毛宁说。"."""
    verbs = "|".join(texts("sentences", "chinese", "saying"))
    return re.compile(rf"[^。！？“「\n]{{2,25}}(?:{verbs})[。，]")


def _is_lower(word: str) -> bool:
    """Whether a word goes on with a sentence: "and" does, "iPad" does not."""
    return word[0].islower() and not word[1:2].isupper()


def _ends_after(word: str, follows: str, is_apart: bool, is_first: bool) -> bool:
    """Whether "word. follows" holds the end of a sentence."""
    bare = word.rstrip(".").rpartition("-")[2]  # "China-U.S. talks"
    if bare in _words("before_name") or (is_first and bare.isdigit() and len(bare) < 3):
        return False
    if follows[0].isdigit() and bare in _words("before_figure"):
        return False
    if _INITIAL.fullmatch(bare) or bare in _words("before_opener"):
        return is_apart and follows in _words("openers")
    return is_apart or len(bare) > 2


def _following(text: str, at: int) -> str:
    """The first word after a stop, without quotes and brackets: "" at the end."""
    opening = _OPENING.match(text, at)
    word = _NEXT_WORD.match(text, opening.end() if opening else at)
    return word.group() if word else ""


def _is_bracketed(text: str, start: int, at: int) -> bool:
    """Whether a bracket opened in this sentence closes after the stop: "(A. B. C)"."""
    low = max(start, at - _BRACKET)
    opened = max(text.rfind("(", low, at), text.rfind("[", low, at))
    if opened < 0 or max(text.rfind(")", opened, at), text.rfind("]", opened, at)) >= 0:
        return False
    return any(text.find(mark, at, at + _BRACKET) >= 0 for mark in ")]")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(texts("sentences", "abbreviations", key))
