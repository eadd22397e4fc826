"""Which candidates have to do with a question."""

from __future__ import annotations

from math import log

from briefing.summary.candidates import Pool

_NEIGHBOUR = 0.25


def relevance(pool: Pool, query: str) -> list[float]:
    """For each candidate the share of the question's content words in it, rare words counting more; 1 without one."""
    if not query.strip():
        return [1.0] * len(pool.candidates)
    asked = frozenset(word for word in pool.vocabulary.numbers(query) if word & 1)
    frequency = dict.fromkeys(sorted(asked), 0)
    found = [asked.intersection(candidate.words) for candidate in pool.candidates]
    for hit in found:
        for word in hit:
            frequency[word] += 1
    weights = {word: log(1 + len(found) / (1 + count)) for word, count in frequency.items()}
    whole = sum(weights[word] for word in frequency if frequency[word]) or 1.0
    own = [sum(weights[word] for word in sorted(hit)) / whole for hit in found]
    return [value + (_NEIGHBOUR * _before(pool, own, number) if value else 0.0) for number, value in enumerate(own)]


def _before(pool: Pool, own: list[float], number: int) -> float:
    """What the sentence before has of the question: an answer often goes on."""
    if number and pool.candidates[number - 1].document == pool.candidates[number].document:
        return own[number - 1]
    return 0.0
