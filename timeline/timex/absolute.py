"""Calendar dates in every written form, whole or in part: "May 2, 2024", "October", "the 1990s".

A form without its year gives a Point that ``resolve`` completes.  To add a form: a function with
@rule here, its name in RULES, rows in tests/corpus/timex_en.csv.
"""

import re

from timeline.timex.coarse import full_year
from timeline.timex.kinds import WORD, guard
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Holiday, Nth, Point, Value

_DAY = "(?P<day>DAY|ORDDAY)"


@rule(r"(?P<iso>ISO)", example=("It opened on 2024-09-28.", "2025-01-01", "2024-09-28"))
def iso_date(match: Match) -> Value | None:
    day, _, clock = match.low("iso").partition("t")
    year, month, number = map(int, day.split("-"))
    return Point("D", year, month, number, clock=f"T{clock[:5]}" if clock else "")


@rule(r"(?P<date>DATE_NUM)", example=("Paid on 28.09.2024.", "2025-01-01", "2024-09-28"))
def numeric_date(match: Match) -> Value | None:
    """Day and month in either order: as US papers write it unless that is no date."""
    word = match.low("date")
    first, second, third = re.split(r"[/.]", word)
    if len(first) == 4:
        return Point("D", int(first), int(second), int(third))
    if len(third) == 4 or "/" in word:
        a, b = int(first), int(second)
        month, day = (b, a) if a > 12 or "." in word else (a, b)
        return Point("D", full_year(third), month, day) if month <= 12 else None
    return None


@rule(r"(?P<date>SLASHED)", example=("The deadline of 9/27 stands.", "2024-09-01", "2024-09-27"))
def slashed_day(match: Match) -> Value | None:
    """Only after a word that wants a date, for "1/2" is a half."""
    month, day = map(int, match.low("date").split("/"))
    if (month, day) == (9, 11):
        return None
    if match.before() not in ("on", "by", "until", "since", "of", "from") or not 1 <= month <= 12:
        return None
    return Point("D", None, month, day) if 1 <= day <= 31 and match.after() != "of" else None


@rule(
    rf"(?P<month>MONTH) THE? {_DAY} COMMA? OF? (?P<year>YEAR)",
    example=("Rules of October 7, 2022 bar it.", "2024-09-28", "2022-10-07"),
)
def month_day_year(match: Match) -> Value | None:
    month = match.look("month", "month")
    return Point("D", int(match.low("year")), month, match.number("day"))


@rule(
    rf"{_DAY} OF? (?P<month>MONTH) COMMA? (?P<year>YEAR)",
    example=("The order of 16 Nov 2022 stands.", "2024-09-28", "2022-11-16"),
)
def day_month_year(match: Match) -> Value | None:
    return month_day_year.build(match)


@rule(
    r"(?P<day>DAY) HYPHEN (?P<month>MONTH) HYPHEN (?P<year>YEAR|Y2)",
    example=("Dated 16-Nov-22.", "2024-09-28", "2022-11-16"),
)
def day_month_year_hyphened(match: Match) -> Value | None:
    month = match.look("month", "month")
    return Point("D", full_year(match.low("year")), month, match.number("day"))


@rule(
    r"(?P<month>MONTH) (?:COMMA|OF|HYPHEN)? (?P<year>YEAR)",
    example=("Since October 2022 it needs a licence.", "2024-09-28", "2022-10/.."),
)
def month_year(match: Match) -> Value | None:
    return Point("M", int(match.low("year")), match.look("month", "month"))


@rule(
    r"(?P<month>MONTH) APOS (?P<year>Y2)",
    example=("Prices of March '23 hold.", "2024-09-28", "2023-03"),
)
def month_short_year(match: Match) -> Value | None:
    year = full_year(match.low("year"))
    return Point("M", year, match.look("month", "month"), is_short=True)


@rule(
    rf"(?P<month>MONTH) THE? {_DAY}",
    example=("It bought the stake on Sept. 27.", "2024-09-28", "2024-09-27"),
)
def month_day(match: Match) -> Value | None:
    if match.after() in ("%", "percent"):
        return None
    month, day = match.look("month", "month"), match.number("day")
    is_attack = (month, day) == (9, 11) and match.after() in guard("after_september_11")
    return Point("D", 2001 if is_attack else None, month, day)


