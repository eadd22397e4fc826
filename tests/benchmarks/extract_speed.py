"""Words per second of extraction, one core: python tests/benchmarks/extract_speed.py [DOCUMENTS]

The texts are the project's own annotated ones, repeated; sentences are split beforehand.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from extract_sources import TEXTS, annotated, make_source

from briefing.extract import extract_source, merge
from briefing.text.sentences import split


def main(documents: int) -> None:
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


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
