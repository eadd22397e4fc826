"""What the sources talk about: sentences gathered by the words they share, each group named by its own key terms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefing.model import Sentence, Source
from briefing.summary.candidates import Pool, prepare
from briefing.summary.options import SummaryOptions
from briefing.text.stopwords import stop_words
from briefing.text.words import words

_MOST_TOPICS = 8
_SENTENCES_A_TOPIC = 6
_COMMON = 0.25
_SHARED_SEED = 0.34
_NEAR = 0.12
_ROUNDS = 4
_NAME_TERMS = 3
_TERMS = 6

Vector = dict[int, float]


@dataclass(frozen=True, slots=True)
class Topic:
    """`name` are the first `terms` as printed, joined by commas; `sentences` in the order of the sources given."""

    name: str
    terms: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def topics(
    sentences: Sequence[Sentence], sources: Sequence[Source], language: str = "", limit: int = _MOST_TOPICS
) -> tuple[Topic, ...]:
    """At most `limit` topics, the largest first. A sentence that is near none of them is in none."""
    if limit < 1:
        return ()
    pool = prepare(sentences, sources, SummaryOptions(language=language))
    vectors = _vectors(pool)
    wanted = min(limit, max(1, round(sqrt(len(vectors) / _SENTENCES_A_TOPIC) + 0.5)))
    centres = [_centre(vectors, members) for members in _seeds(vectors, wanted)]
    groups: list[list[int]] = []
    for _ in range(_ROUNDS):
        groups = _assign(vectors, centres)
        centres = [_centre(vectors, members) for members in groups]
    order = {sentence: place for place, sentence in enumerate(sentences)}
    found = [_topic(pool, members, centre, order) for members, centre in zip(groups, centres, strict=True) if members]
    named = {topic.name: topic for topic in found if topic.terms}
    return tuple(sorted(named.values(), key=lambda topic: (-len(topic.sentences), topic.name)))


def _vectors(pool: Pool) -> list[Vector]:
    """Content words that a few but not most sentences share, rare ones counting more; each of length 1."""
    stops = {number for word in stop_words(pool.language) for number in pool.vocabulary.numbers(word)}
    counts = Counter(word for c in pool.candidates for word in dict.fromkeys(c.words) if word & 1 and word not in stops)
    most = max(3.0, _COMMON * len(pool.candidates))
    weights = {word: log(1 + len(pool.candidates) / n) for word, n in counts.items() if 2 <= n <= most}
    vectors = []
    for candidate in pool.candidates:
        vector = {word: weights[word] for word in dict.fromkeys(candidate.words) if word in weights}
        vectors.append(_unit(vector))
    return vectors


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else {}


def _seeds(vectors: Sequence[Vector], wanted: int) -> list[list[int]]:
    """The sentences of the most telling words, taking no word that keeps company with one taken before."""
    holders: dict[int, list[int]] = defaultdict(list)
    mass: dict[int, float] = defaultdict(float)
    for number, vector in enumerate(vectors):
        for word, value in vector.items():
            holders[word].append(number)
            mass[word] += value
    seeds: list[list[int]] = []
    taken: set[int] = set()
    for word in sorted(mass, key=lambda word: (-mass[word], word)):
        members = holders[word]
        if len(taken.intersection(members)) <= _SHARED_SEED * len(members):
            seeds.append(members)
            taken.update(members)
        if len(seeds) == wanted:
            break
    return seeds


def _centre(vectors: Sequence[Vector], members: Sequence[int]) -> Vector:
    total: Vector = defaultdict(float)
    for number in members:
        for word, value in vectors[number].items():
            total[word] += value
    return _unit(total)


def _assign(vectors: Sequence[Vector], centres: Sequence[Vector]) -> list[list[int]]:
    groups: list[list[int]] = [[] for _ in centres]
    for number, vector in enumerate(vectors):
        best, nearest = _NEAR, -1
        for place, centre in enumerate(centres):
            likeness = sum([value * centre[word] for word, value in vector.items() if word in centre])
            if likeness > best:
                best, nearest = likeness, place
        if nearest >= 0:
            groups[nearest].append(number)
    return groups


def _topic(pool: Pool, members: Sequence[int], centre: Vector, order: dict[Sentence, int]) -> Topic:
    printed: dict[int, Counter[str]] = defaultdict(Counter)
    heaviest = sorted(centre, key=lambda word: (-centre[word], word))[: 2 * _TERMS]
    for member in members:
        for word in words(pool.candidates[member].sentence.text):
            for number in pool.vocabulary.numbers(word.text):
                if number in centre:
                    printed[number][word.text.removesuffix("'s").removesuffix("’s")] += 1
    terms = [min(printed[n].items(), key=lambda item: (-item[1], item[0]))[0] for n in heaviest if printed[n]]
    terms = [term for term in terms if not term[0].isdigit()][:_TERMS]
    lines = sorted((pool.candidates[member].sentence for member in members), key=lambda line: order.get(line, 0))
    return Topic(", ".join(terms[:_NAME_TERMS]), tuple(terms), tuple(lines))
