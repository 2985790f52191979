"""What tells a source without a verb of its own, and how far an attribution reaches."""

import re
from collections.abc import Iterator

from timeline.attribution.memory import Memory
from timeline.attribution.zh import tellers
from timeline.attribution.zh.cues import Cue, words
from timeline.attribution.zh.found import Text
from timeline.model import Attribution, BlockKind, Hop, SourceKind, Span

_BREAK = re.compile(r"[，；。！？]|[,：](?!\d)")
_LEAD = re.compile(r"[，：\s“]{0,3}")
_COLON = re.compile(r"：(?!\d)")
_SEGMENT = re.compile(r"(?<=[\u4e00-\u9fff”》％%])[ \u3000](?=[\u4e00-\u9fff“《\d])")
_NEAR = 12  # characters between a speaker and the word of saying that closes a sentence
_FIRST = 46  # characters within which a source stands that opens a sentence
_SPEAKERS = (SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON)


def opening(text: Text, memory: Memory) -> Attribution | None:
    """The source that opens a sentence: "据路透社报道，", "根据司法部的声明，", "据悉，"."""
    comma = _BREAK.search(text.plain)
    end = comma.start() if comma else len(text.plain)
    if end > _FIRST:
        return None
    start = _start(text)
    hearsay = _longest(text.plain, start, words("hearsay", "words"))
    if hearsay and start + len(hearsay) <= end:
        return _hearsay(text, start, start + len(hearsay))
    opener = _longest(text.plain, start, words("according", "openers"))
    if not opener:
        return None
    return _according(text, start, opener, end, memory)


def _hearsay(text: Text, start: int, end: int) -> Attribution | None:
    evidence = text.evidence(start, end, "adverb")
    hop = Hop(SourceKind.HEARSAY, "", text.evidence(start, end, "hearsay"))
    scope = _after(text, end)
    return None if scope is None else Attribution(scope, (hop,), evidence)


def _according(text: Text, start: int, opener: str, end: int, memory: Memory) -> Attribution | None:
    phrase = text.plain[start:end]
    named = [m for m in text.within(start, end) if not text.is_quoted(m.span.start - text.offset)]
    hops = tuple(tellers.hop(m, memory) for m in named)
    is_told = any(noun in phrase for noun in words("according", "nouns"))
    if not hops or not (is_told or hops[0].kind is SourceKind.OUTLET):
        return None
    scope = _after(text, end) if end < len(text.plain) else None
    if scope is None:
        return None
    cue = text.evidence(start, start + len(opener), "according_to")
    subject = Span(named[0].span.start, named[-1].span.end)
    return Attribution(scope, _ordered(hops), cue, False, subject)


