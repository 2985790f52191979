"""Every page opens, with and without choices, with bad ones, and never with a traceback."""

import re
from dataclasses import replace
from functools import cache

import pytest

from tests.opening import ROOT, opened, record, said, table
from tests.sample import sample_tables
from timeline import build, filters
from timeline.filters import Filters
from timeline.tables import Tables
from ui import cast, choices, data, labels, pages, width

__all__ = ["record"]  # a fixture for every test here


of_seeds = cache(build.from_seeds)


def test_the_list_of_pages_is_the_folder_of_pages() -> None:
    scripts = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")}
    assert scripts == {entry.script for entry in pages.PAGES}


def test_page_addresses_are_unique() -> None:
    assert len(set(pages.paths())) == len(pages.PAGES)


@pytest.mark.parametrize("script", [entry.script for entry in pages.PAGES])
def test_a_page_opens_with_one_heading_and_no_error(script: str) -> None:
    app = opened(script)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1


@pytest.mark.parametrize("script", [entry.script for entry in pages.PAGES])
def test_a_page_opens_on_a_phone_with_tables_of_one_column_or_few(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(width, "_window", lambda _: 390)
    app = opened(script, id="e-guide24")
    assert not app.exception
    assert not app.error
    assert all(len(table.value.columns) <= 3 for table in app.table)


def test_the_timeline_shows_every_event_without_a_click() -> None:
    app = opened()
    assert len(table(app)) == len(sample_tables()["events"]) == 32
    assert "32 events" in said(app)
    assert "8 independent reports" in said(app)


def test_the_chart_has_a_text_that_says_what_it_shows() -> None:
    charts = [element for element in opened().main if element.type == "plotly_chart"]
    assert len(charts) == 1
    assert "32" in charts[0].proto.alt


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"actor": "Nvidia"}, 12),
        ({"actor": "nvidia"}, 12),
        ({"actor": ["Nvidia", "Micron"]}, 13),
        ({"role": "Target", "actor": "Nvidia"}, 5),
        ({"type": "Entity listing"}, 2),
        ({"type": "entity_listing"}, 2),
        ({"status": "Proposed"}, 1),
        ({"outlet": "Xinhua"}, 3),
        ({"from": "2025-01-01"}, 8),
        ({"q": "gallium"}, 2),
        ({"q": "gallium OR micron"}, 3),
        ({"q": '"Entity List" -huawei'}, 1),
        ({"reports": "2"}, 1),
    ],
)
def test_the_address_chooses(query: dict[str, str | list[str]], number: int) -> None:
    app = opened(asked=query)
    assert not app.exception
    assert len(table(app)) == number


def test_a_choice_in_a_control_narrows_the_table() -> None:
    app = opened()
    app.multiselect(key="actor").select("Micron").run()
    assert table(app)
    assert len(table(app)) < 32
    assert "of 32 events" in said(app)


def test_show_all_sets_every_control_back() -> None:
    app = opened(actor="Micron", q="Micron")
    app.button(key="clear").click().run()
    assert len(table(app)) == 32
    assert app.multiselect(key="actor").value == []
    assert app.text_input(key="q").value == ""


@pytest.mark.parametrize("lanes", list(labels.LANES))
def test_lanes_may_be_by_each_column(lanes: str) -> None:
    app = opened(lanes=lanes)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"actor": "Nvida"}, r"did you mean 'Nvidia'"),
        ({"actor": "</script><script>alert(1)</script>"}, "is not in the record"),
        ({"role": "hero"}, "role"),
        ({"type": "export_controll"}, "Export control"),
        ({"status": "true"}, "status"),
        ({"outlet": "Bloomburg"}, "Bloomberg"),
        ({"from": "yesterday"}, "is no date"),
        ({"to": "2024-02-31"}, "is no date"),
        ({"from": "2025-01-01", "to": "2024-01-01"}, "is after to"),
        ({"reports": "many"}, "reports"),
        ({"lanes": "colour"}, "lanes"),
        ({"actors": "Nvidia"}, "did you mean 'actor'?"),
        ({"q": "(Nvidia"}, "it was read as plain words"),
    ],
)
def test_a_bad_value_in_the_address_is_told_and_passed_over(
    query: dict[str, str], message: str
) -> None:
    app = opened(asked=query)
    assert not app.exception
    assert not app.error
    told = [warning.value.replace("\\", "") for warning in app.warning]
    assert any(message in one for one in told), told
    assert table(app)


@pytest.mark.parametrize("since", ["9999", "2025-02-31"])
def test_changes_tell_of_a_day_that_is_none(since: str) -> None:
    app = opened("pages/changes.py", since=since)
    assert not app.exception
    assert f"since '{since}' is no date" in app.warning[0].value.replace("\\", "")


def test_bad_values_do_not_spoil_good_ones() -> None:
    app = opened(asked={"actor": ["Micron", "Nobody at all"]})
    assert app.warning
    assert 0 < len(table(app)) < 32


def test_an_empty_choice_says_what_to_drop() -> None:
    app = opened(actor="Micron", q="gallium")
    assert "No event fits" in app.info[0].value
    assert "Without “gallium”" in said(app).replace("\\", "")
    assert app.button(key="clear")


def test_a_search_in_vain_offers_each_of_its_words_and_the_way_there() -> None:
    told = said(opened(q="Micron gallium")).replace("\\", "")
    assert "[With “gallium” alone](</?q=gallium>): 2 events" in told
    assert "[With “Micron” alone](</?q=Micron>)" in told


