"""English and Chinese: the catalogue is whole, and a reader keeps the language everywhere."""

import re
from collections.abc import Iterator
from contextvars import ContextVar

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from tests.opening import ROOT, opened, said, table
from tests.sample import sample_tables
from timeline import build, figures, language, lexicon, seeds
from timeline.figures import Frame, font
from timeline.figures.wrap import wrap
from timeline.language import Language, gettext, ngettext, speaking, spoken
from ui import choices, data, pages, server, tongue, width, words
from ui.choices import Choice

CATALOGUE = ROOT / "timeline/locale/zh_Hans/LC_MESSAGES/timeline.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "mark": None,
    "mark_plural": (1, 2),
    "_column": (2,),
    "Schema": (1,),
    "Exporter": (1,),
}
PLACE = re.compile(r"\{(\w+)[^}]*\}")
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    data.forget()
    monkeypatch.setattr(width, "_window", lambda _: 1440)
    monkeypatch.setattr(build, "from_seeds", lambda *_: build.Build(sample_tables()))
    yield
    data.forget()


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=server.routes(), middleware=server.middleware()))


def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file, locale="zh_Hans")


def messages() -> list[Message]:
    return [one for one in catalogue() if one.id]


def of_code() -> set[tuple[object, str | None]]:
    """Every message that the code tells, with its context."""
    found: set[tuple[object, str | None]] = set()
    for folder in ("timeline", "ui", "pages"):
        for _, _, told, _, context in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            found.add((told, context))
    return found


def told(one: Message) -> str:
    return one.string if isinstance(one.string, str) else "".join(one.string or ())


def test_the_catalogue_holds_every_message_of_the_code_and_no_other() -> None:
    ours = {(one.id, one.context) for one in messages()}
    assert of_code() - ours == set(), "run make messages, and translate what is new"
    assert ours - of_code() == set(), "run make messages: the code tells these no more"


def test_every_message_has_its_chinese_with_the_same_values_in_it() -> None:
    for one in messages():
        first, *more = [one.id] if isinstance(one.id, str) else list(one.id)
        values = set(PLACE.findall(more[0] if more else first))
        assert told(one), f"{first!r} has no Chinese"
        assert set(PLACE.findall(told(one))) == values, first
        assert not one.fuzzy


def test_every_label_of_the_lexicon_has_its_chinese() -> None:
    look = lexicon.load("look")
    rows = [*look["families"].values(), *look["shapes"].values(), *look["statuses"].values()]
    rows += lexicon.load("event_types")["type"].values()
    for row in rows:
        assert isinstance(row, dict)
        assert HAN.search(str(row.get("label_zh") or row.get("word_zh"))), row


def test_the_shipped_letters_hold_all_that_a_picture_may_say() -> None:
    files = [CATALOGUE, ROOT / "seeds/story.toml"]
    files += [ROOT / f"timeline/lexicon/{name}.toml" for name in ("look", "groups_zh")]
    text = "".join(file.read_text("utf-8") for file in files)
    missing = {letter for letter in text if letter >= "\u2e80" and not font.covers(letter)}
    assert not missing, "run scripts/glyphs.py"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-09-17", "2025年9月17日"),
        ("2024-09-27~", "2024年9月27日前后"),
        ("2024-05~/2024-07~", "2024年5月至7月前后"),
        ("2024-04-29/2024-07-28", "2024年4月29日至7月28日"),
        ("2023-11/2024-02", "2023年11月至2024年2月"),
        ("2024", "2024年"),
        ("2024-33", "2024年一季度"),
        ("2024-40", "2024年上半年"),
        ("202X", "2020年代"),
        ("../2025-08-21", "不晚于2025年8月21日"),
        ("2022-10/..", "2022年10月起"),
        ("2024-03-04?", "2024年3月4日（存疑）"),
        ("", "未写明日期"),
    ],
)
def test_a_date_is_written_as_a_chinese_paper_does(edtf: str, expected: str) -> None:
    with speaking(Language.ZH):
        assert words.when(edtf) == expected


def test_a_message_goes_by_number_and_by_the_language_spoken() -> None:
    assert ngettext("{n:,} event", "{n:,} events", 1204) == "1,204 events"
    with speaking(Language.ZH):
        assert ngettext("{n:,} event", "{n:,} events", 1204) == "1,204起事件"
        with speaking(Language.EN):
            assert gettext("Data to {date}.", date="2024") == "Data to 2024."
    assert spoken() is Language.EN


@pytest.mark.parametrize(
    ("named", "accepted", "expected"),
    [
        ("", "", "en"),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("", "de-DE,de;q=0.9,en;q=0.5,zh;q=0.4", "en"),
        ("", "en;q=0.3, zh-TW;q=0.7", "zh"),
        ("", "zh;q=0", "en"),
        ("zh", "en", "zh"),
        ("en", "zh", "en"),
        ("fr", "zh", "zh"),
    ],
)
def test_the_address_decides_before_the_browser(named: str, accepted: str, expected: str) -> None:
    assert tongue.of(named, accepted) == expected


def test_chinese_breaks_anywhere_but_before_a_comma() -> None:
    lines = wrap("中国商务部对镓、锗实施出口管制，英伟达称H20受限", 14, 130, 4).lines
    assert len(lines) > 1
    assert "".join(lines) == "中国商务部对镓、锗实施出口管制，英伟达称H20受限"
    assert not any(line[0] in "，、。" for line in lines)
    assert all(font.width(line, 14) <= 130 for line in lines)


