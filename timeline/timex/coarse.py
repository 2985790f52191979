"""Years and what is finer or coarser than they are: decades, quarters, halves, seasons.

To add a form: a function with @rule here, its name in RULES, rows in tests/corpus/timex_en.csv.
"""

import re

from timeline.interval import Interval
from timeline.timex.kinds import guard
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Fixed, Point, Value


def full_year(words: str) -> int:
    """The year of two digits or four: 24 is 2024, 89 is 1989."""
    year = int(re.sub(r"\D", "", words))
    return year if len(words.strip("'’")) > 2 else year + (2000 if year < 50 else 1900)


@rule(
    r"(?P<year>YEAR) (?:PERIOD|QUARTER)",
    example=(
        "Q3 2024 beat the 2023 period.",
        "2024-11-28",
        "2024-07/2024-09 2023-07/2023-09",
    ),
)
def year_period(match: Match) -> Value | None:
    """The quarter last named, of another year: "the 1988 quarter"."""
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
    if tens < 10 or ones > 9 or (ones and tens % 10):
        return None
    return Point("Y", 100 * head + tens + ones)


@rule(r"(?P<year>YEAR)", example=("Washington barred it in 2022.", "2024-09-28", "2022"))
def year(match: Match) -> Value | None:
    """Four digits that stand where a year stands: not "$2022", "Section 2019", "2022 chips"."""
    number, before, after = int(match.low("year")), match.before(), match.after()
    if match.is_in("money", before) or (match.is_in("numbering", before) and before != "about"):
        return None
    is_count = match.is_in("counted", after) and not match.precedes_name()
    if (before == "." and match.is_in("numbering", match.before(2))) or after == "_":
        return None
    if after == "%" or (is_count and before not in ("in", "since")):
        return None
    if "©" in (before, match.before(2)) or (after == "-" and match.is_coded()):
        return None
    if after in ("-", "/") and match.after(1).isdecimal() and len(match.after(1)) > 4:
        return None
    if (before == "/" and len(match.before(2)) != 4) or before[:1].isdecimal():
        return None
    if before == "-" and match.before(2)[-1:].isdecimal() and len(match.before(2)) != 4:
        return None
    if not 1900 <= number <= 2060 and before not in guard("before_year"):
        return None
    return Point("Y", number) if number >= 1200 or before in ("in", "since") else None


@rule(
    r"(?P<year>YEAR) (?:HYPHEN|SLASH) (?P<last>Y2) (?!HYPHEN)",
    example=("Sales of 2022-23 fell.", "2024-09-28", "2022/2023"),
)
def year_to_short_year(match: Match) -> Value | None:
    """Two years written as one: "2022-23", "2022/23"; no month by the figures alone."""
    first = int(match.low("year"))
    last = first - first % 100 + int(match.low("last"))
    if last <= first or last - first > 30 or not 1700 <= first <= 2100:
        return None
    whole = Interval.parse(f"{first}/{last}")
    return Fixed(whole.edtf, whole)


@rule(r"APOS (?P<year>Y2)", example=("Like the boom of '99, it passed.", "2024-09-28", "1999"))
def short_year(match: Match) -> Value | None:
    """Two digits after an apostrophe: "'99", but not a name's: "iLife'11"."""
    pieces, at = match.pieces, match.first
    if (at and pieces.ends[at - 1] == pieces.starts[at]) or pieces.ends[at] != pieces.starts[
        at + 1
    ]:
        return None
    return Point("Y", full_year(match.low("year")), is_short=True)


@rule(r"(?P<year>NUM) (?P<era>BC|AD)", example=("Built in 230 BC.", "2024-09-28", "BC0230"))
def year_of_era(match: Match) -> Value | None:
    if not match.low("year").isdecimal():
        return None
    number = int(match.low("year"))
    if match.low("era").startswith("b"):
        return Fixed(f"BC{number:04}", None)
    return Point("Y", number) if 0 < number < 2200 else None


@rule(r"AD (?P<year>NUM)", example=("It fell in AD 476.", "2024-09-28", "0476"))
def era_and_year(match: Match) -> Value | None:
    number = int(match.low("year")) if match.low("year").isdecimal() else 0
    return Point("Y", number) if 0 < number < 2200 and match.before() in _IN else None


_IN = ("in", "of", "until", "since", "by", "from", "to", "around", "about", "before", "after")


@rule(r"APOS? (?P<decade>DECADE)", example=("It began in the 1990s.", "2024-09-28", "199X"))
def decade(match: Match) -> Value | None:
    if match.pieces.words(match.end - 1, match.end).endswith("S"):
        return None  # a model: "Kirin 9000S"
    digits = match.low("decade")[:-1]
    is_bare = len(digits) == 2 and match.low("decade") == match.pieces.lows[match.first]
    is_second = match.before() in ("and", "or", "to") and match.before(2)[-2:] == "0s"
    if is_bare and match.before() not in ("the", "early", "late", "mid", "-") and not is_second:
        return None
    first = int(digits) if len(digits) == 4 else full_year(digits)
    if first > _LAST_DECADE:
        return None  # "Kirin 9000s"
    return Point("E", first - first % 10)


_LAST_DECADE = 2190


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
    """An ordinal quarter; the company's own calendar comes in later, if there is one."""
    number = match.number("number")
    return Point("Q", None, number) if 1 <= number <= 4 else None


@rule(
    r"(?P<first>MONTH) (?:HYPHEN|TO) (?P<last>MONTH) (?:PERIOD|QUARTER)"
    r" (?:(?:OF|IN)? (?P<year>YEAR))?",
    example=("Sales of the July-September quarter fell.", "2024-11-28", "2024-07/2024-09"),
)
def quarter_by_months(match: Match) -> Value | None:
    """A quarter by its first month and its last, which is nobody's fiscal one."""
    first, last = match.look("first", "month"), match.look("last", "month")
    if first % 3 != 1 or last != first + 2:
        return None
    year = int(match.low("year")) if match.has("year") else None
    return Point("Q", year, last // 3, is_plain=True)


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
    r"(?P<number>ORDINAL|LAST|LATTER) HYPHEN? HALF (?:HYPHEN? YEAR_WORD)?",
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
    is_name = match.precedes_name() and match.pieces.is_capital(match.first)
    if (is_name and word != "autumn") or match.is_in("titles", match.before(2)):
        return None
    if word in ("fall", "spring") and before not in ("the", "in", "this", "early", "late", "by"):
        return None
    if word == "fall" and (match.after() in ("of", "in", "to", "from", "into", "below", "behind")):
        return None
    if word == "fall" and before == "the" and match.before(2) not in guard("before_the_fall"):
        return None  # "the fall was blamed on a tax"
    code = match.look("season", "season")
    return Point("S", None, code)


@rule(
    r"(?P<season>SEASON) (?:OF|COMMA)? (?P<year>YEAR)",
    example=("Signed in the fall of 2023.", "2024-09-28", "2023-09/2023-11"),
)
def season_year(match: Match) -> Value | None:
    return Point("S", int(match.low("year")), match.look("season", "season"))


RULES: tuple[Rule, ...] = (
    year_period,
    spoken_year,
    year_of_era,
    era_and_year,
    year,
    year_to_short_year,
    short_year,
    decade,
    decade_word,
    century,
    quarter,
    quarter_by_months,
    quarter_with_year,
    quarter_code,
    half_code,
    half,
    season_year,
    season,
)
