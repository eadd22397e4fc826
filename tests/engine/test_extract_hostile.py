from __future__ import annotations

from time import process_time

import pytest
from extract_sources import make_source

from briefing.extract import extract_source
from briefing.text.sentences import split

_HOSTILE = {
    "capitals": "NORTH KOREA SENT 1,500 TROOPS TO RUSSIA. ",
    "no punctuation": "the government said that 300 people were killed in ",
    "digits": "1",
    "numbers": "5 to ",
    "quotes": '“«"‘ he said ',
    "unclosed": "“Kenya sent 300 troops, he said. ",
    "names": "Bank of Aa ",
    "Russian": "Президент России заявил, что погибли 1500 солдат. ",
    "Chinese": "中国政府表示，出口增长了5%。",
    "Arabic": "أعلنت الحكومة أن 300 شخص قتلوا. ",
    "brackets": "((",
    "months": "May ",
    "hyphens": "a-",
}


def _seconds(text: str) -> float:
    source = make_source(text)
    sentences = split(source)
    start = process_time()
    extract_source(source, sentences)
    return process_time() - start


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_text_neither_crashes_nor_takes_more_than_linear_time(name: str) -> None:
    pattern = _HOSTILE[name]
    small, large = 12_000 // len(pattern), 72_000 // len(pattern)
    _seconds(pattern * 3)
    few = min(_seconds(pattern * small) for _ in range(2))
    many = _seconds(pattern * large)
    assert many < 15 * few + 0.3


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "•", "“", "5", "$", "%", "'s", "The", "a" * 5000, "\u0000", "🙂 300 🙂"]
)
def test_scraps_of_text_are_taken_as_they_are(text: str) -> None:
    source = make_source(text)
    assert extract_source(source, split(source)).source == source.id
