"""Words per second of extraction on one core, and how its time grows.

    python tests/benchmarks/extract_speed.py [DOCUMENTS]

The texts are the project's own annotated ones, repeated: a figure in every twelve words, twice to three times as many
as in ordinary reports. Sentences are split beforehand. The exponent is that of the time over the number of documents
(1 is linear), from an eighth of the documents to all of them.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from extract_sources import TEXTS, annotated, make_source

from briefing.extract import extract_source, merge
from briefing.text.sentences import split


@dataclass(frozen=True)
class Measured:
    documents: int
    extraction: float
    merging: float


def measure(documents: int) -> Measured:
    """Seconds of processor time for so many documents; prints them as words per second."""
    texts = [annotated(path)[0] for path in sorted(TEXTS.glob("*.txt"))]
    sources = [make_source(f"{texts[i % len(texts)]}\nNumber {i}.", f"{i}.txt") for i in range(documents)]
    sentences = [split(source) for source in sources]
    words = sum(len(source.text.split()) for source in sources)
    start = process_time()
    found = [extract_source(source, own) for source, own in zip(sources, sentences, strict=True)]
    extracted = process_time()
    evidence = merge(sources, found)
    merged = process_time()
    sys.stdout.write(
        f"{documents} documents, {words} words: extraction {words / (extracted - start):,.0f} words/s, "
        f"merging {words / (merged - extracted):,.0f} words/s; {len(evidence.figures)} figures\n"
    )
    return Measured(documents, extracted - start, merged - extracted)


def exponent(few: Measured, many: Measured) -> float:
    """The power of the number of documents that the whole time grows with."""
    times = math.log((many.extraction + many.merging) / (few.extraction + few.merging))
    return times / math.log(many.documents / few.documents)


def main(documents: int) -> None:
    measure(16)  # reads the word lists
    steps = [measure(max(16, documents // part)) for part in (8, 4, 2, 1)]
    sys.stdout.write(f"exponent {exponent(steps[0], steps[-1]):.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
