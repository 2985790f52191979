"""The house stands: imports point one way, modules stay small, nobody's articles are in it."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "seeds"
CODE = sorted(
    path
    for folder in ("timeline", "ui", "pages", "tests", "bench")
    for path in (ROOT / folder).rglob("*.py")
)
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
RUN = 9  # words in a row that are somebody's own


def test_data_flows_one_way() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout


def test_a_module_has_300_lines_at_most_and_a_page_80() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in CODE
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > (80 if path.parent == ROOT / "pages" else 300)
    }
    assert long == {}


def test_a_function_has_30_lines_at_most_and_nests_no_deeper_than_three() -> None:
    told = {
        f"{path.relative_to(ROOT).as_posix()}: {one.name}": size
        for path in CODE
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        if (size := (_lines(one), _depth(one)))[0] > 30 or size[1] > 3
    }
    assert told == {}


def _lines(one: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (one.end_lineno or one.lineno) - one.lineno + 1


def _depth(one: ast.AST) -> int:
    """How deep its blocks stand in one another; "elif" is as deep as its "if"."""
    deepest = 0
    for inner in ast.iter_child_nodes(one):
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        is_elif = isinstance(one, ast.If) and one.orelse == [inner] and isinstance(inner, ast.If)
        deepest = max(deepest, _depth(inner) + (isinstance(inner, BLOCKS) and not is_elif))
    return deepest


def test_no_sentence_of_the_articles_is_in_the_project() -> None:
    if not ARTICLES.is_dir():
        pytest.skip(f"the articles to compare with are not here: {ARTICLES}")
    theirs = {run for path in ARTICLES.glob("*.txt") for run in _runs(path.read_text("utf-8"))}
    assert len(theirs) > 1000
    copied = {
        path.relative_to(ROOT).as_posix(): sorted(" ".join(run) for run in shared)
        for path in _tracked()
        if (shared := theirs.intersection(_runs(_text(path))))
    }
    assert copied == {}


def test_a_run_of_nine_words_is_seen_through_other_punctuation() -> None:
    one = "Nine words in a row are somebody's own words."
    other = "(nine words — in a row are; somebody’s OWN)"
    assert set(_runs(one)) & set(_runs(other))
    assert not set(_runs(one)) & set(_runs("Nine words in a row are his."))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _tracked() -> list[Path]:
    """The files under version control; all files where this is no clone."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        )
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return [path for path in paths if path.is_file()]
