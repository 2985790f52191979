"""The HTTP side: routes beside the pages, middleware, and what is done once at the start."""

import asyncio
import datetime
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.runtime.pages_manager import PagesManager

from timeline.errors import TimelineError
from timeline.language import gettext
from ui import (
    ahead,
    answers,
    chart,
    choices,
    data,
    embed,
    first,
    headers,
    heads,
    missing,
    openapi,
    pages,
    settings,
    static,
    tongue,
)
from ui.answers import Answer

if TYPE_CHECKING:
    from streamlit.web.server.starlette import App

#: What a page shows first, by the names of Streamlit's chunks: asked for before the script runs.
ELEMENTS = {
    "/": (
        "TextInput", "Multiselect", "DateInput", "Selectbox", "PlotlyChart", "LinkButton",
        "BidiComponent", "Table",
    ),
    "/brief": ("Selectbox", "TextInput", "LinkButton"),
    "/sources": ("PlotlyChart", "Table"),
    "/compare": ("Selectbox", "DateInput", "PlotlyChart", "LinkButton", "BidiComponent", "Table"),
}  # fmt: skip
_LOG = logging.getLogger(__name__)
_OF_NOW = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}


def routes() -> list[BaseRoute]:
    """Our own addresses; all others are Streamlit's.  Raises SettingError where one is wrong."""
    settings.get()
    own = [Route(path, _index) for path in pages.paths()]
    assets = Route("/assets/{digest}/{name}", static.serve_asset)
    addresses = [one.route() for one in openapi.ADDRESSES]
    return [*own, assets, *first.ROUTES, *addresses, *missing.ROUTES]


def middleware() -> list[Middleware]:
    """Headers on every answer, then zipped scripts."""
    content_policy = headers.policy(static.original_index())
    return [
        Middleware(headers.SecurityHeaders, content_policy=content_policy),
        Middleware(static.ZippedStatic),
    ]


async def _index(request: Request) -> Response:
    query, longest = request.url.query, settings.get().query_characters
    with tongue.asked(request):
        asked = query if len(query) <= longest else ""
        if asked and request.url.path == "/" and (written := _written(request)):
            return RedirectResponse(f"/?{written}", 302, _OF_NOW)
        where = ("page", request.url.path, asked, _home(request), tongue.kept())
        answer = await answers.given(request, where, lambda: _whole(request))
    if answer.status_code == 200 and heads.is_of_nothing(request.url.path, request.query_params):
        answer.status_code = 404  # the same page: it says so, and shows what there is
    answer.headers["Cache-Control"] = _OF_NOW["Cache-Control"]
    answer.headers.add_vary_header(_OF_NOW["Vary"])
    return answer


def _written(request: Request) -> str:
    """The query as the controls write it, where it is another: they drop what they do not know."""
    given = request.query_params.multi_items()
    try:
        written = choices.written(data.load(), given)
    except TimelineError:
        return ""  # the page says what is wrong with the record
    return urlencode(written) if written != given else ""


def _whole(request: Request) -> Answer:
    query, home = request.query_params.multi_items(), _home(request)
    head = heads.tags(request.url, query, home) if home else b""
    body = _page(request.url.path).replace(b"</head>", head + b"\n  </head>", 1)
    plain = heads.scriptless(request.url, query) if head else static.scriptless()
    body = body.replace(static.scriptless().encode(), plain.encode(), 1)
    return Answer(body, "text/html")


def _home(request: Request) -> str:
    """Where the site is; empty where the request does not say."""
    try:
        return answers.home(request)
    except answers.QueryError:
        return ""


def _page(path: str) -> bytes:
    first_script = "first.js" if path == "/" else ""
    elements = ELEMENTS.get(path, ("Table",))
    return static.index(gettext(pages.TITLE), gettext(pages.DESCRIPTION), elements, first_script)


@asynccontextmanager
async def lifespan(app: "App") -> AsyncIterator[None]:
    """Reads the record and zips the big chunks before the first reader comes.

    A full garbage collection after each script run is what fails at fifty readers: what lives at
    the start is frozen, and threads change hands quickly so that no reader waits for another.
    """
    PagesManager.uses_pages_directory = False  # else a first visit to /event runs that file alone
    await asyncio.to_thread(_warm)
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(0.0005)
    drawing = asyncio.create_task(ahead.draw())
    yield
    drawing.cancel()


def _warm() -> None:
    for path in pages.paths():
        static.zip_chunks(_page(path))
    try:
        today = datetime.datetime.now(datetime.UTC).date()
        chart.warm(today)
        first.warm(today)
        embed.warm()
        tongue.warm()
    except Exception:  # the pages say what is wrong with it, one line for readers
        _LOG.exception("the record could not be built")
