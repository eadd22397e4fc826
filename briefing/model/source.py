"""A source, its passages and its sentences: where every piece of evidence points back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points of a `Source.text`: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Characters of one source: a mention, a repeated sentence, anything that is only a pointer."""

    source: str
    span: Span


class PassageKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CELL = "cell"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, list item, table cell or note.

    `number` counts from 1 over all passages of the source and is the locator printed in citations ("para 3").
    `page` counts from 1 and is None where the format has no pages. `level` is a heading's level from 1, else 0.
    Passages are ordered, do not overlap, and have no blanks at their ends.
    """

    number: int
    kind: PassageKind
    span: Span
    page: int | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One loaded document.

    `id` is "s" and the first 12 hexadecimal digits of the SHA-256 of the file's bytes.
    `text` is normalised once, at load: newlines are line feeds, control characters and lone surrogates are gone;
    a UTF-8 text file is otherwise taken as it is. `published` is an ISO 8601 date, possibly reduced ("2024",
    "2024-11"), or "": it is never guessed from the file's date. `language` is a BCP 47 tag or "". `pages` is None
    without pages.
    """

    id: str
    name: str
    path: str
    sha256: str
    media_type: str
    text: str = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    pages: int | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or heading, list item, cell) with its own characters: `text == source.text[start:end]`."""

    source: str
    span: Span
    text: str
    passage: int
    kind: PassageKind
    page: int | None = None


def evidence_id(kind: str, source: str, span: Span) -> str:
    """The id of a piece of evidence: the same after every re-run over the same bytes.

    `kind` is one letter: l line (sentence), f figure, s statement, e event. Safe as a Word bookmark name (<= 40
    characters, letters, digits and underscores).
    """
    return f"{kind}_{source}_{span.start}_{span.end}"
