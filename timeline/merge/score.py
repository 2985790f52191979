"""How surely two mentions are one event, and why.

A score is a sum of signs, each a value between -1 and 1 times its weight, so that a person can
follow it.  To add a sign: a field of ``Signs``, a weight of its name, a phrase in ``explain``.
"""

import math
from operator import mul
from typing import NamedTuple

from timeline.merge.facts import UNDONE, Fact, Wording
from timeline.merge.settings import Settings
from timeline.merge.times import NOTICE, Time
from timeline.merge.who import Who

#: Characters within which "the move" finds what it points back to: two or three sentences.
BACK = 600
#: Characters below a title in which its act is told once more.
LEAD = 500
#: What two neighbouring days say: a US evening is the next day in Asia.
NEXT_DAY = 0.2
#: Days by which two tellings of what is news may lie apart, however short the window of its type.
STALE = 10
#: Taken back against made, unless the words date both.
UNDO = -1.6
#: What it says against one act that two of a kind that is done by the dozen share no word.
UNLIKE = -0.3


class Signs(NamedTuple):
    """What speaks for and against: each -1 to 1, 0 where nothing is known; ``patient`` and
    ``numbers`` go lower where the target, or the figure, makes the act.
    """

    type: float
    agent: float
    patient: float
    objects: float
    numbers: float
    date: float
    report: float
    near: float
    words: float
    real: float
    back: float
    apart: float
    direction: float
    lead: float


#: What each sign weighs, in logits: near a fit on the mentions of the labelled articles that rules
#: are written by and of fifty short notes on measures of 2022 to 2025, as they are read and as they
#: are labelled; rounded, for the sum hardly changes by a quarter more or less of one.  The
#: type outweighs all: acts of two types are two events unless nearly everything else agrees.
#: Words come next, for one act is told in like words; then which way the measure points, the date,
#: whether it has happened or may happen, and words that open another act or point back to one.
#: Who acts, what it hits, objects and figures follow; to be of one report helps, to stand close
#: says little.
WEIGHTS = Signs(
    type=5.0, agent=1.4, patient=1.25, objects=1.2, numbers=1.4, date=2.0, report=0.6, near=0.2,
    words=3.5, real=2.0, back=1.8, apart=2.0, direction=2.2, lead=1.0,
)  # fmt: skip
#: Nothing known but one type and one actor must stay below the threshold.
BIAS = -7.3


def surety(found: Signs) -> float:
    """The weighed signs as a number between 0 and 1."""
    return 1 / (1 + math.exp(-BIAS - sum(map(mul, WEIGHTS, found))))


def signs(a: Fact, b: Fact, settings: Settings) -> Signs | None:
    """All signs of a pair; None where types, dates or one sentence for both forbid it."""
    fit = settings.fit(a.type, b.type)
    if not fit:
        return None
    together = a.mention.document == b.mention.document
    if together and a.mention.sentence == b.mention.sentence:
        return None  # the reader of claims told them apart within one sentence
    date = _date(a.time, b.time, max(a.window, b.window), together)
    if date is None:
        return None
    agent = _agent(a.who, b.who, a.personal and b.personal)
    left, right = a.said, b.said
    found = (  # in the order of its fields: there are millions
        fit,
        agent,
        _patient(a.who, b.who, a.defined and b.defined),
        _objects(left.objects, right.objects) if left.objects and right.objects else 0.0,
        _numbers(left, right) if left.numbers.isdisjoint(right.numbers) else 1.0,
        date,
        1.0 if a.report == b.report else 0.0,
        _near(a, b) if together else 0.0,
        _words(a, b),
        _real(a.real, b.real),
        0.0 if a.personal or b.personal or agent < 0 else _back(a, b, together),
        _apart(a, b, together) if left.apart or right.apart else 0.0,
        _against(a, b) if left.direction * right.direction < 0 else _eased(left, right),
        _lead(a, b) if together else 0.0,
    )
    return tuple.__new__(Signs, found)


def _agent(a: Who, b: Who, one: bool) -> float:
    """1: the same; less: of one side; -1: of two.  Of two offices of one government, one's
    remark or ruling is not the other's: "the Supreme Court" and "Trump", Commerce and Pentagon;
    but what a ministry does "the Biden administration" does.
    """
    if not a.agents.isdisjoint(b.agents):
        return 1.0
    if not a.agents or not b.agents:
        return 0.4 if a.sides & b.sides and (a.agents or b.agents) else 0.0
    if not a.agent_roots & b.agent_roots:
        return -1.0
    if a.whole != b.whole and not one:
        return 0.6
    if a.named and b.named:
        return 0.7 if a.named & b.named - a.agent_roots else -0.8 if one else -0.2
    return 0.4 if one else 0.8


def _patient(a: Who, b: Who, defines: bool) -> float:
    """How far those who bear it agree; where the target makes the act, strangers part it.

    A country, or its firms as a whole, is no stranger to one of its firms.
    """
    if not a.patients or not b.patients:
        return 0.0
    if a.patients == b.patients:
        return 1.0
    both, few = len(a.patients & b.patients), min(len(a.patients), len(b.patients))
    many = max(len(a.patients), len(b.patients))
    same = both / (math.sqrt(few * many) if defines else few)
    roots = a.patient_roots & b.patient_roots
    side = 0.6 * len(roots) / min(len(a.patient_roots), len(b.patient_roots))
    if same or side:
        return max(same, side)
    if a.vague or b.vague:
        return 0.0
    return -3.0 if defines else -0.4


