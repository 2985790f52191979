"""A Frictionless data package: every table as CSV, with the schema that explains it."""

import hashlib
import json
from collections.abc import Mapping, Sequence

import pandas as pd

from timeline.exports.archive import zipped
from timeline.exports.nested import Json
from timeline.exports.sheet import to_csv
from timeline.exports.site import NOWHERE, Site
from timeline.tables import SCHEMAS

Tables = Mapping[str, pd.DataFrame]

_TYPES = {"str": "string", "int64": "integer", "float64": "number", "bool": "boolean"}
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def zip_(tables: Tables, site: Site = NOWHERE) -> bytes:
    """A zip with datapackage.json, README.md, LICENSE.md and ``data/TABLE.csv``, the same bytes
    each time; ``frictionless validate`` finds it valid.
    """
    files = {f"data/{name}.csv": to_csv(tables[name]) for name in SCHEMAS}
    described = json.dumps(descriptor(tables, files, site), indent=1, ensure_ascii=False) + "\n"
    told = {"README.md": _readme(tables, site), "LICENSE.md": _licence()}
    first = {"datapackage.json": described.encode("utf-8", "replace")}
    return zipped(first | {name: text.encode("utf-8", "replace") for name, text in told.items()}
                  | files)  # fmt: skip


def descriptor(tables: Tables, files: Mapping[str, bytes], site: Site) -> dict[str, Json]:
    """The package's datapackage.json; each file with its size and SHA-256."""
    day = tables["documents"]["published_start"].max()
    told: dict[str, Json] = {
        "profile": "tabular-data-package",
        "name": "policy-timeline",
        "title": site.title,
        "description": "Events of a policy story, each with the sentences and articles behind it.",
        "licenses": [_LICENCE],
        "contributors": [{"title": "Policy Timeline contributors", "role": "author"}],
        "resources": [_resource(name, files[f"data/{name}.csv"]) for name in SCHEMAS],
    }
    if site.address:
        told["homepage"] = site.view()
    if not pd.isna(day):
        told["version"] = str(day.date())
    return told


def _resource(name: str, data: bytes) -> dict[str, Json]:
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
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "primaryKey": list(schema.key),
            "foreignKeys": _foreign(schema.references),
        },
    }


def _foreign(references: Mapping[str, str]) -> list[Json]:
    found: list[Json] = []
    for column, target in references.items():
        table, key = target.split(".")
        told: Json = {"resource": table.replace("_", "-"), "fields": [key]}
        found.append({"fields": [column], "reference": told})
    return found


def _readme(tables: Tables, site: Site) -> str:
    """What is here, for people."""
    day = tables["documents"]["published_start"].max()
    rows = [
        f"| [{name}](data/{name}.csv) | {len(tables[name])} | {schema.row} |"
        for name, schema in SCHEMAS.items()
    ]
    parts = [
        f"# {site.title}",
        f"Articles up to {day.date()}." if not pd.isna(day) else "",
        f"To be seen at <{site.view()}>." if site.address else "",
        "Every table is CSV in UTF-8; `datapackage.json` says what each column means.",
        "| Table | Rows | A row is |\n|---|---|---|\n" + "\n".join(rows),
        "Dates are [EDTF](https://www.loc.gov/standards/datetime/) in `edtf`, and the half-open "
        "days `start` and `end`.  An empty cell is a gap.  A cell that a spreadsheet would run as "
        "a formula opens with an apostrophe.",
        "Check it with `pip install frictionless && frictionless validate datapackage.json`.",
        "Licence: CC BY 4.0, see [LICENSE.md](LICENSE.md).  Cite it as: Policy Timeline "
        f"contributors, *{site.title}*.",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _licence() -> str:
    return (
        "# Licence\n\nThe tables are © 2026 the Policy Timeline contributors, under the "
        f"[{_LICENCE['title']} licence]({_LICENCE['path']}): share and adapt them, with credit to "
        "Policy Timeline.\n\nThe articles that they tell of belong to their publishers; none of "
        "their text is here but what the source notes retell in other words.\n"
    )
