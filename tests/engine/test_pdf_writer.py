"""The PDF as a reader gets it: text, links, fonts, page numbers, and the same bytes again."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdf_documents
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import page_texts, squeezed

from briefing.blocks import Column, Paragraph, Row, Run, Table, plain
from briefing.model import PageSetup, Style
from briefing.writers.pdf import write_pdf


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_pdf(pdf_documents.document())


def _annotations(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]


def test_the_same_document_gives_the_same_bytes_in_every_process(written: bytes) -> None:
    code = (
        "import hashlib, pdf_documents; from briefing.writers.pdf import write_pdf;"
        "print(hashlib.sha256(write_pdf(pdf_documents.document())).hexdigest())"
    )
    seen = {hashlib.sha256(written).hexdigest()}
    for seed in ("0", "4711"):
        variables = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(pdf_documents.__file__).parent)}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=variables, check=True)
        seen.add(run.stdout.strip())
    assert len(seen) == 1


def test_pages_are_numbered_and_marked_at_top_and_foot(written: bytes) -> None:
    texts = page_texts(written)
    assert len(texts) >= 3
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert text.count("OFFICIAL – SENSITIVE") >= 2
        assert "PU4/2026/117" in text
        assert "21 October 2026" in text
    assert all("Water shortage in the Arden basin" in text for text in texts)


def test_every_link_leads_somewhere(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as pdf:
        destinations = {str(one) for one in list(pdf.Root.Names.Dests.Names)[::2]}
        annotations = _annotations(pdf)
        inner = [str(one.Dest) for one in annotations if "/Dest" in one]
        outer = [str(one.A.URI) for one in annotations if "/A" in one]
        assert set(inner) <= destinations
        assert {"source-1", "source-3", "cite-1", "cite-64"} <= set(inner)
        assert set(outer) == {pdf_documents.URL}
        assert all(str(one.Contents) for one in annotations)


def test_a_marker_leads_to_its_source_and_the_source_back(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as pdf:
        hints = [str(one.Contents) for one in _annotations(pdf)]
    backs = [hint for hint in hints if hint.startswith("Back to citation")]
    assert len(backs) == len(set(backs)) == 4 * 6 + 40
    assert sum(hint in {"Source 1", "Source 2", "Source 3"} for hint in hints) == 4 * 6 + 40


def test_every_font_is_embedded_and_a_subset(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert "+" in str(font.BaseFont)
            assert "/ToUnicode" in font


def test_the_file_says_what_it_is(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as pdf:
        assert str(pdf.docinfo["/Title"]) == pdf_documents.document().title
        assert str(pdf.docinfo["/Author"]) == "Policy Unit 4"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261021000000Z"
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles[0] == ("Section 1: highlights", ["Assessment 1", "Details 1"])
    assert [title for title, _ in titles][-2:] == ["Key figures", "Sources"]


def test_a_document_without_a_date_has_none(written: bytes) -> None:
    data = write_pdf(replace(pdf_documents.document(1, 1), date=""))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
    assert written != data


def test_a_table_repeats_its_header_on_every_page_it_covers(written: bytes) -> None:
    covered = [text for text in page_texts(written) if "cubic metres" in text]
    assert len(covered) >= 2
    for text in covered:
        assert text.count("What is counted") == 1
        assert text.index("What is counted") < text.index("cubic metres")


def test_markup_in_text_is_printed_as_it_is() -> None:
    hostile = "<b>R&D</b> &amp; <a href='x'>%s {0} \\n ${x}</a> ]]> <para>"
    text = squeezed("".join(page_texts(write_pdf(pdf_documents.with_text(hostile)))))
    assert text.count(squeezed(hostile)) >= 10


def test_an_address_that_runs_code_is_no_link() -> None:
    data = write_pdf(pdf_documents.with_text("javascript:alert(1)"))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not [one for one in _annotations(pdf) if "/A" in one]


def test_a_cell_of_five_thousand_words_goes_over_pages_whole() -> None:
    words = [f"word{number}" for number in range(5000)]
    table = Table("Long", (Column("A", 0.2), Column("B", 0.8)), (Row(((Run("key"),), (Run(" ".join(words)),))),), "")
    texts = page_texts(write_pdf(replace(pdf_documents.document(0, 0), blocks=(table,))))
    assert len(texts) > 5
    body = "".join(texts)
    assert [word for word in words if word not in body] == []


def test_a_marking_of_two_hundred_characters_stays_on_the_page() -> None:
    marking = "OFFICIAL – SENSITIVE – " + "RECIPIENTS AS LISTED IN ANNEX " * 6
    document = replace(pdf_documents.document(), marking=marking)
    for text in page_texts(write_pdf(document)):
        assert squeezed(text).count(squeezed(marking)) == 2


@pytest.mark.parametrize("size", ["A4", "Letter", "A5", "no such size"])
def test_no_text_leaves_the_text_area(size: str) -> None:
    page = PageSetup(size=size)
    data = write_pdf(replace(pdf_documents.with_text("Rindfleischetikettierungs" * 12 + " " + "x/" * 200), page=page))
    with pikepdf.open(BytesIO(data)) as pdf:
        width = float(pdf.pages[0].obj.MediaBox[2])
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for one in document:
            text = one.get_textpage()
            for index in range(text.count_rects()):
                left, _, right, _ = text.get_rect(index)
                assert left >= 25 / 25.4 * 72 - 2
                assert right <= width - 25 / 25.4 * 72 + 2


def test_the_style_of_a_template_shows() -> None:
    document = pdf_documents.document(1, 2)
    plain_look = write_pdf(document)
    other = write_pdf(replace(document, style=Style(size=12, heading_colour="#aa0000")))
    assert other != plain_look
    with pikepdf.open(BytesIO(other)) as pdf:
        assert b"0.6667 0 0 rg" in pdf.pages[0].Contents.read_bytes()


def test_an_empty_document_is_one_page() -> None:
    document = replace(pdf_documents.document(0, 0), blocks=(), title="", marking="", author="", reference="", date="")
    assert len(page_texts(write_pdf(document))) == 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_written_in_every_place(text: str) -> None:
    assert write_pdf(pdf_documents.with_text(text)).startswith(b"%PDF-")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=60), max_size=8))
def test_printable_text_comes_out_in_order(texts: list[str]) -> None:
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    document = replace(pdf_documents.document(0, 0), blocks=blocks, marking="", reference="", date="")
    from briefing.writers.pdf.fonts import printed

    expected = squeezed("".join(printed(plain(block.inlines)) for block in blocks))
    from pdf_reading import structure

    assert squeezed(structure(write_pdf(document)).text) == expected
