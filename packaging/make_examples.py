"""Makes the two binary example documents from the plain texts in `example-texts/`.

    python packaging/make_examples.py [FOLDER]      (default: briefing/examples/documents)

The same text always gives the same document: the dates are the texts' own, and the archive's times are fixed.
A text has `key: value` lines, an empty line, and then blocks with empty lines between them: "# heading", "- item",
"| table row |" lines under a "Table: caption" line, "[^1]: footnote", "---" for a new page, or a paragraph.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

TEXTS = Path(__file__).parent / "example-texts"
EXAMPLES = Path(__file__).parent.parent / "briefing" / "examples" / "documents"
INVENTED = "Invented example text: the people, the events and the figures are made up."
WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a text. `kind` is "heading", "item", "table", "note", "break" or "paragraph"."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    title: str
    author: str
    published: datetime
    language: str
    head: str
    blocks: tuple[Block, ...]


def read(name: str) -> Text:
    """The text of that name, taken apart."""
    head, _, body = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    blocks = tuple(block for chunk in body.strip().split("\n\n") for block in _blocks(chunk))
    published = datetime.fromisoformat(facts["published"]).replace(hour=9, tzinfo=UTC)
    return Text(facts["title"], facts["author"], published, facts["language"], facts.get("head", ""), blocks)


def _blocks(chunk: str) -> tuple[Block, ...]:
    lines = chunk.splitlines()
    if chunk == "---":
        return (Block("break"),)
    if chunk.startswith("#"):
        marks, _, text = chunk.partition(" ")
        return (Block("heading", text, level=len(marks)),)
    if chunk.startswith("Table: "):
        rows = tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[1:])
        return (Block("table", lines[0].removeprefix("Table: "), rows=rows),)
    if chunk.startswith("- "):
        return tuple(Block("item", line.removeprefix("- ")) for line in lines)
    if chunk.startswith("[^1]: "):
        return (Block("note", chunk.removeprefix("[^1]: ")),)
    return (Block("paragraph", chunk),)


def word(text: Text) -> bytes:
    """The text as a Word document with headings, a list, a table and a real footnote."""
    from docx import Document

    document = Document()
    facts = document.core_properties
    facts.title, facts.author, facts.comments = text.title, text.author, INVENTED
    facts.created = facts.modified = text.published
    facts.language, facts.last_modified_by = text.language, text.author
    document.sections[0].footer.paragraphs[0].text = INVENTED
    for block in text.blocks:
        _add_to_word(document, block)
    _add_publication_date(document, text.published)
    notes = tuple(block.text for block in text.blocks if block.kind == "note")
    if notes:
        _add_footnotes(document, notes)
    raw = BytesIO()
    document.save(raw)
    return _with_fixed_times(raw.getvalue())


def _add_to_word(document: WordDocument, block: Block) -> None:
    if block.kind == "heading":
        document.add_heading(block.text, level=block.level)
    elif block.kind == "table":
        document.add_paragraph(block.text, style="Caption")
        table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
        for row in block.rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = value
    elif block.kind in {"item", "paragraph"}:
        before, mark, after = block.text.partition("[^1]")
        paragraph = document.add_paragraph(before, style="List Bullet" if block.kind == "item" else None)
        if mark:
            _add_footnote_mark(paragraph, 1)
            paragraph.add_run(after)


def _add_footnote_mark(paragraph: WordParagraph, number: int) -> None:
    from docx.oxml import parse_xml

    run = paragraph.add_run()
    run.font.superscript = True
    run._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{WORD_NAMESPACE}" w:id="{number}"/>'))


def _add_footnotes(document: WordDocument, notes: tuple[str, ...]) -> None:
    """Adds the footnotes part by hand: python-docx has none (Word wants the two separators beside the notes)."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, kind, tag in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    texts = tuple(f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r>' for note in notes)
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p>{mark}{text}</w:p></w:footnote>'
        for number, text in enumerate(texts, start=1)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{WORD_NAMESPACE}">{separators}{written}</w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _add_publication_date(document: WordDocument, published: datetime) -> None:
    """States the date as the custom property "Date published": the date of the file says nothing about it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    # The format identifier is the one Office itself gives to custom properties.
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{office}/custom-properties"'
        f' xmlns:vt="{office}/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2"'
        f' name="Date published"><vt:filetime>{published:%Y-%m-%dT%H:%M:%SZ}</vt:filetime></property></Properties>'
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    package = document.part.package
    package.relate_to(
        Part(PackURI("/docProps/custom.xml"), kind, xml.encode(), package), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    )


def _with_fixed_times(data: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(made, "w", ZIP_DEFLATED) as fixed:
        for entry in given.infolist():
            plain = ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            plain.compress_type, plain.create_system, plain.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            fixed.writestr(plain, given.read(entry))
    return made.getvalue()


def pdf(text: Text) -> bytes:
    """The text as a PDF with a running head, page numbers and a table.

    Set in Helvetica, which every PDF reader has, so the text keeps to Windows-1252. Pages are not compressed, so the
    bytes do not depend on a zlib version.
    """
    from reportlab.platypus import SimpleDocTemplate

    def decorate(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setDateFormatter(lambda *_: text.published.strftime("D:%Y%m%d%H%M%SZ"))
        canvas.setSubject(INVENTED)
        canvas.setFont("Helvetica", 8)
        width, height = document.pagesize
        canvas.drawString(document.leftMargin, height - 40, text.head)
        canvas.drawString(document.leftMargin, 34, INVENTED)
        canvas.drawRightString(width - document.rightMargin, 34, f"Page {document.page}")

    made = BytesIO()
    document = SimpleDocTemplate(
        made, title=text.title, author=text.author, lang=text.language, invariant=1, pageCompression=0, topMargin=70
    )
    document.build([_flowable(block) for block in text.blocks], onFirstPage=decorate, onLaterPages=decorate)
    return made.getvalue()


def _flowable(block: Block) -> Flowable:
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import KeepTogether, PageBreak, Paragraph, Table

    styles = getSampleStyleSheet()
    body = ParagraphStyle("text", parent=styles["BodyText"], fontSize=10.5, leading=14, spaceAfter=7)
    if block.kind == "break":
        return PageBreak()
    if block.kind == "heading":
        return Paragraph(escape(block.text), styles[f"Heading{block.level}"])
    if block.kind == "table":
        grid = Table(block.rows, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "#808080")], spaceAfter=12)
        return KeepTogether([Paragraph(escape(block.text), styles["Italic"]), grid])
    return Paragraph(re.sub(r"\[\^\d\]", "", escape(block.text)), body)


def make(folder: Path) -> None:
    """Writes both documents into the folder."""
    statement, report = read("transport-ministry-statement"), read("danube-commission-report")
    (folder / "2026-10-12-transport-ministry-statement.docx").write_bytes(word(statement))
    (folder / "2026-10-16-danube-commission-report.pdf").write_bytes(pdf(report))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if sys.argv[1:] else EXAMPLES)
