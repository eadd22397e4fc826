"""The table of contents of a long document, and the labels of the pages."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdf_documents
import pikepdf
import pytest
from pdf_expected import Expected, leaves, said
from pdf_reading import page_texts, structure

from briefing.blocks import Heading
from briefing.model import CitationForm
from briefing.writers.pdf import write_pdf


@pytest.mark.parametrize("form", [CitationForm.BRACKET, CitationForm.FOOTNOTE])
def test_a_long_document_lists_its_headings_with_their_pages(form: CitationForm) -> None:
    whole = replace(pdf_documents.document(16, 40), citation_form=form)
    data = write_pdf(whole)
    texts, tree = page_texts(data), structure(data)
    (contents,) = tree.found("TOC")
    entries = [said(entry.text).rsplit(" ", 1) for entry in contents.found("TOCI")]
    assert [title for title, _ in entries] == [one.text for one in whole.blocks if isinstance(one, Heading)]
    for title, page in entries:
        on = [number for number, text in enumerate(texts, 1) if f"\n{title}\r" in f"\n{text}\r"]
        assert int(page) in on
    assert all(entry.links == 2 for entry in contents.found("Link"))
    assert [child.tag for child in tree.children].index("TOC") == 5
    assert list(leaves(tree)) == Expected(whole).leaves()


def test_a_short_document_has_none() -> None:
    assert structure(write_pdf(pdf_documents.document(2, 10))).found("TOC") == []


def test_a_heading_longer_than_a_line_is_cut_in_the_list_and_whole_in_the_links_hint() -> None:
    long = " ".join(["Rather"] * 60)
    whole = pdf_documents.document(16, 40)
    blocks = tuple(replace(one, text=long) if isinstance(one, Heading) else one for one in whole.blocks)
    data = write_pdf(replace(whole, blocks=blocks))
    entry = structure(data).found("TOCI")[0]
    assert "…" in entry.text
    with pikepdf.open(BytesIO(data)) as pdf:
        hints = [str(link.Contents) for page in pdf.pages for link in page.obj.get("/Annots", [])]
    assert any(hint.startswith(f"{long}, page ") for hint in hints)


def test_pages_are_labelled_from_one() -> None:
    with pikepdf.open(BytesIO(write_pdf(pdf_documents.document(2, 10)))) as pdf:
        assert [page.label for page in pdf.pages] == [str(number + 1) for number in range(len(pdf.pages))]
