"""Names that no list has, found by their form: "Xyz Semiconductor Co", "analyst Jane Doe".

Conservative: in a headline capitals say nothing, and nothing is found there.
"""

from functools import cache

from timeline.actors.compose import by_form
from timeline.actors.found import Piece, Reading
from timeline.actors.lexemes import Head, Lexeme, Name, around
from timeline.lexicon import load
from timeline.model import Actor, ActorKind

_FROM = frozenset(("of", "at", "with", "from", "for"))
_MOST = 7  # words of one name


def find(reading: Reading) -> None:
    """Add a piece for every name that its form gives away."""
    words = reading.words
    if words.shouts:
        return
    taken = {
        at
        for piece in reading.pieces
        if piece.names and not _is_unsure(reading, piece)
        for at in range(piece.first, piece.end)
    }
    at, capitals, not_first = 0, frozenset(words.capitals), around().not_first
    for first in words.capitals:
        if first < at or first in taken:
            continue
        if words.raw[first] in not_first and first + 1 not in capitals:
            continue
        at = _run(reading, first, taken)
        _name(reading, first, at)


def _is_unsure(reading: Reading, piece: Piece) -> bool:
    """Whether a longer name may hold it: "Harris" of "Meghan Harris", "Fair Trade Commission"."""
    if not piece.names[0].context or not all(name.context for name in piece.names):
        return False
    if all(name.actor.kind is ActorKind.PERSON for name in piece.names):
        return True
    first, raw = piece.first - 1, reading.words.raw
    if piece.end - piece.first > 1 or piece.lexeme.head is None or first < 0:
        return False
    return raw[first][:1].isupper() and raw[first] not in around().not_first


def _run(reading: Reading, first: int, taken: set[int]) -> int:
    """Where the capitalised words from ``first`` end; "of", "for" and "&" may stand inside."""
    raw, low, inside = reading.words.raw, reading.words.low, around().inside
    end = first + 1
    while end < len(raw) and end - first < _MOST and end not in taken:
        if raw[end] != low[end] and raw[end][0].isalpha():
            end += 1
            continue
        more = end + 1
        if _is_initial(reading, end) or _is_listed(reading, first, end):
            end = more + 1
            continue
        if _is_given_name(reading, end):
            end = more + 1
            continue
        if low[end] in ("of", "for") and more < len(low) and low[more] == "the":
            more += 1
        joins = low[end] in inside or (low[end] == "-" and reading.words.is_glued(end))
        if not joins or more >= len(raw) or raw[more] == low[more] or more in taken:
            break
        if low[end] in ("and", "of", "for", "on") and not _is_body(raw[first:end]):
            break
        if low[end] == "on" and low[more] in _days():
            break  # "the Ministry of Mines on Friday"
        end = more + 1
    return end


@cache
def _days() -> frozenset[str]:
    return frozenset(str(load("status")["time"]["words"]).split())


def _is_initial(reading: Reading, stop: int) -> bool:
    """Whether the full stop is an initial's: "John A. Eisenberg"."""
    raw = reading.words.raw
    if raw[stop] != "." or stop + 1 >= len(raw) or not reading.words.is_glued(stop):
        return False
    return len(raw[stop - 1]) == 1 and raw[stop - 1].isupper() and raw[stop + 1][:1].isupper()


def _is_listed(reading: Reading, first: int, comma: int) -> bool:
    """Whether the comma stands within a body's name: "Ministry of Industry, Trade and Energy"."""
    raw, low = reading.words.raw, reading.words.low
    if raw[comma] != "," or not ({"of", "for"} & set(low[first:comma])):
        return False
    if comma + 3 >= len(raw) or not _is_body(raw[first:comma]):
        return False
    ahead = comma + 2 + (low[comma + 2] == ",")
    return raw[comma + 1][:1].isupper() and low[ahead] == "and" and raw[ahead + 1][:1].isupper()


