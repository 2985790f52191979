import csv
import json
import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from timeline import documents
from timeline.documents import Known
from timeline.errors import DocumentError
from timeline.interval import Interval
from timeline.model import BlockKind, DateBasis, Document, Span

CORPUS = Path(__file__).parent / "corpus" / "documents.csv"
SHARED = Path(__file__).resolve().parents[1].parent / "shared"

TITLE = "Ministry puts chip makers on a new list"
FIRST = "The ministry put nine chip makers on a list on Monday, and traders had feared worse."
SECOND = "Two of the nine firms named in it said that they would go to court over the step."
PAGES = {
    "head": f"{TITLE}\n\n{{line}}\n\n{FIRST}\n\n{SECOND}\n",
    "middle": f"{TITLE}\n\n{FIRST}\n\n{{line}}\n\n{SECOND}\n",
    "foot": f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{{line}}\n",
}
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


def rows() -> list[tuple[str, str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["place"], row["text"], row["kind"]) for row in csv.DictReader(file)]


def parse(text: str, url: str = "") -> Document:
    return documents.parse(text, name="a.txt", known=Known(url=url))


def kinds(document: Document) -> list[tuple[str, str]]:
    """Each block's kind and text."""
    return [
        (block.kind.value, document.text[block.span.start : block.span.end])
        for block in document.blocks
    ]


def read_text(document: Document) -> str:
    return "\n".join(text for kind, text in kinds(document) if BlockKind(kind).is_read)


@pytest.mark.parametrize("place,text,kind", rows(), ids=[f"{row[0]}: {row[1]}" for row in rows()])
def test_a_line_is_what_the_corpus_says(place: str, text: str, kind: str) -> None:
    document = parse(PAGES[place].format(line=text))
    found = [one for one, stretch in kinds(document) if stretch.endswith(text.lstrip("# "))]
    assert found == [kind]


def test_the_article_around_a_line_is_read_whatever_the_line() -> None:
    for place, text, _ in rows():
        document = parse(PAGES[place].format(line=text))
        assert FIRST in read_text(document), text
        assert SECOND in read_text(document), text


def test_blocks_are_in_order_and_hold_every_word() -> None:
    text = "\n\n".join(text for _, text, _ in rows())
    document = parse(f"{TITLE}\n\n{FIRST}\n\n{text}\n\n{SECOND}")
    spans = [block.span for block in document.blocks]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    left = document.text
    for span in reversed(spans):
        left = left[: span.start] + left[span.end :]
    assert not left.strip()


# ---------------------------------------------------------------- by place


def test_the_first_headline_is_the_title_and_the_next_one_the_deck() -> None:
    deck = "Exporters must ask for a licence from June"
    document = parse(PAGES["head"].format(line=deck))
    assert kinds(document)[:2] == [("title", TITLE), ("deck", deck)]
    assert document.title == TITLE


def test_a_doubled_headline_is_a_duplicate() -> None:
    document = parse(PAGES["head"].format(line=TITLE))
    assert kinds(document)[1] == ("duplicate", TITLE)


def test_a_paragraph_told_twice_is_read_once() -> None:
    document = parse(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{FIRST}\n")
    assert read_text(document).count(FIRST) == 1


def test_words_glued_to_the_first_sentence_are_split_off() -> None:
    document = parse(f"Source Link{FIRST}\n{SECOND}")
    assert kinds(document)[:2] == [("boilerplate", "Source Link"), ("body", FIRST)]


def test_source_is_not_split_off_a_word() -> None:
    document = parse(f"Sources said so. {FIRST}\n{SECOND}")
    assert [kind for kind, _ in kinds(document)] == ["body", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "SHANGHAI, May 22 (Reuters) - ",
        "BEIJING/SHANGHAI (Reuters) -",
        "TAIPEI (Reuters) - ",
        "BERLIN, July 12 -- ",
        "WASHINGTON - ",
        "WASHINGTON : ",
        "WASHINGTON, USA – ",
        "SEOUL, South Korea (AP) — ",
        "Beijing, Sept. 28 (Xinhua) -- ",
        "SANTA CLARA, Calif., May 28, 2025 (GLOBE NEWSWIRE) -- ",
        "(Bloomberg) -- ",
    ],
)
def test_an_agency_dateline_is_cut_off_a_paragraph(dateline: str) -> None:
    document = parse(f"{TITLE}\n\n{dateline}{FIRST}\n\n{SECOND}")
    assert kinds(document)[1:3] == [("dateline", dateline.strip()), ("body", FIRST)]


