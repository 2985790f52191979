"""Times of day: "08:12pm EST", "0900 GMT", "noon", "this morning".

Alone they belong to the day of the sentence; ``combine`` joins them to the date beside them.
"""

import re

from timeline.lexicon import load
from timeline.timex.kinds import guard
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Anchor, Clock, Shift, Value


def _clock(word: str, is_pm: bool, is_am: bool) -> Value | None:
    """TIMEX3's time; the zone, which TimeBank leaves out, is left out."""
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?", word)
    if not digits:
        return None
    hour, minute = int(digits[1]), digits[2]
    if is_pm and hour < 12:
        hour += 12
    elif is_am and hour == 12:
        hour = 0
    if hour > 24 or (minute and int(minute) > 59):
        return None
    return Clock(f"T{hour:02}:{minute or '00'}")


@rule(
    r"(?P<time>CLOCK) (?P<zone>ZONE)?",
    example=("It was posted at 12:33AM.", "2024-09-28", "2024-09-28"),
)
def clock(match: Match) -> Value | None:
    """Digits with a colon or a glued am or pm; a score ("3:2") has no two-digit minutes."""
    word = match.low("time")
    has_half = word.endswith(("am", "pm"))
    return _clock(word, word.endswith("pm"), has_half and word.endswith("am"))


@rule(
    r"(?P<time>CLOCK|NUM|NUMBER) (?:(?P<am>AM)|(?P<pm>PM)) (?P<zone>ZONE)?",
    example=("The offer ends at 5 p.m. EST.", "2024-09-28", "2024-09-28"),
)
def clock_half(match: Match) -> Value | None:
    word = match.low("time")
    if not word[0].isdecimal():
        word = str(match.look("time", "number"))
    return _clock(word, match.has("pm"), match.has("am"))


@rule(
    r"(?P<time>NUM|NUMBER) OH APOS OCLOCK",
    example=("The doors opened at six o'clock.", "2024-09-28", "2024-09-28"),
)
def clock_full(match: Match) -> Value | None:
    word = match.low("time")
    return _clock(word if word[0].isdecimal() else str(match.look("time", "number")), False, False)


@rule(
    r"(?P<time>CLOCK|NUM|NUMBER) (?:OH APOS OCLOCK)? IN THE (?P<part>PART)",
    example=("They left at 4 in the morning.", "2024-09-28", "2024-09-28"),
)
def clock_and_part(match: Match) -> Value | None:
    """An hour and its half of the day; "shot four in the morning" is none."""
    word, code = match.low("time"), match.name("part", "part")
    is_hour = (
        match.before() in guard("before_hour")
        or "clock" in match.pieces.lows[match.first : match.end]
    )
    if not is_hour or code not in ("MO", "AF", "EV"):
        return None
    if not word[0].isdecimal():
        word = str(match.look("time", "number"))
    return _clock(word, code != "MO", code == "MO")


@rule(
    r"(?:(?P<half>HALF) PAST_WORD? | QUARTER (?:(?P<past>PAST_WORD)|TO)"
    r" | (?P<minutes>NUM|NUMBER) PAST_WORD) (?P<time>NUM|NUMBER)",
    example=("The doors open at half past six.", "2024-09-28", "2024-09-28"),
)
def clock_spoken(match: Match) -> Value | None:
    """A time as it is said: "a quarter to nine" is 8:45, "half six" and "half past six" 6:30."""
    hour, minutes = _spoken(match.low("time")), _spoken(match.low("minutes"))
    if not 1 <= hour <= 24 or match.after() in load("timex")["units"]:
        return None
    lows = match.pieces.lows
    is_short = match.has("minutes") or (
        match.has("half") and "past" not in lows[match.first : match.first + 2]
    )
    if is_short and (match.before() not in guard("before_hour") or match.after().isalpha()):
        return None  # "by half three times"
    if match.has("minutes"):
        return Clock(f"T{hour:02}:{minutes:02}") if 0 < minutes <= 30 else None
    if match.has("half") or match.has("past"):
        return Clock(f"T{hour:02}:{30 if match.has('half') else 15}")
    return Clock(f"T{hour - 1:02}:45")


