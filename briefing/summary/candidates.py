"""The sentences a summary may be chosen from, prepared once: documents in a fixed order, stems, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import PassageKind, Sentence, Source, evidence_id
from briefing.summary.clauses import pieces
from briefing.summary.options import SummaryOptions
from briefing.summary.vocabulary import Vocabulary
from briefing.text.boilerplate import is_boilerplate
from briefing.text.language import guess_language
from briefing.text.words import count_words

_LEAST_WORDS = 6
_MOST_WORDS = 80
_ENDS = frozenset(".!?…。！？।॥؟۔｡;")
_CLOSERS = "\"'”’»›)]}」』）】 \u00a0¹²³⁴⁵⁶⁷⁸⁹⁰"
_COPY = 0.8
_HEADLINE_END = re.compile(r"(?:\b(?:[A-Z]\.){2,}|[?!])$")
_SENTENCE_KINDS = frozenset([PassageKind.PARAGRAPH, PassageKind.LIST_ITEM])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen.

    `document` counts the distinct documents from 0 in an order that does not depend on the order given; `position`
    counts the document's eligible sentences from 0. `words` are vocabulary numbers, in text order. A `piece` is a
    clause of a sentence that is too long to be quoted whole.
    """

    sentence: Sentence
    document: int
    position: int
    length: int
    words: tuple[int, ...]
    piece: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """All candidates, documents in a fixed order, then text order; `copies` are sentences of copied documents."""

    candidates: tuple[Candidate, ...]
    copies: tuple[Candidate, ...]
    vocabulary: Vocabulary
    language: str


def prepare(sentences: Sequence[Sentence], sources: Sequence[Source], options: SummaryOptions) -> Pool:
    """The pool of candidates; where no sentence is fit to be quoted the demands are lowered step by step."""
    language = options.language or main_language(sentences, sources)
    vocabulary = Vocabulary(language)
    eligible = _eligible(sentences, frozenset(options.pinned))
    whole = set(sentences)
    documents = _documents(eligible)
    copies = _copies(documents, sources)
    candidates: list[Candidate] = []
    copied: list[Candidate] = []
    for number, (source, lines) in enumerate(documents):
        first = copies.get(source)
        seen = {line.text for line in dict(documents).get(first, [])} if first else set()
        for position, line in enumerate(lines):
            is_copy = line.text in seen
            length, numbers = count_words(line.text), vocabulary.numbers(line.text)
            candidate = Candidate(line, number, position, length, numbers, line not in whole)
            (copied if is_copy else candidates).append(candidate)
    return Pool(tuple(candidates), tuple(copied), vocabulary, language)


def main_language(sentences: Sequence[Sentence], sources: Sequence[Source]) -> str:
    """The language of most of the sources, else the guess over their text; "" where neither tells."""
    given = {sentence.source for sentence in sentences}
    told = Counter(source.language.partition("-")[0] for source in sources if source.language and source.id in given)
    if told:
        return max(told.items(), key=lambda item: (item[1], item[0]))[0]
    ordered = sorted(sentences, key=lambda s: (s.source, s.span))
    step = max(1, len(ordered) // 200)
    return guess_language("\n".join(sentence.text for sentence in ordered[::step]))


def _eligible(sentences: Sequence[Sentence], pinned: frozenset[str]) -> list[Sentence]:
    if not pinned:
        return _quotable(sentences)
    quotable = _quotable(sentences)
    known = set(quotable)
    asked = (s for s in sentences if s not in known and evidence_id("l", s.source, s.span) in pinned)
    return [*quotable, *asked]


def _quotable(sentences: Sequence[Sentence]) -> list[Sentence]:
    lines = [s for s in sentences if s.kind in _SENTENCE_KINDS and not is_boilerplate(s.text)]
    headlines = _headlines(lines)
    fit = [s for s in lines if _is_fit(s.text) and s not in headlines]
    if 2 * sum(len(s.text) for s in fit) >= sum(len(s.text) for s in lines) and fit:
        return fit
    loose = [piece for s in lines if count_words(s.text) >= _LEAST_WORDS for piece in pieces(s, _most(s.text))]
    return loose or lines or [s for s in sentences if not is_boilerplate(s.text)]


def _headlines(lines: Sequence[Sentence]) -> frozenset[Sentence]:
    """First passages that look like a sentence only because a headline ends in "U.S." or asks something."""
    first = [s for s in lines if s.passage == 1]
    size = Counter(s.source for s in first)
    return frozenset(s for s in first if size[s.source] == 1 and _HEADLINE_END.search(s.text) and len(s.text) <= 120)


def _is_fit(text: str) -> bool:
    if text.rstrip(_CLOSERS)[-1:] not in _ENDS:
        return False
    return _LEAST_WORDS <= count_words(text) <= _most(text)


def _most(text: str) -> int:
    """Where every character counts as a word, a sentence may have more of them."""
    return _MOST_WORDS if len(text) > 3 * count_words(text) else 2 * _MOST_WORDS


def _documents(sentences: Sequence[Sentence]) -> list[tuple[str, list[Sentence]]]:
    grouped: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        grouped.setdefault(sentence.source, []).append(sentence)
    return [(source, sorted(lines, key=lambda s: s.span)) for source, lines in sorted(grouped.items())]


def _copies(documents: Sequence[tuple[str, list[Sentence]]], sources: Sequence[Source]) -> dict[str, str]:
    """Each source that is the copy of another (said so, or four fifths of its sentences), with the one copied."""
    told = {source.id: source.duplicate_of for source in sources if source.duplicate_of}
    texts = {source: {line.text for line in lines} for source, lines in documents}
    owners: dict[str, list[str]] = {}
    for source, _ in documents:
        for text in sorted(texts[source]):
            owners.setdefault(text, []).append(source)
    found: dict[str, str] = {}
    for source, _ in documents:
        other = told.get(source)
        if other in texts and other not in found:
            found[source] = str(other)
            continue
        shared = Counter(owner for text in texts[source] for owner in owners[text] if owner < source)
        best = max(shared.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if best[1] >= _COPY * len(texts[source]) and best[0] not in found:
            found[source] = best[0]
    return found
