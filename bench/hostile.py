"""Whether text made to be slow is: time a byte of each room, and its growth on doubling.

    python -m bench.hostile [--size BYTES] [--room ROOM]

Each family of text is read at a size and at twice that size.  ``x news`` is the time a byte
against news of the same length, ``x 2`` the growth on doubling: 2 is linear.  Marked are figures
over 5 and 2.3.
"""

import argparse
import time
from calendar import month_name
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from timeline import actors, attribution, claims, documents, extract, seeds, sentences, timex
from timeline.model import Document, World

HOME = Path(__file__).resolve().parents[1]
DCT = date(2024, 9, 28)
T = TypeVar("T")
ROUNDS = 3
MOST_COST, MOST_GROWTH = 5.0, 2.3
SLIGHT = 0.005  # seconds: growth of less than that is noise
NEWS = (
    "Regulators in Brussels fined a maker of routers {n} million euros on Tuesday, saying that it "
    "had kept rivals out. The firm, which was listed in May 2021, will appeal, its lawyer told "
    "Reuters. “We did nothing wrong,” she said in letter {n}.\n\nIts shares fell {n}% in early "
    "trading after the ruling, and its rivals rose.\n\n"
)
FAMILIES: Mapping[str, str] = {
    "news": NEWS,
    "one sentence": "regulators in Brussels fined the maker of routers that the ministry named ",
    "said that": "the ministry said that the firm said that ",
    "repeated word": "ban ",
    "May May": "May ",
    "names": "Nvidia Huawei ",
    "capitals": "NVIDIA META ARM ",
    "who which": "the firm, which the ministry, which ",
    "and commas": "chips, curbs, and bans, ",
    "dashes": "curbs — bans – rules; ",
    "pronouns": "it said they said he said ",
    "according to": "according to the ministry, according to ",
    "quarters": "second quarter of Nvidia, ",
    "quotes": '“said” "he" ',
    "open quotes": "“",
    "brackets": "((",
    "bracketed": "(A. B. ",
    "stops": ". ",
    "marks": "!?",
    "digits": "1234567890",
    "figures": "1,234.56 ",
    "dates": "2024-09-28 to May 2 ",
    "thick dates": "on {m} {d}, {y}, {d} days ago, in late {y}, last Friday, from {m} to May "
    "{y}, {n} weeks later, at {d}:30 p.m. on Monday, the third quarter of {y}, the past {d} days. ",
    "commas": ",",
    "hyphens": "state-of-",
    "initials": "U.S.A.",
    "no blanks": "abcdefghij",
    "blanks": " ",
    "lines": "\n",
    "short lines": "Share\n\n",
    "combining marks": "e\u0301\u0302\u0323",
    "Chinese": "商务部周二宣布对英伟达展开调查。",
    "direction marks": "\u202eban\u202c ",
    "tags": "<p><b ",
    "addresses": "https://example.org/2024/09/28/a?b=c ",
    "front matter": "title: a\n",
}


@dataclass(frozen=True)
class Rooms:
    """What reads a text, room by room; each is given what those before it found."""

    world: World
    gazetteer: actors.Gazetteer

    def seconds(self, text: str) -> dict[str, float]:
        """Seconds of this core that each room takes with a text."""
        taken: dict[str, float] = {}
        known = documents.Known(dct=DCT)
        document = _timed(taken, "documents", lambda: _document(text, known))
        split = _timed(taken, "sentences", lambda: sentences.split(document))
        calendars = self.world.calendars
        _timed(taken, "timex", lambda: timex.find(document.text, DCT, split, calendars))
        people = _timed(taken, "actors", lambda: actors.find(split, self.gazetteer, DCT))
        _timed(taken, "attribution", lambda: attribution.find(split, people))
        _timed(
            taken,
            "claims",
            lambda: [claims.find(s, (), who) for s, who in zip(split, people, strict=True)],
        )
        _timed(taken, "all", lambda: extract.extract(document, self.gazetteer, calendars))
        return taken


def _document(text: str, known: documents.Known) -> Document:
    """The text behind a sentence of news, without which it were no article."""
    opening = "A ministry banned exports of the chip on Monday.\n\nThe ministry said that "
    return documents.parse(opening + text, name="hostile.txt", known=known)


def _timed(taken: dict[str, float], room: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    found = work()
    taken[room] = time.process_time() - start
    return found


def fill(words: str, size: int) -> str:
    """The words over and over, ``size`` bytes of them; "{n}" counts, dates go round.

    Bytes of UTF-8, as a file's limit counts them.
    """
    text = "".join(_counted(words, n) for n in range(1, size // len(words) + 2))
    return text.encode()[:size].decode(errors="ignore")


def _counted(words: str, n: int) -> str:
    """The words the ``n``-th time: another number, and another day, month and year."""
    turns = {
        "{n}": n,
        "{d}": 1 + n * 5 % 28,
        "{y}": 1950 + n * 7 % 75,
        "{m}": month_name[1 + n % 12],
    }
    for sign, turn in turns.items():
        words = words.replace(sign, str(turn))
    return words


def table(rooms: Rooms, families: Mapping[str, str], size: int, only: str) -> int:
    """Print a line a family; how many figures are over the limits."""
    usual = best(rooms, fill(NEWS, size))
    shown = [only] if only else list(usual)
    print(f"{'x news, x 2':18}" + "".join(f"{room:>16}" for room in shown))
    over = 0
    for name, words in families.items():
        once, twice = best(rooms, fill(words, size)), best(rooms, fill(words, 2 * size))
        line = f"{name:18}"
        for room in shown:
            cost, growth = once[room] / usual[room], twice[room] / max(once[room], 1e-4)
            is_over = cost > MOST_COST or (growth > MOST_GROWTH and twice[room] > SLIGHT)
            over += is_over
            line += f"{cost:9.2f}{growth:5.1f}{'*' if is_over else ' '} "
        print(line, flush=True)
    return over


def best(rooms: Rooms, text: str) -> dict[str, float]:
    """The least of a few rounds: other work on the machine only adds."""
    rounds = [rooms.seconds(text) for _ in range(ROUNDS)]
    return {room: min(taken[room] for taken in rounds) for room in rounds[0]}


def main() -> None:
    """Print the table; the exit status tells whether a figure is over."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--size", type=int, default=50_000, help="bytes")
    parser.add_argument("--room", default="", help="this room alone")
    parser.add_argument("--family", choices=sorted(FAMILIES), help="this family alone")
    args = parser.parse_args()
    world = seeds.load(HOME / "seeds")
    rooms = Rooms(world, actors.compile(world))
    families = {args.family: FAMILIES[args.family]} if args.family else FAMILIES
    over = table(rooms, families, args.size, args.room)
    print(f"{over} figures over {MOST_COST:g} x news or growing more than {MOST_GROWTH:g} x")
    raise SystemExit(over > 0)


if __name__ == "__main__":
    main()
