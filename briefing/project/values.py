"""What a project holds, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from briefing.blocks import LedgerEntry
from briefing.model import Decisions, Request, Source


class Reliability(StrEnum):
    """The source as such: A completely reliable ... E unreliable, F cannot be judged (NATO AJP-2.1)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(IntEnum):
    """What it says: 1 confirmed by other sources ... 5 improbable, 6 cannot be judged (NATO AJP-2.1)."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What a person put down about a source (its id). None leaves what the document itself states.

    `accessed` is an ISO 8601 date or "". `included` is False for a source that is kept out of the briefing.
    """

    source: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    accessed: str = ""
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    descriptor: str = ""
    marking: str = ""
    included: bool = True


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source with the file's bytes that it was read from."""

    source: Source
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Issue:
    """A briefing that went out. `number` counts from 1; `name` is the file's, `sha256` that of its bytes."""

    number: int
    date: str
    title: str
    template: str
    name: str
    sha256: str
    ledger: tuple[LedgerEntry, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProjectState:
    """Everything in the project, less the documents' own bytes.

    `sources` are in the order they were added, `cards` (at most one for each) in that same order. `template` is a
    template's name or path, or "".
    """

    sources: tuple[Source, ...] = ()
    cards: tuple[SourceCard, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    request: Request = field(default_factory=Request)
    template: str = ""
    issues: tuple[Issue, ...] = ()


def carded(source: Source, card: SourceCard) -> Source:
    """The source with the particulars that the card puts in place of the document's own."""
    return replace(
        source,
        title=source.title if card.title is None else card.title,
        author=source.author if card.author is None else card.author,
        publisher=source.publisher if card.publisher is None else card.publisher,
        published=source.published if card.published is None else card.published,
        url=source.url if card.url is None else card.url,
    )
