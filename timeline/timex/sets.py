"""How often: "daily", "every year", "on Mondays"; read so that nothing takes them for dates.

To add a form: a function with @rule here, its name in RULES, rows in tests/corpus/timex_en.csv.
"""

from timeline.timex.lengths import quantity
from timeline.timex.rule import Match, Rule, rule
from timeline.timex.value import Every, Value


@rule(r"(?P<often>OFTEN)", example=("Revenue is reported daily.", "2024-09-28", "P1D"))
def often(match: Match) -> Value | None:
    """As an adverb; "quarterly dividend" and "annual report" name a thing, not a time."""
    if match.low("often") in ("quarterly", "annual") and match.after().isalpha():
        return None
    return Every(match.name("often", "often"))


@rule(
    r"EACH (?:OTHER|(?P<qty>COUNT|SEVERAL))? (?P<unit>UNIT|UNITS)",
    example=("Licences are renewed every year.", "2024-09-28", "P1Y"),
)
def every_unit(match: Match) -> Value | None:
    unit = match.name("unit", "unit", "units")
    if unit == "D" and not match.has("qty"):
        return Every("P1D")
    is_other = match.pieces.lows[match.first + 1] == "other"
    count = quantity(match.words("qty"))[0] if match.has("qty") else 1 + is_other
    if unit == "Q" and count is not None:
        unit, count = "M", 3 * count
    if unit in ("TS", "WE"):
        return None
    return Every(f"P{'X' if count is None else count}{unit}" if unit[0] != "T" else "PT1H")


@rule(r"PER (?P<unit>UNIT)", example=("It ships 900 per month.", "2024-09-28", "P1M"))
def per_unit(match: Match) -> Value | None:
    unit = match.name("unit", "unit")
    if unit in ("TS", "WE") or unit[0] == "T":
        return None
    return Every(f"P1{unit}" if unit != "Q" else "P3M")


@rule(
    r"AT (?P<part>PART)",
    example=("They work at night.", "2024-09-28", "XXXX-XX-XXTNI"),
)
def at_night(match: Match) -> Value | None:
    """Any night; "at dawn" is of one day."""
    return Every("XXXX-XX-XXTNI") if match.low("part") == "night" else None


@rule(
    r"EACH OTHER? (?P<day>WEEKDAY)", example=("It sails each Thursday.", "2024-09-28", "XXXX-WXX-4")
)
def every_weekday(match: Match) -> Value | None:
    return Every(f"XXXX-WXX-{match.look('day', 'weekday')}")


@rule(r"EACH (?P<month>MONTH)", example=("They march each July.", "2024-09-28", "XXXX-07"))
def every_month(match: Match) -> Value | None:
    return Every(f"XXXX-{match.look('month', 'month'):02}")


@rule(r"EACH (?P<season>SEASON)", example=("It floods every spring.", "2024-09-28", "XXXX-SP"))
def every_season(match: Match) -> Value | None:
    codes = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
    return Every(f"XXXX-{codes[match.look('season', 'season')]}")


@rule(r"EACH (?P<part>PART)", example=("They meet every morning.", "2024-09-28", "XXXX-XX-XXTMO"))
def every_part(match: Match) -> Value | None:
    return Every(f"XXXX-XX-XXT{match.name('part', 'part')}")


@rule(r"(?P<day>PLURAL_DAY)", example=("It trades on Mondays.", "2024-09-28", "XXXX-WXX-1"))
def plural_weekday(match: Match) -> Value | None:
    return Every(f"XXXX-WXX-{match.look('day', 'plural_day')}")


RULES: tuple[Rule, ...] = (
    often,
    every_unit,
    per_unit,
    at_night,
    every_weekday,
    every_month,
    every_season,
    every_part,
    plural_weekday,
)
