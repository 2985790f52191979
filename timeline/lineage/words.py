"""A document as lineage sees it: weighted words a sentence, one bag, and five-word runs."""

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import texts, words
from timeline.lexicon.words import Kind
from timeline.model import Document, Sentence

#: Who, what product and how much survive a rewrite; verbs and adjectives are what it replaces.
KIND_WEIGHT = {Kind.WORD: 1.0, Kind.NAME: 1.5, Kind.NUMBER: 2.0}
#: News tells its story in the first sentences; a book-long text must not cost book-long squares.
MOST_SENTENCES = 120
RUN = 5

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one document.

    ``sentences`` and ``bag`` map stem to weight; ``numbers`` maps a normalised number to how it
    is written; ``names`` likewise, but for those that all news has; ``runs`` are hashes of every
    run of five words.
    """

    document: Document
    sentences: tuple[Bag, ...]
    bag: Bag
    numbers: Mapping[str, str]
    names: Mapping[str, str]
    runs: frozenset[int]


def read(
    documents: Sequence[Document], sentences: Mapping[str, Sequence[Sentence]]
) -> tuple[Text, ...]:
    """One Text a document, in order; words weigh by how few sentences of *all* texts have them.

    Counting sentences rather than documents keeps the weights steady in a collection of two,
    where every shared word would stand in every document.
    """
    found = {
        document.id: [words.find(s.text) for s in sentences.get(document.id, ())][:MOST_SENTENCES]
        for document in documents
    }
    has = Counter(
        stem for text in found.values() for line in text for stem in {word.stem for word in line}
    )
    count = sum(len(text) for text in found.values())
    weight = {stem: math.log(1 + count / often) for stem, often in has.items()}
    return tuple(
        _text(document, found[document.id], weight, sentences.get(document.id, ()))
        for document in documents
    )


def _text(
    document: Document,
    lines: Sequence[Sequence[words.Word]],
    weight: Mapping[str, float],
    sentences: Sequence[Sentence],
) -> Text:
    bags = tuple(_bag(line, weight) for line in lines)
    whole: dict[str, float] = {}
    for bag in bags:
        for stem, value in bag.items():
            whole[stem] = max(value, whole.get(stem, 0.0))
    every = [word for line in lines for word in line]
    numbers = {word.stem: word.text for word in reversed(every) if word.kind is Kind.NUMBER}
    common = _common()
    names = {
        word.stem: word.text
        for word in reversed(every)
        if word.kind is Kind.NAME and word.stem not in common
    }
    return Text(document, bags, whole, numbers, names, runs(s.text for s in sentences))


@cache
def _common() -> frozenset[str]:
    return frozenset(map(words.stem, texts("lineage", "names", "common")))


def _bag(line: Iterable[words.Word], weight: Mapping[str, float]) -> Bag:
    bag: dict[str, float] = {}
    for word in line:
        value = KIND_WEIGHT[word.kind] * weight[word.stem]
        bag[word.stem] = max(value, bag.get(word.stem, 0.0))
    return bag


def runs(sentences: Iterable[str]) -> frozenset[int]:
    """Hashes of every run of five words; the same in every process."""
    found: set[int] = set()
    for sentence in sentences:
        tokens = "".join(c if c.isalnum() else " " for c in sentence.lower()).split()
        for i in range(len(tokens) - RUN + 1):
            found.add(zlib.crc32(" ".join(tokens[i : i + RUN]).encode()))
    return frozenset(found)


def likeness(a: Bag, b: Bag) -> float:
    """The weight of the shared words over the geometric mean of both weights, 0 to 1."""
    both = a.keys() & b.keys()
    shared = math.fsum(min(a[stem], b[stem]) for stem in both)  # exact: a set has no order
    whole = sum(a.values()) * sum(b.values())
    return shared / math.sqrt(whole) if whole else 0.0
