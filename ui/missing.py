"""Where nothing is: ``/nope`` is answered 404, in words for people and as JSON for programs.

Streamlit would answer its page to any address, with 200 and a dialog over it.
"""

import re
from difflib import get_close_matches
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from timeline.figures.counts import sentences
from timeline.language import gettext
from ui import answers, openapi, pages, plain, static, tongue

_STREAMLITS = re.compile(r"/(_stcore|static|media|component|app|auth|oauth2callback)(/|$)")
_FOR_PROGRAMS = re.compile(r"/api(/|$)|.{0,200}\.\w{1,9}$", re.ASCII)


class _Strays(Route):
    """Every address that no route before it has, but for Streamlit's own."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        path = str(scope.get("path", ""))
        if _STREAMLITS.match(path) or path.rstrip("/") in pages.paths() or static.is_file(path):
            return Match.NONE, {}
        return super().matches(scope)


@answers.answering
async def _missing(request: Request) -> Response:
    path = request.url.path
    if _FOR_PROGRAMS.match(path):
        known = [one.path for one in openapi.ADDRESSES]
        raise answers.QueryError("", answers.unknown("address", path, known), 404)
    with tongue.asked(request):
        title = f"{gettext('Nothing is here')} · {gettext(pages.TITLE)}"
        answer = plain.answer(title, _body(path), "'none'", status=404)
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers.add_vary_header("Accept-Language")
    return answer


def _body(path: str) -> str:
    """What is not there, the page that may have been meant, and the ways to all."""
    told = [gettext("{address} is no page of this site.", address=f"<b>{escape(path[:100])}</b>")]
    listed = {entry.path: entry for entry in pages.PAGES if entry.listed}
    if near := get_close_matches(path.casefold(), listed, 1, 0.75):
        meant = _link(listed[near[0]])
        told.append(gettext("Did you mean {page}?", page=meant))
    back = _link(pages.PAGES[0], gettext("← Timeline"))
    links = back + "".join(map(_link, (one for one in pages.PAGES[1:] if one.listed)))
    return (
        f"<main><header><h1>{gettext('Nothing is here')}</h1><p>{sentences(*told)}</p></header>"
        f'<nav aria-label="{gettext("Pages")}">{links}</nav></main>'
        f"<footer><p>{tongue.html(path, [])}</p></footer>"
    )


def _link(entry: pages.Entry, name: str = "") -> str:
    return f'<a href="{escape(tongue.here(entry.path))}">{escape(name or entry.name)}</a>'


ROUTES = (_Strays("/{path:path}", _missing),)
