"""What a reader types as a demand: words, phrases, OR, NOT and brackets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.errors import TimelineError

_TOKEN = re.compile(
    r'(?P<no>(?<!\S)-(?=["(\w])|(?<=\()-(?=["(\w]))?'
    r'(?:"(?P<phrase>[^"]{0,200})"|(?P<sign>[()|"])|(?P<word>[^\s()|"]{1,200}))'
)
_QUOTES = str.maketrans("“”„«»「」（）", '"""""""()')
_WORD = re.compile(r"\w+")
_OPERATORS = {"OR": "or", "|": "or", "AND": "and", "&": "and", "NOT": "not"}
#: A Chinese character: each is a word of its own.
HAN = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; of a word its beginning will do, of "H20" only where none is whole."""

    text: str
    whole: bool = False

    @property
    def typed(self) -> str:
        """How a reader writes it."""
        return f'"{self.text}"' if self.whole else self.text

    @property
    def words(self) -> tuple[str, ...]:
        """What FTS5 has as words; each Chinese character is one."""
        return tuple(_WORD.findall(spaced(self.text).casefold()))


@dataclass(frozen=True, slots=True)
class Query:
    """A demand: a ``term``, or ``kind`` (and, or, not) of its ``parts``."""

    kind: str
    parts: tuple["Query", ...] = ()
    term: Term = Term("")

    def wanted(self) -> tuple[Term, ...]:
        """The terms that a hit may show; not those that it must not have."""
        if self.kind == "not":
            return ()
        if self.kind == "term":
            return (self.term,)
        return tuple(dict.fromkeys(term for part in self.parts for term in part.wanted()))


class SearchError(TimelineError):
    """What is wrong with a search."""


def parse(text: str) -> Query:
    """The demand that the words make; where they cannot be read so, all of them as plain words."""
    try:
        return _read(text)
    except SearchError:
        words = (word for word in _WORD.findall(text) if word not in _OPERATORS)
        return Query("and", tuple(map(_term, words)))


def fault(text: str) -> str:
    """What is wrong with a search, in a line; empty where nothing is."""
    try:
        _read(text)
    except SearchError as error:
        return f"the search {text!r} {error}"
    return ""


def _term(text: str, whole: bool = False) -> Query:
    return Query("term", term=Term(text, whole))


def _read(text: str) -> Query:
    tokens = [found.groupdict() for found in _TOKEN.finditer(text.translate(_QUOTES))]
    made, rest = _alternatives(tokens)
    if rest:
        raise SearchError("has a ) without its (")
    return made


_Tokens = Sequence[Mapping[str, str | None]]


def _alternatives(tokens: _Tokens) -> tuple[Query, _Tokens]:
    """``a b OR c``: as far as it goes, and what is left."""
    parts = []
    while True:
        part, tokens = _all_of(tokens)
        parts.append(part)
        if _operator(tokens) != "or":
            return (Query("or", tuple(parts)) if len(parts) > 1 else part), tokens
        if part == Query("and"):
            raise SearchError("has an OR with nothing before it")
        tokens = tokens[1:]
        if not tokens or tokens[0]["sign"] == ")":
            raise SearchError("has an OR with nothing behind it")


def _all_of(tokens: _Tokens) -> tuple[Query, _Tokens]:
    parts: list[Query] = []
    while tokens and tokens[0]["sign"] != ")" and _operator(tokens) != "or":
        joins = _operator(tokens) == "and"
        tokens = tokens[1:] if joins else tokens
        if joins and (not parts or not tokens or tokens[0]["sign"] == ")"):
            raise SearchError("has an AND with nothing beside it")
        part, tokens = _one(tokens)
        if part.kind != "term" or part.term.words:  # a dash between words says nothing
            parts.append(part)
    return Query("and", tuple(parts)), tokens


def _one(tokens: _Tokens) -> tuple[Query, _Tokens]:
    token = tokens[0]
    if token["no"] or _operator(tokens) == "not":
        rest = tokens if token["no"] else tokens[1:]
        if not rest or rest[0]["sign"] == ")":
            raise SearchError("has a NOT with nothing behind it")
        denied, rest = _one([{**rest[0], "no": None}, *rest[1:]])
        return Query("not", (denied,)), rest
    if token["sign"] == '"':
        raise SearchError('has a " that is not closed')
    if token["sign"] == "(":
        inner, rest = _alternatives(tokens[1:])
        if not rest:
            raise SearchError("has a ( without its )")
        return inner, rest[1:]
    if token["phrase"] is not None:
        return _term(token["phrase"], whole=True), tokens[1:]
    return _term(token["word"] or ""), tokens[1:]


def _operator(tokens: _Tokens) -> str:
    if not tokens or tokens[0]["no"]:
        return ""
    return _OPERATORS.get(tokens[0]["word"] or tokens[0]["sign"] or "", "")


def spaced(text: str) -> str:
    """The text with each Chinese character a word of its own: FTS5 parts words by spaces."""
    return HAN.sub(r" \1 ", text)


def singular(word: str) -> list[str]:
    """What a plural may be one of: "licences" -> "licence"; "bodies" -> "body"."""
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    return [f"{word[:-3]}y"] if word.endswith("ies") else [word[:-1]]
