"""Files inside the PDF."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pdf_documents
import pikepdf

from briefing.blocks import LedgerEntry
from briefing.writers.pdf import Attachment, ledger_attachment, write_pdf

ENTRY = LedgerEntry("l_s1_0_9", 1, "s1", "a, b.txt", "0" * 64, 0, 9, 3, None, 'He said “no”,\nand "yes".')


def test_attachments_come_back_as_they_went_in() -> None:
    document = replace(pdf_documents.document(1, 1), ledger=(ENTRY,))
    files = (ledger_attachment(document), Attachment("Quelle ä.txt", b"\x00text", "text/plain", "A source"))
    data = write_pdf(document, files)
    assert data == write_pdf(document, files)
    with pikepdf.open(BytesIO(data)) as pdf:
        found = {one.filename: one.get_file().read_bytes() for one in pdf.attachments.values()}
        assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Source", "/Source"]
        assert b"<pdfaid:part>3</pdfaid:part>" in pdf.Root.Metadata.read_bytes()
    assert found == {one.name: one.data for one in files}


def test_the_ledger_is_a_table_of_every_citation() -> None:
    document = replace(pdf_documents.document(1, 1), ledger=(ENTRY, ENTRY))
    rows = list(csv.DictReader(StringIO(ledger_attachment(document).data.decode(), newline="")))
    assert len(rows) == 2
    assert rows[0]["quote"] == ENTRY.quote
    assert rows[0]["name"] == "a, b.txt"
    assert rows[0]["page"] == ""


def test_without_attachments_it_is_pdf_a_2() -> None:
    with pikepdf.open(BytesIO(write_pdf(pdf_documents.document(1, 1)))) as pdf:
        assert b"<pdfaid:part>2</pdfaid:part>" in pdf.Root.Metadata.read_bytes()
        assert "/AF" not in pdf.Root
