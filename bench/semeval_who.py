"""An entity's name -> where a document speaks of it: its name's forms, pronouns, "the company".

Nothing is known of an entity but its name: "General Freight Corp" is also "General Freight" and
"GF"; "Ann Miller" is "Miller" and "she"; a code of three signs stands alone ("the X90").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.semeval_words import verbs, words

_CODE = re.compile(r"(?=.*\d)[\w-]{3,}")  # "X90", "737"


@dataclass(frozen=True)
class Named:
    """Words ``start`` to ``end`` of a sentence that speak of the entity; ``how`` they do."""

    start: int
    end: int
    how: str  # name, owner ("his"), pronoun, definite


@dataclass(frozen=True)
class Entity:
    """An entity asked for: its name, the forms of it, and whether it is a person."""

    name: str
    forms: tuple[tuple[str, ...], ...]
    is_person: bool

    @property
    def first(self) -> tuple[str, ...]:
        """The first name, which alone may be another's: "Ann Smith" is no Ann Miller."""
        return (self.name.split()[0].lower(),)


def entity(name: str, texts: Sequence[Sequence[str]]) -> Entity:
    """The entity of a name, as the sentences given speak of it."""
    parts = name.split()
    if _is_common(parts, texts):
        return Entity(name.lower(), _longest_first(_number(parts)), False)
    is_person = _is_person(parts, texts)
    bare = [part for part in parts if part.lower().strip(".") not in words("who", "suffix")]
    found = {tuple(parts), *(tuple(parts[i:]) for i in range(1, len(parts) - 1))}
    if bare:
        found.add(tuple(bare))
    if is_person:
        found |= {(parts[-1],), (parts[0],)}
    else:
        found |= {(*form[:-1], form[-1] + "s") for form in sorted(found)}
    found |= {(part,) for part in parts if _CODE.fullmatch(part)}
    if len(bare) > 1 and all(part[0].isupper() and part.isalpha() for part in bare):
        found.add(("".join(part[0] for part in bare),))
    return Entity(name, _longest_first(found), is_person)


