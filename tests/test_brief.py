"""The pack for a brief: whole, numbered, checked by its manifest, the same bytes each time."""

import hashlib
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pandas as pd
import pytest

from tests.sample import sample_tables
from timeline import brief, exports, figures, filters
from timeline.brief import BriefError, Order
from timeline.cli import main, make, options
from timeline.exports import Site, sources
from timeline.filters import Filters
from ui import choices

HOME = Path(__file__).resolve().parents[1]
TABLES = filters.select(sample_tables(), Filters(actors=("Micron", "Nvidia")))
SITE = Site("https://chips.example.org", "US–China AI chips", "?actor=Micron&actor=Nvidia")
ORDER = Order(presets=("a4", "card"), choice="actor Micron or Nvidia", site=SITE)


@pytest.fixture
def no_chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "pdf_available", lambda: "none in this test")


@pytest.fixture
def pack(no_chrome: None) -> dict[str, bytes]:
    return brief.pack(TABLES, ORDER)


def words(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join(
        " ".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")
    )


def test_a_pack_holds_pictures_words_data_sources_and_citations(pack: dict[str, bytes]) -> None:
    assert list(pack) == [
        "README.txt", "manifest.json",
        "timeline-a4.svg", "timeline-a4.png", "timeline-a4.txt",
        "timeline-card.svg", "timeline-card.png", "timeline-card.txt",
        "events.csv", "sources.txt", "documents.bib", "documents.ris", "documents.csl.json",
    ]  # fmt: skip
    pd.testing.assert_frame_equal(exports.read("events", pack["events.csv"]), TABLES["events"])
    assert pack["timeline-a4.txt"].decode().startswith(exports.headline(TABLES))


def test_the_picture_says_the_finding_its_sources_by_number_and_the_datas_date(
    pack: dict[str, bytes],
) -> None:
    told = words(pack["timeline-a4.svg"])
    assert exports.headline(TABLES) in told
    assert "US–China AI chips, 20" in told
    assert "actor Micron or Nvidia" in told
    assert "Source:" in told
    assert "[1]" in told
    assert re.search(r"Data as of \d{1,2} [A-Z][a-z]{2} 20\d\d", told)


def test_every_number_below_the_picture_is_in_the_list_of_sources(pack: dict[str, bytes]) -> None:
    line = "; ".join(sources.credits(sources.numbered(TABLES)))
    listed = re.findall(r"^\[(\d+)\]", pack["sources.txt"].decode(), re.MULTILINE)
    assert listed == [str(number) for number in range(1, len(TABLES["documents"]) + 1)]
    assert sorted(re.findall(r"\[(\d+)\]", line), key=int) == listed
    for url in TABLES["documents"]["url"]:
        assert url in pack["sources.txt"].decode()


def test_the_manifest_has_the_checksum_of_every_other_file(pack: dict[str, bytes]) -> None:
    told = json.loads(pack["manifest.json"])
    assert {one["path"] for one in told["files"]} == set(pack) - {"manifest.json"}
    for one in told["files"]:
        data = pack[one["path"]]
        assert (one["bytes"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert told["view"] == "https://chips.example.org/?actor=Micron&actor=Nvidia"
    assert told["view"] in pack["README.txt"].decode()


@pytest.mark.usefixtures("no_chrome")
def test_two_runs_give_the_same_bytes() -> None:
    whole = brief.archive(TABLES, ORDER)
    assert whole == brief.archive(TABLES, ORDER)
    assert zipfile.ZipFile(io.BytesIO(whole)).testzip() is None


def test_a_pdf_is_dated_by_its_data() -> None:
    if reason := figures.pdf_available():
        pytest.skip(reason)
    pack = brief.pack(TABLES, Order(presets=("card",), site=SITE))
    made = pack["timeline-card.pdf"]
    assert made.startswith(b"%PDF-")
    stamp = exports.data_date(TABLES).replace("-", "").encode() + b"000000"
    assert set(re.findall(rb"Date \(D:(\d{14})", made)) == {stamp}


@pytest.mark.usefixtures("no_chrome")
def test_a_heading_and_a_note_of_ones_own_stand_in_the_picture() -> None:
    order = Order(title="Chips decide <it>", note="Read on 1 May.", site=SITE)
    pack = brief.pack(TABLES, order)
    assert "Chips decide <it>" in words(pack["timeline-a4.svg"])
    assert "Read on 1 May." in words(pack["timeline-a4.svg"])


def test_there_is_no_pack_of_nothing() -> None:
    empty = filters.cut(TABLES, [])
    with pytest.raises(BriefError, match="no event fits"):
        brief.pack(empty, Order())


@pytest.mark.parametrize(
    "asked",
    [
        Filters(),
        Filters(actors=("nvidia", "China"), roles=("initiator",), min_reports=1),
        Filters(types=("entity_listing",), statuses=("enacted",), text="chips & more"),
        Filters(families=("controls",), start=pd.Timestamp("2023-01-01").date()),
        Filters(outlets=("Bloomberg",), end=pd.Timestamp("2024-12-31").date()),
    ],
)
def test_the_link_of_a_choice_shows_just_its_events(asked: Filters) -> None:
    tables = sample_tables()
    told = filters.query(asked, tables)
    chosen, faults = choices.read(tables, parse_qsl(told.removeprefix("?")))
    assert not faults
    shown = filters.select(tables, chosen.filters)["events"]
    pd.testing.assert_frame_equal(shown, filters.select(tables, asked)["events"])


@pytest.mark.usefixtures("no_chrome")
def test_the_command_writes_a_folder_or_a_zip_with_the_same_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["brief", "--seeds", str(HOME / "seeds"), "--preset", "card", "--actor", "nvidia"]
    assert main([*common, "-o", str(tmp_path / "made")]) == 0
    assert main([*common, "-o", str(tmp_path / "made.zip")]) == 0
    archive = zipfile.ZipFile(tmp_path / "made.zip")
    files = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
    assert files == {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    assert manifest["view"] == "http://localhost:8501/?actor=nvidia"
    assert manifest["choice"] == "actor Nvidia"
    assert re.search(r"10 files on \d+ events in ", capsys.readouterr().out)


def test_the_command_shows_as_many_events_as_the_page_it_links_to() -> None:
    whole = make.choose(HOME / "seeds", {})[1]
    page = filters.select(whole, choices.read(whole, [("q", "H20")])[0].filters)["events"]
    every = filters.select(whole, options.chosen({"text": "H20"}))["events"]
    shown = filters.select(whole, options.chosen(options.as_shown({"text": "H20"})))["events"]
    assert len(shown) == len(page) < len(every)
    asked = options.as_shown({"types": ("media_report",)})
    assert asked["echoes"]


def test_a_choice_is_told_by_its_proper_names() -> None:
    asked = Filters(
        actors=("NVIDIA", "us-bis"), outlets=("reuters",), types=("export_control",),
        threads=("the h20 and its licence",), start=date(2024, 1, 1),
    )  # fmt: skip
    world = {
        "actors": pd.DataFrame({"actor_id": ["nvidia", "us-bis"], "name": ["Nvidia", "Bureau"]}),
        "outlets": pd.DataFrame({"outlet_id": ["reuters"], "name": ["Reuters"]}),
        "events": pd.DataFrame({
            "type": ["export_control"], "type_label": ["Export control"],
            "thread": ["The H20 and its licence"],
        }),
    }  # fmt: skip
    assert filters.told(filters.proper(asked, world)) == (
        "actor Nvidia or Bureau; type Export control; outlet Reuters; "
        "thread The H20 and its licence; from 1 Jan 2024"
    )


def test_the_command_knows_aliases_and_tells_what_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen, _ = make.choose(HOME / "seeds", {"actors": ("nvda", "Beijing", "英伟达")})
    assert chosen.actors == ("nvidia", "cn", "nvidia")
    assert main(["brief", "--actor", "Nvida", "-o", str(tmp_path / "made")]) == 1
    assert "actor 'Nvida' is not known here; did you mean 'Nvidia'?" in capsys.readouterr().err


def test_the_command_names_a_preset_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "--preset", "a5", "-o", str(tmp_path / "made")]) == 2
    assert "expected one of a4, letter, slide, card" in capsys.readouterr().err


def test_a_picture_names_the_sources_of_what_it_draws_none_of_them_cut() -> None:
    order = Order(actors=("nvidia",), site=SITE)
    scene = brief.place(TABLES, order, "card")
    named = sources.credits(sources.behind(TABLES, scene.event_ids))
    told = " ".join(one.text for one in scene.texts if one.role == "note").split("Source: ")[1]
    drawn = [part for part in named if part in told]
    assert drawn
    assert drawn == list(named[: len(drawn)])
    assert len(drawn) == len(named) or f"{len(named) - len(drawn)} more" in told
    assert "…" not in told


def test_documents_of_one_outlet_on_one_report_are_named_once() -> None:
    rests = [("Bloomberg", "Chip Daily"), ("Bloomberg", "Bloomberg"), ("Bloomberg", "Chip Daily")]
    given = [
        sources.Source(number, f"d{number}", outlet, origin, "", "", "", "")
        for number, (origin, outlet) in enumerate([("", "NPR"), *rests], 1)
    ]
    assert sources.credits(given) == ("Bloomberg [3], Chip Daily [2], [4]", "NPR [1]")
