"""Times the build of a record: whole in a new process, and again after a change of one note.

    python -m bench.rebuild [--seeds seeds] [--laps 5]

The first is the command ``python -m timeline build``, start-up and writing included.  The second
is what the server does when an editor saves a note: all that was read before is kept, that note is
read anew.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline import build
from timeline.reading import Reader

HOME = Path(__file__).resolve().parents[1]
LINE = "\nHuawei announced {} new chips on Friday.\n"


def whole(record: Path, out: Path) -> float:
    """Seconds of the command in a process of its own."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "timeline", "build", "--seeds", str(record), "--out", str(out)]
    subprocess.run(command, cwd=HOME, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def changed(record: Path, laps: int) -> list[float]:
    """Seconds of each rebuild, another note changed before each."""
    reader = Reader()
    build.from_seeds(record, reader)
    found: list[float] = []
    notes = sorted((record / "documents").glob("*/*.md"))
    for lap, note in enumerate(notes[:: max(1, len(notes) // laps)][:laps]):
        note.write_text(note.read_text(encoding="utf-8") + LINE.format(lap + 2), encoding="utf-8")
        started = time.perf_counter()
        build.from_seeds(record, reader)
        found.append(time.perf_counter() - started)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--seeds", type=Path, default=HOME / "seeds")
    parser.add_argument("--laps", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "seeds")
        shutil.copytree(args.seeds, record)
        cold = [whole(record, Path(folder, "out")) for _ in range(args.laps)]
        again = changed(record, args.laps)
    for name, laps in (("whole, new process", cold), ("one note changed", again)):
        print(f"{name:20} {statistics.median(laps):6.2f} s  ({min(laps):.2f} to {max(laps):.2f})")


if __name__ == "__main__":
    main()
