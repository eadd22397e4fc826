"""How good summaries are, on the sets in ../shared: floors a little under what was measured."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import pytest
from rouge_score.rouge_scorer import RougeScorer

from briefing.model import Sentence, Source
from briefing.pipeline import load_text
from briefing.summary import SummaryOptions, summarise
from briefing.text.boilerplate import is_boilerplate
from briefing.text.sentences import split

SETS = Path(__file__).parents[3] / "shared" / "gold" / "summaries"


@dataclass(frozen=True)
class Cluster:
    name: str
    sources: tuple[Source, ...]
    references: tuple[str, ...]


def clusters(name: str) -> list[Cluster]:
    records = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Cluster(
            record["id"],
            tuple(load_text(text, f"{place}.txt") for place, text in enumerate(record["documents"])),
            tuple(record["references"]),
        )
        for record in records
    ]


def chosen(sources: tuple[Source, ...], words: int) -> list[Sentence]:
    lines = summarise([s for source in sources for s in split(source)], sources, SummaryOptions(words=words))
    order = {source.id: place for place, source in enumerate(sources)}
    return sorted((line.sentence for line in lines), key=lambda s: (order[s.source], s.span))


def rouge(cluster: Cluster, words: int) -> tuple[float, float]:
    """F1 of ROUGE-1 and ROUGE-2, stemmed, averaged over the references, the output cut at the budget."""
    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    text = " ".join(sentence.text for sentence in chosen(cluster.sources, words))
    text = " ".join(text.split()[:words])
    scores = [scorer.score(reference, text) for reference in cluster.references]
    return mean(s["rouge1"].fmeasure for s in scores) * 100, mean(s["rouge2"].fmeasure for s in scores) * 100


@pytest.mark.parametrize(("name", "first", "second"), [("gov", 54.6, 27.0), ("multiling", 49.0, 19.5)])
def test_rouge(name: str, first: float, second: float) -> None:
    scores = [rouge(cluster, 250) for cluster in clusters(name)]
    assert mean(score[0] for score in scores) >= first
    assert mean(score[1] for score in scores) >= second


def words_of(sentence: Sentence) -> set[str]:
    return {word.strip(".,;:\"'“”()").casefold() for word in sentence.text.split()}


@pytest.mark.parametrize("name", ["gov", "multiling"])
@pytest.mark.parametrize("budget", [100, 250, 400])
def test_nothing_is_said_twice(name: str, budget: int) -> None:
    for cluster in clusters(name):
        for one, two in itertools.combinations(chosen(cluster.sources, budget), 2):
            first, second = words_of(one), words_of(two)
            assert len(first & second) <= 0.6 * len(first | second)


def test_a_source_given_twice_repeats_nothing() -> None:
    for cluster in clusters("multiling"):
        again = load_text(cluster.sources[0].text + "\n\nPrinted again elsewhere.", "again.txt")
        texts = [s.text for s in chosen((*cluster.sources, again), 250)]
        assert len(texts) == len(set(texts))


def test_the_order_of_the_sources_does_not_matter() -> None:
    for cluster in clusters("multiling"):
        forwards = set(chosen(cluster.sources, 200))
        for shift in (1, 4):
            turned = cluster.sources[shift:] + cluster.sources[:shift]
            assert set(chosen(turned, 200)) == forwards


FURNITURE = (
    "Sign up for our newsletter to get the latest news on this story every morning.",
    "Follow us on Twitter and Facebook for more news on this story.",
    "We use cookies to give you the best experience of our website.",
)


def test_injected_furniture_is_never_quoted() -> None:
    for cluster in clusters("multiling"):
        dirty = tuple(
            load_text("\n\n".join((FURNITURE[0], source.text, *FURNITURE[1:])), source.name)
            for source in cluster.sources
        )
        texts = {s.text for s in chosen(dirty, 250)}
        assert texts.isdisjoint(FURNITURE)
        assert not any(is_boilerplate(text) for text in texts)


@pytest.mark.parametrize("name", ["gov", "multiling"])
def test_every_sentence_is_verbatim_and_the_budget_holds(name: str) -> None:
    for cluster in clusters(name):
        by_id = {source.id: source for source in cluster.sources}
        for budget in (25, 60, 75, 200):
            sentences = chosen(cluster.sources, budget)
            assert sum(len(s.text.split()) for s in sentences) <= budget
            assert all(s.span.cut(by_id[s.source].text) == s.text for s in sentences)
            assert sentences
