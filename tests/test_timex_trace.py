"""What ``explain`` says of the words of time: the rule that read them, or the nearest one."""

from datetime import date

import pytest

from timeline import timex
from timeline.lexicon import load

DCT = date(2024, 9, 28)


def test_trace_names_the_rule_that_read_the_words() -> None:
    (step,) = timex.trace("It stopped on Friday.", DCT)
    assert (step.text, step.rule, step.edtf) == ("Friday", "weekday", "2024-09-27")


def test_trace_names_the_nearest_rule_for_words_left_over() -> None:
    (step,) = timex.trace("Theresa May opposed it.", DCT)
    assert (step.text, step.rule, step.edtf) == ("May", "month", "")
    assert step.note


@pytest.mark.parametrize(
    ("text", "word", "rule"),
    [
        ("Talks stopped in Ramadan.", "Ramadan", "holiday"),
        ("Its friends met in Lent.", "Lent", "holiday"),
        ("Wolves came at twilight.", "twilight", "part"),
        ("It was over by sunset.", "sunset", "part"),
        ("It took aeons.", "aeons", "bare_length"),
    ],
)
def test_trace_names_the_nearest_rule_of_words_that_no_rule_reads(
    text: str, word: str, rule: str
) -> None:
    (step,) = [step for step in timex.trace(text, DCT) if step.note]
    assert (step.text, step.rule, step.edtf) == (word, rule, "")
    assert step.note == "no rule reads it here"


@pytest.mark.parametrize(
    ("text", "words", "rule", "unknown"),
    [
        ("Two moons later he fled.", "Two moons later", "later", "moons"),
        ("Two blue moons ago it fell.", "moons ago", "units_ago", "moons"),
        ("It grew here three harvests ago.", "three harvests ago", "ago", "harvests"),
        ("He left on 12 Brumaire 1799.", "12 Brumaire 1799", "day_month_year", "Brumaire"),
    ],
)
def test_trace_names_the_rule_that_one_unknown_word_keeps_from_reading(
    text: str, words: str, rule: str, unknown: str
) -> None:
    (step,) = timex.trace(text, DCT)
    assert (step.text, step.rule, step.edtf) == (words, rule, "")
    assert repr(unknown) in step.note


@pytest.mark.parametrize("text", ["He lent money to a friend.", "They took ten steps, sir."])
def test_trace_is_silent_where_nothing_looks_like_a_time(text: str) -> None:
    assert timex.trace(text, DCT) == []


def test_the_rules_named_for_unread_words_exist() -> None:
    names = {rule.name for rule in timex.RULES}
    assert set(load("timex")["unread"].values()) <= names
