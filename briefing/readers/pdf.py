"""PDF files with a text layer, through pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from briefing.errors import SourceDamaged, SourceEncrypted, SourceTooLarge, SourceWithoutText
from briefing.readers.builder import Document, Metadata, join_blocks, one_line
from briefing.readers.particulars import language_tag
from briefing.readers.pdf_furniture import without_furniture
from briefing.readers.pdf_lines import Line, page_lines
from briefing.readers.pdf_paragraphs import blocks, largest_text
from briefing.readers.sniff import PDF_NAME
from briefing.readers.titles import person, plausible_title

MAX_PAGES = 10_000
_LANGUAGE_LENGTH = 64


def read(data: bytes, path: str) -> Document:
    """The document in the bytes of a PDF file."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise SourceEncrypted(path, PDF_NAME) from error
        raise SourceDamaged(path, PDF_NAME, "it cannot be opened") from error
    try:
        count = len(file)
        if count > MAX_PAGES:
            raise SourceTooLarge(path, f"{MAX_PAGES:,} pages", f"{count:,} pages")
        pages = list(_pages(file, path))
        stated = _stated(file)
    finally:
        file.close()
    if not any(character.isalnum() for page in pages for line in page for character in line.text):
        raise SourceWithoutText(path, PDF_NAME, count)
    kept = without_furniture(pages)
    if not any(kept):
        kept = [list(page) for page in pages]
    title = stated.title or one_line(largest_text(kept))
    metadata = Metadata(title=title, author=stated.author, language=stated.language)
    return join_blocks(blocks(kept), metadata, count)


def _pages(file: pypdfium2.PdfDocument, path: str) -> Iterator[Sequence[Line]]:
    """The lines of each page. A page that cannot be read is no blank page: better no source than one with a hole."""
    for number in range(1, len(file) + 1):
        try:
            page = file[number - 1]
        except pypdfium2.PdfiumError as error:
            raise SourceDamaged(path, PDF_NAME, f"page {number} cannot be read") from error
        try:
            yield page_lines(page, number)
        except pypdfium2.PdfiumError as error:
            raise SourceDamaged(path, PDF_NAME, f"page {number} cannot be read") from error
        finally:
            page.close()


def _stated(file: pypdfium2.PdfDocument) -> Metadata:
    """What the file's properties state and can be believed; its dates are those of the file, not of publication."""
    stated = file.get_metadata_dict()
    return Metadata(
        title=plausible_title(stated.get("Title", "")),
        author=person(stated.get("Author", "")),
        language=_language(file),
    )


def _language(file: pypdfium2.PdfDocument) -> str:
    buffer = (ctypes.c_ushort * _LANGUAGE_LENGTH)()
    size = pdfium.FPDFCatalog_GetLanguage(file, buffer, ctypes.sizeof(buffer))
    if not 2 < size <= ctypes.sizeof(buffer):
        return ""
    return language_tag(bytes(buffer)[: size - 2].decode("utf-16-le", "replace"))
