"""sumy's methods over our sentences, and our method where sumy's are used."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers._summarizer import AbstractSummarizer

from briefing.summary.sumy_methods import CoverageSummarizer, NumberedSentence, Words

TEXTS = [
    "The river Oder rose by two metres on Monday and flooded three villages.",
    "Rescue teams moved 400 people to schools in the next town.",
    "Three villages near the border were flooded when the river Oder rose.",
    "The army sent 200 soldiers with boats and sandbags.",
    "The insurance federation estimates the damage at 30 million euros.",
]


def document(texts: list[str]) -> ObjectDocumentModel:
    return ObjectDocumentModel([Paragraph([SumySentence(text, Words()) for text in texts])])


@pytest.mark.parametrize(("count", "expected"), [(2, 2), ("40%", 2), (99, 5), (1, 1)])
def test_ours_can_be_used_where_sumy_s_is(count: int | str, expected: int) -> None:
    summarizer = CoverageSummarizer("en")
    assert isinstance(summarizer, AbstractSummarizer)
    chosen = summarizer(document(TEXTS), count)
    assert len(chosen) == expected
    assert [TEXTS.index(str(s)) for s in chosen] == sorted(TEXTS.index(str(s)) for s in chosen)


def test_a_callable_count_gets_ranked_infos() -> None:
    seen: list[float] = []

    def first(infos: list[object]) -> list[object]:
        seen.extend(info.rating for info in infos)  # type: ignore[attr-defined]
        return infos[:1]

    assert len(CoverageSummarizer()(document(TEXTS), first)) == 1
    assert len(seen) == len(TEXTS)


def test_an_empty_document_gives_nothing() -> None:
    assert CoverageSummarizer()(document([]), 3) == ()


def test_equal_sentences_stay_two() -> None:
    one, two = NumberedSentence("Same.", Words(), 0), NumberedSentence("Same.", Words(), 1)
    assert one != two
    assert one == one
    assert len({one, two}) == 2


def test_the_engine_does_not_bring_sumy_s_code_in() -> None:
    script = (
        "import sys\nfrom briefing.summary import SummaryOptions, summarise\nsummarise((), (), SummaryOptions())\n"
        "from briefing.text.stopwords import stop_words\nassert stop_words('en')\n"
        "print([m for m in sys.modules if m.split('.')[0] == 'nltk' or m.startswith('sumy.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.strip() == "[]"
