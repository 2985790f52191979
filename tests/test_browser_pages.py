"""The pages beside the timeline in a real browser: search, compare, changes, event, brief."""

import pytest
from playwright.sync_api import Page

from tests.browsing import CHART, EVENTS, Visit, box, until
from tests.sample import sample_tables
from ui import brush, words

pytestmark = pytest.mark.browser
DRAWN = """() => [...document.querySelectorAll(".st-key-preview img")]
  .every(one => one.naturalWidth > 0)"""

# Pixels between the day of a date and the button after it, where there is least.
ROOM = """() => Math.min(...[...document.querySelectorAll(".stDateInput")].map(one =>
  one.querySelector("button").getBoundingClientRect().left -
  [...one.querySelectorAll('[role="spinbutton"]')].at(-1).getBoundingClientRect().right))"""
# The most lines of a status in the table of events.
LINES = """() => Math.max(...[...document.querySelectorAll(".st-key-events td:nth-child(6) p")]
  .filter(one => /^[^ ，]+$/.test(one.innerText))
  .map(one => Math.round(one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight))))"""


def test_a_search_marks_its_hits_and_the_best_opens(site: str, visit: Visit) -> None:
    page = visit.open(site, CHART)
    page.get_by_role("searchbox", name="Search").fill('"Entity List" OR gallium')
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Best matches").wait_for()
    visit.settle()
    first = page.locator(".st-key-matches a").first
    assert page.locator(".st-key-matches span:text-is('gallium')").count()
    title = first.inner_text()
    first.click()
    page.wait_for_url("**/event?id=**")
    page.get_by_role("heading", name="What the articles say").wait_for()
    assert page.locator("h1").inner_text().split()[:3] == title.split()[:3]
    assert not visit.complaints


def test_no_day_is_cut_off_and_no_short_word_broken(site: str, visit: Visit) -> None:
    page = visit.load(f"{site}/?from=2020-01-01&to=2025-12-31&lang=zh", CHART)
    page.locator(f"{EVENTS} a").first.wait_for()
    page.locator('.stDateInput [role="spinbutton"]').nth(5).wait_for()
    assert page.evaluate(LINES) == 1
    for wide in (1280, 640, 1440):
        page.set_viewport_size({"width": wide, "height": 900})
        assert 0 < page.evaluate(ROOM) < wide
    assert not visit.complaints


def test_the_language_stays_with_the_reader_and_the_choice_with_the_switch(
    site: str, visit: Visit
) -> None:
    page = visit.load(f"{site}/?lang=zh&actor=英伟达", CHART)
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    page.locator(f"{EVENTS} a[lang=en]").first.wait_for()
    assert set(_languages(page, f'{EVENTS} a[href*="/event"]')) == {"en"}
    visit.walk("/event?id=e-guide24&lang=zh")
    until(page, "document.querySelector('h1').lang === 'en'")
    assert set(_languages(page, "[data-testid=stMain] h2")) == {"zh-Hans"}
    assert "en" in _languages(page, "p:has(.stMarkdownColoredBackground)")
    page.locator('[data-testid="stTopNavLink"]').get_by_text("关于").click()
    page.get_by_role("heading", name="如何制作").wait_for()
    page.wait_for_url("**/about?lang=zh")
    page = visit.load(f"{site}/?lang=zh&actor=英伟达", CHART)
    page.locator(".tongue").get_by_text("English").click()
    page.wait_for_url("**/?actor=Nvidia&lang=en")
    page.locator(CHART).first.wait_for()
    assert "actor Nvidia" in page.locator(".st-key-narrowed").inner_text()
    assert not visit.complaints


def _languages(page: Page, selector: str) -> list[str]:
    """In which language a screen reader speaks each of them."""
    told: list[str] = page.locator(selector).evaluate_all(
        "all => all.map(one => one.closest('[lang]').lang)"
    )
    return told


def test_two_sides_are_three_lanes_in_their_order(site: str, visit: Visit) -> None:
    page = visit.load(f"{site}/compare?by=actor&a=United+States&b=Nvidia", CHART)
    lanes = page.locator(f"{CHART} text").all_text_contents()
    places = [lanes.index(name) for name in ("United States only", "Both", "Nvidia only")]
    assert places == sorted(places)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    head = download.value.path().read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("side,event_id,")
    address = page.url
    assert "a=United+States" in address


