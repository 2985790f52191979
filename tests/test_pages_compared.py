"""The pages that search, compare and tell what changed."""

from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.opening import opened, record, said, table
from tests.sample import sample_tables
from timeline import build, changes, compare, exports, figures, filters, language
from timeline.compare import Pair
from timeline.figures import Frame
from timeline.language import Language
from timeline.tables import Tables
from ui import changed, comparison, data, width

__all__ = ["record"]  # a fixture for every test here


def test_a_search_that_cannot_be_read_is_told_and_its_words_are_sought() -> None:
    app = opened(q='"gallium')
    assert "is not closed" in app.warning[0].value.replace("\\", "")
    assert len(table(app)) == len(table(opened(q="gallium"))) == 2


def test_the_best_matches_stand_first_with_their_words_marked() -> None:
    app = opened(q="nvidia")
    assert "Best matches" in [header.value for header in app.header]
    lines = next(one.value for one in app.markdown if one.value.startswith("1. ")).split("\n1. ")
    assert len(lines) == 5
    assert all(":yellow-background[Nvidia" in line for line in lines)
    assert any(":yellow-background[Nvidia" in title for title in table(app))


def test_two_sides_stand_in_the_address_and_in_words() -> None:
    app = opened("pages/compare.py", by="outlet", a="Xinhua", b="Bloomberg")
    assert app.selectbox(key="a").value == "Xinhua"
    assert "only with **Xinhua**" in said(app)
    sides = set(app.table[0].value["Side"])
    assert sides <= {"Xinhua only", "Both", "Bloomberg only"}
    app.selectbox(key="by").select("Actor").run()
    assert not app.exception
    assert "China" in app.selectbox(key="a").options
    assert not app.warning
    app = opened("pages/compare.py", by="outlet", a="Xinhau", b="Bloomberg")
    told = app.warning[0].value.replace("\\", "")
    assert "outlet 'Xinhau' is not in the record; did you mean 'Xinhua'?" in told


def test_what_the_chart_of_two_sides_leaves_out_is_told_by_side() -> None:
    record = sample_tables()
    events = record["events"].copy()
    first, second = (str(one) for one in events["type_label"].unique()[:2])
    rows = events.index[events["type_label"] == first][:2]
    events.loc[rows, ["start", "end"]] = pd.NaT
    events.loc[rows, "edtf"] = ""
    found = compare.compare({**record, "events": events}, Pair("type", first, second))
    laid = figures.place(found.tables["events"], Frame(lanes_by="side"))
    told = comparison.left_out(found, laid).replace("\\", "")
    number = len(rows)
    what = "event" if number == 1 else "events"
    assert f"not in the chart: {number} {what} without a date ({first} only {number})." in told
    assert not comparison.left_out(
        compare.compare(record, Pair("type", first, second)), replace(laid, undated=())
    )


def test_two_sides_that_are_one_are_told() -> None:
    app = opened("pages/compare.py", a="Nvidia", b="Nvidia")
    assert "on both sides" in app.warning[0].value
    assert not app.table


@pytest.fixture
def earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any day the record lacked its last two events, and Micron's was only reported."""

    def cut(*_: object) -> Tables:
        events = sample_tables()["events"]
        kept = filters.cut(sample_tables(), events["event_id"].iloc[:30])
        status = kept["events"]["status"].where(
            kept["events"]["event_id"] != "e-micron", "reported"
        )
        return {**kept, "events": kept["events"].assign(status=status)}

    monkeypatch.setattr(changes, "before", cut)


@pytest.mark.usefixtures("earlier")
def test_what_is_new_or_different_is_told_with_both_values_in_either_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = opened("pages/changes.py", since="2025-01-01")
    assert "**2 new events**, **1** different, **0** gone since 1 Jan 2025" in said(app)
    assert [header.value for header in app.header] == ["New", "Different"]
    row = app.table[1].value.iloc[0]
    assert (row["What"], row["Before"], row["Now"]) == ("status", "Reported", "In force")
    monkeypatch.setattr(language, "_SPOKEN", ContextVar("language", default=Language.ZH))
    app = opened("pages/changes.py", since="2025-01-01", lang="zh")
    assert "**2起新事件**，**1**起有变，**0**起移除" in said(app)
    assert list(app.table[1].value.iloc[0])[1:] == ["状态", "据报道", "生效中"]


def test_on_a_phone_all_fields_of_an_event_stand_under_its_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(width, "is_narrow", lambda: True)
    rows = [
        ("changed", "e1", "One", "2024", "status", "reported", "in_force"),
        ("changed", "e1", "One", "2024", "edtf", "2024", "2024-05"),
        ("changed", "e2", "Two", "2024", "title", "Deux", "Two"),
    ]
    names = ["kind", "id", "title", "edtf", "field", "old", "new"]
    assert changed._differences(pd.DataFrame(rows, columns=names)) == [
        {"Event": "[One](</event?id=e1>)", "status": "Reported → In force",
         "date": "2024 → May 2024", "title": ""},
        {"Event": "[Two](</event?id=e2>)", "status": "", "date": "", "title": "Deux → Two"},
    ]  # fmt: skip


@pytest.mark.usefixtures("earlier")
def test_a_saved_file_is_compared_with() -> None:
    app = opened("pages/changes.py")
    app.file_uploader[0].upload("events.csv", exports.to_csv(sample_tables()["events"]), "text/csv")
    app.run()
    assert "Nothing is new or different since events\\.csv" in app.info[0].value
    app.file_uploader[0].upload("events.csv", b"no such thing", "text/csv")
    app.run()
    assert "found no column" in app.error[0].value.replace("\\", "")


def test_of_a_build_without_its_articles_changes_asks_for_a_saved_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    build.write(build.Build(sample_tables()), tmp_path)
    monkeypatch.setenv(data.SEEDS_VARIABLE, str(tmp_path))
    app = opened("pages/changes.py", since="2025-01-01")
    assert not app.exception
    assert "is a build without its articles" in app.error[0].value
