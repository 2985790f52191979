"""Composer 1: a document to its mentions, each a claim with its provenance."""

import hashlib
from bisect import bisect_left
from collections.abc import Sequence

from timeline import actors, attribution, claims, sentences, timex
from timeline.extract import reports, roles, same, speech, voice, when
from timeline.extract.read import Read
from timeline.model import (
    ActorOf,
    Attribution,
    Claim,
    Document,
    Evidence,
    FiscalCalendar,
    Mention,
    When,
)


def extract(
    document: Document, gazetteer: actors.Gazetteer, calendars: Sequence[FiscalCalendar] = ()
) -> tuple[Mention, ...]:
    """The mentions of a document, in the order of its text.

    A claim in which nobody takes part opens no document: "she put milk on the list" is of no
    story.  Without a publication date relative expressions stay unresolved: nothing is guessed.
    """
    mentions: list[Mention] = []
    reported: set[str] = set()
    for read in read_all(document, gazetteer, calendars):
        if attribution.no_comment(read.sentence.text):
            continue
        found = _claims(read, gazetteer.actors.get, reported)
        for claim, told in found:
            typed = same.of(claim, mentions)
            cast = roles.completed(typed, told, read, mentions, gazetteer.actors.get)
            mention = _mention(document, read, cast, told, mentions, alone=len(found) == 1)
            if mention.participants or mentions:
                mentions.append(mention)
    return tuple(mentions)


def read_all(
    document: Document, gazetteer: actors.Gazetteer, calendars: Sequence[FiscalCalendar] = ()
) -> tuple[Read, ...]:
    """Every sentence with its time expressions, actors and attributions."""
    split = sentences.split(document)
    timexes = timex.find(document.text, document.dct, split, calendars)
    people = actors.find(split, gazetteer, document.dct)
    told = attribution.find(split, people)
    starts = [timex.span.start for timex in timexes]
    reads: list[Read] = []
    for sentence, who, says in zip(split, people, told, strict=True):
        first, end = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
        inside = tuple(t for t in timexes[first:end] if t.span.end <= sentence.span.end)
        reads.append(Read(sentence, inside, who, says))
    return tuple(reads)


def _claims(
    read: Read, actor_of: ActorOf, reported: set[str]
) -> list[tuple[Claim, Attribution | None]]:
    """Claims with the attribution that covers each; speech acts and reports among them."""
    found = claims.find(read.sentence, read.timexes, read.actors, actor_of)
    if any(told.is_speech for told in read.attributions):
        found = tuple(claim for claim in found if not claim.is_guess)
    kept = speech.sifted(read, found, actor_of)
    pairs = [(claim, voice.covering(claim, read.attributions)) for claim in kept]
    pairs += reports.find(read, reported, alone=not kept)
    return sorted(pairs, key=lambda pair: (pair[0].span.start, pair[0].type))


def _mention(
    document: Document,
    read: Read,
    claim: Claim,
    told: Attribution | None,
    before: Sequence[Mention],
    *,
    alone: bool,
) -> Mention:
    dated = when.of(claim, told, read, document.dct, before, alone=alone)
    claim = voice.settled(claim, told, dated, document.dct)
    key = "\n".join((document.id, claim.type, claim.text, str(claim.span.start)))
    return Mention(
        id="m" + hashlib.sha256(key.encode()).hexdigest()[:12],
        document=document.id,
        outlet=document.outlet,
        sentence=read.sentence.span,
        claim=claim,
        when=dated,
        attribution=told,
        evidence=_evidence(claim, told, dated),
        dct=document.dct,
    )


def _evidence(claim: Claim, told: Attribution | None, dated: When) -> dict[str, Evidence]:
    """The words behind each field; a status that no word tells rests on the trigger."""
    at, text = claim.trigger.span, claim.trigger.text
    evidence = {
        "type": claim.trigger,
        "status": claim.status_evidence or Evidence(at, text, f"status.default.{claim.type}"),
    }
    if dated.interval is not None:
        evidence["date"] = dated.evidence or Evidence(at, text, f"when.{dated.basis}")
    if told is not None:
        evidence["source"] = told.source.evidence
    return evidence
