"""vis-timeline and TimelineJS, each on a page of the same events: for bench/page.py."""

import gzip
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pandas as pd

PACKAGES = "vis-timeline@8.5.4 @knight-lab/timelinejs@3.9.11"
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
EMPTY = {"/empty": b'<!doctype html><meta charset="utf-8"><title>empty</title><p>.</p>'}


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


def missing(modules: Path) -> str:
    """The first script that is not installed; empty where all are."""
    return next((file for file in SCRIPTS.values() if not (modules / file).is_file()), "")


def pages(events: pd.DataFrame, modules: Path) -> dict[str, bytes]:
    """A page of each peer with these events, and all that it loads."""
    made = {"/vis": VIS.encode(), "/TimelineJS": TIMELINEJS.encode()}
    made |= {"/vis.json": items(events), "/tl.json": slides(events)}
    return made | {path: (modules / file).read_bytes() for path, file in SCRIPTS.items()}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, zipped: Mapping[str, bytes], *args: Any) -> None:
        self.zipped = zipped
        super().__init__(*args)

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        body = self.zipped.get(path, b"")
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", TYPES.get(Path(path).suffix, "text/html"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600" if "." in path else "no-cache")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(made: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server with these files, zipped before anybody asks and cacheable."""
    zipped = {path: gzip.compress(body, 6) for path, body in made.items()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, zipped))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
