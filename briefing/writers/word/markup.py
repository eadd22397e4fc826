"""WordprocessingML elements in a few words: the small layer under everything this writer puts into a document.

Elements are made with lxml itself, in place, and not through python-docx's proxies: those search the document on
many calls, which makes long documents quadratic.
"""

from __future__ import annotations

import re

from lxml import etree

from briefing.writers.direction import right_to_left

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NSMAP = {"w": W, "r": R}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"([\t\n])")
_HARD_WRAP = re.compile(r"[^\S\n]*\n\s*")


def w(name: str) -> str:
    """The full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def element(name: str, /, **attributes: str | int) -> etree._Element:
    """A free-standing element; attributes are of the same namespace."""
    made = etree.Element(w(name), nsmap=NSMAP)
    for key, value in attributes.items():
        made.set(w(key), str(value))
    return made


def add(parent: etree._Element, name: str, /, **attributes: str | int) -> etree._Element:
    """A new last child of `parent`."""
    made = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        made.set(w(key), str(value))
    return made


def legal(text: str) -> str:
    """`text` without the characters that XML cannot hold, line ends as line feeds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", text)


def unwrapped(text: str) -> str:
    """A source's own characters with the line ends of a hard-wrapped file read as the blanks they stand for."""
    return _HARD_WRAP.sub(" ", text) if "\n" in text else text


def put_text(run: etree._Element, text: str) -> None:
    """Append `text` to a run; tabs and line feeds become Word's own."""
    if "\t" not in text and "\n" not in text:
        _put_piece(run, text)
        return
    for piece in _BREAKS.split(text):
        if piece == "\t":
            add(run, "tab")
        elif piece == "\n":
            add(run, "br")
        elif piece:
            _put_piece(run, piece)


def _put_piece(run: etree._Element, text: str) -> None:
    made = etree.SubElement(run, w("t"))
    made.text = text
    if text[:1].isspace() or text[-1:].isspace() or "  " in text:
        made.set(SPACE, "preserve")


def add_run(parent: etree._Element, text: str = "", style: str = "") -> etree._Element:
    """A run of one character style (an id, or "" for none), cleaned of illegal characters."""
    run = etree.SubElement(parent, w("r"))
    text = legal(text)
    rtl = bool(text) and right_to_left(text)
    if style or rtl:
        properties = add(run, "rPr")
        if style:
            add(properties, "rStyle", val=style)
        if rtl:
            add(properties, "rtl")
    if text:
        put_text(run, text)
    return run


def add_paragraph(parent: etree._Element, style: str) -> etree._Element:
    """An empty paragraph of the style with that id ("" for the default one)."""
    paragraph = etree.SubElement(parent, w("p"))
    if style:
        add(add(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def add_field(parent: etree._Element, instruction: str, shown: str, style: str = "") -> None:
    """A live field with the result that is shown until Word works it out again."""
    add(add_run(parent, style=style), "fldChar", fldCharType="begin")
    code = add(add_run(parent, style=style), "instrText")
    code.text = f" {instruction} "
    code.set(SPACE, "preserve")
    add(add_run(parent, style=style), "fldChar", fldCharType="separate")
    add_run(parent, shown, style)
    add(add_run(parent, style=style), "fldChar", fldCharType="end")


def turn(paragraph: etree._Element) -> None:
    """Make a paragraph run from right to left."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    before = len(properties)
    for index, child in enumerate(properties):
        if etree.QName(child).localname in {"spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"}:
            before = index
            break
    properties.insert(before, element("bidi"))
