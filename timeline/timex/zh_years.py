"""Chinese years and their parts: "去年第三季度", "上半年", "上世纪90年代", "2026年底".

To add a form: as in ``zh_days``.
"""

from timeline.timex.value import Anchor, Holiday, Point, Shift
from timeline.timex.zh_point import point, which
from timeline.timex.zh_rule import Found, Head, Said, head, listed, number, zh_rule


@zh_rule(
    r"FRESH HEAD?前 (?P<count>NUM) (?P<unit>个月|个?季度?(?!节|风))",
    example=("今年前七个月出口增长。", "2024-09-28", "2024-01/2024-07"),
)
def zh_first_months(found: Found) -> Said | None:
    """前7个月, 前三季度: from the start of the year."""
    count, unit = found.number("count"), "M" if found.words("unit") == "个月" else "Q"
    if not 2 <= count <= (12 if unit == "M" else 4):
        return None
    return Said(point(found, unit, 1), upto=point(found, unit, count))


@zh_rule(
    r"FRESH HEAD?(?P<half>[上下前后])半年",
    example=("去年下半年销量回升。", "2024-09-28", "2023-07/2023-12"),
)
def zh_half(found: Found) -> Said | None:
    return Said(point(found, "H", 1 if found.words("half") in "上前" else 2))


@zh_rule(
    r"FRESH HEAD?(?:(?:第 ?(?P<number>[一二三四1-4])|(?P<plain>[一二三四1-4首头末])) ?季"
    r"(?P<full>度)?(?!节|风)|(?<=[年度的 ])Q(?P<code>[1-4]))",
    example=("去年第三季度营收下降。", "2024-09-28", "2023-07/2023-09"),
)
def zh_quarter(found: Found) -> Said | None:
    if not (found.has("full") or found.has("code") or found.is_end()) and head(found) == Head():
        return None  # "第三季" of a show
    word = found.words("number") or found.words("plain") or found.words("code")
    return Said(point(found, "Q", number(word)))


@zh_rule(
    r"(?:(?P<year>YEAR4|\d\d)|(?P<which>WHICH)) ?财年"
    r"(?:第?(?P<number>[一二三四1-4]) ?(?:财?季度?|财政季度))?"
    r"|第?(?P<alone>[一二三四1-4]) ?财(?:季|政季度)",
    example=("2025财年营收翻番。", "2025-03-01", "2025"),
)
def zh_fiscal(found: Found) -> Said | None:
    """A fiscal year or quarter; in days where the company's calendar is known."""
    words = found.words("number") or found.words("alone")
    part = number(words) if words else 0
    year = found.number("year") if found.has("year") else None
    year = year + 2000 if year is not None and year < 100 else year
    shift = found.look("which", "which") if found.has("which") else None
    if part:
        return Said(Point("Q", year, part, shift=shift, fiscal=True))
    if year is not None:
        return Said(Point("Y", year, fiscal=True))
    return Said(Shift("Y", shift or 0, "Y", fiscal=True))


@zh_rule(
    r"(?:(?P<which>WHICH)一?个?|(?P<named>WHICHNAMED)个?)季度?(?!节|风)",
    example=("上季度利润下滑。", "2024-09-28", "2024-04/2024-06"),
)
def zh_which_quarter(found: Found) -> Said | None:
    return Said(which(found, "Q"))


@zh_rule(
    r"FRESH(?:HEAD|(?P<yearchar>YEARCHAR))?(?P<season>[春夏秋冬])(?P<sort>天|季)?",
    example=("公司去年夏天发布新品。", "2024-09-28", "2023-06/2023-08"),
)
def zh_season(found: Found) -> Said | None:
    """A season with 天 or 季, or with a year before it: "今夏"."""
    if found.has("yearchar"):
        shift = found.look("yearchar", "yearchar")
        return Said(Point("S", None, found.look("season", "season"), shift=shift))
    is_dated = head(found) != Head()
    if found.follows(*listed("after", "season")) or not (found.has("sort") or is_dated):
        return None
    return Said(point(found, "S", found.look("season", "season")))


