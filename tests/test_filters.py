"""A choice of events takes along what stands behind them, and nothing else."""

from datetime import date, timedelta

import pandas as pd
import pytest

from tests.sample import sample_tables
from timeline import tables
from timeline.filters import FilterError, Filters, select

SAMPLE = sample_tables()


def chosen(**wanted: object) -> set[str]:
    filters = Filters(**wanted)  # type: ignore[arg-type]
    return {key.removeprefix("e-") for key in select(SAMPLE, filters)["events"]["event_id"]}


def test_no_filter_gives_all() -> None:
    assert select(SAMPLE, Filters()) == SAMPLE


@pytest.mark.parametrize(
    "filters",
    [
        Filters(actors=("China",)),
        Filters(outlets=("ft",), min_reports=1),
        Filters(text="no such words anywhere"),
        Filters(start=date(2024, 1, 1)),
    ],
)
def test_what_is_left_still_keeps_every_schema_and_reference(filters: Filters) -> None:
    left = select(SAMPLE, filters)
    for name, frame in left.items():
        tables.check(name, frame)
    tables.check_references(left)
    assert set(left["mentions"]["event_id"]) == set(left["events"]["event_id"])
    assert left["events"]["mentions"].sum() == len(left["mentions"])


def test_a_state_takes_in_its_bodies_but_a_role_may_part_them() -> None:
    assert {"micron", "metals", "probe24"} <= chosen(actors=("China",), roles=("initiator",))
    assert "probe24" not in chosen(actors=("cn",), roles=("target",))
    assert chosen(actors=("nvidia",), roles=("speaker",)) == {"talk24"}


def test_types_go_by_id_or_label_and_values_of_a_field_are_alternatives() -> None:
    assert chosen(types=("trade_talks", "legislation")) == {"bill23"}
    assert chosen(types=("Legislation", "ban_proposal")) == {"bill23", "ban25"}


def test_status_and_outlet_and_reports_hold_at_once() -> None:
    assert chosen(statuses=("alleged", "reported"), outlets=("Chip Daily",)) == {
        "guide24",
        "guide25",
    }
    assert chosen(statuses=("suspended",)) == set()
    assert chosen(min_reports=2) == {"rule22"}


def test_an_event_counts_if_its_date_meets_the_window() -> None:
    assert "guide24" in chosen(start=date(2024, 8, 31), end=date(2024, 9, 26))
    assert "guide24" not in chosen(start=date(2024, 9, 1))
    assert chosen(start=date(2026, 6, 1)) == {"ban25"}
    assert chosen(end=date(2022, 8, 31)) == {"letter22"}


def test_by_a_day_reaches_back_as_far_as_it_is_drawn() -> None:
    events = SAMPLE["events"].iloc[:1].assign(start=pd.Series([pd.NaT]), edtf="../2025-08-21")
    record, last = {**SAMPLE, "events": events}, events["end"].iloc[0].date()
    for days, number in ((30, 1), (300, 0)):
        window = (last - timedelta(days=days + one) for one in (10, 0))
        asked = Filters(start=next(window), end=next(window))
        assert len(select(record, asked)["events"]) == number


def test_every_word_of_a_search_must_stand_somewhere_in_the_event() -> None:
    assert chosen(text="gallium germanium") == {"metals"}
    assert chosen(text="GALLIUM Washington") == {"metals"}
    assert chosen(text="(regex.*") == set()


def test_counts_follow_the_choice() -> None:
    left = select(SAMPLE, Filters(types=("legislation",)))
    assert left["actors"].set_index("name")["events"].to_dict() == {
        "United States": 0,
        "US Congress": 1,
    }
    assert left["documents"]["mentions"].tolist() == [1]
    assert left["outlets"]["documents"].tolist() == [1]


@pytest.mark.parametrize(
    "filters, message",
    [
        (Filters(actors=("Nvida",)), "actor 'Nvida' is not known here; did you mean 'Nvidia'?"),
        (Filters(roles=("initator",)), "did you mean 'initiator'?"),
        (Filters(statuses=("zzz",)), "status 'zzz' is not known here; expected one of alleged,"),
        (Filters(threads=("zzz",)), "thread 'zzz' is not known here; expected one of h20"),
        (Filters(start=date(2024, 2, 1), end=date(2024, 1, 1)), "start 2024-02-01 is after end"),
    ],
)
def test_an_unknown_value_is_named_with_the_nearest_known(filters: Filters, message: str) -> None:
    with pytest.raises(FilterError) as error:
        select(SAMPLE, filters)
    assert message in str(error.value)


def test_filters_work_on_tables_without_a_row() -> None:
    empty = {name: tables.frame(name, []) for name in tables.SCHEMAS}
    left = select(empty, Filters(text="h20", start=date(2024, 1, 1)))
    assert all(isinstance(frame, pd.DataFrame) and frame.empty for frame in left.values())