@pytest.mark.parametrize(
    "start",
    [
        "NVIDIA - the largest maker - said on Monday that sales had doubled in a year.",
        "Nvidia (NVDA) - the largest maker - said on Monday that sales had doubled.",
        "Huawei said on Monday - and again on Friday - that sales had doubled in a year.",
        "In Washington - as in Beijing - traders had feared that sales would halve.",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(start: str) -> None:
    document = parse(f"{TITLE}\n\n{start}\n\n{SECOND}")
    assert kinds(document)[1] == ("body", start)


def test_an_agency_that_signs_is_cut_off_the_last_sentence() -> None:
    document = parse(f"{TITLE}\n\n{FIRST}\n\n{SECOND} REUTERS\n")
    assert kinds(document)[-2:] == [("body", SECOND), ("boilerplate", "REUTERS")]


def test_a_kicker_is_cut_off_the_title() -> None:
    document = parse(f"UPDATE 3-{TITLE}\n\n{FIRST}\n\n{SECOND}")
    assert kinds(document)[:2] == [("boilerplate", "UPDATE 3-"), ("title", TITLE)]


def test_the_line_close_to_a_photo_credit_is_its_caption() -> None:
    caption = "A wafer is shown at a fair. The firm was listed on Monday."
    document = parse(PAGES["middle"].format(line=f"PHOTO: AGENCY\n{caption}"))
    assert ("caption", caption) in kinds(document)


def test_a_sidebar_runs_to_its_last_stamp() -> None:
    posts = "\n\n".join(
        f"Another story about number {n}\n\nIts first sentence is told here as a teaser and then…"
        f"\n\n{n} hours ago"
        for n in range(2, 6)
    )
    document = parse(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nRecent Posts\n\n{posts}\n")
    assert {kind for kind, text in kinds(document) if "story" in text or "teaser" in text} == {
        "sidebar"
    }


def test_a_box_of_links_in_the_middle_ends_with_the_next_paragraph() -> None:
    document = parse(PAGES["middle"].format(line="Most Read\n\nAnother story\n\nA third story"))
    assert [kind for kind, _ in kinds(document)] == [
        "title", "body", "sidebar", "sidebar", "sidebar", "body",
    ]  # fmt: skip


def test_what_readers_write_is_no_body() -> None:
    reader = "I think that the ministry was right to put them all on the list last May."
    document = parse(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nLeave a Reply\n\nJane Doe\n\n{reader}\n")
    assert reader not in read_text(document)


def test_a_comments_button_above_the_article_cuts_nothing_off() -> None:
    document = parse(f"{TITLE}\n\nComments\n\n{FIRST}\n\n{SECOND}\n")
    assert SECOND in read_text(document)


def test_wrapped_lines_are_one_paragraph() -> None:
    long = " ".join([FIRST, SECOND, FIRST.replace("Monday", "Tuesday")])
    wrapped = re.sub(r"(.{50,68}) ", r"\1\n", long)
    document = parse(f"{TITLE}\n\n{wrapped}\n\n{SECOND}\n")
    assert kinds(document)[1] == ("body", wrapped)


def test_windows_line_ends_change_no_kind() -> None:
    plain = parse(PAGES["middle"].format(line="PHOTO: AGENCY"))
    windows = parse(PAGES["middle"].format(line="PHOTO: AGENCY").replace("\n", "\r\n"))
    assert kinds(plain) == kinds(windows)


# ---------------------------------------------------------------- notes


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


# ---------------------------------------------------------------- publication date


@pytest.mark.parametrize(
    "url,line,dct,basis",
    [
        ("https://a.example/2024/09/28/some-title/amp", "", date(2024, 9, 28), "address"),
        ("https://a.example/2024/sep/28/some-title", "", date(2024, 9, 28), "address"),
        ("https://a.example/news/2024-09-28-title", "", date(2024, 9, 28), "address"),
        ("https://a.example/news/20240928/title", "", date(2024, 9, 28), "address"),
        ("https://a.example/2024/09/title.html", "", None, "address"),
        (
            "https://a.example/2024/09/title.html",
            "Sept 28 | 2 min read",
            date(2024, 9, 28),
            "dateline",
        ),
        ("https://a.example/2024/09/title.html", "POSTED ON MAY 3, 2021", None, "address"),
        ("https://a.example/story-12345678", "", None, "unknown"),
        ("https://a.example/2024/13/45/title", "", None, "unknown"),
        ("", "Published 06/15/2025, 09:40 AM", date(2025, 6, 15), "dateline"),
        ("", "Published 15/06/2025", date(2025, 6, 15), "dateline"),
        ("", "03/08/2023 | 08:12pm EST", date(2023, 3, 8), "dateline"),
        ("", "03/08/2023 | 08:12pm", None, "unknown"),
        ("", "February 30, 2024", None, "unknown"),
        ("", "May 3 | 2 min read", None, "unknown"),
        ("", "FILE PHOTO: A fair in Paris, June 12, 2025.", None, "unknown"),
        (
            "",
            "The rule of June 12, 2025 is the third of its kind, the ministry said.",
            None,
            "unknown",
        ),
    ],
)
def test_the_publication_date_comes_from_the_best_source(
    url: str, line: str, dct: date | None, basis: str
) -> None:
    document = parse(PAGES["head"].format(line=line), url=url)
    assert document.dct == dct
    assert document.published.basis.value == basis
    assert document.published.reason


def test_a_month_in_the_address_is_an_approximate_month() -> None:
    document = parse(PAGES["head"].format(line=""), url="https://a.example/2024/09/title")
    assert document.published.when == Interval.parse("2024-09~")


def test_what_is_known_goes_before_what_the_page_says() -> None:
    known = Known(dct=date(2024, 5, 4), published=Interval.parse("2024-05~"))
    text = PAGES["head"].format(line="POSTED ON MAY 3, 2024")
    document = documents.parse(text, name="a.txt", known=known)
    assert document.dct == date(2024, 5, 4)
    assert document.published.when == Interval.parse("2024-05~")


def test_a_published_month_names_no_day_to_count_from() -> None:
    known = Known(published=Interval.parse("2024-05"))
    document = documents.parse(FIRST, name="a.txt", known=known)
    assert document.dct is None
    assert document.published.basis is DateBasis.METADATA


@pytest.mark.parametrize("heading", ["Recent Posts", "Leave a Reply"])
def test_a_sidebar_dates_nothing(heading: str) -> None:
    sidebar = f"{heading}\n\nMay 3, 2024\n\nA game review\n\n2 hours ago"
    assert parse(PAGES["foot"].format(line=sidebar)).dct is None


# ---------------------------------------------------------------- bad input


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


# ---------------------------------------------------------------- pages

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ministry lists chip makers - Example</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2024-05-03T09:00:00Z">
<meta property="article:modified_time" content="2025-01-01T09:00:00Z">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://a.example/list">
</head><body><nav><a href="/">Home</a><a href="/x">World</a></nav><article><h1>{TITLE}</h1>
<p>{FIRST}</p><p>{SECOND}</p><p>Traders in Taipei had feared a much longer list.</p></article>
<aside><h2>Recent Posts</h2><time datetime="2020-01-01">January 1, 2020</time></aside>
<script>alert("never shown")</script></body></html>"""


@pytest.mark.parametrize("raw", [PAGE, PAGE.encode()], ids=["text", "bytes"])
def test_a_page_is_read_for_its_article_and_its_head(raw: str | bytes) -> None:
    document = documents.parse(raw, name="saved.html")
    assert FIRST in read_text(document)
    assert "never shown" not in document.text
    assert document.title == TITLE
    assert (document.outlet, document.author) == ("Example Times", "Jane Doe")
    assert document.url == "https://a.example/list"
    assert document.dct == date(2024, 5, 3)


def test_a_page_is_known_by_its_text_whatever_its_name() -> None:
    assert documents.parse(PAGE, name="saved.txt").outlet == "Example Times"


def test_a_date_of_change_does_not_date_a_page() -> None:
    page = PAGE.replace("article:published_time", "something_else")
    assert documents.parse(page, name="a.html").dct is None


def test_a_page_in_the_encoding_it_declares_is_read() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace(
        "feared", "fürchtet"
    )
    assert "fürchtet" in documents.parse(page.encode("cp1252"), name="a.html").text


def test_a_page_without_an_article_is_a_clear_error() -> None:
    with pytest.raises(DocumentError, match="found no article in the page"):
        documents.parse("<html><body></body></html>", name="a.html")


# ---------------------------------------------------------------- hand-labelled articles

needs_gold = pytest.mark.skipif(
    not (SHARED / "gold" / "seeds_gold.json").exists(),
    reason="the hand-labelled articles are not here: ../shared/gold",
)


@needs_gold
def test_all_noise_of_the_labelled_articles_is_left_out_and_no_mention_is() -> None:
    gold = json.loads((SHARED / "gold" / "seeds_gold.json").read_text(encoding="utf-8"))
    for entry in gold["documents"]:
        document = documents.read(SHARED / "seeds" / entry["file"])
        read = [block.span for block in document.blocks if block.kind.is_read]
        for noise in entry["noise"]:
            span = Span(noise["char_start"], noise["char_end"])
            assert not any(span.overlaps(one) for one in read), (entry["doc"], noise["text"])
        for mention in gold["mentions"]:
            span = Span(mention["char_start"], mention["char_end"])
            if mention["doc"] == entry["doc"] and mention["expected"] in ("core", "secondary"):
                assert any(one.holds(span) for one in read), mention["mention_id"]


@needs_gold
@pytest.mark.parametrize("name", ["topic", "beside"])
def test_no_mention_of_the_development_articles_is_left_out(name: str) -> None:
    gold = json.loads((SHARED / "gold" / "dev" / f"{name}_gold.json").read_text(encoding="utf-8"))
    lost = []
    for entry in gold["documents"]:
        document = documents.read(SHARED / "gold" / "dev" / "articles" / entry["file"])
        read = [block.span for block in document.blocks if block.kind.is_read]
        lost += [
            mention["mention_id"]
            for mention in gold["mentions"]
            if mention["doc"] == entry["doc"]
            and mention["expected"] in ("core", "secondary")
            and not any(one.holds(Span(mention["char_start"], mention["char_end"])) for one in read)
        ]
    assert lost == []