@zh_rule(
    r"FRESH HEAD(?:(?P<edge>年初|年底|年末|年终|初|底|末|伊始)"
    r"|(?P<middle>年?中)(?=$|[,。、;时前后至到的]|期))",
    example=("工厂将于2026年底投产。", "2024-09-28", "2026-12~"),
)
def zh_year_edge(found: Found) -> Said | None:
    year = head(found)
    mod = "MID" if found.has("middle") else found.name("edge", "edge")
    if year.year is not None:
        return Said(Point("Y", year.year), mod)
    return Said(Shift("Y", year.shift, "Y", year.anchor), mod)


@zh_rule(
    r"(?<![\d大去今明前后每些多近几数当整一二两三四五六七八九十])"
    r"(?:年(?P<edge>初|底|末|终)|(?P<old>岁末)|(?P<within>年内)|(?P<middle>年中)(?=$|[,。、;前至]))",
    example=("双方有望年底达成协议。", "2024-09-28", "2024-12~"),
)
def zh_this_year_edge(found: Found) -> Said | None:
    mod = "" if found.has("within") else "MID" if found.has("middle") else "END"
    return Said(Shift("Y", 0, "Y"), found.name("edge", "edge") or mod)


@zh_rule(
    r"FRESH(?:(?P<century>NUM) ?世纪|(?P<near>上个?世纪|本世纪))?的? ?"
    r"(?P<decade>[1-9]0|[一二三四五六七八九]十) ?年代(?P<edge>初期?|早期|中期|末期?|后期)?",
    example=("上世纪90年代双方开始谈判。", "2024-09-28", "199X"),
)
def zh_decade(found: Found) -> Said | None:
    first = 1900
    if found.has("century"):
        first = 100 * (found.number("century") - 1)
    elif found.words("near").startswith("本"):
        first = 2000
    return Said(Point("E", first + found.number("decade")), found.name("edge", "edge"))


@zh_rule(
    r"FRESH(?:(?P<century>NUM) ?世纪|(?P<near>上个?世纪|本世纪))"
    r"(?P<edge>初期?|中叶|末期?|中期|后期)?",
    example=("这座工厂建于19世纪。", "2024-09-28", "18XX"),
)
def zh_century(found: Found) -> Said | None:
    count = found.number("century") if found.has("century") else 0
    count = count or (21 if found.words("near").startswith("本") else 20)
    return Said(Point("C", 100 * (count - 1)), found.name("edge", "edge")) if count < 30 else None


@zh_rule(
    r"FRESH(?P<first>YEAR4) (?:年)?TO (?P<last>YEAR4|\d\d) 年度?"
    r"|(?<=从)(?P<since>[12]\d{3})TO(?P<until>[12]\d{3})(?!\d)",
    example=("2022-2024年出口增长。", "2025-09-28", "2022/2024"),
)
def zh_years(found: Found) -> Said | None:
    ends = ("since", "until") if found.has("since") else ("first", "last")
    first, last = found.number(ends[0]), found.number(ends[1])
    last = last if last > 99 else first - first % 100 + last
    return Said(Point("Y", first), upto=Point("Y", last)) if first < last else None


@zh_rule(
    r"FRESH(?P<year>YEAR4|YEAR2) 年度?(?!代) ?| FRESH(?P<era>ERA) ?(?P<reign>元|NUM) ?年度?(?!代)",
    example=("华盛顿2022年出台禁令。", "2024-09-28", "2022"),
)
def zh_year(found: Found) -> Said | None:
    return Said(Point("Y", head_year(found)))


def head_year(found: Found) -> int:
    if found.has("era"):
        return found.look("era", "era") + found.number("reign")
    year = found.number("year")
    return year if year > 99 else year + 2000


@zh_rule(
    r"(?P<yearword>YEARWORD)度?|(?P<yearnamed>YEARNAMED)度?",
    example=("去年销量翻番。", "2024-09-28", "2023"),
)
def zh_which_year(found: Found) -> Said | None:
    if found.has("yearnamed"):
        shift = found.look("yearnamed", "yearnamed")
        return Said(Shift("Y", shift, "Y", Anchor.LAST))
    return Said(Shift("Y", found.look("yearword", "yearword"), "Y"))


@zh_rule(
    r"FRESH HEAD?(?P<name>HOLIDAY)",
    example=("市场国庆节休市。", "2024-09-28", "2024-10-01"),
)
def zh_holiday(found: Found) -> Said | None:
    year = head(found)
    return Said(Holiday(found.name("name", "holiday"), year.year, year.shift))
