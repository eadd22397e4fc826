"""The stories of a Word file: body, headers, footers and notes, each with a name for people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from lxml import etree

from briefing.writers.word.markup import w

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_KINDS = ("header", "footer", "footnotes", "endnotes")
_NUMBER = re.compile(r"(\d+)\.xml$")


@dataclass(frozen=True, slots=True)
class Story:
    """`kind` is "body", "header", "footer", "footnotes" or "endnotes"; `name` adds the number of the part."""

    kind: str
    name: str
    root: etree._Element


def stories_of(main: DocumentPart) -> list[Story]:
    """The body first, then the others by kind and number."""
    found: list[Story] = []
    for relation in main.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _KINDS and not relation.is_external and isinstance(relation.target_part, XmlPart):
            number = _NUMBER.search(str(relation.target_part.partname))
            name = f"{kind} {number[1]}" if number and kind in {"header", "footer"} else kind
            found.append(Story(kind, name, relation.target_part.element))
    found.sort(key=lambda story: (_KINDS.index(story.kind), len(story.name), story.name))
    return [Story("body", "body", main.element.body), *found]


def make_notes_editable(main: DocumentPart) -> None:
    """Read the parts with notes as XML, which python-docx leaves as bytes."""
    for relation in main.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in {"footnotes", "endnotes", "comments"} or relation.is_external:
            continue
        old = relation.target_part
        if not isinstance(old, XmlPart):
            made = XmlPart(old.partname, old.content_type, parse_xml(old.blob), main.package)
            made.rels.update(old.rels)
            relation._target = made


def new_story(main: DocumentPart, kind: str, root: etree._Element) -> XmlPart:
    """A part for a kind of story the document has none of yet, related from the document."""
    content_type, relation = {
        "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, "footnotes"),
        "endnotes": (CONTENT_TYPE.WML_ENDNOTES, "endnotes"),
        "comments": (CONTENT_TYPE.WML_COMMENTS, "comments"),
        "header": (CONTENT_TYPE.WML_HEADER, "header"),
        "footer": (CONTENT_TYPE.WML_FOOTER, "footer"),
        "numbering": (CONTENT_TYPE.WML_NUMBERING, "numbering"),
    }[kind]
    taken = {str(part.partname).casefold() for part in main.package.iter_parts()}
    name, number = f"/word/{kind}.xml", 0
    while name.casefold() in taken or (kind in {"header", "footer"} and not number):
        number += 1
        name = f"/word/{kind}{number}.xml"
    part = XmlPart(PackURI(name), content_type, parse_xml(etree.tostring(root)), main.package)
    main.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation}")
    return part


def story_part(main: DocumentPart, kind: str) -> XmlPart | None:
    """The part of that kind, where the document has one."""
    for relation in main.rels.values():
        if relation.reltype.rpartition("/")[2] == kind and not relation.is_external:
            part: Part = relation.target_part
            if isinstance(part, XmlPart):
                return part
    return None


def largest_id(stories: list[Story], name: str) -> int:
    """The largest id of the elements called `name`, or 0."""
    found = [0]
    for story in stories:
        for node in story.root.iter(w(name)):
            identity = node.get(w("id"), "")
            if identity.lstrip("-").isdecimal():
                found.append(int(identity))
    return max(found)
