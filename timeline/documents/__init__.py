"""A file or its bytes -> a Document: text, offsets, what each stretch is, publication date.

Source notes (front matter and markdown), articles as found on the web and HTML pages come by one
path: ``decode`` -> ``front_matter`` or ``page`` -> ``lines`` -> ``blocks`` (by the line rules of
``clutter``) -> ``cuts`` -> ``published``.  A new kind of clutter is a word in
lexicon/clutter.toml; a new form of it a rule in ``clutter.RULES``.
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from timeline.documents import blocks, chinese, cuts, front_matter, lines, page, published
from timeline.documents.decode import LIMIT, decode, too_large
from timeline.documents.front_matter import FrontMatter
from timeline.documents.known import Known
from timeline.errors import DocumentError
from timeline.lexicon import han
from timeline.model import Block, BlockKind, Document, Published, Span
from timeline.values import replace

__all__ = ["LIMIT", "Known", "parse", "read"]

_HEAD = 600  # characters by which the language is told

_log = logging.getLogger(__name__)


def read(path: Path, *, known: Known | None = None) -> Document:
    """The document in a file.

    Raises DocumentError as ``parse`` does, and where the file cannot be read at all.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
            size = path.stat().st_size
    except OSError as error:
        found = (error.strerror or type(error).__name__).lower().removeprefix("is ")
        raise DocumentError(
            f"{path}: found {found}; expected a file to read; check its name"
        ) from error
    if len(raw) > LIMIT:
        raise too_large(str(path), max(size, len(raw)))
    return parse(raw, name=str(path), known=known)


def parse(raw: bytes | str, *, name: str, known: Known | None = None) -> Document:
    """The document in some bytes or some text; ``name`` is the file's, for its id and in errors.

    The text is what the file decodes to, character for character, so that spans are offsets into
    the file as given (of an HTML page: into the text extracted from it).  The id is the file's
    name without its ending; of a note, with its folder: ``reuters-2023-05-03-chips``.

    Raises DocumentError, one line: an empty or binary file, another encoding than UTF-8, more
    than LIMIT bytes, front matter that breaks its form, nothing to read.
    """
    known = known or Known()
    if page.is_html(raw, name):
        found = page.read(raw, name)
        known = _first(known, found.known)
        raw = found.text
    text = decode(raw, name)
    head = front_matter.read(text, name)
    split = lines.split(text, head.end, is_note=bool(head))
    title = known.title or head.values.get("title", "")
    parts = _blocks(text, split, head, title)
    if not any(_is_readable(text, block) for block in parts):
        raise DocumentError(
            f"{name}: found {len(split)} lines and no sentence of an article among them; "
            "expected at least one; check that the text was saved whole"
        )
    document = _document(name, text, parts, head, known)
    basis = document.published.basis.value
    _log.info("%s: %d blocks, published: %s", document.id, len(parts), basis)
    return document


def _first(known: Known, other: Known) -> Known:
    """What is known, filled up from what the page's own head says."""
    published = known.published or (None if known.dct else other.published)
    return Known(
        outlet=known.outlet or other.outlet,
        url=known.url or other.url,
        dct=known.dct,
        title=known.title or other.title,
        language=known.language or other.language,
        published=published,
        author=known.author or other.author,
    )


def _blocks(
    text: str, split: Sequence[lines.Line], head: FrontMatter, title: str
) -> tuple[Block, ...]:
    found = [part for block in blocks.find(split, title) for part in cuts.cut(block, text)]
    if head:
        end = len(text[: head.end].rstrip())
        found.insert(0, Block(Span(0, end), BlockKind.FRONT_MATTER, "front_matter"))
    return tuple(found)


def _is_readable(text: str, block: Block) -> bool:
    stretch = text[block.span.start : block.span.end]
    return block.kind.is_read and any(map(str.isalpha, stretch))


def _document(
    name: str, text: str, parts: tuple[Block, ...], head: FrontMatter, known: Known
) -> Document:
    values = head.values
    url = known.url or values.get("url", "")
    path = Path(name)
    document = Document(
        id=f"{path.parent.name}-{path.stem}".strip("-") if head else path.stem,
        text=text,
        blocks=parts,
        outlet=known.outlet or values.get("outlet", "") or chinese.outlet(text, parts),
        title=known.title or values.get("title", "") or _title(text, parts),
        author=known.author or values.get("author", ""),
        url=url,
        language=known.language or values.get("language", "") or _language(text, parts),
        rests_on=values.get("rests_on", ""),
        retrieved=values.get("retrieved", ""),
        is_note=bool(head),
    )
    return replace(document, published=_published(document, head, known))


def _published(document: Document, head: FrontMatter, known: Known) -> Published:
    reason = head.values.get("published_reason", "")
    return (
        published.given(known.published, known.dct, "given with the document")
        or published.given(head.published, None, reason or "given in the front matter")
        or published.find(document.url, document.text, document.blocks)
    )


def _language(text: str, parts: Sequence[Block]) -> str:
    """zh-Hant or zh where what is read is Chinese, else en."""
    read = "".join(text[b.span.start : b.span.end] for b in parts if b.kind.is_read)[:_HEAD]
    if not han.is_chinese(read):
        return "en"
    changed = sum(a != b for a, b in zip(read.lower(), han.plain(read), strict=True))
    return "zh-Hant" if changed * 10 > len(read) else "zh"


def _title(text: str, parts: Sequence[Block]) -> str:
    return next((text[b.span.start : b.span.end] for b in parts if b.kind is BlockKind.TITLE), "")
