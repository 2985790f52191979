"""Which time expression of a sentence dates what a clause claims."""

from bisect import bisect_left
from collections.abc import Sequence

from timeline.claims import drafts
from timeline.claims.clauses import Clause
from timeline.claims.frames import frames
from timeline.claims.kinds import words
from timeline.claims.view import View
from timeline.model import Span, Timex, TimexType


def clause_span(ready: View, clause: Clause) -> Span:
    start, end = clause.start, clause.end - 1
    while end > start and ready.tokens[end].lower in (",", ";", "and", "but", "—", "–"):
        end -= 1
    return ready.span(start, end)


def dated(ready: View, clause: Clause, at: int, timexes: Sequence[Timex]) -> Timex | None:
    """The time of a clause, else of the act that brought the measure of which it tells."""
    if not timexes:
        return None
    span = clause_span(ready, clause)
    undoes = ready.tokens[at].lemma in words("disputing") | frames().classes["UNDO"]
    if undoes and (other := _contact(ready, clause, at)) is not None:
        span = Span(span.start, ready.edges[2 * other])
    own = _nearest(timexes, span, ready.edges[2 * at])
    over = drafts.brings(ready, clause)
    if own is not None and not (over and _is_of_saying(ready, at, own)):
        return None if undoes and _is_of_object(ready, clause, at, own) else own
    if clause.kind == "participle" and clause.opener.endswith("ing") and clause.parent is not None:
        over = over or ready.clauses[clause.parent]  # "acted on Friday, charging the firm"
    brought = _nearest(timexes, clause_span(ready, over), ready.edges[2 * at]) if over else None
    return brought or own


def _is_of_saying(ready: View, at: int, timex: Timex) -> bool:
    """Whether a verb of saying stands right before it: "would bar it, Reuters said on Sunday"."""
    first = bisect_left(ready.edges[::2], timex.span.start)
    near = range(max(at + 1, first - 2), first)
    return any(ready.verb[i] and ready.tokens[i].lemma in words("saying") for i in near)


def _is_of_object(ready: View, clause: Clause, at: int, timex: Timex) -> bool:
    """Whether it dates what the act undoes or disputes: "appealed against a May 2024 ruling"."""
    tokens, starts = ready.tokens, ready.edges[::2]
    first = bisect_left(starts, timex.span.start)
    last = bisect_left(starts, timex.span.end)
    if not at < first - 1 < last < clause.end:
        return False
    noun = tokens[last]
    is_noun = noun.lower[:1].isalpha() and not ready.verb[last]
    is_noun = is_noun and noun.lower not in words("preposition") | words("coordinator")
    return is_noun and tokens[first - 1].lower in ("a", "an", "the", "its", "their", "his", "her")


def _contact(ready: View, clause: Clause, at: int) -> int | None:
    """The verb of a clause that tells which, without "that": "lifted duties Trump | set in May".

    What stands behind it is not about the trigger.
    """
    nouns = words("determiner") | words("preposition") | words("coordinator")
    for p in ready.placed:
        if not at < p.first < p.last < clause.end or p.preposition or p.is_owner:
            continue
        before, verb = ready.tokens[p.first - 1], ready.tokens[p.last]
        is_noun = before.lower[:1].isalpha() and before.lower not in nouns
        if ready.verb[p.last] and is_noun and p.first - 1 > at and not ready.verb[p.first - 1]:
            return p.last if verb.lower != verb.lemma else None
    return None


def _nearest(timexes: Sequence[Timex], span: Span, at: int) -> Timex | None:
    """The time expression of this clause that stands nearest to its trigger."""
    inside = [
        t
        for t in timexes
        if span.holds(t.span)
        and t.interval is not None
        and t.rule != "name_with_date"
        and t.type in (TimexType.DATE, TimexType.TIME)
    ]
    return min(
        inside, key=lambda t: (_is_open(t), abs(t.span.start - at), t.span.start), default=None
    )


def _is_open(timex: Timex) -> bool:
    """Whether it only says since when: "the most since April in Friday's trading"."""
    return timex.interval is not None and timex.interval.end is None
