"""A noun phrase -> who speaks: "a spokesperson for the Commerce Department" -> the department.

``hops`` asks in this order: an unnamed insider, the phrase's own actor, a voice or a document and
whose it is, a name known by its form alone, a definite ("the company").  None where the phrase is
nobody's: "the deal" tells nothing.
"""

from collections.abc import Sequence

from timeline.attribution import names, strangers
from timeline.attribution.cues import word_set
from timeline.attribution.memory import Memory
from timeline.attribution.teller import INSIDERS, KINDS, Phrase, hop
from timeline.attribution.words import Named, Words
from timeline.model import ActorKind, Hop, SourceKind, Use

_ARTICLES = frozenset(
    ("the", "this", "that", "its", "their", "his", "her", "our", "these", "those")
)
_PEOPLE = (SourceKind.OFFICIAL, SourceKind.PERSON)
_HOUSES = (SourceKind.COMPANY, SourceKind.UNNAMED)


def hops(words: Words, phrase: Phrase, memory: Memory) -> tuple[Hop, ...]:
    """Who speaks, from the nearest teller outwards; () where nobody does."""
    first, last = _trim(words, phrase)
    if first > last:
        return ()
    head = _head(words, first, last)
    word = words.at(head).removesuffix("'s")
    if word in word_set("heads", "never"):
        return ()
    named = words.within(first, last)
    if word in word_set("heads", "insiders"):
        return _insiders(words, first, last, named, memory)
    is_bare = first + 1 == head == last and words.at(first) == "the"
    if is_bare and (before := _same_person(word, memory)):
        return before
    own = _own(words, named, head)
    if own and own.mention.actor.kind is ActorKind.SOURCE and word in word_set("heads", "experts"):
        own = None
    is_pointer = own is not None and own.mention.rule == "definite"
    if is_pointer and memory.voice and word in word_set("heads", "voices"):
        own = None  # "the spokesman" is the one who spoke before, whatever was named since
    if own:
        return (hop(words, own, phrase, memory),)
    if word in word_set("phrases", "hearsay") and not named:
        return (Hop(SourceKind.HEARSAY, "", words.evidence(first, last, "hearsay")),)
    for rule in (_expert, _outlet_noun, _voice, _document):
        found = rule(words, phrase, (first, last), head, memory)
        if found:
            return found
    return strangers.by_form(words, phrase, (first, last), head, memory)


def _same_person(word: str, memory: Memory) -> tuple[Hop, ...]:
    """Who has just spoken: "the official said" after "the minister, Tan See Leng, said"."""
    before = memory.last[-1:] if memory.now - memory.spoke <= 2 else ()
    is_person = bool(before) and before[0].kind in _PEOPLE
    return before if is_person and word in word_set("heads", "persons") else ()


def _trim(words: Words, phrase: Phrase) -> tuple[int, int]:
    """The phrase without what opens it and is no part of it: "one of", "both", quotes."""
    first, last = phrase.first, phrase.last
    while first <= last and not words.texts[first][0].isalnum():
        first += 1
    while last >= first and not words.texts[last][0].isalnum():
        last -= 1
    return first, last


def _head(words: Words, first: int, last: int) -> int:
    """The word that the phrase turns on: the last before a preposition.

    "analysts at Jefferies" -> analysts; "one of the people" -> people.
    """
    start = first
    for at in range(first, last + 1):
        if words.at(at) == "of" and words.at(at - 1) in word_set("heads", "partitives"):
            start = at + 1
    for at in range(start + 1, last + 1):
        inside = at in words.inside
        if words.low[at] == "." and words.starting(at + 1):
            continue  # "Rep. John Moolenaar"
        if not inside and (
            words.at(at) in word_set("grammar", "after_head") or not words.texts[at][0].isalnum()
        ):
            is_published = at - 2 > start and words.low[at - 1] in word_set("grammar", "published")
            return at - 2 if is_published else at - 1
    return last


def _own(words: Words, named: tuple[Named, ...], head: int) -> Named | None:
    """The actor that the phrase itself is: one that ends with the head, and owns nothing."""
    ending = [n for n in named if n.last == head and n.mention.use is not Use.POSSESSIVE]
    people = [
        n for n in named if n.mention.actor.kind is ActorKind.PERSON and n.first <= head <= n.last
    ]
    if not people and words.at(head) in word_set("heads", "offices"):
        people = [n for n in named[-1:] if _is_holder(words, n, head)]
    if people:
        return people[0]
    ending = [
        n for n in ending if not words.low[n.last].endswith("'s") or n.mention.text.endswith("s")
    ]
    return min(ending, key=lambda n: n.first) if ending else None