def test_a_judgement_shows_the_old_value_and_the_new_with_who_and_why(
    site: str, visit: Visit
) -> None:
    judged = sample_tables()["corrections"].iloc[0]
    page = visit.open(f"{site}/event?id={judged['event_id']}")
    table = page.locator('[class*="st-key-judged"]')
    table.wait_for()
    told = table.inner_text()
    assert judged["reason"] in told
    assert judged["by"] in told
    assert "As read" in told
    assert "As judged" in told


def test_a_step_of_the_ladder_opens_its_event_without_a_reload(site: str, visit: Visit) -> None:
    ladders = sample_tables()["ladders"]
    long = ladders[ladders["step"] > 1].iloc[-1]
    page = visit.open(f"{site}/event?id={long['measure']}")
    ladder = page.locator("ol.ladder").first
    ladder.wait_for()
    assert words.count(int(long["days"]), "day") + " later" in ladder.inner_text()
    wait = box(ladder.locator(".wait").first)
    assert 40 < wait["width"] < box(ladder)["width"]
    if ladder.locator("a").count():
        page.evaluate("window.kept = true")
        ladder.locator("a").first.click()
        page.wait_for_url(lambda url: long["measure"] not in url)
        assert page.evaluate("window.kept")


def test_the_lineage_is_drawn_with_a_line_to_each_article(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/event?id=e-guide24")
    leaves = page.locator(".lineage li")
    leaves.first.wait_for()
    assert leaves.count() == 2
    for one in leaves.all():
        line = one.evaluate("one => getComputedStyle(one, '::before').borderBottomWidth")
        assert line == "2px"
        assert one.locator("a").count() == 1


def test_a_brief_is_previewed_at_its_true_size_in_colour_and_in_greys(
    site: str, visit: Visit
) -> None:
    page = visit.open(f"{site}/brief?actor=Nvidia")
    pictures = page.locator(".st-key-preview img")
    pictures.nth(1).wait_for()
    page.wait_for_function(DRAWN)
    assert [round(box(one)["width"]) for one in pictures.all()] == [605, 605]  # 160 mm
    filters = [one.evaluate("one => getComputedStyle(one).filter") for one in pictures.all()]
    assert filters == ["none", "grayscale(1)"]
    assert not visit.complaints
    asked = [url for url in visit.requests if "/figure.png" in url]
    assert all(url.startswith(site) for url in asked)
    assert asked


def test_the_way_to_the_brief_keeps_the_view(site: str, visit: Visit) -> None:
    page = visit.open(f"{site}/?actor=Micron", CHART)
    page.get_by_role("button", name="Picture or brief").click()
    page.get_by_role("link", name="See it first").click()
    page.wait_for_url("**/brief?view=actor**")
    page.get_by_text("Of actor Micron").wait_for()


def test_changes_tell_what_is_new_in_a_saved_file(site: str, visit: Visit) -> None:
    page = visit.load(f"{site}/?actor=Micron", CHART)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    saved = download.value.path().read_bytes()
    page = visit.open(f"{site}/changes")
    page.locator('input[type="file"]').set_input_files(
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": saved}
    )
    page.get_by_text("since mine.csv").wait_for()
    number = len(sample_tables()["events"]) - len(saved.decode().splitlines()) + 1
    assert f"{number} new events" in page.locator('[data-testid="stMain"]').inner_text()


def test_a_window_is_brushed_by_mouse_and_by_keys_and_stands_in_the_address(
    site: str, visit: Visit
) -> None:
    page = visit.load(site, CHART)
    bars = page.locator(".st-key-overview .bars")
    bars.scroll_into_view_if_needed()
    place = box(bars)
    page.mouse.move(place["x"] + place["width"] * 0.25, place["y"] + 20)
    page.mouse.down()
    page.mouse.move(place["x"] + place["width"] * 0.6, place["y"] + 20, steps=6)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=" in url and "to=" in url)
    page.locator(".st-key-narrowed").wait_for()
    visit.settle()
    few = len(visit.rows())
    assert 0 < few < len(sample_tables()["events"])
    before = page.url
    edge = page.get_by_role("slider", name="First shown")
    edge.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert edge.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("Home")
    page.wait_for_url(lambda url: url != before and "from=" not in url)
    visit.settle()
    assert len(visit.rows()) > few
    page.locator(".edge:focus").wait_for()  # whoever goes by key goes on from there
    assert not visit.complaints


def test_no_key_is_lost_while_the_one_before_is_answered(site: str, visit: Visit) -> None:
    page = visit.load(site, CHART)
    page.get_by_role("slider", name="First shown").focus()
    for gap in range(450, 750, 50):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(gap)
    page.wait_for_url(f"**from={brush.bins(sample_tables()['events'])[6]}")
    visit.settle()
