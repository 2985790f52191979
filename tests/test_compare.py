"""Two sides beside each other: no event is lost, none is on the wrong side."""

from datetime import date

import pytest

from tests.sample import sample_tables
from timeline import filters
from timeline.compare import BOTH, Pair, compare
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
