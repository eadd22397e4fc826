"""Which way a piece of text runs, for every writer alike."""

from __future__ import annotations

import unicodedata

_FIRST_RTL = "\u0590"


def right_to_left(text: str) -> bool:
    """Whether most letters of `text` are of a script that is written from right to left."""
    if text.isascii() or max(text) < _FIRST_RTL:
        return False
    kinds = [unicodedata.bidirectional(character) for character in text]
    return sum(kind in {"R", "AL"} for kind in kinds) > kinds.count("L")
