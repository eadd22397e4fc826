"""sumy's summarisers over our sentences, and our method behind sumy's interface.

Imported only when asked for: sumy brings in nltk, which takes a second. sumy compares sentences by their text, so
equal sentences of two sources would fall together; ours are compared by identity and carry their number.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers._summarizer import AbstractSummarizer, SentenceInfo
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import ItemsCount

from briefing.model import PassageKind, Sentence, Span
from briefing.summary.candidates import Pool, prepare
from briefing.summary.choosing import choose_by_coverage
from briefing.summary.options import SummaryOptions
from briefing.text.stopwords import stop_words
from briefing.text.words import folded_words, is_content, stemmer

_CUE_WORDS = ("significant", "important", "key", "main", "decision", "agreement", "announced", "result", "conclude")
_STIGMA_WORDS = ("hardly", "perhaps", "maybe", "incidentally", "anyway", "impossible", "example")
_KEY_TERMS = 20


class Words:
    """Our words behind the interface of sumy's tokenizer, which itself would need a download."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(folded_words(text))


class NumberedSentence(SumySentence):  # type: ignore[misc]
    """A sumy sentence that is equal to itself alone and knows its number."""

    __slots__ = ("number",)

    def __init__(self, text: str, tokenizer: Words, number: int) -> None:
        super().__init__(text, tokenizer)
        self.number = number

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return self.number


class _OrderedLsa(LsaSummarizer):  # type: ignore[misc]
    """sumy's LSA with its dictionary in a fixed order: built from a set of strings, it changed from run to run."""

    def _create_dictionary(self, document: ObjectDocumentModel) -> dict[str, int]:
        return {word: row for row, word in enumerate(sorted(super()._create_dictionary(document)))}


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidate numbers, best first, and their ratings as the method gave them, scaled to at most 1."""

    order: tuple[int, ...]
    ratings: tuple[float, ...]


def ranking(pool: Pool, method: str) -> Ranking:
    """All candidates in the order of one of sumy's methods, with our words, stems and stop words."""
    tokenizer = Words()
    sentences = [NumberedSentence(c.sentence.text, tokenizer, n) for n, c in enumerate(pool.candidates)]
    document = ObjectDocumentModel([Paragraph(sentences)])
    found: list[SentenceInfo] = []

    def keep(infos: list[SentenceInfo]) -> list[SentenceInfo]:
        found.extend(infos)
        return infos

    summarizer = _MAKERS[method](pool)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA warns of every text with few words; the result is still a ranking
        summarizer(document, keep)
    top = max((abs(float(info.rating)) for info in found), default=0.0) or 1.0
    scores = tuple(float(info.rating) / top for info in found)
    return Ranking(tuple(info.sentence.number for info in found), scores)


def _plain(maker: Callable[[Callable[[str], str]], Any], pool: Pool) -> AbstractSummarizer:
    summarizer = maker(stemmer(pool.language))
    summarizer.stop_words = stop_words(pool.language)
    return summarizer


def _kl(pool: Pool) -> AbstractSummarizer:
    summarizer = KLSummarizer(stemmer(pool.language))
    summarizer.stop_words = stop_words(pool.language)
    return summarizer


def _bare(maker: Callable[[Callable[[str], str]], Any], pool: Pool) -> AbstractSummarizer:
    return maker(stemmer(pool.language))


def _edmundson(pool: Pool) -> AbstractSummarizer:
    """Edmundson's cue words are English; the text's own most frequent words stand beside them."""
    counts = Counter(
        word
        for candidate in pool.candidates
        for word in folded_words(candidate.sentence.text)
        if is_content(word, pool.language)
    )
    key = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_KEY_TERMS]]
    summarizer = EdmundsonSummarizer(stemmer(pool.language))
    summarizer.bonus_words = (*_CUE_WORDS, *key)
    summarizer.stigma_words = _STIGMA_WORDS
    summarizer.null_words = stop_words(pool.language) or ("the",)
    return summarizer


_MAKERS: dict[str, Callable[[Pool], AbstractSummarizer]] = {
    "lexrank": partial(_plain, LexRankSummarizer),
    "textrank": partial(_plain, TextRankSummarizer),
    "lsa": partial(_plain, _OrderedLsa),
    "luhn": partial(_plain, LuhnSummarizer),
    "sumbasic": partial(_plain, SumBasicSummarizer),
    "kl": _kl,
    "edmundson": _edmundson,
    "reduction": partial(_plain, ReductionSummarizer),
}


class CoverageSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Our method where sumy's summarisers are used: called with a sumy document and a count.

    The count may be a number, a percentage or a callable, as with sumy. The document's language is `language`; the
    stemmer that sumy's constructor takes is ours for that language and cannot be changed.
    """

    def __init__(self, language: str = "en") -> None:
        super().__init__(stemmer(language))
        self._language = language

    def __call__(
        self, document: ObjectDocumentModel, sentences_count: int | str | Callable[..., Sequence[SentenceInfo]]
    ) -> tuple[SumySentence, ...]:
        given = document.sentences
        lines = _lines(given)
        options = SummaryOptions(language=self._language, count=max(1, len(lines)))
        choice = choose_by_coverage(prepare(lines, (), options), options)
        numbers = [choice.pool.candidates[number].sentence.passage - 1 for number in choice.chosen]
        infos = [
            SentenceInfo(given[number], number, worth) for number, worth in zip(numbers, choice.worths, strict=True)
        ]
        infos += [SentenceInfo(given[n], n, 0.0) for n in range(len(given)) if n not in numbers]
        take = sentences_count if callable(sentences_count) else ItemsCount(sentences_count)
        return tuple(info.sentence for info in sorted(take(infos), key=lambda info: info.order))


def _lines(sentences: Sequence[SumySentence]) -> list[Sentence]:
    """Each sentence as a passage of its own, so that its number comes back with it."""
    lines: list[Sentence] = []
    at = 0
    for number, sentence in enumerate(sentences, 1):
        text = str(sentence)
        lines.append(Sentence("s", Span(at, at + len(text)), text, number, PassageKind.PARAGRAPH))
        at += len(text) + 1
    return lines
