"""Word's own fields that show a property of the document (TITLE, DOCPROPERTY Reference): what they show at once.

Word works such fields out again only when it prints or is told to, so a header that shows the title by a field would
go on showing the letterhead's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.writers.word.markup import SPACE, add_run, legal, w
from briefing.writers.word.placeholders import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_SHOWS = re.compile(r'\s*(?:DOCPROPERTY\s+"?([^"\\]+?)"?|(TITLE|SUBJECT|AUTHOR))\s*(?:\\.*)?$', re.IGNORECASE)
_CORE = {"subject": "reference"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A field's code and the text elements of what it shows."""

    code: str
    texts: list[etree._Element]


def refresh_fields(story: etree._Element, values: dict[str, str]) -> None:
    """Let every field that shows a value of ours show it now."""
    for simple in list(story.iter(w("fldSimple"))):
        value = _value(simple.get(w("instr"), ""), values)
        if value:
            _replace_runs(simple, value)
    for paragraph in story.iter(w("p")):
        for found in _complex_fields(paragraph):
            value = _value(found.code, values)
            if value:
                _show(found.texts, value)


def _value(code: str, values: dict[str, str]) -> str:
    found = _SHOWS.match(code)
    if found is None:
        return ""
    name = found[1] or _CORE.get(found[2].casefold(), found[2])
    return values.get(folded(name), "")


def _replace_runs(simple: etree._Element, value: str) -> None:
    texts = list(simple.iter(w("t")))
    if texts:
        _show(texts, value)
    else:
        add_run(simple, value)


def _show(texts: list[etree._Element], value: str) -> None:
    for index, text in enumerate(texts):
        text.text = legal(value) if index == 0 else ""
        text.set(SPACE, "preserve")


def _complex_fields(paragraph: etree._Element) -> Iterator[_Shown]:
    """Each field that begins and ends in the paragraph, unless it holds others."""
    code: list[str] = []
    shown: list[etree._Element] = []
    depth, separated, plain = 0, False, True
    for node in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
        kind = node.get(w("fldCharType"), "") if node.tag == w("fldChar") else ""
        if kind == "begin":
            depth += 1
            if depth == 1:
                code, shown, separated, plain = [], [], False, True
            else:
                plain = False
        elif kind == "separate":
            separated = True
        elif kind == "end":
            depth = max(0, depth - 1)
            if depth == 0 and plain and shown:
                yield _Shown("".join(code), shown)
        elif node.tag == w("instrText"):
            code.append(node.text or "")
        elif depth and separated:
            shown.append(node)
