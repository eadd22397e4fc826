"""The Word package: a clean default one to start from, and bytes that are the same every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from briefing.writers.word.look import bullets_element, word_font
from briefing.writers.word.markup import add, element, w
from briefing.writers.word.settings import fresh_settings
from briefing.writers.word.styles import StyleSheet, own_styles

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from briefing.blocks import Document
    from briefing.model import PageSetup, Style

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
# Left behind by whoever made the file before: a picture of other content, other programs' toolbars, old styles.
_STALE = ("thumbnail", "stylesWithEffects", "customXml", "webSettings", "extended-properties", "custom-properties")
_SIZES_MM = {
    "a3": (297.0, 420.0),
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
}
_FACES = {
    "Arial": ("020B0604020202020204", "swiss", "Helvetica"),
    "Times New Roman": ("02020603050405020304", "roman", "Liberation Serif"),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A package ready to be written into: its main part, styles by name, and the section the text goes into."""

    package: Package
    main: DocumentPart
    sheet: StyleSheet
    body: etree._Element
    section: etree._Element


def default_package(document: Document) -> Opened:
    """python-docx's own default file with everything replaced that makes a document look generated or old."""
    package = Package.open(str(Path(docx.__file__).parent / "templates" / "default.docx"))
    main = package.main_document_part
    drop_relations(package, main, _STALE)
    style = document.style
    bullets = main.numbering_part.element
    _replace_children(bullets, bullets_element())
    sheet = own_styles(main.styles.element, style, document.language or "en-GB", lambda: 1)
    _replace_children(main.settings.element, fresh_settings(document.language or "en-GB"))
    _replace_fonts(main, style)
    body = main.element.body
    section = body.find(w("sectPr"))
    _set_page(section, document.page)
    return Opened(package, main, sheet, body, section)


def drop_relations(package: Package, main: DocumentPart, kinds: tuple[str, ...]) -> list[str]:
    """Take out the parts related in one of these ways; returns the kinds that were there."""
    dropped = []
    for owner in (package, main):
        for identity, relation in list(owner.rels.items()):
            found = next((kind for kind in kinds if kind in relation.reltype), "")
            if found:
                del owner.rels[identity]
                dropped.append(found)
    return dropped


def _replace_children(target: etree._Element, source: etree._Element) -> None:
    for child in list(target):
        target.remove(child)
    target.extend(list(source))


def _replace_fonts(main: DocumentPart, style: Style) -> None:
    """Name the font with its family, so that Word finds a near one where the reader lacks it."""
    font = word_font(style.font)
    fonts = element("fonts")
    for name in dict.fromkeys((font, "Arial")):
        panose, family, other = _FACES.get(name, ("020B0604020202020204", "swiss", "Arial"))
        made = add(fonts, "font", name=name)
        add(made, "altName", val=other)
        add(made, "panose1", val=panose)
        add(made, "family", val=family)
        add(made, "pitch", val="variable")
    data = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
    drop_relations(main.package, main, ("/fontTable",))
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, data, main.package)
    main.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _set_page(section: etree._Element, page: PageSetup) -> None:
    for child in list(section):
        section.remove(child)
    wide, high = _SIZES_MM.get(page.size.strip().casefold(), _SIZES_MM["a4"])
    add(section, "pgSz", w=_twips(wide), h=_twips(high))
    add(
        section,
        "pgMar",
        top=_twips(page.top),
        right=_twips(page.right),
        bottom=_twips(page.bottom),
        left=_twips(page.left),
        header=_twips(min(11.0, page.top / 2)),
        footer=_twips(min(9.0, page.bottom / 2)),
        gutter=0,
    )
    add(section, "cols", space=720)
    add(section, "titlePg")


def _twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


def add_xml_part(owner: Part, name: str, content_type: str, relation: str, data: bytes) -> Part:
    """A new part with these bytes, related from `owner`."""
    package = owner.package
    if package is None:
        raise ValueError("a part outside any package")
    part = Part(PackURI(name), content_type, data, package)
    owner.relate_to(part, relation)
    return part


def add_custom_xml(main: DocumentPart, data: bytes, store_id: str, namespace: str) -> None:
    """A custom XML part with its identity, under the first free number."""
    taken = {str(part.partname) for part in main.package.iter_parts()}
    number = 1
    while f"/customXml/item{number}.xml" in taken:
        number += 1
    item = add_xml_part(main, f"/customXml/item{number}.xml", "application/xml", RELATIONSHIP_TYPE.CUSTOM_XML, data)
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    root = etree.Element(f"{{{space}}}datastoreItem", nsmap={"ds": space})
    root.set(f"{{{space}}}itemID", store_id)
    references = etree.SubElement(root, f"{{{space}}}schemaRefs")
    etree.SubElement(references, f"{{{space}}}schemaRef").set(f"{{{space}}}uri", namespace)
    add_xml_part(
        item,
        f"/customXml/itemProps{number}.xml",
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS,
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=False),
    )


def to_bytes(package: Package) -> bytes:
    """The package as a zip file: parts in a fixed order, no time of day, the same bytes on every system."""
    parts = {str(part.partname).lstrip("/"): part for part in package.iter_parts()}
    members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _xml(package.rels.xml)}
    for name in sorted(parts):
        part = parts[name]
        members[name] = _declared(part)
        if len(part.rels):
            members[str(part.partname.rels_uri).lstrip("/")] = _xml(part.rels.xml)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            item = zipfile.ZipInfo(name, _EPOCH)
            item.compress_type = zipfile.ZIP_DEFLATED
            item.create_system = 0
            target.writestr(item, data)
    return stream.getvalue()


def _xml(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode()


def _declared(part: Part) -> bytes:
    if isinstance(part, XmlPart):
        return etree.tostring(part.element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part.blob


def _content_types(parts: dict[str, Part]) -> bytes:
    root = etree.fromstring(f'<Types xmlns="{_CONTENT_TYPES}"/>')
    for extension, kind in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Default", Extension=extension, ContentType=kind)
    for name in sorted(parts):
        etree.SubElement(
            root, f"{{{_CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=parts[name].content_type
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
