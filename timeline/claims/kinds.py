"""The word lists that tell what a word may be, whatever sentence it stands in."""

from functools import cache

from timeline.claims.frames import frames
from timeline.lexicon import load

MONEY = ("$", "€", "£", "¥")


def is_figure(lower: str) -> bool:
    """Whether it begins as a number or a sum does: "12%", "$3"."""
    return lower[0].isdigit() or lower[0] in MONEY


@cache
def verb_lemmas() -> frozenset[str]:
    """Lemmas that may be verbs, some of them nouns as well."""
    return frozenset(frames().verbs) | words("saying") | words("verb")


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A list of lexicon/status.toml."""
    return frozenset(str(load("status")[table][key]).split())


@cache
def openers() -> frozenset[str]:
    """Words that a clause may begin with: "which", "after", "and"."""
    keys = ("relative", "subordinator", "coordinator")
    return frozenset({"that", "as"}).union(*(words(key) for key in keys))


@cache
def auxiliaries() -> frozenset[str]:
    """Forms of be, have, do and get, and the modals."""
    return frozenset(w for key in load("status")["aux"] for w in words("aux", key))
