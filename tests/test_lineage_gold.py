"""The hand-labelled articles rest on the reports that they were labelled with."""

from tests import gold_mentions as gold
from timeline import lineage

pytestmark = gold.needs_shared


def test_the_five_articles_are_two_reports() -> None:
    articles = gold.seeds()
    reports = lineage.find(articles.documents, articles.sentences, articles.by_document)
    assert [(r.origin, r.documents) for r in reports] == [
        ("Bloomberg", ("002", "003", "004")),
        ("Financial Times", ("000", "001")),
    ]


def test_the_dev_articles_share_two_reports() -> None:
    articles = gold.both(gold.dev("topic"), gold.dev("beside"))
    reports = lineage.find(articles.documents, articles.sentences, articles.by_document)
    shared = [set(report.documents) for report in reports if len(report.documents) > 1]
    assert shared == [{"A01", "A02"}, {"A07", "A08"}]
