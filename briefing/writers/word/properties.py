"""What the file says of itself: title, author, language, dates. Never the clock."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.blocks import Heading
from briefing.writers.word.markup import legal

if TYPE_CHECKING:
    from docx.package import Package

    from briefing.blocks import Document

_LONGEST = 255
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 (Word's own properties carry no zone here)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Briefing Desk</Application><DocSecurity>0</DocSecurity></Properties>"
)


def moment(date: str) -> datetime:
    """Midnight of an ISO 8601 date, possibly reduced, or a fixed day where there is none."""
    found = _ISO_DATE.match(date)
    if found is None:
        return _EPOCH
    try:
        return datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1))  # noqa: DTZ001
    except ValueError:
        return _EPOCH


def write_properties(package: Package, document: Document) -> None:
    """Set the core properties, all of them, and replace the application's."""
    core = package.core_properties
    core.title = _short(document.title)
    core.subject = _short(document.reference)
    core.author = _short(document.author)
    core.last_modified_by = _short(document.author)
    core.language = _short(document.language)
    core.category = "Briefing"
    core.keywords = _keywords(document)
    core.comments = ""
    core.content_status = ""
    core.identifier = ""
    core.version = ""
    core.revision = 1
    core.created = core.modified = moment(document.date)
    for identity, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            del package.rels[identity]
    part = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APP.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def _short(text: str) -> str:
    return " ".join(legal(text).split())[:_LONGEST]


def _keywords(document: Document) -> str:
    """The marking and the main headings: what a search in a document store should find the file by."""
    words = [document.marking] + [
        block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ]
    return _short("; ".join(dict.fromkeys(word for word in words if word)))
