"""Whether what follows a verb of saying is something that this verb may say."""

from timeline.attribution.complement import Right
from timeline.attribution.cues import Cue, word_set
from timeline.attribution.words import BREAKS, QUOTES, Words
from timeline.model import Hop, SourceKind


def says_clause(words: Words, cue: Cue, start: int) -> bool:
    """Whether a clause without "that" follows: "said it would", "reported Baidu had bought"."""
    if cue.lemma == "say":
        return True
    if not cue.frames & {"clause", "quote", "hearer"}:
        return False
    for at in range(start, min(start + 10, len(words))):
        if words.low[at] in BREAKS or words.low[at] in ("which", "who", "that"):
            return False
        if words.low[at] in word_set("phrases", "finite"):
            return at > start or words.low[at].endswith(("'s", "'re", "'m"))
    return False


def fits(words: Words, cue: Cue, right: Right, hops: tuple[Hop, ...]) -> bool:
    """Whether the verb may be followed by this."""
    if right.frame == "that" and "wh" in cue.frames:
        return words.at(right.start) in word_set("grammar", "wh")
    if right.frame == "that":
        return bool(cue.frames & {"that", "clause", "hearer"})
    if right.frame == "of":
        return "of" in cue.frames or (cue.lemma == "tell" and right.hearer is not None)
    if right.frame == "to":
        return "to" in cue.frames
    if right.frame != "clause":
        return False
    if says_clause(words, cue, right.start):
        return True
    if "news" in cue.frames and hops[0].kind is SourceKind.OUTLET:
        return True
    if "figure" in cue.frames:
        return _is_figure(words, right.start)
    if "attitude" in cue.frames:
        window = words.low[right.start : right.start + 5]
        return not word_set("phrases", "attitudes").isdisjoint(window)
    if "name" in cue.frames:
        return _is_naming(words, right.start)
    return "np" in cue.frames and hops[0].kind is not SourceKind.HEARSAY


def _is_figure(words: Words, start: int) -> bool:
    """Whether "put the value at $7 billion" follows."""
    for at in range(start + 1, min(start + 18, len(words) - 1)):
        if words.low[at] in (",", ";", "."):
            return False
        if words.low[at] == "at" and not words.at(at + 1)[:1].isalpha():
            return True
    return False


def _is_naming(words: Words, start: int) -> bool:
    """Whether "called the curbs a mistake", "called it “bullying”" follows; no "called for"."""
    if words.at(start) in word_set("grammar", "prepositions") or words.at(start) in QUOTES:
        return False
    for at in range(start + 1, min(start + 14, len(words))):
        if words.low[at] in QUOTES or words.low[at] in ("a", "an"):
            return True
        if words.low[at] in BREAKS or words.low[at] in word_set("grammar", "finite"):
            return False
    return False
