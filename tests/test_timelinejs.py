"""TimelineJS spreadsheets: events go out as rows, rows come in as source notes."""

import csv
import io
from pathlib import Path

import pytest

from tests.sample import sample_tables
from timeline import build, dates, documents, exports
from timeline.cli import main
from timeline.exports import timelinejs
from timeline.exports.timelinejs import COLUMNS, SheetError

HOME = Path(__file__).resolve().parents[1]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def sheet(*given: dict[str, str]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(given)
    return out.getvalue().encode()


ROW = {"Year": "2022", "Month": "10", "Day": "7",
       "Headline": "US Commerce Department restricts exports of AI chips to China"}  # fmt: skip


def test_events_go_out_with_the_columns_and_dates_as_fine_as_they_are_known() -> None:
    made = rows(exports.EXPORTERS["timelinejs-sheet"].make(sample_tables()))
    assert tuple(made[0]) == COLUMNS
    dated = sample_tables()["events"]["start"].notna().sum()
    assert len(made) == dated
    found = {(row["Year"], row["Month"], row["Day"]) for row in made}
    assert {("2022", "11", ""), ("2024", "", ""), ("2023", "3", "2")} <= found
    assert all(row["Headline"] and row["Text"].startswith("<p>") for row in made)


def test_dates_go_out_as_people_write_them_and_come_in_again() -> None:
    events = sample_tables()["events"]
    dated = events[events["start"].notna()]
    data = exports.EXPORTERS["timelinejs-sheet"].make(sample_tables())
    shown = [row["Display Date"] for row in rows(data)]
    assert shown == list(map(dates.when, dated["edtf"], dated["granularity"]))
    assert {"2 Mar 2023", "Nov 2022"} <= set(shown)
    assert not any("~" in one or "/" in one for one in shown)
    again = timelinejs.notes(data, "reuters")
    for note, start in zip(again, dated["start"], strict=True):
        when = documents.parse(note.text, name=note.name).published.when
        assert when is not None
        assert when.start == start.date()


def test_a_row_comes_in_as_a_note_that_is_one() -> None:
    given = ROW | {
        "Text": "<p>The rule covers <b>A100</b> &amp; H100.</p><script>x()</script>",
        "Media": "https://example.org/rule", "Media Credit": "A. Reporter",
    }  # fmt: skip
    (note,) = timelinejs.notes(sheet(given), "reuters")
    assert note.name == "2022-10-07-us-commerce-department-restricts-exports-of-ai-chips.md"
    read = documents.parse(note.text, name=note.name)
    assert (read.outlet, read.url, str(read.dct)) == (
        "reuters", "https://example.org/rule", "2022-10-07",
    )  # fmt: skip
    assert "On October 7, 2022, US Commerce Department restricts" in note.text
    assert "The rule covers A100 & H100." in note.text
    assert "<" not in note.text
    assert "x()" not in note.text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"Year": "2024", "Month": "", "Day": ""}, "In 2024, "),
        ({"Month": "5", "Day": ""}, "In May 2022, "),
        ({"End Year": "2023", "End Month": "2"}, "From October 7, 2022 to February 2023, "),
        ({"End Year": "2022", "End Month": "10", "End Day": "7"}, "On October 7, 2022, "),
    ],
)
def test_the_date_of_a_row_stands_in_its_first_sentence(given: dict[str, str], told: str) -> None:
    (note,) = timelinejs.notes(sheet(ROW | given), "reuters")
    assert note.text.split("\n\n")[2].startswith(told)


def test_titles_eras_and_empty_rows_are_passed_over_and_names_stay_apart() -> None:
    made = timelinejs.notes(
        sheet(ROW | {"Type": "title"}, ROW | {"Type": "era"}, {}, ROW, ROW), "reuters"
    )
    assert [note.name[-10:] for note in made] == ["i-chips.md", "chips-2.md"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfe", "no CSV in UTF-8"),
        (b"Date,What\r\n2024,x\r\n", "no column 'Year'"),
        (b"PK\x03\x04...", "found an Excel or zip file, no CSV"),
        (b"Year,Headline\r\n2024,Caf\xe9\r\n", r"sheet.csv:2: found the byte 0xe9"),
        (
            sheet(ROW | {"Month": "13"}, ROW | {"End Year": "2021"}),
            r"sheet.csv:2: .*\nsheet.csv:3: found the end '2021' before the start '2022-10-07'",
        ),
        (sheet(ROW | {"Month": "13"}), r"sheet.csv:2: found '2022-13-07'"),
        (sheet(ROW, ROW | {"Year": "last year"}), r"sheet.csv:3: found Year 'last year'"),
        (sheet({"Year": "2024", "Text": "Kept"}), r"sheet.csv:2: found no Headline"),
        (sheet(ROW | {"Month": ""}), r"sheet.csv:2: found Day '7' and no Month"),
        (sheet(ROW | {"Year": ""}), r"sheet.csv:2: found no Year"),
    ],
)
def test_what_is_no_such_sheet_is_told_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(SheetError, match=message):
        timelinejs.notes(data, "reuters")


def test_semicolons_tabs_and_small_letters_are_read_as_a_spreadsheet_saves_them() -> None:
    for parted in ";\t":
        data = parted.join(("year", "month", " Headline ")) + f"\r\n2022{parted}10{parted}A; b"
        (note,) = timelinejs.notes(data.replace("A; b", '"A; b"').encode(), "reuters")
        assert "In October 2022, A; b." in note.text


def test_a_headline_cannot_write_into_the_head_of_its_note() -> None:
    given = ROW | {"Headline": "One\n---\nurl: https://evil.example\n---", "Media": "javascript:x"}
    (note,) = timelinejs.notes(sheet(given), "reuters")
    assert documents.parse(note.text, name=note.name).url == ""


def test_the_command_writes_notes_that_a_build_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(sheet(ROW))
    home = tmp_path / "seeds"
    home.mkdir()
    for file in (HOME / "seeds").glob("*.*"):
        (home / file.name).write_bytes(file.read_bytes())
    assert main(["import", str(path), "--outlet", "reuters", "--seeds", str(home)]) == 0
    assert "1 note in " in capsys.readouterr().out
    events = build.from_seeds(home).tables["events"]
    assert events["edtf"].tolist()[:1] == ["2022-10-07"]
    (note,) = (home / "documents" / "reuters").glob("*.md")
    moved = note.rename(note.with_name("2022-10-07-mine.md"))
    assert main(["import", str(path), "--outlet", "reuters", "--seeds", str(home)]) == 0
    assert "0 notes in " in (told := capsys.readouterr().out)
    assert "; 1 there already" in told
    assert not note.exists(), "the same note under a name of the editor's"
    moved.rename(note).write_text("mended by hand", encoding="utf-8")
    assert main(["import", str(path), "--outlet", "reuters", "--seeds", str(home)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["import", str(path), "--outlet", "reuter", "--seeds", str(home)]) == 1
    assert "did you mean 'reuters'?" in capsys.readouterr().err
