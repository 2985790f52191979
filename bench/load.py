"""How long readers wait when there are many: each asks, reads for three seconds, asks again.

    python -m bench.load [--readers 50 200] [--seconds 30] [--address http://127.0.0.1:8501]

Every reader keeps one connection and walks through his own order of addresses: pages, /embed and
/first of some view, events as JSON and CSV, pictures as SVG, single events; most of them ask what
others asked before, as readers do, and each tenth is a search that nobody made before.  With
``--sessions`` each reader is a browser tab instead: a Streamlit session that sets a filter, timed
until its script has run.  Printed are the median and the 95th of a hundred in milliseconds.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import time
import urllib.request
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench import visits

THINK = 3.0  # seconds
WORDS = ("chip", "export", "licence", "H20", "rule", "ban", "tariff", "probe", "guidance", "sales")
Ask = Callable[[str], Awaitable[None]]


class Reader:
    """One connection, kept open while the server keeps it."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host, self.port = str(parts.hostname), int(parts.port or 80)
        self.pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str) -> None:
        """Fetch it whole.  Raises ValueError where the server failed."""
        for _ in range(2):  # a kept connection may have been closed while the reader read
            kept = self.pipe is not None
            try:
                await self._asked(path)
                return
            except (ConnectionError, asyncio.IncompleteReadError):
                self.pipe = None
                if not kept:
                    raise

    async def _asked(self, path: str) -> None:
        if self.pipe is None:
            self.pipe = await asyncio.open_connection(self.host, self.port)
        reader, writer = self.pipe
        head = (
            f"GET {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n"
        )
        writer.write(head.encode())
        await writer.drain()
        told = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = told.partition("content-length:")[2].split("\r\n")[0]
        await reader.readexactly(int(length or 0))
        if not told.startswith(("http/1.1 200", "http/1.1 204", "http/1.1 400")):  # 400: no event
            raise ValueError(f"{path}: {told[:60]}")


class Tab:
    """A Streamlit session over its socket."""

    def __init__(self, address: str) -> None:
        self.address = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        self.socket: ClientConnection | None = None

    async def ask(self, path: str) -> None:
        """Run the page's script with this query, to its end."""
        if self.socket is None:
            spoken = [Subprotocol("streamlit")]
            self.socket = await connect(self.address, subprotocols=spoken, max_size=None)
        wanted = BackMsg()
        wanted.rerun_script.query_string = urlsplit(path).query
        await self.socket.send(wanted.SerializeToString())
        while True:
            told = ForwardMsg()
            told.ParseFromString(await self.socket.recv(decode=False))
            if told.WhichOneof("type") == "script_finished":
                return


def addresses(ids: list[str], names: list[str], chance: random.Random) -> list[str]:
    """What one reader will ask, in his order."""
    views = ["", *(f"?actor={quote(name)}" for name in names)]
    windows = ["", "&from=2023-01-01", "&from=2024-01-01&to=2024-12-31"]
    found = []
    for _ in range(40):
        view = chance.choice(views)
        window = chance.choice(windows)
        query = f"{view or '?'}{window}".replace("?&", "?").rstrip("?")
        odd = f"?q={chance.choice(WORDS)}+{chance.choice(WORDS)}{chance.randrange(1000)}"
        found.append(
            chance.choices(
                (
                    "/", f"/embed{query}", f"/first{query}", f"/api/events.json{query}",
                    f"/api/events.csv{query}", f"/figure.svg{view}",
                    f"/event/{chance.choice(ids)}.json", f"/api/events.json{odd}",
                ),
                (15, 15, 15, 10, 5, 5, 25, 10),
            )[0]
        )  # fmt: skip
    return found


async def reader(ask: Ask, paths: list[str], until: float, first: float) -> list[tuple[float, str]]:
    """The time of each answer, in ms, and of what."""
    await asyncio.sleep(first)
    times = []
    for path in paths * 100:
        if time.monotonic() > until:
            break
        start = time.perf_counter()
        await ask(path)
        times.append(((time.perf_counter() - start) * 1000, path.split("?")[0].split("/e")[0]))
        await asyncio.sleep(THINK)
    return times


async def crowd(address: str, readers: int, seconds: float, sessions: bool) -> list[float]:
    """All their times."""
    told = _json(f"{address}/openapi.json")["components"]["parameters"]["actor"]["schema"]
    names = [str(name) for name in told["items"]["examples"]]
    ids = [str(one["event_id"]) for one in _json(f"{address}/api/events.json?limit=200")["events"]]
    until = time.monotonic() + seconds
    tasks = []
    for place in range(readers):
        chance = random.Random(place)
        paths = addresses(ids, names, chance)
        kind = Tab(address) if sessions else Reader(address)
        if sessions:
            paths = [path for path in paths if "?" in path] or ["/"]
        tasks.append(reader(kind.ask, paths, until, chance.random() * THINK))
    found = [one for times in await asyncio.gather(*tasks) for one in times]
    return [time for time, _ in found]


def _json(address: str) -> dict[str, Any]:
    with urllib.request.urlopen(address) as answer:
        found: dict[str, Any] = json.loads(answer.read())
    return found


def told(times: list[float]) -> str:
    """The median and the 95th of a hundred."""
    twentieths = statistics.quantiles(times, n=20)
    return f"p50 {statistics.median(times):>7.1f} ms   p95 {twentieths[-1]:>7.1f} ms"


def main() -> None:
    """Print a line for each number of readers."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--readers", type=int, nargs="+", default=[50, 200])
    asked.add_argument("--seconds", type=float, default=30)
    asked.add_argument("--sessions", action="store_true")
    asked.add_argument("--address", default="")
    given = asked.parse_args()

    def run(address: str) -> None:
        for number in given.readers:
            number = min(number, 500)
            times = asyncio.run(crowd(address, number, min(given.seconds, 120), given.sessions))
            load = os.getloadavg()[0]
            print(
                f"{number:>4} readers   {told(times)}   {len(times)} answers, load {load:.1f}",
                flush=True,
            )

    if given.address:
        run(given.address)
        return
    with visits.served() as address:
        run(address)


if __name__ == "__main__":
    main()
