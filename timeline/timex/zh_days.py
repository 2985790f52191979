"""Chinese days, weeks and months: "2024年9月27日", "上周五", "昨（15）日", "上月底", "下午5:00".

To add a form: a function with @zh_rule here, its words in lexicon/timex_zh.toml, its name in
``zh.RULES`` (the longer form first), and rows in tests/corpus/timex_zh.csv, some of which must
find nothing.
"""

from timeline.timex.value import Anchor, Clock, Nth, Point, Shift
from timeline.timex.zh_point import point, which
from timeline.timex.zh_rule import Found, Said, listed, table, zh_rule

_WEEKDAY = "(?: [(,]? (?:周|星期|礼拜)[一二三四五六日天] ?[)]?)?"
_EDGE = "(?:的? ?(?P<edge>初(?!一|二|三|四|五|六|七|八|九|十)期?|底|末|伊始|[上中下]旬))?"
_HOUR = "2[0-4]|1\\d|0?\\d|二十[一二三四]?|十[一二三四五六七八九]?|[〇一二两三四五六七八九]"
_MINUTE = "[1-5]?\\d|[二三四五]?十[一二三四五六七八九]?"
_NO_HOUR = "间|候|代|光|而|空|评|子|击|名|燃|头"
_MOON = tuple(f"初{numeral}" for numeral in "一二三四五六七八九十")


@zh_rule(
    r"(?<![\d.])(?:(?P<year>[12]\d{3})(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<mark>[-./])(?P<second>\d{1,2})(?P=mark)(?P<last>20\d\d))(?![\d.])",
    example=("新规2024.9.28发布。", "2025-01-01", "2024-09-28"),
)
def zh_numeric(found: Found) -> Said | None:
    """The year first; where it is last, day and month as in ``absolute.numeric_date``."""
    if found.has("year"):
        month, day = found.number("month"), found.number("day")
        return Said(Point("D", found.number("year"), month, day)) if 1 <= month <= 12 else None
    one, two = found.number("first"), found.number("second")
    month, day = (two, one) if one > 12 or found.words("mark") != "/" else (one, two)
    return Said(Point("D", found.number("last"), month, day)) if 1 <= month <= 12 else None


@zh_rule(
    r"(?P<which>[昨去上前今本当明下]) ?\( ?(?P<number>\d{1,4}) ?(?P<inner>[日月年]?) ?\) ?"
    r"(?P<unit>日|天|月|年|[晚早晨])",
    example=("公司昨（15）日公告。", "2024-09-16", "2024-09-15"),
)
def zh_bracketed(found: Found) -> Said | None:
    """The number in brackets says it; the word before only which way to look."""
    which, unit = found.number("number"), found.words("unit")
    toward = found.look("which", "bracketed")
    if unit == "年":
        return Said(Point("Y", which)) if which > 1000 else None
    if unit == "月":
        return Said(Point("M", None, which, toward=toward)) if 1 <= which <= 12 else None
    clock = {"晚": "TEV", "早": "TMO", "晨": "TMO"}.get(unit, "")
    return Said(Nth(which, toward=toward, clock=clock)) if 1 <= which <= 31 else None


@zh_rule(
    rf"FRESH HEAD? (?P<month>MON) 月 (?P<day>DAY) (?:[日号])?TO (?P<last>DAY) [日号]{_WEEKDAY}",
    example=("双方9月14日至15日会谈。", "2024-09-28", "2024-09-14/2024-09-15"),
)
def zh_month_days(found: Found) -> Said | None:
    month = found.number("month")
    first, last = (point(found, "D", month, found.number(end)) for end in ("day", "last"))
    return Said(first, upto=last)


@zh_rule(
    rf"FRESH HEAD? (?P<month>MON) 月 (?P<day>DAY) [日号]{_WEEKDAY}",
    example=("该规定于2022年10月7日生效。", "2024-09-28", "2022-10-07"),
)
def zh_month_day(found: Found) -> Said | None:
    if found.is_before("历"):  # 农历, 阴历: by the moon
        return None
    return Said(point(found, "D", found.number("month"), found.number("day")))


@zh_rule(
    r"FRESH HEAD (?P<month>MON) 月 (?P<day>DAY)(?=$|[。,、;\s])",
    example=("二〇〇四年八月十五，双方签约。", "2024-09-28", "2004-08-15"),
)
def zh_month_day_bare(found: Found) -> Said | None:
    return zh_month_day.build(found)


@zh_rule(
    r"(?:(?P<which>WHICH)个?|(?P<named>WHICHNAMED))月(?:份)? (?P<day>DAY) [日号]",
    example=("商务部上月15日立案。", "2024-09-28", "2024-08-15"),
)
def zh_day_of_month(found: Found) -> Said | None:
    return Said(Nth(found.number("day"), which(found, "M")))


@zh_rule(
    r"FRESH HEAD? (?P<month>MON) (?:月份?)?TO (?P<last>MON) 月(?:份|(?!球|饼|薪|租|刊))"
    r"(?! ?DAY [日号])",
    example=("1至7月出口增长。", "2024-09-28", "2024-01/2024-07"),
)
def zh_months(found: Found) -> Said | None:
    first, last = (point(found, "M", found.number(end)) for end in ("month", "last"))
    return Said(first, upto=last)


