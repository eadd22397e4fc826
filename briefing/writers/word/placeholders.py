"""The fields of a house's file: {{Name}} in its text, wherever Word has split it, and content controls by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from briefing.writers.word.markup import SPACE, add, add_run, element, legal, w

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELD = re.compile(r"\{\{\s*([^\W\d][\w .\-]{0,60}?)\s*\}\}")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Controls of which the content is no text of ours: pictures, check boxes, galleries, repeated rows.
_OTHER_KINDS = ("picture", "checkbox", "docPartObj", "docPartList", "repeatingSection", "group", "citation", "equation")


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it stands in a story: its paragraph (for text) or its control, and the name written there."""

    name: str
    node: etree._Element
    is_control: bool
    paragraph: int


def folded(name: str) -> str:
    """A field name as it is compared: case, blanks, dots, hyphens and underscores do not count."""
    return re.sub(r"[\s._\-]+", "", name).casefold()


def own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text elements of a paragraph itself, without those of text boxes anchored in it."""
    return [text for text in paragraph.iter(w("t")) if next(text.iterancestors(w("p")), None) is paragraph]


def fields_of(story: etree._Element) -> Iterator[Field]:
    """All fields of a story in document order. Paragraphs count from 1; a fallback for old Word does not count."""
    number = 0
    for node in list(story.iter(w("p"), w("sdt"))):
        if next(node.iterancestors(_FALLBACK), None) is None and node.tag == w("p"):
            number += 1
        if node.tag == w("sdt"):
            name = control_name(node)
            if name:
                yield Field(name, node, is_control=True, paragraph=number + 1)
        else:
            for found in _FIELD.finditer(_joined(node)):
                yield Field(found[1], node, is_control=False, paragraph=number)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A paragraph with a field that was begun and not ended, or ended and not begun."""

    paragraph: int
    text: str


def unfinished(story: etree._Element) -> Iterator[Unfinished]:
    """Paragraphs with a "{{" or "}}" that is no whole field."""
    number = 0
    for paragraph in story.iter(w("p")):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        number += 1
        text = _joined(paragraph)
        rest = _FIELD.sub("", text)
        if "{{" in rest or "}}" in rest or "{%" in rest:
            yield Unfinished(number, text)


def _joined(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in own_texts(paragraph))


def control_name(control: etree._Element) -> str:
    """A content control's tag, else its title, else ""; "" also where its content is no text."""
    properties = control.find(w("sdtPr"))
    if properties is None:
        return ""
    if any(str(child.tag).rpartition("}")[2] in _OTHER_KINDS for child in properties):
        return ""
    for key in ("tag", "alias"):
        found = properties.find(w(key))
        if found is not None and found.get(w("val")):
            return found.get(w("val"), "")
    return ""


def control_names(control: etree._Element) -> tuple[str, ...]:
    """Both the tag and the title of a control, those that are there."""
    if not control_name(control):
        return ()
    nodes = (control.find(f"{w('sdtPr')}/{w(key)}") for key in ("tag", "alias"))
    return tuple(node.get(w("val"), "") for node in nodes if node is not None)


def fill_text(paragraph: etree._Element, values: dict[str, str]) -> int:
    """Put the values (by folded name) in the place of the fields; returns how many were filled.

    The value takes the look of the run in which the field begins.
    """
    texts = own_texts(paragraph)
    joined = "".join(text.text or "" for text in texts)
    if "{{" not in joined:
        return 0
    filled = 0
    for found in reversed(list(_FIELD.finditer(joined))):
        value = values.get(folded(found[1]))
        if value is not None:
            _replace(texts, found.start(), found.end(), value)
            filled += 1
    return filled


def _replace(texts: list[etree._Element], start: int, end: int, value: str) -> None:
    """Cut the characters out of the text elements they are spread over, and put the value where they began."""
    position = 0
    for text in texts:
        content = text.text or ""
        left, right = position, position + len(content)
        position = right
        low, high = max(left, start), min(right, end)
        if low < high:
            text.text = content[: low - left] + (value if low == start else "") + content[high - left :]
            text.set(SPACE, "preserve")


def fill_control(control: etree._Element, value: str) -> None:
    """Make the value the control's only content, in the look of its first run; no placeholder any more."""
    content = control.find(w("sdtContent"))
    if content is None:
        content = add(control, "sdtContent")
    properties = control.find(w("sdtPr"))
    if properties is not None:
        for old in properties.findall(w("showingPlcHdr")):
            properties.remove(old)
    look = _first_look(content)
    target = _one_paragraph(content)
    for child in list(target):
        if child.tag != w("pPr"):
            target.remove(child)
    run = add_run(target, value)
    if look is not None:
        for old in run.findall(w("rPr")):
            run.remove(old)
        run.insert(0, look)


def _first_look(content: etree._Element) -> etree._Element | None:
    """The first run's properties, without the style that marks a placeholder."""
    found = content.find(f".//{w('r')}/{w('rPr')}")
    if found is None:
        return None
    made = element("rPr")
    made.extend([child for child in found if child.tag != w("rStyle") or "laceholder" not in child.get(w("val"), "")])
    return made if len(made) else None


def _one_paragraph(content: etree._Element) -> etree._Element:
    """Where the runs go: the only paragraph left of a block or cell control, or the content itself of an inline one."""
    paragraphs = list(content.iter(w("p")))
    if not paragraphs:
        return content
    first = paragraphs[0]
    for other in paragraphs[1:]:
        holder = other.getparent()
        if holder is not None and holder.tag in {w("sdtContent"), w("tc")} and holder is first.getparent():
            holder.remove(other)
    return first


def set_date(control: etree._Element, date: str) -> None:
    """Tell a date control which day its text means (`date` is a whole ISO 8601 date, else nothing happens)."""
    picker = control.find(f"{w('sdtPr')}/{w('date')}")
    if picker is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", legal(date)):
        picker.set(w("fullDate"), f"{date}T00:00:00Z")
