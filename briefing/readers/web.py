"""Saved web pages: the article without navigation, banners and footers, through trafilatura. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree, html

from briefing.errors import SourceEmpty
from briefing.model import PassageKind
from briefing.readers.builder import Block, Document, join_blocks, normalise, one_line, visible
from briefing.readers.charset import decode_page
from briefing.readers.web_particulars import page_heading, page_particulars
from briefing.readers.web_visible import visible_blocks

_LOG = logging.getLogger(__name__)
_BLANKS = re.compile(r"[ \t\n]+")
_BLOCK_TAGS = frozenset(
    {"p", "head", "list", "item", "table", "row", "cell", "quote", "code", "ab", "div", "body", "main"}
)
# A cell with this much text is page layout of an older kind, not a table.
_LAYOUT_CELL = 400
# Less than this in characters is no article where the page shows three times as much.
_SHORT = 200
_XML_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,300}\?>")
# What an extractor can stumble over in a broken page; the page's visible text is then taken instead.
_EXTRACTOR_ERRORS = (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError)


def read(data: bytes, path: str) -> Document:
    """The document in the bytes of an HTML page."""
    page = _XML_DECLARATION.sub("", normalise(decode_page(data)), count=1)
    tree = _parse(page)
    if tree is None:
        raise SourceEmpty(path)
    metadata, heading = page_particulars(tree), page_heading(tree)
    blocks = _article(tree)
    if _length(blocks) < _SHORT:
        visible_text = list(visible_blocks(page))
        blocks = visible_text if _length(visible_text) > 3 * _length(blocks) else blocks
    if heading and all(one_line(block.text) != heading for block in blocks[:4]):
        blocks.insert(0, Block(heading, PassageKind.HEADING, level=1))
    document = join_blocks(blocks, metadata)
    if not document.passages:
        raise SourceEmpty(path)
    return document


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _parse(page: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def _article(tree: html.HtmlElement) -> list[Block]:
    """The blocks of the main text, or none where trafilatura finds no such thing. Uses the tree up."""
    from trafilatura import bare_extraction

    try:
        with _quiet("trafilatura"):
            found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except _EXTRACTOR_ERRORS as error:
        _LOG.info("no main text found, taking all that is visible: %s", type(error).__name__)
        return []
    body = getattr(found, "body", None)
    if not isinstance(body, etree._Element):
        return []
    walk = _Walk()
    walk.element(body, PassageKind.PARAGRAPH)
    return [block for block in walk.blocks if visible(block.text)]


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keeps a library's warnings to itself while it works: that it finds nothing is dealt with here."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


@dataclass(slots=True)
class _Walk:
    """Turns trafilatura's tree (head, p, list/item, table/row/cell, quote, lb) into blocks."""

    blocks: list[Block] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _in_row: bool = False

    def element(self, element: etree._Element, kind: PassageKind, level: int = 0) -> None:
        """The block element: its own text as `kind`, the blocks in it as what they are."""
        self._pieces.append(element.text or "")
        for child in element:
            self._child(child, kind, level)
            self._pieces.append(child.tail or "")
        self._flush(kind, level)

    def _child(self, child: etree._Element, kind: PassageKind, level: int) -> None:
        if child.tag in _BLOCK_TAGS:
            self._flush(kind, level)
            self._block(child, kind)
        elif child.tag == "lb":
            self._pieces.append("\0")
        elif isinstance(child.tag, str):
            self._pieces.append(child.text or "")
            for below in child:
                self._child(below, kind, level)
                self._pieces.append(below.tail or "")

    def _block(self, element: etree._Element, inherited: PassageKind) -> None:
        tag = element.tag
        if tag == "head":
            rank = element.get("rend", "h2")[-1:]
            self.element(element, PassageKind.HEADING, int(rank) if rank.isdecimal() and rank.isascii() else 2)
        elif tag == "item":
            self.element(element, PassageKind.LIST_ITEM)
        elif tag == "row":
            self._in_row = False
            self.element(element, PassageKind.CELL)
            self._in_row = False
        elif tag == "cell":
            layout = len("".join(str(text) for text in element.itertext())) > _LAYOUT_CELL
            self.element(element, PassageKind.PARAGRAPH if layout else PassageKind.CELL)
        elif tag in {"p", "ab", "div"}:
            self.element(element, inherited)
        else:
            self.element(element, PassageKind.PARAGRAPH)

    def _flush(self, kind: PassageKind, level: int) -> None:
        lines = _lines("".join(self._pieces))
        self._pieces = []
        text = "\n".join(lines)
        if not text:
            return
        cell = kind is PassageKind.CELL
        self.blocks.append(Block(text, kind, level=level, tight=cell and self._in_row))
        self._in_row = cell


def _lines(text: str) -> Iterator[str]:
    """The lines between line-break elements (marked by NUL, which no page has), blanks as a browser shows them."""
    for line in text.split("\0"):
        collapsed = _BLANKS.sub(" ", line).strip()
        if collapsed:
            yield collapsed
