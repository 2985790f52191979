"""How fast the Timeline is for a reader, alone and beside vis-timeline and TimelineJS.

    python -m bench.page [--runs 5] [--address http://127.0.0.1:8501]
    npm install --prefix /tmp/peers vis-timeline@8.5.4 @knight-lab/timelinejs@3.9.11
    python -m bench.page --npm /tmp/peers [--events 20 1000 10000 100000]

Prints medians in milliseconds, measured in Chromium from the start of a visit to what is on the
screen, in an empty cache (cold) and a filled one (warm); without an address on a server of its own.
``drawn`` is the chart with its labels and links, served as a drawing with filters that work;
``controls`` when Streamlit's filters are there; ``plotly`` when the chart that answers to the
pointer has taken the drawing's place; ``embed`` is /embed to its last line, as for a frame of any
width and as for one of 720 pixels; ``empty`` an empty page from this machine, which no page can be
faster than, and ``streamlit`` an app of one filter, which no page of Streamlit's can be.
``filter`` is from the press on an actor's name to his chart on the screen, ``filter,
plotly`` until Plotly and the table have followed, ``filter, bytes`` all that came over the wire for
it.

With ``--npm`` all that also goes for the peers, on the same made-up events (``bench.many``), taking
turns; ``>`` tells that nothing was drawn within a minute: who fails so once is not tried again.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench import many, peers, visits
from timeline import build

CHART = ".st-key-chart .js-plotly-plot"
OVER = ".st-key-chart.repainting > .first-chart"
PLOTLY = f"{CHART} text"
EMBED = {"embed": "footer a"}
STAGES = {
    "drawn": f".first-chart text, {PLOTLY}",
    "controls": '[data-testid="stMain"] .stSelectbox',
    "plotly": PLOTLY,
}
# Notes when a choice is on the screen, as a drawing or by Plotly, and when all has followed.
FILTER = f"""() => {{
  const marks = (window.filtered = {{}});
  const height = () => document.querySelector("{CHART}")?.layout?.height;
  const before = height();
  addEventListener("pointerdown", (press) => (marks.press ??= press.timeStamp), true);
  const note = (name) => {{
    if (name in marks) return;
    marks[name] = null;
    requestAnimationFrame(() => setTimeout(() => (marks[name] = performance.now())));
  }};
  const look = () => {{
    if (!marks.press) return;
    const isNew = (height() ?? before) !== before;
    if (isNew || document.querySelector("{OVER}")) note("drawn");
    if (isNew && !document.querySelector("{OVER}")) note("plotly");
  }};
  const all = {{ childList: true, subtree: true, attributes: true }};
  new MutationObserver(look).observe(document.body, all);
}}"""
FILTERED = "() => window.filtered.drawn && window.filtered.plotly"
BARE = 'import streamlit\n\nstreamlit.selectbox("Actor", ["Nvidia", "AMD"])\n'
BARE_STAGES = {"streamlit": STAGES["controls"]}
Times = dict[str, float]


def filtered(tab: Page, wire: visits.Wire) -> Times:
    """From the press on an actor's name to his events on the screen, and what it weighed."""
    tab.get_by_role("combobox", name="Actor", exact=True).click()
    name = tab.get_by_role("option").first
    name.wait_for()
    tab.wait_for_timeout(500)
    tab.evaluate(FILTER)
    before = wire.bytes
    name.click()
    tab.wait_for_function(FILTERED)
    tab.wait_for_timeout(1000)
    marks: Times = tab.evaluate("window.filtered")
    press = marks["press"]
    times = {"filter": marks["drawn"] - press, "filter, plotly": marks["plotly"] - press}
    return times | {"filter, bytes": float(wire.bytes - before)}


def filter_of(browser: Browser, address: str) -> Times:
    """The same in a tab of its own, whose bytes are counted."""
    wire = visits.Wire(address).start()
    with visits.opened(browser, STAGES) as tab:
        visits.painted(tab, wire.address, len(STAGES))
        return filtered(tab, wire)


def embedded(browser: Browser, address: str) -> Times:
    """/embed, with and without a filled cache, and its weight: for any width, and for one alone."""
    times = {}
    for name, path in {"embed": "/embed", "embed 720": "/embed?width=720"}.items():
        with visits.opened(browser, EMBED, width=800) as tab:
            times[f"{name}, cold"] = visits.painted(tab, address + path, 1)["embed"]
            times[f"{name}, bytes"] = tab.evaluate(visits.WEIGHT)
            times[f"{name}, warm"] = visits.painted(tab, address + path, 1)["embed"]
    return times


