"""Prints the mention scorer's figures, a column a part of the labelled articles.

    python bench/score.py [--set seeds|topic|beside]... [--only A01-A08]

Runs ``python -m timeline extract`` on the articles of ``../shared`` and scores what it prints with
``../shared/gold/score_mentions.py``.  Of the 24 further articles, A01-A08 and B01-B08 may be read
by whoever writes rules; A09-A12 and B09-B12 are kept for the test: their figures are printed,
their errors never.
"""

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
GOLD = HOME.parent / "shared" / "gold"
SETS = {
    "seeds": (GOLD / "seeds_gold.json", GOLD.parent / "seeds"),
    "topic": (GOLD / "dev" / "topic_gold.json", GOLD / "dev" / "articles"),
    "beside": (GOLD / "dev" / "beside_gold.json", GOLD / "dev" / "articles"),
}
TEST = re.compile(r"[AB](?:09|1\d)")
Score = dict[str, float | int | None]
Gold = dict[str, list[dict[str, str]]]


def scorer() -> Callable[[Gold, list[dict[str, str]], bool], Score]:
    """The function ``score`` of the scorer beside the gold."""
    spec = importlib.util.spec_from_file_location("score_mentions", GOLD / "score_mentions.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{GOLD} is not there: the figures need it")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[[Gold, list[dict[str, str]], bool], Score] = module.score
    return score


def extract(name: str, home: Path = HOME) -> list[dict[str, str]]:
    """The mentions that the command line of the code in ``home`` prints for a set's articles."""
    gold, folder = SETS[name]
    files = [folder / row["file"] for row in json.loads(gold.read_text())["documents"]]
    command = [sys.executable, "-m", "timeline", "extract", "--documents", str(gold)]
    with tempfile.TemporaryFile("w+") as out:
        done = subprocess.run(
            [*command, *map(str, files)], cwd=home, stdout=out, stderr=subprocess.PIPE, text=True
        )
        sys.stderr.write(done.stderr)
        if done.returncode:
            raise SystemExit(f"extract ended with {done.returncode} on {name}")
        out.seek(0)
        return [json.loads(line) for line in out]


def only(gold: Gold, wanted: Callable[[str], bool]) -> Gold:
    """The gold of the documents wanted."""
    return {
        **gold,
        "documents": [row for row in gold["documents"] if wanted(row["doc"])],
        "mentions": [row for row in gold["mentions"] if wanted(row["doc"])],
    }


def parts(name: str) -> dict[str, Callable[[str], bool]]:
    """The columns of a set: the whole, and what may be read against what is kept back."""
    if name == "seeds":
        return {"seeds": lambda doc: True}
    return {
        name: lambda doc: True,
        f"{name} 01-08": lambda doc: not TEST.fullmatch(doc),
        f"{name} 09-12": lambda doc: bool(TEST.fullmatch(doc)),
    }


def between(given: str) -> Callable[[str], bool]:
    """Whether a document is one of those given: "A01-A08", or "A01,A03"."""
    first, dash, last = given.partition("-")
    if dash:
        return lambda doc: first <= doc <= last
    return lambda doc: doc in given.split(",")


def table(columns: dict[str, Score]) -> str:
    """The figures, a row a figure."""
    lines = [" " * 13 + "".join(f"{name:>15}" for name in columns)]
    for figure in next(iter(columns.values())):
        values = ["-" if row[figure] is None else str(row[figure]) for row in columns.values()]
        lines.append(f"{figure:13}" + "".join(f"{value:>15}" for value in values))
    return "\n".join(lines)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--set", action="append", choices=sorted(SETS), dest="sets")
    parser.add_argument("--only", type=between, help="documents, such as A01-A08 or 000,003")
    parser.add_argument("--errors", action="store_true", help="list what is wrong, on stderr")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    score, columns = scorer(), {}
    for name in args.sets or SETS:
        said, gold = extract(name), json.loads(SETS[name][0].read_text())
        wanted = {"only": args.only} if args.only else parts(name)
        for title, part in wanted.items():
            key = title if title != "only" else f"{name} (only)"
            chosen = only(gold, part)
            if chosen["mentions"]:
                columns[key] = score(chosen, [dict(row) for row in said], False)
        if args.errors:
            readable = args.only or (lambda doc: True)
            shown = only(gold, lambda doc: readable(doc) and not TEST.fullmatch(doc))  # noqa: B023
            score(shown, [dict(row) for row in said], True)
    print(json.dumps(columns) if args.json else table(columns))


if __name__ == "__main__":
    main()
