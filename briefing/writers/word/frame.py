"""The frame a briefing is put into: our own look, or a house's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.writers.word.contents import OldContents, take_out_contents
from briefing.writers.word.controls import Controls
from briefing.writers.word.furniture import add_missing_furniture, put_furniture
from briefing.writers.word.house import (
    fill_fields,
    filled_names,
    house_style,
    is_body,
    is_contents,
    open_house,
    values_by_field,
)
from briefing.writers.word.look import bullets_element
from briefing.writers.word.markup import element, w
from briefing.writers.word.names import Bookmarks
from briefing.writers.word.package import default_package
from briefing.writers.word.places import Place, end_place, find_place
from briefing.writers.word.settings import settle_settings
from briefing.writers.word.stories import Story, largest_id, new_story, stories_of, story_part
from briefing.writers.word.styles import StyleSheet, set_language

if TYPE_CHECKING:
    from docx.package import Package
    from docx.parts.document import DocumentPart
    from lxml import etree

    from briefing.blocks import Document


@dataclass(frozen=True, slots=True)
class Frame:
    """What the blocks are written into. `shown` are the values that stand in it already."""

    package: Package
    main: DocumentPart
    sheet: StyleSheet
    place: Place
    contents: OldContents | None
    bookmarks: Bookmarks
    controls: Controls
    shown: frozenset[str] = frozenset()


def own_frame(document: Document) -> Frame:
    """The default look."""
    opened = default_package(document)
    controls = Controls()
    put_furniture(opened.main, document, opened.sheet, controls)
    place = end_place(opened.body)
    return Frame(opened.package, opened.main, opened.sheet, place, None, Bookmarks(), controls)


def house_frame(document: Document, letterhead: bytes, path: str) -> Frame:
    """The house's file with its fields filled. Raises TemplateInvalid for a file that cannot be used."""
    house = open_house(letterhead, path)
    values = values_by_field(document)
    body = house.main.element.body
    shown = filled_names(house.stories[0], values)
    marked = [story.root for story in house.stories if "marking" in filled_names(story, values)]
    fill_fields(house, values, document.date)
    contents = find_place(body, is_contents).found
    old = OldContents(contents, "") if contents is not None else take_out_contents(body)
    place = find_place(body, is_body).found or end_place(body)
    main = house.main
    style = house_style(house, document.style)
    sheet = StyleSheet(main.styles.element, style, lambda: _bullets(main))
    if document.language:
        set_language(main.styles.element, document.language)
    settle_settings(main.settings.element, document.language)
    controls = Controls(taken=_control_ids(house.stories))
    add_missing_furniture(main, document, sheet, controls, marked)
    stories = stories_of(main)
    names = [mark.get(w("name"), "") for story in stories for mark in story.root.iter(w("bookmarkStart"))]
    bookmarks = Bookmarks(tuple(names), largest_id(stories, "bookmarkStart") + 1)
    return Frame(house.package, main, sheet, place, old, bookmarks, controls, shown)


def _control_ids(stories: list[Story]) -> frozenset[int]:
    found = [node.get(w("val"), "") for story in stories for node in story.root.iterfind(f".//{w('sdtPr')}/{w('id')}")]
    return frozenset(int(value) for value in found if value.lstrip("-").isdecimal())


def _bullets(main: DocumentPart) -> int:
    """A bulleted list of our own in the house's numbering, and the number to call it by."""
    part = story_part(main, "numbering")
    root = part.element if part is not None else new_story(main, "numbering", element("numbering")).element
    abstract, listed = list(bullets_element())
    abstract_id = _next_number(root, "abstractNum", "abstractNumId")
    number = _next_number(root, "num", "numId")
    abstract.set(w("abstractNumId"), str(abstract_id))
    listed.set(w("numId"), str(number))
    listed[0].set(w("val"), str(abstract_id))
    for style in abstract.findall(f"{w('lvl')}/{w('pStyle')}"):
        style.getparent().remove(style)  # type: ignore[union-attr]
    _insert_before(root, abstract, ("num", "numIdMacAtCleanup"))
    _insert_before(root, listed, ("numIdMacAtCleanup",))
    return number


def _next_number(root: etree._Element, name: str, attribute: str) -> int:
    found = [node.get(w(attribute), "") for node in root.iterfind(w(name))]
    return max([int(value) for value in found if value.isdecimal()] + [0]) + 1


def _insert_before(root: etree._Element, made: etree._Element, names: tuple[str, ...]) -> None:
    wanted = {w(name) for name in names}
    for index, child in enumerate(root):
        if child.tag in wanted:
            root.insert(index, made)
            return
    root.append(made)
