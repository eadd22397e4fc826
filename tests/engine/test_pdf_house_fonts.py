"""The fonts that stand in for those of offices: their widths, their files, and what is printed in them."""

from __future__ import annotations

import hashlib
import io
import string
from dataclasses import replace

import docx
import pdf_documents
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from pdf_letterhead import letterhead
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFontFile

from briefing.model import Style
from briefing.writers.pdf import write_pdf
from briefing.writers.pdf.fonts import FOLDER, STAND_INS, face_for, family_for, font_file, main_face, pieces
from briefing.writers.pdf.harfbuzz import character_widths
from briefing.writers.pdf.house import read_house
from briefing.writers.pdf.lines import Look, Stretch, break_lines
from briefing.writers.pdf.tree import Element
from briefing.writers.word import write_word

FAMILIES = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "LiberationSans",
    "Times New Roman": "LiberationSerif",
}
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
# Widths of a to z, as Word's own PDF files state them for Microsoft's fonts.
CALIBRI = "479 525 423 525 498 305 471 525 229 239 455 229 799 525 527 525 525 349 391 335 525 452 715 433 453 395"
CAMBRIA = "488 547 441 555 488 303 494 552 278 266 524 271 832 558 531 556 547 414 430 338 552 504 774 483 504 455"
# SHA-256 over the four files of each family, in the order of STYLES.
PUBLISHED = {
    "Carlito": "ba97b30c042a38e27a69c7775fe3ae858d6c4c87848d500edfe7243400ec323a",
    "Caladea": "cf9eccbc686b9835311725d2d65d4729492eb9d403656e324df58b0e5c8eda7e",
    "LiberationSans": "edc82647141ed17cd7e336411611471ee51acc89d982134b347a983720cc4384",
    "LiberationSerif": "9cb1428af80600e3cc911a4ee1f4c9e8e4602ed5dc32812dc7912020aa8e2e9c",
}
WORDS = (
    "The ministry said on Monday that the dam would stay closed until the last of the water had gone from the "
    "valley and that no one should go back to their homes before the crews had seen each road for itself "
) * 4


def _fonts(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(font.BaseFont).split("+")[-1] for page in pdf.pages for font in page.obj.Resources.Font.values()}


@pytest.mark.parametrize(
    ("name", "family"),
    [
        *FAMILIES.items(),
        ("  calibri light ", "Carlito"),
        ("Helvetica", "LiberationSans"),
        ("TimesNewRomanPSMT", "LiberationSerif"),
        ("Arial Narrow", "NotoSans"),
        ("Georgia", "NotoSerif"),
        ("Garamond", "NotoSerif"),
        ("Noto Sans", "NotoSans"),
        ("Noto Serif", "NotoSerif"),
        ("Open Sans Serif", "NotoSans"),
        ("Aptos", "NotoSans"),
        ("", "NotoSans"),
    ],
)
def test_a_font_is_printed_in_the_family_of_its_widths_or_of_its_kind(name: str, family: str) -> None:
    assert family_for(name) == family


@given(st.text(max_size=40))
def test_every_name_has_a_family_that_is_here(name: str) -> None:
    assert font_file(f"{family_for(name)}-Regular").exists()


@pytest.mark.parametrize(("family", "widths"), [("Carlito", CALIBRI), ("Caladea", CAMBRIA)])
def test_letters_are_as_wide_as_those_of_words_fonts(family: str, widths: str) -> None:
    face = main_face(family)
    for letter, width in zip(string.ascii_lowercase, widths.split(), strict=True):
        assert abs(face.widths[ord(letter)] - int(width)) <= 1, letter


