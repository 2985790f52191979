"""HTTP routes beside the pages: tables, citations and pictures of exactly what a view shows.

All take the view's own query (``ui.choices``); CSVs take ``bom=1`` besides, pictures ``preset`` and
``theme``.  A wrong value is answered 400 with the parameter at fault.  To add a download: a line
in ``FILES``.
"""

import hashlib
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache, wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from timeline import exports, filters
from timeline.errors import TimelineError
from timeline.exports import EXPORTERS
from timeline.tables import Tables
from ui import choices, data, pictures
from ui.choices import Choice

_LOG = logging.getLogger(__name__)
FILES: Mapping[str, str] = {  # address -> exporter
    "events.csv": "csv",
    "mentions.csv": "mentions",
    "events.json": "json",
    "events.jsonl": "jsonl",
    "timelinejs.json": "timelinejs",
    "calendar.ics": "ics",
    "feed.atom": "atom",
    "documents.bib": "bibtex",
    "documents.ris": "ris",
    "documents.csl.json": "csl",
    "datapackage.zip": "datapackage",
}
_LONGEST_QUERY = 4000


class QueryError(TimelineError):
    """A parameter of a request asks for what there is not."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


def answering(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """The handler, with failures as JSON: 400 for the query's, 500 in one line for ours."""

    @wraps(handler)
    def answer(request: Request) -> Response:
        try:
            return handler(request)
        except QueryError as error:
            return _failure(400, error.parameter, str(error))
        except TimelineError as error:
            return _failure(503, "", str(error))
        except Exception:  # the boundary: no traceback leaves the server
            _LOG.exception("%s failed", request.url.path)
            return _failure(500, "", "the answer could not be made; it has been logged")

    return answer


def _failure(status: int, parameter: str, message: str) -> Response:
    return JSONResponse({"error": {"parameter": parameter, "message": message}}, status)


def ask(request: Request, *more: str) -> tuple[Tables, Choice, dict[str, str]]:
    """The tables that the query chooses, the choice, and the parameters ``more`` of the route.

    Raises QueryError with the parameter at fault.
    """
    if len(request.url.query) > _LONGEST_QUERY:
        raise QueryError("", f"the query is longer than {_LONGEST_QUERY} characters")
    given = request.query_params.multi_items()
    allowed = (*choices.PARAMETERS, *more)
    for name, _ in given:
        if name not in allowed:
            raise QueryError(name, _unknown("parameter", name, allowed))
    tables = data.load()
    chosen, faults = choices.read(tables, given)
    if faults:
        raise QueryError(faults[0].parameter, faults[0].message)
    own = {name: value for name, value in given if name in more}
    return filters.select(tables, chosen.filters), chosen, own


def one_of(parameter: str, value: str, allowed: Collection[str]) -> str:
    """The value, where it is allowed.  Raises QueryError with the nearest that is."""
    if value in allowed:
        return value
    raise QueryError(parameter, _unknown(parameter, value, allowed))


def _unknown(what: str, value: str, allowed: Collection[str]) -> str:
    near = get_close_matches(value, sorted(allowed), 1, 0.6)
    hint = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(allowed)}"
    return f"{what} {value[:100]!r} is not known; {hint}"


@answering
def _table(request: Request) -> Response:
    name = one_of("file", request.path_params["file"], FILES)
    shown, _, own = ask(request, "bom")
    exporter = EXPORTERS[FILES[name]]
    body = exporter.make(shown)
    if name.endswith(".csv") and one_of("bom", own.get("bom", "0"), ("0", "1")) == "1":
        body = exports.BOM + body
    return _file(request, body, exporter.media_type, name)


@answering
def _picture(request: Request) -> Response:
    kind = request.path_params["kind"]
    shown, chosen, own = ask(request, "preset", "theme")
    preset = one_of("preset", own.get("preset", pictures.USUAL), pictures.PRESETS)
    theme = one_of("theme", own.get("theme", "light"), ("light", "dark"))
    reason = pictures.missing(one_of("file", kind, pictures.KINDS))
    if reason:
        raise QueryError("file", reason)
    if shown["events"].empty:
        raise QueryError("", "no event fits: nothing to draw")
    ids = tuple(shown["events"]["event_id"])
    body = _drawn(data.key(), ids, chosen, kind, preset, theme)
    return _file(request, body, pictures.KINDS[kind], f"timeline-{preset}.{kind}")


@lru_cache(maxsize=32)
def _drawn(
    record: str, ids: Sequence[str], chosen: Choice, kind: str, preset: str, theme: str
) -> bytes:
    shown = filters.cut(data.of(record), ids)
    return pictures.draw(shown, chosen, kind, preset, theme)


def _file(request: Request, body: bytes, media_type: str, name: str) -> Response:
    """The bytes as an attachment, or 304 where the reader has them already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


@answering
def _health(request: Request) -> Response:
    """Whether the record stands, and how big it is."""
    tables = data.load()
    rows = {name: len(frame) for name, frame in tables.items()}
    return JSONResponse({"status": "ok", "record": data.edition(), "rows": rows})


ROUTES = (
    Route("/download/{file}", _table),
    Route("/figure.{kind}", _picture),
    Route("/healthz", _health),
)
