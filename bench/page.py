"""How fast the Timeline is for a reader: cold visit, warm visit, filter click to repaint, embed.

``python bench/page.py [--runs 5] [--address http://127.0.0.1:8501]`` prints medians in
milliseconds, measured in Chromium; without an address it starts a server of its own on seeds/.
A cold visit has an empty cache.  ``drawn`` is the chart with its labels and links on the screen,
as ui/first.py serves it; ``controls`` when filters can be set; ``plotly`` when the chart that
answers to the pointer has taken the drawing's place.  ``embed`` is /embed to its last line on the
screen, and all the bytes that it took over the wire.
"""

import argparse
import os
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
CONTROL = '[data-testid="stMain"] .stSelectbox'
# Notes when each has been painted, from inside the page: asking from outside slows it down.
WATCH = """(() => {
  const marks = (window.painted = {});
  const wanted = { drawn: `.first-chart text, CHART`, controls: `CONTROL`, plotly: `CHART` };
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in marks || !document.querySelector(selector)) continue;
      marks[name] = null;
      requestAnimationFrame(() => setTimeout(() => (marks[name] = performance.now())));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()""".replace("CHART", CHART).replace("CONTROL", CONTROL)
# The same for /embed, which is there as soon as it has been read.
WATCH_EMBED = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() =>
  setTimeout(() => (window.painted = performance.now()))))"""
WEIGHT = """['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
  .reduce((sum, one) => sum + one.transferSize, 0)"""
STAGES = ("drawn", "controls", "plotly")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def served(record: str = "") -> Iterator[str]:
    """The address of a server as a reader would start it; ``record`` is a folder, else seeds/."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    told = os.environ | ({"POLICY_TIMELINE_SEEDS": record} if record else {})
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=told)
    try:
        for _ in range(1200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def visited(page: Page, address: str) -> dict[str, float]:
    """Milliseconds from the start of the visit to each stage on the screen."""
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => Object.values(window.painted).filter(Boolean).length === 3")
    found: dict[str, float] = page.evaluate("window.painted")
    return found


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
    """The times of each run, by stage."""
    names = [f"{visit}, {stage}" for visit in ("cold", "warm") for stage in STAGES]
    times: dict[str, list[float]] = {name: [] for name in [*names, "filter"]}
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.add_init_script(WATCH)
        for visit in ("cold", "warm"):
            for stage, taken in visited(page, address).items():
                times[f"{visit}, {stage}"].append(taken)
        page.wait_for_timeout(500)
        times["filter"].append(filtered(page))
        context.close()
    return times


def embedded(browser: Browser, address: str, runs: int) -> dict[str, list[float]]:
    """The times of /embed in an empty and in a filled cache, and its weight in bytes."""
    times: dict[str, list[float]] = {"embed, cold": [], "embed, warm": [], "embed, bytes": []}
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 800, "height": 900})
        page = context.new_page()
        page.add_init_script(WATCH_EMBED)
        for visit in ("cold", "warm"):
            page.goto(f"{address}/embed", wait_until="load")
            page.wait_for_function("() => window.painted")
            times[f"embed, {visit}"].append(page.evaluate("window.painted"))
            if visit == "cold":
                times["embed, bytes"].append(page.evaluate(WEIGHT))
        context.close()
    return times


def measured(browser: Browser, address: str, runs: int) -> dict[str, list[float]]:
    """All of it."""
    return measure(browser, address, runs) | embedded(browser, address, runs)


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
            times = measured(browser, given.address, given.runs)
        else:
            with served() as address:
                times = measured(browser, address, given.runs)
        browser.close()
    for name, found in times.items():
        spread = f"{min(found):.0f}-{max(found):.0f}"
        unit = "B " if name.endswith("bytes") else "ms"
        print(f"{name:<16}{statistics.median(found):>7.0f} {unit}   ({spread}, {len(found)} runs)")


if __name__ == "__main__":
    main()
