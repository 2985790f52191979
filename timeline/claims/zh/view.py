"""A Chinese sentence cut into what the frames ask for: words of the lexicon, mentions, figures."""

import re
from collections.abc import Iterator, Sequence

from timeline.claims.zh.frames import lexicon
from timeline.lexicon import han
from timeline.model import ActorKind, ActorMention, Evidence, Sentence, Span, Use
from timeline.values import dataclass

_BREAK = re.compile(
    r"[，；。！？]|[,：](?!\d)|(?<=[\u4e00-\u9fff”》％%])[ \u3000](?=[\u4e00-\u9fff“《\d])"
)  # a blank divides a headline
_LAW = re.compile(r"《[^《》]{1,80}》")
_DRAFT = re.compile(r"法案|草案|修正案|授权法|提案")
_FIGURE = re.compile(
    r"(?P<percent>\d[\d.,]*(?:[%％]|个百分点)|百分之[\u4e00-\u9fff]{1,4})"
    r"|(?P<money>\d[\d.,]*(?:万|亿|万亿|百万|千万)?(?:多|余)?(?:美元|元|欧元|港元|日元|人民币|新台币))"
    r"|(?P<number>\d[\d.,]*(?:万|亿)?)"
)
_KINDS = {
    ActorKind.STATE: "@state", ActorKind.BODY: "@state", ActorKind.OFFICIALS: "@state",
    ActorKind.COMPANY: "@company", ActorKind.FIRMS: "@firms", ActorKind.PERSON: "@person",
    ActorKind.PRODUCT: "@product", ActorKind.ORGANISATION: "@company",
    ActorKind.OUTLET: "@outlet", ActorKind.SOURCE: "@source",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mention or a figure by its characters in the sentence; ``marks`` for classes."""

    start: int
    end: int
    text: str
    marks: frozenset[str]
    mention: ActorMention | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """From comma to comma: characters, and the tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class View:
    text: str
    plain: str
    offset: int
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    def clause_span(self, n: int) -> tuple[int, int]:
        """The characters of a clause, without the blanks and marks around it."""
        start, end = self.clauses[n].start, self.clauses[n].end
        while end > start and self.text[end - 1] in " 　，,；：。":
            end -= 1
        while start < end and self.text[start] in " 　，,；：“「":
            start += 1
        return start, max(end, start + 1)

    def evidence(self, token: Token, rule: str) -> Evidence:
        span = Span(self.offset + token.start, self.offset + token.end)
        return Evidence(span, self.text[token.start : token.end], rule)

    def numbers(self, n: int) -> Iterator[str]:
        """The figures of a clause as written: "45亿美元", "13%"."""
        clause = self.clauses[n]
        for token in self.tokens[clause.first : clause.last]:
            if token.marks & {"@percent", "@money"}:
                yield self.text[token.start : token.end]

    def is_saying(self, at: int) -> bool:
        """Whether the clause of an offset tells only who says it: "据彭博周二报道"."""
        here = at - self.offset
        clause = next((c for c in self.clauses if c.start <= here < c.end), None)
        if clause is None or clause.last == clause.first:
            return False
        return self.tokens[clause.last - 1].text in lexicon().cues["saying"]

    def is_one_group(self, start: int, end: int) -> bool:
        """Whether nothing but one sentence's clauses lies between: no "；" and no "。"."""
        return not any(
            mark in self.plain[start - self.offset : end - self.offset] for mark in "；。"
        )


def view(sentence: Sentence, mentions: Sequence[ActorMention]) -> View:
    """The sentence made ready: "对英伟达立案调查" is a mention and a verb."""
    plain = _masked(han.plain(sentence.text))
    tokens = tuple(_tokens(plain, sentence.span.start, mentions))
    return View(sentence.text, plain, sentence.span.start, tokens, _clauses(plain, tokens))


def _masked(plain: str) -> str:
    """Titles in 《》 blanked, but for the word that says that they are drafts of laws."""
    for law in _LAW.finditer(plain):
        draft = _DRAFT.search(law.group())
        blank = "·" * (law.end() - law.start())
        if draft:
            word = draft.group()
            blank = blank[: draft.start()] + word + blank[draft.end() :]
        plain = plain[: law.start()] + blank + plain[law.end() :]
    return plain


def _tokens(plain: str, offset: int, mentions: Sequence[ActorMention]) -> Iterator[Token]:
    named = {mention.span.start - offset: mention for mention in mentions}
    words, at = lexicon().words, 0
    while at < len(plain):
        mention = named.get(at)
        if mention is not None:
            yield _mention(plain, offset, mention)
            at = mention.span.end - offset
            continue
        token = _figure(plain, at) or _word(plain, at, words.get(plain[at], ()))
        if token is not None:
            yield token
        at = token.end if token else at + 1


def _mention(plain: str, offset: int, mention: ActorMention) -> Token:
    start, end = mention.span.start - offset, mention.span.end - offset
    marks = {_KINDS[mention.actor.kind]}
    if mention.actor.kind in (ActorKind.BODY, ActorKind.OFFICIALS):
        marks.add("@body" if mention.actor.kind is ActorKind.BODY else "@officials")
    if mention.use is not Use.NOUN:
        marks.add("@owner")
    return Token(start, end, plain[start:end], frozenset(marks), mention)


def _figure(plain: str, at: int) -> Token | None:
    if not (plain[at].isdigit() or plain[at] == "百"):
        return None
    found = _FIGURE.match(plain, at)
    if found is None:
        return None
    kind = f"@{found.lastgroup}"
    return Token(at, found.end(), found.group(), frozenset({kind, "@number"}))


def _word(plain: str, at: int, words: Sequence[str]) -> Token | None:
    for word in words:
        if plain.startswith(word, at):
            return Token(at, at + len(word), word, frozenset({word}))
    return None


def _clauses(plain: str, tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The stretches between commas; a comma within a mention divides nothing."""
    breaks = {b.end() for b in _BREAK.finditer(plain) if not _within(tokens, b.start())}
    breaks |= {token.end for token in tokens if token.text in lexicon().cues["saying"]}
    found, start, first = [], 0, 0
    for end in (*sorted(breaks), len(plain)):
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if end > start:
            found.append(Clause(start, end, first, last))
        start, first = end, last
    return tuple(found)


def _within(tokens: Sequence[Token], at: int) -> bool:
    return any(token.start < at < token.end for token in tokens)
