"""What cannot be printed is told beforehand, and nothing else is."""

from __future__ import annotations

import unicodedata

import pdf_documents
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import page_texts, squeezed

from briefing.writers.pdf import Unprintable, unprintable, write_pdf
from briefing.writers.pdf.fonts import composed, face_for, invisible, printable, printed, stand_in


def test_what_is_printable_is_not_told() -> None:
    assert unprintable(pdf_documents.document()) == ()


def test_a_character_is_named_with_its_first_place_and_count() -> None:
    document = pdf_documents.with_text("Tibetan ཀ and ཀ")
    (one,) = unprintable(document)
    assert one == Unprintable("ཀ", "TIBETAN LETTER KA", "the title", one.count)
    assert one.count >= 20


@pytest.mark.parametrize(
    "text",
    [
        "Zelenskyy Türkiye İzmir ıŞğ",
        "₴ ₽ € £ ₺ ₹ ₸ ₾ ₿",
        "Αθήνα Київ Београд",
        "→ ≥ ≤ ≈ ✓ ☐ ● ½ № ‰ …",
        "ՀՀ საქართველო",
    ],
)
def test_european_text_and_signs_are_printed(text: str) -> None:
    assert [char for char in text if not printable(char)] == []
    assert squeezed(text) in squeezed(page_texts(write_pdf(pdf_documents.with_text(text)))[0])


@pytest.mark.parametrize("text", ["བོད", "ᎠᎡ", "🙂", "\x07", "\ue000", "\u0378"])
def test_what_would_come_out_wrong_is_told(text: str) -> None:
    document = pdf_documents.with_text(text)
    told = {one.character for one in unprintable(document)}
    assert told == {char for char in text if not invisible(char)}
    page = squeezed("".join(page_texts(write_pdf(document))))
    assert all(stand_in(char) in page for char in told)


def test_accents_are_composed() -> None:
    assert printed("Tu\u0308rkiye") == "Türkiye"


@settings(deadline=None)
@given(st.text())
def test_every_character_is_printed_told_or_invisible(text: str) -> None:
    out = printed(text).replace("\u200b", "")
    assert all(face_for(char) is not None for char in out)
    for char in composed(text):
        if not printable(char):
            assert stand_in(char) in out
        elif not invisible(char) and not char.isspace() and unicodedata.category(char) != "Zs":
            assert char in out
