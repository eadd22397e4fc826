"""Controls that show a value kept in the document's data: the value is set once, where it is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from briefing.writers.word.markup import legal, w

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.parts.document import DocumentPart

# The store Word itself keeps for a document's own properties (title, creator, subject).
_CORE_PROPERTIES = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_CORE_NAMES = {"title": "title", "creator": "author", "subject": "reference"}
_MAPPING = re.compile(r"""xmlns:([\w.\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LAST_NAME = re.compile(r"(\w+)(?:\[\d+\])?\s*$")
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"


def binding_of(control: etree._Element) -> etree._Element | None:
    """The element that ties a control to a value, where there is one."""
    return control.find(f"{w('sdtPr')}/{w('dataBinding')}")


def binding_key(binding: etree._Element) -> str:
    """The same for all controls that show the same value."""
    return f"{binding.get(w('storeItemID'), '').upper()} {binding.get(w('xpath'), '')}"


def core_name(binding: etree._Element) -> str:
    """Which of our values a control bound to the document's properties shows, or ""."""
    if binding.get(w("storeItemID"), "").upper() != _CORE_PROPERTIES:
        return ""
    found = _LAST_NAME.search(binding.get(w("xpath"), ""))
    return _CORE_NAMES.get(found[1], "") if found else ""


class Stores:
    """The custom XML parts of a document by the id that controls call them by."""

    def __init__(self, main: DocumentPart) -> None:
        self._parts: dict[str, Part] = {}
        for relation in main.rels.values():
            if relation.reltype.endswith("/customXml") and not relation.is_external:
                self._learn(relation.target_part)

    def _learn(self, part: Part) -> None:
        for relation in part.rels.values():
            if relation.reltype.endswith("/customXmlProps") and not relation.is_external:
                root = _parse(relation.target_part.blob)
                if root is not None and root.get(_ITEM_ID):
                    self._parts.setdefault(root.get(_ITEM_ID, "").upper(), part)

    def put(self, binding: etree._Element, value: str) -> bool:
        """Set the value a control is bound to; False when there is no such place."""
        part = self._parts.get(binding.get(w("storeItemID"), "").upper())
        root = _parse(part.blob) if part is not None else None
        if part is None or root is None:
            return False
        spaces = {found[1]: found[2] or found[3] for found in _MAPPING.finditer(binding.get(w("prefixMappings"), ""))}
        try:
            found = root.getroottree().xpath(binding.get(w("xpath"), ""), namespaces=spaces)
        except etree.XPathError:
            return False
        if not isinstance(found, list) or not found or not isinstance(found[0], etree._Element):
            return False
        found[0].text = legal(value)
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return True


def _parse(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
