"""When a document was published, and how that is known."""

from datetime import date

import pytest

from tests.sample_page import FIRST, PAGES, parse
from timeline import documents
from timeline.documents import Known
from timeline.interval import Interval
from timeline.model import DateBasis


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
