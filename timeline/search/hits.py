"""Where the words that are sought stand in a text: what a page highlights."""

import re
from collections.abc import Sequence

from timeline.search.query import HAN, Term, singular


def marks(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Where the terms stand in a text, in order and without overlap: what a page highlights."""
    found: list[tuple[int, int]] = []
    patterns = [pattern for term in terms for pattern in _patterns(term)]
    spans = sorted(hit.span() for pattern in patterns for hit in re.finditer(pattern, text, re.I))
    for start, end in spans:
        if end > start and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _patterns(term: Term) -> list[str]:
    words = term.words
    last = words[-1]
    ends = [last] if term.whole else [last, *singular(last)]
    is_han = bool(HAN.fullmatch(last))
    before = "" if HAN.fullmatch(words[0]) else r"(?<!\w)"
    behind = "" if is_han else r"(?!\w)" if term.whole else r"\w{0,30}"
    head = "".join(rf"{re.escape(word)}\W{{0,3}}" for word in words[:-1])
    return [f"{before}{head}{re.escape(end)}{behind}" for end in ends]
