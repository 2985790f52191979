"""The words of a sentence, each with all that the lexicon says of it: told once a word."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import attrgetter

from timeline.claims.folding import longest_first
from timeline.claims.frames import Frame, frames
from timeline.claims.groups import union
from timeline.claims.kinds import auxiliaries, is_figure, openers, verb_lemmas, words
from timeline.tokens import cut as cut_words
from timeline.values import dataclass

_TOKEN = re.compile(
    r"([A-Za-z][A-Za-z0-9]++(?!['’-])|[^\s\dA-Za-z'’$€£¥]"  # most words, most marks: at once
    r"|[A-Za-z](?:\.[A-Za-z])+\.?"  # U.S.
    r"|[A-Za-z][A-Za-z0-9]*(?:['’]t\b|(?:-[A-Za-z0-9]+){0,4})"
    r"|['’]s\b|[$€£¥]?\d+(?:[.,]\d+)*%?|['’$€£¥])"
)
_OWNS = frozenset({"'s", "’s", "’", "'", "$"})
_BREAKS = frozenset({"—", "–", ";", ":", ","})


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One word or mark, wherever it stands: there is one of a kind."""

    text: str
    lower: str
    lemma: str
    form: str  # the first word in lower case: "stepping" of "stepping up"
    bits: int  # the groups that it stands in, as ``groups`` explains
    flags: int  # what it may be: HELPS, ACTS, ...
    looks: int  # what its form and its list tell of it: ING, LEADS_NOUN, ...
    as_verb: tuple[Frame, ...]  # the frames that it triggers
    as_noun: tuple[Frame, ...]

    @property
    def helps(self) -> bool:
        """Whether it is an auxiliary."""
        return bool(self.flags & HELPS)


HELPS = 1  # an auxiliary: "had", "won't", not "May"
ACTS = 2  # a verb, where it stands as one: "order"
OPENS = 4  # a compound may begin with it: "entity" of "entity list"
OPENS_CLAUSE = 8  # "which", "after"
BREAKS = 16  # a clause may begin behind it: ","
SPEAKS = 32  # where it is a verb, what is said may begin behind it: "said"
TRIGGERS = 64  # some frame begins with it
FIGURE = 128  # it counts as a number, or begins as one: "12%", "$3"
_FLAGS = attrgetter("flags")

ING = 1  # "banning"
ED = 2  # "imposed"
PLURAL = 4  # "bans", "sold to partners"
INFLECTED = 8  # "bans", "banned", "sold"
LEADS_NOUN = 16  # "the", "'s", "its"
PREPOSES = 32  # "of", "to"
RARELY = 64  # a word that is a verb only in some places: "called", "warning", "accused"


def where(flags: bytes, asked: int) -> list[int]:
    """The places of the tokens that have one of some flags, by the flags of all."""
    return list(compress(range(len(flags)), flags.translate(_test(asked))))


@cache
def _test(asked: int) -> bytes:
    """For every byte of flags whether it has one of those asked for."""
    return bytes(bool(flags & asked) for flags in range(256))


def cut(text: str, offset: int) -> tuple[list[Token], list[int], bytes]:
    """The tokens of a text that stands at ``offset``, the lexicon's compounds glued; edges; flags.

    Token n is from edge 2n to edge 2n + 1.
    """
    written, edges = cut_words(_TOKEN, text, offset)
    tokens = list(map(_plain, written))
    flags = bytes(map(_FLAGS, tokens))
    end = 0
    compounds = list[tuple[int, int]]()
    for i in where(flags, OPENS):
        size = _size(tokens, i) if i >= end else 1
        if size > 1:
            end = i + size
            compounds.append((i, end))
    if not compounds:
        return tokens, edges, flags
    for first, end in reversed(compounds):
        tokens[first:end] = [_glue(tokens[first:end])]
        del edges[2 * first + 1 : 2 * end - 1]
    return tokens, edges, bytes(map(_FLAGS, tokens))


def _size(tokens: Sequence[Token], i: int) -> int:
    """How many tokens make the compound that begins here; 1 where none does."""
    if i + 1 == len(tokens):
        return 1
    by_second, after = frames().folder.compounds[tokens[i].lemma], tokens[i + 1]
    known = by_second.get(after.lemma, ())
    if after.lower != after.lemma and after.lower in by_second:
        known = tuple(sorted((*known, *by_second[after.lower]), key=longest_first))
    for parts in known:
        window = tokens[i : i + len(parts)]
        if len(window) == len(parts) and all(
            part in (token.lemma, token.lower) for part, token in zip(parts, window, strict=True)
        ):
            return len(parts)
    return 1


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> Token:
    """The token of a word as written."""
    return _token(text, frames().folder.lemma(text.lower()))


def _glue(parts: Sequence[Token]) -> Token:
    """The token of a compound."""
    return _token(" ".join(part.text for part in parts), "_".join(part.lemma for part in parts))


@lru_cache(maxsize=1 << 12)
def _token(text: str, lemma: str) -> Token:
    """What a word may be; the parts of a compound count too."""
    lexicon, lower = frames(), text.lower()
    parts = lemma.split("_") if "_" in lemma else lower.split("-") if "-" in lower else []
    said = [lemma, lower, *parts, *(["@number"] if is_figure(lower) else [])]
    as_verb = lexicon.verbs.get(lemma, ())
    as_noun = lexicon.nouns.get(lower) or lexicon.nouns.get(lemma, ())
    helps = text != "May" and (lower in auxiliaries() or lower.endswith(("n't", "n’t")))
    bits = union([lexicon.groups.bits.get(word, 0) for word in said])
    flags = (
        HELPS * helps
        | ACTS * (lemma in verb_lemmas() and lower not in words("never"))
        | OPENS * (lemma in lexicon.folder.compounds)
        | OPENS_CLAUSE * (lower in openers())
        | BREAKS * (lower in _BREAKS)
        | SPEAKS * (lemma in words("speech"))
        | TRIGGERS * bool(as_verb or as_noun)
        | FIGURE * bool(bits & lexicon.groups.bits["@number"])
    )
    form = lower.partition(" ")[0]
    return Token(
        text, lower, lemma, form, bits, flags, _looks(lower, lemma, form), as_verb, as_noun
    )


def _looks(lower: str, lemma: str, form: str) -> int:
    rarely = any(lower in words(key) for key in ("gerund", "attributive", "naming"))
    return (
        ING * form.endswith("ing")
        | ED * form.endswith("ed")
        | PLURAL * (lower.endswith("s") and not lower.endswith("ss"))
        | INFLECTED * (lower != lemma)
        | LEADS_NOUN * (lower in _OWNS or lower in words("determiner"))
        | PREPOSES * (lower in words("preposition"))
        | RARELY * (rarely or lower == "given" or lower in reduced())
    )


@cache
def reduced() -> dict[str, list[str]]:
    """The words that tell which behind a noun: "accused" -> "of"."""
    found: dict[str, list[str]] = {}
    for pair in sorted(words("reduced")):
        first, _, second = pair.partition("_")
        found.setdefault(first, []).append(second)
    return found


def is_dating(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date begins there: "beginning Nov. 11", "since April"."""
    token = tokens[i] if i < len(tokens) else None
    return token is not None and (token.lower in words("time") or token.lower[0].isdigit())


def is_gerund(token: Token) -> bool:
    """Whether it goes on where a verb governed before: "barring sales and limiting support"."""
    return token.form.endswith("ing") and token.lower != token.lemma
