"""The order of right-to-left words in a line: the Unicode Bidirectional Algorithm (UAX #9) for paragraphs that begin
at the left, without explicit embeddings (their characters are invisible and left out before).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")


def levels(text: str) -> Sequence[int] | None:
    """The embedding level of each character: 0, 1 (right to left) or 2 (a number within); None where all are 0."""
    if not _RIGHT_TO_LEFT.search(text):
        return None
    return _neutrals(_numbers(_marks([unicodedata.bidirectional(char) for char in text])))


def _marks(kinds: list[str]) -> list[str]:
    """A mark is as its letter is (W1)."""
    before = "ON"
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = before
        before = kinds[place]
    return kinds


def _numbers(kinds: list[str]) -> list[str]:
    """Digits, with the separators between them and the signs beside them, become "N" after right-to-left text, else
    "L"; letters become "L" and "R", all else "O" (W2 to W7).
    """
    found: list[str] = []
    strong = "L"
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
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] == "O":
            end += 1
        if end > place and place > 0 and end < len(kinds) and made[place - 1] and made[end]:
            made[place:end] = [1] * (end - place)
        place = max(end, place + 1)
    return made


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
