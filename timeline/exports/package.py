"""A Frictionless data package: every table as CSV, with the schema that explains it."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence

import pandas as pd

from timeline.exports.nested import Json
from timeline.exports.sheet import to_csv
from timeline.exports.site import NOWHERE, Site
from timeline.tables import SCHEMAS

Tables = Mapping[str, pd.DataFrame]

_TYPES = {"str": "string", "int64": "integer", "float64": "number", "bool": "boolean"}
_DAWN = (1980, 1, 1, 0, 0, 0)  # the zip format's first: no clock in a build


def zip_(tables: Tables, site: Site = NOWHERE) -> bytes:
    """A zip with datapackage.json and ``data/TABLE.csv``, the same bytes each time."""
    files = {f"data/{name}.csv": to_csv(tables[name]) for name in SCHEMAS}
    described = json.dumps(descriptor(), indent=1, ensure_ascii=False) + "\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in {"datapackage.json": described.encode(), **files}.items():
            info = zipfile.ZipInfo(name, _DAWN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def descriptor() -> dict[str, Json]:
    """The package's datapackage.json."""
    return {
        "profile": "tabular-data-package",
        "name": "policy-timeline",
        "title": "Policy timeline",
        "resources": [_resource(name) for name in SCHEMAS],
    }


def _resource(name: str) -> dict[str, Json]:
    schema = SCHEMAS[name]
    fields: Sequence[Json] = [
        {"name": column, "type": _TYPES.get(told.dtype, "date"), "description": told.meaning}
        for column, told in schema.columns.items()
    ]
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "description": f"A row is {schema.row}.",
        "path": f"data/{name}.csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": list(schema.key)},
    }
