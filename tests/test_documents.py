"""Which lines of an article are read, and which are left out as clutter."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.sample_page import FIRST, PAGES, SECOND, TITLE, kinds, parse, read_text

CORPUS = Path(__file__).parent / "corpus" / "documents.csv"


def rows() -> list[tuple[str, str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["place"], row["text"], row["kind"]) for row in csv.DictReader(file)]


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
