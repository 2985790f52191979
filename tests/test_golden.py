"""The build of ``seeds/`` is the same, byte for byte, today and on any machine.

The golden files are what the last accepted build gave.  After a change that is meant to change
them, look at the difference and make them anew:

    python -m timeline export --format csv -o tests/golden/events.csv
    python -m timeline export --format mentions -o tests/golden/mentions.csv
"""

import difflib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline import build, exports

HOME = Path(__file__).resolve().parents[1]
GOLDEN = HOME / "tests" / "golden"
ZONES = ("UTC", "America/Los_Angeles", "Asia/Shanghai")
_PRINT = """
import hashlib
from pathlib import Path
from timeline import build, exports
made = build.from_seeds(Path("seeds"))
for name, exporter in exports.EXPORTERS.items():
    print(name, hashlib.sha256(exporter.make(made.tables)).hexdigest())
for name, frame in made.tables.items():
    print(name, hashlib.sha256(exports.to_csv(frame)).hexdigest())
"""


def built(number: int) -> str:
    """Digests of all that a build gives, under a hash seed and a time zone of their own."""
    zone = ZONES[number % len(ZONES)]
    environment = {**os.environ, "PYTHONHASHSEED": str(number), "TZ": zone}
    return subprocess.run(
        [sys.executable, "-c", _PRINT],
        cwd=HOME,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_ten_hash_seeds_and_three_time_zones_give_the_same_bytes() -> None:
    with ThreadPoolExecutor(2) as pool:
        given = set(pool.map(built, range(10)))
    assert len(given) == 1
    assert len(given.pop().splitlines()) > 20


@pytest.mark.parametrize("name, table", [("events", "csv"), ("mentions", "mentions")])
def test_the_build_is_the_golden_one(name: str, table: str) -> None:
    made = build.from_seeds(HOME / "seeds")
    golden = (GOLDEN / f"{name}.csv").read_bytes().decode()
    given = exports.EXPORTERS[table].make(made.tables).decode()
    change = difflib.unified_diff(golden.splitlines(), given.splitlines(), "golden", "now", n=0)
    assert given == golden, "\n".join(change)


def test_no_note_of_the_seeds_fails() -> None:
    assert build.from_seeds(HOME / "seeds").problems == ()
