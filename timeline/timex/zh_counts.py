"""Chinese counts, lengths, sets and vague words: "两年前", "三个月后", "近三年", "每周一", "近日".

To add a form: a function with @zh_rule here, its name in ``zh.RULES`` (the longer form
first), rows in
tests/corpus/timex_zh.csv.
"""

from timeline.timex.lengths import iso_length
from timeline.timex.value import Anchor, Every, Length, Ref, Shift
from timeline.timex.zh_rule import Found, Said, listed, zh_rule

_GRAIN = {"TH": "D", "TM": "D", "TS": "D"}
_AMOUNT = r"(?P<count>COUNT) ?(?P<more>多|余|来)? ?(?P<unit>UNIT|(?<=[数多])月)(?P<half>半)?"


def _amount(found: Found) -> tuple[str, int | None, bool]:
    """Unit, number and whether a half comes on top: "两年半"; 半年 is six months."""
    words, unit = found.words("count"), found.name("unit", "unit") or "M"
    if words == "半":
        halved = {"Y": ("M", 6), "M": ("W", 2), "D": ("TH", 12), "TH": ("TM", 30)}
        unit, count = halved.get(unit, (unit, 0))
        return unit, count, False
    if any(sign in words for sign in "几数多") or words in ("若干", "好几"):
        return unit, None, False
    return unit, found.number("count"), found.has("half")


def _is_year(found: Found) -> bool:
    """Whether the figures are a year's: "2015年前", "07年以后"."""
    count = found.words("count")
    return (
        found.words("unit")[0] == "年" and (len(count) == 4 or count[0] in "0〇") and count != "〇"
    )


def _has_bad_end(found: Found) -> bool:
    unit = found.words("unit")
    if _is_year(found) or (unit[0] == "年" and len(found.words("count")) == 4):
        return True
    if unit == "天":
        return found.follows(*listed("after", "length_day"))
    if unit == "年":
        return found.follows(*listed("after", "length_year"))
    if unit == "季":
        return True
    return unit == "周" and found.follows(*listed("after", "weekday"), "年", "岁")


@zh_rule(
    rf"FRESH{_AMOUNT} ?[之以]?(?P<which>前|后)",
    example=("该公司三年前发布这款芯片。", "2024-09-28", "2021"),
)
def zh_ago(found: Found) -> Said | None:
    """Counted back from the publication, on from the date last named: "三个月后"."""
    unit, count, has_half = _amount(found)
    is_ago = found.words("which") == "前"
    if (
        _is_year(found)
        or found.words("unit") in ("年度", "季")
        or found.follows(*listed("after", "ago" if is_ago else "later"))
    ):
        return None
    mod = "MORE_THAN" if found.has("more") else ""
    if not is_ago and _hangs_on_a_verb(found):
        return Said(Length(iso_length(unit, count, has_half), unit, count), mod)
    if has_half and unit == "Y" and count is not None:
        unit, count = "M", 12 * count + 6
    anchor = Anchor.DCT if is_ago else Anchor.LAST
    sign = -1 if is_ago else 1
    if unit == "W" and count is not None and count <= 2:
        return Said(Shift("W", count, "D", anchor, sign), mod)
    return Said(Shift(unit, count, _GRAIN.get(unit, unit), anchor, sign), mod)


def _hangs_on_a_verb(found: Found) -> bool:
    """Whether an event is counted from: "签约三个月后"; "于三个月后" counts from a date."""
    at = found.match.start()
    before = found.text[at - 1 : at] if at else ""
    return bool(before) and before > "一" and before not in "于在将并再又仅约近而则但且从他她们我"


@zh_rule(
    rf"(?P<which>过去|最近|未来|今后|此后|接下来|近|前|后|上|下)(?:的|这)? ?{_AMOUNT}"
    r"(?:以来|来(?!自|到|访|华)|里|内|间)?",
    example=("销量在过去两年翻番。", "2024-09-28", "2022-09~/2024-09~"),
)
def zh_stretch(found: Found) -> Said | None:
    """So many units back or ahead: "近三年", "未来五年"."""
    which = found.words("which")
    if _has_bad_end(found) or (which in "上下前后近" and found.is_before("之以目最附先今晚早的")):
        return None
    if which in "上下前后" and found.words("count") == "半":
        return None
    unit, count, has_half = _amount(found)
    if count == 0:
        return None
    toward = 0 if which == "此后" else 1 if which in ("未来", "今后", "接下来", "后", "下") else -1
    return Said(Length(iso_length(unit, count, has_half), unit, count, toward))


