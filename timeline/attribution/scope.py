"""What an attribution covers, by word numbers: the first and the last word of it."""

from bisect import bisect_left, bisect_right

from timeline.attribution.cues import word_set
from timeline.attribution.words import QUOTES, Words

Range = tuple[int, int]
_CLAUSE = 60  # words: a clause has no more


def after(words: Words, start: int) -> Range:
    """From where something is said to where it ends: a semicolon, ", but it", the sentence."""
    first = bisect_right(words.cuts, start)
    end = words.cuts[first] - 1 if first < len(words.cuts) else len(words) - 1
    return start, end


def of_clause(words: Words, start: int) -> Range:
    """The same after "said that": a new clause in the plain past is the text's own again.

    "warned that it would fail, and the deal was called in" ends before "and"; "..., and it would
    fall" goes on, as "..., and that" does.
    """
    _, end = after(words, start)
    for at in range(start + 2, end):
        opens = words.low[at] == "and" and words.low[at - 1] == "," and not words.quoted[at]
        if not opens or words.at(at + 1) not in word_set("grammar", "subjects"):
            continue
        window = words.low[at + 1 : at + 9]
        would = not word_set("grammar", "backshifted").isdisjoint(window)
        if has_finite(words, at + 1, at + 8) and not would:
            return start, at - 2
    return start, end


def before(words: Words, subject: int, cue_end: int, floor: int = 0) -> Range:
    """The clause around "..., Nvidia said": what goes before, and what goes on after it.

    "In all, 601 were added, it said, from five countries" is covered whole; of "were listed, the
    department said, widening the crackdown" only what stands before the cue.
    """
    passed = bisect_left(words.cuts, subject - 1)
    start = max(floor, words.cuts[passed - 1] + 1) if passed else floor
    end = cue_end
    follows = words.at(cue_end + 1), words.at(cue_end + 2)
    is_remark = follows[1] in word_set("grammar", "remarks") or follows[1].endswith("ing")
    is_whole = words.quoted[start] or has_finite(words, start, subject - 1)
    if follows[1] in ("but", "though", "although"):
        return start, end
    if follows[0] == "," and (follows[1] in QUOTES or not (is_remark and is_whole)):
        end = after(words, cue_end + 2)[1]
    elif follows[0] not in (",", ";", ".", ""):
        end = after(words, cue_end + 1)[1]
    return start, end


def phrase_around(words: Words, at: int) -> Range:
    """The stretch that an adverb covers: between commas if it stands in a phrase of its own,
    as in ", reportedly worth $5bn, "; else the whole sentence.
    """
    if words.at(at - 1) not in (",", "(", "–", "—"):
        return 0, len(words) - 1
    closing = (")",) if words.at(at - 1) == "(" else (",", ")", "–", "—")
    for end in range(at + 1, len(words)):
        if words.low[end] in closing:
            return at, end - 1
    return at, len(words) - 1


def has_finite(words: Words, first: int, last: int) -> bool:
    """Whether some word between, of the nearest to its end, looks like a finite verb."""
    window = words.low[max(first, last - _CLAUSE, 0) : max(last + 1, 0)]
    known = word_set("grammar", "finite")
    return not known.isdisjoint(window) or any(word.endswith("ed") for word in window)
