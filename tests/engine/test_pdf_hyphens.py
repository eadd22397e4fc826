"""Long words parted by hyphens that are seen and not spoken."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pdf_documents
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_expected import Expected, leaves
from pdf_reading import structure

from briefing.blocks import Column, Paragraph, Row, Run, Table
from briefing.writers.pdf import write_pdf
from briefing.writers.pdf.hyphens import SOFT_HYPHEN, hyphens
from briefing.writers.pdf.lines import Line, Look, Stretch, break_lines
from briefing.writers.pdf.tree import Element

WORDS = (
    "The internationalisation of responsibilities, notwithstanding institutional considerations, is underrepresented."
)


def _lines(text: str, width: float, language: str = "en-GB") -> list[str]:
    lines: tuple[Line, ...] = break_lines([Stretch(text, Look(10), Element("P"), language=language)], width)
    return ["".join(part.text for part in line.parts) for line in lines]


def test_a_word_is_parted_where_the_line_would_be_left_empty() -> None:
    lines = _lines(WORDS, 90)
    parted = [line for line in lines if line.endswith(SOFT_HYPHEN)]
    assert parted
    assert "".join(lines).replace(SOFT_HYPHEN, "") == WORDS


def test_wide_lines_and_unknown_languages_keep_words_whole() -> None:
    assert not any(SOFT_HYPHEN in line for line in _lines(WORDS * 4, 450))
    assert not any(SOFT_HYPHEN in line for line in _lines(WORDS, 90, "xx"))
    assert not any(SOFT_HYPHEN in line for line in _lines(WORDS, 90, ""))


@pytest.mark.parametrize("word", ["NATO", "UNHCR", "short", "anti-inflationary", "x1y2z3w4v5", "", "INTERNATIONAL"])
def test_short_words_abbreviations_and_compounds_stay_whole(word: str) -> None:
    assert hyphens(word, "en-GB") == ()


def test_each_language_has_its_own_patterns() -> None:
    assert hyphens("Bundesministerium", "de-DE") != hyphens("Bundesministerium", "en-GB")
    assert hyphens("(responsibilities),", "en-GB") == tuple(place + 1 for place in hyphens("responsibilities", "en-GB"))


@given(st.text("abcdefgh éñß-–.,", max_size=400), st.floats(20, 200))
@settings(max_examples=100, deadline=None)
def test_no_letter_is_lost_or_moved(text: str, width: float) -> None:
    joined = "".join(_lines(f"x{text}", width)).replace(SOFT_HYPHEN, "")
    assert "".join(joined.split()) == "".join(f"x{text}".split())


def test_screen_readers_get_the_words_whole(tmp_path: Path) -> None:
    columns = tuple(Column(str(number), 1 / 8) for number in range(8))
    table = Table("Narrow", columns, (Row(tuple((Run(WORDS),) for _ in columns)),), "Narrow columns.", number=1)
    whole = replace(pdf_documents.document(0, 0), blocks=(table, Paragraph((Run(WORDS),))))
    data = write_pdf(whole)
    assert list(leaves(structure(data))) == Expected(whole).leaves()
    path = tmp_path / "out.pdf"
    path.write_bytes(data)
    seen, spoken = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for command in (["pdftotext", "-layout", str(path), "-"], ["pdfinfo", "-struct-text", str(path)])
    )
    assert seen.count(SOFT_HYPHEN) > 8
    assert spoken.count(WORDS) == 9
