"""Chinese: every rule's own example, the corpus, and what is settled from where."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.sample_timexes import DCT, corpus, only, values
from timeline import timex
from timeline.model import Sentence, Span, TimexType
from timeline.timex import zh, zh_counts, zh_days, zh_years
from timeline.timex.zh_heads import heads
from timeline.timex.zh_rule import ChineseRule, number, plain

HERE = Path(__file__).parent
CORPUS = corpus("zh")


@pytest.mark.parametrize("rule", zh.RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_own_example(rule: ChineseRule) -> None:
    text, dct, expected = rule.example
    found = timex.find(text, date.fromisoformat(dct))
    assert values(found) == expected
    is_clock = rule.name == "zh_clock"  # joined to its day, whose rule it bears
    assert is_clock or rule.name in {t.rule.removesuffix("_range") for t in found}


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["text"])
def test_corpus(row: dict[str, str]) -> None:
    dct = date.fromisoformat(row["dct"]) if row["dct"] else None
    assert values(timex.find(row["text"], dct)) == row["expected"]


def test_a_third_of_the_corpus_finds_nothing() -> None:
    assert len(CORPUS) >= 250
    assert sum(not row["expected"] for row in CORPUS) * 3 > len(CORPUS)


def test_no_two_rows_differ_in_a_number_only() -> None:
    bare = [(row["dct"], re.sub(r"\d", "9", plain(row["text"]))) for row in CORPUS]
    assert len(bare) == len(set(bare))


def test_every_rule_reads_five_phrases_of_the_corpus() -> None:
    read: Counter[str] = Counter()
    for row in CORPUS:
        dct = date.fromisoformat(row["dct"]) if row["dct"] else None
        read.update({t.rule.removesuffix("_range") for t in timex.find(row["text"], dct)})
    assert {rule.name: read[rule.name] for rule in zh.RULES if read[rule.name] < 5} == {}


def test_no_rule_is_left_out_of_the_list() -> None:
    families = (zh_days, zh_years, zh_counts)
    written = {v.name for f in families for v in vars(f).values() if isinstance(v, ChineseRule)}
    assert written == {rule.name for rule in zh.RULES}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("113", 113),
        ("二〇二四", 2024),
        ("二十七", 27),
        ("十", 10),
        ("廿五", 25),
        ("两千〇四", 2004),
    ],
)
def test_numerals_are_numbers(words: str, value: int) -> None:
    assert number(words) == value


def test_a_pattern_s_heads_are_what_it_can_begin_with() -> None:
    assert heads("[今明]年|(?<!前)9?月") == frozenset("今明9月")
    with pytest.raises(ValueError, match="nothing at all"):
        heads("年?")


def test_plain_text_is_as_long_as_the_text() -> None:
    for row in CORPUS:
        assert len(plain(row["text"])) == len(row["text"])


def test_spans_point_at_the_words_as_written() -> None:
    found = only("雙方將於２０２４年９月２７日會面。")
    assert found.text == "２０２４年９月２７日"
    assert found.value == "2024-09-27"


def test_types_and_modifiers_are_timex3_s() -> None:
    assert only("公司昨日下午5:00公告。").type is TimexType.TIME
    assert only("停产四天。").type is TimexType.DURATION
    assert only("例会每周一举行。").type is TimexType.SET
    assert only("2026年底投产。").mod == "END"
    assert only("8月中旬发布。").mod == "MID"


def test_a_quarter_is_told_by_the_company_s_calendar_even_without_blanks() -> None:
    assert only("Nvidia第二季度在华营收下降。").value == "FY2025-Q2"
    assert only("英伟达第二季度在华营收下降。").value == "FY2025-Q2"


def test_ends_of_a_range_can_be_had_apart() -> None:
    found = timex.find("9月14日至15日双方会谈。", DCT, ranges=False)
    assert [t.value for t in found] == ["2024-09-14", "2024-09-15"]


def test_a_name_that_holds_a_date_is_told_apart() -> None:
    assert only("10月7日规则仍然有效。").rule == "name_with_date"
    assert only("10月7日公布的新规仍然有效。").rule == "zh_month_day"


def test_a_bare_day_is_of_the_month_named_just_before() -> None:
    found = timex.find("8月5日开工，6日停工。", DCT)
    assert [t.value for t in found] == ["2024-08-05", "2024-08-06"]


def test_an_english_text_with_a_chinese_name_stays_english() -> None:
    text = "The “ten years' civil war” (十年内战) began in 1927, historians say."
    assert [t.value for t in timex.find(text, DCT)] == ["P10Y", "1927"]


def test_both_languages_are_read_where_both_stand() -> None:
    text = "Shares fell on Friday.\n\n商务部9月26日宣布了措施。"
    assert [t.value for t in timex.find(text, DCT)] == ["2024-09-27", "2024-09-26"]


def test_only_the_sentences_given_are_read() -> None:
    text = "去年出口下降。今年出口回升。"
    sentence = Sentence(0, Span(7, 14), text[7:14])
    (found,) = timex.find(text, DCT, [sentence])
    assert found.text == "今年"


def test_trace_names_the_rule_and_what_it_turned_down() -> None:
    steps = timex.trace("上周五发布12号楼的图纸。", DCT)
    read, left = steps
    assert (read.text, read.rule, read.edtf) == ("上周五", "zh_week", "2024-09-20")
    assert (left.text, left.rule, left.edtf) == ("12号", "zh_day", "")
    assert left.note
