"""Words that point back: "it", "they", "the country", "one of the people", a surname alone."""

from timeline.actors.found import Ask, Found, Piece, Reading
from timeline.actors.lexemes import around
from timeline.actors.standing import is_verb
from timeline.model import Use


def find(reading: Reading) -> None:
    """Add a question for every pronoun and every noun that only points back."""
    for piece in reading.pieces:
        lexeme = piece.lexeme
        if not lexeme.points or piece.used or piece.names:
            continue
        if lexeme.pronoun and _is_word(reading, piece.first):
            _pronoun(reading, piece)
        elif lexeme.pair:
            ask = Ask("pair", lexeme.pair)
            reading.add(Found(piece.first, piece.end, "definite", ask=ask, plural=True))
        elif lexeme.place:
            _place(reading, piece)
        elif lexeme.again:
            _again(reading, piece)
    if not reading.words.shouts:
        _surnames(reading)


def _is_word(reading: Reading, at: int) -> bool:
    """Whether it is no abbreviation: "IT exports"."""
    raw = reading.words.raw[at]
    return reading.words.shouts or len(raw) < 2 or not raw.isupper()


def _pronoun(reading: Reading, piece: Piece) -> None:
    kind, at = piece.lexeme.pronoun, piece.end
    if kind == "it" and not _is_doer(reading, piece):
        return
    if kind in ("its", "their", "his"):
        after = reading.low(at)
        if not after[:1].isalnum() or after in around().function or after in around().prepositions:
            return
        what = {"its": "its", "their": "they", "his": "he"}[kind]
        use: Use | None = Use.POSSESSIVE
    else:
        what, use = kind, Use.NOUN
    subject = use is Use.NOUN
    reading.add(Found(piece.first, at, "pronoun", ask=Ask(what), use=use, subject=subject))


def _is_doer(reading: Reading, piece: Piece) -> bool:
    """Whether "it" is somebody that does something, not "it is claimed"."""
    at, lists = piece.end, around()
    if at >= len(reading.words) or reading.low(piece.first - 1) in lists.prepositions:
        return False
    word, after = reading.low(at), reading.low(at + 1)
    if word in ("is", "was") and after.endswith("ing") and after not in ("being", "during"):
        return True
    if word in ("will", "would", "has", "had", "did"):
        return after not in (
            "be",
            "been",
            "seem",
            "appear",
            "take",
            "become",
            "have",
            "not",
            "also",
        )
    if word in lists.pleonastic:
        return False
    return is_verb(reading.words, at) and not word.endswith("ly")


def _place(reading: Reading, piece: Piece) -> None:
    """Ask for the state spoken of: "the country", "the bloc"."""
    before = reading.low(piece.first - 1)
    if before not in ("the", "this") or reading.low(piece.end) == "-":
        return
    ask = Ask("state", piece.lexeme.place)
    reading.add(Found(piece.first - 1, piece.end, "definite", ask=ask))


def _again(reading: Reading, piece: Piece) -> None:
    """Ask for the source named before: "one of the people", "the second person"."""
    first = piece.first
    while (before := reading.ending(first)) and before.lexeme.determiner:
        first = before.first
    lists, after = around(), reading.low(piece.end)
    spoke = after in lists.said or after in ("who", "familiar")
    spoke = spoke or reading.low(first - 1) in lists.said
    told = (
        spoke
        or reading.low(piece.end) == ","
        or lists.ordinals & {reading.low(first), reading.low(piece.first - 1)}
    )
    if first == piece.first or not told or reading.low(piece.end) == "of":
        return
    word = reading.low(piece.first)
    plural = word in ("people", "persons", "two", "three")
    ask = Ask("familiar", word, near=word == "source")
    reading.add(Found(first, piece.end, "definite", ask=ask, plural=plural))


def _surnames(reading: Reading) -> None:
    """A capitalised word alone: perhaps the surname of somebody named in full before."""
    raw, low = reading.words.raw, reading.words.low
    root = reading.gazetteer.root
    alone = [at for at in reading.words.capitals if low[at] not in root and raw[at].isalpha()]
    if not alone:
        return
    taken = {at for found in reading.found for at in range(found.first, found.end)}
    for at in alone:
        if at not in taken:
            reading.add(Found(at, at + 1, "alias", ask=Ask("surname", raw[at])))
