"""COMPOSER: files -> world, documents and what each says, read again only where it changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from timeline import actors, documents, extract, seeds, sentences
from timeline.model import Document, Mention, Sentence, World

#: Of each file its path, size and time of change: what tells it from what it was.
State = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A document, its sentences, and its mentions in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


@dataclass(slots=True, eq=False)
class Reader:
    """Reads, and keeps what it read: after a change of one note a build reads that note only.

    What is kept is keyed on all that it was made of, so that a kept answer is the answer that
    reading anew would give.  One thread at a time.
    """

    _worlds: dict[Path, tuple[State, World]] = field(default_factory=dict)
    _documents: dict[Path, tuple[State, Document]] = field(default_factory=dict)
    _gazetteer: tuple[World, actors.Gazetteer] | None = None
    _said: dict[str, Said] = field(default_factory=dict)

    def world(self, folder: Path) -> World:
        """All that the tables of a seeds folder say.  Raises SeedError as ``seeds.load`` does."""
        state = _state(sorted(folder.glob("*.csv")))
        kept = self._worlds.get(folder)
        if kept is None or kept[0] != state:
            kept = self._worlds[folder] = (state, seeds.load(folder))
        return kept[1]

    def document(self, path: Path, known: documents.Known | None = None) -> Document:
        """The document in a file.  Raises DocumentError as ``documents.read`` does."""
        if known is not None or not path.is_file():
            return documents.read(path, known=known)
        state = _state([path])
        kept = self._documents.get(path)
        if kept is None or kept[0] != state:
            kept = self._documents[path] = (state, documents.read(path))
        return kept[1]

    def said(self, document: Document, world: World) -> Said:
        """What a document says in this world.  Raises TimelineError where it cannot be read."""
        gazetteer = self._compiled(world)
        kept = self._said.get(document.id)
        if kept is None or kept.document != document:
            mentions = extract.extract(document, gazetteer, world.calendars)
            kept = self._said[document.id] = Said(document, sentences.split(document), mentions)
        return kept

    def _compiled(self, world: World) -> actors.Gazetteer:
        """The names of a world; with another world all that was said is read anew."""
        if self._gazetteer is None or self._gazetteer[0] != world:
            self._gazetteer = (world, actors.compile(world))
            self._said.clear()
        return self._gazetteer[1]


def _state(paths: Sequence[Path]) -> State:
    """How the files lie there; an editor who saves the same bytes again has them read again."""
    return tuple((str(path), (at := path.stat()).st_size, at.st_mtime_ns) for path in paths)
