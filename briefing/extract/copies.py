"""Sources that repeat another one: a wire story carried by two outlets is one voice, not two.

Each document is the set of its word 5-grams; candidates are found by the smallest hashes of that set (bottom-k
sketches: A. Broder, "On the resemblance and containment of documents", 1997), then compared exactly. Linear in the
corpus as long as few documents share a sketch value.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

from briefing.extract.found import Copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Source

_WORD = re.compile(r"\w+")
_GRAM = 5
_SKETCH = 48
_LIKE = 0.6


def find_copies(sources: Sequence[Source]) -> tuple[Copy, ...]:
    """Each source that repeats an earlier one, with that one; at least 60 % of its 5-word sequences are there."""
    shingles: list[frozenset[int]] = []
    by_value: dict[int, list[int]] = {}
    found = []
    for number, source in enumerate(sources):
        own = _shingles(source.text)
        sketch = sorted(own)[:_SKETCH]
        near = Counter(other for value in sketch for other in by_value.get(value, ())[:50])
        best = max(((_share(own, shingles[other]), -other) for other, _count in near.most_common(20)), default=(0.0, 0))
        if best[0] >= _LIKE:
            found.append(Copy(source.id, sources[-best[1]].id, round(best[0], 3)))
        shingles.append(own)
        for value in sketch:
            by_value.setdefault(value, []).append(number)
    return tuple(found)


def _shingles(text: str) -> frozenset[int]:
    words = [word.lower() for word in _WORD.findall(text)]
    grams = (" ".join(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1)))
    return frozenset(crc32(gram.encode("utf-8", "surrogatepass")) for gram in grams) if words else frozenset()


def _share(own: frozenset[int], other: frozenset[int]) -> float:
    return len(own & other) / len(own) if own and other else 0.0
