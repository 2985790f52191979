"""Two sides beside each other: no event is lost, none is on the wrong side."""

from datetime import date
from itertools import combinations

import pandas as pd
import pytest

from tests.sample import sample_tables
from timeline import filters
from timeline.compare import BOTH, Pair, compare, independent
from timeline.filters import FilterError, Filters

SAMPLE = sample_tables()


def ids(**wanted: tuple[str, ...]) -> set[str]:
    return set(filters.select(SAMPLE, Filters(**wanted))["events"]["event_id"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pair", "field"),
    [
        (Pair("actor", "Nvidia", "China"), "actors"),
        (Pair("outlet", "Xinhua", "Bloomberg"), "outlets"),
        (Pair("type", "Entity listing", "Export control"), "types"),
    ],
)
def test_each_event_stands_on_its_side(pair: Pair, field: str) -> None:
    found = compare(SAMPLE, pair)
    a, b = ids(**{field: (pair.a,)}), ids(**{field: (pair.b,)})
    sides = found.tables["events"].groupby("side")["event_id"].agg(set).to_dict()
    expected = {pair.sides[0]: a - b, BOTH: a & b, pair.sides[2]: b - a}
    assert sides == {name: keys for name, keys in expected.items() if keys}
    assert found.counts == (len(a - b), len(a & b), len(b - a))


def test_the_rest_of_the_filters_holds_on_both_sides() -> None:
    found = compare(SAMPLE, Pair("actor", "Nvidia", "China"), Filters(start=date(2025, 1, 1)))
    assert 0 < sum(found.counts) < sum(compare(SAMPLE, Pair("actor", "Nvidia", "China")).counts)


def test_outlets_are_told_apart_by_who_was_first() -> None:
    events = SAMPLE["events"]
    shared = events.loc[events["outlets"].str.contains("; "), "outlets"].iloc[0].split("; ")
    found = compare(SAMPLE, Pair("outlet", shared[0], shared[1]))
    assert found.first is not None
    assert sum(found.first) == found.counts[1] > 0
    swapped = compare(SAMPLE, Pair("outlet", shared[1], shared[0]))
    assert swapped.first == (found.first[1], found.first[0], found.first[2])
    assert compare(SAMPLE, Pair("actor", "Nvidia", "China")).first is None


def test_two_that_are_one_are_refused() -> None:
    with pytest.raises(FilterError, match="on both sides"):
        compare(SAMPLE, Pair("actor", "Nvidia", "nvidia"))
    with pytest.raises(FilterError, match="did you mean 'Nvidia'"):
        compare(SAMPLE, Pair("actor", "Nvida", "China"))


def test_two_outlets_are_found_that_tell_most_events_independently() -> None:
    rows = {
        "original": {"e1": "r1", "e2": "r1", "e3": "r1"},
        "copy": {"e1": "r1", "e2": "r1", "e3": "r1"},
        "other": {"e1": "r2", "e2": "r2"},
    }
    told = [(event, who, report) for who, has in rows.items() for event, report in has.items()]
    for given, pair in (
        (told, ("copy", "other")),
        (told[:6], ("copy", "original")),
    ):
        frame = pd.DataFrame(given, columns=["event_id", "outlet", "report_id"], dtype="str")
        events = pd.DataFrame({"event_id": ["e1", "e2", "e3"], "tells": ""})
        assert independent({"mentions": frame, "events": events}, sorted(rows)) == pair


def test_two_outlets_are_found_that_share_events() -> None:
    shown = SAMPLE["events"].loc[SAMPLE["events"]["tells"] == "", "event_id"]
    mentions = SAMPLE["mentions"][SAMPLE["mentions"]["event_id"].isin(shown)]
    told = mentions.groupby("outlet")["event_id"].agg(set)
    rests = mentions.groupby(["outlet", "event_id"])["report_id"].agg(set)
    a, b = independent(SAMPLE, list(told.index))

    def independently(one: str, other: str) -> int:
        both = told[one] & told[other]
        return sum(rests[one, key].isdisjoint(rests[other, key]) for key in both)

    most = max(independently(one, other) for one, other in combinations(told.index, 2))
    assert independently(a, b) == most > 0
