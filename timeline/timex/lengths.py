"""Durations: "four days", "six to 12 months", "a four-day stay".

They are no dates, and are read so that nothing else takes them for one.
"""

from collections.abc import Sequence

from timeline.lexicon import load
from timeline.timex.fiscal import end_point
from timeline.timex.kinds import BREAK, guard, members
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Every, Length, Value

_HALVES = {
    "Y": (6, "M"),
    "M": (2, "W"),
    "W": (3, "D"),
    "D": (12, "TH"),
    "TH": (30, "TM"),
    "TM": (30, "TS"),
}
_LARGE = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y")}
_VAGUE = frozenset(("several", "few", "many", "some", "numerous"))


def quantity(words: Sequence[str]) -> tuple[int | None, bool]:
    """The number that words say, and whether a half comes on top: "two and a half", "12 to 18".

    None where they give no number ("several"); of a range, the lower one.
    """
    numbers, magnitudes = load("timex")["number"], load("timex")["magnitude"]
    total, has_half = 0, False
    for word in words:
        if word in ("to", "or", "through") or (
            word in ("-", "–") and total and words[0].isdecimal()
        ):
            break
        if word in _VAGUE:
            return None, False
        value = numbers.get(word)
        if isinstance(value, int):
            total += value
        elif isinstance(scale := magnitudes.get(word), int):
            total = max(total, 1) * scale
        elif word in ("half", "1/2"):
            has_half = True
        elif word == "couple":
            total = 2
        elif word[:1].isdecimal():
            number = word.replace(",", "").replace("½", ".5")
            whole, _, rest = number.partition(".")
            total, has_half = int(whole), rest.startswith("5")
        elif word in ("an", "a", "another", "additional", "extra", "further"):
            total = max(total, 1 if "half" not in words else 0)
    return total, has_half


def iso_length(unit: str, count: int | None, has_half: bool = False) -> str:
    """TIMEX3's duration: (Y, 2, half) is ``P2Y6M``; (TM, None) ``PTXM``; a fortnight ``P2W``.

    Decades and counted centuries are told in years: durations of XML have nothing coarser.
    """
    if unit in _LARGE and (unit != "C" or count is not None):
        scale, unit = _LARGE[unit]
        count = None if count is None else scale * count + has_half * scale // 2
        has_half = False
    number = "X" if count is None else str(count)
    code = unit.lstrip("T") if unit[0] == "T" and unit != "T" else unit
    head = f"{number}{code}" if number != "0" or not has_half else ""
    if not has_half:
        return f"PT{head}" if unit[0] == "T" else f"P{head}"
    extra, smaller = _HALVES.get(unit, (5, unit))
    tail = f"{extra}{smaller.lstrip('T')}"
    if unit[0] == "T":
        return f"PT{head}{tail}"
    return f"P{head}T{tail}" if smaller[0] == "T" else f"P{head}{tail}"


@rule(
    r"(?P<qty>NUM|NUMBER) (?P<unit>UNITS) (?=TO MONTH|TO DAY MONTH|ENDED MONTH|ENDED DAY MONTH"
    r"|ENDED ON MONTH|ENDED ON DAY MONTH)",
    example=(
        "Sales of the three months to June fell.",
        "2024-09-28",
        "2024-04/2024-06 2024-06",
    ),
)
def length_to(match: Match) -> Value | None:
    """A length and the month or day that it ends with, which stays a date of its own."""
    unit = match.name("unit", "units")
    count, _ = quantity(match.words("qty"))
    if unit not in ("D", "W", "M", "Q", "Y") or not count or match.before() == "from":
        return None
    end = end_point(match.pieces.lows, match.end + 1)
    return Length(iso_length(unit, count), unit, count, end=end)


@rule(
    r"(?P<qty>QTY) HYPHEN? TRADING? (?P<unit>UNIT|UNITS) (?:HYPHEN? OLD)?",
    example=("She left for a four-day stay.", "2024-09-28", "P4D"),
)
def length(match: Match) -> Value | None:
    """So many units; "a week" only after a word that makes it a length."""
    words, unit = match.words("qty"), match.name("unit", "unit", "units")
    if unit == "WE" or (unit == "TS" and match.low("unit") == "second"):
        return None
    if _is_no_length(match, words, unit):
        return None
    if words in (("a",), ("an",)):
        return _rate_or_length(match, unit)
    count, has_half = quantity(words)
    if count is not None and count > _MOST and match.low("unit") in load("timex")["unit"]:
        return None  # "the 2008 calendar year"
    if words == ("one",) and unit == "D" and _is_some_day(match):
        return None
    return Length(iso_length(unit, count, has_half), unit, count)


