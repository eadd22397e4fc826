"""Files inside the PDF."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pdf_documents
import pikepdf
import pytest

from briefing import pipeline
from briefing.blocks import LedgerEntry
from briefing.cli import main
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


def test_the_command_line_packs_evidence_and_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "bericht ä.txt", tmp_path / "out.pdf"
    source.write_text("Kenya said on 3 March 2026 that 4,500 people had returned to the delta.\n", encoding="utf-8")
    assert main(["build", str(source), "--pack-sources", "--output", str(out)]) == 0
    with pikepdf.open(out) as pdf:
        found = {one.filename: one.get_file().read_bytes() for one in pdf.attachments.values()}
    assert list(found) == ["evidence.csv", "source-01 bericht ä.txt"]
    assert found["source-01 bericht ä.txt"] == source.read_bytes()
    assert "4,500" in found["evidence.csv"].decode()
    assert main(["build", str(source), "--pack", "--output", str(out)]) == 0
    with pikepdf.open(out) as pdf:
        assert [one.filename for one in pdf.attachments.values()] == ["evidence.csv"]
    assert main(["build", str(source), "--pack", "--output", str(tmp_path / "out.docx")]) == 2
    assert "--pack" in capsys.readouterr().err


def test_a_source_that_is_gone_or_changed_is_told_and_left_out(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("kept", "gone", "changed", "frozen")]
    for path in paths:
        path.write_text(f"Kenya said on 3 March 2026 that 4,500 people had returned, {path.stem}.\n", encoding="utf-8")
    loaded = pipeline.read_sources([str(path) for path in paths])
    briefing = pipeline.compose(pipeline.analyse(loaded.sources), "situation-report")
    frozen = {loaded.sources[3].id: paths[3].read_bytes()}
    paths[1].unlink()
    paths[2].write_text("Another text.", encoding="utf-8")
    paths[3].unlink()
    problems = pipeline.export(briefing, tmp_path / "out.pdf", pack=pipeline.Pack(sources=True, frozen=frozen))
    assert sorted(Path(problem.path).name for problem in problems) == ["changed.txt", "gone.txt"]
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert [one.filename for one in pdf.attachments.values()] == [
            "evidence.csv",
            "source-01 kept.txt",
            "source-04 frozen.txt",
        ]