def _is_holder(words: Words, named: Named, head: int) -> bool:
    """Whether a person bears the office: "Secretary of the Treasury Janet Yellen"."""
    near = named.mention.actor.kind is ActorKind.PERSON and named.first - head <= 4
    return near and words.at(named.first - 1) not in word_set("grammar", "prepositions")


def _insiders(
    words: Words, first: int, last: int, named: tuple[Named, ...], memory: Memory
) -> tuple[Hop, ...]:
    """Such as "two people familiar with the matter"; "Bloomberg sources" have an outlet first."""
    evidence = words.evidence(first, last, "insiders")
    lows = words.low[first : last + 1]
    opens = lows[0] in _ARTICLES or lows[0] in word_set("heads", "partitives") or lows[0].isdigit()
    is_source = bool({"source", "sources", "insider", "insiders"} & set(lows))
    is_person = bool({"person", "individual"} & set(lows))
    if not (is_source or is_person or opens) and word_set("heads", "familiar").isdisjoint(lows):
        return (Hop(SourceKind.UNNAMED, _plain(words, first, last), evidence),)
    insiders = Hop(SourceKind.UNNAMED, INSIDERS, evidence)
    outlets = [n for n in named if n.mention.actor.kind is ActorKind.OUTLET]
    if outlets:
        return hop(words, outlets[0]), insiders
    if lows[0] in ("the", "one", "another", "both", "those") and memory.now - memory.spoke <= 8:
        before = memory.latest(SourceKind.UNNAMED)
        if len(before) > 1 and before[0].kind is SourceKind.OUTLET:
            return before[0], insiders
    return (insiders,)


def _expert(
    words: Words, phrase: Phrase, within: tuple[int, int], head: int, memory: Memory
) -> tuple[Hop, ...]:
    """Such as "analysts at Jefferies" speak for Jefferies; "industry experts" for nobody named."""
    if words.at(head) not in word_set("heads", "experts"):
        return ()
    kinds = (ActorKind.COMPANY, ActorKind.ORGANISATION)
    owners = [n for n in words.within(*within) if n.mention.actor.kind in kinds]
    if owners:
        return (hop(words, owners[0], phrase),)
    house = names.house(words, within, head)
    if house:
        return (Hop(SourceKind.COMPANY, house, words.evidence(*within, "experts")),)
    before = memory.last if words.at(within[0]) in ("the", "these") else ()
    if before and memory.now - memory.spoke <= 3 and before[-1].kind in _HOUSES:
        return before
    evidence = words.evidence(*within, "experts")
    return (Hop(SourceKind.UNNAMED, _plain(words, within[0], head), evidence),)


def _outlet_noun(
    words: Words, phrase: Phrase, within: tuple[int, int], head: int, memory: Memory
) -> tuple[Hop, ...]:
    """Such as "the newspaper", "Chinese media": the outlet just named, or the phrase itself."""
    word = words.at(head)
    if word not in word_set("heads", "outlets") or words.at(within[0]) in ("its", "their"):
        return ()
    if words.at(within[0]).endswith("ing"):
        return ()  # "verifying media reports"
    owners = [n for n in words.within(*within) if n.mention.actor.kind is ActorKind.OUTLET]
    if owners:
        return (hop(words, owners[0], phrase),)
    before = memory.latest(SourceKind.OUTLET)
    is_news = word != "agency" or words.at(head - 1) == "news"
    if words.at(within[0]) == "the" and before and is_news:
        return before
    if word in ("agency", "site", "website", "paper", "channel"):
        return ()
    return (Hop(SourceKind.OUTLET, _plain(words, *within), words.evidence(*within, "outlet")),)


