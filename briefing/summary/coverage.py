"""Our own method: the greedy choice of the sentences that cover most weight of concepts not yet covered.

Greedy choice with a lazy heap is near the best there is for a monotone submodular worth (Lin and Bilmes, 2010), and
takes time in proportion to the text. `improve` then exchanges single sentences, which also uses the budget up.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.summary.candidates import Candidate
from briefing.summary.concepts import Concepts

_LENGTH_POWER = 0.6
LEAST_NEW = 0.3
_ROUNDS = 30
_TRIED = 8
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen candidate (its number), its worth when chosen, and the concepts it was the first to cover."""

    number: int
    worth: float
    covered: tuple[int, ...]


class Coverage:
    """Hands out candidates, best first; who takes one says so, and the rest is worth less from then on."""

    __slots__ = ("_candidates", "_concepts", "_densities", "_heap", "_least", "_round", "_seen")

    def __init__(
        self, candidates: Sequence[Candidate], concepts: Concepts, factors: Sequence[float], least: float = LEAST_NEW
    ) -> None:
        self._candidates = candidates
        self._concepts = concepts
        self._least = least
        self._densities = [factor / c.length**_LENGTH_POWER for factor, c in zip(factors, candidates, strict=True)]
        self._seen: set[int] = set()
        self._round = 0
        self._heap = [
            (-(total + concepts.priors[i]) * self._densities[i], i, 0) for i, total in enumerate(concepts.totals)
        ]
        heapq.heapify(self._heap)

    def best(self, left: int | None) -> Pick | None:
        """The best candidate of at most `left` words (None: of any length) that says something new, or None."""
        while self._heap:
            worth, i, round_ = heapq.heappop(self._heap)
            if worth >= 0:
                return None
            if left is not None and self._candidates[i].length > left:
                continue
            new = [number for number in self._concepts.of[i] if number not in self._seen]
            gain = sum([self._concepts.weights[number] for number in new])
            if round_ != self._round:
                worth = -(gain + self._concepts.priors[i]) * self._densities[i]
                heapq.heappush(self._heap, (worth, i, self._round))
                continue
            if gain <= 0 or gain < self._least * self._concepts.totals[i]:
                continue
            return Pick(i, -worth, tuple(new))
        return None

    def leaders(self, count: int) -> list[int]:
        """The candidates worth most at first sight, best first; none that is worth nothing."""
        return [i for worth, i, _ in heapq.nsmallest(count, self._heap) if worth < 0]

    def take(self, number: int) -> tuple[int, ...]:
        """Count the candidate's concepts as covered; those that were not before."""
        new = tuple([concept for concept in self._concepts.of[number] if concept not in self._seen])
        self._seen.update(new)
        self._round += 1
        return new


@dataclass(slots=True)
class Exchange:
    """The search for single sentences to add or to exchange, among the `rivals` (candidate numbers).

    `fixed` may not be removed. `allowed` tells whether a candidate may join the others (nothing said twice).
    """

    candidates: Sequence[Candidate]
    concepts: Concepts
    bonuses: Sequence[float]
    rivals: Sequence[int]
    fixed: frozenset[int]
    words: int | None
    count: int
    allowed: Callable[[int, Sequence[int]], bool]

    def improve(self, chosen: Sequence[int]) -> list[int]:
        """The chosen candidates after every exchange that raises the covered weight, best exchange first."""
        current = list(chosen)
        for _ in range(_ROUNDS):
            move = self._best_move(current)
            if move is None:
                break
            current = [number for number in current if number != move.out] + [move.into]
        return current

    def _best_move(self, current: Sequence[int]) -> _Move | None:
        weights = self.concepts.weights
        times = Counter(concept for number in current for concept in self.concepts.of[number])
        entering = [
            (number, self.bonuses[number] + sum([weights[k] for k in self.concepts.of[number] if k not in times]))
            for number in self.rivals
            if number not in current
        ]
        moves: list[_Move] = []
        free = None if self.words is None else self.words - sum(self.candidates[n].length for n in current)
        for out in (-1, *(number for number in current if number not in self.fixed)):
            moves += self._moves(current, out, free, times, entering)
        moves.sort(key=lambda move: (-move.gain, move.out, move.into))
        for move in moves[:_TRIED]:
            if self.allowed(move.into, [number for number in current if number != move.out]):
                return move
        return None

    def _moves(
        self,
        current: Sequence[int],
        out: int,
        free: int | None,
        times: Counter[int],
        entering: Sequence[tuple[int, float]],
    ) -> list[_Move]:
        if out < 0 and 0 < self.count <= len(current):
            return []
        weights = self.concepts.weights
        own = frozenset(k for k in self.concepts.of[out] if times[k] == 1) if out >= 0 else frozenset()
        loss = sum([weights[k] for k in sorted(own)]) + (self.bonuses[out] if out >= 0 else 0.0)
        room = None if free is None else free + (self.candidates[out].length if out >= 0 else 0)
        found = []
        for number, worth in entering:
            if room is not None and self.candidates[number].length > room:
                continue
            back = sum([weights[k] for k in self.concepts.of[number] if k in own]) if own else 0.0
            gain = worth + back - loss
            if gain > _EPSILON * (loss + worth):
                found.append(_Move(gain, out, number))
        return found


@dataclass(frozen=True, slots=True)
class _Move:
    gain: float
    out: int
    into: int