@zh_rule(
    rf"FRESH{_AMOUNT}(?:以来|来(?!自|到|访|华|的?人))",
    example=("三年来出口大增。", "2024-09-28", "2021-09~/2024-09~"),
)
def zh_years_since(found: Found) -> Said | None:
    unit, count, has_half = _amount(found)
    return Said(Length(iso_length(unit, count, has_half), unit, count, -1))


@zh_rule(
    r"每隔? ?(?P<count>NUM|SOME|半)? ?(?P<unit>UNIT|月|日)"
    r"(?P<weekday>[一二三四五六日天](?!次|个|度))?",
    example=("清单每两年更新。", "2024-09-28", "P2Y"),
)
def zh_every(found: Found) -> Said | None:
    word = found.words("unit")
    unit = {"月": "M", "日": "D"}.get(word) or found.name("unit", "unit")
    if found.has("weekday") and unit == "W" and not found.has("count"):
        return Said(Every(f"XXXX-WXX-{found.look('weekday', 'weekday')}"))
    if found.has("weekday") or (word == "天" and found.follows(*listed("after", "length_day"))):
        return None
    words = found.words("count")
    if words == "半":
        return Said(Every("P6M")) if unit == "Y" else None
    count = found.number("count") if words and words not in listed_some() else None
    if unit == "Q":
        unit, count = "M", 3 * (count or 1)
    number = count or ("X" if words else 1)
    return Said(Every(f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"))


def listed_some() -> tuple[str, ...]:
    return ("几", "数", "多", "若干", "好几")


@zh_rule(
    rf"(?<![第有某每同这那哪另首先\d.一二三四五六七八九十百千万〇几]){_AMOUNT}",
    example=("禁令持续了六个月。", "2024-09-28", "P6M"),
)
def zh_length(found: Found) -> Said | None:
    """So many units: "四天"; not "三年级", "一天然气", "一周年"."""
    if _has_bad_end(found) or (
        found.words("count") in ("多", "数") and found.is_before("许众无次倍")
    ):
        return None
    if found.words("count") == "一" and found.follows("一度", "四季", "之计", "到晚"):
        return None
    if found.text.endswith("最后", 0, found.match.start()):
        return None
    unit, count, has_half = _amount(found)
    if count == 0:
        return None
    mod = "MORE_THAN" if found.has("more") or found.follows("以上") else ""
    return Said(Length(iso_length(unit, count, has_half), unit, count), mod)


@zh_rule(
    r"FRESH(?P<count>NUM) ?个半 ?(?P<unit>月|小时|星期|季度)",
    example=("谈判用了一个半月。", "2024-09-28", "P1M2W"),
)
def zh_length_and_half(found: Found) -> Said | None:
    unit = {"月": "M", "小时": "TH", "星期": "W", "季度": "Q"}[found.words("unit")]
    count = found.number("count")
    return Said(Length(iso_length(unit, count, True), unit, count))


@zh_rule(
    r"(?P<word>PAST)(?! ?[一二两三四五六七八九十几数\d])|(?P<recent>近期)",
    example=("该公司近日完成融资。", "2024-09-28", "2024-09-23~/2024-09-28~"),
)
def zh_past(found: Found) -> Said | None:
    return Said(Ref("PAST_REF", found.name("word", "past")))


@zh_rule(r"(?P<word>PRESENT)", example=("目前没有相关命令。", "2024-09-28", "PRESENT_REF"))
def zh_present(found: Found) -> Said | None:
    return Said(Ref("PRESENT_REF"))


@zh_rule(r"(?P<word>FUTURE)", example=("今后或有更多规定。", "2024-09-28", "FUTURE_REF"))
def zh_future(found: Found) -> Said | None:
    return Said(Ref("FUTURE_REF", found.name("word", "future")))
