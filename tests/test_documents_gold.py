"""The hand-labelled articles: all that was labelled is read, and no noise."""

import json
from pathlib import Path

import pytest

from timeline import documents
from timeline.model import Span

SHARED = Path(__file__).resolve().parents[1].parent / "shared"

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
