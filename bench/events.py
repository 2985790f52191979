"""Precision, recall and each field of the events read: on the gold, and on the corpus of claims.

    python bench/events.py [--against HEAD]

Of the gold (``bench/score.py``) it also prints the gap between the articles that may be read and
those kept back: what the rules owe to being fitted.  ``--against`` reads the same articles with
the code of a commit, and lists the mentions gained and lost since; of articles kept back it counts.
"""

import argparse
import csv
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # it may be run as a script

from bench import score
from timeline import actors, documents, extract, seeds
from timeline.model import Mention, Role

CLAIMS = score.HOME / "tests" / "corpus" / "claims.csv"
DCT = date(2025, 9, 15)
QUOTED = 4  # words of an article that are printed: it is not ours
Said = Mapping[str, str]


@dataclass(frozen=True)
class Change:
    """Mentions of the same articles by two states of the code: what came, went, or reads anew."""

    gained: tuple[Said, ...]
    lost: tuple[Said, ...]
    altered: tuple[tuple[Said, Said], ...]


def change(before: Sequence[Said], after: Sequence[Said]) -> Change:
    """What changed: mentions are one where document and type agree and their words overlap."""
    left = list(before)
    gained: list[Said] = []
    altered: list[tuple[Said, Said]] = []
    for new in after:
        shared, at = max(((_overlap(o, new), -n) for n, o in enumerate(left)), default=(0, 0))
        if shared <= 0:
            gained.append(new)
            continue
        old = left.pop(-at)
        if any(_text(old, field) != _text(new, field) for field in ("status", "date", "source")):
            altered.append((old, new))
    return Change(tuple(gained), tuple(left), tuple(altered))


def _overlap(a: Said, b: Said) -> int:
    """How many characters two mentions of one document and type share."""
    if (a["doc"], a["type"]) != (b["doc"], b["type"]):
        return 0
    return min(int(a["end"]), int(b["end"])) - max(int(a["start"]), int(b["start"]))


def _text(row: Said, field: str) -> str:
    return str(row.get(field) or "-")


def lines(found: Change) -> list[str]:
    """The change as text, document by document, with no more than a few words of each."""
    signed = [("+", row) for row in found.gained] + [("-", row) for row in found.lost]
    told = [(row["doc"], int(row["start"]), sign, _told(row)) for sign, row in signed]
    for old, new in found.altered:
        fields = [
            f"{field} {_text(old, field)} -> {_text(new, field)}"
            for field in ("status", "date", "source")
            if _text(old, field) != _text(new, field)
        ]
        told.append((new["doc"], int(new["start"]), "~", f"{new['type']}: {'; '.join(fields)}"))
    return [f"{sign} {doc[:3]} {start:>6} {what}" for doc, start, sign, what in sorted(told)]


def _told(row: Said) -> str:
    quote = " ".join(row.get("quote", "").split()[:QUOTED])
    return f"{row['type']}, {row['status']}, {_text(row, 'date')}: {quote} …"


def unpack(revision: str, folder: Path) -> None:
    """Puts the files of a commit into a folder."""
    done = subprocess.run(
        ["git", "archive", "--format=zip", revision], cwd=score.HOME, capture_output=True
    )
    if done.returncode:
        raise SystemExit(f"--against {revision}: {done.stderr.decode().strip()}")
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as files:
        files.extractall(folder)


