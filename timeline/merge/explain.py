"""Why two mentions are, or are not, one event, in words for people."""

from collections.abc import Mapping

from timeline.lexicon import words
from timeline.merge.facts import Fact, number
from timeline.merge.score import Signs


def explain(a: Fact, b: Fact, found: Signs, names: Mapping[str, str]) -> str:
    """What speaks for it, then what speaks against it: "one type; both by Chinese regulators;
    both name h20; but told a year apart".  ``names`` maps an actor's id to its name.
    """
    pro, con = _acts(a, b, found, names), []
    if found.date >= 0.3:
        pro.append("dates agree" if a.time.hard and b.time.hard else "told within days")
    elif found.date <= -0.1:
        con.append(f"dates apart ({_date(a)} and {_date(b)})")
    if found.report:
        pro.append("one report")
    if found.back > 0:
        pro.append("the later one points back")
    for value, text in (
        (found.apart, "told as another act"),
        (found.direction, "they point opposite ways"),
        (found.real, f"one is {a.mention.status}, the other {b.mention.status}"),
    ):
        if value <= -0.4:
            con.append(text)
    if found.words >= 0.15:
        pro.append(f"like words ({', '.join(_telling(a, b))})")
    return "; ".join(pro) + (f"; but {', '.join(con)}" if con else "")


def _acts(a: Fact, b: Fact, found: Signs, names: Mapping[str, str]) -> list[str]:
    """Type, who, to whom, what and how much; disagreement among them too, as "unlike"."""
    said = ["one type" if a.type == b.type else f"{a.type} and {b.type} go together"]
    said += _agents(a, b, found, names)
    hit = a.who.patients & b.who.patients
    if hit:
        said.append(f"both concern {_list(hit, names)}")
    elif found.patient < 0:
        said.append("they hit others")
    if a.said.objects & b.said.objects:
        said.append(f"both name {', '.join(sorted(a.said.objects & b.said.objects))}")
    elif found.objects < 0:
        said.append(
            f"{', '.join(sorted(a.said.objects))} is not {', '.join(sorted(b.said.objects))}"
        )
    if found.numbers < 0:
        said.append(f"{_told(a)} is not {_told(b)}")
    elif found.numbers:
        said.append(f"both say {', '.join(_figures(a, b))}")
    return said


def _agents(a: Fact, b: Fact, found: Signs, names: Mapping[str, str]) -> list[str]:
    """Whether one acts in both, or who it is in one and in the other."""
    same, either = a.who.agents & b.who.agents, a.who.agents or b.who.agents
    if same:
        return [f"both by {_list(same, names)}"]
    if not a.who.agents or not b.who.agents:
        return [f"who acts is said by one only ({_list(either, names)})"] if either else []
    one, other = _list(a.who.agents, names), _list(b.who.agents, names)
    if found.agent > 0:
        return [f"{one} and {other} are of one side"]
    return [f"not by one side ({one}, {other})"] if found.agent < 0 else []


def _figures(a: Fact, b: Fact) -> list[str]:
    """Shared figures as the first one writes them: those of its claim, else of its words."""
    told = {text for text in a.mention.claim.numbers if number(text) in b.said.numbers}
    own = (word for word in words.find(a.mention.claim.text) if word.stem in b.said.numbers)
    return sorted(told or {word.text for word in own})


def _told(fact: Fact) -> str:
    return ", ".join(sorted(fact.mention.claim.numbers))


def _list(ids: frozenset[str], names: Mapping[str, str]) -> str:
    found = sorted(names.get(name, name) for name in ids)
    return " and ".join(found) if len(found) < 3 else f"{', '.join(found[:2])} and others"


def _date(fact: Fact) -> str:
    interval = fact.mention.when.interval
    return interval.edtf if interval else "undated"


def _telling(a: Fact, b: Fact) -> list[str]:
    shared = [stem for stem in a.said.words if stem in b.said.words]
    return sorted(shared, key=lambda stem: (-a.said.words[stem], stem))[:3]