def _is_no_length(match: Match, words: Sequence[str], unit: str) -> bool:
    """Whether what stands beside it makes it something else: a price, an age, a size, a rank."""
    if match.is_in("money", match.before()) or match.after() == "read":
        return True
    if match.before() in _QUOTES and not _QUOTES.isdisjoint((match.after(), match.after(1))):
        return match.pieces.is_capital(match.end - 1)  # a name: "60 Minutes"
    if unit[0] == "T" and _is_size(match):
        return True
    if words in (("a",), ("an",)) and match.low("unit") in load("timex")["units"]:
        return True  # "a months-long" wait
    if words[0] == "many" and match.before() == "as":
        return True  # "the third in as many days"
    if words[0] in ("additional", "consecutive", "straight", "successive", "further"):
        return True
    if match.pieces.lows[match.end - 1] == "old" and unit == "Y":
        return True
    is_hyphened = match.pieces.kinds[match.first + 1] in members("HYPHEN")
    return unit == "Q" and (is_hyphened or (len(words[0]) > 3 and words[0].isdecimal()))


def _is_size(match: Match) -> bool:
    """Whether it is what something holds: "75 hours of video", then "150 hours on the other"."""
    if match.after() == "of":
        return match.after(1) in guard("content")
    if match.before() in guard("before_length"):
        return False
    pieces, unit = match.pieces, match.low("unit")
    before = pieces.lows[pieces.kinds.rfind(BREAK, 0, match.first) + 1 : match.first]
    said = zip(before, before[1:], before[2:], strict=False)
    return any((one, of) == (unit, "of") and held in guard("content") for one, of, held in said)


_QUOTES = frozenset("“”\"‘’`'")
_MOST = 1000  # of a unit in the singular


def _is_some_day(match: Match) -> bool:
    """Whether "one day" is said of no day at all: "one day it will"."""
    hyphen = match.pieces.kinds[match.first + 1] in members("HYPHEN")
    is_length = match.before() in guard("before_length") | {"least", "more", "than"}
    return not hyphen and not is_length and match.after() not in _BESIDE


_BESIDE = ("later", "earlier", "after", "before")  # "a month before the vote"


def _rate_or_length(match: Match, unit: str) -> Value | None:
    before = match.before()
    if (
        unit == "TS"
        or unit == "Q"
        or (match.after() in ("of", "when", "to") and unit in ("D", "TM"))
    ):
        return None
    if before in guard("before_length") or before.endswith("ing") or match.after() in _BESIDE:
        return Length(iso_length(unit, 1), unit, 1)
    kind = match.pieces.kinds[match.first - 1] if match.first else ""
    if before in ("million", "billion", "%", "percent", "times", "twice", "once") or (
        kind and before[:1].isdecimal()
    ):
        return Every(f"P1{unit}" if unit[0] != "T" else f"PT1{unit[1]}")
    return None


@rule(
    r"AN (?P<unit>UNIT) AND AN HALF",
    example=("The talks took a year and a half.", "2024-09-28", "P1Y6M"),
)
def unit_and_half(match: Match) -> Value | None:
    unit = match.name("unit", "unit")
    return Length(iso_length(unit, 1, has_half=True), unit, 1) if unit not in ("TS", "WE") else None


@rule(
    r"(?P<unit>UNIT) HYPHEN LONG | (?P<whole>LONG_UNIT)",
    example=("A month-long strike ended.", "2024-09-28", "P1M"),
)
def unit_long(match: Match) -> Value | None:
    """One whole unit: "a month-long strike", "yearlong"."""
    unit = match.name("unit", "unit") or match.name("whole", "long_unit")
    return Length(iso_length(unit, 1), unit, 1) if unit not in ("TS", "WE", "") else None


@rule(
    r"(?P<unit>UNITS) (?P<long>HYPHEN LONG)?",
    example=("It has lobbied for months.", "2024-09-28", "PXM"),
)
def bare_length(match: Match) -> Value | None:
    """Units without a number: "for months", "months-long", "weeks of talks"."""
    unit = match.name("unit", "units")
    if match.before() == "after" and unit == "TH" and match.after() in _ENDS:
        return None  # "the share fell after hours"
    is_length = match.before() in guard("before_units") or _is_filled(match)
    is_length = is_length or _is_counted_off(match) or _is_beside(match)
    if not (match.has("long") or is_length) or unit == "WE":
        return None
    return Length(iso_length(unit, None), unit, None)


_ENDS = (".", ",", ";", "", "trading")


def _is_counted_off(match: Match) -> bool:
    """Whether it is so many units to or from something: "hours after the attack"."""
    if match.after() not in ("after", "before") or not match.after(1).isalpha():
        return False
    return match.before() not in guard("before_some_units") | set(load("timex")["ordinal"])


def _is_beside(match: Match) -> bool:
    """Whether they lie about something that is told: "in the weeks before the vote"."""
    if match.before() != "the" or match.before(2) not in ("in", "during", "over", "for"):
        return False
    return match.after() in ("before", "after", "since", "that", "leading", "following", "prior")


def _is_filled(match: Match) -> bool:
    """Whether the units are full of something: "months of talks", not "hours of video"."""
    after = match.after(1)
    if match.after() != "of" or not after.isalpha() or match.before() in guard("before_some_units"):
        return False
    return after not in guard("after_some_units") and after not in guard("content")


RULES: tuple[Rule, ...] = (
    length_to,
    length,
    unit_and_half,
    unit_long,
    bare_length,
)