def _longest_first(forms: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    low = {tuple(word.lower() for word in form) for form in forms}
    return tuple(sorted(low, key=lambda form: (-len(form), form)))


def _is_common(parts: Sequence[str], texts: Sequence[Sequence[str]]) -> bool:
    """Whether a name is no name but a common noun: "Oil prices", written "oil prices"."""
    if not all(part.islower() for part in parts[1:]):
        return False
    running = [word for text in texts for word in text]
    return running.count(parts[0].lower()) > running.count(parts[0].capitalize())


def _number(parts: Sequence[str]) -> list[tuple[str, ...]]:
    """A common noun and its head alone, both in the singular and the plural."""
    head = parts[-1].lower().removesuffix("s")
    heads = (head, head + "s")
    return [(*parts[:-1], one) for one in heads] + [(one,) for one in heads]


def _is_person(parts: Sequence[str], texts: Sequence[Sequence[str]]) -> bool:
    """Whether a name of two or three capitalised words is called by "he" or "she"."""
    if not 2 <= len(parts) <= 3 or not all(p[0].isupper() and p.isalpha() for p in parts):
        return False
    running = [word for text in texts for word in text]
    after = [
        word.lower()
        for i in range(len(running))
        if running[i : i + len(parts)] == list(parts)
        for word in running[i + len(parts) : i + 40]
    ]
    people = words("who", "he") | words("who", "his") | {"who"}
    things = words("who", "it") | words("who", "its") | {"which"}
    return sum(w in people for w in after) > sum(w in things for w in after)


def find(who: Entity, sentences: Sequence[Sequence[str]]) -> list[list[Named]]:
    """For each sentence of a document what in it speaks of the entity."""
    found: list[list[Named]] = []
    last = False  # whether the sentence before is about the entity
    for tokens in sentences:
        low = [token.lower() for token in tokens]
        names = _names(who, tokens, low)
        spoken = bool(found and found[-1])
        others = _pronouns(who, low, names, last), _definites(who, low, names, spoken)
        found.append(sorted([*names, *others[0], *others[1]], key=_place))
        rival = any(_is_name(tokens, i) for i in range(len(tokens)))
        last = _is_topic(who, found[-1], tokens) if found[-1] or rival else last
    return found


def _is_topic(who: Entity, named: Sequence[Named], tokens: Sequence[str]) -> bool:
    """Whether a sentence begins with the entity, so that the next may go on with "it"."""
    if who.is_person:
        return bool(named)
    first = next((verb.start for verb in verbs(tokens)), len(tokens))
    return any(one.how != "owner" and one.start < first for one in named)


def _place(named: Named) -> tuple[int, int]:
    return named.start, named.end


def _names(who: Entity, tokens: Sequence[str], low: Sequence[str]) -> list[Named]:
    found: list[Named] = []
    i = 0
    while i < len(low):
        size = max((_fits(form, who, tokens, low, i) for form in who.forms), default=0)
        if size:
            found.append(Named(i, i + size, "name"))
        i += size or 1
    return found


def _fits(
    form: tuple[str, ...], who: Entity, tokens: Sequence[str], low: Sequence[str], i: int
) -> int:
    """How many words from ``i`` on are the form, one more capitalised word let in; 0 if none."""
    if len(form) == 1 and _CODE.fullmatch(form[0]) and low[i].startswith(f"{form[0]}-"):
        return 1  # "the X90-200"
    if low[i] != form[0] and not (len(form) == 2 and low[i] == form[1]):
        return 0
    if len(form) == 1 and who.name[0].isupper() and not re.search("[A-Z0-9]", tokens[i]):
        return 0
    if tuple(low[i : i + len(form)]) == form:
        end = i + len(form)
        is_other = who.is_person and form == who.first and tokens[end : end + 1]
        return 0 if is_other and tokens[end][0].isupper() else len(form)
    if len(form) < 2 or who.is_person:
        return 0
    if len(form) == 2 and any(map(str.isdigit, form[1])) and form[1].isalnum():
        turned = tuple(low[i : i + 2]) == (form[1], form[0]) and not form[1].isdigit()
        if turned:  # "the 3X phone" of "phone 3X"
            return 2
    middle = low[i] == form[0] and tuple(low[i + 2 : i + 1 + len(form)]) == form[1:]
    return len(form) + 1 if middle and tokens[i + 1][:1].isupper() else 0


def _is_name(tokens: Sequence[str], i: int) -> bool:
    """Whether a word is a part of somebody's name."""
    return i > 0 and tokens[i][:1].isupper() and len(tokens[i]) > 1


def _pronouns(who: Entity, low: Sequence[str], names: Sequence[Named], last: bool) -> list[Named]:
    """The pronouns that speak of the entity last spoken of."""
    his = words("who", "his" if who.is_person else "its")
    he = words("who", "he" if who.is_person else "it")
    found: list[Named] = []
    for i, word in enumerate(low):
        before = [name for name in names if name.end <= i]
        near = bool(before) if names and names[0].start < i else last
        if not near:
            continue
        if word in he:
            found.append(Named(i, i + 1, "pronoun"))
        elif word in his:
            found.append(Named(i, i + 1, "owner"))
    return found


def _definites(
    who: Entity, low: Sequence[str], names: Sequence[Named], spoken: bool
) -> list[Named]:
    """Nouns behind a sentence that speaks of the entity: "the company", "the yard" of a yard."""
    nouns = words("who", "definite") | {who.name.split()[-1]}
    if who.is_person or not spoken:
        return []
    taken = {i for one in names for i in range(one.start, one.end)}
    places = [i for i in range(1, len(low)) if low[i - 1] == "the" and low[i] in nouns]
    return [Named(i - 1, i + 1, "definite") for i in places if i not in taken]
