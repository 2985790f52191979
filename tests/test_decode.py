"""Files that are no article, unsafe characters, and text made to be slow to read."""

import re
import time
from pathlib import Path

import pytest

from tests.sample_page import FIRST, SECOND, TITLE, parse
from timeline import documents
from timeline.errors import DocumentError
from timeline.model import Span


@pytest.mark.parametrize(
    "raw,message",
    [
        (b"", "the file is empty; expected"),
        (b" \n\t\n", "the file is empty; expected"),
        (b"\xef\xbb\xbf", "the file is empty; expected"),
        (b"%PDF-1.7 ...", "found a PDF; expected text in UTF-8; .*pdftotext"),
        (b"PK\x03\x04....", "found a zip file"),
        (bytes(range(256)) * 20, "found binary data; expected text"),
        (b"\x00\x01\x02 text", "found binary data"),
        (
            "Größe zählt".encode("utf-16"),
            "found UTF-16LE text; expected UTF-8; .*iconv -f UTF-16LE",
        ),
        ("A plain text".encode("utf-16-be"), "found UTF-16BE text"),
        (
            "Der Größte zählt heute".encode("latin-1"),
            "not UTF-8 at offset 6; looks like windows-1252",
        ),
        (
            "商务部宣布新的出口管制措施".encode("gb18030"),
            "not UTF-8 at offset 0; looks like gb18030",
        ),
        (b"a. " * 1_700_000, "found 5,100,000 bytes; expected at most 2,000,000; "),
        (
            b"Share this story\n\nFacebook\n\nTwitter\n",
            "found 3 lines and no sentence of an article",
        ),
    ],
)
def test_bad_input_is_one_clear_line(raw: bytes, message: str) -> None:
    with pytest.raises(
        DocumentError, match=f"^bad\\.txt: {message}|^bad\\.txt: .*{message}"
    ) as caught:
        documents.parse(raw, name="bad.txt")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_large_one_are_clear_errors(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="found no such file"):
        documents.read(tmp_path / "none.txt")
    large = tmp_path / "large.txt"
    large.write_bytes(b"a. " * 1_700_000)
    with pytest.raises(DocumentError, match="found 5,100,000 bytes"):
        documents.read(large)


def test_a_file_is_read_with_its_name_as_id(tmp_path: Path) -> None:
    path = tmp_path / "003_article.txt"
    path.write_text(f"{TITLE}\n\n{FIRST}\n", encoding="utf-8")
    assert documents.read(path).id == "003_article"


def test_unsafe_characters_are_replaced_one_for_one() -> None:
    raw = f"\ufeff{FIRST[:20]}\u202e\u0007{FIRST[20:]}\u2028{SECOND}"
    document = parse(raw)
    assert len(document.text) == len(raw)
    assert not re.search("[\u0007\u202e\ufeff\u2028]", document.text)


def test_a_stack_of_combining_marks_is_cut_short_and_offsets_hold() -> None:
    raw = f"{FIRST} Z{chr(0x0301) * 500} end. {SECOND}"
    document = parse(raw)
    assert len(document.text) == len(raw)
    assert document.text.count(chr(0x0301)) == 30
    assert document.text.index(SECOND) == raw.index(SECOND)


def test_a_byte_order_mark_counts_as_a_character() -> None:
    document = documents.parse(b"\xef\xbb\xbf" + FIRST.encode(), name="a.txt")
    assert document.blocks[0].span == Span(1, 1 + len(FIRST))


HOSTILE = {
    "spaces": " " * 200_000 + "x.",
    "newlines": "a\n" * 100_000,
    "blank lines": "a line of words here\n\n" * 10_000,
    "dashes": "- " * 100_000,
    "capitals": "A" * 200_000,
    "places": "WASHINGTON, " * 16_000,
    "dates": "May 3, 2024 " * 16_000,
    "figures": "1/" * 100_000,
    "brackets": "(" * 200_000,
    "colons": "read more: " * 18_000,
    "marks": "a" + chr(0x0301) * 100_000,
    "hashes": "#" * 200_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    started = time.process_time()
    for size in (text[: len(text) // 2], text):
        documents.parse(f"{FIRST}\n\n{size}\n\n{SECOND}", name="a.txt")
    assert time.process_time() - started < 3
