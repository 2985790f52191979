"""A browser, a server and a reader's visit, for tests that open real pages."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHART = ".st-key-chart .js-plotly-plot"
EVENTS = ".st-key-events tbody tr"


def launched() -> Iterator[Browser]:
    """Debian's Chromium, else Playwright's own; without either the test is skipped."""
    with sync_playwright() as api:
        path = shutil.which("chromium") or api.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("no Chromium: apt-get install chromium, or playwright install chromium")
        opened = api.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


def served(record: str) -> Iterator[str]:
    """The address of a server with this record, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.serve", str(port), record]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:  # a pipe that nobody reads would stop the server
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            if not _answers(f"{address}/healthz", server):
                log.seek(0)
                pytest.fail(f"the server did not start: {log.read().decode()[-2000:]}")
            yield address
        finally:
            server.terminate()
            server.wait(10)


def _answers(address: str, server: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + 40
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return True
        except OSError:
            time.sleep(0.2)
    return False


@dataclass
class Visit:
    """A page and what it complained of, asked for, and let run."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._dismiss)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, address: str, wait: str = "h1") -> Page:
        self.page.goto(address)
        self.page.wait_for_selector(wait)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run and nothing is stale."""
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")
        self.page.wait_for_function("!document.querySelector('[data-stale=\"true\"]')")

    def rows(self) -> list[str]:
        """The events of the table, by title."""
        self.page.locator(f"{EVENTS} a").first.wait_for()
        return [
            " ".join(text.split()) for text in self.page.locator(f"{EVENTS} a").all_inner_texts()
        ]

    def walk(self, path: str) -> None:
        """Go to another page of the site as a link inside it does, without a reload."""
        self.page.evaluate("path => history.pushState({}, '', path)", path)
        self.page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
        self.page.wait_for_timeout(250)
        self.settle()
