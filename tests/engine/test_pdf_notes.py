"""Citations as footnotes and endnotes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdf_documents
import pikepdf
import pytest
from pdf_reading import Node, page_texts, structure, unmarked

from briefing.blocks import Cite, Column, Document, Paragraph, Row, Run, SourceEntry, Table
from briefing.model import CitationForm
from briefing.writers.pdf import write_pdf


@pytest.fixture(scope="module")
def document() -> Document:
    return replace(pdf_documents.document(), citation_form=CitationForm.FOOTNOTE)


@pytest.fixture(scope="module")
def written(document: Document) -> bytes:
    return write_pdf(document)


@pytest.fixture(scope="module")
def tree(written: bytes) -> Node:
    return structure(written)


def test_every_marker_has_its_note_behind_it_in_the_tree(tree: Node) -> None:
    references, notes = tree.found("Reference"), tree.found("Note")
    assert len(references) == len(notes) == 64
    for number, (reference, note) in enumerate(zip(references, notes, strict=True), 1):
        assert reference.text == str(number)
        assert note.found("Lbl")[0].text == str(number)
    item = tree.found("LBody")[0]
    assert [child.tag for child in item.children] == ["Reference", "Note"]
    assert notes[0].text == "1River Authority, Monthly bulletin, 2 October 2026, para 3 [1]"


def test_a_note_is_on_the_page_of_its_marker(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as pdf:
        names = [str(one) if index % 2 == 0 else one for index, one in enumerate(pdf.Root.Names.Dests.Names)]
        places = {name: place[0].objgen for name, place in zip(names[::2], names[1::2], strict=True)}
    cites = [name for name in places if name.startswith("cite-")]
    assert len(cites) == 64
    assert all(places[name] == places[f"note-{name}"] for name in cites)


def test_links_lead_there_and_back(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as pdf:
        places = {str(one) for one in list(pdf.Root.Names.Dests.Names)[::2]}
        links = [one for page in pdf.pages for one in page.obj.get("/Annots", []) if "/Dest" in one]
        targets = {str(one.Dest) for one in links}
    assert targets <= places
    assert {"note-cite-1", "cite-1", "source-1", "note-cite-64"} <= targets
    assert unmarked(written) == ""


def test_the_same_bytes_again(document: Document, written: bytes) -> None:
    assert write_pdf(document) == written


def test_a_note_longer_than_a_page_and_notes_in_a_table_cell() -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    cites = tuple(Cite(1, f"para {number}", "source-1", f"cite-{number}") for number in range(4))
    inlines = (Run("One "), cites[0], Run(" "), cites[1], Run(" two."))
    blocks = (
        Paragraph(inlines),
        Table("T", (Column("A", 1.0),), (Row(((Run("cell "), cites[2], cites[3]),)),), ""),
        SourceEntry(1, (Run(words),), "source-1", tuple(cite.back for cite in cites)),
    )
    whole = replace(pdf_documents.document(0, 0), blocks=blocks, citation_form=CitationForm.FOOTNOTE)
    data = write_pdf(whole)
    tree = structure(data)
    assert [note.text.count("word1499") for note in tree.found("Note")] == [1, 1, 1, 1]
    assert tree.found("TD")[0].text.startswith("cell3")
    assert "".join(page_texts(data)).count("word777") == 5
    assert tree.found("P")[0].text.startswith("One1")


def test_endnotes_stand_in_a_list_at_the_end() -> None:
    tree = structure(write_pdf(replace(pdf_documents.document(), citation_form=CitationForm.ENDNOTE)))
    assert tree.found("Note") == []
    notes = tree.found("L")[-1]
    assert len(notes.children) == 64
    assert notes.children[63].found("Lbl")[0].text == "64"
    assert tree.children[-2].text == "Notes"
