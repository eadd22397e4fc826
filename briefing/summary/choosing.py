"""Choosing the sentences: pinned ones first, then by the method, within the budget, no thing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model import Sentence, SummarySentence, evidence_id
from briefing.summary.candidates import Candidate, Pool
from briefing.summary.concepts import Concepts, are_brief, corroborated, weigh
from briefing.summary.context import Lean, Names, introduces, names_of, opening_lean, qualifies
from briefing.summary.coverage import LEAST_NEW, Coverage, Exchange
from briefing.summary.options import DEFAULT_WORDS, SummaryOptions
from briefing.summary.query import relevance
from briefing.summary.repeats import Said, elsewhere, repeats_any
from briefing.summary.speech import without_speaker
from briefing.text.words import words

_LEANING = 0.9
_UNSPOKEN = 0.9
_TERMS = 4
_RIVALS = 60
_MOST_EXCHANGED = 100
_FILLED = 0.6


def line_id(sentence: Sentence) -> str:
    return evidence_id("l", sentence.source, sentence.span)


@dataclass(slots=True)
class Choice:
    """What has been chosen so far, and what is left of the budget."""

    pool: Pool
    concepts: Concepts
    options: SummaryOptions
    chosen: list[int] = field(default_factory=list)
    worths: list[float] = field(default_factory=list)
    covered: list[tuple[int, ...]] = field(default_factory=list)
    unspoken: dict[int, int] = field(default_factory=dict)
    spent: int = 0
    said: Said = field(default_factory=Said)

    @property
    def budget(self) -> int:
        """The budget in words, or 0."""
        return self.options.words or (0 if self.options.count else DEFAULT_WORDS)

    @property
    def left(self) -> int | None:
        """The words left of the budget; None without a budget in words."""
        return self.budget - self.spent if self.budget else None

    @property
    def full(self) -> bool:
        left = self.left
        return (0 < self.options.count <= len(self.chosen)) or (left is not None and left <= 0)

    def fits(self, length: int) -> bool:
        left = self.left
        return not self.full and (left is None or length <= left)

    def repeats(self, number: int) -> bool:
        return self.said.has(self.pool.candidates[number])

    def add(self, number: int, worth: float, covered: tuple[int, ...]) -> None:
        self.chosen.append(number)
        self.worths.append(worth)
        self.covered.append(covered)
        self.spent += self.pool.candidates[number].length
        self.said.add(self.pool.candidates[number])

    def clear(self) -> None:
        self.chosen, self.worths, self.covered = [], [], []
        self.spent, self.said = 0, Said()


def choose_by_coverage(pool: Pool, options: SummaryOptions) -> Choice:
    """Our own method's choice."""
    concepts = weigh(pool.candidates)
    unspoken = without_speaker(pool.candidates)
    factors = _factors(pool, unspoken, options)
    choice = Choice(pool, concepts, options, unspoken=unspoken)
    if are_brief(pool.candidates) and not options.query:
        brief = Choice(pool, corroborated(concepts), options, unspoken=unspoken)
        _cover(brief, factors, 0.0)
        if _is_filled(brief):
            return replace(brief, concepts=concepts)
    _cover(choice, factors)
    return choice


def _is_filled(choice: Choice) -> bool:
    """Tell whether so little room is left that a sentence no other source backs is not worth adding."""
    left = choice.left
    if left is None:
        return len(choice.chosen) == choice.options.count
    return left <= (1 - _FILLED) * choice.budget


def _cover(choice: Choice, factors: Sequence[float], least: float = LEAST_NEW) -> None:
    """Pinned ones, then greedily the best, then exchanges; the ranks are the greedy order of what stays."""
    candidates = choice.pool.candidates
    coverage = Coverage(candidates, choice.concepts, factors, least)
    pinned = pinned_numbers(choice.pool, choice.options)
    for number in pinned:
        choice.add(number, 0.0, coverage.take(number))
    rivals = coverage.leaders(_RIVALS)
    fixed = set(pinned)
    while not choice.full:
        pick = coverage.best(choice.left)
        if pick is None:
            break
        if choice.repeats(pick.number) or pick.number in choice.chosen:
            continue
        choice.add(pick.number, pick.worth, coverage.take(pick.number))
        speaker = choice.unspoken.get(pick.number, -1)
        if speaker >= 0 and speaker not in choice.chosen and choice.fits(candidates[speaker].length):
            choice.add(speaker, pick.worth, coverage.take(speaker))
            fixed |= {pick.number, speaker}
    if not choice.options.query and len(choice.chosen) <= _MOST_EXCHANGED:
        _exchange(choice, factors, rivals, frozenset(fixed))


def _exchange(choice: Choice, factors: Sequence[float], rivals: Sequence[int], fixed: frozenset[int]) -> None:
    concepts, candidates = choice.concepts, choice.pool.candidates
    bonuses = [prior - (1 - f) * t for prior, f, t in zip(concepts.priors, factors, concepts.totals, strict=True)]

    def allowed(number: int, others: Sequence[int]) -> bool:
        return not repeats_any(candidates[number], [candidates[other] for other in others])

    search = Exchange(
        candidates, concepts, bonuses, rivals, fixed, choice.budget or None, choice.options.count, allowed
    )
    final = search.improve(choice.chosen)
    ranked = Coverage([candidates[n] for n in final], _only(concepts, final), [factors[n] for n in final], 0.0)
    choice.clear()
    while (pick := ranked.best(None)) is not None:
        choice.add(final[pick.number], pick.worth, ranked.take(pick.number))
    for place, number in enumerate(final):
        if number not in choice.chosen:
            choice.add(number, 0.0, ranked.take(place))


