import csv
import time
from itertools import pairwise
from pathlib import Path

import pytest

from timeline import documents, sentences
from timeline.model import Block, BlockKind, Document, Span

CORPUS = Path(__file__).parent / "corpus" / "sentences.csv"


def body(text: str) -> Document:
    return Document("a", text, (Block(Span(0, len(text)), BlockKind.BODY, "body"),))


def texts(text: str) -> list[str]:
    return [one.text for one in sentences.split(body(text))]


def rows() -> list[str]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("marked", rows())
def test_a_paragraph_breaks_where_the_corpus_marks_it(marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    assert texts(marked.replace("|", "")) == [part for part in parts if part.strip(". ")]


def test_offsets_are_true_and_no_word_is_lost() -> None:
    text = "  " + "\n".join(row.replace("|", "") for row in rows()) + "\n "
    found = sentences.split(body(text))
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise(found)]
    assert not any(char.isalnum() for gap in gaps for char in gap)
    assert [one.index for one in found] == list(range(len(found)))


def test_a_headline_is_one_sentence_whatever_its_stops() -> None:
    title = "Who wins? Nvidia. Who loses? Huawei"
    document = Document("a", title, (Block(Span(0, len(title)), BlockKind.TITLE, "title"),))
    assert [one.text for one in sentences.split(document)] == [title]


def test_only_what_is_read_is_split() -> None:
    text = "A headline of the article\n\nThe list came out on Monday in Beijing.\n\nLeave a Reply"
    document = documents.parse(text, name="a.txt")
    assert [one.kind for one in sentences.split(document)] == [BlockKind.TITLE, BlockKind.BODY]


def test_paragraphs_are_numbered_by_their_blocks() -> None:
    text = (
        "The ministry put nine firms on its list. Two of them will go to court.\n\n"
        "Traders had feared a much longer list of firms than this one."
    )
    document = documents.parse(text, name="a.txt")
    assert [one.paragraph for one in sentences.split(document)] == [0, 0, 1]


def test_list_items_in_a_paragraph_are_sentences_of_their_own() -> None:
    assert texts("The list names\n- nine makers\n- two labs\n• one school") == [
        "The list names",
        "- nine makers",
        "- two labs",
        "• one school",
    ]


def test_a_line_end_within_a_sentence_does_not_break_it() -> None:
    assert texts("The ministry put nine\nfirms on its list.\nTwo will sue.") == [
        "The ministry put nine\nfirms on its list.",
        "Two will sue.",
    ]


def test_a_sentence_longer_than_any_writers_is_cut_at_a_blank() -> None:
    text = "curbs " * 900 + "x" * 4_500 + " and bans"
    found = sentences.split(body(text))
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    assert max(len(one.text) for one in found) == sentences.LONGEST
    assert [len(one.text.split()) for one in found] == [333, 333, 234, 1, 1, 3]
    assert "".join(one.text for one in found).replace(" ", "") == text.replace(" ", "")


HOSTILE = {
    "stops": "." * 200_000,
    "stops apart": ". " * 100_000,
    "initials": "A. " * 60_000,
    "abbreviations": "U.S. " * 40_000,
    "brackets": "(a. B " * 30_000,
    "quotes": ".”" * 100_000,
    "one word": "a" * 200_000,
    "newlines": "\n " * 100_000,
    "full width": "。" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_takes_time_by_its_length(text: str) -> None:
    def spent(given: str) -> float:
        start = time.process_time()
        sentences.split(body(given))
        return time.process_time() - start

    whole = spent(f"A. {text} end.")
    assert whole < 2
    assert whole < 5 * spent(f"A. {text[: len(text) // 2]} end.") + 0.1
