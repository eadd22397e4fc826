"""All the visible text of a web page, however deep its elements are nested: the last resort."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from briefing.model import PassageKind
from briefing.readers.builder import Block

_BLANKS = re.compile(r"[ \t\n]+")
_HIDDEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "nav",
        "footer",
        "button",
        "select",
        "iframe",
        "object",
    }
)
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
        ),
        *(
            "ins",
            "kbd",
            "label",
            "mark",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
        ),
        *("u", "var", "wbr", "ruby", "rb"),
    }
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def visible_blocks(page: str) -> Iterator[Block]:
    """The page's text, block by block, without scripts, navigation and footers.

    Reads the page as a stream, because a tree of twenty thousand nested elements is more than tree walkers stand.
    """
    collector = _Collector()
    parser = etree.HTMLParser(target=collector, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(page.encode("utf-8"))
        parser.close()
    except (etree.LxmlError, ValueError):
        collector.close()
    yield from collector.blocks


class _Collector:
    """The target of lxml's parser (lxml documentation, "The target parser interface")."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._hidden: list[str] = []
        self._kind = PassageKind.PARAGRAPH
        self._level = 0

    def start(self, name: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        tag = str(name)
        if self._hidden or tag in _HIDDEN or "hidden" in attrib:
            if tag not in {"br", "hr", "img", "input", "link", "meta", "wbr"}:
                self._hidden.append(tag)
        elif tag not in _INLINE:
            self._flush()
            self._level = _HEADINGS.get(tag, 0)
            if self._level:
                self._kind = PassageKind.HEADING
            elif tag == "li":
                self._kind = PassageKind.LIST_ITEM
            elif tag in {"td", "th"}:
                self._kind = PassageKind.CELL

    def end(self, tag: str | bytes) -> None:
        if self._hidden:
            if tag in self._hidden:
                while self._hidden.pop() != tag:
                    pass
        elif tag not in _INLINE:
            self._flush()

    def data(self, data: str | bytes) -> None:
        if not self._hidden:
            self._pieces.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """Comments are not visible."""

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._pieces)).strip()
        self._pieces = []
        if text:
            self.blocks.append(Block(text, self._kind, level=self._level))
        self._kind, self._level = PassageKind.PARAGRAPH, 0
