"""A house's own file as the frame of a briefing: its fields filled, its body place found, its styles completed."""

from __future__ import annotations

import dataclasses
import difflib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.exceptions import InvalidXmlError
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from briefing.blocks import Title
from briefing.errors import TemplateInvalid
from briefing.writers.word.bindings import Stores, binding_key, binding_of, core_name
from briefing.writers.word.controls import values_of
from briefing.writers.word.fetching import take_out_fetching
from briefing.writers.word.live_fields import refresh_fields
from briefing.writers.word.markup import add, legal, w
from briefing.writers.word.opening import sound_letterhead
from briefing.writers.word.placeholders import (
    control_names,
    fields_of,
    fill_control,
    fill_text,
    folded,
    set_date,
)
from briefing.writers.word.stories import make_notes_editable, stories_of

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.model import Style
    from briefing.writers.word.stories import Story

BODY = "body"
CONTENTS = "contents"
# What houses call our values.
_ALSO = {
    "title": ("subject", "document title", "heading"),
    "date": ("document date", "publish date", "issue date"),
    "reference": ("ref", "reference number", "document reference", "our reference"),
    "marking": ("handling", "handling marking", "classification", "protective marking", "security marking"),
    "author": ("from", "prepared by", "originator"),
    "addressee": ("to", "recipient"),
    "language": (),
    BODY: ("briefing", "body text", "main text"),
    CONTENTS: ("toc", "table of contents"),
}
_NEAR = 0.72


@dataclass(frozen=True, slots=True)
class House:
    """The house's file, open, with what was left out of it when it was opened."""

    package: Package
    main: DocumentPart
    stories: list[Story]
    left_out: tuple[str, ...]


def open_house(data: bytes, path: str) -> House:
    """The letterhead, ready to be filled. Raises TemplateInvalid for a file that cannot be used."""
    letter = sound_letterhead(data, path)
    try:
        package = Package.open(io.BytesIO(letter.data))
        main = package.main_document_part
        if main.element.tag != w("document") or main.element.find(w("body")) is None:
            raise TemplateInvalid(path, key="letterhead", reason="it has no body")
        make_notes_editable(main)
        for part in (main.styles, main.settings):
            part.element.tag  # noqa: B018 (python-docx adds the part here when the file has none)
    except (KeyError, ValueError, AttributeError, InvalidXmlError, etree.XMLSyntaxError) as error:
        raise TemplateInvalid(path, key="letterhead", reason=f"a part of it is damaged ({error})") from error
    body = main.element.body
    if body.find(w("sectPr")) is None:
        add(body, "sectPr")
    stories = stories_of(main)
    fetched = dict.fromkeys(words for story in stories for words in take_out_fetching(story))
    return House(package, main, stories, (*letter.left_out, *fetched))


def values_by_field(document: Document) -> dict[str, str]:
    """What each field is filled with, by folded name; a labelled fact of the title block goes before the bare value."""
    facts: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, Title):
            facts |= {folded(label): legal(value) for label, value in block.facts}
    made = dict(facts)
    bare = values_of(document) | {"language": legal(document.language)}
    for key, others in _ALSO.items():
        if key in {BODY, CONTENTS}:
            continue
        names = [folded(name) for name in (key, *others)]
        value = next((facts[name] for name in names if name in facts), bare.get(key, ""))
        made |= {name: value for name in names if name not in facts}
    return made


def is_body(name: str) -> bool:
    return folded(name) in {folded(other) for other in (BODY, *_ALSO[BODY])}


def is_contents(name: str) -> bool:
    return folded(name) in {folded(other) for other in (CONTENTS, *_ALSO[CONTENTS])}


def nearest(name: str, values: dict[str, str]) -> str:
    """The right name that is most like `name`, or ""."""
    known = dict.fromkeys((*_ALSO, *values))
    spelt = {folded(key): key for key in known}
    found = difflib.get_close_matches(folded(name), list(spelt), 1, _NEAR)
    return spelt[found[0]] if found else ""


def fill_fields(house: House, values: dict[str, str], date: str) -> None:
    """Fill every field of every story that has a value; controls that show the same kept value all follow."""
    stores = Stores(house.main)
    followers: dict[str, str] = {}
    controls = [control for story in house.stories for control in story.root.iter(w("sdt"))]
    for control in controls:
        value = _value_for(control, values)
        if not value:
            continue
        fill_control(control, value)
        set_date(control, date)
        binding = binding_of(control)
        if binding is not None:
            followers.setdefault(binding_key(binding), value)
            picker = control.find(f"{w('sdtPr')}/{w('date')}") is not None
            stores.put(binding, f"{date}T00:00:00" if picker and len(date) == len("2026-10-21") else value)
    for control in controls:
        binding = binding_of(control)
        if binding is not None and binding_key(binding) in followers and _value_for(control, values) is None:
            fill_control(control, followers[binding_key(binding)])
    for story in house.stories:
        for paragraph in list(story.root.iter(w("p"))):
            fill_text(paragraph, values)
        refresh_fields(story.root, values)


def _value_for(control: etree._Element, values: dict[str, str]) -> str | None:
    names = control_names(control)
    if any(is_body(name) or is_contents(name) for name in names):
        return None
    for name in names:
        if folded(name) in values:
            return values[folded(name)]
    binding = binding_of(control)
    core = core_name(binding) if binding is not None else ""
    return values.get(core) or None


def house_style(house: House, style: Style) -> Style:
    """The document's style at the size of the house's own text, for the styles it is given."""
    root = house.main.styles.element
    for path in (f"{w('style')}[@{w('default')}='1']/{w('rPr')}/{w('sz')}", f"{w('docDefaults')}//{w('sz')}"):
        found = [node for node in root.findall(path) if _is_paragraph(node)]
        size = found[0].get(w("val"), "") if found else ""
        if size.isdecimal() and int(size) > 0:
            return dataclasses.replace(style, size=int(size) / 2)
    return dataclasses.replace(style, size=10.0)


def _is_paragraph(size: etree._Element) -> bool:
    holder = next(size.iterancestors(w("style")), None)
    return holder is None or holder.get(w("type")) == "paragraph"


def filled_names(story: Story, values: dict[str, str]) -> frozenset[str]:
    """The folded names of the fields of a story that have a value."""
    found = {folded(field.name) for field in fields_of(story.root)} & set(values)
    same = {key: {folded(name) for name in (key, *others)} for key, others in _ALSO.items()}
    return frozenset(found.union(*(names | {key} for key, names in same.items() if names & found)))
