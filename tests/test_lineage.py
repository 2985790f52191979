"""Which documents rest on one original report."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest

from tests.sample_articles import (
    DIGEST,
    FERRY,
    MILL_A,
    MILL_B,
    MILL_QUIET,
    MILL_SALE,
    MILL_SHORT,
    NEXT_YEAR,
    OFFICIAL,
    OTHER_REPORTER,
    TIDENDE,
    UNNAMED,
    citing,
    document,
    find,
    groups,
    split,
)
from timeline import lineage
from timeline.lineage import blocking, links, sources, words
from timeline.model import Document, Mention, SourceKind


def test_a_rewrite_without_a_shared_run_of_five_words_is_found_by_its_order() -> None:
    a, b = document("a", MILL_A), document("b", MILL_B, days=1)
    texts = words.read([a, b], {d.id: split(d.text) for d in (a, b)})
    assert len(texts[0].runs & texts[1].runs) <= 2
    (report,) = find([a, b])
    (link,) = report.links
    assert (link.a, link.b, link.kind) == ("b", "a", "rewrite")
    assert "of 6 sentences in the same order" in link.why


def test_the_same_points_in_another_order_are_no_rewrite() -> None:
    lines = MILL_B.splitlines()
    shuffled = "\n".join(lines[i] for i in (5, 4, 3, 2, 1, 0))
    assert len(find([document("a", MILL_A), document("b", shuffled)])) == 2


def test_a_near_copy_is_found_weeks_later() -> None:
    copy = MILL_A.replace("on Monday", "early on Monday").replace("wants to", "plans to")
    (report,) = find([document("a", MILL_A), document("b", copy, days=30)])
    assert report.links[0].kind == "copy"


def test_a_rewrite_is_news_for_days_only() -> None:
    assert len(find([document("a", MILL_A), document("b", MILL_B, days=40)])) == 2


def test_two_that_cite_one_outlet_within_days_rest_on_it() -> None:
    a, b = document("a", MILL_A), document("b", MILL_QUIET, days=2)
    (report,) = find([a, b], *citing(a, TIDENDE), *citing(b, TIDENDE))
    assert report.links[0].kind == "same_source"
    assert report.links[0].why.startswith("both cite Tidende, published within 2 days")
    assert report.origin == "Tidende"


def test_unnamed_sources_with_the_numbers_of_a_cited_report_are_its_echo() -> None:
    a, b = document("a", MILL_A), document("b", MILL_QUIET, days=1)
    (report,) = find([a, b], *citing(a, TIDENDE), *citing(b, UNNAMED))
    assert "a cites Tidende, b unnamed sources for the same" in report.links[0].why
    assert "46" not in report.links[0].why.split(";")[0]
    assert "1.4 billion" in report.links[0].why


def test_named_sources_in_public_are_no_echo() -> None:
    a, b = document("a", MILL_A), document("b", MILL_QUIET, days=1)
    reports = find([a, b], *citing(a, TIDENDE), *citing(b, (SourceKind.OFFICIAL, "the minister")))
    assert len(reports) == 2


def test_one_that_cites_the_outlet_of_the_other_rests_on_it() -> None:
    a, b = document("a", MILL_QUIET, outlet="Tidende"), document("b", MILL_A, days=1)
    (report,) = find([a, b], *citing(b, TIDENDE))
    assert report.links[0].why.startswith("b cites Tidende, which published the other")


def test_two_reporters_of_one_day_stay_two_reports() -> None:
    a, b = document("a", MILL_A), document("b", OTHER_REPORTER)
    nordlys = (SourceKind.OUTLET, "Nordlys")
    assert len(find([a, b])) == 2
    assert len(find([a, b], *citing(a, TIDENDE), *citing(b, nordlys))) == 2


def test_other_news_over_the_same_background_is_another_report() -> None:
    a, b = document("a", MILL_A), document("b", MILL_SALE, days=10)
    nordlys = (SourceKind.OUTLET, "Nordlys")
    told = [*citing(a, TIDENDE), *citing(b, nordlys, nordlys, TIDENDE)]
    assert links.opposed(*_sides(a, b, told))
    assert len(find([a, document("c", MILL_B, days=1), b], *told)) == 2


def test_what_an_official_says_is_not_what_an_outlet_learnt() -> None:
    a, b = document("a", MILL_A), document("b", MILL_QUIET, days=1)
    assert links.opposed(*_sides(a, b, [*citing(a, TIDENDE), *citing(b, OFFICIAL)]))
    assert not links.opposed(*_sides(a, b, [*citing(a, TIDENDE), *citing(b, UNNAMED)]))


def test_a_report_that_many_retell_is_told_by_its_lead() -> None:
    """Five short notes have few words in common, and none that the others lack."""
    documents = [document(f"d{i}", text, days=i // 2) for i, text in enumerate(MILL_SHORT)]
    told = [mention for one in documents for mention in citing(one, TIDENDE)]
    (report,) = find(documents, *told)
    assert report.origin == "Tidende"
    assert {link.kind for link in report.links} <= {"same_source", "rewrite"}
    assert any(link.kind == "same_source" for link in report.links)


def test_nobody_rests_on_what_is_published_later() -> None:
    a, b = document("a", MILL_A), document("b", MILL_SALE, days=10, outlet="Tidende")
    nordlys = (SourceKind.OUTLET, "Nordlys")
    assert len(find([a, b], *citing(a, TIDENDE), *citing(b, nordlys, nordlys))) == 2


def _sides(a: Document, b: Document, mentions: Sequence[Mention]) -> list[links.Side]:
    texts = words.read([a, b], {d.id: split(d.text) for d in (a, b)})
    return [
        links.Side(
            text,
            sources.read(text.document, [m for m in mentions if m.document == text.document.id]),
        )
        for text in texts
    ]


def test_the_same_campaign_a_year_later_is_another_report() -> None:
    a, b = document("a", MILL_A), document("b", NEXT_YEAR, days=365)
    assert len(find([a, b], *citing(a, TIDENDE), *citing(b, TIDENDE))) == 2


def test_an_editor_may_declare_the_origin() -> None:
    a = document("a", MILL_A, rests_on="Tidende, 4 March 2024, on the mill")
    b = document("b", OTHER_REPORTER, rests_on="Tidende, 2024-03-05")
    c = document("c", NEXT_YEAR, days=365, rests_on="Tidende, 4 March 2025, on the mill")
    reports = find([a, b, c])
    assert groups(reports) == [("a", "b"), ("c",)]
    assert [report.origin for report in reports] == ["Tidende", "Tidende"]
    assert reports[0].links[0].kind == "declared"


def test_declared_origins_that_differ_part_what_cites_one_outlet() -> None:
    a = document("a", MILL_A, rests_on="Tidende, 4 March 2024")
    b = document("b", MILL_QUIET, days=1, rests_on="Nordlys, 5 March 2024")
    assert len(find([a, b], *citing(a, TIDENDE), *citing(b, TIDENDE))) == 2


def test_a_document_may_be_declared_to_rest_on_another() -> None:
    a, b = document("a", MILL_A), document("b", NEXT_YEAR, days=9, rests_on="a")
    (report,) = find([a, b])
    assert report.links[0].why == "b is declared to rest on a"


def test_a_digest_of_two_stories_does_not_chain_them() -> None:
    digest = DIGEST.format("\n".join(MILL_A.splitlines()[:4]))
    a, a2 = document("a", MILL_A), document("a2", MILL_B)
    c, c2 = document("c", FERRY), document("c2", FERRY.replace("entered", "went into"))
    d = document("d", digest, days=1)
    reports = find([a, a2, c, c2, d])
    together = [set(report.documents) for report in reports]
    assert not any({"a", "c"} <= group for group in together)
    assert any({"a", "a2"} <= group for group in together)
    assert any({"c", "c2"} <= group for group in together)


def test_every_document_is_in_one_report_whatever_the_order() -> None:
    texts = [MILL_A, MILL_B, MILL_QUIET, OTHER_REPORTER, NEXT_YEAR, FERRY, "Too short."]
    documents = [document(f"d{i}", text, days=i) for i, text in enumerate(texts)]
    first = find(documents)
    assert sorted(name for report in first for name in report.documents) == [
        d.id for d in documents
    ]
    random.Random(5).shuffle(documents)
    assert find(documents) == first


def test_an_undated_copy_is_still_a_copy() -> None:
    undated = Document("b", MILL_A, outlet="Elsewhere")
    assert len(find([document("a", MILL_A), undated])) == 1


def test_nothing_gives_nothing() -> None:
    assert lineage.find([], {}, {}) == ()
    assert len(find([document("a", "")])) == 1


def test_many_stories_are_compared_by_rare_words_only() -> None:
    """Pairs to measure grow with the number of documents, not with its square."""
    stock = [f"{a}{b}{c}ek" for a in "bdfgklmnpstvz" for b in "aeiou" for c in "bdlmnrst"]
    documents = []
    for i in range(300):
        draw = random.Random(i // 2)
        lines = [" ".join(draw.choice(stock) for _ in range(12)) + "." for _ in range(8)]
        name = f"Story{i // 2}"
        text = "\n".join([f"The {name} affair about Mayor {name}son widened.", *lines])
        documents.append(document(f"d{i:04}", text, days=i // 20))
    texts = words.read(documents, {d.id: split(d.text) for d in documents})
    holders = Counter(stem for text in texts for stem in text.bag)
    pairs = blocking.candidates(texts, holders)
    assert {(i, i + 1) for i in range(0, 300, 2)} <= pairs
    assert len(pairs) <= blocking.MOST_PAIRS * len(documents)
    assert len(find(documents)) == 150


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("FT", "Financial Times", True),
        ("The Financial Times", "Financial Times", True),
        ("Reuters", "Reuters (copy at a mirror)", True),
        ("AP", "Associated Press", True),
        ("Reuters", "Bloomberg", False),
        ("The Times", "Financial Times", True),
        ("", "Reuters", False),
    ],
)
def test_outlets_go_by_several_names(a: str, b: str, same: bool) -> None:
    assert sources.same_outlet(a, b) is same


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("Bloomberg, 27 September 2024", "Bloomberg, 2024-09-28", True),
        ("Bloomberg, 27 September 2024", "Bloomberg, March 3, 2025", False),
        ("Financial Times, August 2025, on chips", "FT, 2025-08-20/2025-08-21", True),
        ("Reuters, on the listing of memory makers", "Reuters, on mill closures", False),
        ("Reuters", "Reuters, 4 May 2023", True),
        ("Reuters, 4 May 2023", "Bloomberg, 4 May 2023", False),
    ],
)
def test_declared_origins_agree_in_outlet_and_date(a: str, b: str, agree: bool) -> None:
    left, right = sources.declared(a), sources.declared(b)
    assert left is not None
    assert right is not None
    assert sources.agree(left, right) is agree
