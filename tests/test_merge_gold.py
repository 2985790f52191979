"""The hand-labelled mentions are merged as they were labelled."""

import pytest

from bench.merge import b_cubed
from tests import gold_mentions as gold
from timeline import lineage, merge

pytestmark = gold.needs_shared


@pytest.mark.parametrize(("name", "floor"), [("seeds", 0.93), ("topic", 0.86), ("beside", 0.9)])
def test_labelled_mentions_are_merged_as_labelled(name: str, floor: float) -> None:
    articles = gold.seeds() if name == "seeds" else gold.dev(name)
    reports = lineage.find(articles.documents, articles.sentences, articles.by_document)
    found = merge.merge(articles.mentions, reports)
    system = {one: event.id for event in found for one in event.mentions}
    precision, recall, f1 = b_cubed(articles.events, system)
    # the scoreboard of conventions.md is read on the console
    print(f"{name}: B-cubed {precision:.3f} {recall:.3f} {f1:.3f}")  # noqa: T201
    assert f1 >= floor


def test_the_guidance_of_two_years_stays_two_events() -> None:
    articles = gold.seeds()
    reports = lineage.find(articles.documents, articles.sentences, articles.by_document)
    of = {m: event.id for event in merge.merge(articles.mentions, reports) for m in event.mentions}
    guidance = [m for m in articles.mentions if m.type == "procurement_guidance" and m.dct]
    years = {(m.dct.year, of[m.id]) for m in guidance if m.dct}
    assert len({year for year, _ in years}) == 2
    assert len({event for _, event in years}) == len(years)
