"""What a project holds, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.blocks import LedgerEntry
from briefing.deciding import carded
from briefing.model import Credibility, Decisions, Reliability, Request, Source, SourceCard

__all__ = ["Credibility", "Issue", "NewSource", "ProjectState", "Reliability", "SourceCard", "carded"]


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
