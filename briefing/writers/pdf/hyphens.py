"""Where a word may be parted by a hyphen, by the patterns of its language (pyphen, LibreOffice's dictionaries)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

# What a hyphen put in for the line's end stands for (ISO 32000-1, 14.8.2.2.3): it is seen and not spoken.
SOFT_HYPHEN = "\u00ad"
SHORTEST = 7
LONGEST = 60
LEAST = 3
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _dictionary(language: str) -> Any | None:  # noqa: ANN401  (pyphen has no type hints)
    import pyphen  # type: ignore[import-untyped]

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None


@lru_cache(maxsize=4096)
def hyphens(text: str, language: str) -> tuple[int, ...]:
    """The places in a word, last first, none near its ends. Short words and abbreviations stay whole."""
    dictionary = _dictionary(language)
    found = _WORD.search(text)
    if dictionary is None or found is None or not SHORTEST <= len(found[0]) <= LONGEST or found[0].isupper():
        return ()
    if len(_WORD.findall(text)) > 1:
        return ()
    places = [int(place) for place in reversed(dictionary.positions(found[0]))]
    return tuple(found.start() + place for place in places if LEAST <= place <= len(found[0]) - LEAST)