@pytest.mark.parametrize(
    ("family", "bold", "italic", "standard"),
    [
        ("LiberationSans", False, False, "Helvetica"),
        ("LiberationSans", True, False, "Helvetica-Bold"),
        ("LiberationSans", False, True, "Helvetica-Oblique"),
        ("LiberationSans", True, True, "Helvetica-BoldOblique"),
        ("LiberationSerif", False, False, "Times-Roman"),
        ("LiberationSerif", True, False, "Times-Bold"),
        ("LiberationSerif", False, True, "Times-Italic"),
        ("LiberationSerif", True, True, "Times-BoldItalic"),
    ],
)
def test_characters_are_as_wide_as_adobes_measures_say(family: str, bold: bool, italic: bool, standard: str) -> None:
    face = main_face(family, bold, italic)
    for code in range(0x20, 0x7F):
        assert abs(face.widths[code] - stringWidth(chr(code), standard, 1000)) <= 1, chr(code)


@pytest.mark.parametrize("family", sorted(PUBLISHED))
def test_files_are_as_published_with_their_licence(family: str) -> None:
    files = b"".join(font_file(f"{family}-{style}").read_bytes() for style in STYLES)
    assert hashlib.sha256(files).hexdigest() == PUBLISHED[family]
    (licence,) = FOLDER.glob(f"*-{family}.txt")
    text = " ".join(licence.read_text("utf-8").split())
    assert "SIL Open Font License" in text or "Apache License Version 2.0" in text


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
def test_every_font_may_be_embedded(path: object) -> None:
    font = TTFontFile(str(path))
    assert font.get_ushort(font.get_table_pos("OS/2")[0] + 8) == 0  # fsType: no restriction (OpenType, OS/2)


@pytest.mark.parametrize(("name", "family"), FAMILIES.items())
def test_a_letterheads_fonts_are_in_the_file(name: str, family: str) -> None:
    whole = pdf_documents.document(1, 1)
    head = letterhead(font=name, heading_font=name)
    data = write_pdf(whole, (), head)
    used = {font.partition("-")[0] for font in _fonts(data)}
    assert family in used
    assert used.isdisjoint({*STAND_INS.values()} - {family})
    assert data == write_pdf(whole, (), head)
    assert family in {font.partition("-")[0] for font in _fonts(write_pdf(replace(whole, style=Style(font=name))))}


def test_the_themes_fonts_count_as_the_houses() -> None:
    sheet = read_house(pdf_documents.document(1, 1), letterhead(font="")).styles.sheet()
    assert sheet.body.look.family == "Caladea"


def test_letters_that_a_family_lacks_come_from_one_like_it() -> None:
    found = [(piece.face.name, piece.text) for piece in pieces("Kyiv Київ", "Caladea")]
    assert found == [("briefing-Caladea-Regular", "Kyiv "), ("briefing-NotoSerif-Regular", "Київ")]
    for family in FAMILIES.values():
        for letter, script in (("\u05d0", "Hebrew"), ("\u0627", "Arabic"), ("\u0e01", "Thai")):
            face = face_for(letter, family)
            assert face is not None
            assert face.shaped
            assert script in face.name


@pytest.mark.parametrize("family", sorted(PUBLISHED))
@pytest.mark.parametrize("width", [180.0, 310.5, 453.6])
def test_lines_break_where_the_widths_say(family: str, width: float) -> None:
    size, widths = 11.0, character_widths(font_file(f"{family}-Regular"))

    def long(text: str) -> float:
        return sum(widths[ord(char)] for char in text) * size / 1000

    expected, line = [], ""
    for word in WORDS.split():
        longer = f"{line} {word}".strip()
        if long(longer) > width:
            expected.append(line)
            longer = word
        line = longer
    stretch = Stretch(WORDS, Look(size, family=family), Element("P"))
    lines = break_lines([stretch], width)
    assert ["".join(part.text for part in one.parts).strip() for one in lines] == [*expected, line]


@pytest.mark.parametrize("name", FAMILIES)
def test_the_word_file_names_the_houses_font(name: str) -> None:
    whole = pdf_documents.document(1, 1)
    head = docx.Document(io.BytesIO(write_word(whole, letterhead(font=name))))
    assert head.styles["Normal"].font.name == name
    own = docx.Document(io.BytesIO(write_word(replace(whole, style=Style(font=name)))))
    (fonts,) = own.styles.element.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs")} == {name}
