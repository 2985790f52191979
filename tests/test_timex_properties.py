"""What holds whatever the words are: shifting days, spans, time in step with length, quality."""

import json
import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_timexes import DCT, corpus, only
from timeline import timex
from timeline.interval import Granularity
from timeline.lexicon import load
from timeline.timex import holidays, reckon

HERE = Path(__file__).parent
CORPUS = corpus("en")
SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "timex"


DAYS = st.dates(date(1980, 1, 1), date(2080, 1, 1))
DAY_WORDS = ("yesterday", "today", "tomorrow", "ten days ago", "the day before")


@given(DAYS, st.integers(-3000, 3000), st.sampled_from(DAY_WORDS))
def test_shifting_the_publication_shifts_words_of_days(dct: date, by: int, words: str) -> None:
    one, two = only(f"It was {words}.", dct), only(f"It was {words}.", dct + timedelta(days=by))
    assert one.interval is not None
    assert two.interval is not None
    assert one.interval.start is not None
    assert two.interval.start == one.interval.start + timedelta(days=by)


@given(DAYS, st.integers(-500, 500), st.sampled_from(("on Friday", "last Monday", "next Sunday")))
def test_shifting_the_publication_by_weeks_shifts_weekdays(dct: date, by: int, words: str) -> None:
    one, two = only(f"It was {words}.", dct), only(f"It was {words}.", dct + timedelta(weeks=by))
    assert one.interval is not None
    assert two.interval is not None
    assert one.interval.start is not None
    assert two.interval.start == one.interval.start + timedelta(weeks=by)


@given(DAYS)
def test_a_written_day_is_that_day_whenever_it_is_read(day: date) -> None:
    for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", str(day)):
        assert only(f"It came on {written}.", DCT).value == day.isoformat()


FINEST = {
    "2023": Granularity.YEAR,
    "May 2023": Granularity.MONTH,
    "the third quarter of 2023": Granularity.QUARTER,
    "the first half of 2023": Granularity.HALF,
    "the summer of 2023": Granularity.SEASON,
    "the 1990s": Granularity.DECADE,
    "last year": Granularity.YEAR,
    "last month": Granularity.MONTH,
    "last week": Granularity.WEEK,
    "in October": Granularity.MONTH,
    "five years ago": Granularity.YEAR,
    "five months ago": Granularity.MONTH,
    "on Friday": Granularity.DAY,
}


@pytest.mark.parametrize("words", FINEST)
@given(dct=DAYS)
@settings(max_examples=25)
def test_an_interval_is_never_finer_than_its_words(words: str, dct: date) -> None:
    found = only(f"It came {words}.", dct)
    assert found.interval is not None
    assert found.interval.granularity <= FINEST[words]


@given(
    st.text(max_size=300)
    | st.text("年月日周上下前后去今第三十2019至（）点半个季度-: ", max_size=80)
)
@settings(deadline=None)  # the first Chinese text compiles its rules
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in timex.find(text, DCT):
        assert text[found.span.start : found.span.end] == found.text


@given(st.lists(st.sampled_from([row["text"] for row in CORPUS]), max_size=6))
@settings(max_examples=50)
def test_the_same_text_gives_the_same_answer(rows: list[str]) -> None:
    text = "\n\n".join(rows)
    assert timex.find(text, DCT) == timex.find(text, DCT)


@pytest.mark.parametrize("year", range(1990, 2040))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = reckon.easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_easter_of_a_few_years() -> None:
    assert [str(reckon.easter(y)) for y in (2000, 2024, 2038)] == [
        "2000-04-23",
        "2024-03-31",
        "2038-04-25",
    ]


@pytest.mark.parametrize(
    ("rule", "day"),
    [("11-4-4", "2024-11-28"), ("05-1--1", "2024-05-27"), ("12-25", "2024-12-25")],
)
def test_holidays_as_the_lexicon_spells_them(rule: str, day: str) -> None:
    assert str(holidays.holiday_date(rule, 2024)) == day


