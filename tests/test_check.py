"""``python -m timeline check``: every slip in the seeds by file and line, and what to do."""

import shutil
from pathlib import Path

import pytest

from timeline import build
from timeline.cli import main

HOME = Path(__file__).resolve().parents[1]
Caught = pytest.CaptureFixture[str]


def with_note(folder: Path, outlet: str) -> tuple[Path, Path]:
    """The seeds without their notes, and where a note of the outlet is to be written."""
    seeds = folder / "seeds"
    shutil.copytree(HOME / "seeds", seeds, ignore=shutil.ignore_patterns("documents"))
    note = seeds / "documents" / outlet / "2024-09-28-x.md"
    note.parent.mkdir(parents=True)
    return seeds, note


def test_check_passes_over_the_seeds(capsys: Caught) -> None:
    assert main(["check"]) == 0
    assert "every row" in capsys.readouterr().out


def test_check_names_file_and_line_of_a_slip(tmp_path: Path, capsys: Caught) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(HOME / "seeds", seeds)
    path = seeds / "aliases.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert "nvidia" in "".join(rows)
    at = next(number for number, row in enumerate(rows) if "nvidia" in row.split(","))
    rows[at] = rows[at].replace("nvidia", "nvidea", 1)
    path.write_text("".join(rows), encoding="utf-8")
    assert main(["check", "--seeds", str(seeds)]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert f"aliases.csv:{at + 1}: " in told
    assert "did you mean 'nvidia'?" in told
    assert main(["build", "--seeds", str(seeds), "--out", str(tmp_path / "made")]) == 1
    assert f"aliases.csv:{at + 1}: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "row, message",
    [
        (
            "set,{a},,statuss,proposed,x,me,",
            "field 'statuss' cannot be set; did you mean 'status'?",
        ),
        ("set,{a},,status,propsed,x,me,", "status 'propsed' is not one of"),
        ("set,{a},,status,propsed,x,me,", "; did you mean 'proposed'?"),
        (
            "set,{a},,date,2024-13,x,me,",
            "date '2024-13' is not a date in EDTF; expected 2024-09-27",
        ),
        ("same,{a},{a}7,,,x,me,", "no longer there; did you mean '{a}'?"),
    ],
)
def test_check_and_build_tell_a_judgement_that_cannot_be_done(
    tmp_path: Path, capsys: Caught, row: str, message: str
) -> None:
    seeds, note = with_note(tmp_path, "bis")
    head = "outlet: bis\ntitle: A rule\npublished: 2024-09-28\nlanguage: en\n"
    note.write_text(f"---\n{head}---\n\nThe United States banned exports of chips to China.\n")
    file = seeds / "judgements.csv"
    first = file.read_text(encoding="utf-8").splitlines()[0]
    file.write_text(f"{first}\n")
    key = build.from_seeds(seeds).tables["mentions"]["mention_id"].iloc[0]
    file.write_text(f"{first}\n{row.format(a=key)}\n")
    assert main(["check", "--seeds", str(seeds)]) == 1
    told = capsys.readouterr().err
    assert "seeds/judgements.csv:2: " in told
    assert message.format(a=key) in told
    main(["build", "--seeds", str(seeds), "--out", str(tmp_path / "made")])
    assert message.format(a=key) in capsys.readouterr().err


@pytest.mark.parametrize(
    "head, message",
    [
        ("---\noutlet: 4nownew\n", "x.md:2: found outlet '4nownew'; did you mean '4nownews'?"),
        ("---\nlanguage: en\n outlet: Zzz\n", "x.md:3: found outlet 'Zzz'; expected an id of"),
        ("---\noutlet: Reuters\n", "x.md:2: outlet 'reuters' in the folder of '4nownews'"),
        ("", "x.md: no front matter; expected '---', then 'outlet: ...'"),
    ],
)
def test_check_and_build_tell_a_note_that_is_filed_wrongly(
    tmp_path: Path, capsys: Caught, head: str, message: str
) -> None:
    seeds, note = with_note(tmp_path, "4nownews")
    rest = "title: A title\npublished: 2024-09-28\n" + "language: en\n" * ("language" not in head)
    note.write_text(f"{head}{rest}---\n\nChina banned exports.\n" if head else "China banned.\n")
    assert main(["check", "--seeds", str(seeds)]) == 1
    assert message in capsys.readouterr().err.replace("2024-09-28-", "")
    assert main(["build", "--seeds", str(seeds), "--out", str(tmp_path / "made")]) == 1
    told = capsys.readouterr()
    assert message in told.err.replace("2024-09-28-", "")
    assert told.out.startswith("1 documents")


def test_check_tells_a_note_of_a_day_still_to_come(tmp_path: Path, capsys: Caught) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(HOME / "seeds", seeds, ignore=shutil.ignore_patterns("documents"))
    note = seeds / "documents" / "bis" / "2096-09-28-x.md"
    note.parent.mkdir(parents=True)
    head = "outlet: bis\ntitle: A rule\npublished: 2096-09-28\nlanguage: en\n"
    note.write_text(f"---\n{head}---\n\nChina banned exports.\n")
    assert main(["check", "--seeds", str(seeds)]) == 1
    assert "x.md:4: published '2096-09-28' is still to come" in capsys.readouterr().err