def _spoken(word: str) -> int:
    """6 for "six" and "6"; 0 for "6.5"."""
    number = load("timex")["number"].get(word, 0)
    return int(word) if word.isdecimal() else number if isinstance(number, int) else 0


@rule(
    r"(?P<time>HHMM) (?P<zone>ZONE)",
    example=("Trading ended at 0900 GMT.", "2024-09-28", "2024-09-28"),
)
def clock_digits(match: Match) -> Value | None:
    word = match.low("time")
    return _clock(f"{word[:2]}:{word[2:]}", False, False)


@rule(r"(?P<name>CLOCK_NAME)", example=("Trading ended at noon.", "2024-09-28", "2024-09-28"))
def clock_name(match: Match) -> Value | None:
    return Clock(match.name("name", "clock_name"))


@rule(
    r"(?P<which>LAST|THIS|THAT|SAME|PREVIOUS|NEXT|FOLLOWING) (?P<part>PART)",
    example=("Shares rose this morning.", "2024-09-28", "2024-09-28"),
)
def which_part(match: Match) -> Value | None:
    which, code = match.low("which"), match.name("part", "part")
    count = {"last": -1, "this": 0, "that": 0, "same": 0, "next": 1}.get(which)
    if count is None:
        count = -1 if which in ("previous", "prior", "preceding") else 1
    anchor = Anchor.DCT if which in ("last", "this") else Anchor.LAST
    return Shift("D", count, "D", anchor, clock=f"T{code}")


_MIDDLES = frozenset(("midday", "midmorning", "midafternoon", "noontime"))


@rule(
    r"MID HYPHEN? (?P<part>PART) | (?P<whole>PART)",
    example=("By mid-afternoon shares fell.", "2024-09-28", "2024-09-28"),
)
def middle_part(match: Match) -> Value | None:
    """The middle of a day's part, which may stand alone: "until midday", "by mid-morning"."""
    group = "part" if match.has("part") else "whole"
    if group == "whole" and match.low("whole") not in _MIDDLES:
        return None
    if match.before() not in guard("before_middle") and match.after() not in _ENDS:
        return None
    return Clock(f"T{match.name(group, 'part')}")


_ENDS = (".", ",", ";", "")


@rule(
    r"(?P<part>PART) (?:(?P<unit>UNITS) (?=OF|ON))? | EARLY (?P<early>UNITS) (?=OF|ON)",
    example=("Talks were held in the morning.", "2024-09-28", "2024-09-28"),
)
def part(match: Match) -> Value | None:
    """A part of the day; alone only after "in the", of the day last named.

    Its hours are it: "the early hours of Saturday", "the morning hours of May 2".
    """
    group = "unit" if match.has("unit") else "early"
    if match.has(group):
        is_hours = match.name(group, "units") == "TH"
        return Clock(f"T{match.name('part', 'part') or 'MO'}", is_part=True) if is_hours else None
    back = 2 if match.before() in ("early", "late") else 1
    is_told = (match.before(back + 1), match.before(back)) == ("in", "the")
    if is_told and match.after() not in ("of", "hours"):
        return Shift("D", 0, "D", Anchor.LAST, clock=f"T{match.name('part', 'part')}")
    if match.low("part") == "overnight":
        return _overnight(match)
    if match.after() in guard("after_part") and match.before(back) == "in":
        return Clock(f"T{match.name('part', 'part')}")
    return Clock(f"T{match.name('part', 'part')}", is_part=True)


def _overnight(match: Match) -> Value | None:
    """The night before the day that is spoken of: "shocks rattled the city overnight"."""
    is_kind = match.before() in guard("before_overnight") or match.after() in guard(
        "after_overnight"
    )
    return Clock("TNI", is_part=True, back=0 if is_kind else 1)


RULES: tuple[Rule, ...] = (
    clock,
    clock_half,
    clock_full,
    clock_and_part,
    clock_spoken,
    clock_digits,
    clock_name,
    which_part,
    middle_part,
    part,
)
