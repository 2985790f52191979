"""The chart in a real browser: first sight, choices drawn at once, marks, keys, years, width."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import CHART, Visit, box, until
from tests.figures_sample import some
from tests.sample import sample_tables
from timeline import figures, filters
from timeline.figures import Frame, spans
from timeline.filters import Filters

pytestmark = pytest.mark.browser


def test_the_first_sight_is_the_same_chart_and_gives_way_to_it(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("**/PlotlyChart.*.js", lambda route: route.abort())  # it never gives way
    page.goto(f"{site}/?actor=Micron")
    drawn = page.locator(".st-key-chart > .first-chart")
    drawn.wait_for()
    words = set(drawn.locator("text").all_text_contents())
    place = box(drawn.locator("svg"))
    drawn.locator("a").last.focus()
    page.unroute("**/PlotlyChart.*.js")
    page.goto(f"{site}/?actor=Micron")
    page.wait_for_selector(f"{CHART} text")
    drawn.wait_for(state="detached")
    assert set(page.locator(f"{CHART} text").all_text_contents()) - {""} == words
    now = box(page.locator(CHART))
    assert abs(place["y"] - now["y"]) < 3
    assert abs(place["height"] - now["height"]) < 3
    page.close()


# Notes each drawing that is shown over the chart, and each chart that Plotly makes.
SEEN = """() => {
  window.seen = [];
  window.charts = new Set();
  const note = () => {
    window.charts.add(document.querySelector(".st-key-chart .js-plotly-plot"));
    window.charts.delete(null);
    const over = document.querySelector(".st-key-chart.repainting > .first-chart");
    const now = over ? [...over.querySelectorAll("text")].map((one) => one.textContent) : [];
    if (now.length && now.join() !== window.seen.at(-1)?.join()) window.seen.push(now);
  };
  const all = { childList: true, subtree: true, attributes: true };
  new MutationObserver(note).observe(document.body, all);
  note();
}"""


def test_a_choice_is_drawn_before_its_script_has_run(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    page.evaluate(SEEN)
    page.get_by_role("combobox", name="Actor", exact=True).fill("China")
    page.get_by_role("option", name="China", exact=True).click()
    until(page, "window.seen.length === 1")
    until(page, "!document.querySelector('.repainting, .first-chart')")
    words = set(page.locator(f"{CHART} text").all_text_contents()) - {""}
    assert set(page.evaluate("window.seen[0]")) == words
    assert page.evaluate("window.charts.size") <= 2  # the old one is not drawn again elsewhere
    page.keyboard.press("Escape")  # the list of actors
    page.get_by_role("button", name="Show all").click()
    until(page, "window.seen.length === 2")
    until(page, "!document.querySelector('.repainting, .first-chart')")
    assert page.evaluate("window.seen.length") == 2
    words = set(page.locator(f"{CHART} text").all_text_contents()) - {""}
    assert set(page.evaluate("window.seen[1]")) == words


def test_the_first_sight_is_filtered_where_it_stands(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("**/static/js/index.*.js", lambda route: route.abort())  # Streamlit never comes
    page.goto(site)
    form = page.locator(".first-controls")
    form.locator("[name=actor]").select_option("Micron")
    page.wait_for_url("**/?actor=Micron")
    micron = filters.select(sample_tables(), Filters(actors=("Micron",)))["events"]
    links = page.locator('.first-chart a[href*="view=actor%3DMicron"]')
    links.first.wait_for()
    found = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert {link.split("id=")[1].split("&")[0] for link in found} == set(micron["event_id"])
    form.locator("[name=q]").fill("zzzz")
    form.locator("[name=q]").press("Enter")
    page.get_by_text("No event fits: “zzzz”; actor Micron.").wait_for()
    page.close()


# The script of the keys is fetched with the first of them: a key is answered once it is there.
ANSWERED = """async () => {
  await import(document.querySelector(".keys").dataset.script);
  await new Promise(done => setTimeout(done));
}"""


def press(page: Page, key: str) -> str:
    """What the mark says that a key leads to."""
    page.keyboard.press(key)
    page.evaluate(ANSWERED)
    return page.locator(".keys a:focus").inner_text()


def test_the_arrow_keys_go_from_mark_to_mark_and_enter_opens_its_event(
    site: str, visit: Visit
) -> None:
    page = visit.open(f"{site}/?actor=Nvidia", f"{CHART} text")
    page.locator(".keys").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(".keys").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert press(page, "ArrowDown")
    reached = page.locator(".keys a")
    seen = [press(page, key) for key in ("End", "ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowUp")]
    assert seen[1] == seen[3]
    assert len(set(seen)) > 2
    ring, chart = box(reached), box(page.locator(CHART))
    assert chart["y"] < ring["y"] < chart["y"] + chart["height"]
    page.keyboard.press("Escape")
    until(page, "document.activeElement.className === 'keys'")
    press(page, "Home")
    for _ in range(20):  # past the years
        if "/event" in (page.locator(".keys a:focus").get_attribute("href") or ""):
            break
        press(page, "ArrowRight")
    title = page.locator(".keys a:focus").inner_text().splitlines()[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/event?id=**view=actor**")
    page.get_by_role("heading", name="What the articles say").wait_for()
    assert page.locator("h1").inner_text().startswith(title[:20])
    until(page, "document.activeElement.tagName === 'H1'")
    assert not visit.complaints


# Whether the chart has been the same for two seconds: drawn anew it may order its marks anew.
RESTS = """() => {
  const data = document.querySelector(".st-key-chart .js-plotly-plot")?.data;
  if (!data || window.rest?.data !== data) window.rest = { data, since: performance.now() };
  return performance.now() - window.rest.since > 2000;
}"""
DENSE = """given => {
  const chart = document.querySelector(".st-key-chart .js-plotly-plot");
  chart.data = given.data;
  chart.layout.meta = given.layout.meta;
}"""


def test_the_keys_reach_the_bars_of_a_density_and_enter_opens_their_days(
    site: str, visit: Visit
) -> None:
    page = visit.open(f"{site}/?actor=Nvidia", f"{CHART} text")
    scene = figures.place(some(2000), Frame(width=1360))
    page.wait_for_function(RESTS)
    page.evaluate(DENSE, figures.figure(scene))  # as if the record held thousands
    page.locator(".keys").focus()
    reached = press(page, "End")
    area = max(
        (one for one in spans.areas(scene) if one.box.y0 > scene.bands[-1].box.y0),
        key=lambda one: one.box.x1,
    )
    told = "\n".join(area.told)
    for _ in range(12):  # past the years and what has a mark
        reached = reached if reached.startswith(told) else press(page, "ArrowLeft")
    assert reached.startswith(told)
    top = page.locator(".keys a:focus").evaluate("one => parseFloat(one.style.top)")
    assert abs(top - (area.box.y0 + area.box.y1) / 2) < 1
    page.keyboard.press("Enter")
    first, end = area.opens.split("/")
    page.wait_for_url(f"**actor=Nvidia&from={first}&to={end}")
    visit.settle()


def test_a_year_opens_and_one_step_back_leads_to_all_again(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    year = box(page.locator(f"{CHART} text", has_text=re.compile("^2024$")).first)
    page.mouse.move(year["x"] + year["width"] / 2, year["y"] + year["height"] / 2, steps=3)
    page.locator(f"{CHART} .hovertext", has_text="Show 2024 alone").wait_for()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**from=2024-01-01&to=2024-12-31")
    page.locator(".st-key-narrowed").wait_for()
    page.go_back()
    page.locator(".st-key-narrowed").wait_for(state="detached")
    assert page.url.removesuffix("/") == site


def test_a_turned_window_gets_a_chart_of_its_width(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    before = page.locator(CHART).evaluate("one => one.layout.height")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(
        f"before => document.querySelector('{CHART}')?.layout.height !== before", arg=before
    )
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function(
        f"before => document.querySelector('{CHART}')?.layout.height === before", arg=before
    )
