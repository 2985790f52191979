"""How many articles a second are read on one core, beside a peer, and how the cost grows.

    python -m bench.extract [--no-peer] [FILE]...      default: the labelled articles of ../shared

Warmed up, then rounds in turns with ``dateparser.search.search_dates`` on some of the same texts,
in the same process; medians.  The peer only finds dates, which is far less: it is what most
programs use for that.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from timeline import actors, documents, extract, seeds
from timeline.model import Block, Document, Span

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"
ROUNDS = 7
KNOWN = documents.Known(dct=date(2025, 8, 21))
Read = Callable[[Document], object]


def articles() -> list[Path]:
    """The labelled articles beside the project, else the project's own source notes."""
    found = sorted(SHARED.glob("seeds/*.txt")) + sorted(SHARED.glob("gold/dev/articles/*.txt"))
    return found or list(seeds.note_paths(HOME / "seeds"))


def seconds(work: Callable[[], object]) -> float:
    """Seconds of this one core that it takes once; what others do meanwhile does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def reader() -> Read:
    """The extraction of one document, its gazetteer compiled before."""
    world = seeds.load(HOME / "seeds")
    start = time.perf_counter()
    gazetteer = actors.compile(world)
    print(f"gazetteer compiled in {(time.perf_counter() - start) * 1000:.0f} ms, once")
    return lambda document: extract.extract(document, gazetteer, world.calendars)


def contest(paths: Sequence[Path], read: Read, with_peer: bool) -> None:
    """Print articles a second of ours and of the peer, in turns."""
    given = [documents.read(path, known=KNOWN) for path in paths]
    runs: dict[str, tuple[float, Callable[[], object]]] = {
        "read and extract": (
            len(paths),
            lambda: [read(documents.read(path, known=KNOWN)) for path in paths],
        ),
        "extract alone": (len(paths), lambda: [read(document) for document in given]),
    }
    if with_peer:
        runs["dateparser, dates"] = _peer([document.text for document in given])
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for lap in range(ROUNDS + 1):
        for name, (count, work) in runs.items():
            rate = count / seconds(work)
            taken[name] += [rate] if lap else []  # the first lap warms up
    for name, rates in taken.items():
        print(
            f"  {name:18}{statistics.median(rates):8.1f} articles/s on one core "
            f"({min(rates):.1f} to {max(rates):.1f} in {ROUNDS} rounds)"
        )


def _peer(texts: Sequence[str]) -> tuple[float, Callable[[], object]]:
    """The peer on the three shortest texts, and how many articles of mean length these are."""
    from dateparser.search import search_dates

    some = sorted(texts, key=len)[:3]
    count = sum(map(len, some)) / (sum(map(len, texts)) / len(texts))
    return count, lambda: [search_dates(text, languages=["en"]) for text in some]


def grow(paths: Sequence[Path], read: Read) -> None:
    """Print the time of an article of median length at 1, 4 and 16 times its text."""
    given = [documents.read(path, known=KNOWN) for path in paths]
    middle = sorted(given, key=lambda one: len(one.text))[len(given) // 2]
    base = 0.0
    for times in (1, 4, 16):
        one = longer(middle, times)
        taken = statistics.median(seconds(partial(read, one)) for _ in range(ROUNDS))
        base = base or taken
        print(f"  {times:3} x text: {taken * 1000:8.2f} ms, {taken / base / times:.2f} of linear")


def longer(document: Document, times: int) -> Document:
    """The document with its text so many times over."""
    step = len(document.text) + 2
    blocks = tuple(
        Block(Span(one.span.start + at * step, one.span.end + at * step), one.kind, one.rule)
        for at in range(times)
        for one in document.blocks
    )
    return replace(document, text="\n\n".join([document.text] * times), blocks=blocks)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--no-peer", action="store_true", help="leave dateparser out: it is slow")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = args.files or articles()
    words = statistics.median(len(path.read_text(errors="replace").split()) for path in paths)
    print(f"{len(paths)} articles, median {words:.0f} words")
    read = reader()
    contest(paths, read, not args.no_peer)
    grow(paths, read)


if __name__ == "__main__":
    main()
