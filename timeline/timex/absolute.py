"""Calendar dates in every written form, whole or in part: "May 2, 2024", "October", "the 1990s".

A form without its year gives a Point that ``resolve`` completes.  To add a form: a function with
@rule here, its name in RULES, rows in tests/corpus/timex_en.csv.
"""

import re

from timeline.interval import Interval
from timeline.timex import reckon
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Fixed, Holiday, Point, Value

_DAY = "(?P<day>DAY|ORDDAY)"


def full_year(words: str) -> int:
    """The year of two digits or four: 24 is 2024, 89 is 1989."""
    year = int(re.sub(r"\D", "", words))
    return year if len(words.strip("'’")) > 2 else year + (2000 if year < 50 else 1900)


@rule(r"(?P<iso>ISO)", example=("It opened on 2024-09-28.", "2025-01-01", "2024-09-28"))
def iso_date(match: Match) -> Value | None:
    day, _, clock = match.low("iso").partition("t")
    year, month, number = map(int, day.split("-"))
    Interval.of(year, month, number)
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
    return Point("M", full_year(match.low("year")), match.look("month", "month"))


@rule(
    rf"(?P<month>MONTH) THE? {_DAY}",
    example=("It bought the stake on Sept. 27.", "2024-09-28", "2024-09-27"),
)
def month_day(match: Match) -> Value | None:
    if match.after() in ("%", "percent"):
        return None
    return Point("D", None, match.look("month", "month"), match.number("day"))


@rule(
    rf"{_DAY} OF? (?P<month>MONTH)",
    example=("Ministers met on 22 May.", "2024-09-28", "2024-05-22"),
)
def day_month(match: Match) -> Value | None:
    return Point("D", None, match.look("month", "month"), match.number("day"))


_GIVEN = frozenset(("to", "on", "past", "in", "into", "for", "with", "against", "through"))


@rule(r"(?P<month>MONTH)", example=("The chip was shown in March.", "2024-09-28", "2024-03"))
def month(match: Match) -> Value | None:
    """A month alone; "May" and "March" are weighed by their neighbours."""
    word = match.low("month")
    if match.is_in("given", word) and match.follows_name():
        return None
    opens = match.before() in ("", "“", '"', ":")
    if word == "may" and (opens or match.after() in ("be", "have", "not")):
        return None
    if word == "march" and opens and match.after() in _GIVEN:
        return None
    return Point("M", None, match.look("month", "month"))


@rule(
    r"(?P<year>YEAR) (?:PERIOD|QUARTER)",
    example=(
        "Q3 2024 beat the 2023 period.",
        "2024-11-28",
        "2024-07/2024-09 2023-07/2023-09",
    ),
)
def year_period(match: Match) -> Value | None:
    """ "the 1988 quarter": the quarter last named, of that year."""
    return Point("Q", int(match.low("year")), 0)


@rule(
    r"(?P<head>NUMBER) (?:(?P<tens>NUMBER) (?:HYPHEN? (?P<ones>NUMBER))?|MAGNITUDE)",
    example=("It began in nineteen ninety-six.", "2024-09-28", "1996"),
)
def spoken_year(match: Match) -> Value | None:
    """A year in words: "nineteen ninety-six", "the year two thousand"."""
    head, last = match.look("head", "number"), match.pieces.lows[match.end - 1]
    if last == "thousand":
        return Point("Y", 2000) if head == 2 and match.before() == "year" else None
    if head not in (17, 18, 19, 20) or not match.has("tens"):
        return None
    tens = match.look("tens", "number")
    ones = match.look("ones", "number") if match.has("ones") else 0
    if tens < 10 or ones > 9 or ones and tens % 10:
        return None
    return Point("Y", 100 * head + tens + ones)


_YEAR_AFTER = frozenset(
    "in since by of from until till during before after for to through between late early mid and"
    " the around about circa ( - – — , ; or than into throughout next".split()
)


@rule(r"(?P<year>YEAR)", example=("Washington barred it in 2022.", "2024-09-28", "2022"))
def year(match: Match) -> Value | None:
    """Four digits that stand where a year stands: not "$2022", "Section 2019", "2022 chips"."""
    number, before, after = int(match.low("year")), match.before(), match.after()
    if match.is_in("money", before) or match.is_in("numbering", before) and before != "about":
        return None
    if after == "%" or match.is_in("counted", after) and before not in ("in", "since"):
        return None
    if after in ("-", "/") and match.after(1).isdecimal() and len(match.after(1)) > 4:
        return None
    if before in ("-", "/") and match.before(2)[-1:].isdecimal() and len(match.before(2)) != 4:
        return None
    if not 1900 <= number <= 2060 and before not in _YEAR_AFTER:
        return None
    return Point("Y", number) if number >= 1200 or before in ("in", "since") else None


@rule(r"APOS (?P<year>Y2)", example=("Like the boom of '99, it passed.", "2024-09-28", "1999"))
def short_year(match: Match) -> Value | None:
    """Two digits after an apostrophe: "'99", but not a name's: "iLife'11"."""
    pieces, at = match.pieces, match.first
    if at and pieces.ends[at - 1] == pieces.starts[at] or pieces.ends[at] != pieces.starts[at + 1]:
        return None
    return Point("Y", full_year(match.low("year")))


