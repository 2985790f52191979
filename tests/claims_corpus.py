"""The corpora of single sentences and the claims that each must give, read as an article."""

import csv
from datetime import date
from pathlib import Path

from timeline import actors, documents, extract, seeds
from timeline.model import Mention, Role

ROOT = Path(__file__).parent.parent
WORLD = seeds.load(ROOT / "seeds")
GAZETTEER = actors.compile(WORLD)
DCT = date(2025, 9, 15)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a corpus: "claims", "claims_zh"."""
    with (ROOT / f"tests/corpus/{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read(text: str) -> tuple[Mention, ...]:
    """The mentions of a text of 15 September 2025."""
    document = documents.parse(text, name="row.txt", known=documents.Known(dct=DCT))
    return extract.extract(document, GAZETTEER, WORLD.calendars)


def check(row: dict[str, str]) -> None:
    """A row's sentence gives a mention of one of its types, status and roles; or none at all.

    "=litigation|reaction" are all its types, in order.
    """
    found = read(row["text"])
    if row["types"].startswith("="):
        assert [m.type for m in found] == row["types"][1:].split("|")
    if not row["types"]:
        assert [m.type for m in found] == []
        return
    wanted = set(row["types"].lstrip("=").split("|"))
    mention = next((m for m in found if m.type in wanted), None)
    assert mention is not None, f"found only {[m.type for m in found]}"
    if row["status"]:
        assert mention.status == row["status"]
    for role, names in ((Role.INITIATOR, row["initiator"]), (Role.TARGET, row["target"])):
        told = {p.actor.name for p in mention.participants if p.role is role}
        assert {n.strip() for n in names.split(";") if n.strip()} <= told
