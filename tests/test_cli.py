"""The command line: what it prints, and how it fails, in one line and with an exit code."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import figures
from timeline.cli import main

HOME = Path(__file__).resolve().parents[1]
ARTICLE = (
    "Commerce Department adds chip firms to its list\n\n"
    "The US Commerce Department added Inspur to its Entity List on Tuesday. "
    "Nvidia shares fell 3.9% the same day.\n"
)
Caught = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "listing.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def array(caught: Caught) -> str:
    """The JSON Lines printed, as one JSON array."""
    return f"[{','.join(caught.readouterr().out.splitlines())}]"


def error(caught: Caught) -> str:
    """The one line that says what is wrong."""
    told = caught.readouterr().err.splitlines()
    assert len(told) == 1
    assert told[0].startswith("error: ")
    return told[0]


def test_timex_prints_what_it_finds_with_its_rule(tmp_path: Path, capsys: Caught) -> None:
    path = tmp_path / "note.txt"
    path.write_text("It was filed on Friday.", encoding="utf-8")
    assert main(["timex", "--dct", "2024-03-06", str(path)]) == 0
    (row,) = json.loads(array(capsys))
    (found,) = row["timexes"]
    assert {key: found[key] for key in ("start", "end", "text", "type", "value", "edtf")} == {
        "start": 16,
        "end": 22,
        "text": "Friday",
        "type": "DATE",
        "value": "2024-03-01",
        "edtf": "2024-03-01",
    }
    assert found["rule"]


def test_timex_reads_many_documents_each_with_its_own_date(tmp_path: Path, capsys: Caught) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"id": day, "dct": day, "text": "yesterday"} for day in ("2024-03-01", "2025-01-01")]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    assert main(["timex", "--jsonl", str(path)]) == 0
    values = [(row["id"], row["timexes"][0]["value"]) for row in json.loads(array(capsys))]
    assert values == [("2024-03-01", "2024-02-29"), ("2025-01-01", "2024-12-31")]


def test_extract_prints_a_mention_a_line_with_true_offsets(article: Path, capsys: Caught) -> None:
    assert main(["extract", "--dct", "2023-03-02", "--outlet", "reuters", str(article)]) == 0
    rows = json.loads(array(capsys))
    assert {row["doc"] for row in rows} == {"listing.txt"}
    listing = [row for row in rows if row["type"] == "entity_listing"]
    assert listing
    for row in rows:
        assert ARTICLE[row["start"] : row["end"]] == row["quote"]
        for one in row["evidence"]:
            assert ARTICLE[one["start"] : one["end"]] == one["text"]
    body = [row for row in listing if row["date"] == "2023-02-28"]
    assert {"name": "Inspur", "role": "target"}.items() <= body[0]["actors"][-1].items()


def test_an_article_without_a_date_is_asked_for_one(article: Path, capsys: Caught) -> None:
    assert main(["extract", str(article)]) == 0
    caught = capsys.readouterr()
    assert caught.err == f"warning: {article}: no publication date: give --dct\n"
    rows = [json.loads(line) for line in caught.out.splitlines()]
    assert rows
    assert {row["date"] for row in rows if row["date_basis"] == "relative_to_publication"} <= {None}


def test_what_is_known_of_the_articles_comes_from_a_table(article: Path, capsys: Caught) -> None:
    table = article.with_name("known.json")
    row = {"file": "listing.txt", "dct_for_parser": "2023-03-02", "publisher": "Reuters"}
    table.write_text(json.dumps({"documents": [row]}), encoding="utf-8")
    assert main(["extract", "--documents", str(table), str(article)]) == 0
    assert "2023-02-28" in {one["date"] for one in json.loads(array(capsys))}


@pytest.mark.parametrize(
    "name, data",
    [("empty.txt", b""), ("blank.txt", b" \n \n"), ("binary.txt", bytes(range(256)) * 40)],
)
def test_a_bad_file_is_named_and_the_others_still_come(
    name: str, data: bytes, article: Path, capsys: Caught
) -> None:
    bad = article.with_name(name)
    bad.write_bytes(data)
    assert main(["extract", "--dct", "2023-03-02", str(bad), str(article)]) == 1
    caught = capsys.readouterr()
    assert caught.out.count("\n") >= 2
    assert caught.err.startswith(f"error: {bad}: ")
    assert caught.err.count("\n") == 1


def test_a_missing_file_is_named_and_the_others_still_come(article: Path, capsys: Caught) -> None:
    gone = article.with_name("gone.txt")
    assert main(["extract", "--dct", "2023-03-02", str(gone), str(article)]) == 1
    caught = capsys.readouterr()
    assert caught.out
    assert caught.err.startswith(f"error: {gone}: ")
    assert "no such file" in caught.err.lower()
    assert caught.err.count("\n") == 1


def test_the_same_file_twice_is_read_once(article: Path, capsys: Caught) -> None:
    assert main(["extract", "--dct", "2023-03-02", str(article)]) == 0
    once = capsys.readouterr().out
    assert main(["extract", "--dct", "2023-03-02", str(article), str(article)]) == 0
    assert capsys.readouterr().out == once


def test_files_of_one_name_are_told_apart_by_their_folders(article: Path, capsys: Caught) -> None:
    other = article.parent / "2024" / article.name
    other.parent.mkdir()
    other.write_text(ARTICLE.replace("Inspur", "Cambricon"), encoding="utf-8")
    assert main(["extract", "--dct", "2023-03-02", str(article), str(other)]) == 0
    assert {row["doc"] for row in json.loads(array(capsys))} == {str(article), str(other)}


def test_build_writes_every_table_and_a_manifest(tmp_path: Path, capsys: Caught) -> None:
    out = tmp_path / "made"
    assert main(["build", "--out", str(out)]) == 0
    manifest = json.loads((out / "build.json").read_text())
    assert sorted(path.stem for path in out.glob("*.csv")) == sorted(manifest["rows"])
    notes = len(list(Path("seeds/documents").glob("*/*.md")))
    assert manifest["data_date"] == "2026-01-28"
    assert manifest["rows"]["documents"] == notes
    assert capsys.readouterr().out.startswith(f"{notes} documents, ")


def test_export_gives_the_chosen_events(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    command = ["export", "--type", "procurement_guidance", "--bom", "-o", str(path)]
    assert main(command) == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfevent_id,title,")
    assert data.count(b"procurement_guidance") == data.count(b"\r\n") - 1 > 0


def test_a_search_with_a_slip_is_warned_of(tmp_path: Path, capsys: Caught) -> None:
    path = tmp_path / "events.csv"
    assert main(["export", "--text", '"nothing like this', "-o", str(path)]) == 0
    assert "is not closed" in capsys.readouterr().err


@pytest.mark.parametrize("kind, start", [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_figure_draws_the_chosen_events(tmp_path: Path, kind: str, start: bytes) -> None:
    path = tmp_path / f"figure.{kind}"
    command = ["figure", "--preset", "card", "--title", "Two campaigns", "-o", str(path)]
    assert main(command) == 0
    assert start in path.read_bytes()[:200]


def test_a_figure_as_pdf_is_dated_by_its_data(tmp_path: Path) -> None:
    if reason := figures.pdf_available():
        pytest.skip(reason)
    path = tmp_path / "figure.pdf"
    assert main(["figure", "--preset", "card", "-o", str(path)]) == 0
    assert set(re.findall(rb"Date \(D:(\d{14})", path.read_bytes())) == {b"20260128000000"}


def test_explain_says_which_rule_read_what(capsys: Caught) -> None:
    text = "The US Commerce Department added Inspur to its Entity List on Tuesday."
    assert main(["explain", text, "--dct", "2023-03-02"]) == 0
    told = capsys.readouterr().out
    assert "Tuesday" in told
    assert "'Inspur' is Inspur" in told
    assert "type: entity_listing" in told


@pytest.mark.parametrize(
    "command, code, message",
    [
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["timex"], 2, "Missing argument 'FILE'"),
        (["timex", "no-such-file"], 2, "No such file"),
        (["timex", "--dct", "yesterday", "README.md"], 2, "expected one such as 2024-03-06"),
        (["export", "--format", "doc"], 2, "'doc' is no format: expected one of csv,"),
        (["export", "--format", "json", "--bom"], 2, "only the formats csv and mentions"),
        (
            ["export", "--actor", "Nvida"],
            1,
            "actor 'Nvida' is not known here; did you mean 'Nvidia'?",
        ),
        (["export", "-o", "no/such/folder/x.csv"], 1, "No such file or directory"),
        (["figure", "--preset", "poster"], 2, "'poster' is no preset: expected one of"),
        (["figure", "-o", "picture.gif"], 2, "expected .svg, .png or .pdf"),
        (["explain"], 2, "give either a text or --event ID"),
        (["explain", "--event", "nothing"], 1, "no event 'nothing'"),
        (["extract"], 2, "Missing argument 'FILES...'"),
        (["build", "--seeds", "no-such-folder"], 1, "no-such-folder"),
    ],
)
def test_a_wrong_command_gives_one_line_and_its_code(
    command: list[str], code: int, message: str, capsys: Caught
) -> None:
    assert main(command) == code
    assert message in error(capsys)


@pytest.mark.parametrize(
    "data, message",
    [
        (b'{"id": 1}\n', ":1: found no document"),
        (b'{"id": "a", "text": "x"}\nnonsense\n{"id": "b", "text": "y"}', ":2: found no document"),
        (b'{"id": "a", "dct": "soon"}', ":1: found no document"),
        (b"\xff\xfe\x00", "not UTF-8 at offset 0; expected text in UTF-8; convert it"),
    ],
)
def test_timex_names_the_line_that_is_no_document(
    data: bytes, message: str, tmp_path: Path, capsys: Caught
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(data)
    assert main(["timex", "--jsonl", str(path)]) == 1
    caught = capsys.readouterr()
    assert caught.out.count("\n") == data.count(b'"text"')
    assert message in caught.err
    assert caught.err.count("\n") == 1


@pytest.mark.parametrize("data", [b"[1]", b"{}", b"nonsense", b'{"documents": [{"file": 3}]}'])
def test_a_table_of_documents_that_is_none_is_refused(
    data: bytes, article: Path, capsys: Caught
) -> None:
    table = article.with_name("known.json")
    table.write_bytes(data)
    assert main(["extract", "--documents", str(table), str(article)]) == 1
    assert "known.json" in error(capsys)


def test_help_is_no_failure(capsys: Caught) -> None:
    assert main(["--help"]) == 0
    assert "Commands:" in capsys.readouterr().out
    assert main([]) == 2


def test_extract_does_not_wait_for_pandas(article: Path) -> None:
    code = (
        "import sys; from timeline.cli import main; "
        f"main(['extract', '--dct', '2023-03-02', {str(article)!r}]); "
        "print([name for name in ('pandas', 'plotly', 'streamlit') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_changes_tells_what_is_new_since_what_was_saved(tmp_path: Path, capsys: Caught) -> None:
    path = tmp_path / "events.csv"
    assert main(["export", "-o", str(path)]) == 0
    text = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(text[:-1]), encoding="utf-8")
    assert main(["changes", "--against", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"+ {text[-1].split(',')[0]} ")
    assert lines[1:] == ["1 added, 0 changed, 0 removed"]
    assert main(["changes"]) == 2
    assert main(["changes", "--since", "2025-01-01", "--against", str(path)]) == 2
