"""What all our HTTP answers share: declared parameters, the query read, ETags, failures as JSON.

An ``Address`` says what may be asked; what it does not declare is refused, and ``ui.openapi``
describes just that.  A wrong value is answered 400 with the parameter at fault:
``{"error": {"parameter": "actor", "message": "... did you mean 'Nvidia'?"}}``.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from timeline.errors import TimelineError
from timeline.language import Language
from timeline.tables import Tables
from ui import choices, data, kept, settings, tongue
from ui.choices import Choice
from ui.kept import Ready

_LOG = logging.getLogger(__name__)
_HOST = re.compile(r"[\w.\-:\[\]]{1,255}", re.ASCII)


class QueryError(TimelineError):
    """A parameter of a request asks for what there is not."""

    def __init__(self, parameter: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.status = status


@dataclass(frozen=True, slots=True)
class Parameter:
    """One that an address takes beside the pages' filters; ``values`` are all it may be.

    ``least`` and ``most`` are for whole numbers: where ``most`` is 0 it is a text.
    """

    name: str
    meaning: str
    values: tuple[str, ...] = ()
    default: str = ""
    least: int = 0
    most: int = 0
    required: bool = False
    in_path: bool = False

    def read(self, value: str) -> str:
        """The value where it is a good one.  Raises QueryError where not."""
        if self.values:
            return one_of(self.name, value, self.values)
        if self.most and not _is_between(value, self.least, self.most):
            told = f"expected a whole number from {self.least} to {self.most}"
            raise QueryError(self.name, f"{self.name} {value[:100]!r} is none; {told}")
        return value


LANGUAGE = Parameter(
    tongue.PARAMETER,
    "the language of the words for people; without it, the one that the browser asks for",
    tuple(map(str, Language)),
)


def _is_between(value: str, least: int, most: int) -> bool:
    return bool(re.fullmatch(r"\d{1,9}", value, re.ASCII)) and least <= int(value) <= most


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, understood: the choice of events, the address's own parameters, our address."""

    record: str
    chosen: Choice
    own: Mapping[str, str]
    home: str
    path: str

    def shown(self) -> Tables:
        """The tables cut down to the choice."""
        return data.chosen_of(self.record, self.chosen.filters)


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes, what they are, and the file's name where they are to be saved."""

    body: bytes
    media_type: str
    filename: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of ours: what it is, what it takes, and who makes the answer.

    What ``is_told`` is told in the reader's language, and tables never: programs read those.
    ``refused`` makes a page of a failure, for browsers, where people meet it in a frame.
    """

    path: str
    summary: str
    media_types: tuple[str, ...]
    make: Callable[[Asked], Answer]
    parameters: tuple[Parameter, ...] = ()
    is_filtered: bool = True
    is_told: bool = False
    refused: "Callable[[str], Response] | None" = None

    def route(self) -> Route:
        """The address as the server has it."""

        @answering
        async def handle(request: Request) -> Response:
            tables = not self.is_told or request.path_params.get("kind") == "csv"
            with tongue.asked(request, tables=tables):
                where = (request.url.path, request.url.query, home(request))
                try:
                    answer = await given(request, where, lambda: self.make(_asked(request, self)))
                except QueryError as error:
                    if self.refused is None or "text/html" not in request.headers.get("accept", ""):
                        raise
                    answer = self.refused(str(error))
                    answer.status_code = error.status
            if self.is_told:
                answer.headers.add_vary_header("Accept-Language")
            return answer

        return Route(self.path, handle)


Handler = Callable[[Request], Awaitable[Response]]


def answering(handler: Handler) -> Handler:
    """The handler, with failures as JSON: 400 for the query's, 500 in one line for ours."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except QueryError as error:
            return _failure(error.status, error.parameter, str(error))
        except TimelineError as error:
            return _failure(503, "", str(error))
        except Exception:  # the boundary: no traceback leaves the server
            _LOG.exception("%s failed", request.url.path)
            return _failure(500, "", "the answer could not be made; it has been logged")

    return answer


async def given(request: Request, where: Hashable, make: Callable[[], Answer]) -> Response:
    """What was answered to ``where`` before, of this record; else what ``make`` answers."""

    def made() -> Ready:
        answer = make()
        return kept.ready(answer.body, answer.media_type, answer.filename, answer.headers)

    return _sent(request, await kept.get((data.key(), where), made))


