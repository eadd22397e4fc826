"""Lines put together again to running text: words divided at line ends are joined, real compounds are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.readers.pdf_lines import Line

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_LEFT = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_RIGHT = re.compile(r"([^\W\d_]+)")
_HYPHENS = ("-", "\u2010", "\u00ad")
# First halves that English writes with a hyphen; only asked when the document itself does not tell.
_COMPOUND_HALVES = frozenset(
    [
        "self",
        "non",
        "ex",
        "well",
        "so",
        "vice",
        "all",
        "cross",
        "post",
        "anti",
        "pro",
        "mid",
        "long",
        "short",
        "high",
        "low",
        "far",
        "half",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)


class Vocabulary:
    """The words of a document, with compounds as they are written in the middle of lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.text.lower())
            if words and line.text.rstrip().endswith(_HYPHENS):
                words.pop()
            self._words.update(words)

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether `left` and `right`, divided at a hyphen, are a compound rather than one word."""
        if right[:1].isupper():
            return True
        left, right = left.lower(), right.lower()
        compound, whole = self._words[f"{left}-{right}"], self._words[left + right]
        if compound or whole:
            return compound > whole
        return left in _COMPOUND_HALVES or (self._words[left] > 1 and self._words[right] > 1)


def running_text(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    """The lines as one line of text."""
    text = ""
    for line in lines:
        piece = " ".join(line.text.split())
        text = _join(text, piece, vocabulary) if text else piece
    return text


def _join(text: str, piece: str, vocabulary: Vocabulary) -> str:
    if not text.endswith(_HYPHENS) or text.endswith((" -", "--")):
        return f"{text} {piece}"
    left, right = _LEFT.search(text[-60:]), _RIGHT.match(piece)
    if left is None or right is None:
        return text + piece if piece[:1].isalnum() else f"{text} {piece}"
    if text.endswith("\u00ad") or not vocabulary.keeps_hyphen(left[1], right[1]):
        return text[:-1] + piece
    return text + piece
