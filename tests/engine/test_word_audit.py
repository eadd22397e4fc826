"""Written files against an independent validator of Word files (openxml-audit): no error the house's has not."""

from __future__ import annotations

import runpy
from collections import Counter
from pathlib import Path

import pytest
from word_validators import audit_errors

from briefing.model import CitationForm
from briefing.writers.word import write_word

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
H = runpy.run_path(str(GOLDEN / "houses.py"))


def _errors(data: bytes, folder: Path) -> Counter[str]:
    path = folder / "checked.docx"
    path.write_bytes(data)
    return audit_errors(path)


@pytest.mark.parametrize("form", list(CitationForm))
def test_the_default_look_has_no_error(form: CitationForm, tmp_path: Path) -> None:
    assert _errors(write_word(every_block(form), checked=True), tmp_path) == Counter()


@pytest.mark.parametrize(
    "change",
    ["dotx", "macros", "own_notes", "own_comments", "own_numbering", "bound_values", "body_in_cell", "no_header"],
)
def test_a_filled_house_file_has_no_new_error(change: str, tmp_path: Path) -> None:
    house = H["house"](H[change])
    data = write_word(every_block(CitationForm.FOOTNOTE), house, checked=True)
    assert set(_errors(data, tmp_path)) <= set(_errors(house, tmp_path))
