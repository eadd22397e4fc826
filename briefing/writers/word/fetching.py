"""Fields by which Word would fetch something from outside the document: their codes go, what they show stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.writers.word.markup import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefing.writers.word.stories import Story

# ECMA-376 part 1, 17.16.5: fields whose result comes from another file or program.
_FETCHES = re.compile(
    r'\s*"?\s*(DDE|DDEAUTO|LINK|INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DATABASE|RD)\b', re.IGNORECASE
)
_SHOWN_CODE = 60


@dataclass(slots=True)
class _Open:
    """A field that has begun: the elements that make it one, and its code so far."""

    paragraph: int
    signs: list[etree._Element] = field(default_factory=list)
    code: str = ""


def take_out_fetching(story: Story) -> Iterator[str]:
    """Turn such fields into plain text; for each, words that follow "The letterhead"."""
    paragraphs = {node: number for number, node in enumerate(story.root.iter(w("p")), 1)}
    for simple in list(story.root.iter(w("fldSimple"))):
        code = simple.get(w("instr"), "")
        if _FETCHES.match(code):
            place = next((paragraphs[node] for node in simple.iterancestors(w("p"))), 0)
            _unwrap(simple)
            yield _told(code, story, place)
    for found in _complex_fields(story.root, paragraphs):
        if _FETCHES.match(found.code):
            for sign in found.signs:
                sign.getparent().remove(sign)  # type: ignore[union-attr]
            yield _told(found.code, story, found.paragraph)


def _told(code: str, story: Story, paragraph: int) -> str:
    shown = " ".join(code.split())[:_SHOWN_CODE]
    return (
        f"had a field that fetches from elsewhere in {story.name}, paragraph {paragraph} (“{shown}”), made plain text"
    )


def _unwrap(simple: etree._Element) -> None:
    for child in list(simple):
        simple.addprevious(child)
    parent = simple.getparent()
    if parent is not None:
        parent.remove(simple)


def _complex_fields(root: etree._Element, paragraphs: dict[etree._Element, int]) -> list[_Open]:
    """All fields made of signs, inner ones before outer ones; one that does not end counts, too."""
    waiting: list[_Open] = []
    found: list[_Open] = []
    for node in root.iter(w("p"), w("fldChar"), w("instrText")):
        if node.tag == w("p"):
            current = paragraphs[node]
        elif node.get(w("fldCharType")) == "begin":
            waiting.append(_Open(current, [node]))
        elif waiting:
            waiting[-1].signs.append(node)
            waiting[-1].code += (node.text or "") if node.tag == w("instrText") else ""
            if node.get(w("fldCharType")) == "end":
                found.append(waiting.pop())
    return found + waiting