def against(revision: str, names: Iterable[str]) -> None:
    """Print what the working code gains and loses against a commit."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(revision, Path(folder))
        for name in names:
            print(f"\n{name} against {revision}")
            before, after = score.extract(name, Path(folder)), score.extract(name)
            found = change([r for r in before if not _kept(r)], [r for r in after if not _kept(r)])
            print("\n".join(lines(found)) or "no mention changed of what may be read")
            kept = change([r for r in before if _kept(r)], [r for r in after if _kept(r)])
            counts = len(kept.gained), len(kept.lost), len(kept.altered)
            print("kept back: +{} -{} ~{}".format(*counts) if name != "seeds" else "")


def _kept(row: Said) -> bool:
    """Whether a mention is of an article whose text nobody who writes rules may see."""
    return bool(score.TEST.match(row["doc"]))


def figures(names: Iterable[str]) -> str:
    """The figures on the gold, and how much better the articles that may be read come out."""
    columns: dict[str, score.Score] = {}
    judge = score.scorer()
    for name in names:
        said, gold = score.extract(name), json.loads(score.SETS[name][0].read_text())
        own = {
            title: judge(score.only(gold, part), [dict(row) for row in said], False)
            for title, part in score.parts(name).items()
        }
        columns |= own
        if len(own) == 3:
            _, read, kept = own.values()
            columns[f"{name} gap"] = {
                key: None if key.startswith("n_") else _less(read[key], kept[key]) for key in read
            }
    return score.table(columns)


def _less(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else round(a - b, 4)


@dataclass(frozen=True)
class Row:
    """A row of the corpus of claims: what should be found, and what is."""

    wanted: frozenset[str]
    given: Mapping[str, str]
    found: tuple[Mention, ...]

    @property
    def match(self) -> Mention | None:
        return next((one for one in self.found if one.type in self.wanted), None)


def corpus(rows: Iterable[Mapping[str, str]]) -> list[Row]:
    """The rows of tests/corpus/claims.csv as the library reads them."""
    world = seeds.load(score.HOME / "seeds")
    gazetteer, read = actors.compile(world), list[Row]()
    for row in rows:
        known = documents.Known(dct=DCT)
        document = documents.parse(row["text"], name="row.txt", known=known)
        wanted = frozenset(row["types"].split("|")) - {""}
        found = extract.extract(document, gazetteer, world.calendars)
        read.append(Row(wanted, row, tuple(found)))
    return read


def rates(rows: Sequence[Row]) -> dict[str, float]:
    """Precision and recall of the types of the corpus, each field where the type is right.

    A row may hold further events than the one it is about, so precision counts a row that finds
    its own type as right, and one that should find nothing as wrong by finding any.
    """
    told = [row for row in rows if row.wanted]
    right = [row for row in told if row.match]
    finding = sum(bool(row.found) for row in rows)
    counts = Counter[str]()
    for row in right:
        counts.update(_fields(row))
    precision = len(right) / finding if finding else 0.0
    result = {"precision": precision, "recall": len(right) / len(told) if told else 0.0}
    for field in ("status", "initiator", "target"):
        asked = counts[f"{field} asked"]
        result[field] = counts[field] / asked if asked else 0.0
    return result


def _fields(row: Row) -> list[str]:
    """The fields of a row that are asked for, and those of them that are right."""
    found = row.match
    if found is None:
        return []
    told = {"status": {str(found.status)}}
    for role in (Role.INITIATOR, Role.TARGET):
        told[role.value] = {p.actor.name for p in found.participants if p.role is role}
    result: list[str] = []
    for field, names in told.items():
        wanted = {name.strip() for name in row.given[field].split(";") if name.strip()}
        result += [f"{field} asked"] * bool(wanted) + [field] * bool(wanted and wanted <= names)
    return result


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--set", action="append", choices=sorted(score.SETS), dest="sets")
    parser.add_argument("--against", help="a commit, such as HEAD: mentions gained and lost since")
    args = parser.parse_args()
    names = args.sets or list(score.SETS)
    if score.GOLD.is_dir():
        print(figures(names))
    else:
        print(f"no figures on the gold: {score.GOLD} is not there")
    with CLAIMS.open(encoding="utf-8", newline="") as file:
        rows = corpus(csv.DictReader(file))
    print(f"\n{CLAIMS.name}, {len(rows)} rows")
    print("\n".join(f"{name:13}{rate:>15.4f}" for name, rate in rates(rows).items()))
    if args.against and score.GOLD.is_dir():
        against(args.against, names)


if __name__ == "__main__":
    main()
