"""The passages of a Markdown text (CommonMark 0.31 block structure, as far as passages need it)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import Passage, PassageKind
from briefing.readers.builder import Mark, one_line
from briefing.readers.lines import Line, groups

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_LINK_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:\s")
_TABLE_RULE = re.compile(r"[\s|:-]{3,}")


def marks(lines: Sequence[Line]) -> Iterator[Mark]:
    """Where the passages stand: headings without their marks, list items without their bullets, table cells."""
    for group in _fenced(lines):
        if _FENCE.match(group[0].text):
            yield from _paragraph([line for line in group if not _FENCE.match(line.text)])
            continue
        for part in groups(group):
            yield from _group(part)


def title(text: str, passages: Sequence[Passage]) -> str:
    """The heading of the first level that the text begins with, or ""."""
    first = passages[0] if passages else None
    if first is None or first.kind is not PassageKind.HEADING or first.level != 1:
        return ""
    return one_line(first.span.cut(text))


def _fenced(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines cut where code fences open and close."""
    first, inside = 0, False
    for number, line in enumerate(lines):
        if not _FENCE.match(line.text):
            continue
        cut = number + 1 if inside else number
        if first < cut:
            yield lines[first:cut]
        first, inside = cut, not inside
    if first < len(lines):
        yield lines[first:]


def _group(lines: Sequence[Line]) -> Iterator[Mark]:
    current: list[Line] = []
    for line in lines:
        heading = _ATX.match(line.text)
        if current and line.underline and not _ITEM.match(current[0].text):
            yield Mark(current[0].start, current[-1].end, PassageKind.HEADING, None, line.underline)
            current = []
        elif heading or line.rule or _LINK_DEFINITION.match(line.text) or _is_row(line):
            yield from _paragraph(current)
            current = []
            yield from _single(line, len(heading[1]) if heading else 0, heading.end() if heading else 0)
        elif current and not _ITEM.match(line.text):
            current.append(line)
        else:
            yield from _paragraph(current)
            current = [line]
    yield from _paragraph(current)


def _single(line: Line, level: int, offset: int) -> Iterator[Mark]:
    if level:
        stripped = line.text.rstrip()
        bare = stripped.rstrip("#")
        end = len(bare) if bare.endswith((" ", "\t")) else len(stripped)
        yield Mark(line.start + offset, line.start + max(offset, end), PassageKind.HEADING, None, level)
    elif _is_row(line):
        yield from _cells(line)


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    return text.startswith("|") and text.count("|") >= 2


def _cells(line: Line) -> Iterator[Mark]:
    if _TABLE_RULE.fullmatch(line.text):
        return
    position = line.start
    for cell in line.text.split("|"):
        yield Mark(position, position + len(cell), PassageKind.CELL)
        position += len(cell) + 1


def _paragraph(lines: Sequence[Line]) -> Iterator[Mark]:
    if not lines:
        return
    item = _ITEM.match(lines[0].text)
    if item:
        yield Mark(lines[0].start + item.end(), lines[-1].end, PassageKind.LIST_ITEM)
        return
    quote = _QUOTE.match(lines[0].text)
    yield Mark(lines[0].start + (quote.end() if quote else 0), lines[-1].end)
