"""Which pairs of documents are worth comparing, found without comparing all with all."""

import heapq
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence

from timeline.lineage import links, sources
from timeline.lineage.words import Text

#: Of each document, the heaviest words that another has too: two retellings share dozens.
HEAVIEST = 40
#: Of those, so many in common make a candidate pair, or a quarter of a very short text.
IN_COMMON = 3
#: So many earlier documents each one is compared with: those that share the heaviest words.
MOST_PAIRS = 20
#: A word that more documents of the weeks before have blocks only with the latest of them.
MOST_HOLDERS = 60
#: The smallest hashes of a document's runs; copies share most of them.
SKETCH = 24


def candidates(texts: Sequence[Text], holders: Mapping[str, int]) -> set[tuple[int, int]]:
    """Index pairs (earlier, later) of texts in order of date that share rare words within weeks,
    or runs of words at any time, or an editor's word; ``holders`` counts the texts with a stem.
    """
    return _by_words(texts, holders) | _by_runs(texts) | _by_editor(texts)


def _by_words(texts: Sequence[Text], holders: Mapping[str, int]) -> set[tuple[int, int]]:
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_HOLDERS))
    found: set[tuple[int, int]] = set()
    for j, text in enumerate(texts):
        counts: Counter[int] = Counter()
        weights: dict[int, float] = defaultdict(float)
        for stem in _heaviest(text, holders):
            queue = recent[stem]
            _forget(queue, texts, text)
            for i in queue:
                counts[i] += 1
                weights[i] += text.bag[stem] / holders[stem]
            queue.append(j)
        least = min(IN_COMMON, max(1, len(text.bag) // 4))
        near = [i for i, count in counts.items() if count >= least]
        best = heapq.nsmallest(MOST_PAIRS, near, key=lambda i: (-weights[i], i))
        found.update((i, j) for i in best)
    return found


def _heaviest(text: Text, holders: Mapping[str, int]) -> list[str]:
    shared = (stem for stem in text.bag if holders[stem] > 1)
    return heapq.nsmallest(HEAVIEST, shared, key=lambda stem: (-text.bag[stem], stem))


def _forget(queue: deque[int], texts: Sequence[Text], now: Text) -> None:
    """Drop what was published too long before; what has no date stays."""
    while queue and (links.days_apart(texts[queue[0]].document, now.document) or 0) > (
        links.COPY_DAYS
    ):
        queue.popleft()


def _by_runs(texts: Sequence[Text]) -> set[tuple[int, int]]:
    sketch: dict[int, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_PAIRS))
    found: set[tuple[int, int]] = set()
    for j, text in enumerate(texts):
        runs = heapq.nsmallest(SKETCH, text.runs)
        counts = Counter(i for run in runs for i in sketch[run])
        found.update((i, j) for i, count in counts.items() if count >= IN_COMMON)
        for run in runs:
            sketch[run].append(j)
    return found


def _by_editor(texts: Sequence[Text]) -> set[tuple[int, int]]:
    """Pairs with an editor's word on both, or on one about the other."""
    named = {text.document.url: i for i, text in enumerate(texts) if text.document.url}
    named |= {text.document.id: i for i, text in enumerate(texts)}
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_HOLDERS))
    found: set[tuple[int, int]] = set()
    for j, text in enumerate(texts):
        said = sources.declared(text.document.rests_on)
        if said is None:
            continue
        other = named.get(said.text)
        if other is not None and other != j:
            found.add((min(other, j), max(other, j)))
        for word in sorted(set(said.outlet)):
            found.update((i, j) for i in recent[word])
            recent[word].append(j)
    return found
