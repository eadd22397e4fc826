"""Sentences that say the same: equal or nearly equal words, with the same numbers and the same negations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.model import Place
from briefing.summary.candidates import Candidate, Pool
from briefing.text.words import folded_words

ALIKE = 0.6
_TOO_ALIKE = 0.5
_FEWEST_SHARED = 4
_NEGATION_WORDS = """
not no never none nobody nothing neither nor without cannot can't won't didn't doesn't isn't wasn't
aren't weren't denied denies deny nicht kein keine keinen nie ne pas jamais sin nunca jamás non mai
"""
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NUMBER_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds dozen dozens thousand thousands million
billion half
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())


def resemblance(first: frozenset[int], second: frozenset[int]) -> float:
    """The Jaccard index of two sets of words."""
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared) if shared else 0.0


def repeats_any(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Tell whether a summary that has `chosen` would say a thing twice with `candidate`."""
    own, content = frozenset(candidate.words), frozenset(word for word in candidate.words if word & 1)
    for other in chosen:
        if resemblance(own, frozenset(other.words)) > _TOO_ALIKE:
            return True
        if resemblance(content, frozenset(word for word in other.words if word & 1)) > _TOO_ALIKE:
            return True
    return False


class Said:
    """The candidates taken so far, by their content words, so that a repetition is found without comparing all."""

    __slots__ = ("_holders", "_taken")

    def __init__(self) -> None:
        self._taken: list[Candidate] = []
        self._holders: dict[int, list[int]] = {}

    def add(self, candidate: Candidate) -> None:
        for word in dict.fromkeys(candidate.words):
            if word & 1:
                self._holders.setdefault(word, []).append(len(self._taken))
        self._taken.append(candidate)

    def has(self, candidate: Candidate) -> bool:
        """Tell what `repeats_any` tells of all that were taken (but for sentences that share function words alone)."""
        own = [word for word in dict.fromkeys(candidate.words) if word & 1]
        shared = Counter(place for word in own for place in self._holders.get(word, ()))
        near = [self._taken[place] for place, count in shared.items() if count * _FEWEST_SHARED >= len(own)]
        return repeats_any(candidate, near)


def elsewhere(pool: Pool, chosen: Sequence[Candidate]) -> list[tuple[Place, ...]]:
    """For each chosen candidate the places of the sentences that say the same, in the fixed order of the sources."""
    everyone = (*pool.candidates, *pool.copies)
    sets = [frozenset(candidate.words) for candidate in chosen]
    frequency: dict[int, int] = {}
    for words in sets:
        for word in words:
            frequency[word] = 0
    for candidate in everyone:
        for word in candidate.words:
            if word in frequency:
                frequency[word] += 1
    # A sentence that is alike shares at least one of the rarest two fifths of the words (prefix filtering).
    prefixes = [
        frozenset(sorted(words, key=lambda word: (frequency[word], word))[: int(len(words) * (1 - ALIKE)) + 1])
        for words in sets
    ]
    wanted = frozenset().union(*prefixes) if prefixes else frozenset()
    found: list[list[Place]] = [[] for _ in chosen]
    for candidate in everyone:
        if wanted.isdisjoint(candidate.words):
            continue
        _note(candidate, chosen, sets, prefixes, found)
    return [tuple(places) for places in found]


def _note(
    candidate: Candidate,
    chosen: Sequence[Candidate],
    sets: Sequence[frozenset[int]],
    prefixes: Sequence[frozenset[int]],
    found: Sequence[list[Place]],
) -> None:
    own = frozenset(candidate.words)
    for number, other in enumerate(chosen):
        if candidate.sentence == other.sentence or prefixes[number].isdisjoint(own):
            continue
        if resemblance(own, sets[number]) >= ALIKE and _agree(candidate.sentence.text, other.sentence.text):
            found[number].append(Place(candidate.sentence.source, candidate.sentence.span))


def _agree(first: str, second: str) -> bool:
    """Tell whether two sentences have the same figures and the same negations; else they are no repetition."""
    return first == second or _telling(first) == _telling(second)


def _telling(text: str) -> list[str]:
    return sorted(word for word in folded_words(text) if word[0].isdigit() or word in _NEGATIONS or word in _NUMBERS)
