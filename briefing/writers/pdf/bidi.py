"""The order of right-to-left words in a line: the Unicode Bidirectional Algorithm (UAX #9) for paragraphs that begin
at the left, without explicit embeddings (their characters are invisible and left out before).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")


def levels(texts: Sequence[str]) -> Sequence[int] | None:
    """The embedding level of each character of the texts in a row; None where all are 0 (left to right).

    Each text is an isolate whose own first letter gives its direction (as if between FSI and PDI, UAX #9, 2.4.2): a
    quotation keeps its order whatever stands around it. In a text from the left 1 is right to left and 2 a number in
    it; in a text from the right 1 is its own direction and 2 what runs against it.
    """
    if not any(_RIGHT_TO_LEFT.search(text) for text in texts):
        return None
    made = [_of_text(text) for text in texts]
    for place in range(1, len(made) - 1):
        before, after = made[place - 1], made[place + 1]
        if before and after and before[-1] and after[0] and not _has_letters(texts[place]):
            made[place] = [1] * len(made[place])
    return [level for own in made for level in own]


def _has_letters(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in {"L", "R", "AL", "EN", "AN"} for char in text)


def _of_text(text: str) -> list[int]:
    kinds = [unicodedata.bidirectional(char) for char in text]
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    return _from_left(kinds) if first == "L" else _from_right(kinds)


def _from_left(kinds: list[str]) -> list[int]:
    if not any(kind in {"R", "AL", "AN"} for kind in kinds):
        return [0] * len(kinds)
    return _neutrals(_numbers(_marks(kinds)))


def _from_right(kinds: list[str]) -> list[int]:
    """As from the left, with the directions' parts exchanged: what runs to the right has level 2 (I2)."""
    found = _numbers(_marks(kinds), strong="R")
    levels = [1 if kind in {"R", "O"} else 2 for kind in found]
    for start, end in _runs(found, "O"):
        if start > 0 and end < len(found) and found[start - 1] == found[end] == "L":
            levels[start:end] = [2] * (end - start)
    return levels


def _marks(kinds: list[str]) -> list[str]:
    """A mark is as its letter is (W1)."""
    before = "ON"
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = before
        before = kinds[place]
    return kinds


def _numbers(kinds: list[str], strong: str = "L") -> list[str]:
    """Digits, with the separators between them and the signs beside them, become "N" after right-to-left text, else
    "L"; letters become "L" and "R", all else "O" (W2 to W7). `strong` is the direction before the first letter.
    """
    found: list[str] = []
    for place, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = "L" if kind == "L" else "R"
            found.append(strong)
        elif kind == "AN" or kind == "EN":
            found.append("L" if kind == "EN" and strong == "L" else "N")
        elif kind in {"CS", "ES", "ET"} and _in_number(kinds, place):
            found.append("L" if strong == "L" else "N")
        else:
            found.append("O")
    return found


def _in_number(kinds: Sequence[str], place: int) -> bool:
    before = place > 0 and kinds[place - 1] in {"EN", "AN"}
    after = place + 1 < len(kinds) and kinds[place + 1] in {"EN", "AN"}
    return (before or after) if kinds[place] == "ET" else (before and after)


def _neutrals(kinds: Sequence[str]) -> list[int]:
    """Levels: what is neutral goes right to left only between right-to-left neighbours (N1, N2, I1)."""
    made = [{"R": 1, "N": 2}.get(kind, 0) for kind in kinds]
    for start, end in _runs(kinds, "O"):
        if start > 0 and end < len(kinds) and made[start - 1] and made[end]:
            made[start:end] = [1] * (end - start)
    return made


def _runs(kinds: Sequence[str], wanted: str) -> Iterator[tuple[int, int]]:
    """Where each run of one kind starts and ends."""
    place = 0
    for kind, group in groupby(kinds):
        start, place = place, place + len(list(group))
        if kind == wanted:
            yield start, place


def visual_order(line: Sequence[int]) -> list[int]:
    """The places of a line's parts from left to right, by their levels (L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[place:end] = reversed(order[place:end])
            place = max(end, place + 1)
    return order


def mirrored(text: str) -> str:
    """Signs without a direction of their own, as they are drawn right to left."""
    return text.translate(_MIRRORED)[::-1]
