"""veraPDF on what is shipped: PDF/UA-1 and PDF/A-2a, with attachments PDF/A-3a. One run of Java for all of it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pdf_documents
import pikepdf
import pytest
from pdf_letterhead import letterhead

from briefing import examples, pipeline
from briefing.blocks import (
    ChartPoint,
    Cite,
    Document,
    Heading,
    Paragraph,
    Run,
    SourceEntry,
    ranges_chart,
    timeline_chart,
)
from briefing.model import CitationForm, Request
from briefing.writers.pdf import Attachment, ledger_attachment, write_pdf

SHARED = Path(__file__).resolve().parents[3] / "shared"
VERACHECK = SHARED / "tools" / "veracheck.py"
REQUEST = Request(title="A matter", date="2026-10-22", marking="OFFICIAL", addressee="The Minister", author="Unit 4")
HOUSE_FONTS = ("Calibri", "Cambria", "Arial", "Times New Roman")
SCRIPTS = (
    "Latin: Łódź, Türkiye, Đà Nẵng. Greek: Υπουργείο Εξωτερικών. Cyrillic: Міністерство закордонних справ.",
    "قال وزير الخارجية: «نحن ندعو إلى وقف إطلاق النار فوراً»، وأضاف أن 1,250 شخصاً غادروا.",
    'משרד החוץ (ירושלים) מסר: "אין שינוי במדיניות" ב-3 בנובמבר 2026.',
    "विदेश मंत्रालय ने कहा कि क्षेत्रीय सुरक्षा प्राथमिकता है।",
    "กระทรวงการต่างประเทศแถลงว่าไม่มีการเปลี่ยนแปลงนโยบาย",
    "外交部发言人表示，中方一贯主张对话。外務省は「状況を注視している」と述べた。",
    "외교부는 상황을 예의주시하고 있다고 밝혔다. Հայաստան საქართველო ኢትዮጵያ",
    "বাংলাদেশ சென்னை తెలుగు ಕನ್ನಡ മലയാളം සිංහල ລາວ မြန်မာ ខ្មែរ ગુજરાતી ਪੰਜਾਬੀ ଓଡ଼ିଆ and 🙂, which no font has.",
)


def _every_script() -> Document:
    blocks = (Heading(1, "Scripts", "s1"), *(Paragraph((Run(text),)) for text in SCRIPTS))
    return replace(pdf_documents.document(0, 0), blocks=(pdf_documents.title(), *blocks))


def _charts() -> Document:
    values = (ChartPoint("Ministry", "1,240", 1240, 1240), ChartPoint("Union", "at least 1,500", 1500, None))
    days = (ChartPoint("3 March 2026", "The dam is closed.", day="2026-03-03"),)
    cite = Cite(1, "para 3", "source-1", "cite-1")
    charts = (ranges_chart("Dead", values, (Run("Source: "), cite), 1), timeline_chart("Dates", days, (), 2))
    entry = SourceEntry(1, (Run("Bulletin."),), "source-1", ("cite-1",))
    return replace(pdf_documents.document(0, 0), blocks=(pdf_documents.title(), *charts, entry))


def _built(sources: list[str], name: str) -> dict[str, bytes]:
    """A briefing in every shipped template."""
    analysis = pipeline.analyse(pipeline.read_sources(sources).sources)
    return {
        f"{name}-{template.name}": pipeline.render(pipeline.compose(analysis, template, REQUEST), ".pdf")
        for template in pipeline.templates()
    }


def _written() -> dict[str, bytes]:
    """Documents made block by block, in each form of citation."""
    every = pdf_documents.document(2, 60)
    note = Document("Note", "en-GB", "", "", "", "", (Paragraph((Run("One line."),)),))
    made = {f"every-block-{form}": write_pdf(replace(every, citation_form=form)) for form in CitationForm}
    many = replace(pdf_documents.document(12, 120), citation_form=CitationForm.FOOTNOTE)
    made |= {"one-line": write_pdf(note), "scripts": write_pdf(_every_script()), "many-notes": write_pdf(many)}
    made |= {f"house-{font}": write_pdf(every, (), letterhead(font=font, heading_font=font)) for font in HOUSE_FONTS}
    made["house-scripts"] = write_pdf(_every_script(), (), letterhead(font="Cambria"))
    return made | {"house": write_pdf(every, (), letterhead()), "charts": write_pdf(_charts())}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("standards")
    made = _built([str(path) for path in examples.paths()], "examples") | _built([str(SHARED / "sources")], "news")
    made |= _written()
    document = pdf_documents.document(1, 10)
    source = Attachment("source ä.txt", b"text", "text/plain", "A source")
    made["attached"] = write_pdf(document, (ledger_attachment(document), source))
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return {name: folder / f"{name}.pdf" for name in made}


def verdicts(flavours: str, paths: list[Path]) -> str:
    command = [sys.executable, str(VERACHECK), flavours, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600).stdout


def test_every_file_is_accessible_and_fit_for_the_archive(files: dict[str, Path]) -> None:
    plain = [path for name, path in files.items() if name != "attached"]
    said = verdicts("ua1,2a", plain)
    assert len(re.findall(r"^PASS (?:ua1|2a) ", said, re.MULTILINE)) == 2 * len(plain), said
    assert len(plain) >= 2 * 6 + len(CitationForm) + len(HOUSE_FONTS) + 2


def test_a_file_with_attachments_is_pdf_a_3(files: dict[str, Path]) -> None:
    said = verdicts("ua1,3a", [files["attached"]])
    assert len(re.findall(r"^PASS (?:ua1|3a) ", said, re.MULTILINE)) == 2, said


def test_the_checker_sees_a_fault(files: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(files["one-line"]) as pdf:
        del pdf.Root.MarkInfo
        pdf.save(broken)
    assert "FAIL ua1" in verdicts("ua1", [broken])
