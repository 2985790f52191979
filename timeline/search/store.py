"""The events of a record by their words, in SQLite's FTS5."""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache
from threading import Lock

import pandas as pd

from timeline.rows import Same
from timeline.search.query import HAN, Query, Term, parse, singular, spaced

Tables = Mapping[str, pd.DataFrame]

_WEIGHTS = (8.0, 3.0, 1.0)  # of a hit in the title, in who and what, in a sentence or headline
#: The columns of an event that tell who and what.
WHO = (
    "type_label", "status", "initiators", "targets", "affected", "speakers", "reporters", "objects",
    "outlets", "thread", "edtf",
)  # fmt: skip


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
        rows = (tuple(map(spaced, row)) for row in _texts(tables))
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
            return self._holding(query.term)
        if query.kind == "or":
            return set().union(*(self._rows(part) for part in query.parts))
        rows = set(range(len(self._ids)))
        for part in query.parts:
            rows = rows - self._rows(part) if query.kind == "not" else rows & self._rows(part)
        return rows if query.parts else set()

    def _holding(self, term: Term) -> set[int]:
        """The rows with a term; one that ends in a figure names a thing: "H20" is not "H200"."""
        if term.text[-1:].isdigit() and not term.whole:
            whole = self._holding(Term(term.text, whole=True))
            if whole:
                return whole
        found = self._base.execute("SELECT rowid FROM events WHERE events MATCH ?", (_match(term),))
        return {row for (row,) in found}

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
    if term.whole or HAN.fullmatch(words[-1]):
        return phrase
    forms = [phrase, *('"' + " ".join((*words[:-1], one)) + '"' for one in singular(words[-1]))]
    return "(" + " OR ".join(f"{form} *" for form in forms) + ")"


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
    who = [" ; ".join(values) for values in zip(*(events[name] for name in WHO), strict=True)]
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
