"""What stands at each place of a Chinese sentence: a name, a group, what points back.

The longest reading wins; of equals a name before a group.  An office and the person behind it are
taken into the name before them: "英伟达首席执行官黄仁勋".
"""

import re

from timeline.actors import compose
from timeline.actors.words import split
from timeline.actors.zh import people, words
from timeline.actors.zh.found import Part, Reading
from timeline.model import Actor, ActorKind, Use

_COUNT = re.compile(
    r"(?:约|近|逾|超过)?(?:\d{1,4}|[一二两三四五六七八九十百数几多]{1,4})余?多?(?:家|名|位|个|间|所|款)"
)
_LATIN = re.compile(
    r"[A-Za-z][A-Za-z0-9.&+'’-]*(?: [A-Z0-9][A-Za-z0-9.&+'’-]*){0,5}|\d{3,4}[A-Z]\b"
)
_SUFFIX = re.compile(r"(?:科技|集团|控股)?(?:股份)?(?:有限)?公司(?!法)|集团|控股|总公司|方面(?!临)")
_GLOSS = re.compile(r"[（(][^（）()]{1,60}[）)]")
_LONGEST = 26
_TELLING = ("tech giants", "chipmakers", "operators")  # heads that need no word before them
_OWNED = (ActorKind.COMPANY, ActorKind.BODY, ActorKind.STATE, ActorKind.ORGANISATION)


def scan(reading: Reading) -> list[Part]:
    """The mentions of a sentence, in order, none within another."""
    plain, at, parts = reading.plain, 0, reading.parts
    while at < len(plain):
        part = _at(reading, at)
        if part is None:
            at = _next(reading, at)
            continue
        if part.rule != "never":
            parts.append(part)
        at = part.end
    reading.parts = _apposed(parts)
    return reading.parts


def _apposed(parts: list[Part]) -> list[Part]:
    """The parts, those that only say what the next one is taken into it: "美国企业美光"."""
    kept: list[Part] = []
    for part in parts:
        last = kept[-1] if kept else None
        if last is not None and last.end == part.start and _is_kind(last, part):
            part.start = last.start
            kept.pop()
        kept.append(part)
    return kept


def _is_kind(group: Part, name: Part) -> bool:
    if group.actor is not None and group.actor.kind is ActorKind.STATE and group.rule == "alias":
        owned = name.actor is not None and name.actor.kind in (ActorKind.BODY, ActorKind.COMPANY)
        return owned and name.actor is not None and name.actor.country == group.actor.country
    is_group = group.rule == "role_phrase" and group.actor is not None
    if not is_group or name.actor is None or name.rule == "role_phrase":
        return False
    return group.actor is not None and group.actor.kind is ActorKind.FIRMS and _may_own(name.actor)


def _next(reading: Reading, at: int) -> int:
    """The place behind a run of Latin letters, else the next character."""
    run = _LATIN.match(reading.text, at) if reading.text[at].isascii() else None
    return run.end() if run else at + 1


def _at(reading: Reading, at: int) -> Part | None:
    char = reading.text[at]
    if char.isascii() and char.isalnum():
        return _mixed(reading, at)
    if not (
        reading.plain[at] in words.openers()
        or reading.plain[at] in reading.gazetteer.han
        or people.may_open(reading.plain, at)
        or char.isdigit()
    ):
        return None
    found = [
        part
        for read in (_named, people.in_office, _group, _pointer, _bound, people.organisation)
        if (part := read(reading, at)) is not None
    ]
    best = max(found, key=lambda part: part.end, default=None)
    barred = words.never().at(reading.plain, at)
    if barred and (best is None or at + len(barred.text) > best.end):
        return Part(at, at + len(barred.text), "never")
    return best


def _mixed(reading: Reading, at: int) -> Part | None:
    """A name in Latin letters, or a Chinese one that begins with some: "SK海力士"."""
    part = _named(reading, at) or _group(reading, at)
    latin = _latin(reading, at)
    return max((p for p in (part, latin) if p), key=lambda p: p.end, default=None)


def _named(reading: Reading, at: int) -> Part | None:
    """A name of the seeds, with the office and the person that stand behind it."""
    name = reading.alias(at)
    bare = words.bares().at(reading.plain, at)
    if bare is not None and (name is None or len(name.text) < len(bare.text)):
        part = Part(at, at + len(bare.text), "alias", None, "bare", bare.text)
        return _with_office(reading, part)
    if name is None:
        return None
    actor, end = name.actor, at + len(name.text)
    bodies = words.bare(name.text)
    if name.is_metonym and _is_place(reading, at, end):
        return Part(at, end, "never")
    part = Part(at, end, "alias", actor)
    if name.is_metonym:
        part.rule = "metonym"
    elif bodies:
        part.actor, part.ask, part.key = None, "bare", name.text
    elif name.is_title:
        part.rule = "dated_role"
    return _with_office(reading, part)


def _with_office(reading: Reading, part: Part) -> Part:
    if part.actor is not None and part.actor.kind is ActorKind.COMPANY:
        suffix = _SUFFIX.match(reading.plain, part.end)
        part.end = suffix.end() if suffix else part.end
    gloss = _GLOSS.match(reading.plain, part.end)
    behind = gloss.end() if gloss else part.end
    if part.rule == "dated_role" or part.ask == "bare" or _may_own(part.actor):
        person = people.behind(reading, part, behind)
        if person is not None:
            return person
    if gloss and _is_gloss(reading, part, gloss):
        part.end = gloss.end()
    return part


def _may_own(actor: Actor | None) -> bool:
    return actor is not None and actor.kind in _OWNED