@pytest.mark.parametrize("words", ["", "nothing has these words"])
def test_the_timeline_ends_with_the_state_of_the_record(words: str) -> None:
    assert data.edition() in opened(q=words).caption[-1].value


def test_an_actors_role_leads_to_the_events_where_it_has_it() -> None:
    rows = opened("pages/actors.py").table[0].value
    nvidia = rows[rows["Actor"].str.startswith("[Nvidia]")].iloc[0]
    assert "[target 5](</?actor=Nvidia&role=Target>)" in nvidia["Roles"]
    assert len(table(opened(actor="Nvidia", role="Target"))) == 5


@pytest.mark.parametrize("kinds", [[], ["state"]])
def test_an_actor_has_as_many_events_as_its_link_leads_to(kinds: list[str]) -> None:
    tables = of_seeds(ROOT / "seeds").tables
    found = cast.rows(tables, kinds)
    assert len(found) > 4
    for name, told, started in found[["name", "events", "initiator"]].head(8).to_numpy():
        asked = Filters(actors=(name,), echoes=False)
        assert len(filters.select(tables, asked)["events"]) == told
        as_role = replace(asked, roles=("initiator",))
        assert len(filters.select(tables, as_role)["events"]) == started


def test_numbers_of_a_choice_are_of_the_record_and_the_left_out_of_the_choice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(build, "from_seeds", lambda folder, *_: of_seeds(folder))
    whole = len(filters.select(data.load(), choices.ALL)["events"])
    assert f"of {whole} events**" in said(opened(actor="Nvidia", type="Export control"))
    told = said(opened(q="Nvidia"))
    ((left, query),) = re.findall(r"(\d+) media reports of .*\[see .*\]\(</\?(.*)>\)", told)
    assert query == "q=Nvidia&type=Media+report"
    told = said(opened(q="Nvidia", type="Media report"))
    assert f"of {whole} events and {left} media reports of such" in told
    assert "left out" not in told


@pytest.mark.parametrize("key", list(sample_tables()["events"]["event_id"]))
def test_each_event_opens_by_its_address(key: str) -> None:
    app = opened("pages/event.py", id=key)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert "What the articles say" in [header.value for header in app.header]


def test_an_event_says_who_told_it_first_and_how_many_are_independent() -> None:
    told = said(opened("pages/event.py", id="e-guide24"))
    assert "First told here by **Bloomberg** on 27 Sep 2024" in told
    assert "**1 independent report** behind 2 articles" in told
    assert "around Jun – Aug 2024" in told
    assert "in recent months" in told


def test_an_event_shows_what_was_read_beside_what_an_editor_judged() -> None:
    app = opened("pages/event.py", id="e-guide24")
    assert "Judged by an editor" in [one.value for one in app.header]
    (judged,) = (one.value for one in app.table if "As judged" in one.value)
    row = judged.iloc[0]
    assert row["As read"] == "two events \\(0\\.31\\)"
    assert row["As judged"] == "**one event**"
    assert row["Why"] == "one act"


def test_an_event_keeps_the_view_it_was_opened_from() -> None:
    app = opened("pages/event.py", id="e-listing22", view="type=Entity+listing")
    told = said(app)
    assert "1 of 2" in told
    assert "/?type=Entity+listing" in told


@pytest.mark.parametrize("wanted", ["", "e-nothing", "<img src=x onerror=alert(1)>", "x" * 5000])
def test_an_unknown_event_offers_the_others(wanted: str) -> None:
    app = opened("pages/event.py", id=wanted)
    assert not app.exception
    assert not app.error
    assert bool(app.warning) == bool(wanted)
    assert app.selectbox


def test_the_sources_page_counts_echoes_once() -> None:
    assert "10 articles rest on 8 original reports" in said(opened("pages/sources.py"))


def test_the_data_page_shows_the_table_of_the_address() -> None:
    app = opened("pages/data.py", table="mentions")
    assert app.selectbox(key="table").value == "mentions"
    assert list(app.dataframe[0].value["mention_id"]) == list(
        sample_tables()["mentions"]["mention_id"]
    )


def test_what_the_data_page_is_asked_in_vain_is_told() -> None:
    app = opened("pages/data.py", table="mention")
    told = app.warning[0].value.replace("\\", "")
    assert "table 'mention' is not in the record; did you mean 'mentions'?" in told
    assert app.selectbox(key="table").value == "events"


def test_what_a_brief_is_asked_in_vain_is_told() -> None:
    app = opened("pages/brief.py", view="actor=Nvida")
    told = app.warning[0].value.replace("\\", "")
    assert "actor 'Nvida' is not in the record; did you mean 'Nvidia'?" in told
    assert not opened("pages/brief.py", view="actor=Nvidia").warning


def test_a_page_that_fails_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Tables:
        raise RuntimeError("secret path /home/someone")

    monkeypatch.setattr(data, "load", fail)
    app = opened()
    assert not app.exception
    assert "could not be drawn" in app.error[0].value
    assert "secret" not in app.error[0].value


def test_headings_never_skip_a_level() -> None:
    for entry in pages.PAGES:
        app = opened(entry.script, id="e-guide24")
        assert not app.subheader, entry.script


@pytest.mark.parametrize("script", [entry.script for entry in pages.PAGES])
def test_a_page_opens_on_the_record_of_the_seeds(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "from_seeds", lambda folder, *_: of_seeds(folder))
    app = opened(script)
    assert not app.exception
    assert not app.error
