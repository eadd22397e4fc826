"""The longer word lists, from data/words.txt."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def word_set(name: str) -> frozenset[str]:
    """The words of one section of the file."""
    return _sections()[name]


@cache
def _sections() -> dict[str, frozenset[str]]:
    text = (files("briefing.extract") / "data" / "words.txt").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for section in text.split("\n[")[1:]:
        name, _, words = section.partition("]\n")
        found[name] = frozenset(words.split())
    return found
