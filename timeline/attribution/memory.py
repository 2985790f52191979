"""Who was speaking: what "they added", "the report" and "a spokesperson" go back to."""

from dataclasses import field

from timeline.model import Hop, SourceKind
from timeline.values import dataclass

_NEAR = 3  # sentences: how far back a pronoun reaches
_VOICED = (SourceKind.OFFICIAL, SourceKind.COMPANY, SourceKind.PERSON)
_GROUP = (SourceKind.UNNAMED, SourceKind.OUTLET, SourceKind.OFFICIAL, SourceKind.COMPANY)


@dataclass(slots=True)
class Memory:
    """The tellers of the sentences so far, the latest of each kind, and when each spoke."""

    now: int = 0
    last: tuple[Hop, ...] = ()
    spoke: int = -9
    kinds: dict[SourceKind, tuple[Hop, ...]] = field(default_factory=dict)
    subject: tuple[Hop, ...] = ()  # who the latest sentences are about
    told: int = -9
    officials: set[str] = field(default_factory=set)  # ids of the persons known to be in office
    voice: tuple[Hop, ...] = ()  # who spoke last by a spokesperson
    people: dict[str, tuple[Hop, ...]] = field(default_factory=dict)  # by each word of a name

    def keep(self, hops: tuple[Hop, ...], *, by_voice: bool = False) -> None:
        """Remember who has just spoken, ``by_voice`` where a spokesperson did."""
        if hops[0].kind is SourceKind.HEARSAY:
            return
        self.last, self.spoke = hops, self.now
        if by_voice:
            self.voice = hops
        self._note(hops)
        for at, hop in enumerate(hops):
            self.kinds[hop.kind] = hops[: at + 1]

    def see(self, hops: tuple[Hop, ...]) -> None:
        """Remember whom a sentence is about; whoever speaks later may be their spokesperson."""
        self.subject, self.told = hops, self.now
        self._note(hops)

    def pronoun(self, word: str) -> tuple[Hop, ...]:
        """Whom "it", "they", "he" or "she" means before a verb of saying; () if nobody near."""
        recent = self.last if self.now - self.spoke <= _NEAR else ()
        near = self.subject if self.now - self.told <= 1 else ()
        order = (near, recent) if self.told > self.spoke else (recent, near)
        return next((hops for hops in order if hops and self._fits(word, hops[-1])), ())

    def going_on(self, word: str, *, closes: bool) -> tuple[Hop, ...]:
        """Who spoke in the sentence before and goes on: "..., he added"; () if nobody does.

        A spokesperson is "he" or "she", though the words are the company's.
        """
        if self.now - self.spoke > 1 or not self.last:
            return ()
        if word in ("he", "she") and self.last is self.voice:
            return self.last
        return self.last if closes and self._fits(word, self.last[-1]) else ()

    def latest(self, *kinds: SourceKind) -> tuple[Hop, ...]:
        """The latest teller of the first of these kinds that has one."""
        return next((self.kinds[kind] for kind in kinds if kind in self.kinds), ())

    def body(self) -> tuple[Hop, ...]:
        """Whose "spokesperson" may be meant: who was just spoken of, else who last spoke."""
        bodies = (SourceKind.OFFICIAL, SourceKind.COMPANY)
        near = self.subject if self.now - self.told <= 2 else ()
        if near and near[-1].kind in bodies:
            return near
        return self.latest(*bodies)

    def spokesperson(self) -> tuple[Hop, ...]:
        """Whom "the spokesman", "the statement" speaks for: who spoke so before, or has just."""
        if self.voice:
            return self.voice
        is_near = self.last and self.now - self.spoke <= _NEAR
        return self.last if is_near and self.last[-1].kind in _VOICED else self.body()

    def _note(self, hops: tuple[Hop, ...]) -> None:
        for hop in hops:
            if hop.kind in (SourceKind.OFFICIAL, SourceKind.PERSON) and " " in hop.name:
                self.people.update((part, (hop,)) for part in hop.name.split())
            if hop.kind is SourceKind.OFFICIAL and hop.actor is not None:
                self.officials.add(hop.actor.id)

    @staticmethod
    def _fits(word: str, hop: Hop) -> bool:
        if word in ("he", "she"):
            return hop.kind in (SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.UNNAMED)
        if word == "they":
            return hop.kind in _GROUP
        return hop.kind in (SourceKind.OUTLET, SourceKind.OFFICIAL, SourceKind.COMPANY)
