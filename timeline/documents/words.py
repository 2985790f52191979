"""The word lists of lexicon/clutter.toml, compiled once, and lines made comparable with them."""

import re
from functools import cache

from timeline.lexicon import texts

_STRAIGHT = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("\u2011", "-"))


@cache
def words(table: str, key: str) -> tuple[str, ...]:
    """A list of clutter.toml."""
    return texts("clutter", table, key)


@cache
def word_set(table: str, key: str) -> frozenset[str]:
    """The same for looking up."""
    return frozenset(words(table, key))


@cache
def _by_head(table: str, key: str) -> dict[str, tuple[str, ...]]:
    heads: dict[str, tuple[str, ...]] = {}
    for one in words(table, key):
        heads[one[:2]] = (*heads.get(one[:2], ()), one)
    return heads


def begins(low: str, table: str, key: str) -> bool:
    """Whether a line in lower case begins with a word of a list: one look for all of them."""
    heads = _by_head(table, key)
    return low.startswith(heads.get(low[:2], ())) or low.startswith(heads.get(low[:1], ()))


@cache
def alternation(table: str, key: str) -> str:
    """The same as the inside of a pattern, longest first."""
    return "|".join(re.escape(one) for one in sorted(words(table, key), key=len, reverse=True))


def plain(text: str) -> str:
    """Lower case, straight quotes, single blanks: “Leave  a Reply” -> "leave a reply"."""
    if not text.isascii():
        for curly, straight in _STRAIGHT:
            text = text.replace(curly, straight)
    return " ".join(text.split()).lower()
