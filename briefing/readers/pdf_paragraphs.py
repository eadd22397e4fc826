"""Paragraphs, headings, list items and footnotes rebuilt from the lines of a PDF."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model import PassageKind
from briefing.readers.builder import Block
from briefing.readers.lines import finished
from briefing.readers.pdf_lines import Line
from briefing.readers.pdf_words import Vocabulary, running_text

_BULLET = re.compile(
    r"\s*(?:[•●▪▫■□◦‣⁃·]|[–—*-](?=\s)|\(?\d{1,2}[.)](?=\s|[^\W\d_])|\((?:[a-z]|[ivx]{1,5})\)(?=\s))\s*(?=\S)"
)
_NOTE_MARK = re.compile(r"\s*(?:\d{1,3}(?!\d|[.,%]\d)|[*†‡§])")
_HEADING_LIMIT = 200
_HEADING_LINES = 4


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in the document: `size` and `pitch` of its running text, `advance` a character's width per size."""

    size: float
    pitch: float
    advance: float


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that belong together, and what they are."""

    lines: tuple[Line, ...]
    kind: PassageKind

    @property
    def size(self) -> float:
        return statistics.median(line.size for line in self.lines)


def blocks(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The document's blocks; a paragraph that runs over a page break is one block on the page where it begins."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    measures = _measures(pages)
    groups: list[_Group] = []
    left: Sequence[Line] = ()
    for page in pages:
        found = [_classified(group, measures) for group in _split(page, measures)]
        _carry_over(groups, found, left, measures)
        groups.extend(found)
        left = page
    vocabulary = Vocabulary(lines)
    levels = _levels(groups)
    return [_block(group, vocabulary, levels) for group in groups]


def largest_text(pages: Sequence[Sequence[Line]]) -> str:
    """The largest text on the first page, where it is clearly larger than the running text, or ""."""
    lines = [line for page in pages for line in page]
    first = [line for line in (pages[0] if pages else ()) if sum(map(str.isalpha, line.text)) >= 3]
    if not first:
        return ""
    size = max(line.size for line in first)
    if size < 1.15 * _body_size(lines):
        return ""
    title: list[Line] = []
    for line in first:
        if line.size > 0.97 * size:
            title.append(line)
        elif title:
            break
    text = running_text(title, Vocabulary(lines))
    return text if len(text) <= _HEADING_LIMIT and len(title) <= _HEADING_LINES else ""


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) or 1.0


def _measures(pages: Sequence[Sequence[Line]]) -> _Measures:
    lines = [line for page in pages for line in page]
    size = _body_size(lines)
    body = [line for line in lines if abs(line.size - size) <= 0.1 * size]
    steps = [
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page)
        if 0.6 * size < above.bottom - below.bottom < 3 * size and abs(above.size - below.size) < 0.1 * size
    ]
    advances = [line.width / len(line.text) / size for line in body if len(line.text) > 20]
    # The lower third: in a document of short paragraphs half of the steps are gaps between them.
    pitch = sorted(steps)[len(steps) // 3] if steps else 1.2 * size
    return _Measures(size, pitch, statistics.median(advances) if advances else 0.45)


def _split(page: Sequence[Line], measures: _Measures) -> Iterator[list[Line]]:
    current: list[Line] = []
    for number, line in enumerate(page):
        if current and _begins_new(current, line, _right_edge(page, number - 1), measures):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _right_edge(page: Sequence[Line], number: int) -> float:
    """How far the column goes to the right around the line, told by its neighbours."""
    line = page[number]
    near = page[max(0, number - 6) : number + 7]
    return max(other.right for other in near if abs(other.left - line.left) < 40 and other.left < line.right)


def _begins_new(current: Sequence[Line], line: Line, edge: float, measures: _Measures) -> bool:
    last = current[-1]
    step = last.bottom - line.bottom
    if line.page == last.page and abs(step) < 0.3 * last.size:
        return _beside(last, line)
    if abs(line.size - last.size) > 0.12 * last.size or (line.bold != last.bold and not _mid_sentence(last, line)):
        return not (last.hyphen or (_mid_sentence(last, line) and abs(line.size - last.size) < 0.2 * last.size))
    if _BULLET.match(line.text) and (finished(last.text) or step > 0) and not _mid_number(last):
        return True
    if step < 0:  # up again: the next column
        return finished(last.text) or line.text[:1].isupper()
    pitch = measures.pitch * last.size / measures.size
    if step > 1.4 * pitch:
        return True
    return _broken_on_purpose(current, line, edge, measures)


def _beside(last: Line, line: Line) -> bool:
    """Whether two pieces at one height are apart: cells, or lines of two columns."""
    return line.left - last.right > 1.5 * last.size or line.left < last.left


def _mid_sentence(last: Line, line: Line) -> bool:
    return last.hyphen or (not finished(last.text) and line.text.lstrip()[:1].islower())


def _mid_number(last: Line) -> bool:
    """Whether the line ends so that a number belongs to it ("in Chapter")."""
    return (
        not finished(last.text)
        and not last.text.rstrip().endswith((":", ";", ","))
        and _BULLET.match(last.text) is None
    )


def _broken_on_purpose(current: Sequence[Line], line: Line, edge: float, measures: _Measures) -> bool:
    """Whether the last line ended before its time: the first word of this one would have fitted in."""
    last = current[-1]
    if _sparse(last, measures) or _sparse(line, measures):
        return True
    indent = line.left - last.left
    ended = finished(last.text)
    if ended and len(current) > 1 and 0.5 * last.size < indent < 4 * last.size:
        return True
    if last.hyphen or last.text.rstrip().endswith(("-", ",")):
        return False
    first_word = line.text.split(maxsplit=1)[0]
    fits = edge - last.right > (len(first_word) + 2) * measures.advance * last.size
    if not fits or last.size > 1.15 * measures.size:
        return False
    column = max(edge - last.left, 1.0)
    return ended or (edge - last.right > 0.3 * column and not line.text[:1].islower())


def _sparse(line: Line, measures: _Measures) -> bool:
    """Whether the line has holes in it: the row of a table."""
    return len(line.text) > 3 and line.width / len(line.text) > 1.7 * measures.advance * line.size


def _classified(lines: Sequence[Line], measures: _Measures) -> _Group:
    text = " ".join(line.text.strip() for line in lines)
    first = lines[0]
    larger = all(line.size > 1.12 * measures.size for line in lines)
    short = len(text) <= _HEADING_LIMIT and len(lines) <= _HEADING_LINES and any(map(str.isalpha, text))
    if (
        short
        and (larger or (all(line.bold for line in lines) and len(lines) <= 2))
        and not text.endswith((".", ";", ","))
    ):
        return _Group(tuple(lines), PassageKind.HEADING)
    small = all(line.size < 0.93 * measures.size for line in lines)
    if small and first.top < 0.4 * first.page_height and _NOTE_MARK.match(first.text):
        return _Group(tuple(lines), PassageKind.FOOTNOTE)
    if _BULLET.match(first.text):
        return _Group(tuple(lines), PassageKind.LIST_ITEM)
    return _Group(tuple(lines), PassageKind.PARAGRAPH)


def _carry_over(before: list[_Group], found: list[_Group], left: Sequence[Line], measures: _Measures) -> None:
    """Moves what goes on from the page before (whose lines are `left`) into the group it goes on from."""
    if not before or not found or found[0].kind is not PassageKind.PARAGRAPH:
        return
    index = len(before) - 1
    while index > 0 and before[index].kind is PassageKind.FOOTNOTE:
        index -= 1
    if _runs_on(before[index], found[0], left, measures):
        before[index] = replace(before[index], lines=before[index].lines + found.pop(0).lines)


def _runs_on(group: _Group, following: _Group, left: Sequence[Line], measures: _Measures) -> bool:
    """Whether a paragraph was cut by the page's end: unfinished, in the same type, and full to its edge."""
    last, first = group.lines[-1], following.lines[0]
    if group.kind not in {PassageKind.PARAGRAPH, PassageKind.LIST_ITEM} or last.page != first.page - 1:
        return False
    if finished(last.text) or last.text.rstrip().endswith(":") or abs(group.size - following.size) > 0.1 * group.size:
        return False
    if _sparse(last, measures) or _sparse(first, measures):
        return False
    column = [line.right - last.left for line in left if abs(line.left - last.left) < 40]
    full = last.width > 0.85 * max(column, default=last.width)
    return full or _mid_sentence(last, first)


def _levels(groups: Sequence[_Group]) -> dict[float, int]:
    """Heading levels by size, largest first."""
    sizes = sorted({round(group.size) for group in groups if group.kind is PassageKind.HEADING}, reverse=True)
    return {size: min(level, 6) for level, size in enumerate(sizes, start=1)}


def _block(group: _Group, vocabulary: Vocabulary, levels: dict[float, int]) -> Block:
    text = running_text(group.lines, vocabulary)
    page = group.lines[0].page
    if group.kind is PassageKind.HEADING:
        return Block(text, group.kind, page, levels[round(group.size)])
    bullet = _BULLET.match(text) if group.kind is PassageKind.LIST_ITEM else None
    return Block(text[bullet.end() :] if bullet else text, group.kind, page)
