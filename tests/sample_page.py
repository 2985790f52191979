"""A small article of our own to read, and what each block of it is taken for."""

from timeline import documents
from timeline.documents import Known
from timeline.model import BlockKind, Document

TITLE = "Ministry puts chip makers on a new list"
FIRST = "The ministry put nine chip makers on a list on Monday, and traders had feared worse."
SECOND = "Two of the nine firms named in it said that they would go to court over the step."
PAGES = {
    "head": f"{TITLE}\n\n{{line}}\n\n{FIRST}\n\n{SECOND}\n",
    "middle": f"{TITLE}\n\n{FIRST}\n\n{{line}}\n\n{SECOND}\n",
    "foot": f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{{line}}\n",
}


def parse(text: str, url: str = "") -> Document:
    return documents.parse(text, name="a.txt", known=Known(url=url))


def kinds(document: Document) -> list[tuple[str, str]]:
    """Each block's kind and text."""
    return [
        (block.kind.value, document.text[block.span.start : block.span.end])
        for block in document.blocks
    ]


def read_text(document: Document) -> str:
    return "\n".join(text for kind, text in kinds(document) if BlockKind(kind).is_read)
