"""The past, the present and the future, and no more: "now", "recently", "in recent weeks"."""

from timeline.lexicon import load, texts
from timeline.timex.kinds import guard
from timeline.timex.lengths import iso_length
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Length, Ref, Value

_AFTER_PAST = frozenset(load("timex")["number"]) | {"few", "several", "couple"}


_WIRED = frozenset(("alternating", "direct", "electric", "electrical", "ocean", "a"))


@rule(
    r"RIGHT? (?P<word>PRESENT)",
    example=("Regulators now urge restraint.", "2024-09-28", "PRESENT_REF"),
)
def present(match: Match) -> Value | None:
    if match.low("word") == "current" and (match.before() in _WIRED or _is_of_then(match)):
        return None
    return Ref(match.name("word", "present"))


def _is_of_then(match: Match) -> bool:
    """Whether it was current once: "the then current price", "then-current"."""
    return "then" in (match.before(), match.before(2) if match.before() == "-" else "")


@rule(r"(?P<word>PAST)", example=("The firm recently raised funds.", "2024-09-28", "PAST_REF"))
def past(match: Match) -> Value | None:
    """Only words of the table [past]: "past" itself is most often a preposition."""
    if match.before() == "as":  # "as recently as August"
        return None
    return Ref(name) if (name := match.name("word", "past")) else None


@rule(r"(?P<word>FUTURE)", example=("More rules may follow soon.", "2024-09-28", "FUTURE_REF"))
def future(match: Match) -> Value | None:
    if (
        match.low("word") == "future"
        or match.before() in ("as", "how", "so", "too")
        or match.after() in ("after", "before")
        or _tells_of_the_past(match)
    ):
        return None
    return Ref(match.name("word", "future"))


def _tells_of_the_past(match: Match) -> bool:
    """Whether the verb beside it is past: "soon joined them", "was soon replaced"."""
    if not {match.before(), match.before(2)}.isdisjoint(("was", "were", "had", "who")):
        return True
    return match.after() in guard("back") or (
        match.after().endswith("ed") and match.after() not in ("need", "expected")
    )


@rule(
    r"AN LATER DATE_WORD",
    example=("A ruling will follow at a later date.", "2024-09-28", "FUTURE_REF"),
)
def later_date(match: Match) -> Value | None:
    """Some day to come."""
    return Ref("FUTURE_REF")


_AFTER_LAST = frozenset(texts("timex", "words", "following"))


@rule(
    r"(?P<which>RECENT_WORD|PAST_WORD|PREVIOUS|COMING|FOLLOWING|FUTURE|THESE) (?P<unit>UNITS)"
    r" (?:AND UNITS)?",
    example=("Sales have slowed in recent weeks.", "2024-09-28", "2024-08~/2024-09~"),
)
def recent_units(match: Match) -> Value | None:
    word, unit = match.low("which"), match.name("unit", "units")
    if word == "these":
        return Ref("PRESENT_REF") if unit == "D" else None
    if word in _AFTER_LAST:
        is_told = match.before() == "the" and unit != "WE"
        return Length(iso_length(unit, None), unit, None) if is_told else None
    if word in ("coming", "upcoming") and match.before() == "the":
        return Length(iso_length(unit, None), unit, None, 1)  # as "the weeks ahead"
    if word in load("timex")["future"] or word in ("coming", "upcoming"):
        return Ref("FUTURE_REF", unit)
    return Ref("PAST_REF", unit)


@rule(
    r"THE (?P<unit>UNITS) (?:AHEAD|TO COME)",
    example=("More rules may follow in the weeks ahead.", "2024-09-28", "2024-09~/2024-11~"),
)
def units_ahead(match: Match) -> Value | None:
    unit = match.name("unit", "units")
    return Length(iso_length(unit, None), unit, None, 1)


@rule(
    r"THE (?:NEAR|DISTANT|RECENT_WORD)? (?P<which>PAST_WORD|FUTURE)",
    example=("It did so in the past.", "2024-09-28", "PAST_REF"),
)
def the_past(match: Match) -> Value | None:
    word = match.low("which")
    if word == "past" and match.after() in load("timex")["unit"]:
        return None
    if (word == "past" and match.after()[:1].isdecimal()) or match.after() in _AFTER_PAST:
        return None
    if word == "future" and match.before() not in ("in", "for", "into"):
        return None
    return Ref("PAST_REF" if word == "past" else "FUTURE_REF")


@rule(
    r"AT (?P<which>THE|THIS|THAT) VERY? (?P<what>MOMENT|TIME) | AT PRESENT_WORD",
    example=("No order exists at the moment.", "2024-09-28", "PRESENT_REF"),
)
def at_the_moment(match: Match) -> Value | None:
    which, what = match.low("which"), match.low("what")
    if what == "point" or (what == "time" and which == "the" and match.after() == "of"):
        return None
    if what == "time" and which == "this" and match.after() in ("in", "of", "last", "next"):
        return None  # "at this time last year"
    is_past = which == "that" or (which == "the" and what == "time")
    return Ref("PAST_REF" if is_past else "PRESENT_REF")


@rule(
    r"(?P<unit>UNITS) AGO | SOME TIME AGO | LONG AGO",
    example=("Talks broke down months ago.", "2024-09-28", "2024-05~/2024-09~"),
)
def units_ago(match: Match) -> Value | None:
    unit = match.name("unit", "units")
    return Ref("PAST_REF", unit if iso_length(unit or "D", None)[1] != "T" else "")


RULES: tuple[Rule, ...] = (
    present,
    past,
    future,
    later_date,
    recent_units,
    units_ahead,
    the_past,
    at_the_moment,
    units_ago,
)
