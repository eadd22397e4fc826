"""Files that travel inside the PDF: the ledger of the evidence, the frozen sources (ISO 19005-3)."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.blocks import Document, LedgerEntry
from briefing.errors import SourceChanged, SourceError, SourceMissing, SourceUnreadable
from briefing.model import Source
from briefing.writers.pdf.metadata import pdf_date

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to attach: its name, bytes, media type and what it is in words."""

    name: str
    data: bytes
    media_type: str
    description: str


def ledger_attachment(document: Document) -> Attachment:
    """The evidence ledger as CSV (RFC 4180, UTF-8): every citation with its place and the source's own characters."""
    names = [field.name for field in fields(LedgerEntry)]
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    for entry in document.ledger:
        writer.writerow(["" if getattr(entry, name) is None else getattr(entry, name) for name in names])
    return Attachment("evidence.csv", out.getvalue().encode(), "text/csv", "Every citation with its source's own words")


@dataclass(frozen=True, slots=True)
class Packed:
    """The files of an evidence pack, and which sources could not be packed."""

    attachments: tuple[Attachment, ...]
    errors: tuple[SourceError, ...] = ()


def evidence_pack(document: Document, sources: Sequence[Source], frozen: Mapping[str, bytes]) -> Packed:
    """The ledger and the sources' files, byte for byte as read: from `frozen` by id, else from their paths."""
    found, errors = [ledger_attachment(document)], []
    for number, source in enumerate(sources, 1):
        try:
            data = frozen[source.id] if source.id in frozen else _read_again(source)
        except SourceError as error:
            errors.append(error)
            continue
        said = f"Source: {source.title or source.name}"
        found.append(Attachment(f"source-{number:02d} {source.name}", data, source.media_type or UNKNOWN_TYPE, said))
    return Packed(tuple(found), tuple(errors))


def _read_again(source: Source) -> bytes:
    try:
        data = Path(source.path).read_bytes()
    except FileNotFoundError as error:
        raise SourceMissing(source.path) from error
    except OSError as error:
        raise SourceUnreadable(source.path, error.strerror or str(error)) from error
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise SourceChanged(source.path)
    return data


def attach(pdf: Pdf, attachments: Sequence[Attachment], document: Document) -> None:
    """Attaches the files, each as data that the document was made from."""
    from pikepdf import Array, Dictionary, String

    if not attachments:
        return
    named = {
        f"{number:03d} {one.name}": _specification(pdf, one, document) for number, one in enumerate(attachments, 1)
    }
    pairs = [part for name in sorted(named) for part in (String(name), named[name])]
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=Array(pairs)))
    pdf.Root.AF = Array(list(named.values()))


def _specification(pdf: Pdf, one: Attachment, document: Document) -> Object:
    from pikepdf import Dictionary, Name, String

    checksum = hashlib.md5(one.data, usedforsecurity=False).digest()  # what the format asks for (7.11.4)
    about = Dictionary(Size=len(one.data), CheckSum=String(checksum))
    if pdf_date(document):
        about.ModDate = String(pdf_date(document))
    stream = pdf.make_stream(one.data)
    stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{one.media_type}")
    stream.Params = about
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(one.name),
            UF=String(one.name),
            EF=Dictionary(F=stream, UF=stream),
            Desc=String(one.description),
            AFRelationship=Name.Source,
        )
    )
