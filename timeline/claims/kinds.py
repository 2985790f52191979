"""What a word may be, whatever sentence it stands in: told once a word, not once a token."""

from functools import cache, lru_cache
from typing import NamedTuple

from timeline.claims.frames import Frame, frames
from timeline.claims.groups import union
from timeline.lexicon import load

MONEY = ("$", "€", "£", "¥")


class Kind(NamedTuple):
    """What the lexicon says of a word."""

    bits: int  # the groups that it stands in, as ``groups`` explains
    helps: bool  # an auxiliary: "had", "won't"
    acts: bool  # a verb, where it stands as one: "order"
    frames: tuple[Frame, ...]  # those that it triggers, as a verb or as a noun


@lru_cache(maxsize=1 << 14)
def kind(lower: str, lemma: str) -> Kind:
    """What a token's word may be; the parts of a compound count too."""
    lexicon = frames()
    parts = lemma.split("_") if "_" in lemma else lower.split("-") if "-" in lower else []
    said = [lemma, lower, *parts, *(["@number"] if is_figure(lower) else [])]
    return Kind(
        union([lexicon.groups.bits.get(word, 0) for word in said]),
        lower in auxiliaries() or lower.endswith(("n't", "n’t")),
        lemma in verb_lemmas() and lower not in words("never"),
        (
            *lexicon.verbs.get(lemma, ()),
            *(lexicon.nouns.get(lower) or lexicon.nouns.get(lemma, ())),
        ),
    )


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
def auxiliaries() -> frozenset[str]:
    """Forms of be, have, do and get, and the modals."""
    return frozenset(w for key in load("status")["aux"] for w in words("aux", key))
