"""What a file is, told by its content first and by its ending only where the content leaves it open."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from briefing.errors import SourceDamaged, SourceEncrypted, SourceNotSupported
from briefing.readers.charset import marked_encoding, silent_utf16


class Kind(StrEnum):
    """The types there are readers for."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    WEB = "text/html"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


WORD_NAME = "Word document"
PDF_NAME = "PDF"

_PDF_HEADER = re.compile(rb"%PDF-\d")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
_WEB_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}
_MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"II+\x00", "picture"),
    (b"8BPS", "picture"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"\x00\x00\x00\x0cjP  ", "picture"),
    (b"{\\rtf", "RTF document"),
    (b"%!PS", "PostScript file"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"ID3", "sound recording"),
    (b"OggS", "sound recording"),
    (b"fLaC", "sound recording"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"SQLite format 3\x00", "database"),
    (b"\x7fELF", "program"),
)
_OLE_STREAMS = (
    ("WordDocument", "Word 97-2003 document (.doc)"),
    ("Workbook", "spreadsheet"),
    ("PowerPoint Document", "presentation"),
    ("__substg1.0_", "Outlook message"),
)
_MARKUP_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<", re.DOTALL)
_PAGE_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:p|div|h[1-6]|span|br|table|article|main|section|a|title|meta|ul)\b[^<>]*>", re.IGNORECASE)
_PICTURE_TAG = re.compile(r"<svg\b", re.IGNORECASE)


def sniff(data: bytes, suffix: str, path: str) -> Kind:
    """The type of a file that holds something; raises the `SourceError` that says why there is no reader for it."""
    suffix = suffix.lower()
    if _PDF_HEADER.search(data[:1024]):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data, suffix, path)
    if data.startswith(_OLE):
        raise _ole_error(data, suffix, path)
    foreign = _foreign(data)
    if foreign:
        raise SourceNotSupported(path, foreign)
    binary = _binary(data)
    if not binary:
        markup = _markup(data, suffix, path)
        if markup:
            return markup
    if suffix in _WORD_SUFFIXES:
        raise SourceDamaged(path, WORD_NAME, "it is not in Word's file format")
    if suffix == ".pdf":
        raise SourceDamaged(path, PDF_NAME, "it does not begin like a PDF")
    if binary:
        raise SourceNotSupported(path, "binary file")
    return Kind.MARKDOWN if suffix in _MARKDOWN_SUFFIXES else Kind.PLAIN


def _zip_kind(data: bytes, suffix: str, path: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        if suffix in _WORD_SUFFIXES or b"word/" in data[:4096]:
            raise SourceDamaged(path, WORD_NAME, "the file is cut off or broken") from error
        raise SourceNotSupported(path, "archive") from error
    if "word/document.xml" in names:
        return Kind.WORD
    for folder, kind in (("xl/", "spreadsheet"), ("ppt/", "presentation")):
        if any(name.startswith(folder) for name in names):
            raise SourceNotSupported(path, kind)
    if "[Content_Types].xml" in names:
        return Kind.WORD
    if suffix in _WORD_SUFFIXES:
        raise SourceDamaged(path, WORD_NAME, "there is no document in it")
    if "META-INF/container.xml" in names:
        raise SourceNotSupported(path, "e-book")
    if "mimetype" in names and "content.xml" in names:
        raise SourceNotSupported(path, "OpenDocument file")
    raise SourceNotSupported(path, "archive")


def _ole_error(data: bytes, suffix: str, path: str) -> SourceEncrypted | SourceNotSupported:
    """Old Office files and encrypted new ones share a container; the stream names (in UTF-16) tell them apart."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return SourceEncrypted(path, WORD_NAME if suffix in _WORD_SUFFIXES else "Office document")
    for stream, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return SourceNotSupported(path, kind)
    return SourceNotSupported(path, "old Office document")


def _foreign(data: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"RIFF"):
        return "picture" if data[8:12] == b"WEBP" else "sound recording or film"
    if data[4:8] == b"ftyp":
        return "picture" if data[8:12] in {b"heic", b"heix", b"mif1", b"avif", b"heif"} else "film"
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "picture"
    return ""


def _binary(data: bytes) -> bool:
    """Whether the start of the file has bytes that no text has."""
    if marked_encoding(data) or silent_utf16(data):
        return False
    head = data[:8192]
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1a\x1b")
    return head.count(0) > 0.001 * len(head) or controls > 0.05 * len(head)


def _markup(data: bytes, suffix: str, path: str) -> Kind | None:
    encoding = marked_encoding(data) or silent_utf16(data) or "latin-1"
    head = data[:16384].decode(encoding, "replace").lstrip("\ufeff\xef\xbb\xbf")
    if head.lstrip().lower().startswith(("mime-version:", "from: <saved by")) and "multipart/related" in head:
        raise SourceNotSupported(path, "web archive (.mht)")
    if not _MARKUP_START.match(head):
        return Kind.WEB if suffix in _WEB_SUFFIXES and _ANY_TAG.search(head) else None
    if _PAGE_TAG.search(head) or (suffix in _WEB_SUFFIXES and _ANY_TAG.search(head)):
        return Kind.WEB
    if _PICTURE_TAG.search(head):
        raise SourceNotSupported(path, "picture")
    if head.lstrip().startswith("<?xml"):
        raise SourceNotSupported(path, "XML file")
    return None
