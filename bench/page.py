"""How fast the Timeline page is for a reader: cold visit, warm visit, filter click to repaint.

``python bench/page.py [--runs 5] [--address http://127.0.0.1:8501]`` prints medians in
milliseconds, measured in Chromium; without an address it starts a server of its own on seeds/.
A cold visit has an empty cache and ends when the chart's labels are on the screen.
"""

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHART = ".st-key-chart .js-plotly-plot text"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def served() -> Iterator[str]:
    """The address of a server as a reader would start it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def drawn(page: Page, address: str) -> float:
    """Milliseconds from the request to the labels on the screen."""
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(CHART)
    return (time.perf_counter() - start) * 1000


def filtered(page: Page) -> float:
    """Milliseconds from a click that clears or sets a filter to the chart drawn anew."""
    box = page.get_by_role("combobox", name="Actor", exact=True)
    box.click()
    page.get_by_role("option").first.wait_for()
    before = page.locator(".st-key-chart .js-plotly-plot").evaluate("one => one.layout.height")
    start = time.perf_counter()
    page.get_by_role("option").first.click()
    page.wait_for_function(
        "before => document.querySelector('.st-key-chart .js-plotly-plot')"
        "?.layout.height !== before",
        arg=before,
    )
    return (time.perf_counter() - start) * 1000


def measure(browser: Browser, address: str, runs: int) -> dict[str, list[float]]:
    """The three times of each run."""
    times: dict[str, list[float]] = {"cold visit": [], "warm visit": [], "filter": []}
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        times["cold visit"].append(drawn(page, address))
        times["warm visit"].append(drawn(page, address))
        page.wait_for_timeout(500)
        times["filter"].append(filtered(page))
        context.close()
    return times


def main() -> None:
    """Print the medians and the spread."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--address", default="")
    given = asked.parse_args()
    with sync_playwright() as api:
        path = shutil.which("chromium") or api.chromium.executable_path
        browser = api.chromium.launch(executable_path=path, args=ARGUMENTS)
        if given.address:
            times = measure(browser, given.address, given.runs)
        else:
            with served() as address:
                times = measure(browser, address, given.runs)
        browser.close()
    for name, found in times.items():
        spread = f"{min(found):.0f}-{max(found):.0f}"
        print(f"{name:<12}{statistics.median(found):>7.0f} ms   ({spread}, {len(found)} runs)")


if __name__ == "__main__":
    main()
