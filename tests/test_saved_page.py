"""A page saved from the web is read for its article and its head."""

from datetime import date

import pytest

from tests.sample_page import FIRST, SECOND, TITLE, read_text
from timeline import documents
from timeline.errors import DocumentError

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
