"""Our HTTP addresses, and their description in OpenAPI, made of the same declarations.

To add an address: an entry in ``ADDRESSES`` of the module that makes its answer.
"""

import json
from collections.abc import Sequence

from timeline.exports.nested import Json, Record
from ui import (
    brief,
    card,
    change_files,
    choices,
    compare_files,
    data,
    downloads,
    embed,
    facets,
    oembed,
    pages,
    pictures,
)
from ui.answers import LANGUAGE, Address, Answer, Asked, Parameter

_MEANINGS = {
    "q": 'a search of titles, sentences, actors and headlines: h20 "export control" (a OR b) -c',
    "actor": "an actor's id or name, with all that belong to it",
    "role": "as what the actor takes part",
    "type": "an event type's id or name",
    "status": "how real the event is, as told",
    "outlet": "the id or name of an outlet that carries it",
    "thread": "the measure that the event belongs to, as its page names it",
    "from": "the first day, such as 2023-01-31",
    "to": "the last day",
    "reports": "the least number of independent reports",
    "lanes": "by what the lanes of a drawing are",
    "steps": "true joins the steps of a measure in a drawing, with the days between",
}
_ONCE = ("q", "from", "to", "reports", "lanes", "steps")
_ERROR: Json = {"$ref": "#/components/responses/Error"}


def describe(asked: Asked) -> Answer:
    """The description of every address, in OpenAPI 3.1."""
    options = choices.options(data.of(asked.record))
    told: Record = {
        "openapi": "3.1.0",
        "info": {
            "title": pages.TITLE,
            "version": data.edition(),
            "description": pages.DESCRIPTION,
            "license": {"name": "Source notes: CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": asked.home}],
        "paths": {one.path: {"get": _operation(one)} for one in ADDRESSES},
        "components": {
            "parameters": {name: _filter(name, options.get(name, [])) for name in _MEANINGS},
            "responses": {"Error": _error()},
        },
    }
    body = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Answer(body.encode("utf-8", "replace"), "application/json")


def _operation(address: Address) -> Record:
    filtering = _MEANINGS if address.is_filtered else ()
    shared: Sequence[Json] = [{"$ref": f"#/components/parameters/{name}"} for name in filtering]
    good: Record = {
        "description": address.summary,
        "content": {kind.split(";")[0]: {} for kind in address.media_types},
    }
    return {
        "summary": address.summary,
        "parameters": [*shared, *map(_parameter, (*address.parameters, LANGUAGE))],
        "responses": {"200": good, "304": {"description": "as you have it"}, "default": _ERROR},
    }


def _parameter(one: Parameter) -> Record:
    schema: Record = {"type": "integer" if one.most else "string"}
    if one.values:
        schema["enum"] = list(one.values)
    if one.most:
        schema |= {"minimum": one.least, "maximum": one.most}
    if one.default:
        schema["default"] = int(one.default) if one.most else one.default
    return {
        "name": one.name,
        "in": "path" if one.in_path else "query",
        "required": one.required,
        "description": one.meaning,
        "schema": schema,
    }


def _filter(name: str, known: Sequence[str]) -> Record:
    """A filter of the pages; what the record knows are examples: ids and other cases work too."""
    text: Record = {"type": "string"}
    if name in ("from", "to"):
        text["format"] = "date"
    if known:
        text["examples"] = list(known[:8])
    is_list = name not in _ONCE
    return {
        "name": name,
        "in": "query",
        "description": _MEANINGS[name] + ("; repeat it for more, any of which will do" * is_list),
        "schema": {"type": "array", "items": text} if is_list else text,
    }


def _error() -> Record:
    message: Record = {"type": "string", "description": "what was found and expected, in a line"}
    parameter: Record = {"type": "string", "description": "the parameter at fault; empty: none"}
    error: Record = {"type": "object", "properties": {"parameter": parameter, "message": message}}
    schema: Record = {"type": "object", "properties": {"error": error}}
    return {
        "description": "why there is no answer",
        "content": {"application/json": {"schema": schema}},
    }


ADDRESSES: tuple[Address, ...] = (
    *downloads.ADDRESSES,
    *pictures.ADDRESSES,
    *brief.ADDRESSES,
    *embed.ADDRESSES,
    *oembed.ADDRESSES,
    *card.ADDRESSES,
    *compare_files.ADDRESSES,
    *change_files.ADDRESSES,
    *facets.ADDRESSES,
    Address(
        "/openapi.json",
        "This description",
        ("application/json",),
        describe,
        is_filtered=False,
    ),
)
