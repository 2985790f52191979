"""Who is named and who says it in Chinese sentences: two corpora, and what they cannot show."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from timeline import actors, attribution, claims, documents, seeds, sentences
from timeline.model import ActorMention, Attribution, SourceKind, Use

ROOT = Path(__file__).parent.parent
MARK = {Use.NOUN: "", Use.POSSESSIVE: "(poss)", Use.ATTRIBUTIVE: "(attr)"}
DCT = date(2025, 9, 15)


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests/corpus" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def gazetteer() -> actors.Gazetteer:
    return actors.compile(seeds.load(ROOT / "seeds"))


def read(
    text: str,
) -> tuple[str, tuple[tuple[ActorMention, ...], ...], tuple[tuple[Attribution, ...], ...]]:
    document = documents.parse(text, name="a.txt", known=documents.Known(dct=DCT))
    split = sentences.split(document)
    found = actors.find(split, gazetteer(), DCT)
    return document.text, found, attribution.find(split, found)


def shown(one: Attribution) -> str:
    return " / ".join("hearsay" if hop.kind is SourceKind.HEARSAY else hop.name for hop in one.hops)


@pytest.mark.parametrize("row", rows("actors_zh.csv"), ids=lambda row: row["text"])
def test_the_actors_are_those_of_the_corpus(row: dict[str, str]) -> None:
    text, found, _ = read(row["text"])
    told = [one for sentence in found for one in sentence]
    assert "|".join(one.actor.name + MARK[one.use] for one in told) == row["expected"]
    for one in told:
        assert text[one.span.start : one.span.end] == one.text


@pytest.mark.parametrize("row", rows("attribution_zh.csv"), ids=lambda row: row["text"])
def test_the_tellers_are_those_of_the_corpus(row: dict[str, str]) -> None:
    text, _, found = read(row["text"])
    told = found[-1]
    assert "; ".join(map(shown, told)) == row["expected"]
    if row["scope"]:
        assert text[told[0].scope.start : told[0].scope.end] == row["scope"]
    for one in told:
        assert text[one.cue.span.start : one.cue.span.end] == one.cue.text
        for hop in one.hops:
            span = hop.evidence.span
            assert text[span.start : span.end] == hop.evidence.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "美国商务部收紧管制。商务部发言人说，规则不变，中方不应误解。",
            "Chinese Ministry of Commerce",
        ),
        ("中国商务部批评了新规。商务部称，新规损害中国企业。", "Chinese Ministry of Commerce"),
        ("川普推動法案。法案將命令商務部停發許可證。", "US Commerce Department"),
    ],
)
def test_a_bare_ministry_is_the_one_the_text_speaks_of(text: str, name: str) -> None:
    _, found, _ = read(text)
    assert name in [one.actor.name for one in found[-1]]


def test_only_the_saying_of_a_named_speaker_is_speech() -> None:
    _, _, found = read("英伟达表示，订单增加。路透社报道，订单增加。知情人士称，订单增加。")
    assert [one.is_speech for told in found for one in told] == [True, False, False]


def test_a_sentence_that_only_declines_comment_is_no_news() -> None:
    assert attribution.no_comment("英伟达发言人拒绝对此置评。")
    assert attribution.no_comment("美國商務部未立即回應置評請求。")
    assert not attribution.no_comment("英伟达拒绝了这笔订单。")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("英伟达推出新款芯片，股价随后上涨。", "zh"),
        ("輝達推出新款晶片，股價隨後上漲。", "zh-Hant"),
        ("Nvidia (英伟达) launched a chip.", "en"),
    ],
)
def test_the_language_is_told_by_the_text(text: str, language: str) -> None:
    assert documents.parse(text, name="a.txt").language == language


def test_a_line_of_the_page_names_publisher_and_day() -> None:
    page = "芯片新规出台\n\n2025-07-31 10:00 来源：新华社\n\n商务部周四公布了新的芯片管制措施。"
    document = documents.parse(page, name="a.txt")
    assert (document.outlet, document.dct) == ("新华社", date(2025, 7, 31))


def test_explain_shows_which_frames_a_chinese_verb_was_tried_by() -> None:
    document = documents.parse("网信办约谈了英伟达。", name="a.txt")
    (sentence,) = sentences.split(document)
    (found,) = actors.find((sentence,), gazetteer(), DCT)
    assert claims.tried_chinese(sentence, found) == (("约谈", "regulatory_probe"),)