def _is_given_name(reading: Reading, hyphen: int) -> bool:
    """Whether the small second half of a name follows: "-koo" in "Yeo Han-koo"."""
    if reading.low(hyphen) != "-" or reading.low(hyphen + 1) in around().compound:
        return False
    glued = reading.words.is_glued(hyphen) and reading.low(hyphen + 1).isalpha()
    return glued and reading.low(hyphen + 2) in (",", "'s", *around().said)


def _is_body(raw: list[str]) -> bool:
    return any(word in around().body for word in raw)


def _name(reading: Reading, first: int, end: int) -> None:
    raw, lists = reading.words.raw, around()
    while first < end and raw[first] in lists.not_first:
        first += 1
    if first >= end:
        return
    office = _office_inside(reading, first, end)
    if office is not None and office.end < end:
        person = _person_of(reading, office.end, end)
        if person < end:
            _add(reading, person, end, ActorKind.PERSON)
        return
    names = raw[first:end]
    if not all(word in lists.tail or word in lists.company for word in names):
        _whose(reading, first, end, names)


def _whose(reading: Reading, first: int, end: int, names: list[str]) -> None:
    """Add the name as that of a body, a firm, an organisation or a person, as its words tell."""
    low, lists = reading.words.low, around()
    of = "of" in names or "for" in names
    if len(names) > 1 and _is_body(names) and (of or names[-1] in lists.body):
        known = reading.starting(first)
        owned = known.lexeme.owned if known is not None and known.end == end else ()
        if owned and len(names) == 2 and _nation(reading, first, ActorKind.BODY)[0]:
            return  # "Japan's Foreign Ministry" is as "Japan's foreign ministry"
        _add(reading, first, end, ActorKind.BODY, owned)
    elif len(names) > 1 and any(word in lists.company for word in names[1:]):
        _company(reading, first, end)
    elif len(names) > 1 and _is_body(names):
        return
    elif _follows_person(reading, first) or (len(names) > 1 and names[-1] in lists.organisation):
        _add(reading, first, end, ActorKind.ORGANISATION)
    elif _follows_firm(reading, first) and low[first] not in lists.function:
        _add(reading, first, end, ActorKind.COMPANY)
    elif _is_person(reading, first, end) and _is_said(reading, first, end):
        _add(reading, first, end, ActorKind.PERSON)
    elif reading.low(first - 1) in ("for", "of") and reading.low(end) in lists.said:
        person = _person_of(reading, first - 1, end)
        if _is_noun(reading.starting(person - 1)):
            _add(reading, person, end, ActorKind.PERSON)


def _person_of(reading: Reading, first: int, end: int) -> int:
    """Where the person's name begins after an office: "... for National Security John Eisen"."""
    if _is_person(reading, first, end):
        return first
    if reading.low(first) not in ("for", "of"):
        return end
    starts = range(first + 1, end - 1)
    return next((at for at in starts if _is_person(reading, at, end)), end)


def _company(reading: Reading, first: int, end: int) -> None:
    raw, lists = reading.words.raw, around()
    marks = [at for at in range(first, end) if raw[at] in lists.company or raw[at] in lists.tail]
    if any(reading.low(at) in ("of", "for") for at in range(first, end)):
        return
    _add(reading, first, marks[-1] + 1, ActorKind.COMPANY)


def _office_inside(reading: Reading, first: int, end: int) -> Piece | None:
    """The last office within, or right before, the capitalised words."""
    office = None
    for at in range(first, end + 1):
        piece = reading.ends.get(at)
        if piece is not None and _office(piece) is not None and not piece.names:
            office = piece
    return office


_OWNED = Head("office", "office", "singular", office="state")


def _office(piece: Piece | None) -> Head | None:
    if piece is not None and piece.lexeme.owned and piece.lexeme.owned[0].title:
        return _OWNED
    head = piece.lexeme.head if piece is not None else None
    return head if head is not None and head.group == "office" else None


def _is_person(reading: Reading, first: int, end: int) -> bool:
    """Two or three plain capitalised words, none of which the lexicon knows."""
    plain = [at for at in range(first, end) if reading.low(at) not in ("-", ".")]
    if not 2 <= len(plain) <= 4:
        return False
    raw = reading.words.raw
    good = all(
        raw[at].isalpha()
        and not (raw[at].isupper() and len(raw[at]) > 1)
        and (raw[at][0].isupper() or reading.low(at - 1) == "-")
        for at in plain
    )
    return good and not any(_is_noun(reading.starting(at)) for at in plain)


