"""Scripts whose letters join, stack or run from right to left."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO

import pdf_documents
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import structure

from briefing.blocks import Paragraph, Run
from briefing.writers.pdf import unprintable, write_pdf
from briefing.writers.pdf.bidi import levels, visual_order
from briefing.writers.pdf.lines import Look, Stretch, break_lines
from briefing.writers.pdf.tree import Element

TEXTS = (
    "قال وزير الخارجية: «نحن ندعو إلى وقف إطلاق النار فوراً»، وأضاف أن 1,250 شخصاً غادروا في 12/10/2026.",
    "وزارت خارجه ایران می‌گوید که هیچ تصمیمی گرفته نشده است.",
    'משרד החוץ (ירושלים) מסר: "אין שינוי במדיניות" ב-3 בנובמבר 2026.',
    "विदेश मंत्रालय ने कहा कि क्षेत्रीय सुरक्षा प्राथमिकता है।",
    "กระทรวงการต่างประเทศแถลงว่าไม่มีการเปลี่ยนแปลงนโยบาย",
    "বাংলাদেশ சென்னை తెలుగు ಕನ್ನಡ മലയാളം සිංහල ລາວ မြန်မာ ខ្មែរ ગુજરાતી ਪੰਜਾਬੀ ଓଡ଼ିଆ",
)


def _document(text: str) -> bytes:
    blocks = (Paragraph((Run(f"Quoted: {text} (end)."),)),)
    return write_pdf(replace(pdf_documents.document(0, 0), blocks=blocks))


@pytest.mark.parametrize("text", TEXTS)
def test_the_tree_reads_the_text_in_its_order(text: str) -> None:
    whole = unicodedata.normalize("NFC", f"Quoted: {text} (end).")
    assert structure(_document(text)).text == whole


@pytest.mark.parametrize("text", TEXTS)
def test_everything_is_printable_and_embedded_once_more_the_same(text: str) -> None:
    assert unprintable(pdf_documents.with_text(text)) == ()
    data = _document(text)
    assert data == _document(text)
    with pikepdf.open(BytesIO(data)) as pdf:
        shaped = [font for font in pdf.pages[0].obj.Resources.Font.values() if font.Subtype == "/Type0"]
        assert shaped
        for font in shaped:
            assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 60_000


def _drawn(*texts: str) -> list[str]:
    """The parts of the texts' only line from left to right."""
    (line,) = break_lines([Stretch(text, Look(10), Element("P")) for text in texts], 1000)
    return [part.spoken or part.text for part in sorted(line.parts, key=lambda part: part.x)]


def test_right_to_left_words_run_from_the_right() -> None:
    assert _drawn("a שלום עולם b") == ["a", " ", "עולם", " ", "שלום", " ", "b"]


def test_a_number_in_right_to_left_text_reads_from_the_left() -> None:
    assert _drawn("ב 1,250 ג") == ["ג", " ", "1,250", " ", "ב"]


def test_a_full_stop_behind_right_to_left_text_belongs_to_the_paragraph() -> None:
    assert _drawn("Said שלום.") == ["Said", " ", "שלום", "."]


def test_a_right_to_left_quotation_keeps_its_own_order() -> None:
    drawn = _drawn("Said: ", "אב NATO 5 גד.", " (as printed)")
    assert drawn == ["Said:", " ", ".", "גד", " ", "NATO", " ", "5", " ", "אב", " ", "(as", " ", "printed)"]


def test_right_to_left_stretches_in_a_row_go_on_leftwards() -> None:
    assert _drawn("אב", " ", "גד") == ["גד", " ", "אב"]


def test_brackets_around_right_to_left_text_are_mirrored() -> None:
    (line,) = break_lines([Stretch("א (ב) ג", Look(10), Element("P"))], 1000)
    brackets = [(part.text, part.spoken) for part in line.parts if part.text in {"(", ")"}]
    assert brackets == [(")", "("), ("(", ")")]


def test_text_without_right_to_left_letters_has_no_levels() -> None:
    assert levels(["plain text 1, 2"]) is None


@settings(deadline=None)
@given(st.text(st.sampled_from("ab אבשسلام12,.() -%\u0301"), max_size=60))
def test_the_order_seen_is_a_permutation_and_the_order_read_is_kept(text: str) -> None:
    found = levels([text])
    assert found is None or (len(found) == len(text) and set(found) <= {0, 1, 2})
    assert sorted(visual_order(found or [])) == list(range(len(found or [])))
    lines = break_lines([Stretch(text, Look(10), Element("P"))], 80)
    read = "".join(part.spoken or part.text for line in lines for part in line.parts)
    assert "".join(read.split()) == "".join(unicodedata.normalize("NFC", text).split())


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=0x590, max_codepoint=0x17FF), max_size=80))
def test_any_text_of_these_scripts_is_written(text: str) -> None:
    assert write_pdf(pdf_documents.with_text(text)).startswith(b"%PDF-")
