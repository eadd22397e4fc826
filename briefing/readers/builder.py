"""The one place where normalised text is made and where offsets into it are given out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model import Passage, PassageKind, Span

# Everything of category Cc but line feed and tab; lone surrogates; the two noncharacters PDF libraries leave behind.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Vertical tab, form feed and NEL end a line (Unicode Standard, section 5.8, newline function).
_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85]")
_BYTE_ORDER_MARK = "\ufeff"
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of a document that has no plain text of its own yet.

    `tight` says that it stands beside the block before it (a cell in the same table row).
    """

    text: str
    kind: PassageKind = PassageKind.PARAGRAPH
    page: int | None = None
    level: int = 0
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a passage stands in a text that is already normalised; blanks at its ends are allowed."""

    start: int
    end: int
    kind: PassageKind = PassageKind.PARAGRAPH
    page: int | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; see `Source` for the meaning of each field."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader hands back: everything of a `Source` that does not come from the file as such."""

    text: str
    passages: tuple[Passage, ...]
    metadata: Metadata = field(default_factory=Metadata)
    pages: int | None = None


def normalise(text: str) -> str:
    """The text with line feeds as newlines and without byte order mark, control characters and surrogates.

    Otherwise unchanged, and unchanged altogether when applied again.
    """
    return _FORBIDDEN.sub("", _NEWLINE.sub("\n", text)).lstrip(_BYTE_ORDER_MARK)


def one_line(text: str) -> str:
    """The text, normalised, with every run of blanks and line ends made one blank: for titles and names."""
    return " ".join(normalise(text).split())


def visible(text: str) -> bool:
    """Whether there is anything to see in the text."""
    return any(not (character.isspace() or character in _INVISIBLE) for character in text)


def mark_passages(text: str, marks: Iterable[Mark]) -> tuple[Passage, ...]:
    """The passages at the marks: trimmed, numbered from 1; marks over nothing visible are left out.

    The marks are ordered and do not overlap.
    """
    passages: list[Passage] = []
    for mark in marks:
        piece = text[mark.start : mark.end]
        if not visible(piece):
            continue
        start = mark.start + len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        passages.append(Passage(len(passages) + 1, mark.kind, Span(start, end), mark.page, mark.level))
    return tuple(passages)


def join_blocks(blocks: Iterable[Block], metadata: Metadata, pages: int | None = None) -> Document:
    """The document whose text is the blocks' texts: a blank line between them, a line end between cells of a row."""
    pieces: list[str] = []
    marks: list[Mark] = []
    position = 0
    for block in blocks:
        piece = normalise(block.text).strip()
        if not visible(piece):
            continue
        if pieces:
            separator = "\n" if block.tight else "\n\n"
            pieces.append(separator)
            position += len(separator)
        pieces.append(piece)
        marks.append(Mark(position, position + len(piece), block.kind, block.page, block.level))
        position += len(piece)
    text = "".join(pieces)
    return Document(text, mark_passages(text, marks), metadata, pages)
