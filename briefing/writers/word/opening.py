"""A house's own Word file, made safe and sound before anything is put into it.

Word forgives what python-docx does not: relationships to parts that are not there, broken properties, names in another
case. And some of what Word would load or run has no place in a document that is handed on: macros, toolbars, a template
or pictures fetched from elsewhere. All of that is settled here, on the zip file's members; nothing is fetched, nothing
is run.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from docx.opc.constants import CONTENT_TYPE
from lxml import etree

from briefing.errors import TemplateInvalid
from briefing.writers.word.markup import R, w

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = {
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_MACROS = ("/vbaProject", "/wordVbaData", "/keyMapCustomizations", "/attachedToolbars")
# Rewritten by us, or only of use to whoever made the file.
_UNWANTED = (
    *_MACROS,
    "/ui/extensibility",
    "/ui/userCustomization",
    "/metadata/core-properties",
    "/metadata/thumbnail",
    "/stylesWithEffects",
    "/recipientData",
    "/mailMergeSource",
    "/mailMergeHeaderSource",
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STORY_TYPES = {
    "styles": CONTENT_TYPE.WML_STYLES,
    "settings": CONTENT_TYPE.WML_SETTINGS,
    "numbering": CONTENT_TYPE.WML_NUMBERING,
    "header": CONTENT_TYPE.WML_HEADER,
    "footer": CONTENT_TYPE.WML_FOOTER,
    "footnotes": CONTENT_TYPE.WML_FOOTNOTES,
    "endnotes": CONTENT_TYPE.WML_ENDNOTES,
    "comments": CONTENT_TYPE.WML_COMMENTS,
}
_LARGEST = 200_000_000
_MOST_MEMBERS = 10_000


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A sound zip file in memory, and what was left out of it, in words that follow "The letterhead"."""

    data: bytes
    left_out: tuple[str, ...]


