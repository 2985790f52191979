"""Full-text search over the events, by SQLite's FTS5: what a reader types, and what it finds.

``h20 licen`` is both words, each as written or as a beginning ("licence", "licensing"); ``"export
control"`` the words side by side; ``H20 OR H800``, ``(H20 OR H800) -rumour`` and ``NOT rumour`` are
as one expects; ``出口管制`` is found wherever the characters stand in a row.  What cannot be read
so ("(h20 OR") is read as plain words, and ``fault`` says what is wrong.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import pandas as pd

from timeline.errors import TimelineError
from timeline.rows import Same

Tables = Mapping[str, pd.DataFrame]

_TOKEN = re.compile(
    r'(?P<no>(?<!\S)-(?=["(\w])|(?<=\()-(?=["(\w]))?'
    r'(?:"(?P<phrase>[^"]{0,200})"|(?P<sign>[()|"])|(?P<word>[^\s()|"]{1,200}))'
)
_QUOTES = str.maketrans("“”„«»「」（）", '"""""""()')
_HAN = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")
_WORD = re.compile(r"\w+")
_OPERATORS = {"OR": "or", "|": "or", "AND": "and", "&": "and", "NOT": "not"}
_WEIGHTS = (8.0, 3.0, 1.0)  # of a hit in the title, in who and what, in a sentence or headline
_WHO = (
    "type_label", "status", "initiators", "targets", "affected", "speakers", "reporters", "objects",
    "outlets", "thread", "edtf",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; of a word its beginning will do."""

    text: str
    whole: bool = False

    @property
    def typed(self) -> str:
        """How a reader writes it."""
        return f'"{self.text}"' if self.whole else self.text

    @property
    def words(self) -> tuple[str, ...]:
        """What FTS5 has as words; each Chinese character is one."""
        return tuple(_WORD.findall(_spaced(self.text).casefold()))


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


def _spaced(text: str) -> str:
    """The text with each Chinese character a word of its own: FTS5 parts words by spaces."""
    return _HAN.sub(r" \1 ", text)


class Index:
    """The words of the events of one record, in memory."""

    def __init__(self, tables: Tables) -> None:
        self._ids = [str(key) for key in tables["events"]["event_id"]]
        self._lock = Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE events USING fts5(title, who, said, content='', "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        rows = (tuple(map(_spaced, row)) for row in _texts(tables))
        self._base.executemany(
            "INSERT INTO events(rowid, title, who, said) VALUES (?, ?, ?, ?)",
            ((at, *row) for at, row in enumerate(rows)),
        )

    def find(self, text: str) -> dict[str, float]:
        """The ids of the events that it finds, the best first, each with its weight."""
        query = parse(text)
        with self._lock:
            held = self._rows(query)
            ranks = self._ranks(query.wanted())
        order = sorted(held, key=lambda row: (ranks.get(row, 0.0), row))
        return {self._ids[row]: -ranks.get(row, 0.0) for row in order}

    def ids(self, text: str) -> list[str]:
        """The ids of the same events, in the order of the record; they are not weighed."""
        with self._lock:
            return [self._ids[row] for row in sorted(self._rows(parse(text)))]

    def _rows(self, query: Query) -> set[int]:
        if query.kind == "term":
            asked = (_match(query.term),)
            found = self._base.execute("SELECT rowid FROM events WHERE events MATCH ?", asked)
            return {row for (row,) in found}
        if query.kind == "or":
            return set().union(*(self._rows(part) for part in query.parts))
        rows = set(range(len(self._ids)))
        for part in query.parts:
            rows = rows - self._rows(part) if query.kind == "not" else rows & self._rows(part)
        return rows if query.parts else set()

    def _ranks(self, terms: Sequence[Term]) -> dict[int, float]:
        whole = [Term(one.text, whole=True) for one in terms if not one.whole]
        asked = " OR ".join(map(_match, [*terms, *whole]))  # "H20" weighs more than "H200"
        if not asked:
            return {}
        return dict(
            self._base.execute(
                f"SELECT rowid, bm25(events, {', '.join(map(str, _WEIGHTS))}) FROM events "
                "WHERE events MATCH ?",
                (asked,),
            )
        )


def _match(term: Term) -> str:
    """The term as FTS5 asks for it: each word in quotes, so that nothing in it is a command."""
    words = term.words
    phrase = '"' + " ".join(words) + '"'
    if term.whole or _HAN.fullmatch(words[-1]):
        return phrase
    forms = [phrase, *('"' + " ".join((*words[:-1], one)) + '"' for one in _singular(words[-1]))]
    return "(" + " OR ".join(f"{form} *" for form in forms) + ")"


def _singular(word: str) -> list[str]:
    """What a plural may be one of: "licences" -> "licence"; "bodies" -> "body"."""
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    return [f"{word[:-3]}y"] if word.endswith("ies") else [word[:-1]]


def _texts(tables: Tables) -> list[tuple[str, str, str]]:
    """Of each event its title, its names and closed values, and its sentences with headlines."""
    events, mentions = tables["events"], tables["mentions"]
    documents = tables["documents"]
    titles = dict(zip(documents["document_id"], documents["title"], strict=True))
    said: dict[str, dict[str, None]] = {}
    for event, document, sentence in zip(
        mentions["event_id"], mentions["document_id"], mentions["sentence"], strict=True
    ):
        said.setdefault(event, {}).update({sentence: None, titles.get(document, ""): None})
    who = [" ; ".join(values) for values in zip(*(events[name] for name in _WHO), strict=True)]
    behind = ("\n".join(said.get(key, ())) for key in events["event_id"])
    return list(zip(events["title"], who, behind, strict=True))


def index(tables: Tables) -> Index:
    """The index of these tables, made once."""
    return _index(*(Same(tables[name]) for name in ("events", "mentions", "documents")))


@lru_cache(maxsize=2)
def _index(
    events: Same[pd.DataFrame], mentions: Same[pd.DataFrame], documents: Same[pd.DataFrame]
) -> Index:
    return Index({"events": events.one, "mentions": mentions.one, "documents": documents.one})


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
    ends = [last] if term.whole else [last, *_singular(last)]
    is_han = bool(_HAN.fullmatch(last))
    before = "" if _HAN.fullmatch(words[0]) else r"(?<!\w)"
    behind = "" if is_han else r"(?!\w)" if term.whole else r"\w{0,30}"
    head = "".join(rf"{re.escape(word)}\W{{0,3}}" for word in words[:-1])
    return [f"{before}{head}{re.escape(end)}{behind}" for end in ends]
