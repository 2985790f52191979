"""What a search means, what it finds and in which order, and what it says of a slip."""

import pandas as pd
import pytest

from tests.sample import sample_tables
from timeline import search
from timeline.filters import Filters, select
from timeline.search.store import WHO

SAMPLE = sample_tables()


def found(text: str) -> set[str]:
    return {key.removeprefix("e-") for key in search.index(SAMPLE).find(text)}


def rows(*said: str) -> dict[str, pd.DataFrame]:
    """Tables with an event a sentence, called a, b, c."""
    keys = [chr(ord("a") + at) for at in range(len(said))]
    names = ("title", *WHO)
    events = pd.DataFrame({"event_id": keys} | {name: [""] * len(said) for name in names})
    mentions = pd.DataFrame({"event_id": keys, "document_id": "d", "sentence": list(said)})
    return {
        "events": events,
        "mentions": mentions,
        "documents": pd.DataFrame({"document_id": ["d"], "title": [""]}),
    }


STORE = rows(
    "The ministry will license exports of the H20.",
    "Licences for the H800 were refused, a rumour says.",
    "商务部宣布对镓实施出口管制。",
    "Export of control boards, not an export control.",
    "The café of the bodies that control nothing.",
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("h20", "a"),
        ("H20 OR h800", "ab"),
        ("licen", "ab"),
        ("licences", "b"),
        ("licenses", "a"),
        ("body", ""),
        ("bodies", "e"),
        ('"export control"', "d"),
        ("export control", "d"),
        ("export*", "ad"),
        ("(H20 OR H800) -rumour", "a"),
        ("NOT export", "bce"),
        ("-export -rumour", "ce"),
        ("h20 AND ministry", "a"),
        ("h20 & ministry", "a"),
        ("h20 | 镓", "ac"),
        ("出口管制", "c"),
        ("出口 管制", "c"),
        ("管制出口", ""),
        ("“export control”", "d"),
        ("cafe", "e"),
        ("control -(boards OR cafe)", ""),
        ('-"export control" control', "e"),
        ("", ""),
        ("   ", ""),
        ("()", ""),
        ("*", ""),
        ("§", ""),
        ("or", ""),
    ],
)
def test_a_search_finds(text: str, keys: str) -> None:
    assert "".join(sorted(search.index(STORE).find(text))) == keys
    assert search.fault(text) == ""


@pytest.mark.parametrize(
    ("text", "told", "keys"),
    [
        ('"export control', 'has a " that is not closed', "d"),
        ("(h20 OR h800", "has a ( without its )", ""),
        ("h20)", "has a ) without its (", "a"),
        ("h20 OR", "has an OR with nothing behind it", "a"),
        ("OR h20", "has an OR with nothing before it", "a"),
        ("h20 AND", "has an AND with nothing beside it", "a"),
        ("NOT", "has a NOT with nothing behind it", ""),
        ("(" * 60 + "h20", "has a ( without its )", "a"),
    ],
)
def test_a_slip_is_told_and_the_words_are_still_sought(text: str, told: str, keys: str) -> None:
    assert told in search.fault(text)
    assert "".join(sorted(search.index(STORE).find(text))) == keys


@pytest.mark.parametrize(
    "text", ["q NEAR(b c)", "title:x", "x' OR 1=1; --", "^q", "{q b}:c", "q + b", "q\0b"]
)
def test_no_word_is_a_command_of_the_data_base(text: str) -> None:
    assert search.index(STORE).find(text) == {}


def test_a_hit_in_the_title_stands_first() -> None:
    order = list(search.index(SAMPLE).find("deepseek"))
    titles = SAMPLE["events"].set_index("event_id").loc[order, "title"].str.contains("DeepSeek")
    assert titles.iloc[0]
    assert list(titles) == sorted(titles, reverse=True)


def test_a_whole_word_stands_before_one_that_only_begins_so() -> None:
    store = rows(
        "The licences may go.", "No licences go.", "What is said of the licence is longer."
    )
    (*_, last) = store["events"]["event_id"]
    assert next(iter(search.index(store).find("licence"))) == last


def test_a_search_for_the_h20_does_not_find_the_h200() -> None:
    index = search.index(rows("The H200 may go.", "The H20 may not.", "The H800 may."))
    assert set(index.find("h20")) == set(index.ids("H20")) == {"b"}
    assert index.ids("may -h20") == ["a", "c"]
    assert index.ids("h8") == ["c"]  # none is whole, so a beginning will do


def test_a_search_without_a_wanted_word_keeps_the_order_of_the_record() -> None:
    everything = list(SAMPLE["events"]["event_id"])
    assert list(search.index(SAMPLE).find("-zzzz")) == everything


def test_the_index_is_made_once_for_the_same_tables() -> None:
    assert search.index(SAMPLE) is search.index(dict(SAMPLE))
    other = dict(SAMPLE) | {"events": SAMPLE["events"].copy()}
    assert search.index(other) is not search.index(SAMPLE)


def test_headlines_and_closed_values_are_sought_too() -> None:
    assert found("Entity listing") >= {"listing22"}
    assert found('"2024-09"') <= set(found("2024"))


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Licences for the licensed", "licen", ["Licences", "licensed"]),
        (
            "an export control, export-control",
            '"export control"',
            ["export control", "export-control"],
        ),
        ("实施出口管制。", "出口管制", ["出口管制"]),
        ("prelicensed", "licen", []),
        ("H20 and not H800", "H20 -H800", ["H20"]),
        ("a (b) a", "a a", ["a", "a"]),
    ],
)
def test_marks_are_the_words_that_were_found(text: str, query: str, shown: list[str]) -> None:
    spans = search.marks(text, search.parse(query).wanted())
    assert [text[start:end] for start, end in spans] == shown


def test_the_filters_search_as_the_index_does() -> None:
    for text in ("gallium", "(nvidia OR micron) -h20", '"entity list'):
        events = select(SAMPLE, Filters(text=text))["events"]
        assert set(events["event_id"]) == set(search.index(SAMPLE).find(text))