def _is_gloss(reading: Reading, part: Part, gloss: re.Match[str]) -> bool:
    """Whether a bracket says the name once more: "辉达（NVIDIA）", not "（欧盟）"."""
    inside = reading.text[gloss.start() + 1 : gloss.end() - 1]
    return inside.isascii() or "译" in inside or inside.startswith(reading.text[part.start])


def _is_place(reading: Reading, start: int, end: int) -> bool:
    """Whether a capital is a place there: "在北京", "北京4月4日电"."""
    before, after = reading.plain[max(0, start - 2) : start], reading.plain[end : end + 2]
    if before.endswith(("在", "于", "从", "到", "赴", "抵", "自", "驻", "由", "往", "离开", "社")):
        return True
    return bool(after) and (
        after[0].isdigit() or after.startswith(("市", "时间", "举", "的一", "会"))
    )


def _group(reading: Reading, at: int) -> Part | None:
    """A group by its head noun and what stands before it: "美国芯片企业", "知情人士"."""
    plain, here, nation = reading.plain, at, ""
    fields: list[str] = []
    best: Part | None = None
    counted = False
    while here < min(len(plain), at + _LONGEST):
        head = words.heads().at(plain, here)
        if head is not None:
            part = _of_head(reading, at, here + len(head.text), head, nation, fields, counted)
            best = part or best
        modifier = words.modifiers().at(plain, here)
        count = _COUNT.match(plain, here) if modifier is None else None
        if modifier is not None:
            here += len(modifier.text)
            if modifier.table == "nations":
                nation = nation or modifier.key
            elif modifier.key != "other":
                fields.append(modifier.key)
            else:
                counted = counted or modifier.text not in ("大", "等")
        elif count:
            here, counted = count.end(), True
        elif plain[here] == "的" and here > at:
            here += 1
        else:
            break
    return best


def _of_head(
    reading: Reading,
    start: int,
    end: int,
    head: words.Word,
    nation: str,
    fields: list[str],
    counted: bool,
) -> Part | None:
    known = tuple(dict.fromkeys(f for f in fields if f not in ("senior", "industry")))
    if head.table == "state":
        return _government(reading, start, end, head, nation)
    if head.table == "sources":
        return Part(start, end, "role_phrase", compose.role("", "", known, head.key, "source"))
    told = bool(nation or counted) or not {"tech"}.issuperset(known)
    if head.table == "firms" and not told and head.key not in _TELLING:
        return None
    if nation:
        actor = reading.gazetteer.actors.get(nation)
        country = actor.country if actor else ""
        group = compose.role(nation, country, known, head.key, head.table)
        return Part(start, end, "role_phrase", group)
    if head.table == "officials" and head.key in ("officials", "leaders") and not known:
        return None
    return Part(start, end, "role_phrase", None, "group", head.key, known, head.table)


def _government(
    reading: Reading, start: int, end: int, head: words.Word, nation: str
) -> Part | None:
    """A state by its government: "荷兰政府", or "政府" of the state last spoken of."""
    state = reading.gazetteer.actors.get(nation)
    if state is not None:
        return Part(start, end, "role_phrase", state)
    if nation:
        return Part(start, end, "never")
    bare = start + len(head.text) == end and head.text in ("政府", "当局")
    return Part(start, end, "definite", ask="state") if bare else None


def _pointer(reading: Reading, at: int) -> Part | None:
    word = words.pointers().at(reading.plain, at)
    if word is None or (word.text == "公司" and not _opens(reading, at)):
        return None
    return _with_office(reading, Part(at, at + len(word.text), "definite", None, word.key))


def _opens(reading: Reading, at: int) -> bool:
    """Whether a clause begins there: "，公司将恢复供货"."""
    return at == 0 or reading.plain[at - 1] in "，。：；“ "


def _bound(reading: Reading, at: int) -> Part | None:
    """The state of "对华" or of "中美", told by one character."""
    word = words.bound().at(reading.plain, at)
    if word is None:
        return None
    end, is_pair = at + len(word.text), word.key == "pairs"
    for place in range(at, end):
        name = reading.alias(place)
        if name is not None and len(name.text) > 1 and place + len(name.text) > end:
            return None  # "对华为"
        state = words.letter(reading.plain[place])
        if not state or not (is_pair or state == word.key):
            continue
        actor = _state(reading, place)
        if actor is None:
            return None
        second = _state(reading, at + 1) if is_pair and place == at else None
        if second is not None:
            reading.parts.append(_letter(at, actor, Use.ATTRIBUTIVE))
            return _letter(at + 1, second, Use.ATTRIBUTIVE)
        return _letter(place, actor, Use.ATTRIBUTIVE if is_pair else Use.NOUN)
    return None


def _state(reading: Reading, at: int) -> Actor | None:
    """The state that a single character stands for: "中", "美"."""
    return reading.gazetteer.actors.get(words.letter(reading.plain[at]))


def _letter(at: int, actor: Actor, use: Use) -> Part:
    return Part(at, at + 1, "metonym", actor, key="letter", use=use)


def _latin(reading: Reading, at: int) -> Part | None:
    """A name that the seeds know in Latin letters: "ASML", "RTX Pro 6000D"."""
    run = _LATIN.match(reading.text, at)
    if run is None:
        return None
    cut = split(run.group())
    for first in range(len(cut)):
        match = reading.gazetteer.match(cut, first)
        if match is None or not match[1].names:
            continue
        name = match[1].names[0]
        start, end = at + cut.span(first)[0], at + cut.span(match[0] - 1)[1]
        return _with_office(reading, Part(start, end, "alias", name.actor))
    return people.unknown_latin(reading, run)
