"""Offices and those who hold them: "商务部发言人束珏婷", "财长贝森特", "共和党参议员Jane Doe"."""

import re
from functools import cache

from timeline.actors import compose
from timeline.actors.zh import words
from timeline.actors.zh.found import Part, Reading
from timeline.lexicon import texts
from timeline.model import Actor, ActorKind

_LATIN_NAME = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'’-]+){1,3}")
_FOREIGN_NAME = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·・][\u4e00-\u9fff]{1,8}){1,2}")
_GLOSSED = re.compile(r"[（(]([A-Z][^（）()，,]{2,40})[）)，,]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST = 6
_COMPANY = re.compile(r"[A-Z][A-Za-z]{3,}(?: [A-Z][A-Za-z]+){0,3}")
_COMMON = frozenset(
    [
        "nand",
        "dram",
        "hbm",
        "gpu",
        "cpu",
        "ai",
        "ceo",
        "cfo",
        "ipo",
        "etf",
        "fabless",
        "chiplet",
        "blackwell",
        "hopper",
        "cuda",
        "tops",
    ]
)


def behind(reading: Reading, owner: Part, at: int) -> Part | None:
    """The owner's person, or its voice, where an office stands behind its name."""
    kind, end = _chain(reading, at)
    is_title = owner.rule == "dated_role"
    if end == at and not is_title:
        return None
    person = _person(reading, end, owner.actor)
    if person is not None:
        actor, end = person
        return Part(owner.start, end, "alias" if owner.actor else "form", actor)
    of_state = owner.actor is not None and owner.actor.kind is ActorKind.STATE
    if is_title or end == at or of_state:
        return None
    if kind == "voice" or owner.ask:
        return Part(owner.start, end, owner.rule, owner.actor, owner.ask, owner.key, use=owner.use)
    return Part(owner.start, end, "role_phrase", owner.actor)


def in_office(reading: Reading, at: int) -> Part | None:
    """A person with an office before the name and nothing before that: "总统特朗普"."""
    kind, end = _chain(reading, at)
    if end == at:
        return None
    person = _person(reading, end, None)
    if person is None:
        voice = kind == "voice" and reading.plain.startswith(
            ("发言人", "新闻发言人", "女发言人"), at
        )
        return Part(at, end, "definite", None, "voice") if voice else None
    actor, last = person
    return Part(at, last, "alias", actor)


def _chain(reading: Reading, at: int) -> tuple[str, int]:
    """The kind of the offices that stand at a place, and where the last of them ends."""
    plain, kind, here, end = reading.plain, "", at, at
    if plain.startswith("的", here) and here > 0:
        here += 1
    while here < len(plain):
        word = words.offices().at(plain, here)
        if word is None:
            break
        here += len(word.text)
        if word.key != "links":
            kind, end = kind or word.key, here
    return kind, end


def _person(reading: Reading, at: int, owner: Actor | None) -> tuple[Actor, int] | None:
    """Who is named at a place, and where the name ends; unknown ones by their form."""
    at += reading.plain.startswith(" ", at)
    if at >= len(reading.plain):
        return None
    alias = reading.alias(at)
    if alias is not None and alias.actor.kind is ActorKind.PERSON:
        return alias.actor, _past_gloss(reading, at + len(alias.text))
    end = _end_of_name(reading, at)
    if end == at:
        return None
    gloss = _GLOSSED.match(reading.text, end)
    text = gloss[1].strip() if gloss else reading.text[at:end]
    known = _known(reading, text)
    country, parent = (owner.country, owner.id) if owner else ("", "")
    actor = known or compose.by_form(text, ActorKind.PERSON, country, parent)
    return actor, _past_gloss(reading, end)


def _known(reading: Reading, text: str) -> Actor | None:
    key = compose.slug(text)
    found = reading.gazetteer.actors.get(key)
    return found if found is not None and found.kind is ActorKind.PERSON else None


def _past_gloss(reading: Reading, end: int) -> int:
    gloss = _GLOSSED.match(reading.text, end)
    return gloss.end() if gloss and gloss.group()[-1] in "）)" else end


def _end_of_name(reading: Reading, at: int) -> int:
    """Where a name that no list holds ends; ``at`` where none stands there."""
    latin = _LATIN_NAME.match(reading.text, at)
    if latin:
        return latin.end()
    foreign = _FOREIGN_NAME.match(reading.plain, at)
    if foreign:
        return _cut(reading.plain, at, foreign.end(), foreign.group().rfind("·") + 2)
    run = _HAN.match(reading.plain, at)
    end = _cut(reading.plain, at, run.end(), 2) if run else at
    return end if _is_name(reading.plain[at:end]) else at


def _is_name(text: str) -> bool:
    """Whether it is written as names are: "束珏婷", "克莱弗", not "当天"."""
    is_own = text[:1] in words.characters("surnames") and len(text) < 4
    return is_own or (bool(text) and words.characters("foreign").issuperset(text))


def _cut(plain: str, at: int, limit: int, least: int) -> int:
    """The first place where what follows is no part of a name."""
    for end in range(at + least, min(limit, at + least + _LONGEST) + 1):
        if plain.startswith(words.ends_of_name(), end):
            return end
    return limit if limit == len(plain) and limit - at <= _LONGEST else at


def may_open(plain: str, at: int) -> bool:
    """Whether a clause may begin there."""
    return at == 0 or plain[at - 1] in "，。：；“、（ 】）"


def organisation(reading: Reading, at: int) -> Part | None:
    """A body that no list holds, by what its name ends with, where a clause begins."""
    if not may_open(reading.plain, at):
        return None
    found = _organisations().match(reading.plain, at)
    if found is None:
        return None
    actor = compose.by_form(reading.text[at : found.end()], ActorKind.ORGANISATION)
    return Part(at, found.end(), "form", actor)


@cache
def _organisations() -> re.Pattern[str]:
    ends = "|".join(texts("roles_zh", "forms", "organisation"))
    return re.compile(rf"[\u4e00-\u9fff]{{2,10}}?(?:{ends})(?!员|长|生|人)")


def unknown_latin(reading: Reading, run: re.Match[str]) -> Part | None:
    """A company that no list holds, by its capital: "Jane Street", not "NAND" or "AI"."""
    found = _COMPANY.match(reading.text, run.start())
    if found is None or found.end() != run.end() or found.group().lower() in _COMMON:
        return None
    before = reading.plain[run.start() - 1] if run.start() else ""
    if found.group().isupper() or before in ("“", "《", "（", "("):
        return None
    actor = compose.by_form(found.group(), ActorKind.COMPANY)
    return Part(run.start(), run.end(), "form", actor)
