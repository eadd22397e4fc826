"""The parts of a Word file: the zip with its guards, and its XML with transitional names throughout."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from typing import Self

from lxml import etree

from briefing.errors import SourceDamaged, SourceEncrypted, SourceError, SourceTooLarge
from briefing.readers.sniff import WORD_NAME

MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_MEMBERS = 5_000
# A tree costs some 150 bytes an element; a report of 870 pages has 0.7 million.
MAX_ELEMENTS = 4_000_000
_SMALL = 1_000_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO/IEC 29500-1 Strict has other namespaces for the same names.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
        b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    ),
)
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


class Package:
    """A Word file opened for reading; raises `SourceError` for whatever is wrong with it."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _ZIP_ERRORS as error:
            raise self.damaged("the file is cut off or broken") from error
        try:
            self._guard(len(data))
            self.main = self._main_part()
        except SourceError:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def damaged(self, reason: str) -> SourceDamaged:
        return SourceDamaged(self._path, WORD_NAME, reason)

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part, or None when there is no such part."""
        try:
            data = self._zip.read(name)
        except KeyError:
            return None
        except _ZIP_ERRORS as error:
            raise self.damaged(f"{name} cannot be unpacked") from error
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        elements = data.count(b"<")
        if elements > MAX_ELEMENTS:
            raise SourceTooLarge(self._path, f"{MAX_ELEMENTS:,} XML elements", f"{elements:,}")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(f"{name} is not sound XML") from error

    def related(self, kind: str, fallback: str) -> etree._Element | None:
        """The root of the part that the main part relates to as `kind` ("footnotes"), by its usual name if need be."""
        folder, name = posixpath.split(self.main)
        for relation in self._relations(posixpath.join(folder, "_rels", name + ".rels")):
            if relation.kind == kind:
                return self.part(_inside(folder, relation.target))
        return self.part(posixpath.join(folder, fallback))

    def _guard(self, size: int) -> None:
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise SourceTooLarge(self._path, f"{MAX_MEMBERS:,} parts", f"{len(members):,} parts")
        total = sum(member.file_size for member in members)
        if total > MAX_UNPACKED:
            raise SourceTooLarge(self._path, f"{MAX_UNPACKED // 1_000_000} MB unpacked", f"{total / 1e6:,.0f} MB")
        if total > _SMALL and total > MAX_RATIO * size:
            raise SourceTooLarge(self._path, f"{MAX_RATIO} times the file's size unpacked", f"{total // size:,} times")
        if any(member.flag_bits & 1 for member in members):
            raise SourceEncrypted(self._path, WORD_NAME)

    def _main_part(self) -> str:
        for relation in self._relations("_rels/.rels"):
            if relation.kind == "officeDocument":
                return _inside("", relation.target)
        return "word/document.xml"

    def _relations(self, name: str) -> Iterator[_Relation]:
        root = self.part(name)
        if root is None:
            return
        for element in root.iter(_RELATIONSHIP):
            if element.get("TargetMode") != "External":
                yield _Relation(element.get("Type", "").rsplit("/", 1)[-1], element.get("Target", ""))


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
