"""How soon a reader sees the events, here and with vis-timeline and TimelineJS, side by side.

    npm install --prefix /tmp/peers vis-timeline@8.5.4 @knight-lab/timelinejs@3.9.11
    python -m bench.peers --npm /tmp/peers [--events 20 1000 10000 100000] [--runs 3]

All show the same made-up events (``bench.many``) from this machine, in one run, in Chromium, taking
turns.  Figures are medians in milliseconds from the start of the visit to labels on the screen, for
an empty cache (cold) and a filled one (warm).  ``embed`` is our /embed; ``page`` our timeline, the
drawing that is served first; ``plotly`` the chart that takes its place.  ``>`` tells that nothing
was drawn within the time that was waited.
"""

import argparse
import gzip
import json
import os
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser, Error, sync_playwright

from bench import many, page
from timeline import build

PATIENCE = 60_000  # ms
NPM = "npm install --prefix {} vis-timeline@8.5.4 @knight-lab/timelinejs@3.9.11"
SCRIPTS = {
    "/vis.js": "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    "/vis.css": "vis-timeline/styles/vis-timeline-graph2d.min.css",
    "/tl/js/timeline.js": "@knight-lab/timelinejs/dist/js/timeline.js",
    "/tl/css/timeline.css": "@knight-lab/timelinejs/dist/css/timeline.css",
}
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
VIS = """<!doctype html><meta charset="utf-8"><title>vis</title>
<link rel="stylesheet" href="/vis.css"><div id="t"></div><script src="/vis.js"></script><script>
fetch("/vis.json").then((answer) => answer.json()).then(({ items, groups }) =>
  new vis.Timeline(document.getElementById("t"), new vis.DataSet(items), new vis.DataSet(groups),
    { maxHeight: 2000 }));
</script>"""
TIMELINEJS = """<!doctype html><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="/tl/css/timeline.css"><div id="t" style="height: 800px"></div>
<script src="/tl/js/timeline.js"></script><script>
fetch("/tl.json").then((answer) => answer.json()).then((told) =>
  new TL.Timeline("t", told, { font: null, hash_bookmark: false }));
</script>"""
#: What is on the screen when it is drawn.
WANTED = {
    "vis": ".vis-item .vis-item-content",
    "TimelineJS": ".tl-timemarker .tl-headline",
    "embed": "footer a",
    "page": ".first-chart text, .st-key-chart .js-plotly-plot text",
    "plotly": page.CHART,
}
WATCH = """((selector) => {
  const look = () => {
    if (!document.querySelector(selector)) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.painted = performance.now())));
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true });
})"""


def _rows(events: pd.DataFrame) -> Iterator[tuple[str, str, str, str]]:
    days = events["start"].dt.strftime("%Y-%m-%d")
    yield from zip(events["event_id"], events["title"], days, events["lane"], strict=True)


def items(events: pd.DataFrame) -> bytes:
    """The events as vis-timeline takes them, in groups by lane."""
    lanes = sorted(set(events["lane"]))
    told = [
        {"id": key, "content": title, "start": day, "group": lane}
        for key, title, day, lane in _rows(events)
    ]
    groups = [{"id": lane, "content": lane} for lane in lanes]
    return json.dumps({"items": told, "groups": groups}).encode()


def slides(events: pd.DataFrame) -> bytes:
    """The same as TimelineJS takes them."""
    told = [
        {
            "unique_id": key,
            "start_date": dict(zip(("year", "month", "day"), day.split("-"), strict=True)),
            "text": {"headline": title, "text": ""},
            "group": lane,
        }
        for key, title, day, lane in _rows(events)
    ]
    return json.dumps({"events": told}).encode()


@contextmanager
def peers(events: pd.DataFrame, modules: Path) -> Iterator[str]:
    """The address of a server with a page of each peer on these events, zipped and cacheable."""
    made = {"/vis": VIS.encode(), "/TimelineJS": TIMELINEJS.encode()}
    made |= {"/vis.json": items(events), "/tl.json": slides(events)}
    made |= {path: (modules / file).read_bytes() for path, file in SCRIPTS.items()}

    @cache
    def zipped(path: str) -> bytes:
        return gzip.compress(made.get(path, b""), 6)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            body = zipped(path)
            self.send_response(200 if path in made else 404)
            self.send_header("Content-Type", TYPES.get(Path(path).suffix, "text/html"))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=3600" if "." in path else "no-cache")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    for path in made:
        zipped(path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def visited(browser: Browser, address: str, selector: str) -> tuple[float, float]:
    """The time of a visit with an empty cache, and of the next one, in ms."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    tab.add_init_script(f"{WATCH}({json.dumps(selector)})")
    found = []
    try:
        for _ in range(2):
            tab.goto(address, wait_until="commit")
            tab.wait_for_function("() => window.painted")
            found.append(float(tab.evaluate("window.painted")))
            tab.wait_for_load_state("load")
    except Error:
        found += [float("inf")] * (2 - len(found))
    context.close()
    return found[0], found[1]


def measured(browser: Browser, number: int, modules: Path, runs: int) -> None:
    """Print a row a contestant for so many events."""
    with tempfile.TemporaryDirectory() as folder:
        many.write(number, Path(folder))
        record = build.read(Path(folder)).tables
        with page.served(folder) as ours, peers(record["events"], modules) as theirs:
            where = {"embed": f"{ours}/embed", "page": ours, "plotly": ours}
            where |= {"vis": f"{theirs}/vis", "TimelineJS": f"{theirs}/TimelineJS"}
            times: dict[str, list[tuple[float, float]]] = {name: [] for name in WANTED}
            for _ in range(runs):
                for name, selector in WANTED.items():
                    if (float("inf"),) * 2 not in times[name]:
                        times[name].append(visited(browser, where[name], selector))
    for name, found in times.items():
        cold, warm = (_told(statistics.median(side)) for side in zip(*found, strict=True))
        load = os.getloadavg()[0]
        print(f"{number:>7} events  {name:<11}{cold:>9}{warm:>9}   load {load:.1f}", flush=True)


def _told(milliseconds: float) -> str:
    return f"> {PATIENCE}" if milliseconds == float("inf") else f"{milliseconds:.0f}"


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--npm", type=Path, default=Path(tempfile.gettempdir()) / "peers")
    asked.add_argument("--events", type=int, nargs="+", default=[20, 1000, 10_000, 100_000])
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    modules = given.npm / "node_modules"
    missing = [file for file in SCRIPTS.values() if not (modules / file).is_file()]
    if missing:
        need = "" if shutil.which("npm") else "npm is missing (apt-get install npm), then "
        sys.exit(f"{missing[0]} is not in {modules}: {need}{NPM.format(given.npm)}")
    print(f"{'':<26}{'cold':>9}{'warm':>9}   ms, medians of {given.runs}")
    with sync_playwright() as api:
        path = shutil.which("chromium") or api.chromium.executable_path
        browser = api.chromium.launch(executable_path=path, args=page.ARGUMENTS)
        for number in given.events:
            measured(browser, number, modules, given.runs)
        browser.close()


if __name__ == "__main__":
    main()
