"""Role phrases as actors: "Chinese tech giants" and "China's technology giants" are one."""

from functools import lru_cache

from timeline.actors.lexemes import adjective, field_order, joins
from timeline.model import Actor, ActorKind

_KINDS = {
    "officials": ActorKind.OFFICIALS,
    "office": ActorKind.OFFICIALS,
    "firms": ActorKind.FIRMS,
    "source": ActorKind.SOURCE,
    "body": ActorKind.BODY,
}
_IMPLIED = {"chipmakers": ("chip",), "tech giants": ("tech",), "customs": ("customs",)}
_READ = {"foreign-affairs": "foreign", "data-centre": "data centre", "social-media": "social media"}
_FAMILIAR = "people familiar with the matter"


@lru_cache(maxsize=4096)
def role(state: str, country: str, fields: tuple[str, ...], head: str, group: str) -> Actor:
    """The group of a state ("cn:ai-startups", "Chinese AI startups"), or of none ("startups").

    ``state`` may be "foreign" or "Western" too.
    """
    fields, head = _join(fields, head)
    if head == _FAMILIAR:
        return Actor("source:familiar", _FAMILIAR, ActorKind.SOURCE)
    people = "any" if group != "source" else "source"
    whose = adjective(state) or state
    words = [*(_READ.get(field, field) for field in fields), head]
    name = " ".join([whose, *words] if whose else words)
    parent = state if country and group in ("officials", "body", "office") else ""
    key = f"{state.lower() or people}:{slug(' '.join([*fields, head]))}"
    return Actor(key, name, _KINDS[group], country, parent)


@lru_cache(maxsize=4096)
def belonging(owner: Actor, fields: tuple[str, ...], head: str, group: str) -> Actor:
    """The people or firms of a firm or body: "Nvidia's suppliers", "Jefferies analysts"."""
    fields, head = _join(fields, head)
    words = " ".join([*(_READ.get(field, field) for field in fields), head])
    kind = ActorKind.PERSON if group == "office" else _KINDS[group]
    genitive = owner.name + ("'" if owner.name.endswith("s") else "'s")
    whose = owner.name if group in ("source", "officials") else genitive
    parent = owner.id if group != "firms" else ""
    return Actor(f"{owner.id}:{slug(words)}", f"{whose} {words}", kind, owner.country, parent)


@lru_cache(maxsize=4096)
def body(state: Actor, words: str) -> Actor:
    """A body of a state, called as the text calls it: "Indian commerce ministry"."""
    name = f"{adjective(state.id) or state.name} {words}"
    return Actor(f"{state.id}:{slug(words)}", name, ActorKind.BODY, state.country, state.id)


@lru_cache(maxsize=4096)
def by_form(text: str, kind: ActorKind, country: str = "", parent: str = "") -> Actor:
    """An actor known by nothing but the form of its name."""
    return Actor(f"form:{slug(text)}", text, kind, country, parent)


def slug(text: str) -> str:
    """The words in small letters, joined by hyphens."""
    kept = "".join(char if char.isalnum() else " " for char in text.lower())
    return "-".join(kept.split())


def _join(fields: tuple[str, ...], head: str) -> tuple[tuple[str, ...], str]:
    order = field_order()
    ranked = sorted(dict.fromkeys(fields), key=lambda field: order.get(field, -1))
    for field in ranked:
        if joined := joins().get(f"{field} {head}"):
            ranked, head = [other for other in ranked if other != field], joined
            break
    hidden = _IMPLIED.get(head, ())
    return tuple(field for field in ranked if field not in hidden), head