def _is_noun(piece: Piece | None) -> bool:
    return piece is not None and bool(
        piece.lexeme.head or piece.lexeme.fields or piece.lexeme.nation
    )


def _is_said(reading: Reading, first: int, end: int) -> bool:
    """Whether the words around tell a person: "said Jane Doe", "Jane Doe, an analyst"."""
    if reading.low(first - 1) in around().said or reading.low(end) in around().said:
        return True
    if reading.low(first - 1) in (",", ".") and _office(reading.ends.get(first - 1)) is not None:
        return True  # "its chairman, Jane Doe", "Rep. Jane Doe"
    if reading.low(end) != ",":
        return False
    if reading.low(end + 1).isdigit() and reading.low(end + 2) == ",":
        return True  # "Gong Li, 43, a trader"
    for at in range(end + 1, end + 8):
        if reading.low(at) in (",", ".", "", ";"):
            return False
        if _is_role(reading.starts.get(at)):
            return True
    return False


def _is_role(piece: Piece | None) -> bool:
    """Whether it says what a person is: "analyst", but "official" and "expert" too."""
    head = piece.lexeme.head if piece is not None else None
    one = head is not None and head.number == "singular" and head.group in ("officials", "source")
    return one or _office(piece) is not None


def _follows_person(reading: Reading, first: int) -> bool:
    """Whether it says whose a person is: "an analyst at X", "Jane Doe of consulting firm X"."""
    at = first - 1
    for _ in range(4):
        piece = reading.ending(at + 1)
        if reading.low(at) in _FROM or piece is None:
            break
        at = piece.first - 1
    if reading.low(at) not in _FROM:
        return False
    before = reading.ending(at)
    head = _office(before)
    if head is not None and not (before and before.names):
        return head.office in ("scholar", "firm") and reading.low(at) != "for"
    return bool(before and before.form and before.names[0].actor.kind is ActorKind.PERSON)


def _follows_firm(reading: Reading, first: int) -> bool:
    """Whether a firm's noun stands right before: "the startup Xyz", "a company called Xyz"."""
    piece = reading.ending(first - (reading.low(first - 1) in ("named", "called", "dubbed")))
    head = piece.lexeme.head if piece is not None and not piece.names else None
    if head is None or head.group != "firms" or head.number != "singular" or head.loose:
        return False
    return reading.words.raw[first][0].isupper()


def _add(
    reading: Reading, first: int, end: int, kind: ActorKind, owned: tuple[Name, ...] = ()
) -> None:
    """Add a name; of ``owned`` the document may tell whose it is: "the Ministry of Commerce"."""
    if end <= first:
        return
    begin, finish = reading.words.span(first)[0], reading.words.span(end - 1)[1]
    text = reading.text[begin:finish]
    actor = by_form(text, kind, *_nation(reading, first, kind))
    lexeme = Lexeme(names=(Name(actor, ()),), owned=() if actor.country else owned, open=True)
    piece = Piece(first, end, lexeme, lexeme.names, form=True)
    for at in range(first, end):
        inside = reading.starts.get(at)
        if inside is not None and inside.end <= end:
            inside.used = True
    reading.pieces.append(piece)
    reading.starts[first] = reading.ends[end] = piece


def _nation(reading: Reading, first: int, kind: ActorKind) -> tuple[str, str]:
    """The country and state that stand before an unknown body or firm: "Japan's Ministry of X"."""
    at = first - (reading.low(first - 1) == "'s")
    piece = reading.ending(at)
    if piece is None:
        return "", ""
    state = piece.lexeme.nation
    if not state and piece.names and piece.names[0].actor.kind is ActorKind.STATE:
        state = piece.names[0].actor.id
    actor: Actor | None = reading.gazetteer.actors.get(state)
    if actor is None:
        return "", ""
    return actor.country, actor.id if kind is ActorKind.BODY else ""
