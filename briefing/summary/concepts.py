"""Concepts of sentences and what they are worth: stemmed word pairs, and single content stems at a fraction.

Weighted coverage of concepts is after Gillick and Favre, "A Scalable Global Model for Summarization" (2009); the
weights (documents, then sentences, then best place) were chosen on news clusters in our own comparison.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp
from statistics import median

from briefing.summary.candidates import Candidate

_DOCUMENTS_POWER = 1.25
_SENTENCES_POWER = 0.4
_SINGLE = 0.2
_SINGLE_ALONE = 0.08
_ONCE = 0.2
_PLACE_SPAN = 6.0
_PLACE_SHARE = 0.9
_FULL_LENGTH = 12
_PRIOR = 0.25
_BRIEF = 7
_BRIEF_PLACE = 0.3
_PAIR = 1 << 32


@dataclass(frozen=True, slots=True)
class Concepts:
    """`of[i]` are the concept numbers of candidate i; the next four go by concept number.

    `words` holds the vocabulary number of a single-word concept and -1 for a pair, `places` the best place in a
    document. `priors` (worth of the place alone) and `totals` (weight of all its concepts) go by candidate.
    """

    of: tuple[tuple[int, ...], ...]
    weights: tuple[float, ...]
    documents: tuple[int, ...]
    words: tuple[int, ...]
    places: tuple[int, ...]
    priors: tuple[float, ...]
    totals: tuple[float, ...]


@dataclass(slots=True)
class _Counts:
    """What is counted of each concept, by concept number; `numbers` goes by key."""

    numbers: dict[int, int]
    documents: list[int]
    sentences: list[int]
    best: list[int]


def _count(candidates: Sequence[Candidate]) -> tuple[_Counts, list[tuple[int, ...]]]:
    """The counts and each candidate's concept numbers. One flat loop: this is where the time goes."""
    numbers: dict[int, int] = {}
    documents: list[int] = []
    sentences: list[int] = []
    best: list[int] = []
    last: list[int] = []
    of: list[tuple[int, ...]] = []
    for candidate in candidates:
        document, position = candidate.document, candidate.position
        own: list[int] = []
        for key in dict.fromkeys(_keys(candidate.words)):
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(documents)
                documents.append(1)
                sentences.append(1)
                best.append(position)
                last.append(document)
            else:
                sentences[number] += 1
                if last[number] != document:
                    last[number] = document
                    documents[number] += 1
                if position < best[number]:
                    best[number] = position
            own.append(number)
        of.append(tuple(own))
    return _Counts(numbers, documents, sentences, best), of


def weigh(candidates: Sequence[Candidate]) -> Concepts:
    """The concepts of all candidates, which must come document by document."""
    counts, of = _count(candidates)
    leading = _leading(candidates)
    places = _places(candidates, _PLACE_SHARE * leading)
    weights = _weights(counts, places)
    totals = [sum([weights[number] for number in numbers]) for numbers in of]
    prior = _PRIOR * leading * median(totals) if totals else 0.0
    words = [-1] * len(weights)
    for key, number in counts.numbers.items():
        if key < _PAIR:
            words[number] = key
    return Concepts(
        tuple(of),
        tuple(weights),
        tuple(counts.documents),
        tuple(words),
        tuple(counts.best),
        tuple([prior * exp(-c.position / _PLACE_SPAN) for c in candidates]),
        tuple(totals),
    )


def corroborated(concepts: Concepts) -> Concepts:
    """The same concepts, of which only the word pairs that two documents have are worth anything.

    For sources of a few sentences each, where place and frequency tell little and agreement tells most: the concept
    weights of Gillick and Favre (2009), which did best on triples of short reports in our comparison.
    """
    weights = [
        documents * (1 - _BRIEF_PLACE + _BRIEF_PLACE * exp(-place / _PLACE_SPAN)) if documents > 1 and word < 0 else 0.0
        for documents, word, place in zip(concepts.documents, concepts.words, concepts.places, strict=True)
    ]
    totals = tuple([sum([weights[number] for number in numbers]) for numbers in concepts.of])
    return replace(concepts, weights=tuple(weights), priors=(0.0,) * len(concepts.of), totals=totals)


def are_brief(candidates: Sequence[Candidate]) -> bool:
    """Tell whether there are several documents, of a few sentences each."""
    lengths = Counter(candidate.document for candidate in candidates)
    return len(lengths) > 1 and median(lengths.values()) < _BRIEF


def _keys(words: tuple[int, ...]) -> list[int]:
    """Single content words below 2^32, pairs with a content word in them above."""
    keys = [word for word in words if word & 1]
    keys += [(first + 1) * _PAIR + second for first, second in pairwise(words) if (first | second) & 1]
    return keys


def _leading(candidates: Sequence[Candidate]) -> float:
    """How much the place in the document tells: nothing in texts of a few sentences, all from a dozen on."""
    lengths: dict[int, int] = {}
    for candidate in candidates:
        lengths[candidate.document] = lengths.get(candidate.document, 0) + 1
    return min(1.0, median(lengths.values()) / _FULL_LENGTH) if lengths else 0.0


def _places(candidates: Sequence[Candidate], share: float) -> list[float]:
    last = max((candidate.position for candidate in candidates), default=0)
    return [1 - share + share * exp(-place / _PLACE_SPAN) for place in range(last + 1)]


def _weights(counts: _Counts, places: Sequence[float]) -> list[float]:
    by_documents = [n**_DOCUMENTS_POWER for n in range(max(counts.documents, default=0) + 1)]
    by_sentences = [n**_SENTENCES_POWER for n in range(max(counts.sentences, default=0) + 1)]
    by_sentences[1:2] = [_ONCE]
    single = _SINGLE if len(by_documents) > 2 else _SINGLE_ALONE
    weights = [
        by_documents[d] * by_sentences[s] * places[b]
        for d, s, b in zip(counts.documents, counts.sentences, counts.best, strict=True)
    ]
    for key, number in counts.numbers.items():
        if key < _PAIR:
            weights[number] *= single
    return weights
