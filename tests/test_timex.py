"""Every rule's own example, the corpus, and what must hold whatever the words are."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.sample_timexes import DCT, NVIDIA, corpus, only, values
from timeline import timex
from timeline.model import FiscalCalendar, Sentence, Span, TimexType
from timeline.timex import (
    absolute,
    clock,
    coarse,
    counted,
    fiscal,
    kinds,
    lengths,
    periods,
    pieces,
    portions,
    relative,
    sets,
    vague,
)
from timeline.timex.rule import Rule

HERE = Path(__file__).parent
CORPUS = corpus("en")
SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "timex"
FAMILIES = (absolute, coarse, relative, counted, clock, lengths, sets, vague, fiscal, portions)


@pytest.mark.parametrize("rule", timex.RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_own_example(rule: Rule) -> None:
    text, dct, expected = rule.example
    found = timex.find(text, date.fromisoformat(dct))
    assert values(found) == expected
    assert rule.name in {t.rule.removesuffix("_range") for t in found}


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["text"])
def test_corpus(row: dict[str, str]) -> None:
    dct = date.fromisoformat(row["dct"]) if row["dct"] else None
    assert values(timex.find(row["text"], dct, calendars=(NVIDIA,))) == row["expected"]


def test_a_third_of_the_corpus_finds_nothing() -> None:
    nothing = [row for row in CORPUS if not row["expected"]]
    assert len(nothing) * 3 > len(CORPUS)


def test_no_two_rows_of_the_corpus_differ_in_a_number_only() -> None:
    texts = [(row["dct"], re.sub(r"\d+", "9", row["text"])) for row in CORPUS]
    assert len(texts) == len(set(texts)) >= 1200


def test_every_rule_reads_five_phrases_of_the_corpus() -> None:
    read: Counter[str] = Counter()
    for row in CORPUS:
        dct = date.fromisoformat(row["dct"]) if row["dct"] else None
        read.update({t.rule.removesuffix("_range") for t in timex.find(row["text"], dct)})
    assert {rule.name: read[rule.name] for rule in timex.RULES if read[rule.name] < 5} == {}


def test_no_rule_is_left_out_of_the_list() -> None:
    written = {v.name for family in FAMILIES for v in vars(family).values() if isinstance(v, Rule)}
    assert written == {rule.name for rule in timex.RULES}


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in timex.RULES]
    assert len(names) == len(set(names))


def test_every_number_is_of_some_kind() -> None:
    numbers = [str(number) for number in range(10_000)]
    plain = [n for n in numbers if pieces.scan(n, [(0, len(n))]).kinds[0] == kinds.WORD]
    assert plain == []


# ---------------------------------------------------------------- spans and order


@pytest.mark.parametrize("row", CORPUS[::3], ids=lambda row: row["text"])
def test_spans_point_at_the_words(row: dict[str, str]) -> None:
    for found in timex.find(row["text"], DCT):
        assert row["text"][found.span.start : found.span.end] == found.text


def test_expressions_come_in_order_and_never_overlap() -> None:
    text = " ".join(row["text"] for row in CORPUS)
    found = timex.find(text, DCT)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert len(found) > 100


def test_only_the_sentences_given_are_read() -> None:
    text = "Posted 3 May 2024. Shares fell on Friday."
    start = text.index("Shares")
    sentence = Sentence(0, Span(start, len(text)), text[start:])
    (found,) = timex.find(text, DCT, [sentence])
    assert found.text == "Friday"


def test_no_rule_reads_across_a_sentence_end() -> None:
    found = timex.find("They met in May. 2024 was hard.", DCT)
    assert [t.text for t in found] == ["May", "2024"]


def test_the_point_of_a_short_month_is_its_own_and_no_sentence_end() -> None:
    assert only("They met on Sept. 27 again.").text == "Sept. 27"
    assert only("They met in April.").text == "April"


# ---------------------------------------------------------------- what is settled from where


def test_a_bare_weekday_of_the_publication_day_is_that_day() -> None:
    assert only("It said on Saturday it agreed.").value == "2024-09-28"


def test_without_a_publication_day_relative_words_stay_open() -> None:
    for words in ("yesterday", "last year", "on Friday", "in October", "three years ago"):
        found = only(f"It stopped {words}.", None)
        assert found.interval is None
        assert found.relative


def test_without_a_publication_day_absolute_words_resolve() -> None:
    found = only("It stopped on 7 October 2022.", None)
    assert found.interval is not None
    assert not found.relative


def test_relative_says_whether_the_publication_day_was_needed() -> None:
    assert only("It stopped on Friday.").relative
    assert not only("It stopped on May 3, 2023.").relative


def test_a_fiscal_quarter_has_the_calendar_reading_beside_it() -> None:
    found = only("In the second quarter, Nvidia sold a lot there.")
    assert found.interval is not None
    assert found.interval.edtf == "2024-04-29/2024-07-28"
    assert found.other == "2024-04/2024-06"


def test_the_company_named_most_lends_its_calendar_to_other_sentences() -> None:
    text = "Nvidia fell. Sales in the second quarter rose."
    (found,) = timex.find(text, DCT, calendars=(NVIDIA,))
    assert found.value == "FY2025-Q2"


def test_without_its_calendar_a_quarter_is_the_calendar_s() -> None:
    (found,) = timex.find("In the second quarter, Nvidia sold a lot there.", DCT)
    assert found.value == "2024-Q2"


@pytest.mark.parametrize(
    ("year", "quarter", "expected"),
    [
        (2025, 0, "2024-01-29/2025-01-26"),
        (2025, 1, "2024-01-29/2024-04-28"),
        (2025, 2, "2024-04-29/2024-07-28"),
        (2023, 4, "2022-10-31/2023-01-29"),
    ],
)
def test_fiscal_periods_of_a_year_that_ends_on_a_sunday(
    year: int, quarter: int, expected: str
) -> None:
    assert periods.fiscal_interval(NVIDIA, year, quarter).edtf == expected


def test_fiscal_quarters_of_a_year_that_ends_with_a_month() -> None:
    microsoft = FiscalCalendar("microsoft", ("Microsoft",), 6, 0, "month_end")
    assert periods.fiscal_interval(microsoft, 2025, 1).edtf == "2024-07/2024-09"
    assert periods.fiscal_interval(microsoft, 2025).edtf == "2024-07/2025-06"


def test_a_name_that_holds_a_date_is_told_apart() -> None:
    assert only("Under the October 7 rule, it needs one.").rule == "name_with_date"
    assert only("Under the rule of October 7 it needs one.").rule == "month_day"


def test_a_week_of_a_month_has_the_month_s_value_and_its_own_days() -> None:
    found = only("It came in the second week of May 2023.")
    assert (found.value, found.mod) == ("2023-05", "MID")
    assert found.interval is not None
    assert found.interval.edtf == "2023-05-08/2023-05-14"


def test_modifiers_are_timex3_s() -> None:
    mods = {
        "It came in early 2023.": "START",
        "It came in mid-2023.": "MID",
        "It came in late 2023.": "END",
        "It came about three years ago.": "APPROX",
        "It took more than two years.": "MORE_THAN",
        "It took nearly two years.": "LESS_THAN",
        "It took at least two years.": "EQUAL_OR_MORE",
        "It took up to two years.": "EQUAL_OR_LESS",
    }
    assert {text: only(text).mod for text in mods} == mods


def test_types_are_timex3_s() -> None:
    kinds = {
        "It came on Friday.": TimexType.DATE,
        "It came at 5 p.m. Friday.": TimexType.TIME,
        "It took four days.": TimexType.DURATION,
        "It comes every year.": TimexType.SET,
    }
    assert {text: only(text).type for text in kinds} == kinds


def test_the_two_ends_of_a_range_can_be_had_apart() -> None:
    text = "It ran from May to July 2024."
    assert [t.value for t in timex.find(text, DCT, ranges=False)] == ["2024-05", "2024-07"]
    assert only(text).value == "2024-05/2024-07"


def test_a_history_counts_bare_months_from_the_last_year_named() -> None:
    years = " ".join(f"In {year} they met." for year in range(1950, 1962))
    found = timex.find(f"{years} In March they parted.", DCT)
    assert found[-1].value == "1961-03"


@pytest.mark.parametrize("told", ["this week", "the day before last Tuesday"])
def test_a_feature_of_old_years_with_a_word_of_news_is_no_history(told: str) -> None:
    years = " ".join(f"In {year} they met." for year in range(1950, 1962))
    found = timex.find(f"{years} They met {told}.", DCT)
    assert found[-1].value.startswith("2024-")
