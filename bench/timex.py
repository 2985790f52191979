"""How well and how fast time expressions are read, beside the peers that are installed.

``python bench/timex.py FILE.jsonl...``: lines of ``id``, ``dct``, ``text``, ``timexes``.  Prints
value F1, relaxed F1 and documents a CPU-second.  ``--errors`` lists our misses as well,
``--out FOLDER`` writes our answers as JSON Lines.
"""

import argparse
import importlib.util
import json
import sys
import time
from datetime import date
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.timex_peers import Answer, Reader, installed  # noqa: E402
from timeline import timex  # noqa: E402

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


def run(reader: Reader, documents: list[dict[str, str]]) -> tuple[dict[str, dict], float]:  # type: ignore[type-arg]
    """Each document's answers by id, and documents a CPU-second."""
    started = time.process_time()
    answers = {}
    for document in documents:
        dct = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
        answers[document["id"]] = {"timexes": reader(document["text"], dct)}
    return answers, len(documents) / max(time.process_time() - started, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    scorer = load_scorer()
    if scorer is None:
        print(f"no scorer at {SCORER}: nothing is scored")
        return
    readers: dict[str, Reader] = {"ours": ours}
    if not arguments.ours:
        peers, missing = installed()
        readers |= peers
        for name in missing:
            print(f"{name} is not installed: left out")
    print(f"{'file':18} {'reader':12} {'value':>6} {'relaxed':>8} {'strict':>7} {'docs/s':>8}")
    for file in arguments.files:
        lines = file.read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line.strip()]
        gold = {document["id"]: document for document in documents}
        for name, reader in readers.items():
            answers, speed = run(reader, documents)
            errors: list[tuple[str, str, Answer | None, Answer | None]] = []
            score = scorer.score(gold, answers, None, False, errors)
            figures = [score[kind]["F1"] for kind in ("value", "relaxed", "strict")]
            print(
                f"{file.stem:18} {name:12} {figures[0]:6.2f} {figures[1]:8.2f}"
                f" {figures[2]:7.2f} {speed:8.0f}"
            )
            if arguments.errors and name == "ours":
                show(errors, gold)
            if arguments.out and name == "ours":
                rows = ({"id": key, **value} for key, value in answers.items())
                text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
                (arguments.out / file.name).write_text(text, encoding="utf-8")


def show(
    errors: list[tuple[str, str, Answer | None, Answer | None]], gold: dict[str, dict[str, str]]
) -> None:
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
