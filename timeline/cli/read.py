"""Commands that read text: timex, extract."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from timeline.cli import options
from timeline.errors import DocumentError, NoSuchDate
from timeline.interval import Interval

if TYPE_CHECKING:
    from timeline.documents import Known
    from timeline.model import Evidence, Mention, Timex

Row = tuple[str, date | None, str]
Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def warn(message: str) -> None:
    click.echo(f"warning: {message}", err=True)


@click.command()
@click.option("--dct", type=options.Day(), help="Day that relative expressions count from.")
@click.option("--jsonl", is_flag=True, help="FILE holds one JSON document a line: id, dct, text.")
@click.option("--ranges", is_flag=True, help="Read 'from May to July' as one, not as two.")
@click.argument("file", type=click.File("rb"))
@click.pass_context
def timex(ctx: click.Context, file: BinaryIO, dct: date | None, jsonl: bool, ranges: bool) -> None:
    """Print the time expressions of FILE (- for standard input) as JSON Lines.

    Their form is TimeML's TIMEX3, so a range is its two ends.
    """
    from timeline import timex as reader

    try:
        text = file.read().decode("utf-8-sig" if jsonl else "utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{file.name}: found bytes that are not UTF-8 at offset {error.start}; expected text "
            "in UTF-8; convert it: iconv -f ENCODING -t UTF-8 FILE"
        ) from error
    rows, faults = _rows(file.name, text) if jsonl else ([(file.name, dct, text)], [])
    for name, day, body in rows:
        found = reader.find(body, day or dct, ranges=ranges)
        click.echo(dump({"id": name, "timexes": [timex_json(one) for one in found]}))
    for fault in faults:
        click.echo(f"error: {fault}", err=True)
    if faults:
        ctx.exit(1)


def _rows(name: str, text: str) -> tuple[list[Row], list[str]]:
    rows, faults = [], []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            rows += [_row(f"{name}:{number}", line)] if line.strip() else []
        except DocumentError as error:
            faults.append(str(error))
    return rows, faults


def _row(where: str, line: str) -> Row:
    try:
        row = json.loads(line)
        day = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
        return str(row["id"]), day, str(row["text"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DocumentError(
            f"{where}: found no document ({error!r}); expected JSON with id, dct and text; "
            "give one document a line"
        ) from error


def timex_json(one: "Timex") -> dict[str, Json]:
    """A time expression as the benchmark's scorer reads it, and its EDTF and rule."""
    return {
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "type": one.type.value,
        "value": one.value,
        "mod": one.mod,
        "edtf": one.interval.edtf if one.interval else "",
        "rule": one.rule,
    }


@click.command()
@click.option("--dct", type=options.Day(), help="Publication date of every FILE.")
@click.option("--outlet", default="", help="Who published them: an id of outlets.csv, or a name.")
@click.option(
    "--documents",
    "table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON with a 'documents' list: file, dct_for_parser, publisher, url, language each.",
)
@options.seeds
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.pass_context
def extract(
    ctx: click.Context,
    files: tuple[Path, ...],
    dct: date | None,
    outlet: str,
    table: Path | None,
    seeds: Path,
) -> None:
    """Print the mentions in FILES as JSON Lines, one a line; events are merged across all."""
    from timeline import seeds as world
    from timeline import story

    known = known_of(files, table, dct, outlet)
    found, problems = story.read(files, known)
    names = {document.id: _name(path, found) for path, document in found.items()}
    for path, document in found.items():
        if document.dct is None:
            warn(f"{path}: no publication date: give --dct")
    told = story.tell(tuple(found.values()), world.load(seeds))
    event_of = {mention: event.id for event in told.events for mention in event.mentions}
    for mention in told.mentions:
        row = mention_json(mention, event_of.get(mention.id))
        click.echo(dump({"doc": names[mention.document], **row}))
    for problem in (*problems, *told.problems):
        click.echo(f"error: {problem.message}", err=True)
    if problems or told.problems:
        ctx.exit(1)


def _name(path: Path, others: Iterable[Path]) -> str:
    """The file's name; its whole path where another has the same."""
    return path.name if [one.name for one in others].count(path.name) == 1 else str(path)


def known_of(
    files: Sequence[Path], table: Path | None, dct: date | None, outlet: str
) -> dict[Path, "Known"]:
    """What is known of each file: from the table by file name, then from the options."""
    from timeline.documents import Known

    rows = {} if table is None else _table(table)
    known = {}
    for path in files:
        row = rows.get(path.name, {})
        known[path] = Known(
            outlet=outlet or _text(row, "publisher"),
            url=_text(row, "url"),
            dct=dct or _day(row, "dct_for_parser", table),
            title=_text(row, "title"),
            language=_text(row, "language")[:2],
            published=None if dct else _published(row, table),
            author=_text(row, "author"),
        )
    return known


def _table(path: Path) -> dict[str, dict[str, Json]]:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        rows = given["documents"] if isinstance(given, dict) else given
        return {Path(row["file"]).name: row for row in rows}
    except (ValueError, KeyError, TypeError) as error:
        raise DocumentError(
            f"{path}: found {type(error).__name__}: {str(error)[:80]}; expected JSON with a list "
            "'documents', a 'file' in each; see extract --help"
        ) from error


def _text(row: Mapping[str, Json], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _day(row: Mapping[str, Json], key: str, table: Path | None) -> date | None:
    value = _text(row, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise DocumentError(
            f"{table}: found {key} {value!r}; expected a day such as 2024-03-06; correct it"
        ) from error


def _published(row: Mapping[str, Json], table: Path | None) -> Interval | None:
    published = row.get("published")
    edtf = _text(published, "edtf") if isinstance(published, Mapping) else ""
    try:
        return Interval.parse(edtf) if edtf else None
    except NoSuchDate as error:
        raise DocumentError(
            f"{table}: found published {edtf!r}; expected an EDTF date such as 2024-03; correct it"
        ) from error


def mention_json(mention: "Mention", event: str | None) -> dict[str, Json]:
    """A mention as ``score_mentions.py`` reads it, and the evidence for each of its fields."""
    claim, said = mention.claim, mention.attribution
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "type": claim.type,
        "status": claim.status.value,
        "date": mention.when.interval.edtf if mention.when.interval else None,
        "actors": [
            {"name": one.actor.name, "role": one.role.value, "id": one.actor.id}
            for one in claim.participants
        ],
        "source": source_of(mention),
        "event": event,
        "id": mention.id,
        "date_basis": mention.when.basis.value,
        "source_kind": said.source.kind.value if said else None,
        "source_hops": [hop.name for hop in said.hops] if said else [],
        "objects": [one.text for one in claim.objects],
        "numbers": list(claim.numbers),
        "quote": claim.text,
        "evidence": [
            *(_evidence(name, one) for name, one in sorted(mention.evidence.items())),
            *(_evidence(f"actor:{one.role}", one.evidence) for one in claim.participants),
        ],
    }


def source_of(mention: "Mention") -> str | None:
    """Who is said to say it; "self" for the outlet's own earlier report, None for nobody."""
    if mention.attribution is None:
        return None
    nearest = mention.attribution.source
    if nearest.kind.value == "self":
        return "self"
    return None if nearest.kind.value == "hearsay" else nearest.name or None


def _evidence(name: str, one: "Evidence") -> dict[str, Json]:
    span = one.span
    return {
        "field": name, "start": span.start, "end": span.end, "text": one.text, "rule": one.rule,
    }  # fmt: skip


def dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
