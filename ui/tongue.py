"""In which language a reader is answered: as the address says (``?lang=zh``), else the browser.

Every link of ours keeps the language that the address names, and Chinese wherever it is spoken: a
reader who is sent the link sees the same page.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import Request

from timeline.language import Language, speak, speaking, spoken
from ui import escape, foreign

PARAMETER = "lang"
_NAMED = ("actor", "role", "type", "status", "outlet", "thread", "lanes", "by", "a", "b")
NAMES = {Language.EN: "English", Language.ZH: "中文"}
_WANTED = re.compile(r"\s*([a-z]{2,3})\b[^;,]{0,40}(?:;\s*q=(\d(?:\.\d{0,3})?))?", re.IGNORECASE)
_KEPT: ContextVar[str] = ContextVar("language_kept", default="")  # by links: "zh"


def of(named: str, accepted: str) -> Language:
    """The language that an address names, else the first of ours that a browser accepts.

    ``accepted`` is its Accept-Language: "zh-CN,zh;q=0.9,en;q=0.8".
    """
    if named in tuple(Language):
        return Language(named)
    wishes = [_WANTED.match(wish) for wish in accepted[:500].split(",")]
    found = [(-float(wish[2] or 1), wish[1].lower()) for wish in wishes if wish]
    ours = (name for weight, name in sorted(found, key=lambda one: one[0]) if weight)
    return next((Language(name) for name in ours if name in tuple(Language)), Language.EN)


@contextmanager
def asked(request: Request, *, tables: bool = False) -> Iterator[Language]:
    """Within it, the language of an HTTP request is spoken; ``tables`` are in English always."""
    named = request.query_params.get(PARAMETER, "")
    language = of(named, "" if tables else request.headers.get("accept-language", ""))
    before = _KEPT.set(_kept(language, named))
    try:
        with speaking(Language.EN if tables else language):
            yield spoken()
    finally:
        _KEPT.reset(before)


def _kept(language: Language, named: str) -> str:
    return str(language) if named == language or language is not Language.EN else ""


def begin() -> None:
    """Speak the reader's language to the end of a page's run, and keep it in the address.

    Streamlit's own menu drops what stands there, so the reader's visit remembers it.
    """
    named = st.query_params.get(PARAMETER, "") or st.session_state.get(PARAMETER, "")
    language = of(named, st.context.headers.get("Accept-Language", ""))
    keeps = _kept(language, named)
    speak(language)
    _KEPT.set(keeps)
    if keeps:
        st.session_state[PARAMETER] = keeps
        if st.query_params.get(PARAMETER, "") != keeps:
            st.query_params[PARAMETER] = keeps


def pairs() -> list[tuple[str, str]]:
    """What a link of ours adds to its query."""
    return [(PARAMETER, value)] if (value := kept()) else []


def kept() -> str:
    """The language that links keep; empty where the address needs none."""
    return _KEPT.get()


def here(path: str) -> str:
    """The address of a page of ours, "/data", in the language that is spoken."""
    given = pairs()
    return f"{path}{'&' if '?' in path else '?'}{urlencode(given)}" if given else path


def ways(path: str, query: list[tuple[str, str]]) -> list[tuple[Language, str]]:
    """Each language with the address of this very view in it."""
    rest = [pair for pair in query if pair[0] != PARAMETER]
    return [
        (one, f"{path}?{urlencode([*_in(one, rest), (PARAMETER, str(one))])}") for one in Language
    ]


def _in(language: Language, query: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The query as the pages of that language write it."""
    if language is spoken():
        return query
    return [
        (name, foreign.to(value, language) if name in _NAMED else value) for name, value in query
    ]


def warm() -> None:
    """Read the catalogue before the first reader asks for it."""
    foreign.to("", Language.ZH)


def switch() -> None:
    """The way to the same view in the other language, in the page's head."""
    path = "/" + "/".join((st.context.url or "").split("/")[3:]).split("?")[0]
    query = [(name, one) for name in st.query_params for one in st.query_params.get_all(name)]
    with st.container(key="tongue"):
        st.html(f'<div class="tongue">{html(path, query)}</div>')


def html(path: str, query: list[tuple[str, str]]) -> str:
    """The same as HTML: the language spoken in bold, the others as links."""
    parts = [
        f'<b lang="{one.tag}" aria-current="true">{NAMES[one]}</b>'
        if one is spoken()
        else f'<a lang="{one.tag}" hreflang="{one.tag}" target="_self" '
        f'href="{escape.html(address)}">{NAMES[one]}</a>'
        for one, address in ways(path, query)
    ]
    return " / ".join(parts)
