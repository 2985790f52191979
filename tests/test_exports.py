"""What leaves the project: the same bytes each time, safe in a spreadsheet, readable again."""

import csv
import hashlib
import html
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import frictionless
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.sample import sample_tables
from timeline import exports, filters, tables, wikidata

SAMPLE = sample_tables()
EMPTY = {name: tables.frame(name, []) for name in tables.SCHEMAS}
PAYLOADS = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "security"


@pytest.mark.parametrize("name", exports.EXPORTERS)
def test_an_export_gives_the_same_bytes_each_time(name: str) -> None:
    make = exports.EXPORTERS[name].make
    assert make(SAMPLE) == make(sample_tables())
    assert isinstance(make(EMPTY), bytes)


@pytest.mark.parametrize("mark", [b"", exports.BOM])
@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_every_table_comes_back_from_its_csv_as_it_was(name: str, mark: bytes) -> None:
    data = mark + exports.to_csv(SAMPLE[name])
    pd.testing.assert_frame_equal(exports.read(name, data), SAMPLE[name])


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\0x",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "  =1",
        "'=1",
    ],
)
def test_a_cell_that_could_run_gets_an_apostrophe(text: str) -> None:
    assert exports.safe(text) == f"'{text}"
    assert exports.plain(exports.safe(text)) == text


@pytest.mark.parametrize("text", ["", "Nvidia", "2024-09~", "'tis said", "12% = a lot", "../2025"])
def test_a_harmless_cell_stays_as_it_is(text: str) -> None:
    assert exports.safe(text) == text == exports.plain(text)


@given(st.text(st.sampled_from("'= \t\r\n@＝x,\"\0\ufeff"), max_size=8))
@example("' '=1")
@example("''=1")
def test_whatever_a_cell_holds_it_round_trips(text: str) -> None:
    frame = pd.DataFrame({"cell": pd.Series([text, "x"], dtype="str")})
    assert exports.read_csv(exports.to_csv(frame), {"cell": "str"})["cell"].tolist() == [text, "x"]


def test_known_payloads_never_start_a_cell() -> None:
    if not PAYLOADS.is_dir():
        pytest.skip(f"{PAYLOADS} is not there: attack corpora not tried")
    listed = (PAYLOADS / "PayloadsAllTheThings" / "CSV_Injection" / "README.md").read_text()
    payloads = [line for line in listed.splitlines() if re.match(r"\s*[=+\-@]", line)]
    assert payloads
    frame = pd.DataFrame({"cell": pd.Series(payloads, dtype="str")})
    cells = [row[0] for row in csv.reader(io.StringIO(exports.to_csv(frame).decode(), newline=""))]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]


def test_lines_end_as_rfc_4180_says() -> None:
    data = exports.to_csv(SAMPLE["problems"])
    assert data.count(b"\r\n") == 2
    assert data.count(b"\n") == 2


@pytest.mark.parametrize(
    "data, message",
    [
        (b"\xff\xfe", "no CSV in UTF-8"),
        (b"", "no CSV in UTF-8"),
        (b"a,b\r\n1\r\n", "no CSV in UTF-8"),
        (b"a\r\n1\r\n", "no column 'n'"),
        (b"n\r\nx\r\n", "column 'n'"),
    ],
)
def test_bytes_that_are_no_csv_of_ours_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(exports.ReadError, match=message):
        exports.read_csv(data, {"n": "int64"})


def test_json_nests_mentions_and_evidence() -> None:
    whole = json.loads(exports.EXPORTERS["json"].make(SAMPLE))
    event = next(one for one in whole["events"] if one["event_id"] == "e-guide24")
    assert event["initiators"] == ["Chinese regulators"]
    assert [one["outlet"] for one in event["mentions"]] == ["Bloomberg", "Chip Daily"]
    assert {one["field"] for one in event["mentions"][0]["evidence"]} >= {"type", "date", "source"}
    assert len(whole["events"]) == len(SAMPLE["events"])


