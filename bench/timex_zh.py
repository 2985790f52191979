"""How many dates of Microsoft's Chinese phrase cases are read with the right days.

``python bench/timex_zh.py [FOLDER] [--errors]``: of the cases whose gold is one date or a range of
dates, those of which some reading of ours has a gold resolution's days.  A range ends with its last
unit or, as theirs do, before it ("2016至2018" to 2018-01-01); ours of "the past three years" is in
months, never finer than the words, and right where its months are.  Days that do not exist are
left out, and days of the moon's calendar, which theirs takes for the sun's.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from timeline import timex  # noqa: E402
from timeline.interval import Granularity, Interval  # noqa: E402

SPECS = ROOT.parent / "shared/bench/timex/recognizers_specs/Specs/DateTime/Chinese"
FILES = ("DateParser.json", "DatePeriodParser.json", "DateTimeModel.json")
_LUNAR = re.compile("农历|正月|大年|月初[一二三四五六七八九十]|神龙|康熙|雍正")
Days = tuple[str, str]


class Case(NamedTuple):
    """A phrase, the publication day, and for each gold expression its text and its readings."""

    text: str
    dct: date
    gold: list[tuple[str, list[Days]]]


def cases(file: Path) -> Iterator[Case]:
    for case in json.loads(file.read_text(encoding="utf-8-sig")):
        given = case.get("Context", {}).get("ReferenceDateTime")
        gold = [(r["Text"], days) for r in case.get("Results", []) if (days := _days(r))]
        if given and gold and not _LUNAR.search(case["Input"]):
            yield Case(case["Input"], date.fromisoformat(given[:10]), gold)


def _days(result: dict[str, dict[str, list[dict[str, str]]]]) -> list[Days]:
    kind = str(result.get("TypeName") or result.get("Type"))
    if kind.rpartition(".")[2] not in ("date", "daterange"):
        return []
    values = result.get("Resolution", {}).get("values", [])
    found = [(str(v.get("start") or v.get("value") or ""), str(v.get("end") or "")) for v in values]
    parsed = result.get("Value") or {}
    for name in ("PastResolution", "FutureResolution"):
        one: dict[str, str] = parsed.get(name, {})  # type: ignore[assignment]
        first = one.get("date") or one.get("startDate") or ""
        found.append((first, one.get("endDate") or ""))
    return [days for days in found if any(part[:1] in ("1", "2") for part in days)]


def is_right(ours: Interval, gold: Days) -> bool:
    first, last = gold
    if ours.approximate and first and last and ours.start and ours.last:
        return (str(ours.start)[:7], str(ours.last)[:7]) == (first[:7], last[:7])
    if not last and first:
        is_open = ours.end is None and str(ours.start) in (first, _after(first))
        return is_open or (str(ours.start) == first and ours.days == 1)
    if not first:
        return ours.start is None and str(ours.end) in (last, _after(last))
    return str(ours.start) == first and last in (str(ours.end), *_last_unit(ours))


def _last_unit(ours: Interval) -> tuple[str, str]:
    """Their ends of a range: the last day, and the first of the last year or month named."""
    last = str(ours.last)
    return last, {Granularity.YEAR: f"{last[:4]}-01-01", Granularity.MONTH: f"{last[:7]}-01"}.get(
        ours.granularity, last
    )


def _after(day: date | str | None) -> str:
    try:
        one = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return ""
    return str(one + timedelta(days=1)) if one else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SPECS)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    for name in FILES:
        right = total = 0
        told = ((case, *one) for case in cases(arguments.folder / name) for one in checked(case))
        for case, words, gold, is_hit, got in told:
            right, total = right + is_hit, total + 1
            if arguments.errors and not is_hit:
                print(f"  {case.dct} {case.text} | {words} {gold} | OURS {got}")
        print(f"{name:22} {right}/{total} values right: {100 * right / max(total, 1):.1f} %")


def checked(case: Case) -> Iterator[tuple[str, list[Days], bool, list[str]]]:
    """Each gold expression of a case, whether one of ours has its days, and all of ours."""
    found = timex.find(case.text, case.dct)
    got = [f"{t.text} {t.interval.edtf if t.interval else t.value}" for t in found]
    for words, gold in case.gold:
        intervals = [t.interval for t in found if t.interval and _is_of(t.text, words)]
        yield words, gold, any(is_right(one, days) for one in intervals for days in gold), got


def _is_of(ours: str, gold: str) -> bool:
    """Whether our words are the gold's, or a part of them or the other way round."""
    plain, other = ours.replace("，", ","), gold.replace("，", ",")
    return plain in other or other in plain


if __name__ == "__main__":
    main()
