"""Where a word may break: behind dashes, in addresses, between Chinese characters; never inside a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_DASH = re.compile(r"(?<=[^\W\d_])[-–/](?=[^\W\d_])|—")
_ADDRESS_BREAK = re.compile(r"[/?&=._#%+~:-]+")
_EAST_ASIAN = re.compile(r"[\u2e80-\u312f\u31c0-\ua4cf\uf900-\ufaff\uff01-\uffee]")
_NO_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー”’）］｝〕〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%)]},.:;?!"
)
_NO_END = frozenset("“‘（［｛〔〈《「『【([{")
# Thai and Lao vowels that are letters of their own in Unicode; joiners; a virama joins two consonants.
_BELONGS_TO_BEFORE = frozenset("ะาำๅฯๆະາຳໆ\u200c\u200d")
_BELONGS_TO_AFTER = frozenset("เแโใไເແໂໃໄ\u200d")
VIRAMA = 9


def cuts(word: str, address: bool) -> Iterator[tuple[str, bool]]:
    """A word cut behind its inner places to break; each part tells whether one may break behind it."""
    start = 0
    for end in _east_asian_places(word) if _EAST_ASIAN.search(word) else _places(word, address):
        yield word[start:end], True
        start = end
    yield word[start:], False


def _places(word: str, address: bool) -> Iterator[int]:
    for match in (_ADDRESS_BREAK if address else _DASH).finditer(word):
        if match.end() < len(word) and match.group() != "://":
            yield match.end()


def _east_asian_places(word: str) -> Iterator[int]:
    """Chinese and Japanese break behind any character, but no line begins with a closing mark or ends with an opening
    one (UAX #14, classes ID, CL, NS, OP).
    """
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place]
        if (_EAST_ASIAN.match(before) or _EAST_ASIAN.match(after)) and before not in _NO_END and after not in _NO_START:
            yield place


def whole(text: str, count: int) -> int:
    """The place nearest to `count` that parts no mark from its letter; at least 1."""
    place = count
    while place > 0 and belongs(text, place):
        place -= 1
    while place <= 0 or (place < len(text) and belongs(text, place)):
        place += 1
    return place


def belongs(text: str, place: int) -> bool:
    """Do the characters before and behind this place belong together?"""
    after, before = text[place], text[place - 1] if place else ""
    return (
        unicodedata.category(after)[0] == "M"
        or after in _BELONGS_TO_BEFORE
        or before in _BELONGS_TO_AFTER
        or (bool(before) and unicodedata.combining(before) == VIRAMA)
    )
