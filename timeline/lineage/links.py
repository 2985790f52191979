"""Whether two documents rest on one original, and why.

To add a sign, write a function that takes a ``Pair`` and gives a Link or None, and put its name
into ``SIGNS``, the surest first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.lineage import sources
from timeline.lineage.align import Alignment, align
from timeline.lineage.sources import Sources
from timeline.lineage.words import Text, likeness
from timeline.model import Document, Link

#: Days between two publications within which a sign counts.  A copy may be posted weeks later;
#: a retelling is news only for days; an echo without the outlet's name only while it is fresh.
COPY_DAYS, REWRITE_DAYS, SOURCE_DAYS, ECHO_DAYS = 60, 14, 5, 3
#: Half of the shorter one's five-word runs: quoting one statement gives a tenth, a light edit
#: keeps two thirds.
COPY = 0.5
#: Aligned share of a rewrite.  On the labelled articles two of one report reach 0.26 or more, two
#: reporters' stories of one public document 0.12, strangers 0.08; the middle, rounded down.
REWRITE = 0.2
#: The same where both name other originals: then only a text that plainly follows the other.
REWRITE_AGAINST = 0.35
LEAST_SAME = 3
#: Likeness of two whole texts.  One topic, other news: 0.10 to 0.20; one report retold: 0.20 and
#: up.  It decides nothing alone: an outlet cited by both within days makes the lower end enough,
#: an outlet that only one names needs more.
ALIKE_SOURCE, ALIKE_ECHO = 0.15, 0.18
#: So many sentences, the title among them, tell what is new; and how alike the likest two must be
#: where an outlet is cited by both, and where only one names it.  Other news with the same
#: background: 0.20 to 0.38; one report retold: 0.35 to 0.80 in five out of six.
LEAD = 3
LEAD_SOURCE, LEAD_ECHO, LEAD_REWRITE = 0.3, 0.35, 0.25
#: Numbers, names and events in common that few other documents have.
TELLING = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One document with its words and its sources."""

    text: Text
    sources: Sources

    @property
    def id(self) -> str:
        return self.text.document.id

    @property
    def outlet(self) -> str:
        return self.text.document.outlet


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents to be judged: ``a`` the later one.

    ``days`` lie between them (None: a date is missing); ``rare`` maps numbers and names that
    both have and few others do to how ``a`` writes them.
    """

    a: Side
    b: Side
    days: int | None
    alike: float
    rare: Mapping[str, str]
    alignment: Alignment

    def within(self, days: int, *, undated: bool = False) -> bool:
        return undated if self.days is None else self.days <= days

    @property
    def lead(self) -> float:
        """How alike their first sentences are."""
        return _lead(self.a.text, self.b.text)

    @property
    def telling(self) -> int:
        """How many numbers, names and events only these share: events count as one at most."""
        events = self.a.sources.events & self.b.sources.events
        return len(self.rare) + min(2, len(events) // 2)

    @property
    def opposed(self) -> bool:
        """Whether their news rests on others: Reuters' own story and AP's own, or the FT's and
        what "a US official said".
        """
        return opposed(self.a, self.b)

    @property
    def parted(self) -> bool:
        """Whether an editor has declared two different originals: that beats every sign."""
        left, right = self.a.sources.declared, self.b.sources.declared
        return bool(left and right and not sources.agree(left, right))


def opposed(a: Side, b: Side) -> bool:
    """Whether two documents say that their news is from different originals."""
    left, right = a.sources, b.sources
    if _is_by(a, b) or _is_by(b, a):
        return False
    if left.origins and right.origins:
        return not sources.shared(left.principals, right.principals)
    return bool(left.origins and right.official) or bool(right.origins and left.official)


def judge(pair: Pair) -> Link | None:
    """The surest sign that both rest on one original, None if there is none."""
    if pair.parted:
        return None
    return next((link for sign in SIGNS if (link := sign(pair)) is not None), None)


def days_apart(a: Document, b: Document) -> int | None:
    """Days between two publications, None where a date is missing."""
    return abs((a.dct - b.dct).days) if a.dct and b.dct else None


def days_between(a: Side, b: Side) -> int | None:
    """Days between the publications of two sides."""
    return days_apart(a.text.document, b.text.document)


def pair_of(a: Side, b: Side, rare: Mapping[str, str]) -> Pair:
    """Measure two documents; sentences are aligned only where the texts are alike at all."""
    alike = likeness(a.text.bag, b.text.bag)
    shorter = min(len(a.text.sentences), len(b.text.sentences))
    found = Alignment((), shorter)
    if alike >= ALIKE_SOURCE:
        found = align(a.text.sentences, b.text.sentences)
    return Pair(a, b, days_between(a, b), alike, rare, found)


def _lead(a: Text, b: Text) -> float:
    """The likeness of the likest two of the first sentences: there stands what is new."""
    pairs = ((i, j) for i in range(LEAD) for j in range(LEAD - i))
    return max(
        (
            likeness(a.sentences[i], b.sentences[j])
            for i, j in pairs
            if i < len(a.sentences) and j < len(b.sentences)
        ),
        default=0.0,
    )


def declared(pair: Pair) -> Link | None:
    """An editor says so of both, or says of one that it rests on the other."""
    left, right = pair.a.sources.declared, pair.b.sources.declared
    if left and right and sources.agree(left, right):
        return _link(pair, "declared", 1.0, f"both are declared to rest on {left.text}")
    for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
        said = here.sources.declared
        document = there.text.document
        if said and said.text in (document.id, document.url or document.id):
            return _link(pair, "declared", 1.0, f"{here.id} is declared to rest on {there.id}")
    return None


def copy(pair: Pair) -> Link | None:
    """Near the same words: shared runs of five over those of the shorter text."""
    left, right = pair.a.text.runs, pair.b.text.runs
    least = min(len(left), len(right))
    if least < 10 or not pair.within(COPY_DAYS, undated=True):
        return None
    share = len(left & right) / least
    if share < COPY:
        return None
    return _link(pair, "copy", share, f"{share:.0%} of the shorter one's five-word runs are shared")


def rewrite(pair: Pair) -> Link | None:
    """The same points in the same order, however they are worded."""
    found = pair.alignment
    brief = found.shorter < LEAST_SAME
    least = REWRITE_AGAINST if pair.opposed or brief else REWRITE
    if not pair.within(SOURCE_DAYS if brief else REWRITE_DAYS, undated=True):
        return None
    if found.same < min(LEAST_SAME, found.shorter) or found.share < least:
        return None
    if pair.lead < LEAD_REWRITE:
        return None  # other news over the same background
    why = f"{found.same} of {found.shorter} sentences in the same order"
    return _link(pair, "rewrite", min(1.0, 0.5 + found.share), _with_rare(why, pair))


def same_source(pair: Pair) -> Link | None:
    """Both cite one outlet, or one cites the other's, within days, and tell alike.

    A report that many retell has no number or name that few have: then its lead tells.
    """
    if not pair.within(SOURCE_DAYS) or pair.alike < ALIKE_SOURCE or pair.opposed:
        return None
    if pair.telling < TELLING and pair.lead < LEAD_SOURCE:
        return None
    shared = sources.shared_outlets(pair.a.sources, pair.b.sources)
    if shared:
        why = f"both cite {' and '.join(shared)}"
    elif _is_by(pair.b, pair.a):
        why = f"{pair.a.id} cites {pair.b.outlet}, which published the other"
    elif _is_by(pair.a, pair.b):
        why = f"{pair.b.id} cites {pair.a.outlet}, which published the other"
    else:
        return None
    return _link(
        pair, "same_source", min(1.0, 0.5 + pair.alike), _with_rare(_dated(why, pair), pair)
    )


def echo(pair: Pair) -> Link | None:
    """One names the outlet; the other tells the same within days on unnamed sources only.

    "according to people familiar with the matter", with the numbers of a Bloomberg report of
    the day before: sources who will not be named rarely talk to two newsrooms at once.  Events
    told in public by named officials are no echo, whoever reports them.
    """
    if not pair.within(ECHO_DAYS) or pair.alike < ALIKE_ECHO:
        return None
    if pair.telling < TELLING and pair.lead < LEAD_ECHO:
        return None
    for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
        silent = here.sources.leans and not here.sources.origins
        if silent and there.sources.origins and not pair.opposed:
            named = max(sorted(there.sources.cited), key=lambda name: there.sources.cited[name])
            why = f"{there.id} cites {named}, {here.id} unnamed sources for the same"
            score = min(1.0, 0.4 + pair.alike)
            return _link(pair, "same_source", score, _with_rare(_dated(why, pair), pair))
    return None


#: The signs, surest first.
SIGNS = (declared, copy, rewrite, same_source, echo)


def _is_by(side: Side, other: Side) -> bool:
    """Whether one is the report that the other cites: by that outlet, no day later than it (an
    evening in New York is a morning in Asia), and not itself on another's word.
    """
    if not any(sources.same_outlet(name, side.outlet) for name in other.sources.cited):
        return False
    mine, theirs = side.text.document.dct, other.text.document.dct
    later = mine and theirs and (mine - theirs).days > 1
    own = not side.sources.principals or sources.shared(side.sources.principals, (side.outlet,))
    return own and not later


def _dated(why: str, pair: Pair) -> str:
    days = {0: "the same day", 1: "within 1 day"}.get(pair.days or 0, f"within {pair.days} days")
    return f"{why}, published {days}"


def _with_rare(why: str, pair: Pair) -> str:
    if not pair.rare:
        return why
    return f"{why}; shares {', '.join(list(pair.rare.values())[:4])}"


def _link(pair: Pair, kind: str, score: float, why: str) -> Link:
    return Link(pair.a.id, pair.b.id, kind, round(score, 3), why)