def _ordered(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """The outlet before those it cites, each once."""
    unique = list({hop.name: hop for hop in hops}.values())
    return tuple(sorted(unique, key=lambda hop: hop.kind is not SourceKind.OUTLET))


def headline(text: Text, kind: BlockKind, memory: Memory) -> Attribution | None:
    """The speaker before a colon in a headline, or before an answer: "毛宁：中方一贯反对"."""
    for colon in _COLON.finditer(text.plain):
        before = [m for m in text.mentions if m.span.end == text.offset + colon.start()]
        if not before or (kind is BlockKind.BODY and before[0].span.start > text.offset + 1):
            continue
        hops = (tellers.hop(before[0], memory),)
        after = _SEGMENT.search(text.plain, colon.end())
        end = after.start() if after else len(text.plain)
        scope = _span(text, colon.end(), end)
        if scope is not None:
            cue = text.evidence(colon.start(), colon.end(), "subject_verb")
            return Attribution(scope, hops, cue, hops[0].kind in _SPEAKERS, before[0].span)
    return None


def floor(text: Text, opened: Attribution | None) -> int:
    """From where on a subject is looked for."""
    if opened is None:
        return _start(text)
    return opened.scope.start - text.offset if opened.cue.text != "：" else _start(text)


_DATELINE = re.compile(
    r"^(?:[（(【][^（）()【】]{3,40}(?:电|讯|报道|报导)[）)】]|"
    r"[\u4e00-\u9fff]{2,6}[社网][^，。]{0,14}?\d{1,2}日[^，。]{0,6}?[电讯](?:[（(][^）)]{0,20}[）)])?)\s?"
)
_LATER = re.compile(r"之?后，")


def _start(text: Text) -> int:
    """Behind a dateline: "新华社北京7月6日电（记者某某）"."""
    found = _DATELINE.match(text.plain)
    return found.end() if found else 0


def is_noun(text: Text, cue: Cue) -> bool:
    """Whether a word of saying is none there: "发布公告" of "在发布公告前", "公告自…起实施"."""
    after = text.plain[cue.end : cue.end + 1]
    before = text.plain[cue.start - 1 : cue.start] if cue.start else ""
    if after == "的" and cue.lemma not in ("say", "believe"):
        return True
    if cue.lemma in _NOUNS and after in ("前", "后", "的", "自", "时", "了", "”"):
        return True
    if text.plain[max(0, cue.start - 3) : cue.start].endswith(_DENIED):
        return True
    if text.plain[cue.start : cue.end] in words("report", "citing") and _CITED.match(
        text.plain, cue.end
    ):
        return True
    if _LATER_SAYING.match(text.plain, cue.end):
        return True
    return before in ("被", "的", "所", "该", "据") and cue.lemma not in ("say",)


_NOUNS = ("report", "announce", "state", "say")
_LATER_SAYING = re.compile(r"[^，。]{0,40}时(?:表示|说|称|指出|强调|透露)")  # "回应提问时表示"
_CITED = re.compile(r"[^，。]{1,30}(?:说|称|表示|报道|报导|指出|透露|指)[，：“]")
_DENIED = ("未", "没有", "不会", "拒绝", "不愿", "不", "无法", "未曾")
_CLOSING = frozenset(
    {"say", "report", "add", "stress", "note", "reveal", "believe", "tell", "predict"}
)


def scope(text: Text, cue: Cue, subject: Span, *, is_act: bool) -> Span | None:
    """What is said: behind the word of saying, or before it where that closes the sentence."""
    rest = text.plain[cue.end :].strip("。！？”’） \n")
    if not rest:
        if is_act:
            return _before(text, cue)
        is_near = text.offset + cue.start - subject.end < _NEAR and cue.lemma in _CLOSING
        return _span(text, _start(text), subject.start - text.offset) if is_near else None
    start = cue.start if is_act else cue.end
    if text.plain.startswith(("不满", "反对", "欢迎", "遗憾", "支持", "关切", "关注"), cue.end):
        start = cue.end
    return _span(text, start, _end(text, cue))


def _before(text: Text, cue: Cue) -> Span | None:
    return _span(text, cue.start, len(text.plain))


def _end(text: Text, cue: Cue) -> int:
    """The end of what is said: of the quotation that it is, else of the headline or sentence."""
    lead = _LEAD.match(text.plain, cue.end)
    at = lead.end() if lead else cue.end
    for start, end in text.quotes:
        if start + 1 == at and end < len(text.plain) - 12:
            return end
    later = _LATER.search(text.plain, cue.end)
    if (
        later
        and cue.lemma == "announce"
        and not text.is_quoted(later.start())
        and later.end() < len(text.plain) - 8
    ):
        return later.start()
    segment = _SEGMENT.search(text.plain, cue.end)
    return segment.start() if segment and len(text.plain) < 80 else len(text.plain)


def _after(text: Text, at: int) -> Span | None:
    return _span(text, at, len(text.plain))


def _span(text: Text, start: int, end: int) -> Span | None:
    lead = re.compile(r"[，、：；\s]{0,3}").match(text.plain, start)
    start = lead.end() if lead else start
    while end > start and text.plain[end - 1] in "，、；： ":
        end -= 1
    return Span(text.offset + start, text.offset + end) if end - start > 1 else None


def _longest(plain: str, start: int, among: tuple[str, ...]) -> str:
    return max(_fitting(plain, start, among), key=len, default="")


def _fitting(plain: str, start: int, among: tuple[str, ...]) -> Iterator[str]:
    return (word for word in among if plain.startswith(word, start))
