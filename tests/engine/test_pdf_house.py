"""The PDF in a house's look: page, fonts, colours, logo, headers and footers from its Word file."""

from __future__ import annotations

import io
import runpy
from dataclasses import replace
from pathlib import Path

import docx
import pdf_documents
import pikepdf
import pytest
from pdf_expected import Expected, leaves
from pdf_letterhead import letterhead, logo
from pdf_reading import page_texts, squeezed, structure, unmarked

from briefing import pipeline
from briefing.errors import TemplateInvalid
from briefing.model import Style
from briefing.writers.pdf import write_pdf
from briefing.writers.pdf.house import read_house
from briefing.writers.word import write_word

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
HOUSES = dict(runpy.run_path(str(GOLDEN / "houses.py"))["houses"]())


def _fonts(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(font.BaseFont).split("+")[-1] for page in pdf.pages for font in page.obj.Resources.Font.values()}


def _pictures(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(one.ColorSpace) for page in pdf.pages for one in page.obj.Resources.get("/XObject", {}).values()]


def test_page_fonts_and_colours_are_the_houses() -> None:
    house = read_house(pdf_documents.document(1, 1), letterhead())
    assert (round(house.sizes.page_width), round(house.sizes.page_height)) == (612, 792)
    assert round(house.sizes.left) == 85
    sheet = house.styles.sheet()
    assert (sheet.body.look.family, sheet.body.look.size) == ("LiberationSerif", 12)
    head = sheet.headings[0].look
    assert (head.family, head.size, head.colour) == ("LiberationSans", 18, "#7a1234")
    fonts = _fonts(write_pdf(pdf_documents.document(1, 1), (), letterhead()))
    assert {"LiberationSerif", "LiberationSans-Bold"} <= fonts


def test_header_and_footer_are_filled_on_every_page_and_are_not_read_aloud() -> None:
    whole = pdf_documents.document()
    data = write_pdf(whole, (), letterhead())
    texts = page_texts(data)
    for number, text in enumerate(texts, 1):
        assert "Ministry of Water and Supply" in text
        assert f"Page {number} of {len(texts)}" in text
        assert "PU4/2026/117" in text
        assert text.count("OFFICIAL – SENSITIVE") >= 2
    assert len(_pictures(data)) == len(texts)
    assert unmarked(data) == ""
    assert list(leaves(structure(data))) == Expected(whole).leaves()
    assert data == write_pdf(whole, (), letterhead())


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "CMYK", "L"])
def test_a_logo_of_any_colours_is_drawn_in_rgb(mode: str) -> None:
    assert set(map(str, _pictures(write_pdf(pdf_documents.document(1, 1), (), letterhead(logo(mode)))))) == {
        "/DeviceRGB"
    }


def test_a_logo_larger_than_the_page_leaves_room_for_text() -> None:
    data = write_pdf(pdf_documents.document(1, 1), (), letterhead(width=900))
    assert 1 < len(page_texts(data)) < 12
    assert _pictures(data)


def test_a_logo_of_no_size_or_no_sense_is_left_out() -> None:
    sound = letterhead()
    assert b"logo" not in sound
    for old, new in ((b'cx="1440000"', b'cx="0000000"'), (b'cy="720000"', b'cy="-20000"')):
        assert _pictures(write_pdf(pdf_documents.document(1, 1), (), _changed(sound, old, new))) == []
    broken = _changed(sound, b"\x89PNG", b"GIF89")
    assert _pictures(write_pdf(pdf_documents.document(1, 1), (), broken)) == []


def _changed(data: bytes, old: bytes, new: bytes) -> bytes:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(HOUSES))
def test_every_house_gives_a_sound_pdf(name: str) -> None:
    whole = pdf_documents.document(1, 2)
    data = write_pdf(whole, (), HOUSES[name])
    assert list(leaves(structure(data))) == Expected(whole).leaves()
    for text in page_texts(data):
        assert squeezed(text).count(squeezed(whole.marking)) >= 2


def test_what_is_no_word_file_is_told() -> None:
    with pytest.raises(TemplateInvalid):
        write_pdf(pdf_documents.document(1, 1), (), b"no zip")


def test_the_styles_own_font_is_used_without_a_house() -> None:
    whole = replace(pdf_documents.document(1, 1), style=Style(font="Noto Serif"))
    assert "NotoSerif-Bold" in _fonts(write_pdf(whole))


def test_word_and_pdf_of_one_briefing_show_the_same_words_above_and_below(tmp_path: Path) -> None:
    house = tmp_path / "letterhead.docx"
    house.write_bytes(letterhead())
    source = pipeline.load_text("Kenya said on Monday that 4,500 people had returned.", "a.txt")
    template = replace(pipeline.templates()[0], letterhead=str(house))
    briefing = pipeline.compose(pipeline.analyse([source]), template)
    assert "Ministry of Water and Supply" in page_texts(pipeline.render(briefing, ".pdf"))[0]
    word = docx.Document(io.BytesIO(write_word(pipeline.lay_out(briefing), letterhead())))
    assert "Ministry of Water and Supply" in [one.text for one in word.sections[0].header.paragraphs]
