"""Plain text and Markdown: the text stays as it is, the passages are found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.errors import SourceEmpty
from briefing.model import PassageKind
from briefing.readers import markdown as md
from briefing.readers.builder import Document, Mark, Metadata, mark_passages, normalise, one_line, visible
from briefing.readers.charset import decode_text
from briefing.readers.dates import iso_date
from briefing.readers.lines import WRAP_LIMIT, Line, finished, groups, split_lines, wrap_width, wrapped
from briefing.readers.particulars import Particulars, front_matter, header_lines

_HEADING_LIMIT = 110
_HEADING_RUN = 3
_BYLINE_LIMIT = 60
_NOT_AT_A_HEADINGS_END = (".", "!", "?", "…", ":", ";", ",", "。", "！", "？")


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lines that make one passage; `offset` is the length of the bullet."""

    lines: Sequence[Line]
    kind: PassageKind = PassageKind.PARAGRAPH
    level: int = 0
    offset: int = 0

    @property
    def mark(self) -> Mark:
        return Mark(self.lines[0].start + self.offset, self.lines[-1].end, self.kind, None, self.level)

    @property
    def text(self) -> str:
        return self.lines[0].text[self.offset :].strip()


def read(data: bytes, path: str, *, markdown: bool = False) -> Document:
    """The document in the bytes of a text file of any character set."""
    return read_normalised(normalise(decode_text(data)), path, markdown=markdown)


def read_normalised(text: str, path: str, *, markdown: bool = False) -> Document:
    """The document in a normalised text, which stays as it is."""
    if not visible(text):
        raise SourceEmpty(path)
    lines = split_lines(text)
    stated = front_matter(lines) if markdown else Particulars(Metadata())
    if not stated.after:
        stated = header_lines(lines)
    before, after = lines[: stated.first], lines[stated.after :]
    if markdown:
        passages = mark_passages(text, [*md.marks(before), *md.marks(after)])
        title = md.title(text, passages)
        return Document(text, passages, replace(stated.metadata, title=stated.metadata.title or title))
    width = wrap_width(after)
    units = _with_headings([*_units(before, width), *_units(after, width)])
    return Document(text, mark_passages(text, [unit.mark for unit in units]), _top(units, stated.metadata))


def _units(lines: Sequence[Line], width: int) -> Iterator[_Unit]:
    for group in groups(lines):
        current: list[Line] = []
        for line in group:
            if line.rule:
                if current:
                    yield _unit(current, _underlined(current, line))
                    current = []
            elif current and _goes_on(current, line, width):
                current.append(line)
            else:
                if current:
                    yield _unit(current)
                current = [line]
        if current:
            yield _unit(current)


def _underlined(lines: Sequence[Line], rule: Line) -> int:
    """The level of the heading that the lines are, or 0 when the rule below them only divides."""
    text = lines[0].text.strip()
    return rule.underline if len(lines) == 1 and len(text) <= _HEADING_LIMIT and not finished(text) else 0


def _goes_on(current: Sequence[Line], line: Line, width: int) -> bool:
    """Whether the line belongs to the passage that the current lines have begun."""
    last = current[-1]
    if line.bullet and (current[0].bullet or last.text.rstrip().endswith((".", ":", ";", "!", "?", ","))):
        return False
    if wrapped(last, line, width):
        return True
    indent = len(line.text) - len(line.text.lstrip())
    if current[0].bullet and indent >= 2 and len(last.text) <= WRAP_LIMIT:
        return not line.bullet  # the hanging lines of a list item
    return False


def _unit(lines: Sequence[Line], level: int = 0) -> _Unit:
    if level:
        return _Unit(tuple(lines), PassageKind.HEADING, level)
    bullet = lines[0].bullet
    return _Unit(tuple(lines), PassageKind.LIST_ITEM if bullet else PassageKind.PARAGRAPH, 0, bullet)


def _with_headings(units: Sequence[_Unit]) -> list[_Unit]:
    """The units with short lines that stand before a paragraph made headings.

    A long run of short lines is an address or a table, not a stack of headings.
    """
    found = list(units)
    run: list[int] = []
    for number, unit in enumerate(units):
        if _like_heading(unit):
            run.append(number)
            continue
        if len(run) <= _HEADING_RUN and unit.kind is not PassageKind.HEADING:
            for index in run:
                found[index] = replace(units[index], kind=PassageKind.HEADING, level=1 if index == 0 else 2)
        run = []
    return found


def _like_heading(unit: _Unit) -> bool:
    text = unit.text
    if unit.kind is not PassageKind.PARAGRAPH or len(unit.lines) > 1 or not 2 <= len(text) <= _HEADING_LIMIT:
        return False
    if finished(text) or text.endswith(_NOT_AT_A_HEADINGS_END) or text[0].islower():
        return False
    return any(character.isalpha() for character in text) and not _byline(text) and not iso_date(text)


def _byline(text: str) -> str:
    """The name in "By Jane Roe", or ""."""
    words = text.split()
    if len(text) > _BYLINE_LIMIT or len(words) < 2 or words[0].lower() != "by" or finished(text):
        return ""
    return one_line(" ".join(words[1:])) if words[1][0].isupper() else ""


def _top(units: Sequence[_Unit], stated: Metadata) -> Metadata:
    """The stated particulars, completed by a title, a byline and a line with nothing but a date at the top."""
    if not units or units[0].kind is not PassageKind.HEADING:
        return stated
    below = [unit.text for unit in units[1:4] if len(unit.lines) == 1]
    author = next((name for name in map(_byline, below) if name), "")
    published = next((day for day in map(iso_date, below) if day), "")
    return replace(
        stated,
        title=stated.title or one_line(units[0].text),
        author=stated.author or author,
        published=stated.published or published,
    )
