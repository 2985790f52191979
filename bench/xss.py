"""Whether any script payload in any shown field runs, leads elsewhere or asks anybody else.

    python -m bench.xss [--payloads FILE.json] [--events N] [--csp on off]

A record is made of as many events as there are payloads (../shared/bench/security/, or a JSON list
of texts), and each text of an event, of its mention, document, report and actors is its payload.
Chromium then opens it all: the timeline in windows of fifty events (marks, labels, table), the
same as /embed, /first and /figure.svg, the lists of actors and sources, and each event's page, to
which it walks as a link inside the site does; with the content policy and, so that the escaping
alone is tried, without it.  Told is what ran, what was asked of another host, what the policy had
to stop, links and attributes that are not ours, and pages that did not come.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
from playwright.sync_api import BrowserContext, Dialog, Error, Page, sync_playwright

from bench import many, visits
from timeline import build
from timeline.tables import Tables
from ui import escape

SHARED = Path(__file__).resolve().parents[1].parent / "shared/bench/security/xss_combined_2096.json"
ROWS = 50
STAYS = {
    "edtf", "granularity", "date_basis", "type", "family", "status", "role", "kind", "language",
    "timezone", "country", "published", "published_basis", "field", "source_kind", "tells",
}  # fmt: skip
INIT = """(() => {
  window.ran = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = (...told) => { window.ran.push(`${name}(${told})`); };
  addEventListener("securitypolicyviolation", (one) =>
    one.blockedURI === "wasm-eval" || // a try of Streamlit's own, on every page
    window.ran.push(`stopped by ${one.violatedDirective}: ${one.blockedURI}`));
})()"""
# Links that lead out, attributes that run, and elements that a page of ours never has.
LOOK = """([site, asked]) => {
  const found = [...window.ran];
  for (const one of document.querySelectorAll("a[href], area[href], form[action]")) {
    const href = one.getAttribute("href") ?? one.getAttribute("action");
    const to = URL.canParse(href, location.href) ? new URL(href, location.href) : null;
    if (to?.origin !== site && !asked.includes(href)) found.push(`link ${href}`);
  }
  for (const one of document.querySelectorAll("img, image, audio, video, source, use")) {
    const from = one.currentSrc || one.src?.baseVal || one.src || one.href?.baseVal || "";
    if (from && !/^(data:image|blob:)/.test(from) && new URL(from, location.href).origin !== site)
      found.push(`picture ${from}`);
  }
  for (const one of document.querySelectorAll("iframe, object, embed, applet, meta[http-equiv]"))
    found.push(`element ${one.outerHTML.slice(0, 80)}`);
  for (const one of document.querySelectorAll("body *"))
    for (const { name } of one.attributes) if (/^on/i.test(name)) found.push(`attribute ${name}`);
  return found;
}"""

# The picture is saved, not shown: it must be well formed and hold nothing that runs or leads out.
PICTURE = """async (path) => {
  const text = await (await fetch(path)).text();
  const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
  const bad = drawing.querySelectorAll("parsererror, script, foreignObject, image, use, a");
  const found = [...bad].map((one) => `${path}: ${one.outerHTML.slice(0, 80)}`);
  for (const one of drawing.querySelectorAll("*"))
    for (const { name } of one.attributes)
      if (/^on|href/i.test(name)) found.push(`${path}: ${name}`);
  return found;
}"""

# Steps to a page of the site as a link inside it does; done when its script has run.
STEP = """path => new Promise((done, failed) => {
  const app = document.querySelector("[data-test-script-state]");
  let ran = false;
  const watch = new MutationObserver(() => {
    const state = app.getAttribute("data-test-script-state");
    if (state !== "notRunning") ran = true;
    else if (ran) { watch.disconnect(); done(); }
  });
  watch.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
  setTimeout(() => { watch.disconnect(); failed(new Error("the script did not run")); }, 60000);
  history.pushState({}, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
})"""
PROGRESS = 100  # pages
TRIES = 3  # of a page, on a machine that has other work too


@dataclass
class Seen:
    """What a browser saw that it should not have."""

    site: str
    asked: list[str]  # links that the record asks for: the addresses of its articles
    faults: list[str] = field(default_factory=list)
    opened: int = 0
    said: int = 0  # of the faults, on the console

    def watch(self, tab: Page) -> None:
        """Note dialogs, and requests to anybody else."""
        tab.on("request", lambda one: self._asked(one.url))
        tab.on("dialog", self._dialog)

    def look(self, tab: Page, where: str) -> None:
        """Note what the page holds now."""
        self.opened += 1
        self.faults += [f"{where}: {told}" for told in tab.evaluate(LOOK, [self.site, self.asked])]
        tab.evaluate("() => { window.ran = []; }")
        if self.opened % PROGRESS == 0:
            told = [f"  {self.opened} pages, {len(self.faults)} faults", *self.faults[self.said :]]
            print(*told, sep="\n    ", file=sys.stderr, flush=True)
            self.said = len(self.faults)

    def reached(self, where: str, go: Callable[[], object]) -> bool:
        """Whether ``go`` came to the page, in a few tries; noted where it did not."""
        for left in reversed(range(TRIES)):
            try:
                go()
            except Error as error:
                told = f"{where}: not opened: {str(error).splitlines()[0]}"
                self.faults += [] if left else [told]
            else:
                return True
        return False

    def _asked(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:", "blob:", "about:", "ws://127.0.0.1")):
            self.faults.append(f"request {url[:120]}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog {dialog.message[:80]}")
        dialog.dismiss()


def attacked(payloads: list[str]) -> Tables:
    """A record in which row n of each table says payload n wherever it says anything."""
    made = many.tables(len(payloads), per_document=1)
    return {name: _poisoned(frame, payloads) for name, frame in made.items()}


def _poisoned(frame: pd.DataFrame, payloads: list[str]) -> pd.DataFrame:
    told = [payloads[row % len(payloads)] for row in range(len(frame))]
    texts = [
        name for name, kind in frame.dtypes.items() if str(kind) == "str" and not _stays(str(name))
    ]
    return frame.assign(**{str(name): pd.Series(told, dtype="str") for name in texts})


def _stays(column: str) -> bool:
    return column in STAYS or column.endswith("_id") or column in ("a", "b", "first_document")


def windows(events: pd.DataFrame) -> Iterator[str]:
    """Queries that show all events, some fifty at a time."""
    days = sorted(str(day)[:10] for day in events["start"])
    for place in range(0, len(days), ROWS):
        yield urlencode({"from": days[place], "to": days[min(place + ROWS, len(days)) - 1]})


def drawn(tab: Page, seen: Seen, events: pd.DataFrame) -> None:
    """The timeline and the drawings of it, window by window."""
    for query in windows(events):
        for path in ("/embed", "/first"):
            where = f"{path}?{query}"
            if seen.reached(where, lambda: tab.goto(f"{seen.site}{where}", timeout=60_000)):  # noqa: B023  # called at once
                seen.look(tab, where)
        if _visited(tab, seen, f"/?{query}"):
            seen.faults += tab.evaluate(PICTURE, f"/figure.svg?{query}")


def listed(tab: Page, seen: Seen, events: pd.DataFrame, most: int) -> None:
    """The pages of events, and the lists of the other pages."""
    for path in ("/data", "/data?table=mentions", "/sources", "/actors"):
        _visited(tab, seen, path)
    for event_id in list(events["event_id"])[:most]:
        where = f"/event?id={event_id}"
        if seen.reached(where, lambda: _walked(tab, where)):  # noqa: B023  # called at once
            seen.look(tab, where)


def _walked(tab: Page, where: str) -> None:
    """Step to an event's page inside the site."""
    tab.evaluate(STEP, where)
    tab.wait_for_selector(".st-key-around", timeout=10_000)


def _visited(tab: Page, seen: Seen, where: str) -> bool:
    found = seen.reached(where, lambda: _opened(tab, f"{seen.site}{where}"))
    if found:
        seen.look(tab, where)
    return found


def _opened(tab: Page, address: str) -> None:
    """Open a page and wait for its last element."""
    tab.goto(address, wait_until="commit")
    tab.wait_for_selector(".st-key-footer, [data-testid='stException']", timeout=60_000)
    tab.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")


def tried(context: BrowserContext, site: str, record: Tables, most: int) -> Seen:
    """All of it in one browser."""
    urls = {escape.href(url) for url in record["documents"]["url"]} - {""}
    seen = Seen(site, sorted(urls))
    tab = context.new_page()
    tab.add_init_script(INIT)
    seen.watch(tab)
    context.on("page", lambda _: seen.faults.append("a page was opened"))
    drawn(tab, seen, record["events"])
    listed(tab, seen, record["events"], most)
    return seen


def told(policy: str, payloads: int, seen: Seen) -> int:
    """Print what was seen; how many faults."""
    print(f"policy {policy}: {payloads} payloads, {seen.opened} pages opened, "
          f"{len(seen.faults)} faults", flush=True)  # fmt: skip
    for one in seen.faults[:40]:
        print(f"  {one}", flush=True)
    return len(seen.faults)


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--payloads", type=Path, default=SHARED)
    asked.add_argument("--every", type=int, default=1, help="try each n-th only")
    asked.add_argument("--events", type=int, default=1_000_000, help="pages of events to open")
    asked.add_argument("--csp", nargs="+", choices=("on", "off"), default=["on", "off"])
    return asked.parse_args()


def main() -> None:
    """Print what was found, and fail where anything was."""
    given = asked()
    if not given.payloads.is_file():
        sys.exit(f"{given.payloads} is not here: give --payloads, a JSON list of texts")
    texts = json.loads(given.payloads.read_text(encoding="utf-8"))
    payloads = [one if isinstance(one, str) else one[0] for one in texts][:: given.every]
    record, faults = attacked(payloads), 0
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        build.write(build.Build(record), Path(folder))
        api = stack.enter_context(sync_playwright())
        path = shutil.which("chromium") or api.chromium.executable_path
        browser = api.chromium.launch(executable_path=path, args=visits.ARGUMENTS)
        site = stack.enter_context(visits.served(folder))
        for policy in given.csp:
            context = browser.new_context(bypass_csp=policy == "off")
            faults += told(policy, len(payloads), tried(context, site, record, given.events))
            context.close()
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
