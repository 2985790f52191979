"""Documents in, tables out; what fails is told and harms nothing else."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from timeline import build, documents, exports, filters, seeds, story, tables
from timeline.filters import Filters
from timeline.model import Document, Judgement, Outlet, World

HOME = Path(__file__).resolve().parents[1]
WORLD = seeds.load(HOME / "seeds")
TEXTS = {
    "one.txt": (
        "Regulators open a case against Nvidia\n\n"
        "China's market regulator opened an antitrust investigation into Nvidia on Monday. "
        "Nvidia shares fell 2.5% on the same day.\n"
    ),
    "two.txt": (
        "Huawei to ship a new chip\n\n"
        "Huawei announced a new AI chip on Tuesday. The company will ship it next year.\n"
    ),
}


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in TEXTS]


def made(paths: list[Path]) -> build.Build:
    known = documents.Known(dct=date(2024, 12, 11), outlet="Reuters")
    return read(paths, known=known)


def read(
    paths: list[Path], world: World = WORLD, known: documents.Known | None = None
) -> build.Build:
    found, problems = story.read(paths, dict.fromkeys(paths, known) if known else None)
    return build.build(found.values(), world, problems)


def test_files_become_tables_that_keep_their_schemas(paths: list[Path]) -> None:
    given = made(paths)
    assert list(given.tables) == list(tables.SCHEMAS)
    for name, frame in given.tables.items():
        tables.check(name, frame)
    types = set(given.tables["events"]["type"])
    assert {"regulatory_probe", "market_reaction", "product"} <= types
    assert given.problems == ()


def test_every_mention_quotes_its_document(paths: list[Path]) -> None:
    given = made(paths)
    rows = given.tables["mentions"][["document_id", "start_char", "end_char", "quote"]]
    assert len(rows)
    for document, start, end, quote in rows.to_numpy().tolist():
        assert given.documents[document].text[start:end] == quote


def test_the_order_of_the_files_does_not_matter(paths: list[Path]) -> None:
    straight, turned = made(paths), made(paths[::-1])
    for name in tables.SCHEMAS:
        pd.testing.assert_frame_equal(straight.tables[name], turned.tables[name])


def test_a_file_that_cannot_be_read_is_a_problem_and_the_rest_is_built(paths: list[Path]) -> None:
    paths[1].write_bytes(b"")
    gone = paths[0].with_name("gone.txt")
    given = made([*paths, gone])
    assert given.tables["documents"]["document_id"].tolist() == [
        one for one in given.documents if "one" in one
    ]
    told = {one.where: one for one in given.problems}
    assert sorted(told) == sorted([str(paths[1]), str(gone)])
    assert given.tables["problems"]["where"].tolist() == sorted(told)
    assert told[str(paths[1])].found == "the file is empty"
    assert told[str(paths[1])].expected == "an article's text"
    assert told[str(paths[1])].todo == "save the article again"
    assert len(given.tables["events"])


def test_a_slip_in_a_note_is_told_by_its_line_and_by_its_parts(tmp_path: Path) -> None:
    note = tmp_path / "2024-05-03-list.md"
    note.write_text("---\noutlet: example\ntitel: A list\n---\nText.\n", encoding="utf-8")
    (problem,) = read([note]).problems
    assert problem.where == f"{note}:3"
    assert problem.found == "found the key 'titel'"
    assert problem.expected.startswith("one of outlet, author, title")
    assert problem.message == f"{note}:3: found the key 'titel'; did you mean 'title'?"


def test_nothing_at_all_builds_empty_tables() -> None:
    given = build.build([], WORLD)
    assert all(frame.empty for name, frame in given.tables.items() if name != "outlets")


def test_an_article_without_a_date_is_built_without_guessing(paths: list[Path]) -> None:
    given = read(paths[:1])
    (row,) = given.tables["documents"].to_dict("records")
    assert row["published"] == ""
    assert pd.isna(row["published_start"])
    assert row["published_basis"] == "unknown"
    assert not given.tables["mentions"]["start"].notna().any()
    assert given.tables["problems"]["found"].tolist() == ["no publication date"]


def test_a_judgement_of_what_is_no_longer_there_is_a_problem(paths: list[Path]) -> None:
    lost = Judgement("same", "m-gone", "m-lost", "", "", "both tell of it", "an editor")
    document = documents.read(paths[0], known=documents.Known(dct=date(2024, 12, 11)))
    world = replace(WORLD, judgements=(lost,))
    given = build.build([document], world, is_record=True)
    (problem,) = given.problems
    assert problem.found == "judgement 'same' of 'm-gone' m-lost: no longer there"
    assert len(given.tables["events"])
    aside = read(paths[:1], world)
    assert lost.a not in str(aside.problems), "a verdict on the record, told to a reader's own file"


def test_a_judgement_sets_a_field_and_the_event_says_so(paths: list[Path]) -> None:
    document = documents.read(paths[0], known=documents.Known(dct=date(2024, 12, 11)))
    probe = build.build([document], WORLD).tables["events"].query("type == 'regulatory_probe'")
    key = str(probe["event_id"].iloc[0])
    row = Judgement("set", key, "", "title", "SAMR looks into Nvidia", "plainer", "an editor")
    events = build.build([document], replace(WORLD, judgements=(row,))).tables["events"]
    told = events[events["event_id"] == key]
    assert told["title"].tolist() == ["SAMR looks into Nvidia"]
    assert told["corrected"].tolist() == ["title"]


def test_a_media_report_points_to_the_event_that_it_tells_of_and_can_be_left_out() -> None:
    known = documents.Known(dct=date(2025, 3, 7), outlet="Yahoo")
    text = "Reuters reported on Friday that Nvidia had launched the H20.\n"
    made = build.build([documents.parse(text, name="note", known=known)], WORLD).tables
    events = made["events"].set_index("type")
    assert set(events.index) == {"media_report", "product"}
    assert str(events.loc["media_report", "tells"]) == str(events.loc["product", "event_id"])
    left = filters.select(made, Filters(echoes=False))["events"]
    assert list(left["type"]) == ["product"]


def test_an_outlet_is_known_by_id_name_alias_or_address() -> None:
    outlet = Outlet("ft", "Financial Times", "news", "GB", "Europe/London", "https://www.ft.com")
    world = World(outlets=(replace(outlet, aliases=("FT",)),))
    document = Document("d", "text")

    def told(given: Document) -> str:
        (placed,) = story.tell([given], world).documents
        return placed.outlet

    for given in ("ft", "Financial Times", "FT", "financial times"):
        assert told(replace(document, outlet=given)) == "ft"
    for url, found in (
        ("https://www.ft.com/content/1", "ft"),
        ("https://markets.ft.com/x", "ft"),
        ("https://notft.com/x", ""),
        ("http://[", ""),
    ):
        assert told(replace(document, url=url)) == found


def test_an_outlet_that_nobody_listed_is_there_by_its_name() -> None:
    document = documents.parse(TEXTS["one.txt"], name="one", known=documents.Known(outlet="A Blog"))
    outlets = build.build([document], World()).tables["outlets"]
    assert outlets[["outlet_id", "name", "documents"]].to_numpy().tolist() == [
        ["A Blog", "A Blog", 1]
    ]


def test_the_manifest_tells_the_date_of_the_data_and_not_of_the_build(
    paths: list[Path], tmp_path: Path
) -> None:
    written = build.write(made(paths), tmp_path / "out")
    again = build.write(made(paths), tmp_path / "again")
    assert [path.read_bytes() for path in written] == [path.read_bytes() for path in again]
    told = json.loads((tmp_path / "out" / "build.json").read_text())
    assert told["data_date"] == "2024-12-11"
    events = exports.read("events", (tmp_path / "out" / "events.csv").read_bytes())
    assert len(events) == told["rows"]["events"]


def test_writing_leaves_no_half_file(paths: list[Path], tmp_path: Path) -> None:
    build.write(made(paths), tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {*(f"{name}.csv" for name in tables.SCHEMAS), "build.json"}
