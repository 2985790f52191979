"""Commands that carry whole files in and out: brief, import."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli import make, options
from timeline.cli.options import Wanted

if TYPE_CHECKING:
    from timeline.exports import Site


@click.command()
@click.option("--preset", "presets", multiple=True, help="a4 (the usual), letter, slide, card.")
@options.seeds
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder for the files, or a file that ends in .zip.",
)
@click.option("--title", default="", help="The finding, in a line; else one made by rule.")
@click.option("--subtitle", default="", help="A second line; else what the events rest on.")
@click.option("--note", default="", help="A note to stand below the picture.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light")
@click.option(
    "--address",
    default="http://localhost:8501",
    show_default=True,
    help="Where the site is, for the link back to the view.",
)
@options.filters
def brief(
    presets: tuple[str, ...],
    seeds: Path,
    output: Path,
    title: str,
    subtitle: str,
    note: str,
    theme: str,
    address: str,
    **wanted: Wanted,
) -> None:
    """Make a pack for a brief: pictures, data, numbered sources, citations."""
    from timeline import brief as maker
    from timeline import figures, filters

    chosen, tables = make.choose(seeds, options.as_shown(wanted))
    order = maker.Order(
        presets=_presets(presets),
        title=title,
        subtitle=subtitle,
        note=note,
        choice=filters.told(filters.proper(chosen, tables)),
        actors=chosen.actors,
        theme=figures.Theme(theme),
        start=chosen.start,
        end=chosen.stop,
        site=_site(seeds, address, filters.query(chosen, tables)),
    )
    number = _write(maker.pack(tables, order), output)
    click.echo(f"{number} files on {len(tables['events'])} events in {output}")


def _site(seeds: Path, address: str, query: str) -> "Site":
    """Where the view is to be seen, and what its story is called."""
    from timeline import seeds as world
    from timeline.exports import Site

    return Site(address.rstrip("/"), world.title(seeds) or "Policy Timeline", query)


def _write(files: Mapping[str, bytes], output: Path) -> int:
    """How many files it wrote, into a zip where the output is named like one, else a folder."""
    from timeline.exports.archive import zipped

    if output.suffix.lower() == ".zip":
        output.write_bytes(zipped(dict(files)))
        return len(files)
    output.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (output / name).write_bytes(data)
    return len(files)


def _presets(given: tuple[str, ...]) -> tuple[str, ...]:
    from timeline.brief import PRESETS

    for name in given:
        if name not in PRESETS:
            raise click.BadParameter(
                f"{name!r} is no preset: expected one of {', '.join(PRESETS)}",
                param_hint="--preset",
            )
    return tuple(dict.fromkeys(given)) or PRESETS[:1]


@click.command("import")
@click.option("--outlet", required=True, help="Who publishes them: an id of outlets.csv.")
@options.seeds
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the notes; that of the outlet among the seeds without it.",
)
@click.argument("sheet", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(sheet: Path, outlet: str, seeds: Path, output: Path | None) -> None:
    """Make a source note of each row of SHEET, a TimelineJS spreadsheet saved as CSV."""
    from timeline import seeds as world
    from timeline.errors import SeedError
    from timeline.exports import timelinejs

    known = sorted(one.id for one in world.load(seeds).outlets)
    if outlet not in known:
        near = get_close_matches(outlet, known, 1)
        todo = f"did you mean {near[0]!r}?" if near else "add it to outlets.csv"
        raise SeedError(f"outlet {outlet!r} is not in outlets.csv; {todo}")
    notes = timelinejs.notes(sheet.read_bytes(), outlet, sheet.name)
    folder = output or seeds / "documents" / outlet
    held = {path.read_bytes() for path in folder.glob("*.md")}
    new = [note for note in notes if note.text.encode() not in held]
    there = [note.name for note in new if (folder / note.name).exists()]
    if there:
        raise SeedError(f"{folder / there[0]} is there already; move it, or drop its row")
    folder.mkdir(parents=True, exist_ok=True)
    for note in new:
        (folder / note.name).write_bytes(note.text.encode())
    before = f"; {len(notes) - len(new)} there already" if len(new) < len(notes) else ""
    click.echo(f"{len(new)} note{'' if len(new) == 1 else 's'} in {folder}{before}")
