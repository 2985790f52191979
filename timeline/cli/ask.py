"""Commands for people who ask why: explain, check."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli import options
from timeline.cli.read import source_of
from timeline.errors import TimelineError

if TYPE_CHECKING:
    import pandas as pd

    from timeline.claims import Candidate
    from timeline.extract.read import Read
    from timeline.model import ActorMention, Attribution, Document, Mention, World
    from timeline.tables import Tables
    from timeline.timex import Trace

_FEW = 6  # refusals of one word that are read without being asked for


@click.command()
@click.argument("text", required=False)
@click.option("--dct", type=options.Day(), help="Publication date of the text.")
@click.option("--event", help="Id of an event of the seeds, instead of a text.")
@click.option("--all", "every", is_flag=True, help="Say why each refused frame was refused.")
@options.seeds
def explain(
    text: str | None, dct: date | None, event: str | None, every: bool, seeds: Path
) -> None:
    """Say which rule read what in TEXT, and why not; or what an --event rests on."""
    if (text is None) == (event is None):
        raise click.UsageError("give either a text or --event ID")
    if event is not None:
        from timeline import build

        lines = explain_event(build.from_seeds(seeds).tables, event)
    else:
        from timeline import documents
        from timeline import seeds as world

        document = documents.parse(text or "", name="text", known=documents.Known(dct=dct))
        lines = explain_text(document, world.load(seeds), every)
    for line in lines:
        click.echo(line)


def explain_text(document: "Document", world: "World", every: bool) -> Iterator[str]:
    """What each room reads in a text, and by which rule."""
    from timeline import actors, extract, timex

    gazetteer = actors.compile(world)
    reads = extract.read_all(document, gazetteer, world.calendars)
    said = extract.extract(document, gazetteer, world.calendars)
    parts = [read.sentence for read in reads]
    traces = timex.trace(document.text, document.dct, parts, world.calendars)
    yield from _part("time expressions", map(_trace, traces))
    yield from _part("actors", (_actor(one) for read in reads for one in read.actors))
    yield from _part("who says it", (_teller(one) for read in reads for one in read.attributions))
    yield from _part("claims", (line for one in said for line in _mention(one)))
    yield from _part("frames tried", (line for read in reads for line in _tried(read, every)))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield title
    yield from [f"  {line}" for line in lines] or ["  none"]


def _trace(one: "Trace") -> str:
    if not one.value:
        return f"{one.text!r} is not read: {one.rule} {one.note}".rstrip()
    read = f"{one.value} = {one.edtf}" if one.edtf not in ("", one.value) else one.value
    return f"{one.text!r} is {read}, rule {one.rule} {one.note}".rstrip()


def _actor(one: "ActorMention") -> str:
    return f"{one.text!r} is {one.actor.name} ({one.actor.kind.value}), rule {one.rule}"


def _teller(one: "Attribution") -> str:
    hops = " > ".join(f"{hop.name} ({hop.kind.value})" for hop in one.hops)
    return f"{one.cue.text!r}: {hops}, rule {one.cue.rule}"


def _tried(read: "Read", every: bool) -> Iterator[str]:
    """A line a trigger: the types that fit, else why each does not, if these are few."""
    from timeline import claims

    chinese = claims.tried_chinese(read.sentence, read.actors)
    yield from (f"{word!r}: {types or 'no frame'} fits" for word, types in chinese)
    if chinese:
        return
    tokens, _, candidates = claims.look(read.sentence, read.actors)
    tried: dict[int, list[Candidate]] = {}
    for one in candidates:
        tried.setdefault(one.trigger, []).append(one)
    for trigger, own in sorted(tried.items()):
        fits = [one.frame.type for one in own if not one.refused]
        refused = [one for one in own if one.refused]
        word = repr(tokens[trigger].text)
        told = f"{' or '.join(dict.fromkeys(fits))} fits" if fits else "no frame fits"
        short = not every and (fits or len(refused) > _FEW)
        yield f"{word}: {told}, {len(refused)} refused" + (" (--all says why)" if short else "")
        for one in () if short else refused:
            yield f"  no {one.frame.type}: {one.refused}"


def _mention(said: "Mention") -> Iterator[str]:
    from timeline.tables import evidence_of

    at = said.when.interval
    values = {"type": said.type, "status": said.status.value}
    values |= {"source": source_of(said) or "", "objects": ""}
    values["date"] = f"{at.edtf if at else 'none'} ({said.when.basis.value})"
    actors = iter(one.actor.name for one in said.participants)
    yield repr(said.claim.text)
    told = set()
    for name, one in evidence_of(said):
        value = next(actors) if name.startswith("actor:") else values[name] or one.text
        told.add(name)
        yield f"  {name}: {value} from {one.text!r}, rule {one.rule}"
    for name in sorted({"type", "status", "date"} - told):
        yield f"  {name}: {values[name]}, no words of its own"


def explain_event(tables: "Tables", event: str) -> Iterator[str]:
    """An event, what each mention of it rests on, and why these are held to be one.

    Raises TimelineError where there is none of that id.
    """
    rows = tables["events"].set_index("event_id", drop=False)
    if event not in rows.index:
        raise TimelineError(f"no event {event!r}: expected an event_id of the events table")
    names = ("mentions", "joins", "conflicts", "corrections")
    told = {name: _of(tables[name], "event_id", event) for name in names}
    row = rows.loc[event]
    yield f"{row['edtf'] or 'no date'}: {row['title']} ({row['status']})"
    yield f"independent reports: {row['reports']}, documents: {row['documents']}"
    for _, said in told["mentions"].iterrows():
        yield f"{said['mention_id']} in {said['document_id']}: {said['quote']!r}"
        for _, one in _of(tables["evidence"], "mention_id", said["mention_id"]).iterrows():
            words = f"{one['words']!r}, rule {one['rule']}"
            yield f"  {one['field']}: {one['value']} from {words}"
    for _, one in told["joins"].iterrows():
        verb = "is" if one["joined"] else "is not"
        yield f"{one['a']} {verb} {one['b']}: {one['why']} ({one['score']:.2f})"
    for _, one in told["conflicts"].iterrows():
        yield f"{one['field']}: {one['a']} says {one['a_says']}, {one['b']} {one['b_says']}"
    for _, one in told["corrections"].iterrows():
        yield (
            f"{one['by']} judged {' and '.join(filter(None, (one['a'], one['b'])))}: "
            f"{one['field']} {one['value']}, read {one['machine'] or 'nothing'}: {one['reason']}"
        )


def _of(frame: "pd.DataFrame", column: str, value: str) -> "pd.DataFrame":
    return frame[frame[column] == value]


@click.command()
@options.seeds
@click.pass_context
def check(ctx: click.Context, seeds: Path) -> None:
    """Check every row of the seeds, every source note, and every file of the lexicon."""
    from timeline import seeds as world
    from timeline import story

    faults = [one.message for one in world.check(seeds)]
    paths = world.note_paths(seeds)
    found, unread = story.read(paths)
    if not faults:
        known = world.load(seeds)
        unread += [*story.misfiled(found, known), *story.unborn(found, datetime.now(UTC).date())]
        if not unread:
            unread += story.tell(tuple(found.values()), known, is_record=True).problems
    faults += [one.message for one in unread]
    faults += list(_lexicon())
    for fault in faults:
        click.echo(f"error: {' '.join(fault.split())}", err=True)
    if faults:
        ctx.exit(1)
    click.echo(f"{seeds}: every row, {len(paths)} source notes and the lexicon are well")


def _lexicon() -> Iterator[str]:
    from importlib.resources import files

    from timeline import lexicon

    names = sorted(one.name for one in files(lexicon).iterdir() if one.name.endswith(".toml"))
    for name in names:
        try:
            lexicon.load(name.removesuffix(".toml"))
        except TimelineError as error:
            yield str(error)
    yield from _unread()


def _unread() -> Iterator[str]:
    """Faults of the lexicon that show when an example of each type is read with it."""
    from datetime import date

    from timeline import actors, claims, documents, extract
    from timeline.model import World

    try:
        gazetteer = actors.compile(World())
        for one in claims.frames().types.values():
            known = documents.Known(dct=date(2024, 1, 15))
            extract.extract(documents.parse(one.example, name=one.id, known=known), gazetteer)
    except TimelineError as error:
        yield str(error)
    except (KeyError, TypeError, ValueError) as error:
        yield f"lexicon: found {error!r}, expected the tables and keys that the rules read"