def test_json_lines_hold_a_mention_in_the_form_of_the_scorer() -> None:
    lines = exports.EXPORTERS["jsonl"].make(SAMPLE).decode().splitlines()
    first = json.loads(lines[0])
    assert len(lines) == len(SAMPLE["mentions"])
    assert {"doc", "start", "end", "type", "status", "date", "actors", "source", "event"} <= set(
        first
    )
    assert first["actors"][0] == {"name": "US Commerce Department", "role": "initiator"}


def test_a_date_in_timelinejs_is_never_finer_than_it_is_known() -> None:
    slides = json.loads(exports.EXPORTERS["timelinejs"].make(SAMPLE))["events"]
    dates = {one["unique_id"]: one["start_date"] for one in slides}
    assert dates["e-a800"] == {"year": 2022, "month": 11}
    assert dates["e-gain24"] == {"year": 2024}
    assert dates["e-inspur"] == {"year": 2023, "month": 3, "day": 2}


def test_timelinejs_credits_the_outlet_that_it_quotes() -> None:
    slides = json.loads(exports.EXPORTERS["timelinejs"].make(SAMPLE))["events"]
    said = SAMPLE["mentions"].drop_duplicates(["event_id", "sentence"])
    outlets = dict(zip(said["event_id"] + said["sentence"], said["outlet"], strict=True))
    quoted = dict(zip(SAMPLE["events"]["event_id"], SAMPLE["events"]["quote"], strict=True))
    for slide in slides:
        key = slide["unique_id"]
        assert html.escape(outlets[key + quoted[key]]) in slide["text"]["text"]


def test_timelinejs_and_atom_escape_what_articles_say() -> None:
    hostile = SAMPLE["events"].assign(quote="<script>alert(1)</script>\x01", title="a & <b>")
    documents = SAMPLE["documents"].assign(url="javascript:alert(1)")
    changed = {**SAMPLE, "events": hostile, "documents": documents}
    made = exports.EXPORTERS["timelinejs"].make(changed)
    assert b"<script" not in made
    assert b"javascript:" not in made
    feed = ElementTree.fromstring(exports.EXPORTERS["atom"].make(changed))
    entry = feed.find("{http://www.w3.org/2005/Atom}entry")
    assert entry is not None
    assert entry.findtext("{http://www.w3.org/2005/Atom}title") == "a & <b>"