@rule(r"(?P<year>NUM) (?P<era>BC|AD)", example=("Built in 230 BC.", "2024-09-28", "BC0230"))
def year_of_era(match: Match) -> Value | None:
    if not match.low("year").isdecimal():
        return None
    number = int(match.low("year"))
    if match.low("era").startswith("b"):
        return Fixed(f"BC{number:04}", None)
    return Point("Y", number) if 0 < number < 2200 else None


@rule(r"APOS? (?P<decade>DECADE)", example=("It began in the 1990s.", "2024-09-28", "199X"))
def decade(match: Match) -> Value | None:
    digits = match.low("decade")[:-1]
    if len(digits) == 2 and match.low("decade") == match.pieces.lows[match.first]:
        if match.before() not in ("the", "early", "late", "mid", "-"):
            return None
    first = int(digits) if len(digits) == 4 else full_year(digits)
    return Point("E", first - first % 10)


@rule(r"(?P<decade>DECADE_WORD)", example=("Born in the nineties.", "2024-09-28", "199X"))
def decade_word(match: Match) -> Value | None:
    if match.before() not in ("the", "early", "late", "mid", "-"):
        return None
    return Point("E", 1900 + match.look("decade", "decade_word"))


@rule(
    r"(?P<number>ORDINAL) HYPHEN? (?P<unit>UNIT)",
    example=("A law of the 20th century.", "2024-09-28", "19XX"),
)
def century(match: Match) -> Value | None:
    number = match.number("number")
    if match.name("unit", "unit") != "C" or not 1 < number < 30:
        return None
    return Point("C", (number - 1) * 100)


@rule(
    r"(?P<number>ORDINAL) HYPHEN? QUARTER",
    example=("Sales fell in the third quarter of 2023.", "2024-09-28", "2023-07/2023-09"),
)
def quarter(match: Match) -> Value | None:
    """ "the third quarter"; the company's own calendar comes in later, if there is one."""
    number = match.number("number")
    return Point("Q", None, number) if 1 <= number <= 4 else None


@rule(
    r"(?P<code>QCODE) (?:OF? (?P<year>YEAR))?",
    example=("In Q3 2024 it rose.", "2025-01-01", "2024-07/2024-09"),
)
def quarter_code(match: Match) -> Value | None:
    number = int(match.low("code").strip("q"))
    return Point("Q", int(match.low("year")) if match.has("year") else None, number)


@rule(r"(?P<code>QYEAR)", example=("Shipments in 3Q24 rose.", "2025-01-01", "2024-07/2024-09"))
def quarter_with_year(match: Match) -> Value | None:
    code = match.low("code")
    number, unit = int(code[0]), code[1].upper()
    return Point(unit, full_year(code[2:]), number) if unit == "Q" or number < 3 else None


@rule(
    r"(?P<code>HCODE) (?P<year>YEAR)",
    example=("Exports in H1 2024 rose.", "2025-01-01", "2024-01/2024-06"),
)
def half_code(match: Match) -> Value | None:
    return Point("H", int(match.low("year")), int(match.low("code").strip("h")))


@rule(
    r"(?P<number>ORDINAL|LAST|LATTER) HYPHEN? HALF",
    example=("In the first half of 2024 it rose.", "2024-09-28", "2024-01/2024-06"),
)
def half(match: Match) -> Value | None:
    number = 2 if match.low("number") in ("last", "latter") else match.number("number")
    return Point("H", None, number) if number <= 2 else None


@rule(
    r"(?P<season>SEASON)",
    example=("Officials hinted at it in the spring.", "2024-12-21", "2024-03~/2024-05~"),
)
def season(match: Match) -> Value | None:
    """A season alone; "fall" and "spring" only after a word that makes them seasons."""
    word, before = match.low("season"), match.before()
    if word in ("fall", "spring") and before not in ("the", "in", "this", "early", "late", "by"):
        return None
    if word == "fall" and (match.after() in ("of", "in", "to", "from", "into", "below", "behind")):
        return None
    code = match.look("season", "season")
    return Point("S", None, code)


@rule(
    r"(?P<season>SEASON) (?:OF|COMMA)? (?P<year>YEAR)",
    example=("Signed in the fall of 2023.", "2024-09-28", "2023-09/2023-11"),
)
def season_year(match: Match) -> Value | None:
    return Point("S", int(match.low("year")), match.look("season", "season"))


@rule(r"(?P<day>WEEKDAY)", example=("Shares fell on Friday.", "2024-09-28", "2024-09-27"))
def weekday(match: Match) -> Value | None:
    return Point("D", weekday=match.look("day", "weekday"))


@rule(
    rf"(?P<weekday>WEEKDAY_SHORT) COMMA? (?=MONTH|DAY)",
    example=("Posted Mon, March 4, 2024.", "2025-01-01", "2024-03-04"),
)
def short_weekday(match: Match) -> Value | None:
    return Point("D", weekday=match.look("weekday", "weekday_short"))


@rule(r"(?P<name>HOLIDAY)", example=("Shops closed on Christmas Day.", "2025-01-08", "2024-12-25"))
def holiday(match: Match) -> Value | None:
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
    day_month,
    month,
    year_period,
    spoken_year,
    year_of_era,
    year,
    short_year,
    decade,
    decade_word,
    century,
    quarter,
    quarter_with_year,
    quarter_code,
    half_code,
    half,
    season_year,
    season,
    weekday,
    short_weekday,
    holiday,
)
