"""The evidence ledger inside a Word file: what each printed line was taken from, kept with the document.

It is a custom XML part of our own namespace, which Word keeps when the file is edited and saved, so that a returned
document can be compared with its sources line by line.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from briefing.blocks import LedgerEntry
from briefing.errors import BriefingUnverifiable
from briefing.writers.word.markup import legal, w

NAMESPACE = "urn:briefing-desk:ledger:1"
STORE_ID = "{6F0E8C52-3B1D-4C8A-9D27-51B2E0A7C4D1}"
_LARGEST = 400_000_000
_PARTS_WITH_EVIDENCE = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True, slots=True)
class PrintedEvidence:
    """Evidence as it stands in the document now (`text`), and as it was when the program wrote it (`written`)."""

    evidence: str
    text: str
    written: str


@dataclass(frozen=True, slots=True)
class WordLedger:
    """What a Word briefing says of itself.

    `printed` is in document order; `missing` are the evidence ids, in the order written, of lines that are gone.
    """

    entries: tuple[LedgerEntry, ...]
    printed: tuple[PrintedEvidence, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark around evidence, as it is written."""

    bookmark: str
    evidence: str
    text: str


def ledger_xml(entries: tuple[LedgerEntry, ...], marks: tuple[Mark, ...]) -> bytes:
    """The ledger as the custom XML part's bytes."""
    root = etree.fromstring(f'<ledger xmlns="{NAMESPACE}"/>')
    for entry in entries:
        made = etree.SubElement(root, f"{{{NAMESPACE}}}entry")
        for name in ("evidence", "source", "name", "sha256"):
            made.set(name, legal(getattr(entry, name)))
        for name in ("number", "start", "end", "passage"):
            made.set(name, str(getattr(entry, name)))
        if entry.page is not None:
            made.set("page", str(entry.page))
        made.text = legal(entry.quote)
    for mark in marks:
        made = etree.SubElement(root, f"{{{NAMESPACE}}}printed", bookmark=mark.bookmark, evidence=mark.evidence)
        made.text = mark.text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_ledger(data: bytes, path: str = "") -> WordLedger:
    """The ledger of a Word briefing and its evidence as it stands there now.

    Raises BriefingUnverifiable, naming `path`, when `data` is no Word file or carries no ledger.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > _LARGEST:
                raise BriefingUnverifiable(path, "it unpacks to more than can be checked")
            return _read(package, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise BriefingUnverifiable(path, "it is not a sound Word file") from error
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BriefingUnverifiable(path, "a part of it is damaged") from error


def _read(package: zipfile.ZipFile, path: str) -> WordLedger:
    names = package.namelist()
    ledger = _ledger_root(package, names)
    if ledger is None:
        raise BriefingUnverifiable(path, "it carries no evidence ledger")
    now: dict[str, str] = {}
    for name in _PARTS_WITH_EVIDENCE:
        if name in names:
            now.update(_bookmarked(_parse(package.read(name))))
    written = {
        made.get("bookmark", ""): (made.get("evidence", ""), made.text or "")
        for made in ledger.iterfind(f"{{{NAMESPACE}}}printed")
    }
    return WordLedger(
        tuple(_entry(made) for made in ledger.iterfind(f"{{{NAMESPACE}}}entry")),
        tuple(PrintedEvidence(written[key][0], text, written[key][1]) for key, text in now.items() if key in written),
        tuple(evidence for key, (evidence, _) in written.items() if key not in now),
    )


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _ledger_root(package: zipfile.ZipFile, names: list[str]) -> etree._Element | None:
    for name in names:
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            data = package.read(name)
            root = _parse(data) if NAMESPACE.encode() in data else None
            if root is not None and root.tag == f"{{{NAMESPACE}}}ledger":
                return root
    return None


def _entry(made: etree._Element) -> LedgerEntry:
    page = made.get("page")
    return LedgerEntry(
        evidence=made.get("evidence", ""),
        number=int(made.get("number", "0")),
        source=made.get("source", ""),
        name=made.get("name", ""),
        sha256=made.get("sha256", ""),
        start=int(made.get("start", "0")),
        end=int(made.get("end", "0")),
        passage=int(made.get("passage", "0")),
        page=int(page) if page is not None else None,
        quote=made.text or "",
    )


_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("p"): "\n"}


def _bookmarked(root: etree._Element) -> dict[str, str]:
    """The text inside each bookmark, by name, in document order. A paragraph end inside one is a line feed."""
    names: dict[str, str] = {}
    pieces: dict[str, list[str]] = {}
    open_ones: dict[str, list[str]] = {}
    for node in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("t"), *_CHARACTERS):
        if node.tag == w("bookmarkStart"):
            key = node.get(w("id"), "")
            names[key] = node.get(w("name"), "")
            pieces.setdefault(names[key], [])
            open_ones[key] = pieces[names[key]]
        elif node.tag == w("bookmarkEnd"):
            open_ones.pop(node.get(w("id"), ""), None)
        elif open_ones and _is_text(node):
            text = (node.text or "") if node.tag == w("t") else _CHARACTERS[str(node.tag)]
            for collected in open_ones.values():
                collected.append(text)
    return {name: "".join(collected) for name, collected in pieces.items()}


def _is_text(node: etree._Element) -> bool:
    """Whether the element is text that stands: not a tab stop's definition, not what tracked changes moved away."""
    parent = node.getparent()
    if node.tag == w("tab") and (parent is None or parent.tag != w("r")):
        return False
    holder = parent.getparent() if parent is not None else None
    return holder is None or holder.tag != w("moveFrom")