@rule(
    r"(?P<month>MONTH) THE? (?P<day>ORDINAL)",
    example=("The vote is on March eighth.", "2024-02-01", "2024-03-08"),
)
def month_day_in_words(match: Match) -> Value | None:
    """A day as it is spoken; "the May second round" is none."""
    is_name = match.after().isalpha() and match.after() not in guard("after_nth")
    if is_name or not match.low("day").isalpha() or match.before() in ("the", "a"):
        return None
    return Point("D", None, match.look("month", "month"), match.number("day"))


@rule(
    rf"{_DAY} OF? (?P<month>MONTH)",
    example=("Ministers met on 22 May.", "2024-09-28", "2024-05-22"),
)
def day_month(match: Match) -> Value | None:
    return Point("D", None, match.look("month", "month"), match.number("day"))


@rule(
    r"THE (?P<day>ORDDAY)",
    example=("They met on Sept. 3 and again on the 20th.", "2024-09-28", "2024-09-03 2024-09-20"),
)
def nth_day(match: Match) -> Value | None:
    """A day by its number alone: "on the 20th", but not "the 20th floor"."""
    is_day = match.before() in ("on", "by", "until", "since", "and", "of")
    is_name = match.after().isalpha() and match.after() not in guard("after_nth")
    if not is_day or is_name or match.low("day").isalpha():
        return None
    return Nth(match.number("day"), is_onward=True) if 1 <= match.number("day") <= 31 else None


@rule(r"(?P<month>MONTH)", example=("The chip was shown in March.", "2024-09-28", "2024-03"))
def month(match: Match) -> Value | None:
    """A month alone; "May" and "March" are weighed by their neighbours."""
    word = match.low("month")
    is_given = match.is_in("given", word)
    if is_given and (match.follows_name() or match.is_in("titles", match.before(2))):
        return None
    if is_given and match.precedes_name() and match.before() in ("", ".", ",", "and", "“", '"'):
        return None
    if word == "mar" and match.after() == "-":
        return None
    opens = match.before() in ("", "“", '"', ":")
    if word == "may" and (opens or match.after() in ("be", "have", "not")):
        return None
    if word == "march" and _is_a_walk(match, opens):
        return None
    return Point("M", None, match.look("month", "month"))


def _is_a_walk(match: Match, opens: bool) -> bool:
    """Whether a march is meant: "March for Life", "the Long March", "the March to the Sea"."""
    if match.before() in ("long", "protest", "death", "peace"):
        return True
    at = match.end + (match.after() == "of") + 1
    is_named = match.after() in ("of", "for", "on") and match.pieces.is_capital(at)
    if is_named and match.pieces.kinds[at] == WORD and match.before() not in guard("before_month"):
        return True  # "the annual March for Life", "Women's March on Versailles"
    if opens or match.before() == "the":
        return match.after() in guard("after_march_on") and match.after() != "in"
    return False


@rule(r"(?P<day>WEEKDAY)", example=("Shares fell on Friday.", "2024-09-28", "2024-09-27"))
def weekday(match: Match) -> Value | None:
    """A weekday alone; not in a paper's name: "the Sunday Mirror"."""
    if match.precedes_name() and match.is_in("papers", match.after()):
        return None
    return Point("D", weekday=match.look("day", "weekday"))


@rule(
    r"(?P<weekday>WEEKDAY_SHORT) COMMA? (?=MONTH|DAY)",
    example=("Posted Mon, March 4, 2024.", "2025-01-01", "2024-03-04"),
)
def short_weekday(match: Match) -> Value | None:
    return Point("D", weekday=match.look("weekday", "weekday_short"))


@rule(r"(?P<name>HOLIDAY)", example=("Shops closed on Christmas Day.", "2025-01-08", "2024-12-25"))
def holiday(match: Match) -> Value | None:
    """A feast by its name; "election day" with a capital is America's."""
    if match.low("name") == "election day" and not match.pieces.is_capital(match.first):
        return None
    return Holiday(match.name("name", "holiday"))


RULES: tuple[Rule, ...] = (
    iso_date,
    numeric_date,
    slashed_day,
    month_day_year,
    day_month_year,
    day_month_year_hyphened,
    month_year,
    month_short_year,
    month_day,
    month_day_in_words,
    day_month,
    nth_day,
    month,
    weekday,
    short_weekday,
    holiday,
)