def _failure(status: int, parameter: str, message: str) -> Response:
    return JSONResponse({"error": {"parameter": parameter, "message": message}}, status)


def _asked(request: Request, address: Address) -> Asked:
    longest = settings.get().query_characters
    if len(request.url.query) > longest:
        raise QueryError("", f"the query is longer than {longest} characters")
    given = request.query_params.multi_items()
    filtering = choices.PARAMETERS if address.is_filtered else ()
    own = {one.name: one for one in address.parameters if not one.in_path}
    allowed = (*filtering, *own, tongue.PARAMETER)
    for name, value in given:
        if name not in allowed:
            raise QueryError(name, unknown("parameter", name, allowed))
        if name == tongue.PARAMETER:
            LANGUAGE.read(value)
    record = data.key()
    chosen, faults = choices.read(data.of(record), given) if filtering else (Choice(), ())
    if faults:
        raise QueryError(faults[0].parameter, faults[0].message)
    values = _own(address.parameters, given, request.path_params)
    return Asked(record, chosen, values, home(request), request.url.path)


def _own(
    declared: Sequence[Parameter], given: Sequence[tuple[str, str]], path: Mapping[str, str]
) -> dict[str, str]:
    values = {}
    for one in declared:
        told = [path[one.name]] if one.in_path else [v for name, v in given if name == one.name]
        if not told and one.required:
            raise QueryError(one.name, f"{one.name} is missing; expected {one.meaning}")
        values[one.name] = one.read(told[-1]) if told else one.default
    return values


def home(request: Request) -> str:
    """Where the site is, without a slash at the end: as set, else as asked."""
    if settings.get().address:
        return settings.get().address
    if not _HOST.fullmatch(request.url.netloc):
        raise QueryError("", "the request's Host is none")
    return f"{request.url.scheme}://{request.url.netloc}"


def one_of(parameter: str, value: str, allowed: Collection[str]) -> str:
    """The value, where it is allowed.  Raises QueryError with the nearest that is."""
    if value in allowed:
        return value
    raise QueryError(parameter, unknown(parameter, value, allowed))


def unknown(what: str, value: str, allowed: Collection[str]) -> str:
    """The complaint: "actor 'Nvida' is not known; did you mean 'Nvidia'?"."""
    near = get_close_matches(value, sorted(allowed), 1, 0.6)
    hint = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(allowed)}"
    return f"{what} {value[:100]!r} is not known; {hint}"


def caching() -> str:
    """How long an answer may be kept: asked for anew each time, unless it is set."""
    seconds = settings.get().cache_seconds
    return f"public, max-age={seconds}" if seconds else "no-cache"


def _sent(request: Request, answer: Ready) -> Response:
    """The answer, zipped where the reader can unzip; 304 where the reader has it already."""
    zips = bool(answer.zipped) and "gzip" in request.headers.get("accept-encoding", "")
    tag = f'"{answer.digest}-gzip"' if zips else f'"{answer.digest}"'
    headers = {"ETag": tag, "Cache-Control": caching(), "Vary": "Accept-Encoding"}
    headers |= {**_reading(request.headers.get("origin", "")), **answer.headers}
    if answer.filename:
        headers["Content-Disposition"] = f'attachment; filename="{answer.filename}"'
    held = request.headers.get("if-none-match", "")
    if held.strip() == "*" or answer.digest in {_digest(one) for one in held[:2000].split(",")}:
        return Response(status_code=304, headers=headers)
    if zips:
        headers["Content-Encoding"] = "gzip"
    body = answer.zipped if zips else answer.body
    return Response(body, media_type=answer.media_type, headers=headers)


def _reading(origin: str) -> dict[str, str]:
    """Lets scripts of the sites that may embed us read the answer, as TimelineJS there must."""
    sites = settings.get().embed_in.split()
    if "*" in sites:
        return {"Access-Control-Allow-Origin": "*"}
    if origin and origin in sites:
        return {"Access-Control-Allow-Origin": origin, "Vary": "Accept-Encoding, Origin"}
    return {"Vary": "Accept-Encoding, Origin"} if sites else {}


def _digest(tag: str) -> str:
    return tag.strip().removeprefix("W/").strip('"').removesuffix("-gzip")
