"""Written files against an independent validator of Word files (openxml-audit): no error the house's has not."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing.model import CitationForm
from briefing.writers.word import write_word

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
H = runpy.run_path(str(GOLDEN / "houses.py"))


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def _errors(validator: OpenXmlValidator, data: bytes, folder: Path) -> list[str]:
    path = folder / "checked.docx"
    path.write_bytes(data)
    return sorted(f"{error.part_uri} {error.description}" for error in validator.validate(str(path)).errors)


@pytest.mark.parametrize("form", list(CitationForm))
def test_the_default_look_has_no_error(form: CitationForm, validator: OpenXmlValidator, tmp_path: Path) -> None:
    assert _errors(validator, write_word(every_block(form), checked=True), tmp_path) == []


@pytest.mark.parametrize(
    "change",
    ["dotx", "macros", "own_notes", "own_comments", "own_numbering", "bound_values", "body_in_cell", "no_header"],
)
def test_a_filled_house_file_has_no_new_error(change: str, validator: OpenXmlValidator, tmp_path: Path) -> None:
    house = H["house"](H[change])
    data = write_word(every_block(CitationForm.FOOTNOTE), house, checked=True)
    assert set(_errors(validator, data, tmp_path)) <= set(_errors(validator, house, tmp_path))
