"""Claims of Chinese sentences: the corpus, and what it cannot show."""

import pytest

from tests.claims_corpus import check, read, rows
from timeline.claims.zh.frames import lexicon
from timeline.lexicon import han
from timeline.model import Role

ROWS = rows("claims_zh")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_corpus(row: dict[str, str]) -> None:
    check(row)


def test_the_corpus_is_large_and_a_third_of_it_finds_nothing() -> None:
    nothing = [row for row in ROWS if not row["types"]]
    assert len(ROWS) >= 150
    assert len(nothing) * 10 >= len(ROWS) * 3


@pytest.mark.parametrize("row", [row for row in ROWS if row["types"]], ids=lambda row: row["text"])
def test_every_field_rests_on_words_of_the_text(row: dict[str, str]) -> None:
    for mention in read(row["text"]):
        claim = mention.claim
        held = (*mention.evidence.values(), *(p.evidence for p in claim.participants))
        for evidence in (*held, claim.trigger, *claim.objects):
            assert row["text"][evidence.span.start : evidence.span.end] == evidence.text
        assert row["text"][claim.span.start : claim.span.end] == claim.text


def test_traditional_and_simplified_characters_read_alike() -> None:
    (one,) = read("美国商务部将华为列入实体清单。")
    (two,) = read("美國商務部將華為列入實體清單。")
    assert [(p.actor.id, p.role) for p in one.participants] == [
        (p.actor.id, p.role) for p in two.participants
    ]


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "輝達（NVIDIA）說：「H20晶片將恢復供貨」，股價漲４％。"
    assert len(han.plain(text)) == len(text)


def test_every_word_of_the_lexicon_is_written_in_simplified_characters() -> None:
    for words in lexicon().words.values():
        for word in words:
            assert han.plain(word) == word


def test_a_clause_without_a_subject_goes_on_with_the_one_before() -> None:
    (found,) = read("美国商务部周五发布公告，将三家中国企业列入实体清单。")
    initiators = [p.actor.id for p in found.participants if p.role is Role.INITIATOR]
    assert initiators == ["us-commerce"]


def test_an_english_name_does_not_make_a_sentence_chinese() -> None:
    assert not han.is_chinese("Nvidia (英伟达) sells chips in China.")
    assert han.is_chinese("英伟达Nvidia发布RTX Pro 6000D")


def test_what_an_outlet_reports_bears_its_name() -> None:
    found = read("据路透社报道，知情人士称，腾讯取消了H20订单。")
    (order,) = [m for m in found if m.type == "procurement"]
    assert order.attribution is not None
    assert [hop.name for hop in order.attribution.hops] == [
        "Reuters",
        "people familiar with the matter",
    ]


def test_the_date_stands_in_the_clause_or_before_it() -> None:
    (found,) = read("7月31日，国家网信办约谈了英伟达公司。")
    assert found.when.interval is not None
    assert found.when.interval.edtf == "2025-07-31"
