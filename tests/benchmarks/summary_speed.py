"""Time and memory of summaries against sumy's LexRank, in one run; prints ratios, exponent and memory.

    python tests/benchmarks/summary_speed.py [--without-sumy]

The text is made up (a fixed seed, words in Zipf's proportions, 40 sentences a document), so that any number of
sentences can be had. Splitting and stemming are included on both sides. sumy's LexRank at 5,000 sentences takes two
minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import resource
import time
from dataclasses import dataclass
from math import log

from briefing.model import Passage, PassageKind, Source, Span
from briefing.summary import SummaryOptions, summarise
from briefing.text.sentences import split, split_text
from briefing.text.stopwords import stop_words
from briefing.text.words import folded_words, stemmer

OUR_SIZES = (100, 1_000, 5_000, 20_000)
SUMY_SIZES = (1_000, 5_000)
SENTENCES_A_DOCUMENT = 40
SUFFIXES = ("", "", "", "s", "ed", "ing", "ment", "al", "ly", "ation")
FUNCTION_WORDS = ("the", "of", "and", "to", "in", "a", "that", "for", "with", "on", "by", "from", "was", "were", "as")


@dataclass(frozen=True)
class Cost:
    seconds: float
    megabytes: float


def documents(count: int) -> list[str]:
    """Texts with `count` sentences in all."""
    chance = random.Random(4)
    syllables = ["".join(pair) for pair in zip("bcdfglmnprstv" * 5, "aeioua" * 11, strict=False)]
    stems = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(6_000)]
    weights = [1 / (rank + 3) for rank in range(len(stems))]
    sentences = []
    for _ in range(count):
        content = [stem + chance.choice(SUFFIXES) for stem in chance.choices(stems, weights, k=chance.randint(6, 14))]
        words = [part for word in content for part in (chance.choice(FUNCTION_WORDS), word)]
        sentences.append(" ".join(words).capitalize() + ".")
    return [" ".join(sentences[at : at + SENTENCES_A_DOCUMENT]) for at in range(0, count, SENTENCES_A_DOCUMENT)]


def source(text: str) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    passage = Passage(1, PassageKind.PARAGRAPH, Span(0, len(text)))
    return Source("s" + digest[:12], "made-up", "", digest, "text/plain", text, (passage,))


def ours(texts: list[str]) -> None:
    sources = [source(text) for text in texts]
    sentences = [sentence for one in sources for sentence in split(one)]
    if not summarise(sentences, sources, SummaryOptions(words=200, language="en")):
        raise SystemExit("no summary")


class Tokens:
    """Our words behind sumy's tokenizer interface, so that both sides read the same."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(folded_words(text))


def sumys(texts: list[str]) -> None:
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    tokens = Tokens()
    lines = [SumySentence(span.cut(text), tokens) for text in texts for span in split_text(text)]
    summarizer = LexRankSummarizer(stemmer("en"))
    summarizer.stop_words = stop_words("en")
    if not summarizer(ObjectDocumentModel([Paragraph(lines)]), 10):
        raise SystemExit("no summary")


def _measure(side: str, count: int, results: multiprocessing.Queue[Cost]) -> None:
    run = {"ours": ours, "sumy": sumys}[side]
    run(documents(20))  # imports, patterns and word lists are loaded once in a program's life
    texts = documents(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    run(texts)
    seconds = time.process_time() - began
    results.put(Cost(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024))


def cost(side: str, count: int) -> Cost:
    """CPU seconds and added memory in a fresh process; of three runs the quickest while they are short."""
    context = multiprocessing.get_context("spawn")
    found: list[Cost] = []
    for _ in range(3 if side == "ours" else 1):
        results: multiprocessing.Queue[Cost] = context.Queue()
        process = context.Process(target=_measure, args=(side, count, results))
        process.start()
        found.append(results.get())
        process.join()
    return min(found, key=lambda one: one.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--without-sumy", action="store_true", help="measure our side alone")
    arguments = parser.parse_args()
    mine = {count: cost("ours", count) for count in OUR_SIZES}
    for count, one in mine.items():
        print(f"ours   {count:>6} sentences  {one.seconds:8.3f} s  +{one.megabytes:.0f} MB")
    exponent = log(mine[20_000].seconds / mine[1_000].seconds) / log(20)
    print(f"growth from 1,000 to 20,000 sentences: exponent {exponent:.2f}, +{mine[20_000].megabytes:.0f} MB")
    if arguments.without_sumy:
        return
    for count in SUMY_SIZES:
        theirs = cost("sumy", count)
        ratio = theirs.seconds / mine[count].seconds
        print(f"sumy   {count:>6} sentences  {theirs.seconds:8.3f} s  {ratio:.0f} times ours")


if __name__ == "__main__":
    main()