@pytest.mark.parametrize("script", [entry.script for entry in pages.PAGES])
def test_no_page_in_chinese_says_anything_of_ours_in_english(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chinese = ContextVar("language", default=Language.ZH)  # a page alone: AppTest leaves out app.py
    monkeypatch.setattr(language, "_SPOKEN", chinese)
    app = opened(script, lang="zh", id="e-guide24")
    assert not app.exception
    assert not app.error
    shown = {line.strip(" *:#|·") for text in _texts(app) for line in text.split("\n")}
    ours = {str(one.id) for one in messages() if isinstance(one.id, str) and told(one) != one.id}
    assert shown & {one for one in ours if re.search("[a-z]{3}", one)} == set()
    assert any(HAN.search(line) for line in shown)
    assert all(HAN.search(one.placeholder) for one in (*app.selectbox, *app.multiselect))


def _texts(app: AppTest) -> Iterator[str]:
    """All words of a page: headings, passages, labels of controls, heads of tables."""
    yield said(app)
    for kind in ("header", "info", "warning", "button", "selectbox", "multiselect", "text_input",
                 "date_input", "toggle", "expander"):  # fmt: skip
        for one in app.get(kind):
            yield str(getattr(one, "value", "") or "")
            yield str(getattr(one, "label", "") or "")
            yield str(getattr(one, "placeholder", "") or "")
    for one in app.table:
        yield from map(str, one.value.columns)
    yield from _cells(app)


def test_an_address_in_one_language_chooses_the_same_in_the_other() -> None:
    asked = {"actor": "Nvidia", "type": "Export control", "status": "Enacted"}
    english = opened(asked=asked)
    chinese = opened(
        asked={"actor": "英伟达", "type": "出口管制", "lang": "zh"} | {"status": "已出台"}
    )
    crossed = opened(asked={**asked, "lanes": "Event type", "lang": "zh"})
    assert len(table(english)) == len(chinese.table[0].value) == len(crossed.table[0].value) > 0


def test_every_link_of_a_chinese_page_keeps_the_language() -> None:
    links = re.findall(r"\]\(<(/[^>]{0,400})>\)", "\n".join(_cells(opened(lang="zh"))))
    assert len(links) > 20
    assert [link for link in links if "lang=zh" not in link] == []
    assert not [link for link in _cells(opened()) if "lang=" in link]


def _cells(app: AppTest) -> list[str]:
    return [str(cell) for one in app.table for cell in one.value.to_numpy().ravel()]


def test_an_embed_speaks_the_language_of_its_address_else_the_readers(client: TestClient) -> None:
    english, chinese = client.get("/embed"), client.get("/embed?lang=zh")
    assert '<html lang="en">' in english.text
    assert '<html lang="zh-Hans">' in chinese.text
    assert "打开互动时间线" in chinese.text
    assert "Independent reports" not in chinese.text
    assert "lang=" not in english.text.replace("?lang=zh", "").replace("hreflang=", "").replace(
        '<b lang="en"', ""
    ).replace('<a lang="zh-Hans"', "").replace('<html lang="en"', "")
    links = re.findall(r'href="(/(?:event|api)[^"]{0,300})"', chinese.text)
    assert links
    assert all("lang=zh" in link for link in links)
    assert english.headers["etag"] != chinese.headers["etag"]
    asked = client.get("/embed", headers={"Accept-Language": "zh-CN,zh;q=0.9"})
    assert '<html lang="zh-Hans">' in asked.text
    assert "Accept-Language" in asked.headers["vary"]
    assert client.get("/embed").text == english.text


def test_what_programs_read_stays_in_english(client: TestClient) -> None:
    english = client.get("/api/events.csv?actor=Nvidia").content
    asked = client.get("/api/events.csv?actor=英伟达&lang=zh", headers={"Accept-Language": "zh"})
    assert asked.content == english
    assert client.get("/api/events.csv?lang=xx").json()["error"]["parameter"] == "lang"


def test_a_page_says_its_language_to_the_browser(client: TestClient) -> None:
    assert '<html lang="zh-Hans"' in client.get("/compare?lang=zh").text
    assert '<html lang="en"' in client.get("/compare").text
    assert "政策时间线" in client.get("/", headers={"Accept-Language": "zh"}).text
    assert "<span>相关方</span>" in client.get("/first?lang=zh").text


def test_a_picture_is_told_in_chinese_and_has_the_letters_for_it(client: TestClient) -> None:
    drawn = client.get("/figure.svg?lang=zh").text
    assert 'lang="zh-Hans"' in drawn
    assert ' lang="en">' in drawn  # the titles, in the words of the sources
    assert font.covers(drawn)
    for word in ("中国", "贸易与出口管制", "来源：", "数据截至", "政策时间线"):
        assert word in drawn
    with speaking(Language.ZH):
        shown = figures.place(data.load()["events"], Frame(width=900))
    assert figures.png(figures.render(shown)) == figures.png(figures.render(shown))
    assert "起事件" in shown.alt


def test_chinese_beside_letters_that_are_joined_is_drawn_too() -> None:
    page = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">'
    one, other = (figures.png(f'{page}<text y="15">Wccft{sign}</text></svg>') for sign in "；，")
    assert one != other  # both were the box of a missing letter, for "ft" is one glyph


def test_the_names_of_the_seeds_are_in_simplified_characters() -> None:
    actors, others = seeds.names(ROOT / "seeds", "zh")
    assert actors["nvidia"] == "英伟达"
    assert others["China and Micron"] == "中国与美光"
    assert choices.query(Choice()) == ""
