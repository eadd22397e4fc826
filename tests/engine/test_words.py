"""Words, stems, counts and stop words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.stopwords import LANGUAGES, stop_words
from briefing.text.words import count_words, folded_words, is_content, stemmer, words


def test_words_keep_their_places() -> None:
    text = "The U.S. paid $2.5 to O’Brien’s left-wing café."
    found = words(text, 10)
    assert [w.text for w in found] == ["The", "U.S.", "paid", "2.5", "to", "O’Brien’s", "left", "wing", "café"]
    assert all(text[w.span.start - 10 : w.span.end - 10] == w.text for w in found)


def test_scripts_with_marks_or_without_blanks() -> None:
    assert [w.text for w in words("सरकार ने कहा")] == ["सरकार", "ने", "कहा"]
    assert [w.text for w in words("政府は 2024")] == ["政", "府", "は", "2024"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one", 1), ("left-wing U.S. $2.5 million — so", 6), ("政府は said", 4), ("two\nlines here", 3)],
)
def test_a_budget_counts_as_a_word_processor_does(text: str, count: int) -> None:
    assert count_words(text) == count


def test_folding_drops_case_and_the_genitive() -> None:
    assert folded_words("Kyiv’s U.S. is O'Brien's 2.5m") == ["kyiv", "u.s.", "is", "o'brien", "2.5", "m"]
    assert folded_words("Kyiv's") == folded_words("Kyiv’s") == ["kyiv"]


def test_stems_and_content() -> None:
    assert stemmer("en-GB")("governments") == stemmer("en")("government")
    assert stemmer("xx")("Word") == "word"
    assert is_content("troops", "en")
    assert not is_content("the", "en")
    assert not is_content("x", "en")
    assert is_content("震", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_stop_words(language: str) -> None:
    found = stop_words(language)
    assert len(found) > 40
    assert all(word == word.strip().lower() for word in found)


def test_a_language_without_a_list_has_none() -> None:
    assert stop_words("eo") == frozenset()


@given(st.text(max_size=200))
def test_words_are_ordered_and_verbatim(text: str) -> None:
    found = words(text)
    assert all(w.span.cut(text) == w.text for w in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert count_words(text) >= 0
    assert folded_words(text) == folded_words(text.lower())
