"""Commands that make files of a seeds folder: build, export, figure."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli import options
from timeline.cli.options import Wanted

if TYPE_CHECKING:
    import pandas as pd

    from timeline.build import Build
    from timeline.figures import Scene
    from timeline.filters import Filters
    from timeline.tables import Tables


@click.command()
@options.seeds
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder for a CSV of each table and build.json.",
)
@click.pass_context
def build(ctx: click.Context, seeds: Path, out: Path) -> None:
    """Build every table of a seeds folder and write them."""
    from timeline import build as maker

    made = maker.from_seeds(seeds)
    maker.write(made, out)
    told = ("documents", "reports", "events", "mentions", "actors")
    click.echo(", ".join(f"{len(made.tables[name])} {name}" for name in told) + f" in {out}")
    if _complain(made):
        ctx.exit(1)


def _complain(made: "Build") -> bool:
    for problem in made.problems:
        click.echo(f"error: {problem.message}", err=True)
    return bool(made.problems)


def selected(seeds: Path, wanted: Mapping[str, Wanted]) -> "Tables":
    """The tables of a seeds folder, cut down to what the options ask for."""
    return choose(seeds, wanted)[1]


def choose(seeds: Path, wanted: Mapping[str, Wanted]) -> "tuple[Filters, Tables]":
    """What the options ask for, aliases as ids ("NVDA" is nvidia), and the tables cut to it."""
    from timeline import build as maker
    from timeline import filters
    from timeline import seeds as world

    made = maker.from_seeds(seeds)
    _complain(made)
    held, known = made.tables, world.load(seeds)
    actors = [(one.text, one.actor) for one in known.aliases if "title" not in one.flags]
    outlets = [(text, one.id) for one in known.outlets for text in one.aliases]
    asked = options.chosen(wanted)
    asked = replace(
        asked,
        actors=_ids(asked.actors, actors, held["actors"][["actor_id", "name"]]),
        outlets=_ids(asked.outlets, outlets, held["outlets"][["outlet_id", "name"]]),
    )
    return asked, filters.select(held, asked)


def _ids(
    given: tuple[str, ...], aliases: list[tuple[str, str]], named: "pd.DataFrame"
) -> tuple[str, ...]:
    """The values, those as ids that are no id or name but an alias of one that is there."""
    ids, names = (set(named[column].str.casefold()) for column in named)
    ways: dict[str, set[str]] = {}
    for text, key in aliases:
        if key in ids:
            ways.setdefault(text.casefold(), set()).add(key)
    return tuple(_id(one, ways.get(one.casefold(), set()), ids | names) for one in given)


def _id(value: str, ways: set[str], known: set[str]) -> str:
    return next(iter(ways)) if len(ways) == 1 and value.casefold() not in known else value


@click.command()
@click.option("--format", "name", default="csv", show_default=True, help="csv, json, bibtex, ...")
@options.seeds
@options.output
@click.option("--bom", is_flag=True, help="Mark CSV as UTF-8, which Excel asks for.")
@options.filters
def export(name: str, seeds: Path, output: Path | None, bom: bool, **wanted: Wanted) -> None:
    """Give the chosen events in a format that other programs read."""
    from timeline import exports

    if name not in exports.EXPORTERS:
        raise click.BadParameter(
            f"{name!r} is no format: expected one of {', '.join(exports.EXPORTERS)}",
            param_hint="--format",
        )
    if bom and not exports.EXPORTERS[name].media_type.startswith("text/csv"):
        raise click.BadParameter(
            "only the formats csv and mentions can have one", param_hint="--bom"
        )
    data = exports.EXPORTERS[name].make(selected(seeds, wanted))
    options.write((exports.BOM if bom else b"") + data, output)


@click.command()
@click.option("--preset", default="a4", show_default=True, help="a4, slide, card ...")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["svg", "png", "pdf"]),
    help="Kind of picture; by the file's ending without it.",
)
@options.seeds
@options.output
@click.option("--title", help="What the picture shows, in a line; else the story's name.")
@click.option("--subtitle", help="A second line; else what the story rests on.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light")
@options.filters
def figure(
    preset: str,
    kind: str | None,
    seeds: Path,
    output: Path | None,
    title: str | None,
    subtitle: str | None,
    theme: str,
    **wanted: Wanted,
) -> None:
    """Draw the chosen events as a picture for print or a slide."""
    from timeline import exports, figures
    from timeline import seeds as world

    kind = kind or _kind(output)
    if preset not in figures.presets.PRESETS:
        known = ", ".join(figures.presets.PRESETS)
        raise click.BadParameter(
            f"{preset!r} is no preset: expected one of {known}", param_hint="--preset"
        )
    tables = selected(seeds, options.as_shown(wanted))
    frame = figures.presets.frame(
        preset,
        title=world.title(seeds) if title is None else title,
        subtitle=_told_by(tables) if subtitle is None else subtitle,
        data_date=exports.data_date(tables),
        theme=figures.Theme(theme),
    )
    scene = figures.place(tables["events"], frame)
    options.write(_drawn(scene, kind, exports.data_date(tables)), output)


def _told_by(tables: "Tables") -> str:
    """What the events rest on: "28 events told by 5 articles that rest on 2 original reports"."""
    events, documents, reports = (
        f"{len(tables[name])} {noun}{'' if len(tables[name]) == 1 else 's'}"
        for name, noun in (
            ("events", "event"), ("documents", "article"), ("reports", "original report"),
        )
    )  # fmt: skip
    return f"{events} told by {documents} that rest on {reports}"


def _kind(output: Path | None) -> str:
    kind = output.suffix.removeprefix(".").lower() if output else "svg"
    if kind not in ("svg", "png", "pdf"):
        raise click.BadParameter(
            f"{str(output)!r} ends in no kind of picture: expected .svg, .png or .pdf",
            param_hint="--output",
        )
    return kind


def _drawn(scene: "Scene", kind: str, day: str) -> bytes:
    from timeline import figures

    if kind == "pdf":
        reason = figures.pdf_available()
        if reason:
            raise click.ClickException(f"no PDF here: {reason}; --format svg needs nothing")
        return figures.pdf(scene, day)
    svg = figures.render(scene)
    return figures.png(svg) if kind == "png" else svg.encode()
