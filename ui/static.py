"""What the browser needs before the first script run: index.html, own assets, zipped chunks.

Streamlit serves its bundles unzipped, and asks for Plotly's 4.7 MB chunk and each control's only
when the first one arrives; here a page names at once what it will need, and a fourth of it is sent.
"""

import gzip
import hashlib
import html
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from timeline.language import Language, gettext, spoken
from ui import tongue

ASSETS = Path(__file__).resolve().parent.parent / "assets"
_STREAMLIT = Path(streamlit.__file__).resolve().parent / "static"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_YEAR = "public, max-age=31536000, immutable"
_IMPORTS = re.compile(r'(?:from|import)\s?"\./([\w.\-]{1,100}\.js)"', re.ASCII)
_CHARSET = '<meta charset="UTF-8" />'
_MODULE = re.compile(r'<script type="module" crossorigin src="([^"]{1,200})"></script>')
_ZIPPED = re.compile(r"/static/(?:js|css)/[\w.\-]+\.(?:js|css)", re.ASCII)
_LATE = re.compile(r"/static/js/(PlotlyChart\.[\w\-]+\.js)", re.ASCII)
_WHOLE = "whole"
_SCRIPTS = ("start.js", "repaint.js", "facets.js")
_LATER = frozenset({"facets.js"})  # when the page is there, so that it delays nothing
# What is served in Plotly's place: it waits for assets/repaint.js to say that the page stands.
_WAITS = """await window.plotlyMayRun;
const whole = await import("./{name}?{whole}");
export const PlotlyChart = whole.PlotlyChart;
export default whole.default;
"""


@cache
def original_index() -> bytes:
    """Streamlit's own index.html."""
    return (_STREAMLIT / "index.html").read_bytes()


def is_file(path: str) -> bool:
    """Whether Streamlit has this file beside its page: "/favicon.png"."""
    return path.count("/") == 1 and (_STREAMLIT / path[1:]).is_file()


def index(title: str, description: str, elements: tuple[str, ...] = (), first: str = "") -> bytes:
    """Streamlit's index.html with our name, style sheet and first script.

    The chunks of ``elements`` ("PlotlyChart", "Table") are named, to be had early.  A script
    ``first`` of assets/ has the browser to itself: modules are fetched and run when it says.
    Addresses are made absolute: the page may stand at any depth.
    """
    return _index(title, description, elements, first, spoken().tag, scriptless())


@cache
def _index(
    title: str,
    description: str,
    elements: tuple[str, ...],
    first: str,
    language: str,
    scriptless: str,
) -> bytes:
    text = original_index().decode().replace('="./', '="/')
    text = re.sub(r'<html lang="[^"]{0,20}"', f'<html lang="{language}"', text)
    head = [
        f'<meta name="description" content="{html.escape(description)}" />',
        '<meta name="color-scheme" content="light dark" />',
        f'<link rel="stylesheet" href="{asset_url("app.css")}" />',
        *(f'<link rel="modulepreload" crossorigin href="{path}">' for path in _chunks(elements)),
    ]
    text = re.sub(
        r'<link rel="shortcut icon"[^>]{0,200}>',
        f'<link rel="icon" href="{asset_url("icon.svg")}" />',
        text,
    )
    text = re.sub(r"<title>[^<]{0,200}</title>", f"<title>{html.escape(title)}</title>", text)
    text = re.sub(r"<noscript>.{0,4000}?</noscript>", scriptless, text, flags=re.DOTALL)
    text = text.replace("</head>", "  " + "\n    ".join(head) + "\n  </head>")
    if first:
        text = _MODULE.sub(r'<link class="run" as="script" crossorigin href="\1">', text)
        text = text.replace('rel="modulepreload"', 'class="module" as="script"')
    foreign = "" if language == Language.EN.tag else "tongue.js"
    scripts = [_script(name) for name in (*_SCRIPTS, foreign, first) if name]
    return text.replace(_CHARSET, "\n    ".join([_CHARSET, *scripts])).encode()


