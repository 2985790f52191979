"""Text from an article on its way into Markdown: data, never markup.

One function a sink.  ``st.text`` and ``st.dataframe`` need none; everything that Streamlit reads as
Markdown (headings, captions, table cells, labels of buttons) takes ``markdown``; ``st.html`` takes
``html`` and ``html_link``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from urllib.parse import quote, urlsplit

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_JOINER = "\u2060"  # word joiner: no width, no break, and no bare link either
_BARE_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)|(?=@)")
_ARROWS = re.compile(r"(?<!\S)(<-|->|--|>=|<=|~=|<->)(?!\S)")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
_SCHEMES = ("http", "https")
_HOST = re.compile(r"[\w\-.]{1,253}")  # in any script
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")


@lru_cache(maxsize=10_000)
def markdown(text: str) -> str:
    r"""The text as Markdown that shows exactly it: "*Nvidia*" -> "\*Nvidia\*".

    Line breaks become spaces; bidi controls and NULs are dropped; addresses do not become links.
    """
    flat = " ".join(_UNSEEN.sub("", text).split())
    flat = _ARROWS.sub(lambda found: found[0][0] + _JOINER + found[0][1:], flat)
    flat = _BARE_LINKS.sub(lambda found: found[0] + _JOINER, flat)
    return _PUNCTUATION.sub(r"\\\1", flat)


def href(url: str) -> str:
    """The address where it is http or https and names a host that can be one, else nothing."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or parts.username or parts.password:
        return ""
    if not _HOST.fullmatch(host):
        return ""
    return quote(_STRAY.sub("%25", url.strip()), safe="/:?#@!$&'*+,;=~%-._")


def link(label: str, url: str) -> str:
    """A Markdown link with the escaped label; the label alone where the address is not safe."""
    address = url if _is_own(url) else href(url)
    return f"[{markdown(label)}](<{address}>)" if address else markdown(label)


def html(text: str) -> str:
    """The text as HTML that shows exactly it, for ``st.html``."""
    return escape(" ".join(_UNSEEN.sub("", text).split()))


def html_link(label: str, url: str) -> str:
    """An HTML link with the escaped label; the label alone where the address is not safe."""
    address = url if _is_own(url) else href(url)
    return f'<a href="{escape(address)}">{html(label)}</a>' if address else html(label)


def _is_own(url: str) -> bool:
    return bool(re.fullmatch(r"/(?:[\w\-./~?&=%+:,]{0,2000})", url, re.ASCII)) and url[:2] != "//"


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The text as Markdown with coloured backgrounds at ``spans`` (start, end, colour).

    Where two overlap the one that starts first wins, then the longer, then the one given first.
    """
    out, at = [], 0
    for start, end, colour in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at or end <= start or start >= len(text):
            continue
        out.append(_piece(text[at:start]))
        out.append(f":{colour}-background[{markdown(text[start:end])}]")
        at = end
    out.append(_piece(text[at:]))
    return "".join(out).strip()


def _piece(text: str) -> str:
    """An escaped stretch that keeps one space at either end, where there was some."""
    if not text.strip():
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return f"{before}{markdown(text)}{after}"
