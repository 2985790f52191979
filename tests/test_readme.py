"""What README and CONTRIBUTING say is so: commands run, links lead somewhere, lists are whole."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from timeline import documents, seeds

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GUIDES = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING}


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _commands() -> list[tuple[str, list[str]]]:
    """Each ``$ command`` of the console blocks with the lines that it is said to print."""
    told: list[tuple[str, list[str]]] = []
    for line in "".join(_blocks("console")).splitlines():
        if line.startswith("$ "):
            told.append((line.removeprefix("$ "), []))
        else:
            told[-1][1].append(line)
    return told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands run: our seeds are in it, and what they write stays in it."""
    home = tmp_path_factory.mktemp("readme")
    (home / "seeds").symlink_to(ROOT / "seeds")
    return home


def _run(command: str, folder: Path) -> str:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "timeline"], command
    told = subprocess.run(
        [sys.executable, *words[1:]],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (told.returncode, told.stderr) == (0, ""), command
    for option in ("-o", "--out"):
        if option in words:
            assert (folder / words[words.index(option) + 1]).exists(), command
    return told.stdout


def _pattern(lines: list[str]) -> str:
    """The said lines as a pattern; a line or a line's end of "..." stands for anything."""
    return "\n".join(re.escape(line).replace(r"\.\.\.", "(?s:.*)") for line in lines)


@pytest.mark.parametrize(("command", "said"), _commands(), ids=[row[0] for row in _commands()])
def test_a_command_of_the_readme_prints_what_it_says(
    command: str, said: list[str], folder: Path
) -> None:
    printed = _run(command, folder).strip("\n")
    assert re.fullmatch(_pattern(said), printed), f"{command} printed:\n{printed}"


def test_every_command_stands_in_the_readme() -> None:
    from timeline.cli import COMMANDS

    shown = {shlex.split(command)[3] for command, _ in _commands()}
    assert shown == {str(command.name) for command in COMMANDS}


def test_the_snippet_of_the_readme_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    _run("python -m timeline build --seeds seeds --out build", folder)
    (snippet,) = _blocks("python")
    exec(snippet, {})
    events = pd.read_csv("build/events.csv")
    assert (events["reports"] > 0).all()
    assert "edtf" in capsys.readouterr().out


def test_the_example_of_a_note_is_a_note(tmp_path: Path) -> None:
    (example,) = _blocks("markdown")
    note = documents.parse(example, name="reuters/2023-07-03-germanium.md")
    assert note.is_note
    assert note.outlet in {outlet.id for outlet in seeds.load(ROOT / "seeds").outlets}
    assert str(note.dct) == "2023-07-03"


def test_the_readme_opens_with_the_two_commands() -> None:
    first = _blocks("sh")[0]
    assert README.split("```sh\n")[0].strip() == "# Policy Timeline"
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make run", "make test"]


def test_the_citation_is_of_this_version_and_names_both_licences() -> None:
    told = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\nversion: {project['version']}\n" in told
    assert re.findall(r"^ *license: (.+)$", told, re.MULTILINE) == ["MIT", "CC-BY-4.0"]


def test_ci_runs_the_test_command_and_nothing_else() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert run.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", GUIDES[name])
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_file_that_contributing_names_is_there() -> None:
    named = set(re.findall(r"`((?:seeds|timeline|tests|ui|pages|bench)/[\w/.*]+)`", CONTRIBUTING))
    assert len(named) > 10
    assert sorted(name for name in named if not list(ROOT.glob(name.rstrip("/")))) == []


def test_every_dependency_says_how_it_earns_its_place() -> None:
    pinned = {
        line.split("==")[0]
        for file in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    section = CONTRIBUTING.split("## What each dependency is for")[1].split("\n## ")[0]
    told = set(re.findall(r"^\| ([a-z0-9-]+) \| \S.+ \|$", section, re.MULTILINE))
    assert told == pinned