def _objects(a: frozenset[str], b: frozenset[str]) -> float:
    return -0.6 if a.isdisjoint(b) else 1.0


def _numbers(a: Wording, b: Wording) -> float:
    """Below 0 where other sums are told of other things: of one product's sales, and of all."""
    if not a.sums or not b.sums:
        return 0.0
    return -2.5 if a.objects.isdisjoint(b.objects) and (a.objects or b.objects) else 0.0


def _date(a: Time, b: Time, window: int, together: bool) -> float | None:
    """1: the same day; 0: nothing known; below: apart; None: too far apart to be one.

    ``together``: one document tells both.  An author who dates two things apart means two.
    """
    if a.hard and b.hard:
        return _dated(a, b, window, together)
    if not a.hard and not b.hard:
        return _told(abs(a.told - b.told), window, a.standing and b.standing)
    soft, hard = (b, a) if a.hard else (a, b)
    gap = _gap(a, b)
    if gap < 0:
        return _fresh(soft, hard)
    if soft.standing:
        return 0.0 if together else max(-0.8, -0.1 - gap / 200)
    return -0.2 - 0.5 * gap / (window + 1) if gap <= window else None


def _gap(a: Time, b: Time) -> int:
    """Days between the two; below 0 where they share a day."""
    start = a.start if a.start > b.start else b.start
    return start - (a.end if a.end < b.end else b.end)


def _dated(a: Time, b: Time, window: int, together: bool) -> float | None:
    """Of two whose words date the act: neighbouring days are one in two time zones.  "By 2026",
    told in May, is not what was done in August.
    """
    if (b.effect and not a.effect and a.start > b.told + 1) or (
        a.effect and not b.effect and b.start > a.told + 1
    ):
        return None
    gap = _gap(a, b)
    if gap < 0:
        return min(a.exact, b.exact) * (1.0 if a.effect is b.effect else _noticed(a, b))
    if gap >= window:
        return None
    if together:
        return -1.0
    return NEXT_DAY if not gap else -0.2 - 0.6 * (gap + 1) / window


def _noticed(a: Time, b: Time) -> float:
    """How likely what takes effect is the dated act: 1 where it is told at once, 0 months on.

    "exporters will need a licence from January", told in December, is hardly October's measure.
    """
    effect, act = (a, b) if a.effect else (b, a)
    return max(0.0, 1.0 - max(0, effect.told - act.end) / NOTICE)


def _fresh(soft: Time, hard: Time) -> float:
    """Of one dated act and one told as news: the nearer the telling to the day, the surer."""
    apart = max(0, soft.told - hard.end + 1, hard.start - soft.told)
    return max(0.1, 0.5 - apart / 20) * hard.exact if not soft.standing or apart <= 3 else 0.1


def _told(apart: int, window: int, standing: bool) -> float | None:
    """Of two without a date of their own: days between their tellings."""
    if apart <= 3:
        return 0.4
    if standing:
        return max(-0.5, 0.3 - apart / 365)
    longest = max(window, STALE)
    return 0.3 - 0.9 * apart / longest if apart <= longest else None


def _lead(a: Fact, b: Fact) -> float:
    """1 where a title and the sentences below it tell an act of one type, and open no other."""
    if a.title is b.title or a.type != b.type or a.said.apart or b.said.apart:
        return 0.0
    return 1.0 if abs(a.order[2] - b.order[2]) <= LEAD else 0.0


def _near(a: Fact, b: Fact) -> float:
    """1 for neighbours in their document, falling to 0 a thousand characters on."""
    return max(0.0, 1.0 - abs(a.order[2] - b.order[2]) / 1000)


def _real(a: float, b: float) -> float:
    """-1 where one is done and the other a mere chance; 0.5 where both are yet to come."""
    if a < 0 and b < 0:
        return 0.5
    return a * b if a * b < 0 else 0.0


def _back(a: Fact, b: Fact, together: bool) -> float:
    """1 where the later of two neighbours points back: "the move is meant to", "the rules bar".
    "The move" belongs less with what is told elsewhere.
    """
    first, second = (a, b) if a.order < b.order else (b, a)
    points = second.said.back or second.said.measure
    if points and together and second.order[2] - first.order[2] <= BACK:
        return 1.0
    return -0.6 if a.said.back is not b.said.back else 0.0


def _apart(a: Fact, b: Fact, together: bool) -> float:
    """-1 where one document opens another act of the kind: "and later switched to".  What is
    opened so in one document is less what another tells plainly.
    """
    second = b if a.order < b.order else a
    if together and second.said.apart:
        return -1.0
    return -0.5 if a.said.apart is not b.said.apart else 0.0


def _eased(a: Wording, b: Wording) -> float:
    """Less where only one is said to ease, more where both are."""
    return (0.0, -0.4, 0.3)[(a.direction < 0) + (b.direction < 0)]


def _against(a: Fact, b: Fact) -> float:
    """Of two that point opposite ways; lower where one is taken back: the plan that was shelved is
    not the measure taken.
    """
    if a.time.hard and b.time.hard:
        return -1.0
    return UNDO if a.mention.status in UNDONE or b.mention.status in UNDONE else -1.0


def _words(a: Fact, b: Fact) -> float:
    """Cosine of the claims' words, weighed by rarity.  Where none is shared, two stances are
    rather two, and so is what does not say who acts.
    """
    left, right = a.said, b.said
    if shared := sum(map(left.squares.__getitem__, filter(right.words.__contains__, left.words))):
        return shared / (left.norm * right.norm)
    return UNLIKE if a.loose or not (a.who.agents and b.who.agents) else 0.0
