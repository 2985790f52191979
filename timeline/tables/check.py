"""Whether tables are what their schemas declare, and evidence what stands in the documents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from timeline.errors import TableError
from timeline.model import Document, Evidence, Mention
from timeline.tables.schema import SCHEMAS


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame itself, if its columns, order, dtypes and key are those of SCHEMAS[name].

    Raises TableError: "events: column 'start' is object, expected datetime64[s]".
    """
    schema = SCHEMAS[name]
    if list(frame.columns) != list(schema.columns):
        strange = sorted(set(frame.columns) ^ set(schema.columns)) or "their order"
        raise TableError(f"{name}: columns differ from the schema's: {strange}")
    for column, declared in schema.columns.items():
        dtype = str(frame[column].dtype)
        if dtype != declared.dtype:
            raise TableError(f"{name}: column {column!r} is {dtype}, expected {declared.dtype}")
        if not dtype.startswith("datetime") and bool(frame[column].isna().any()):
            raise TableError(f"{name}: column {column!r} has gaps, expected a value in each row")
    twice = frame.duplicated(list(schema.key))
    if bool(twice.any()):
        key = tuple(frame.loc[twice, list(schema.key)].iloc[0])
        raise TableError(f"{name}: {schema.key} {key} stands twice, expected once")
    return frame


def check_references(tables: Mapping[str, pd.DataFrame]) -> None:
    """Raises TableError where a column refers to a row that is not there."""
    for name, schema in SCHEMAS.items():
        for column, target in schema.references.items():
            other, _, key = target.partition(".")
            values = tables[name][column]
            lost = values[(values != "") & ~values.isin(tables[other][key])]
            if len(lost):
                raise TableError(f"{name}.{column}: {lost.iloc[0]!r} is not in {target}")


def check_evidence(documents: Sequence[Document], mentions: Iterable[Mention]) -> None:
    """Raises TableError where the words of a mention are not those at its offsets."""
    texts = {document.id: document.text for document in documents}
    for mention in mentions:
        text = texts.get(mention.document)
        if text is None:
            raise TableError(f"mention {mention.id}: no document {mention.document!r}")
        for where, start, end, words in _quoted(mention):
            if text[start:end] != words:
                raise TableError(
                    f"{mention.document}:{start}: {where} of mention {mention.id} says {words!r}, "
                    f"the text {text[start:end]!r}"
                )


def _quoted(mention: Mention) -> Iterator[tuple[str, int, int, str]]:
    claim = mention.claim
    yield "clause", claim.span.start, claim.span.end, claim.text
    for where, one in evidence_of(mention):
        yield where, one.span.start, one.span.end, one.text


def evidence_of(mention: Mention) -> Iterator[tuple[str, Evidence]]:
    """Each field with the words it rests on; a field may rest on several, and come twice."""
    claim, said = mention.claim, mention.attribution
    given = dict(mention.evidence)
    given.setdefault("type", claim.trigger)
    if claim.status_evidence:
        given.setdefault("status", claim.status_evidence)
    if mention.when.evidence:
        given.setdefault("date", mention.when.evidence)
    if said:
        given.setdefault("source", said.source.evidence)
    yield from sorted(given.items())
    for one in claim.participants:
        yield f"actor:{one.role.value}", one.evidence
    for named in claim.objects:
        yield "objects", named
