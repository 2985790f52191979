"""A mention as merging sees it: who, to whom, what, how much, when, in which words."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from operator import itemgetter

from timeline.lexicon import words
from timeline.merge import times, who
from timeline.merge.settings import Settings
from timeline.merge.times import Time
from timeline.merge.who import Who
from timeline.model import Mention, Status
from timeline.values import dataclass

#: A sentence that begins so early stands in the title, "# " or a blank before it.
TITLE = 4
_NUMBER = words.Kind.NUMBER
_MONEY = re.compile(r"(?:[A-Z]{2,3})?[$€£¥]")
_TOKEN = re.compile(r"[a-z]+")
UNDONE = frozenset({Status.RESCINDED, Status.SUSPENDED})
#: How far it has come about: what is done, what is planned for certain, what may be.
_REAL = {
    Status.ENACTED: 1.0, Status.IN_FORCE: 1.0, Status.OCCURRED: 1.0, Status.SUSPENDED: 1.0,
    Status.RESCINDED: 1.0, Status.PROPOSED: -0.3, Status.FORECAST: -0.5, Status.SPECULATION: -1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """What a claim's words say beside who and when.

    ``words`` maps a stem to its weight, ``squares`` to its square; ``norm`` is their length.
    ``sums`` are those of money, of a type that they make.
    ``back``: it points back to what was just told, ``measure``: and says what kind of act that
    was; ``apart``: it opens another act; ``direction``: 1 tightens, -1 eases.
    """

    words: Mapping[str, float]
    squares: Mapping[str, float]
    norm: float
    objects: frozenset[str]
    numbers: frozenset[str]
    sums: frozenset[str]
    back: bool
    measure: bool
    apart: bool
    direction: int


@dataclass(frozen=True, slots=True)
class Fact:
    """All that a pair is scored by.  ``order`` is (day of publication, document, offset);
    ``title``: it stands in the first line of its document.  By type: days of its ``window``;
    ``personal``: it belongs to the very speaker or firm; ``defined``: whom it hits makes it;
    ``loose``: one actor does many of its kind at a time.
    """

    index: int
    mention: Mention
    order: tuple[int, str, int]
    type: str
    report: str
    who: Who
    said: Wording
    time: Time
    real: float
    title: bool
    window: int
    personal: bool
    defined: bool
    loose: bool


def read(
    mentions: Sequence[Mention],
    reports: Mapping[str, str],
    parents: Mapping[str, str],
    settings: Settings,
) -> list[Fact]:
    """One Fact a mention, sorted by order; ``reports`` maps a document to its report."""
    ordered = sorted(((order(mention), mention) for mention in mentions), key=itemgetter(0))
    bags = [words.find(mention.claim.text) for _, mention in ordered]
    weights = _weights(bags)
    return [
        Fact(
            index=i,
            mention=mention,
            order=place,
            type=mention.type,
            report=reports.get(mention.document, mention.document),
            who=who.read(mention, parents, settings),
            said=_wording(mention, bag, weights, settings),
            time=times.read(mention, settings),
            real=_real(mention, settings),
            title=mention.sentence.start < TITLE,
            window=settings.window(mention.type, mention.type),
            personal=mention.type in settings.one,
            defined=mention.type in settings.target,
            loose=mention.type in settings.loose,
        )
        for i, ((place, mention), bag) in enumerate(zip(ordered, bags, strict=True))
    ]


def _real(mention: Mention, settings: Settings) -> float:
    """What is to take effect on a day is no mere chance: "will need licences from Aug. 1"."""
    ahead = mention.status is Status.FORECAST and times.takes_effect(mention, settings)
    return 0.0 if ahead else _REAL.get(mention.status, 0.0)


def order(mention: Mention) -> tuple[int, str, int]:
    """Earliest published first, then by document and place in it."""
    told = mention.dct.toordinal() if mention.dct else date.max.toordinal()
    return (told, mention.document, mention.claim.span.start)


def _weights(bags: Sequence[Sequence[words.Word]]) -> dict[str, float]:
    """A stem to how rare it is."""
    has = Counter(stem for bag in bags for stem in {word.stem for word in bag})
    return {stem: math.log(1 + len(bags) / count) for stem, count in has.items()}


def _wording(
    mention: Mention, found: Sequence[words.Word], weights: Mapping[str, float], settings: Settings
) -> Wording:
    bag = {word.stem: weights[word.stem] for word in found}
    figures = {word.stem for word in found if word.kind is _NUMBER}
    low = mention.claim.text.lower()
    tokens = frozenset(_TOKEN.findall(low))
    squares = {stem: weight * weight for stem, weight in bag.items()}
    return Wording(
        bag,
        squares,
        math.sqrt(sum(squares.values())),
        frozenset(_object(item.text) for item in mention.claim.objects),
        frozenset(figures | {number(text) for text in mention.claim.numbers}),
        _sums(mention) if mention.type in settings.figured else frozenset(),
        settings.back.stands(low, tokens),
        settings.measure.stands(low, tokens),
        settings.apart.stands(low, tokens),
        _direction(mention, low, tokens, settings),
    )


def _sums(mention: Mention) -> frozenset[str]:
    """The sums of money that it tells: "$57 billion", not "12%"."""
    return frozenset(number(text) for text in mention.claim.numbers if _MONEY.match(text))


def _object(text: str) -> str:
    """What a product is known by: "Ascend 910C" and "910C" are one; "Entity List" is itself."""
    coded = [word for word in text.casefold().split() if any(map(str.isdigit, word))]
    return " ".join(coded) or text.casefold()


@cache
def number(text: str) -> str:
    """A figure by its value: "$3.7 billion", "3.7e9 USD" and "US$3.7bn" are one."""
    written = re.match(r"[\d.]+e[+]?\d+", text)
    if written:
        return f"{float(written.group()):.6g}"
    return next((word.stem for word in words.find(text)), text)


def _direction(mention: Mention, low: str, tokens: frozenset[str], settings: Settings) -> int:
    """1 where a measure tightens, -1 where one is eased, 0 where both are said or nothing is."""
    tighter = settings.tighten.stands(low, tokens) or settings.demand.stands(low, tokens)
    eased = settings.ease.stands(low, tokens)
    if eased and settings.denied.stands(low, tokens):
        tighter, eased = True, False
    elif settings.undone.stands(low, tokens):
        tighter, eased = False, True
    if mention.status in UNDONE or (eased and not tighter):
        return -1
    return int(tighter or mention.type in settings.tightens) if not eased else 0