def scriptless(query: str = "", event: str = "") -> str:
    """What a page shows where no script runs: the ways to the picture and the table.

    The picture is no SVG: as an image that has not our font, and its labels would run together.
    """
    picture, table = (f"{path}{query}" for path in ("/figure.png", "/api/events.csv"))
    if event:
        picture, table = f"/event/{event}.png", f"/event/{event}.json"
    picture, table = (html.escape(tongue.here(one)) for one in (picture, table))
    told = (
        gettext(
            'The pages need JavaScript. Without it there is this event <a href="{picture}">as a '
            'picture</a> and <a href="{table}">as data</a>.',
            picture=picture,
            table=table,
        )
        if event
        else gettext(
            'The pages need JavaScript. Without it there are <a href="{picture}">the timeline as a '
            'picture</a> and <a href="{table}">its events as a table</a>.',
            picture=picture,
            table=table,
        )
    )
    name = gettext("The event") if event else gettext("The timeline")
    image = f'<img src="{picture}" alt="{name}" style="max-width:100%">'
    return f"<noscript><p>{told}</p>{image}</noscript>"


def _script(name: str) -> str:
    when = " defer" if name in _LATER else ""
    return f'<script src="{asset_url(name)}"{when}></script>'


def _chunks(elements: tuple[str, ...]) -> list[str]:
    """The chunks of these elements and all that those import, but for what every page loads."""
    folder = _STREAMLIT / "static/js"
    waiting = [path.name for name in elements for path in sorted(folder.glob(f"{name}.*.js"))]
    found = dict.fromkeys(waiting)
    while waiting:
        text = (folder / waiting.pop()).read_text(encoding="utf-8")
        new = [name for name in dict.fromkeys(_IMPORTS.findall(text)) if name not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    always = original_index().decode()
    return [f"/static/js/{name}" for name in found if f"/{name}" not in always]


@cache
def _asset(name: str) -> bytes:
    return (ASSETS / name).read_bytes()


@cache
def asset_url(name: str) -> str:
    """Where ``name`` of assets/ is served; the digest in it lets browsers keep it for good."""
    return f"/assets/{hashlib.sha256(_asset(name)).hexdigest()[:10]}/{name}"


async def serve_asset(request: Request) -> Response:
    """A file of assets/, by the address that ``asset_url`` gives."""
    name = request.path_params["name"]
    path = ASSETS / name
    if path.suffix not in _TYPES or "/" in name or not path.is_file():
        return PlainTextResponse(f"no such asset: {name!r}", status_code=404)
    return Response(_asset(name), media_type=_TYPES[path.suffix], headers={"Cache-Control": _YEAR})


class ZippedStatic:
    """Serves Streamlit's scripts and style sheets gzipped, each zipped once and kept.

    Plotly's comes when the page stands: reading it keeps a browser from all else for a second.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if (
            scope["type"] != "http"
            or not _ZIPPED.fullmatch(path)
            or "gzip" not in Headers(scope=scope).get("accept-encoding", "")
        ):
            await self._app(scope, receive, send)
            return
        file = _STREAMLIT / path.lstrip("/")
        if not file.is_file():
            await self._app(scope, receive, send)
            return
        late = _LATE.fullmatch(path)
        if late and scope.get("query_string", b"") != _WHOLE.encode():
            body = gzip.compress(_WAITS.format(name=late[1], whole=_WHOLE).encode(), mtime=0)
        else:
            body = _zipped(file)
        headers = {"Cache-Control": _YEAR, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        response = Response(body, media_type=_TYPES[Path(path).suffix], headers=headers)
        await response(scope, receive, send)


@cache
def _zipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


def zip_chunks(page: bytes) -> None:
    """Zips what a page names, so that no reader waits for it."""
    for path in sorted(set(re.findall(r'"/(static/(?:js|css)/[^"]{1,200})"', page.decode()))):
        _zipped(_STREAMLIT / path)
