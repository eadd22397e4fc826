"""Reads a tagged PDF the way a screen reader does: the structure tree with the text of its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2

_BFCHAR = re.compile(rb"<([0-9A-Fa-f]{2}|[0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>")


@dataclass
class Node:
    """An element of the structure tree: tag, what its marks and children say in order, language, attributes.

    Hyphens at the ends of lines are in the text as soft ones (ISO 32000-1, 14.8.2.2.3), which are not spoken.
    """

    tag: str
    text: str = ""
    children: list[Node] = field(default_factory=list)
    language: str = ""
    links: int = 0
    scope: str = ""
    span: int = 1
    alt: str = ""
    identifier: str = ""
    box: tuple[float, ...] = ()

    def found(self, tag: str) -> list[Node]:
        own = [self] if self.tag == tag else []
        return own + [node for child in self.children for node in child.found(tag)]


@dataclass(frozen=True)
class _Decoder:
    """What a font's codes stand for."""

    texts: dict[int, str]
    length: int

    def text(self, data: bytes) -> str:
        codes = [data[start : start + self.length] for start in range(0, len(data), self.length)]
        return "".join(self.texts[int.from_bytes(code, "big")] for code in codes).replace("\u00ad", "")


def _decoder(font: pikepdf.Object) -> _Decoder:
    pairs = _BFCHAR.findall(font.ToUnicode.read_bytes())
    texts = {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in pairs}
    return _Decoder(texts, 2 if font.Subtype == "/Type0" else 1)


def _marks(page: pikepdf.Page) -> dict[int, str]:
    """The text of each mark of a page; text outside of marks and artifacts stands under -1."""
    decoders = {name: _decoder(font) for name, font in page.obj.Resources.Font.items()}
    texts: dict[int, str] = {}
    current, font, spoken = -1, "", False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            current = int(operands[1].MCID) if "/MCID" in operands[1] else -2
            spoken = "/ActualText" in operands[1]
            if spoken:
                texts[current] = str(operands[1].ActualText)
        elif name == "EMC":
            current, spoken = -1, False
        elif name == "Tf":
            font = str(operands[0])
        elif name == "Tj" and not spoken:
            texts[current] = texts.get(current, "") + decoders[font].text(bytes(operands[0]))
    return texts


def structure(data: bytes) -> Node:
    """The document element."""
    with pikepdf.open(BytesIO(data)) as pdf:
        marks = {page.obj.objgen: _marks(page) for page in pdf.pages}
        return _node(pdf.Root.StructTreeRoot.K, marks)


def unmarked(data: bytes) -> str:
    """Text that is neither in the structure nor an artifact."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return "".join(_marks(page).get(-1, "") for page in pdf.pages)


def _node(element: pikepdf.Object, marks: dict[tuple[int, int], dict[int, str]]) -> Node:
    node = Node(str(element.S)[1:], language=str(element.get("/Lang", "")), alt=str(element.get("/Alt", "")))
    node.identifier = str(element.get("/ID", ""))
    attributes = element.get("/A", {})
    node.scope, node.span = str(attributes.get("/Scope", ""))[1:], int(attributes.get("/ColSpan", 1))
    node.box = tuple(float(side) for side in attributes.get("/BBox", []))
    for kid in element.get("/K", []):
        if isinstance(kid, int):  # a mark on the element's own page
            node.text += marks[element.Pg.objgen][int(kid)]
            continue
        kind = str(kid.get("/Type", ""))
        if kind == "/MCR":
            node.text += marks[kid.Pg.objgen][int(kid.MCID)]
        elif kind == "/OBJR":
            node.links += 1
        else:
            child = _node(kid, marks)
            node.children.append(child)
            node.text += child.text
    return node


def page_texts(data: bytes) -> list[str]:
    """The text of every page as any viewer would copy it."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def squeezed(text: str) -> str:
    """The text without blanks, to compare over line ends."""
    return "".join(text.split())
