"""Stems as numbers, so that concepts are cheap to count."""

from __future__ import annotations

from briefing.text.words import folded_words, is_content, stemmer


class Vocabulary:
    """Numbers the stems of one language in order of appearance; even numbers are stop words, odd ones content."""

    __slots__ = ("_language", "_numbers", "_stem", "_stems")

    def __init__(self, language: str) -> None:
        self._language = language
        self._stem = stemmer(language)
        self._stems: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def numbers(self, text: str) -> tuple[int, ...]:
        """The words of the text as numbers, in order."""
        known = self._numbers
        return tuple([known[word] if word in known else self._number(word) for word in folded_words(text)])

    def _number(self, word: str) -> int:
        content = is_content(word, self._language)
        stem = self._stem(word) if content else word
        number = self._stems.setdefault(stem, len(self._stems)) * 2 + content
        self._numbers[word] = number
        return number