def _only(concepts: Concepts, numbers: Sequence[int]) -> Concepts:
    return replace(
        concepts,
        of=tuple(concepts.of[n] for n in numbers),
        priors=tuple(concepts.priors[n] for n in numbers),
        totals=tuple(concepts.totals[n] for n in numbers),
    )


def choose_in_order(pool: Pool, options: SummaryOptions, order: Sequence[int], ratings: Sequence[float]) -> Choice:
    """The choice of a method that only ranks: down the ranking, what fits and says something not yet said."""
    choice = Choice(pool, weigh(pool.candidates), options, unspoken=without_speaker(pool.candidates))
    banned = frozenset(options.banned)
    worth = relevance(pool, options.query)
    for number in pinned_numbers(pool, options):
        choice.add(number, 1.0, choice.concepts.of[number])
    for number, rating in zip(order, ratings, strict=True):
        candidate = pool.candidates[number]
        if number in choice.chosen or line_id(candidate.sentence) in banned or worth[number] <= 0:
            continue
        if choice.fits(candidate.length) and not choice.repeats(number):
            choice.add(number, rating, choice.concepts.of[number])
    return choice


def pinned_numbers(pool: Pool, options: SummaryOptions) -> list[int]:
    """The candidates that are pinned, in the order they were pinned."""
    places = {line_id(candidate.sentence): number for number, candidate in enumerate(pool.candidates)}
    return [places[line] for line in dict.fromkeys(options.pinned) if line in places]


def _factors(pool: Pool, unspoken: dict[int, int], options: SummaryOptions) -> list[float]:
    """What a candidate's worth is multiplied by: less where it leans on others, nothing where it is banned."""
    candidates = pool.candidates
    banned = frozenset(options.banned)
    texts = {c.sentence.text for c in candidates if line_id(c.sentence) in banned} if banned else set()
    factors = [_LEANING if opening_lean(c.sentence.text) else 1.0 for c in candidates]
    for number in unspoken:
        factors[number] *= _UNSPOKEN
    if options.query:
        factors = [f * r for f, r in zip(factors, relevance(pool, options.query), strict=True)]
    if texts:
        factors = [0.0 if c.sentence.text in texts else f for c, f in zip(candidates, factors, strict=True)]
    return factors


def summary_of(choice: Choice) -> tuple[SummarySentence, ...]:
    """The chosen sentences in rank order, with what the reader has to know about each."""
    pool = choice.pool
    chosen = [pool.candidates[number] for number in choice.chosen]
    places = elsewhere(pool, chosen)
    best = max(choice.worths, default=0.0) or 1.0
    guard = _Guard(choice)
    return tuple(
        SummarySentence(
            candidate.sentence,
            round(max(0.0, choice.worths[rank] / best), 4),
            rank + 1,
            places[rank],
            guard.needs_context(choice.chosen[rank]),
            _terms(choice, candidate, choice.covered[rank]),
        )
        for rank, candidate in enumerate(chosen)
    )


def _terms(choice: Choice, candidate: Candidate, covered: Sequence[int]) -> tuple[str, ...]:
    """The heaviest words among the covered concepts, as the sentence prints them."""
    concepts = choice.concepts
    single = [number for number in covered if concepts.words[number] >= 0]
    heaviest = sorted(single, key=lambda number: (-concepts.weights[number], concepts.words[number]))[:_TERMS]
    printed: dict[int, str] = {}
    for word in words(candidate.sentence.text):
        for number in choice.pool.vocabulary.numbers(word.text):
            printed.setdefault(number, word.text)
    return tuple(printed[concepts.words[number]] for number in heaviest if concepts.words[number] in printed)


class _Guard:
    """Judges whether a chosen sentence leans on text that was not chosen."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._chosen = frozenset(choice.chosen)
        self._texts = [choice.pool.candidates[number].sentence.text for number in choice.chosen]
        self._names: dict[str, Names] = {}

    def needs_context(self, number: int) -> bool:
        candidates = self._choice.pool.candidates
        text = candidates[number].sentence.text
        if candidates[number].piece:
            return True
        if number in self._choice.unspoken and self._choice.unspoken[number] not in self._chosen:
            return True
        before_chosen = number - 1 in self._chosen and self._adjacent(number - 1, number)
        if opening_lean(text) is not Lean.NOTHING and not before_chosen:
            return True
        following = number + 1
        if self._adjacent(number, following) and following not in self._chosen:
            after = candidates[following].sentence
            if after.passage == candidates[number].sentence.passage and qualifies(after.text):
                return True
        surname = self._names_in(candidates[number]).missing(text)
        return bool(surname) and not introduces(surname, [other for other in self._texts if other != text])

    def _adjacent(self, first: int, second: int) -> bool:
        candidates = self._choice.pool.candidates
        if second >= len(candidates) or candidates[first].document != candidates[second].document:
            return False
        one, two = candidates[first].sentence, candidates[second].sentence
        return one.source == two.source and two.span.start - one.span.end <= _ADJACENT

    def _names_in(self, candidate: Candidate) -> Names:
        source = candidate.sentence.source
        if source not in self._names:
            texts = [c.sentence.text for c in self._choice.pool.candidates if c.sentence.source == source]
            self._names[source] = names_of(texts)
        return self._names[source]


_ADJACENT = 3
