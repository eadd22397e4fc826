"""The text of one Word paragraph: what a reader of the printed page would see, and no field codes or deletions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from briefing.readers.word_package import W

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
TEXT_BOX: Final = W + "txbxContent"

_SKIPPED = frozenset(
    {
        *(
            W + name
            for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "rt")
        ),
        *(W + name for name in ("fldData", "softHyphen", "footnoteRef", "endnoteRef", "tbl", "sectPr")),
    }
)
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
# The private-use codes of Symbol and Wingdings that stand for something when read.
_SYMBOLS = {
    0xF0B0: "°",
    0xF0B1: "±",
    0xF0A3: "≤",
    0xF0B3: "≥",
    0xF0B4: "×",
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0D8: "•",
    0xF0FC: "✓",
    0xF0E0: "→",
    0xF0AE: "→",
    0xF0B9: "≠",
    0xF0BB: "≈",
    0xF0A5: "∞",
    0xF02D: "−",
}
_OFF = {"0", "false", "off", "none"}


@dataclass(slots=True)
class Inline:
    """Collects the text of paragraphs one after the other, and what hangs on them.

    `boxes` are the text boxes met since they were last taken, `notes` the notes referred to so far, `languages` counts
    characters by the language that runs state. Fields can reach over paragraphs, so their state outlives one.
    """

    boxes: list[etree._Element] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    _pieces: list[str] = field(default_factory=list)
    # One entry for each open field: whether its result (True) or its code (False) is being read.
    _fields: list[bool] = field(default_factory=list)

    def text(self, paragraph: etree._Element) -> str:
        """The text of the paragraph."""
        self._pieces = []
        for child in paragraph:
            self._take(child)
        # No field's code goes on in the next paragraph; a field that is never closed must not swallow the document.
        self._fields = [True] * len(self._fields)
        return "".join(self._pieces)

    def _take(self, element: etree._Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag in {W + "t", _MATH_TEXT}:
            self._say(element.text or "")
        elif tag in _CHARACTERS:
            self._say(_CHARACTERS[tag])
        elif tag == W + "r":
            self._run(element)
        elif tag == TEXT_BOX:
            self.boxes.append(element)
        else:
            self._special(element, tag)

    def _special(self, element: etree._Element, tag: str) -> None:
        if tag == W + "sym":
            self._say(_symbol(element))
        elif tag == W + "fldChar":
            self._field(element.get(W + "fldCharType", ""))
        elif tag == W + "footnoteReference":
            self.footnotes.append(element.get(W + "id", ""))
        elif tag == W + "endnoteReference":
            self.endnotes.append(element.get(W + "id", ""))
        elif tag == W + "sdt":
            if not is_placeholder(element):
                self._children(element)
        elif tag == _MC + "AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                self._children(chosen)
        else:
            self._children(element)

    def _children(self, element: etree._Element) -> None:
        for child in element:
            self._take(child)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            self._children(run)
            return
        if is_on(properties.find(W + "vanish")):
            return
        before = len(self._pieces)
        self._children(run)
        language = properties.find(W + "lang")
        if language is not None:
            self.languages[language.get(W + "val", "")] += sum(map(len, self._pieces[before:]))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _say(self, text: str) -> None:
        if all(self._fields):
            self._pieces.append(text)


def is_on(element: etree._Element | None) -> bool:
    """Whether an on/off property is there and on."""
    return element is not None and element.get(W + "val", "true").lower() not in _OFF


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control shows only its own prompt ("Click here to enter text")."""
    return is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))


def alternative(element: etree._Element) -> etree._Element | None:
    """The one branch of an mc:AlternateContent to read: the first with text in it, so nothing is read twice."""
    branches = [*element.findall(_MC + "Choice"), *element.findall(_MC + "Fallback")]
    return next((branch for branch in branches if next(branch.iter(W + "t"), None) is not None), None)


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if 0xE000 <= code <= 0xF8FF:
        return _SYMBOLS.get(code, "")
    return chr(code) if 0x20 <= code <= 0x10FFFF else ""