@pytest.mark.parametrize("name", load("timex")["lunar"])
def test_a_feast_of_the_moon_comes_once_a_year_and_in_its_weeks(name: str) -> None:
    listed = load("timex")["lunar"][name]
    assert isinstance(listed, list)
    days = [date.fromisoformat(str(day)) for day in listed]
    assert [day.year for day in days] == list(range(2000, 2041))
    assert all((b - a).days in (354, 355, 383, 384, 385) for a, b in pairwise(days))
    spread = [day.timetuple().tm_yday for day in days]
    assert max(spread) - min(spread) <= 30


def test_a_feast_of_a_year_that_no_table_holds_stays_open() -> None:
    assert holidays.holiday_date("new_year", 1990) is None
    assert only("It came at Chinese New Year 1990.").interval is None


# ---------------------------------------------------------------- hostile text and the benchmark

HOSTILE = (
    "1." * 20_000,
    "in " * 20_000,
    "2024 " * 10_000,
    "the end of the " * 5_000,
    "May " * 12_000,
    "-" * 40_000,
    "1/1/" * 10_000,
    "\n \n" * 15_000,
    "one hundred " * 4_000,
    "a few " * 8_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_takes_time_in_step_with_its_length(text: str) -> None:
    def seconds(words: str) -> float:
        started = time.process_time()
        timex.find(words, DCT)
        return time.process_time() - started

    seconds(text[:500])
    half = min(seconds(text[: len(text) // 2]) for _ in range(2))
    whole = min(seconds(text) for _ in range(2))
    assert whole < 3.2 * half + 0.05


HOSTILE_CHINESE = ("三" * 20_000, "9月" * 10_000, "今年" * 10_000, "中" * 20_000, "一九" * 10_000)


@pytest.mark.parametrize("text", [*HOSTILE, *HOSTILE_CHINESE], ids=lambda text: repr(text[:12]))
def test_hostile_text_takes_five_times_as_long_as_news_at_most(text: str) -> None:
    news = _news()[:20_000]

    def seconds(words: str) -> float:
        started = time.process_time()
        timex.find(words, DCT)
        return time.process_time() - started

    seconds(text[:500])
    plain = min(seconds(news) for _ in range(3)) / len(news)
    hostile = min(seconds(text[:20_000]) for _ in range(3)) / len(text[:20_000])
    assert hostile < 5 * plain


def _news() -> str:
    """Prose as dense in times as news: the corpus, one phrase after the other."""
    sentence = "The company makes its parts at home and sells them where it can, people there said."
    return " ".join(f"{row['text']} {sentence}" for row in CORPUS if row["expected"])


def test_the_same_over_and_over_is_passed_over_and_the_rest_is_read() -> None:
    text = f"It shut on May 2, 2023.\n\n{'May ' * 2_000}\n\nIt opened in 2021."
    found = timex.find(text, DCT)
    assert found[0].value == "2023-05-02"
    assert found[-1].value == "2021"
    assert len(found) < 1000


@pytest.mark.parametrize(
    ("name", "least"), [("timebank", 82.3), ("meantime_apple", 87.9), ("wikiwars", 84.9)]
)
def test_quality_on_the_benchmarks_does_not_fall(name: str, least: float) -> None:
    file = SHARED / f"{name}.jsonl"
    if not file.exists():
        pytest.skip(f"no benchmark data at {file}")
    right = gold = system = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        found = timex.find(document["text"], date.fromisoformat(document["dct"][:10]), ranges=False)
        ours = {(t.span.start, t.span.end): t.value for t in found}
        right += _right(document["timexes"], ours)
        gold, system = gold + len(document["timexes"]), system + len(ours)
    assert 200 * right / (gold + system) >= least


def _right(wanted: list[dict[str, str]], ours: dict[tuple[int, int], str]) -> int:
    """How many wanted expressions have the value of the first of ours that overlaps them."""
    free, count = sorted(ours), 0
    for one in sorted(wanted, key=lambda timex: int(timex["start"])):
        start, end = int(one["start"]), int(one["end"])
        span = next((s for s in free if s[0] < end and start < s[1]), None)
        if span is not None:
            free.remove(span)
            count += ours[span] == one["value"]
    return count
