"""COMPOSER: documents -> mentions, reports and events, as values and without pandas.

``build`` makes tables of a Story; the command line's ``extract`` prints one straight away.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from timeline import claims, documents, headlines, lineage, merge, threads
from timeline.errors import DocumentError, TimelineError
from timeline.model import (
    Document,
    Event,
    Judgement,
    Mention,
    Outlet,
    Participant,
    Problem,
    Report,
    Sentence,
    Status,
    World,
)
from timeline.reading import Reader, Said

#: What follows the file's name in the message of a DocumentError.
_PARTS = re.compile(
    r"(?P<line>:\d{1,9})?: (?P<found>.+?); expected (?P<expected>.+?); (?P<todo>.+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Story:
    """All that some documents say, and what went wrong on the way.

    ``documents`` are sorted by id; those that fail are not among them but in ``problems``.
    """

    documents: tuple[Document, ...] = ()
    sentences: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    reports: tuple[Report, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(
    paths: Sequence[Path],
    known: Mapping[Path, documents.Known] | None = None,
    reader: Reader | None = None,
) -> tuple[dict[Path, Document], list[Problem]]:
    """The document of each path that can be read, and a problem for each that cannot."""
    reader = reader or Reader()
    found: dict[Path, Document] = {}
    problems: list[Problem] = []
    taken: dict[str, Path] = {}
    for path in dict.fromkeys(paths):
        try:
            document = reader.document(path, (known or {}).get(path))
            if document.id in taken:  # "2024/note.txt" beside "2025/note.txt"
                document = replace(document, id=f"{path.parent.name}/{document.id}")
            if document.id in taken:
                raise DocumentError(
                    f"{path}: found the name of {taken[document.id]} again; expected a name, or "
                    "a folder's name, of its own; rename one of the two"
                )
        except TimelineError as error:
            problems.append(_problem(str(path), error))
            continue
        taken[document.id] = path
        found[path] = document
    return found, problems


def tell(
    given: Sequence[Document],
    world: World,
    *,
    is_record: bool = False,
    reader: Reader | None = None,
) -> Story:
    """The story that the documents tell in this world.

    Judgements speak of the record's mentions: that one is no longer there is a problem of the
    whole record, not of articles read beside it.
    """
    said, problems = _said(given, world, reader or Reader())
    kept = [one.document for one in said]
    split = {one.document.id: one.sentences for one in said}
    mentions = tuple(mention for one in said for mention in one.mentions)
    reports = lineage.find(kept, split, {one.document.id: one.mentions for one in said})
    texts = {document.id: document.text for document in kept}
    events = merge.merge(
        mentions, reports, world.judgements, title=_titles(texts), actors=world.actors
    )
    events = threads.assign(events, {one.id: one for one in mentions}, world.threads, world.actors)
    if is_record:
        problems += _lost(world.judgements, mentions, events)
    return Story(tuple(kept), split, mentions, reports, events, tuple(problems))


def _said(
    given: Sequence[Document], world: World, reader: Reader
) -> tuple[list[Said], list[Problem]]:
    """What each document says, by their ids, and a problem for each that cannot be read."""
    found: list[Said] = []
    problems: list[Problem] = []
    ids, homes = _by_name(world.outlets), _by_home(world.outlets)
    for document in sorted(given, key=lambda one: one.id):
        placed = replace(document, outlet=_outlet(document, ids, homes))
        try:
            found.append(reader.said(placed, world))
        except TimelineError as error:
            problems.append(_problem(placed.id, error))
    return found, problems


def _titles(texts: Mapping[str, str]) -> merge.Title:
    """What names an event: its type's template, or the words of a text where these tell more."""

    def title(
        kind: str,
        status: Status,
        people: Sequence[Participant],
        objects: Sequence[str],
        mentions: Sequence[Mention],
    ) -> str:
        people = headlines.central(people, mentions)
        plain = claims.title(kind, status, people, objects, mentions[0].claim)
        return headlines.title(plain, mentions, people, objects, texts, status)

    return title


