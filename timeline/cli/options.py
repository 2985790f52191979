"""Options that several commands share."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from timeline.filters import Filters

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Command = Callable[..., None]


class Day(click.ParamType[date]):
    """A day as ISO 8601 writes it."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day: expected one such as 2024-03-06", param, ctx)


seeds = click.option(
    "--seeds",
    type=click.Path(path_type=Path, file_okay=False),
    default=SEEDS,
    help="Folder of outlets, actors, aliases, judgements and source notes.",
)
output = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; standard output without it.",
)

_FILTERS: tuple[Callable[[Command], Command], ...] = (
    click.option("--actor", "actors", multiple=True, help="Id or name, with all that is its own."),
    click.option("--role", "roles", multiple=True, help="initiator, target, affected, ..."),
    click.option("--type", "types", multiple=True, help="Event type, such as export_control."),
    click.option("--family", "families", multiple=True, help="Group of event types."),
    click.option("--status", "statuses", multiple=True, help="How real it is: enacted, ..."),
    click.option("--outlet", "outlets", multiple=True, help="Id or name of who carries it."),
    click.option("--thread", "threads", multiple=True, help="Story it belongs to."),
    click.option("--start", type=Day(), help="First day."),
    click.option("--end", type=Day(), help="Last day."),
    click.option("--text", default="", help='A search: h20 "export control" (a OR b) -c.'),
    click.option("--min-reports", type=click.IntRange(0), default=0, help="Independent reports."),
)


def filters(command: Command) -> Command:
    """The options that choose events; the command takes them as ``**wanted`` for ``chosen``."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


Wanted = tuple[str, ...] | date | str | int | None


def chosen(wanted: Mapping[str, Wanted]) -> "Filters":
    """The filters that the options ask for."""
    from timeline import search
    from timeline.filters import Filters

    if fault := search.fault(str(wanted.get("text") or "")):
        click.echo(f"warning: {fault}; it was read as plain words", err=True)
    return Filters(**wanted)  # type: ignore[arg-type]  # click has checked each


def as_shown(wanted: Mapping[str, Wanted]) -> dict[str, Wanted]:
    """The options for a picture: media reports of events of the record only where asked for.

    So the pages show a choice, and the link back from a picture gives the same number.
    """
    types = wanted.get("types")
    named = {one.casefold() for one in types} if isinstance(types, tuple) else set()
    return {**wanted, "echoes": bool(named & {"media_report", "media report"})}


def write(data: bytes, output: Path | None) -> None:
    """To the file, or to standard output byte for byte."""
    if output is None:
        click.echo(data, nl=False)
    else:
        output.write_bytes(data)
