"""Visits of a browser to a page, and when what was asked for is on the screen."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 60_000  # ms
NEVER = float("inf")
REST = 1.5  # seconds after a visit, until the page that is left takes no more work
# Notes when each selector has been painted, from inside the page: asking from outside slows it.
WATCH = """((wanted) => {
  const marks = (window.painted = {});
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in marks || !document.querySelector(selector)) continue;
      marks[name] = null;
      requestAnimationFrame(() => setTimeout(() => (marks[name] = performance.now())));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})"""
PAINTED = "(number) => Object.values(window.painted).filter(Boolean).length === number"
WEIGHT = """['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
  .reduce((sum, one) => sum + one.transferSize, 0)"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's own."""
    with sync_playwright() as api:
        path = shutil.which("chromium") or api.chromium.executable_path
        browser = api.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def served(record: str = "", app: str = "app.py") -> Iterator[str]:
    """The address of a server as a reader would start it; ``record`` is a folder, else seeds/."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", app, "--server.port", str(port)]
    told = os.environ | ({"POLICY_TIMELINE_SEEDS": record} if record else {})
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=told)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(address: str) -> None:
    for _ in range(1200):
        with suppress(OSError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(0.1)


@contextmanager
def opened(browser: Browser, wanted: Mapping[str, str], width: int = 1440) -> Iterator[Page]:
    """A tab with an empty cache, which notes when each of these selectors is on the screen."""
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": 900})
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    tab.add_init_script(f"{WATCH}({json.dumps(dict(wanted))})")
    yield tab
    context.close()
    time.sleep(REST)


def painted(tab: Page, address: str, number: int) -> dict[str, float]:
    """Milliseconds from the start of a visit to each of ``number`` stages; empty: never."""
    try:
        tab.goto(address, wait_until="commit")
        tab.wait_for_function(PAINTED, arg=number)
        found: dict[str, float] = tab.evaluate("window.painted")
        tab.wait_for_load_state("load")
        return found
    except Error:
        return {}


def both(browser: Browser, address: str, wanted: Mapping[str, str]) -> dict[str, float]:
    """The times of a visit with an empty cache and of the next: {"drawn, cold": 580.0, ...}.

    Where the first comes to nothing, the next is not tried: it comes to nothing as well.
    """
    times: dict[str, float] = {}
    with opened(browser, wanted) as tab:
        for visit in ("cold", "warm"):
            is_hopeless = NEVER in times.values()
            found = {} if is_hopeless else painted(tab, address, len(wanted))
            times |= {f"{name}, {visit}": found.get(name, NEVER) for name in wanted}
    return times


@dataclass
class Wire:
    """A relay to a server that counts the bytes on their way to the reader."""

    server: str
    bytes: int = 0
    address: str = ""
    _ready: threading.Event = field(default_factory=threading.Event)

    def start(self) -> "Wire":
        """Relay from now on, in a thread of its own."""
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()
        self._ready.wait()
        return self

    async def _serve(self) -> None:
        listening = await asyncio.start_server(self._relay, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        self._ready.set()
        await listening.serve_forever()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = urlsplit(self.server)
        back, forth = await asyncio.open_connection(there.hostname, there.port)
        ways = (self._pass(reader, forth, 0), self._pass(back, writer, 1))
        await asyncio.gather(*ways, return_exceptions=True)

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, counts: int
    ) -> None:
        while part := await reader.read(65536):
            self.bytes += counts * len(part)
            writer.write(part)
            await writer.drain()
        writer.close()