def sound_letterhead(data: bytes, path: str) -> Letterhead:
    """The file as python-docx can open it, as a plain .docx without macros.

    Raises TemplateInvalid, naming `path`, for what cannot be used at all.
    """
    members = _members(data, path)
    kinds = _ContentTypes(_parsed(members, "[Content_Types].xml", path))
    main = _main_part(members, path)
    if kinds.of(main) not in _MAIN_TYPES:
        raise _invalid(path, f"it is no Word document, but “{kinds.of(main) or 'of no type'}”")
    kinds.put(main, CONTENT_TYPE.WML_DOCUMENT_MAIN)
    left_out: dict[str, None] = {}
    _settle_names(members, kinds, path)
    for name in sorted(name for name in members if name.endswith(".rels")):
        _settle_relationships(members, name, kinds, left_out, path)
    members["[Content_Types].xml"] = etree.tostring(kinds.root, xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return Letterhead(stream.getvalue(), tuple(left_out))


def _invalid(path: str, reason: str) -> TemplateInvalid:
    return TemplateInvalid(path, key="letterhead", reason=reason)


def _members(data: bytes, path: str) -> dict[str, bytes]:
    if data.startswith(_COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _invalid(path, "it is protected by a password: save it without one")
        raise _invalid(path, "it is in the old .doc format: save it as a Word document (.docx)")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            items = [item for item in package.infolist() if not item.is_dir()]
            total = sum(item.file_size for item in items)
            if total > _LARGEST or len(items) > _MOST_MEMBERS:
                largest = max(items, key=lambda item: item.file_size).filename
                size = f"{total // 1_000_000} MB in {len(items)} parts"
                raise _invalid(path, f"it unpacks to an implausible {size}, the largest of which is {largest}")
            if any(item.flag_bits & 1 for item in items):
                raise _invalid(path, "it is protected by a password: save it without one")
            return {item.filename.replace("\\", "/").lstrip("/"): package.read(item) for item in items}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise _invalid(path, "it is not a Word file (no sound zip file)") from error


def _parsed(members: dict[str, bytes], name: str, path: str) -> etree._Element:
    data = members.get(name)
    if data is None:
        raise _invalid(path, f"it is not a Word file (it has no {name})")
    if b"<!DOCTYPE" in data:
        raise _invalid(path, f"its part {name} declares a document type, which no Word file does")
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise _invalid(path, f"its part {name} is damaged") from error


def _main_part(members: dict[str, bytes], path: str) -> str:
    if _STRICT in members.get("_rels/.rels", b""):
        raise _invalid(
            path, "it is a Strict Open XML document: open it in Word and save it as “Word Document (*.docx)”"
        )
    for relation in _parsed(members, "_rels/.rels", path):
        if relation.get("Type", "").endswith("/officeDocument"):
            found = _member(members, posixpath.normpath(unquote(relation.get("Target", "")).lstrip("/")))
            if found:
                _parsed(members, found, path)
                return found
    raise _invalid(path, "it is not a Word file (it has no main document)")


def _member(members: dict[str, bytes], wanted: str) -> str:
    """The member of that name, upper and lower case alike, or ""."""
    if wanted in members:
        return wanted
    folded = wanted.casefold()
    return next((name for name in members if name.casefold() == folded), "")


class _ContentTypes:
    """What kind each part is."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._parts = {
            node.get("PartName", "").lstrip("/").casefold(): node for node in root.iterfind(f"{_TYPES}Override")
        }
        self._endings = {
            node.get("Extension", "").casefold(): node.get("ContentType", "")
            for node in root.iterfind(f"{_TYPES}Default")
        }

    def of(self, name: str) -> str:
        node = self._parts.get(name.casefold())
        if node is not None:
            return node.get("ContentType", "")
        return self._endings.get(name.rpartition(".")[2].casefold(), "")

    def put(self, name: str, kind: str) -> None:
        node = self._parts.get(name.casefold())
        if node is None:
            node = etree.SubElement(self.root, f"{_TYPES}Override")
            self._parts[name.casefold()] = node
        node.set("PartName", f"/{name}")
        node.set("ContentType", kind)

    def settle(self, name: str, relation: str) -> None:
        """Give a part the type that its relationship tells, or any at all where it has none."""
        told = _STORY_TYPES.get(relation.rpartition("/")[2], "") if relation.startswith(_OFFICE) else ""
        kind = told or self.of(name) or "application/octet-stream"
        if kind != self.of(name):
            self.put(name, kind)


def _settle_names(members: dict[str, bytes], kinds: _ContentTypes, path: str) -> None:
    """Give parts the names by which others call them, where only upper and lower case differ."""
    waiting = sorted(name for name in members if name.endswith(".rels"))
    for name in waiting:
        if name not in members:
            continue
        folder = name.rpartition("_rels/")[0]
        for relation in _parsed(members, name, path):
            wanted = "" if relation.get("TargetMode") == "External" else _target(folder, relation)
            found = _member(members, wanted)
            if found and found != wanted:
                kinds.put(wanted, kinds.of(found))
                members[wanted] = members.pop(found)
                if _relations_of(found) in members:
                    members[_relations_of(wanted)] = members.pop(_relations_of(found))
                    waiting.append(_relations_of(wanted))


def _target(folder: str, relation: etree._Element) -> str:
    """The full name of the part that a relationship leads to, or ""."""
    bare = unquote(relation.get("Target", "").partition("#")[0])
    return (
        posixpath.normpath(bare.lstrip("/") if bare.startswith("/") else posixpath.join(folder, bare)) if bare else ""
    )


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _settle_relationships(
    members: dict[str, bytes], name: str, kinds: _ContentTypes, left_out: dict[str, None], path: str
) -> None:
    """Leave only relationships that lead to a part there is, or to a page a reader may choose to open."""
    folder, _, file = name.rpartition("_rels/")
    owner = f"{folder}{file.removesuffix('.rels')}"
    root = _parsed(members, name, path)
    gone: list[str] = []
    for relation in list(root):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        reason = _reason_to_drop(members, kinds, folder, relation)
        if reason is None:
            continue
        root.remove(relation)
        gone.append(relation.get("Id", ""))
        if reason:
            kind = kind.rpartition("/")[2]
            left_out[reason.format(kind=kind, target=target[:80], owner=owner or "the file")] = None
    members[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if gone and owner in members and owner.endswith(".xml"):
        _cut_references(members, owner, gone, path)


def _reason_to_drop(
    members: dict[str, bytes], kinds: _ContentTypes, folder: str, relation: etree._Element
) -> str | None:
    """Why a relationship goes: None to keep it, "" for nobody to be told, else words to tell."""
    kind, target = relation.get("Type", ""), relation.get("Target", "")
    if not (kind and target and relation.get("Id")):
        return ""
    if any(kind.endswith(macro) for macro in _MACROS):
        return "had macros, which were left out"
    if any(kind.endswith(unwanted) for unwanted in _UNWANTED):
        return ""
    if relation.get("TargetMode") == "External":
        fetched = "fetched “{target}” from elsewhere ({kind} of {owner}), which was left out"
        return None if kind.endswith("/hyperlink") else fetched
    found = _target(folder, relation)
    if found not in members:
        return "" if not target.startswith("#") else None
    kinds.settle(found, kind)
    return None


_POINTERS = (f"{{{R}}}id", f"{{{R}}}link", f"{{{R}}}embed", f"{{{R}}}pict", f"{{{R}}}href")
_ONLY_POINTERS = {w("attachedTemplate"), w("headerReference"), w("footerReference"), w("subDoc"), w("altChunk")}


def _cut_references(members: dict[str, bytes], owner: str, gone: list[str], path: str) -> None:
    """Take out of a part what pointed to relationships that are gone."""
    data = members[owner]
    if not any(identity.encode() in data for identity in gone):
        return
    root = _parsed(members, owner, path)
    for node in list(root.iter()):
        for pointer in _POINTERS:
            if node.get(pointer) in gone:
                _cut(node, pointer)
    members[owner] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cut(node: etree._Element, pointer: str) -> None:
    parent = node.getparent()
    if node.tag in _ONLY_POINTERS and parent is not None:
        parent.remove(node)
    else:
        del node.attrib[pointer]
