"""How well and how fast time expressions are read, beside the peers that are installed.

``python bench/timex.py FILE.jsonl...``: lines of ``id``, ``dct``, ``text``, ``timexes``.  Prints
value F1, relaxed F1 and documents a CPU-second.  ``--errors`` lists our misses as well,
``--out FOLDER`` writes our answers as JSON Lines; ``--first 20`` is for peers that are slow.
"""

import argparse
import importlib.util
import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.timex_helpers import Answer, seconds  # noqa: E402
from bench.timex_peers import Reader, installed  # noqa: E402
from timeline import timex  # noqa: E402

Answers = dict[str, dict[str, list[Answer]]]
Error = tuple[str, str, Answer | None, Answer | None]
SCORER = ROOT.parent / "shared" / "bench" / "timex" / "score_timex.py"


def load_scorer() -> ModuleType | None:
    """The shared TempEval-3 scorer, None where it is not beside the project."""
    if not SCORER.exists():
        return None
    spec = importlib.util.spec_from_file_location("score_timex", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(text: str, dct: date | None) -> list[Answer]:
    return [
        {
            "start": t.span.start,
            "end": t.span.end,
            "text": t.text,
            "type": t.type.value,
            "value": t.value,
        }
        for t in timex.find(text, dct, ranges=False)
    ]


def run(reader: Reader, documents: list[dict[str, str]]) -> tuple[Answers, float]:
    """Each document's answers by id, and documents a CPU-second, those of helpers counted.

    The first document is read once before: what a reader loads or compiles is not its speed.
    """
    _day_of(documents[0], reader)
    started = seconds()
    answers: Answers = {}
    for document in documents:
        answers[document["id"]] = {"timexes": _day_of(document, reader)}
    return answers, len(documents) / max(seconds() - started, 1e-9)


def _day_of(document: dict[str, str], reader: Reader) -> list[Answer]:
    dct = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
    return reader(document["text"], dct)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    parser.add_argument("--only", help="these readers, parted by commas: ours,chrono")
    parser.add_argument("--first", type=int, help="so many documents of each file")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    scorer = load_scorer()
    if scorer is None:
        print(f"no scorer at {SCORER}: nothing is scored")
        return
    readers = chosen(arguments.ours, arguments.only)
    print(f"{'file':18} {'reader':12} {'value':>6} {'relaxed':>8} {'strict':>7} {'docs/s':>8}")
    for file in arguments.files:
        for name, reader in readers.items():
            answers, gold, errors = measure(scorer, file, arguments.first, name, reader)
            if arguments.errors and name == "ours":
                show(errors, gold)
            if arguments.out and name == "ours":
                write(arguments.out / file.name, answers)


def chosen(is_ours: bool, only: str | None) -> dict[str, Reader]:
    """The readers to run; those that are not installed are named."""
    readers: dict[str, Reader] = {"ours": ours}
    if is_ours:
        return readers
    peers, missing = installed()
    for name, needs in missing.items():
        print(f"{name} is not installed ({needs}): left out")
    readers |= peers
    wanted = only.split(",") if only else list(readers)
    return {name: reader for name, reader in readers.items() if name in wanted}


def measure(
    scorer: ModuleType, file: Path, first: int | None, name: str, reader: Reader
) -> tuple[Answers, dict[str, dict[str, str]], list[Error]]:
    """Print a reader's line for a file; its answers, the gold documents, and its errors."""
    lines = file.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()][:first]
    gold = {document["id"]: document for document in documents}
    answers, speed = run(reader, documents)
    errors: list[Error] = []
    score = scorer.score(gold, answers, None, False, errors)
    figures = [score[kind]["F1"] for kind in ("value", "relaxed", "strict")]
    print(
        f"{file.stem:18} {name:12} {figures[0]:6.2f} {figures[1]:8.2f}"
        f" {figures[2]:7.2f} {speed:8.1f}",
        flush=True,
    )
    return answers, gold, errors


def write(file: Path, answers: Answers) -> None:
    """Answers as JSON Lines that the scorer reads."""
    rows = ({"id": key, **value} for key, value in answers.items())
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file.write_text(text, encoding="utf-8")


def show(errors: list[Error], gold: dict[str, dict[str, str]]) -> None:
    """Our errors with their words in context."""
    for key, kind, wanted, got in errors:
        if kind == "SPAN":
            continue
        at = wanted or got
        assert at is not None
        text = gold[key]["text"]
        start, end = int(at["start"]), int(at["end"])
        before, after = text[max(0, start - 50) : start], text[end : end + 30]
        words = f"{before}[[{text[start:end]}]]{after}".replace("\n", " ")
        says = [f"{t['type'][:3]} {t['value']} {t['text']!r}" if t else "-" for t in (wanted, got)]  # type: ignore[index]
        print(f"  {kind:5} {gold[key]['dct'][:10]} | {words} | GOLD {says[0]} | OURS {says[1]}")


if __name__ == "__main__":
    main()