def misfiled(found: Mapping[Path, Document], world: World) -> Iterator[Problem]:
    """Notes without a head, of an outlet that nobody knows, or in another outlet's folder.

    ``documents/reuters/2024-09-28-a.md:2: found outlet 'reuter'; did you mean 'reuters'?``
    """
    ids = _by_name(world.outlets)
    for path, document in found.items():
        if not document.is_note:
            yield Problem(
                str(path), "no front matter", "'---', then 'outlet: ...', 'title: ...'", "add it"
            )
            continue
        where = f"{path}:{_line(document.text, 'outlet')}"
        outlet = ids.get(document.outlet.casefold().strip(), "")
        if not outlet:
            like = get_close_matches(document.outlet.casefold(), sorted(ids), 1)
            todo = f"did you mean {ids[like[0]]!r}?" if like else "add it to outlets.csv"
            yield Problem(where, f"found outlet {document.outlet!r}", "an id of outlets.csv", todo)
        elif outlet != path.parent.name:
            found_there = f"outlet {outlet!r} in the folder of {path.parent.name!r}"
            yield Problem(where, found_there, f"the folder {outlet}/", "move it, or mend 'outlet'")


def unborn(found: Mapping[Path, Document], today: date) -> Iterator[Problem]:
    """Notes of a day still to come: ``2036-05-01-a.md:5: published '2036-05-01' is ...``."""
    for path, document in found.items():
        if document.is_note and document.dct and document.dct > today:
            where = f"{path}:{_line(document.text, 'published')}"
            told = f"published {document.dct.isoformat()!r} is still to come"
            yield Problem(where, told, f"a day up to {today}", "mend the year")


def _names(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.id, outlet.name, *outlet.aliases)


def _line(text: str, key: str) -> int:
    """The number of the front matter's line that begins with this key."""
    lines = text.splitlines()
    return next(
        number for number, line in enumerate(lines, 1) if line.strip().startswith(f"{key}:")
    )


def _outlet(document: Document, ids: Mapping[str, str], homes: Mapping[str, str]) -> str:
    """The id of the outlet by its name as given, else by the host of the address, else as given.

    "Reuters (via Yahoo)" stays as it is: a name is known whole or not at all.
    """
    given = document.outlet.casefold().strip()
    if given in ids:
        return ids[given]
    parts = _host(document.url).split(".")
    hosts = (".".join(parts[i:]) for i in range(len(parts)))  # "edition.cnn.com", "cnn.com", "com"
    return next((homes[host] for host in hosts if host in homes), document.outlet)


def _by_name(outlets: Sequence[Outlet]) -> dict[str, str]:
    """The id of each outlet by every name it goes by, in small letters; the first to have it."""
    return {name.casefold(): one.id for one in reversed(outlets) for name in _names(one) if name}


def _by_home(outlets: Sequence[Outlet]) -> dict[str, str]:
    return {home: one.id for one in reversed(outlets) if (home := _host(one.url))}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # "http://[": no address at all
        return ""


def _lost(
    judgements: Sequence[Judgement], mentions: Sequence[Mention], events: Sequence[Event]
) -> Iterator[Problem]:
    """A judgement on what is not, or no longer, there."""
    ids = sorted({*(one.id for one in mentions), *(one.id for one in events)})
    for row in merge.unknown(judgements, mentions, events):
        near = [
            like[0]
            for one in (row.a, row.b)
            if one and one not in ids
            if (like := get_close_matches(one, ids, 1, 0.8))
        ]
        yield Problem(
            row.where or "judgements.csv",
            f"judgement {row.verdict!r} of {row.a!r} {row.b}".rstrip() + ": no longer there",
            "the id of a mention or event of this build",
            f"did you mean {near[0]!r}?"
            if near
            else "look at what became of it, then mend or drop the row",
        )


def undated(document: Document) -> Problem:
    """That nobody knows when it was published, so that "on Friday" in it has no date."""
    return Problem(
        document.id,
        "no publication date",
        "one, from which its words count: 'on Friday', 'last month'",
        "give it: --dct, --documents, or 'published' in a note",
    )


def _problem(where: str, error: TimelineError) -> Problem:
    """The error by its parts: "note.md:4: found the key 'outlt'; expected ...; did you mean"."""
    said = _PARTS.fullmatch(str(error).removeprefix(where))
    if said is None:
        expected, todo = "a document that can be read", "mend the file or leave it out"
        return Problem(where, str(error).removeprefix(f"{where}: "), expected, todo)
    place = f"{where}{said['line'] or ''}"
    return Problem(place, said["found"], said["expected"], said["todo"])
