"""Commands that compare: changes."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli import options

if TYPE_CHECKING:
    import pandas as pd

_SIGNS = {"added": "+", "changed": "~", "removed": "-"}


@click.command()
@click.option("--since", type=options.Day(), help="Day since which something is new.")
@click.option(
    "--against",
    type=click.Path(path_type=Path, exists=True),
    help="What was saved earlier: a CSV of events or mentions, a data package, a build's folder.",
)
@click.option(
    "--by",
    "basis",
    type=click.Choice(["published", "retrieved"]),
    default="published",
    show_default=True,
    help="Which day of an article --since means.",
)
@click.option("--format", "kind", type=click.Choice(["text", "csv"]), default="text")
@options.seeds
@options.output
def changes(
    since: date | None,
    against: Path | None,
    basis: str,
    kind: str,
    seeds: Path,
    output: Path | None,
) -> None:
    """Say what is new or different --since a day, or --against what was saved earlier."""
    from timeline import build, exports
    from timeline import changes as changed
    from timeline.reading import Reader

    if (since is None) == (against is None):
        raise click.UsageError("give either --since DAY or --against FILE")
    reader = Reader()
    new = changed.snapshot(build.from_seeds(seeds, reader).tables)
    if against is not None:
        old = changed.saved(against)
    else:
        old = changed.snapshot(changed.before(seeds, since or date.min, basis, reader))
    found = changed.diff(old, new)
    data = exports.to_csv(found) if kind == "csv" else _lines(found).encode()
    options.write(data, output)


def _lines(found: "pd.DataFrame") -> str:
    """A line an event added or removed and a line a field, and a last one that counts."""
    from timeline import changes as changed

    lines = []
    for row in found.itertuples(index=False):
        kind, key, title, edtf, field, old, new = map(str, row)
        told = f": {field} {old or 'none'} -> {new or 'none'}" if field else ""
        lines.append(f"{_SIGNS[kind]} {key} {edtf or 'no date'} {title}{told}")
    counts = changed.counts(found)
    lines.append(", ".join(f"{number} {kind}" for kind, number in counts.items()))
    return "\n".join(lines) + "\n"
