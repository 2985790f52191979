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
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    FloatRect,
    Locator,
    Page,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHART = ".st-key-chart .js-plotly-plot"
EVENTS = ".st-key-events tbody tr"
FOOTER = ".st-key-footer"  # the last thing that a page's script puts on it
# Steps to a path and waits until the script has run: its state changes, and is at rest in the end.
STEP = """path => new Promise(done => {
  if (location.pathname + location.search === path) return done();
  const isAtRest = () => document.querySelector('[data-test-script-state="notRunning"]');
  const watch = new MutationObserver(() => {
    if (isAtRest()) finish();
  });
  const finish = () => { watch.disconnect(); done(); };
  const state = { attributes: true, attributeFilter: ["data-test-script-state"] };
  watch.observe(document.body, { subtree: true, ...state });
  setTimeout(finish, 6000); // a run so short that its state was never drawn
  history.pushState({}, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
})"""


def launched() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's own; without either the test is skipped."""
    with sync_playwright() as api:
        path = next(filter(None, map(shutil.which, NAMES)), api.chromium.executable_path)
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
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return True
        except OSError:
            time.sleep(0.2)
    return False


def until(page: Page, true: str) -> None:
    """Wait until an expression is true in the page.

    It is given as a function: a bare expression that is not true at once is evaluated again as
    a string, which the site's policy for scripts forbids, so that it fails on slow machines only.
    """
    page.wait_for_function(f"() => {true}")


def box(one: Locator) -> FloatRect:
    """Where it stands in the window, as soon as it is seen."""
    one.wait_for()
    found = one.bounding_box()
    assert found is not None, f"{one} is gone"
    return found


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

    def load(self, address: str, wait: str = FOOTER) -> Page:
        """Open an address anew, as if typed in."""
        self.page.goto(address)
        self.page.wait_for_selector(wait)
        self.settle()
        return self.page

    def open(self, address: str, wait: str = FOOTER) -> Page:
        """Show an address: by a step inside the site where that is open, which is much quicker."""
        site = "/".join(address.split("/")[:3])
        if not self.page.url.startswith(f"{site}/"):
            return self.load(address, wait)
        self.walk(address.removeprefix(site) or "/")
        self.page.wait_for_selector(wait)
        return self.page

    def walk(self, path: str) -> None:
        """Go to another page of the site as a link inside it does, without a reload."""
        self.page.keyboard.press("Escape")  # whatever is open
        self.page.evaluate(STEP, path)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run and nothing is stale."""
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")
        until(self.page, "!document.querySelector('[data-stale=\"true\"]')")

    def rows(self) -> list[str]:
        """The events of the table, by title."""
        self.page.locator(f"{EVENTS} a").first.wait_for()
        return [
            " ".join(text.split()) for text in self.page.locator(f"{EVENTS} a").all_inner_texts()
        ]
