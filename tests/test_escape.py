"""Text of articles shows as it is and never acts."""

import markdown_it
import pytest

from ui import escape

HOSTILE = [
    "<script>alert(1)</script>",
    "![x](https://example.org/a.png)",
    "[click](javascript:alert(1))",
    "https://example.org/a and www.example.org and me@example.org",
    ":material/home: :red[x] :smile: $x^2$",
    "# heading",
    "1. list",
    "- item\n- item",
    "    code",
    "`code` *a* **b** ~~c~~ _d_",
    "| a | b |",
    "<!-- x --> &lt;b&gt; &amp;",
    "a\\*b",
    "\u202eevil\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    made = markdown_it.MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(
        escape.markdown(text)
    )
    kinds = {token.type for block in made for token in (block, *(block.children or ()))}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@pytest.mark.parametrize("text", HOSTILE)
def test_every_punctuation_mark_has_its_backslash(text: str) -> None:
    safe = escape.markdown(text)
    bare = safe.replace("\\\\", "")
    for at, letter in enumerate(bare):
        if letter in "<>[]()*_`$:#|!&~":
            assert bare[at - 1] == "\\", safe


def test_addresses_do_not_become_links_by_themselves() -> None:
    safe = escape.markdown("see https://a.org, www.a.org, me@a.org")
    for bare in ("https\\:", "www\\.", "me\\@"):
        assert bare not in safe


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org/x",
        "http://",
        "http://[",
        "http://www.<b>x</b>.org",
        "http://www.x .org",
        "https://user:word@example.org/",
        "ftp://example.org",
        "",
        "not an address",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert escape.href(url) == ""
    assert escape.link("words", url) == "words"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://例.jp:8080/a b", "http://%E4%BE%8B.jp:8080/a%20b"),
        ("https://a.org/x?y=[z]#%41", "https://a.org/x?y=%5Bz%5D#%41"),
        ("https://a.org/50%/%zz", "https://a.org/50%25/%25zz"),
    ],
)
def test_an_address_is_written_as_browsers_do(url: str, address: str) -> None:
    assert escape.href(url) == address


def test_an_address_cannot_leave_its_link() -> None:
    made = escape.link("a]b", "https://example.org/x>)[y](javascript:alert(1))<")
    assert made.startswith(r"[a\]b](<https://example.org/x%3E")
    assert made.count(">") == 1


def test_own_addresses_are_links() -> None:
    assert escape.link("Nvidia", "/?actor=Nvidia") == "[Nvidia](</?actor=Nvidia>)"


def test_marks_cover_their_words_only() -> None:
    made = escape.marked("On Friday *it* fell", [(3, 9, "blue"), (5, 12, "orange")])
    assert made == r"On :blue-background[Friday] \*it\* fell"


@pytest.mark.parametrize("spans", [[(0, 0, "blue")], [(50, 60, "blue")], []])
def test_spans_outside_the_text_mark_nothing(spans: list[tuple[int, int, str]]) -> None:
    assert escape.marked("plain", spans) == "plain"
