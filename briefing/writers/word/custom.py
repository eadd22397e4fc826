"""Custom document properties: ours beside whatever the house keeps there (a sensitivity label, say)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.writers.word.markup import legal

if TYPE_CHECKING:
    from docx.package import Package

    from briefing.blocks import Document

_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def write_custom_properties(package: Package, document: Document) -> None:
    """Set "Marking" and "Reference", where the document has them, and keep all others."""
    values = {"Marking": legal(document.marking), "Reference": legal(document.reference)}
    root = _kept(package)
    for name, value in values.items():
        for old in list(root):
            if old.get("name", "").casefold() == name.casefold():
                root.remove(old)
        if value:
            numbers = [int(node.get("pid", "1")) for node in root if node.get("pid", "").isdecimal()]
            made = etree.SubElement(root, f"{{{_SPACE}}}property", fmtid=_FORMAT, pid=str(max([1, *numbers]) + 1))
            made.set("name", name)
            etree.SubElement(made, f"{{{_TYPES}}}lpwstr").text = value
    if len(root):
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, data, package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _kept(package: Package) -> etree._Element:
    """The properties there are; their part is taken out, to be written anew."""
    found: etree._Element | None = None
    for identity, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            if not relation.is_external:
                found = _parsed(relation.target_part.blob)
            del package.rels[identity]
    if found is not None and found.tag == f"{{{_SPACE}}}Properties":
        return found
    return etree.fromstring(f'<Properties xmlns="{_SPACE}" xmlns:vt="{_TYPES}"/>')


def _parsed(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