@zh_rule(
    rf"FRESH HEAD? (?P<month>MON) 月(?:份|(?!球|饼|薪|租|刊|嫂)){_EDGE}",
    example=("新规将于9月下旬公布。", "2024-09-01", "2024-09-21/2024-09-30"),
)
def zh_month(found: Found) -> Said | None:
    year = found.has("year") or found.has("yearword") or found.has("yearnamed") or found.has("era")
    if (not year and found.is_before("个历")) or found.follows("天气", "天乐", *_MOON):
        return None
    return Said(point(found, "M", found.number("month")), found.name("edge", "edge"))


@zh_rule(
    r"(?:(?P<which>WHICH)个?|(?P<named>WHICHNAMED)个?)月(?:份|(?!球|饼|薪|租|刊|亮|台))"
    rf"{_EDGE}",
    example=("双方上月底会谈。", "2024-09-28", "2024-08~"),
)
def zh_which_month(found: Found) -> Said | None:
    if found.is_before("以之晚早至") and found.words("which") in ("上", "下", "今"):
        return None
    return Said(which(found, "M"), found.name("edge", "edge"))


@zh_rule(
    r"(?<![个岁正每几数一二两三四五六七八九十\d])月(?P<edge>初|底|末)",
    example=("双方将于月底会谈。", "2024-09-10", "2024-09~"),
)
def zh_month_edge(found: Found) -> Said | None:
    return Said(Shift("M", 0, "M"), found.name("edge", "edge"))


@zh_rule(
    r"FRESH HEAD (?:第 ?(?P<number>NUM)个月)",
    example=("2021年的第三个月最难。", "2024-09-28", "2021-03"),
)
def zh_month_of_year(found: Found) -> Said | None:
    month = found.number("number")
    return Said(point(found, "M", month)) if 1 <= month <= 12 else None


@zh_rule(
    r"(?P<which>WHICH) ?个?(?:周(?P<one>末)|(?:周|星期|礼拜)(?P<day>[一二三四五六日天])?)",
    example=("商务部上周五宣布。", "2024-09-28", "2024-09-20"),
)
def zh_week(found: Found) -> Said | None:
    which = found.look("which", "which")
    if found.is_before("以之") or _is_name(found, "week"):
        return None
    if found.has("one"):
        return Said(Shift("WE", which, "WE"))
    if not found.has("day"):
        return Said(Shift("W", which, "W"))
    return Said(Point("D", weekday=found.look("day", "weekday"), shift=which))


@zh_rule(
    r"(?<![一二两三四五六七八九十几数\d每上下])(?:周|星期|礼拜)(?:(?P<end>末)|(?P<day>[一二三四五六日天]))",
    example=("股价周五下跌。", "2024-09-28", "2024-09-27"),
)
def zh_weekday(found: Found) -> Said | None:
    if found.has("end"):
        return Said(Shift("WE", 0, "WE", sign=-1))
    if _is_name(found, "weekday"):
        return None
    return Said(Point("D", weekday=found.look("day", "weekday")))


def _is_name(found: Found, key: str) -> bool:
    """Whether it goes on as another word: "周刊", "周报", but "周五报道" tells of a report."""
    return found.follows(*listed("after", key)) and not found.follows("报道", "报导")


@zh_rule(
    r"(?P<word>DAYWORD)|(?P<named>DAYNAMED)|(?P<part>DAYPART)",
    example=("公司昨日否认。", "2024-09-28", "2024-09-27"),
)
def zh_day_word(found: Found) -> Said | None:
    if found.has("named"):
        return Said(Shift("D", found.look("named", "daynamed"), "D", Anchor.LAST))
    if found.has("word"):
        return Said(Shift("D", found.look("word", "dayword"), "D"))
    code = str(table("part")[found.words("part")[1:]]) if found.words("part")[1:] != "午" else "MI"
    return Said(Shift("D", found.look("part", "daypart"), "D", clock=f"T{code}"))


@zh_rule(
    r"(?<![\d.第一二三四五六七八九十百千万〇几数多两半每余])"
    r"(?P<day>DAY) ?(?P<sign>日|号)(?!内)",
    example=("商务部27日回应。", "2024-09-28", "2024-09-27"),
)
def zh_day(found: Found) -> Said | None:
    """A day of the month alone; not "12号楼", "100日元"."""
    if found.follows(*listed("after", "day" if found.words("sign") == "日" else "number")):
        return None
    before = found.text[found.match.start() - 1 : found.match.start()]
    if found.words("sign") == "号" and before not in ("", ",", "。", "于", "在", "到", "至", "本"):
        return None
    return Said(Nth(found.number("day")))


@zh_rule(
    rf"(?P<part>PART)?的? ?(?P<hour>{_HOUR}) ?(?:[点时](?!{_NO_HOUR})(?: ?(?P<half>半)"
    rf"|(?: ?(?P<minute>{_MINUTE}) ?分?)|(?P<full>钟|整|许))?"
    r"|:(?P<min>[0-5]\d)(?::[0-5]\d)?(?!\d))|(?P<alone>PART)(?! ?\d)",
    example=("公司昨日下午5:00公告。", "2024-09-28", "2024-09-27"),
)
def zh_clock(found: Found) -> Said | None:
    """A time of day; only beside a day where it has neither its part nor its minutes."""
    if found.has("alone"):
        return Said(Clock(f"T{found.name('alone', 'part')}", is_part=True))
    hour, minute = found.number("hour"), 30 if found.has("half") else 0
    minute = found.number("minute") if found.has("minute") else minute
    minute = found.number("min") if found.has("min") else minute
    if found.name("part", "part") in ("AF", "EV", "NI") and 1 <= hour < 12:
        hour += 12
    is_sure = found.has("part") or found.has("min") or found.has("full")
    return Said(Clock(f"T{hour:02}:{minute:02}", is_part=not is_sure))
