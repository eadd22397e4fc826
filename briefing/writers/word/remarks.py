"""What a person should know about a house's file before it is used: each remark names the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.blocks import Document
from briefing.model import Problem
from briefing.writers.word.house import (
    House,
    filled_names,
    is_body,
    is_contents,
    nearest,
    open_house,
    values_by_field,
)
from briefing.writers.word.markup import w
from briefing.writers.word.placeholders import Field, control_names, fields_of, folded, unfinished
from briefing.writers.word.places import find_place, has_own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.writers.word.stories import Story

_SHOWN_TEXT = 60


def letterhead_remarks(letterhead: bytes, document: Document | None, path: str) -> tuple[Problem, ...]:
    """All remarks, in the order of the file. Raises TemplateInvalid for a file that cannot be used at all."""
    house = open_house(letterhead, path)
    values = values_by_field(document or Document("", "", "", "", "", "", ()))
    sentences = [
        *(f"The letterhead {words}." for words in house.left_out),
        *(sentence for story in house.stories for sentence in _field_remarks(story, values)),
        *_unfinished(house),
        *_body_remarks(house, values),
    ]
    return tuple(Problem(path, sentence) for sentence in dict.fromkeys(sentences))


def _place(story: Story, field: Field) -> str:
    table = next(reversed(list(field.node.iterancestors(w("tbl")))), None)
    if table is None:
        return f"{story.name}, paragraph {field.paragraph}"
    outer = [node for node in story.root.iter(w("tbl")) if next(node.iterancestors(w("tbl")), None) is None]
    return f"{story.name}, table {outer.index(table) + 1}, paragraph {field.paragraph}"


def _field_remarks(story: Story, values: dict[str, str]) -> Iterator[str]:
    seen: dict[tuple[int, str], str] = {}
    for field in fields_of(story.root):
        place = _place(story, field)
        yield from _unknown(field, place, values)
        if (is_body(field.name) or is_contents(field.name)) and story.kind != "body":
            yield f"Field “{field.name}” in {place}: it belongs into the body, and was left as it is."
        table = next(field.node.iterancestors(w("tbl")), None)
        if table is not None and not is_body(field.name):
            key = (id(table), folded(field.name))
            if key in seen:
                yield f"Field “{field.name}” stands twice in one table: {seen[key]} and {place}. Both are filled."
            seen.setdefault(key, place)


def _unknown(field: Field, place: str, values: dict[str, str]) -> Iterator[str]:
    """A name that is none of ours; a control only where it nearly is one, since houses have controls of their own."""
    names = control_names(field.node) if field.is_control else (field.name,)
    if any(folded(name) in values or is_body(name) or is_contents(name) for name in names):
        return
    if field.is_control and field.name.startswith("write:"):
        return
    suggestion = nearest(field.name, values)
    if suggestion:
        yield f"Unknown field “{field.name}” in {place}. Did you mean “{suggestion.capitalize()}”?"
    elif not field.is_control:
        yield f"Unknown field “{field.name}” in {place}."


def _unfinished(house: House) -> Iterator[str]:
    for story in house.stories:
        for found in unfinished(story.root):
            shown = found.text.strip()[:_SHOWN_TEXT]
            yield f"Unfinished field in {story.name}, paragraph {found.paragraph}: “{shown}”."


def _body_remarks(house: House, values: dict[str, str]) -> Iterator[str]:
    story = house.stories[0]
    shows = has_own_text(story.root)
    fields = filled_names(story, values)
    places = find_place(story.root, is_body)
    for refused in places.refused:
        field = refused.field
        yield f"The body place “{field.name}” in {story.name}, paragraph {field.paragraph} {refused.reason}."
    if places.found is None and (shows or fields):
        yield (
            "The letterhead has no body place ({{Body}} in a paragraph of its own, or a content control tagged “body”) "
            "in its body: the briefing goes to the end of it."
        )
