"""The tables: their columns, keys and references, declared once and checked on every build."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Column:
    """A column's dtype, and what it means to a reader (it is the data dictionary's text)."""

    dtype: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Schema:
    """A table: what a row is, its columns in order, its unique key, its references.

    ``references`` maps a column to "table.column"; an empty string refers to nothing.
    """

    row: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    references: Mapping[str, str] = field(default_factory=dict)


def _column(dtype: str, meaning: str) -> Column:
    return Column(dtype, meaning)


_TEXT, _COUNT, _DAY, _FLAG = "str", "int64", "datetime64[s]", "bool"

_WHEN = {
    "edtf": _column(_TEXT, "the date as EDTF, never finer than the words; empty: none"),
    "start": _column(_DAY, "first day of the date; empty: open or none"),
    "end": _column(_DAY, "first day after the date; empty: open or none"),
    "granularity": _column(_TEXT, "how finely the date is known: day, month, quarter, year ..."),
    "approximate": _column(_FLAG, "whether the date is 'around' (EDTF ~)"),
    "date_basis": _column(_TEXT, "explicit, relative_to_publication, inferred_from_report, ..."),
    "date_words": _column(_TEXT, "the words that the date rests on"),
}

SCHEMAS: dict[str, Schema] = {
    "documents": Schema(
        "an article or official text",
        ("document_id",),
        {
            "document_id": _column(_TEXT, "stable id: outlet/date-slug for notes"),
            "outlet_id": _column(_TEXT, "the outlet, as in outlets"),
            "outlet": _column(_TEXT, "the outlet's name"),
            "title": _column(_TEXT, "headline"),
            "author": _column(_TEXT, "as printed"),
            "url": _column(_TEXT, "address, http or https; empty: not known"),
            "published": _column(_TEXT, "publication date as EDTF"),
            "published_start": _column(_DAY, "its first day"),
            "published_basis": _column(_TEXT, "how it is known: metadata, address, dateline"),
            "published_reason": _column(_TEXT, "how it is known, for people"),
            "language": _column(_TEXT, "ISO 639-1"),
            "rests_on": _column(_TEXT, "what the editor declares of its origin"),
            "report_id": _column(_TEXT, "the original report it rests on"),
            "words": _column(_COUNT, "words read (clutter left out)"),
            "mentions": _column(_COUNT, "claims read in it"),
        },
        {"report_id": "reports.report_id", "outlet_id": "outlets.outlet_id"},
    ),
    "reports": Schema(
        "an original report with the documents that rest on it",
        ("report_id",),
        {
            "report_id": _column(_TEXT, "stable id"),
            "origin": _column(_TEXT, "the outlet or body it comes from"),
            "documents": _column(_COUNT, "documents that rest on it"),
            "first_published": _column(_DAY, "publication day of the earliest of them"),
        },
    ),
    "links": Schema(
        "a pair of documents held to rest on one original",
        ("a", "b"),
        {
            "report_id": _column(_TEXT, "the report"),
            "a": _column(_TEXT, "the document that repeats"),
            "b": _column(_TEXT, "the document it agrees with"),
            "kind": _column(_TEXT, "copy, rewrite, same_source or declared"),
            "score": _column("float64", "0 to 1"),
            "why": _column(_TEXT, "why, for people"),
        },
        {"report_id": "reports.report_id", "a": "documents.document_id"},
    ),
    "events": Schema(
        "what several mentions are judged to be about",
        ("event_id",),
        {
            "event_id": _column(_TEXT, "stable id"),
            "title": _column(_TEXT, "what happened, in one line, made by rule"),
            "type": _column(_TEXT, "event type id"),
            "type_label": _column(_TEXT, "event type for readers"),
            "family": _column(_TEXT, "group of types that share a colour"),
            "status": _column(_TEXT, "how real it is, as told"),
            **_WHEN,
            "initiators": _column(_TEXT, "who does it; names joined by '; '"),
            "targets": _column(_TEXT, "at whom it is aimed"),
            "affected": _column(_TEXT, "who bears the effect"),
            "speakers": _column(_TEXT, "whose words they are"),
            "reporters": _column(_TEXT, "outlets named as reporting it"),
            "objects": _column(_TEXT, "products and measures named"),
            "lane": _column(_TEXT, "name of the actor in whose lane it is drawn"),
            "thread": _column(_TEXT, "story it belongs to; empty: none"),
            "tells": _column(_TEXT, "of a media report: the event that its sentence tells of"),
            "mentions": _column(_COUNT, "claims behind it"),
            "documents": _column(_COUNT, "documents behind it"),
            "reports": _column(_COUNT, "independent original reports behind it"),
            "official": _column(_FLAG, "whether an office's or company's own document tells it"),
            "outlets": _column(_TEXT, "outlets that carry it; names joined by '; '"),
            "first_document": _column(_TEXT, "document published first"),
            "first_outlet": _column(_TEXT, "its outlet"),
            "first_published": _column(_DAY, "its publication day"),
            "origin": _column(_TEXT, "origin of the report it rests on; joined by '; '"),
            "source": _column(_TEXT, "who is said to say it; joined by '; '"),
            "conflicts": _column(_COUNT, "contradictions between its sources"),
            "quote": _column(_TEXT, "the sentence that tells most of its title"),
            "corrected": _column(
                _TEXT, "fields that a person judged, event: what it unites; joined by '; '"
            ),
        },
        {"first_document": "documents.document_id"},
    ),
    "mentions": Schema(
        "a claim in a document",
        ("mention_id",),
        {
            "mention_id": _column(_TEXT, "stable id"),
            "event_id": _column(_TEXT, "the event it is about"),
            "document_id": _column(_TEXT, "the document that says it"),
            "outlet": _column(_TEXT, "its outlet's name"),
            "type": _column(_TEXT, "event type id"),
            "status": _column(_TEXT, "how real it is, as told here"),
            **_WHEN,
            "initiators": _column(_TEXT, "who does it; names joined by '; '"),
            "targets": _column(_TEXT, "at whom it is aimed"),
            "affected": _column(_TEXT, "who bears the effect"),
            "speakers": _column(_TEXT, "whose words they are"),
            "reporters": _column(_TEXT, "outlets named as reporting it"),
            "objects": _column(_TEXT, "products and measures named"),
            "numbers": _column(_TEXT, "figures named, normalised"),
            "source": _column(_TEXT, "who is said to say it"),
            "source_kind": _column(_TEXT, "outlet, official, company, person, unnamed, self ..."),
            "source_hops": _column(_TEXT, "the chain of tellers, nearest first, joined by ' > '"),
            "quote": _column(_TEXT, "the clause, as it stands in the document"),
            "start_char": _column(_COUNT, "where the clause starts in the document's text"),
            "end_char": _column(_COUNT, "where it ends (exclusive)"),
            "sentence": _column(_TEXT, "the whole sentence"),
            "sentence_start": _column(_COUNT, "where the sentence starts"),
            "report_id": _column(_TEXT, "the original report its document rests on"),
        },
        {
            "event_id": "events.event_id",
            "document_id": "documents.document_id",
            "report_id": "reports.report_id",
        },
    ),
    "evidence": Schema(
        "the words that one field of a mention rests on",
        ("mention_id", "field", "value", "start_char", "end_char"),
        {
            "mention_id": _column(_TEXT, "the mention"),
            "field": _column(_TEXT, "type, status, date, source, objects, or actor:ROLE"),
            "value": _column(_TEXT, "the field's value"),
            "words": _column(_TEXT, "the words, as they stand"),
            "start_char": _column(_COUNT, "where they start in the document's text"),
            "end_char": _column(_COUNT, "where they end (exclusive)"),
            "rule": _column(_TEXT, "the rule that read them"),
        },
        {"mention_id": "mentions.mention_id"},
    ),
    "actors": Schema(
        "an actor that some mention names, or that such an actor belongs to",
        ("actor_id",),
        {
            "actor_id": _column(_TEXT, "stable id"),
            "name": _column(_TEXT, "name for readers"),
            "kind": _column(_TEXT, "state, body, company, person, outlet, officials, firms ..."),
            "country": _column(_TEXT, "ISO 3166 alpha-2, EU or UN"),
            "parent": _column(_TEXT, "actor it belongs to"),
            "wikidata": _column(_TEXT, "Wikidata id; empty: none known"),
            "events": _column(_COUNT, "events it takes part in"),
            "mentions": _column(_COUNT, "mentions that name it"),
            "listed": _column(_FLAG, "whether actors.csv has it; else found by form or phrase"),
        },
    ),
    "event_actors": Schema(
        "an actor in one role of an event",
        ("event_id", "actor_id", "role"),
        {
            "event_id": _column(_TEXT, "the event"),
            "actor_id": _column(_TEXT, "the actor"),
            "name": _column(_TEXT, "its name"),
            "role": _column(_TEXT, "initiator, target, affected, speaker or reporter"),
            "mentions": _column(_COUNT, "mentions of the event that say so"),
        },
        {"event_id": "events.event_id", "actor_id": "actors.actor_id"},
    ),
    "ladders": Schema(
        "one step of a measure: when it was first planned, reported, enacted, lifted",
        ("measure", "step"),
        {
            "thread": _column(_TEXT, "the thread that the measure belongs to; empty: none"),
            "measure": _column(_TEXT, "the event that is the measure"),
            "title": _column(_TEXT, "its title"),
            "step": _column(_COUNT, "1 is the earliest"),
            "status": _column(_TEXT, "the status told"),
            "day": _column(_DAY, "since when: the first day of that date"),
            "edtf": _column(_TEXT, "that date as EDTF"),
            "days": _column(_COUNT, "days since the step before it; 0 for the first"),
            "said": _column(_DAY, "the first day on which it was said"),
            "event_id": _column(
                _TEXT, "the event of this step: the measure, its plan, its lifting"
            ),
            "mention_id": _column(_TEXT, "the mention that tells it"),
        },
        {
            "measure": "events.event_id",
            "event_id": "events.event_id",
            "mention_id": "mentions.mention_id",
        },
    ),
    "conflicts": Schema(
        "two mentions of one event that contradict each other",
        ("event_id", "field", "a", "b"),
        {
            "event_id": _column(_TEXT, "the event"),
            "field": _column(_TEXT, "date, status, number or actor"),
            "a": _column(_TEXT, "one mention"),
            "a_says": _column(_TEXT, "what it says"),
            "b": _column(_TEXT, "the other"),
            "b_says": _column(_TEXT, "what that says"),
        },
        {"event_id": "events.event_id", "a": "mentions.mention_id", "b": "mentions.mention_id"},
    ),
    "joins": Schema(
        "why two mentions are, or nearly were, held to be one event",
        ("a", "b"),
        {
            "event_id": _column(_TEXT, "event of mention a"),
            "a": _column(_TEXT, "one mention"),
            "b": _column(_TEXT, "the other"),
            "joined": _column(_FLAG, "whether they are one event"),
            "score": _column("float64", "0 to 1"),
            "why": _column(_TEXT, "why, for people"),
        },
        {"event_id": "events.event_id", "a": "mentions.mention_id"},
    ),
    "corrections": Schema(
        "a person's judgement on an event, beside what the rules read",
        ("event_id", "a", "b", "field"),
        {
            "event_id": _column(_TEXT, "the event"),
            "a": _column(_TEXT, "the mention or event that is judged"),
            "b": _column(_TEXT, "the other mention, where two are judged; else empty"),
            "field": _column(_TEXT, "type, status, date, title or thread; event: are two one?"),
            "machine": _column(_TEXT, "the rules' value"),
            "value": _column(_TEXT, "the person's value, which is shown"),
            "reason": _column(_TEXT, "why"),
            "by": _column(_TEXT, "who judged"),
            "date": _column(_TEXT, "and when"),
        },
        {"event_id": "events.event_id"},
    ),
    "outlets": Schema(
        "who publishes",
        ("outlet_id",),
        {
            "outlet_id": _column(_TEXT, "stable id"),
            "name": _column(_TEXT, "name for readers"),
            "kind": _column(_TEXT, "news, agency, official, company, blog or aggregator"),
            "country": _column(_TEXT, "ISO 3166 alpha-2"),
            "timezone": _column(_TEXT, "IANA time zone: where its 'yesterday' is"),
            "url": _column(_TEXT, "home page"),
            "documents": _column(_COUNT, "documents of it in this build"),
        },
    ),
    "problems": Schema(
        "something met on the way that did not stop the build",
        ("where", "found"),
        {
            "where": _column(_TEXT, "file and line, or document"),
            "found": _column(_TEXT, "what was found"),
            "expected": _column(_TEXT, "what was expected"),
            "todo": _column(_TEXT, "what to do"),
        },
    ),
}
