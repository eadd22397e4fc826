"""Content controls: places to write in, and values that stand in several places at once.

The values (title, marking, date, reference, author) live in one custom XML part; every control that shows one is bound
to it, so that who corrects the title on page one corrects it in the header too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from briefing.writers.word.markup import add, add_run, legal

if TYPE_CHECKING:
    from briefing.blocks import Document

NAMESPACE = "urn:briefing-desk:values:1"
STORE_ID = "{2C7D5E9A-0B64-4F31-8E1C-93A7D5F0B826}"
_LABELS = {
    "title": "Title",
    "marking": "Handling marking",
    "date": "Date",
    "reference": "Reference",
    "author": "Author",
}


@dataclass(slots=True)
class Controls:
    """Makes content controls with ids of their own, counted on from `next_id`."""

    next_id: int = 1001
    taken: frozenset[int] = frozenset()

    def _properties(self, parent: etree._Element, tag: str, label: str) -> etree._Element:
        properties = add(parent, "sdtPr")
        add(properties, "alias", val=label)
        add(properties, "tag", val=legal(tag)[:64])
        while self.next_id in self.taken:
            self.next_id += 1
        add(properties, "id", val=self.next_id)
        self.next_id += 1
        return properties

    def put_value(self, paragraph: etree._Element, key: str, value: str, style: str = "") -> None:
        """Append a control that is bound to the value called `key`."""
        control = add(paragraph, "sdt")
        properties = self._properties(control, key, _LABELS[key])
        add(
            properties,
            "dataBinding",
            prefixMappings=f"xmlns:b='{NAMESPACE}'",
            xpath=f"/b:values[1]/b:{key}[1]",
            storeItemID=STORE_ID,
        )
        add(properties, "text")
        add_run(add(control, "sdtContent"), value, style)

    def start_block(self, parent: etree._Element, tag: str, label: str) -> etree._Element:
        """Append a control around whole paragraphs, showing a prompt; returns the place for them."""
        control = add(parent, "sdt")
        properties = self._properties(control, tag, label)
        add(properties, "showingPlcHdr")
        return add(control, "sdtContent")


def values_of(document: Document) -> dict[str, str]:
    """The document's values by key, cleaned."""
    return {
        "title": legal(document.title),
        "marking": legal(document.marking),
        "date": legal(document.date),
        "reference": legal(document.reference),
        "author": legal(document.author),
    }


def values_xml(document: Document) -> bytes:
    """The custom XML part the controls are bound to."""
    root = etree.fromstring(f'<values xmlns="{NAMESPACE}"/>')
    for key, value in values_of(document).items():
        etree.SubElement(root, f"{{{NAMESPACE}}}{key}").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