def test_the_calendar_holds_only_days_and_short_lines() -> None:
    data = exports.EXPORTERS["ics"].make(SAMPLE)
    assert data.count(b"TRANSP:TRANSPARENT\r\n") == data.count(b"BEGIN:VEVENT\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"DTSTART;VALUE=DATE:20221007\r\nDTEND;VALUE=DATE:20221008" in data
    assert b"UID:e-gain24" not in data


def test_citations_name_every_document_once() -> None:
    entries = exports.EXPORTERS["bibtex"].make(SAMPLE).decode()
    keys = re.findall(r"@online\{([^,]+),", entries)
    assert len(keys) == len(set(keys)) == len(SAMPLE["documents"])
    ris = exports.EXPORTERS["ris"].make(SAMPLE).decode()
    assert ris.count("TY  - ") == ris.count("ER  - ") == len(keys)
    items = json.loads(exports.EXPORTERS["csl"].make(SAMPLE))
    assert items[0]["issued"] == {"date-parts": [[2023, 10, 18]]}


def test_a_title_cannot_break_out_of_bibtex() -> None:
    hostile = SAMPLE["documents"].assign(title="100% } @online{x, \\input{y} $m_1$", author="")
    entries = exports.EXPORTERS["bibtex"].make({**SAMPLE, "documents": hostile}).decode()
    title = entries.split("title = {{")[1].split("}},\n")[0]
    assert title == r"100\% \} @online\{x, \textbackslash{}input\{y\} \$m\_1\$"


def test_the_data_package_describes_every_table_it_holds() -> None:
    archive = zipfile.ZipFile(io.BytesIO(exports.EXPORTERS["datapackage"].make(SAMPLE)))
    told = json.loads(archive.read("datapackage.json"))
    held = [name for name in archive.namelist() if name.startswith("data/")]
    assert [one["path"] for one in told["resources"]] == held
    assert {"README.md", "LICENSE.md"} < set(archive.namelist())
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    for one, name in zip(told["resources"], tables.SCHEMAS, strict=True):
        data = archive.read(one["path"])
        digest = hashlib.sha256(data).hexdigest()
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{digest}")
        head = archive.read(one["path"]).decode().splitlines()[0]
        assert head.split(",") == [field["name"] for field in one["schema"]["fields"]]
        pd.testing.assert_frame_equal(exports.read(name, archive.read(one["path"])), SAMPLE[name])


@pytest.mark.parametrize("name", ["whole", "part", "empty"])
def test_the_data_package_is_valid_for_frictionless(name: str, tmp_path: Path) -> None:
    part = filters.select(SAMPLE, filters.Filters(actors=("Micron",)))
    held = {"whole": SAMPLE, "part": part, "empty": EMPTY}[name]
    made = exports.EXPORTERS["datapackage"].make(held)
    zipfile.ZipFile(io.BytesIO(made)).extractall(tmp_path)
    told = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert told.valid, told.flatten(["title", "message"])
    (tmp_path / "data" / "outlets.csv").write_bytes(b"outlet_id\r\nx\r\n")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_a_selection_is_exported_and_nothing_else() -> None:
    left = filters.select(SAMPLE, filters.Filters(types=("legislation",)))
    assert exports.read("events", exports.EXPORTERS["csv"].make(left))["event_id"].tolist() == [
        "e-bill23"
    ]


def test_the_dictionary_explains_every_column() -> None:
    told = exports.dictionary()
    assert len(told) == sum(len(schema.columns) for schema in tables.SCHEMAS.values())
    assert (told["meaning"] != "").all()


def test_the_data_date_is_that_of_the_newest_document() -> None:
    assert exports.data_date(SAMPLE) == "2025-08-21"
    assert exports.data_date(EMPTY) == ""


def test_the_headline_says_who_leads_and_by_what() -> None:
    assert exports.headline(SAMPLE) == (
        "China leads with 11 of 32 events, most often procurement guidance"
    )
    one = filters.cut(SAMPLE, ["e-inspur"])
    assert exports.headline(one) == one["events"]["title"].iloc[0]
    assert exports.headline(EMPTY) == "No event fits"


@pytest.mark.parametrize(
    ("lanes", "types", "told"),
    [
        (["A", "B"], ["Export control"] * 2, "2 events, most often export control"),
        (["A", "B", "A"], ["AI model", "Talks", "AI model"],
         "A leads with 2 of 3 events, most often AI model"),
        (["A", "A", "A"], ["Talks", "Talks", "Court case"], "3 events of A, most often talks"),
        (["A", "A", "B"], ["Talks", "Court case", "Talks"], "A leads with 2 of 3 events"),
        (["", ""], ["Talks", "Court case"], "2 events"),
    ],
)  # fmt: skip
def test_a_headline_never_names_what_does_not_lead(
    lanes: list[str], types: list[str], told: str
) -> None:
    events = SAMPLE["events"].head(len(lanes)).assign(lane=lanes, type_label=types)
    assert exports.headline({**SAMPLE, "events": events}) == told


def test_of_one_actors_events_it_is_told_who_else_acts() -> None:
    events = SAMPLE["events"].head(4).assign(lane=["Nvidia", "China", "China", ""])
    some = {**SAMPLE, "events": events}
    assert exports.headline(some, ["nvidia"]) == "4 events with Nvidia: 1 its own, 2 by China"
    assert exports.headline(some, ["Huawei"]) == "4 events with Huawei: 2 by China"
    alone = {**SAMPLE, "events": events.assign(lane="Nvidia", type_label="Talks")}
    assert exports.headline(alone, ["nvidia"]) == "4 events of Nvidia, most often talks"


def test_only_an_id_leads_to_wikidata() -> None:
    assert wikidata.page("Q182477") == "https://www.wikidata.org/wiki/Q182477"
    assert wikidata.entity("Q182477") == "http://www.wikidata.org/entity/Q182477"
    assert wikidata.page('"onmouseover=alert(1)//') == wikidata.entity("Q1/../x") == ""