def measured(browser: Browser, address: str, empty: str, bare: str) -> Times:
    """All of one run."""
    return {
        **visits.both(browser, f"{empty}/empty", {"empty": "p"}),
        **visits.both(browser, bare, BARE_STAGES),
        **visits.both(browser, address, STAGES),
        **filter_of(browser, address),
        **embedded(browser, address),
    }


def beside(browser: Browser, ours: str, theirs: str, hopeless: set[str]) -> Times:
    """All contestants' times of one run; who has drawn nothing before is not tried again."""
    contests = {
        "embed": (f"{ours}/embed", EMBED["embed"]),
        "page": (ours, STAGES["drawn"]),
        "plotly": (ours, STAGES["plotly"]),
        "vis": (f"{theirs}/vis", ".vis-item .vis-item-content"),
        "TimelineJS": (f"{theirs}/TimelineJS", ".tl-timemarker .tl-headline"),
    }
    times: Times = {}
    for name, (address, selector) in contests.items():
        if name in hopeless:
            times |= {f"{name}, {visit}": visits.NEVER for visit in ("cold", "warm")}
            continue
        found = visits.both(browser, address, {name: selector})
        if visits.NEVER in found.values():
            hopeless.add(name)
        times |= found
    return times


def repeated(run: Callable[[], Times], runs: int) -> dict[str, list[float]]:
    """What each of so many runs found, by name."""
    found = [run() for _ in range(runs)]
    return {name: [one[name] for one in found] for name in found[0]}


def lines(times: Mapping[str, list[float]], lead: str = "") -> Iterator[str]:
    """A line a figure: its median, least and most."""
    for name, found in times.items():
        unit = "B " if name.endswith("bytes") else "ms"
        middle, *ends = map(_told, (statistics.median(found), min(found), max(found)))
        spread = f"{'-'.join(ends)}, {len(found)} runs, load {os.getloadavg()[0]:.1f}"
        yield f"{lead}{name:<18}{middle:>8} {unit}  ({spread})"


def _told(milliseconds: float) -> str:
    return f"> {visits.PATIENCE}" if milliseconds == visits.NEVER else f"{milliseconds:.0f}"


@contextmanager
def contest(number: int, modules: Path) -> Iterator[tuple[str, str]]:
    """Our address and the peers', of so many made-up events."""
    with tempfile.TemporaryDirectory() as folder:
        many.write(number, Path(folder))
        events = build.read(Path(folder)).tables["events"]
        with visits.served(folder) as ours, peers.served(peers.pages(events, modules)) as theirs:
            yield ours, theirs


@contextmanager
def ourselves(address: str) -> Iterator[str]:
    """The address given, else that of a server of our own."""
    if address:
        yield address
    else:
        with visits.served() as own:
            yield own


@contextmanager
def bare() -> Iterator[str]:
    """The address of an app of Streamlit's with one filter and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder, "bare.py")
        app.write_text(BARE, encoding="utf-8")
        with visits.served(app=str(app)) as address:
            yield address


def main() -> None:
    """Print a line a figure."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--address", default="")
    asked.add_argument("--npm", type=Path)
    asked.add_argument("--events", type=int, nargs="+", default=[20, 1000, 10_000, 100_000])
    given = asked.parse_args()
    if given.npm and (missing := peers.missing(given.npm / "node_modules")):
        sys.exit(f"{missing} is missing: npm install --prefix {given.npm} {peers.PACKAGES}")
    with visits.chromium() as browser:
        with (
            ourselves(given.address) as address,
            peers.served(peers.EMPTY) as empty,
            bare() as one_filter,
        ):
            found = repeated(partial(measured, browser, address, empty, one_filter), given.runs)
        print(*lines(found), sep="\n", flush=True)
        for number in given.events if given.npm else ():
            with contest(number, given.npm / "node_modules") as (ours, theirs):
                rest = repeated(partial(beside, browser, ours, theirs, set()), given.runs)
            print(*lines(rest, f"{number:>7} events  "), sep="\n", flush=True)


if __name__ == "__main__":
    main()
