"""The word of a person beats every score."""

import pytest

from tests.sample_mentions import events, mention
from timeline import merge
from timeline.errors import SeedError
from timeline.interval import Interval
from timeline.model import Judgement, Status, When, WhenBasis


def test_the_word_of_a_person_beats_the_score() -> None:
    a = mention("a", date_="2024-03-04")
    b = mention("b", date_="2024-03-04")
    assert len(events([a, b])) == 1
    apart = Judgement("different", "a", "b", "", "", "two rules of one day", "editor")
    assert len(events([a, b], apart)) == 2
    far = mention("c", "product", told="2025-01-01", by="huawei", to="")
    together = Judgement("same", "a", "c", "", "", "so says the editor", "editor")
    (event,) = events([a, far], together)
    assert event.joins[0].why == "judged to be one event"
    assert event.joins[0].score == 1.0


def test_mentions_judged_different_are_not_joined_through_a_third() -> None:
    found = [mention(name, date_="2024-03-04") for name in "abc"]
    apart = Judgement("different", "a", "c", "", "", "two rules", "editor")
    groups = [set(event.mentions) for event in events(found, apart)]
    assert len(groups) == 2
    assert not any({"a", "c"} <= group for group in groups)


def test_judgements_that_contradict_each_other_stop_the_build() -> None:
    found = [mention(name) for name in "abc"]
    rows = [
        Judgement("same", "a", "b", "", "", "x", "me"),
        Judgement("same", "b", "c", "", "", "x", "me"),
        Judgement("different", "a", "c", "", "", "x", "me"),
    ]
    with pytest.raises(SeedError, match="judged the same and"):
        events(found, *rows)


def test_a_judgement_sets_a_field_of_a_mention_or_of_an_event() -> None:
    a = mention("a", date_="2024-03-04")
    row = Judgement("set", "a", "", "status", "rescinded", "court order", "editor")
    day = Judgement("set", "a", "", "date", "2024-03-01", "the gazette", "editor")
    (event,) = events([a], row, day)
    assert event.status is Status.RESCINDED
    assert event.when == When(Interval.parse("2024-03-01"), WhenBasis.JUDGEMENT)
    title = Judgement("set", event.id, "", "title", "The March rule", "shorter", "editor")
    (named,) = events([a], title)
    assert named.title == "The March rule"


def test_a_judgement_stands_beside_what_the_rules_had_read() -> None:
    a = mention("a", date_="2024-03-04")
    far = mention("c", "product", told="2025-01-01", by="huawei", to="")
    together = Judgement("same", "a", "c", "", "", "one launch", "editor", "2025-02-01")
    status = Judgement("set", "a", "", "status", "rescinded", "court order", "editor")
    (event,) = events([a, far], together, status)
    one, other = event.corrections
    assert (one.a, one.b, one.field, one.machine) == ("a", "c", "event", "two events (0.00)")
    assert (one.value, one.reason, one.date) == ("one event", "one launch", "2025-02-01")
    assert (other.field, other.machine, other.value) == ("status", a.status, "rescinded")


def test_two_events_judged_apart_both_say_so() -> None:
    found = [mention(name, date_="2024-03-04") for name in "ab"]
    apart = Judgement("different", "a", "b", "", "", "two rules of one day", "editor")
    for event in events(found, apart):
        (one,) = event.corrections
        assert one.machine.startswith("one event (")
        assert one.value == "two events"


def test_a_title_of_a_person_stands_beside_the_title_made_by_rule() -> None:
    (plain,) = events([mention("a")])
    title = Judgement("set", plain.id, "", "title", "The March rule", "shorter", "editor")
    (event,) = events([mention("a")], title)
    assert [(one.machine, one.value) for one in event.corrections] == [
        (plain.title, "The March rule")
    ]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("status", "done", "status 'done': expected enacted"),
        ("date", "2024-13", "2024-13"),
        ("colour", "red", "field 'colour': expected type, status, date"),
    ],
)
def test_a_wrong_judgement_says_what_is_expected(field: str, value: str, message: str) -> None:
    with pytest.raises(SeedError, match=message):
        events([mention("a")], Judgement("set", "a", "", field, value, "x", "me"))


def test_judgements_on_what_is_gone_are_told() -> None:
    a = mention("a")
    rows = [
        Judgement("same", "a", "gone", "", "", "x", "me"),
        Judgement("set", "egone", "", "title", "x", "x", "me"),
        Judgement("set", "a", "", "type", "statement", "x", "me"),
    ]
    assert merge.unknown(rows, [a], events([a])) == tuple(rows[:2])
    assert len(events([a], *rows)) == 1