def _voice(
    words: Words, phrase: Phrase, within: tuple[int, int], head: int, memory: Memory
) -> tuple[Hop, ...]:
    """Such as "a Commerce spokesperson", "Nvidia's finance chief": whom they speak for.

    A bare "a spokesperson" speaks for whoever was just spoken of.
    """
    is_voice, is_official, is_firm = (
        words.at(head) in word_set("heads", key) for key in ("voices", "officials", "firms")
    )
    if not (is_voice or is_official or is_firm):
        return ()
    owners = _owners(words.within(*within), head, is_voice=is_voice, is_official=is_official)
    if owners:
        return (hop(words, min(owners, key=lambda n: n.first > head), phrase, memory),)
    evidence = words.evidence(*within, "role_noun")
    house = names.house(words, (within[0], head), head) if is_voice else ""
    if house:
        kind = SourceKind.OFFICIAL if names.is_official(house) else SourceKind.COMPANY
        return (Hop(kind, house, evidence),)
    before = _definite(words, within, is_voice, is_official, memory)
    if before:
        return before
    kind = SourceKind.OFFICIAL if is_official else SourceKind.COMPANY
    kind = SourceKind.UNNAMED if is_voice and not is_official else kind
    return (Hop(kind, _plain(words, within[0], head), evidence),)


def _owners(named: Sequence[Named], head: int, *, is_voice: bool, is_official: bool) -> list[Named]:
    """Whose spokesperson, minister or chief it may be, of those named in the phrase."""
    return [
        n
        for n in named
        if not (is_voice and n.mention.rule == "definite" and n.first <= head <= n.last)
        and (is_voice or _may_own(n, is_official))
    ]


def _may_own(named: Named, is_official: bool) -> bool:
    """Whether an actor may have officials ("US"), or executives ("Nvidia's chief")."""
    kind = KINDS.get(named.mention.actor.kind)
    if kind is SourceKind.PERSON:
        return True
    return kind is (SourceKind.OFFICIAL if is_official else SourceKind.COMPANY)


def _definite(
    words: Words, within: tuple[int, int], is_voice: bool, is_official: bool, memory: Memory
) -> tuple[Hop, ...]:
    """Whom "the company", "its chief executive", "a spokesperson" go back to."""
    if is_voice and words.at(within[0]) in ("the", "this"):
        return memory.spokesperson()
    if is_voice:
        return _modified(words, within, memory) or memory.body()
    if words.at(within[0]) not in _ARTICLES or within[1] - within[0] > 4:
        return ()
    before = memory.body()
    if is_official:
        return before if before and before[-1].kind is SourceKind.OFFICIAL else ()
    return before if before and before[-1].kind is SourceKind.COMPANY else ()


def _modified(words: Words, within: tuple[int, int], memory: Memory) -> tuple[Hop, ...]:
    """Whom "a company spokesman", "an agency official" speak for."""
    for at in range(within[0], within[1]):
        if words.at(at) in word_set("heads", "firms"):
            return memory.latest(SourceKind.COMPANY)
        if words.at(at) in word_set("heads", "officials"):
            return memory.latest(SourceKind.OFFICIAL)
    return ()


def _document(
    words: Words, phrase: Phrase, within: tuple[int, int], head: int, memory: Memory
) -> tuple[Hop, ...]:
    """Such as "a Financial Times report", "the order", "a filing by Nvidia": whose it is."""
    word = words.at(head)
    if word not in word_set("heads", "documents"):
        return ()
    named = [n for n in words.within(*within) if not _is_addressee(words, within[0], n)]
    if named:
        best = [n for n in named if n.mention.actor.kind is ActorKind.OUTLET] or list(named)
        return (hop(words, best[0], phrase),)
    name = names.outlet_before(words, within[0], head)
    evidence = words.evidence(*within, "document")
    if name:
        return (Hop(SourceKind.OUTLET, name, evidence),)
    if words.at(within[0]) in _ARTICLES:
        before = memory.latest(SourceKind.OUTLET) if word in word_set("heads", "news") else ()
        before = memory.spokesperson() if word in word_set("heads", "bodily") else before
        if before:
            return before
    kind = SourceKind.OFFICIAL if word in word_set("heads", "legal") else SourceKind.HEARSAY
    return (Hop(kind, _plain(words, within[0], head), evidence),)


def _is_addressee(words: Words, first: int, named: Named) -> bool:
    """Whether a document goes to somebody: "the letter to Marco Rubio" is another's."""
    return "to" in words.low[max(named.first - 4, first) : named.first]


def _plain(words: Words, first: int, last: int) -> str:
    """The phrase without article or number: "several industry experts" -> "industry experts"."""
    while first < last and (
        words.at(first) in ("the", "a", "an", "its", "some", "several", "many", "other", "most")
        or words.at(first) in word_set("heads", "partitives")
        or words.at(first) == "of"
    ):
        first += 1
    return words.evidence(first, last, "").text
