"""Which documents rest on one original report: copies, rewrites, and echoes of one outlet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

from timeline.lineage import links, sources, words
from timeline.lineage.blocking import candidates
from timeline.lineage.links import Pair, Side
from timeline.lineage.words import Text, likeness
from timeline.model import Document, Link, Mention, Report, Sentence

__all__ = ["find"]

#: A name or number is telling where at most so many other documents (or this share) have it.
RARE_OTHERS, RARE_SHARE = 2, 0.05
#: Two groups are held against each other by so many documents each, not by all of a hundred.
SPOKESMEN = 8

Groups = dict[str, list[Side]]


def find(
    documents: Sequence[Document],
    sentences: Mapping[str, Sequence[Sentence]],
    mentions: Mapping[str, Sequence[Mention]],
) -> tuple[Report, ...]:
    """One Report an original, by date of its first document; every document is in exactly one.

    Candidate pairs share rare words or runs of words within weeks, so that time grows with the
    documents and not with their square.  Links are taken best first; a link joins two groups
    only if most of their documents are alike too, so that a digest of two stories does not
    chain them.
    """
    ordered = sorted(documents, key=_by_date)
    texts = words.read(ordered, sentences)
    sides = [
        Side(text, sources.read(text.document, mentions.get(text.document.id, ())))
        for text in texts
    ]
    found = [link for pair in _pairs(sides) if (link := links.judge(pair)) is not None]
    by_document: dict[str, list[Link]] = {}
    for link in found:
        by_document.setdefault(link.a, []).append(link)
    return tuple(_report(group, by_document) for group in _group(sides, found))


def _by_date(document: Document) -> tuple[date, str]:
    return (document.dct or date.max, document.id)


def _pairs(sides: Sequence[Side]) -> list[Pair]:
    """Every candidate pair, measured; the later document first in each."""
    holders = Counter(stem for side in sides for stem in side.text.bag)
    few = 2 + max(RARE_OTHERS, RARE_SHARE * len(sides))
    found: list[Pair] = []
    for i, j in sorted(candidates([side.text for side in sides], holders)):
        earlier, later = sides[i], sides[j]
        rare = _rare(later.text, earlier.text, holders, few)
        found.append(links.pair_of(later, earlier, rare))
    return found


def _rare(a: Text, b: Text, holders: Mapping[str, int], few: float) -> dict[str, str]:
    """Numbers, then names, in both and in few others, the heaviest first, as ``a`` writes them.

    Names that every article of world news has ("Beijing", "Friday") are not telling even in a
    collection of two.
    """
    found: dict[str, str] = {}
    for mine, theirs in ((a.numbers, b.numbers), (a.names, b.names)):
        shared = [stem for stem in mine if stem in theirs and holders[stem] <= few]
        shared.sort(key=lambda stem: (-a.bag[stem], stem))
        found |= {stem: mine[stem] for stem in shared}
    return found


def _group(sides: Sequence[Side], found: Sequence[Link]) -> list[list[Side]]:
    """Join groups by links, best first, where the documents across are alike too."""
    groups: Groups = {side.id: [side] for side in sides}
    for link in sorted(found, key=lambda link: (-link.score, link.a, link.b)):
        left, right = groups[link.a], groups[link.b]
        if left is right or not (link.kind == "declared" or _fit(left, right)):
            continue
        left.extend(right)
        left.sort(key=lambda side: _by_date(side.text.document))
        for side in right:
            groups[side.id] = left
    unique = {id(group): group for group in groups.values()}
    return sorted(unique.values(), key=lambda group: _by_date(group[0].text.document))


def _fit(left: Sequence[Side], right: Sequence[Side]) -> bool:
    """Whether half of the pairs across could stand in one report: alike, within days, and not
    on the word of different originals.
    """
    ours, theirs = left[:SPOKESMEN], right[:SPOKESMEN]
    across = sum(
        likeness(a.text.bag, b.text.bag) >= links.ALIKE_SOURCE
        and (links.days_between(a, b) or 0) <= links.COPY_DAYS
        and not links.opposed(a, b)
        for a in ours
        for b in theirs
    )
    return across * 2 >= len(ours) * len(theirs)


def _report(group: Sequence[Side], by_document: Mapping[str, Sequence[Link]]) -> Report:
    """The report of a group in order of date; its id is that of its first document."""
    first = group[0]
    ids = {side.id for side in group}
    digest = sha256(first.id.encode()).hexdigest()[:10]
    kept = [link for side in group for link in by_document.get(side.id, ()) if link.b in ids]
    return Report(f"r{digest}", _origin(group), tuple(side.id for side in group), tuple(kept))


def _origin(group: Sequence[Side]) -> str:
    """The declared origin; else the outlet that most of the documents cite; else the first's own.

    It must be cited in two sentences at least: one quote "told CNN" is no origin.
    """
    declared = [side.sources.declared for side in group if side.sources.declared]
    if declared:
        said = Counter(origin.text.split(",")[0].strip() for origin in declared)
        return min(said, key=lambda name: (-said[name], name))
    documents = Counter(name for side in group for name in side.sources.cited)
    times = Counter[str]()
    for side in group:
        times.update(side.sources.cited)
    outlets = [name for name in documents if times[name] >= 2]
    if outlets:
        return min(outlets, key=lambda name: (-documents[name], -times[name], name))
    return group[0].outlet
