"""Source notes: what their front matter says, and what is wrong with it."""

from datetime import date

import pytest

from tests.sample_page import FIRST, TITLE, kinds, parse, read_text
from timeline import documents
from timeline.errors import DocumentError
from timeline.interval import Interval
from timeline.model import DateBasis

NOTE = """---
outlet: example
title: Ministry lists chip makers
published: 2024-05-03~
language: en
---

# Ministry lists chip makers

The ministry put nine chip makers on a list on Monday.
Two of them will go to court.

## Reactions

Traders had feared worse.
"""


def test_a_note_is_read_with_its_front_matter() -> None:
    document = documents.parse(NOTE, name="seeds/documents/example/2024-05-03-list.md")
    assert document.is_note
    assert document.id == "example-2024-05-03-list"
    assert (document.outlet, document.title) == ("example", "Ministry lists chip makers")
    assert document.published.when == Interval.parse("2024-05-03~")
    assert document.dct == date(2024, 5, 3)
    assert document.published.basis is DateBasis.METADATA
    assert [kind for kind, _ in kinds(document)] == [
        "front_matter", "title", "body", "heading", "body",
    ]  # fmt: skip


def test_a_heading_of_a_note_starts_after_its_mark() -> None:
    document = documents.parse(NOTE, name="a.md")
    assert ("heading", "Reactions") in kinds(document)


@pytest.mark.parametrize(
    "old,new,message",
    [
        ("published:", "publised:", r"note\.md:4: found the key 'publised'; .* 'published'\?"),
        ("language: en", "language en", r"note\.md:5: found 'language en'; expected 'key: value'"),
        ("2024-05-03~", "3 May", r"note\.md:4: found published '3 May'; expected an EDTF date"),
        ("2024-05-03~", "2024-02-30", r"note\.md:4: found published '2024-02-30'"),
        ("language: en", "language: English", r"note\.md:5: found language 'English'"),
        ("language: en", "language: en\noutlet: b", r"note\.md:6: found 'outlet' again"),
        ("outlet: example\n", "", r"note\.md: found no 'outlet'"),
        ("outlet: example", "outlet:", r"note\.md:2: found an empty 'outlet'"),
        ("2024-05-03~", "", r"note\.md:4: found no date in 'published'; .*'published_reason'"),
        ("language: en", "language: en\nurl: ftp://x", r"note\.md:6: found url 'ftp://x'"),
        ("en\n---", "en\n", r"note\.md:\d+: found "),
    ],
)
def test_front_matter_that_breaks_its_form_names_file_and_line(
    old: str, new: str, message: str
) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        documents.parse(NOTE.replace(old, new, 1), name="note.md")
    assert "\n" not in str(caught.value)


def test_a_note_without_a_date_says_why() -> None:
    note = NOTE.replace("2024-05-03~", "\npublished_reason: the page bears no date")
    assert documents.parse(note, name="a.md").dct is None


def test_an_article_may_open_with_a_rule_of_dashes() -> None:
    document = parse(f"---\n\n{TITLE}\n\n{FIRST}\n")
    assert not document.is_note
    assert FIRST in read_text(document)
