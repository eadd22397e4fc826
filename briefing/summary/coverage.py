"""Our own method: the greedy choice of the sentences that cover most weight of concepts not yet covered.

Greedy choice with a lazy heap is near the best there is for a monotone submodular worth (Lin and Bilmes, 2010), and
takes time in proportion to the text.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.summary.candidates import Candidate
from briefing.summary.concepts import Concepts

_LENGTH_POWER = 0.6
_COVERED = 0.7


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen candidate (its number), its worth when chosen, and the concepts it was the first to cover."""

    number: int
    worth: float
    covered: tuple[int, ...]


class Coverage:
    """Hands out candidates, best first; who takes one says so, and the rest is worth less from then on."""

    __slots__ = ("_candidates", "_concepts", "_factors", "_heap", "_round", "_seen", "_totals")

    def __init__(self, candidates: Sequence[Candidate], concepts: Concepts, factors: Sequence[float]) -> None:
        self._candidates = candidates
        self._concepts = concepts
        self._factors = [factor / c.length**_LENGTH_POWER for factor, c in zip(factors, candidates, strict=True)]
        weights = concepts.weights
        self._totals = [sum([weights[number] for number in numbers]) for numbers in concepts.of]
        self._seen: set[int] = set()
        self._round = 0
        self._heap = [(-(total + concepts.priors[i]) * self._factors[i], i, 0) for i, total in enumerate(self._totals)]
        heapq.heapify(self._heap)

    def best(self, left: int | None) -> Pick | None:
        """The best candidate of at most `left` words (None: of any length) that says something new, or None."""
        while self._heap:
            worth, i, round_ = heapq.heappop(self._heap)
            if left is not None and self._candidates[i].length > left:
                continue
            new = [number for number in self._concepts.of[i] if number not in self._seen]
            gain = sum([self._concepts.weights[number] for number in new])
            if round_ != self._round:
                worth = -(gain + self._concepts.priors[i]) * self._factors[i]
                heapq.heappush(self._heap, (worth, i, self._round))
                continue
            if gain < (1 - _COVERED) * self._totals[i]:
                continue
            return Pick(i, -worth, tuple(new))
        return None

    def take(self, number: int) -> tuple[int, ...]:
        """Count the candidate's concepts as covered; those that were not before."""
        new = tuple([concept for concept in self._concepts.of[number] if concept not in self._seen])
        self._seen.update(new)
        self._round += 1
        return new
