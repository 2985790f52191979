"""Who takes part though the clause does not say so: the corpus of short texts."""

import csv
from datetime import date
from pathlib import Path

import pytest

from timeline import actors, documents, extract, seeds
from timeline.model import Role

ROOT = Path(__file__).parent.parent
ROWS = list(csv.DictReader((ROOT / "tests/corpus/implied.csv").open(encoding="utf-8")))
WORLD = seeds.load(ROOT / "seeds")
GAZETTEER = actors.compile(WORLD)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_last_claim_has_whom_the_text_before_tells(row: dict[str, str]) -> None:
    document = documents.parse(
        row["text"], name="row.txt", known=documents.Known(dct=date(2025, 9, 15))
    )
    found = extract.extract(document, GAZETTEER, WORLD.calendars)
    if not row["type"]:
        assert found == ()
        return
    last = [mention for mention in found if mention.type == row["type"]][-1]
    for role, names in ((Role.INITIATOR, row["initiator"]), (Role.TARGET, row["target"])):
        told = {p.actor.name for p in last.participants if p.role is role}
        assert told == {name.strip() for name in names.split(";") if name.strip()}
