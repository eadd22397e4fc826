"""What a project file holds, as the window and the saver's thread hand it to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model import Decisions, Request, Source, SourceCard


@dataclass(frozen=True)
class Content:
    """What a project file is to hold."""

    sources: tuple[Source, ...] = ()
    cards: tuple[SourceCard, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    template: str = ""
    request: Request = field(default_factory=Request)


@dataclass(frozen=True)
class Opened:
    """A project that was opened. `name` is its path, or "" for work that was never given a name."""

    name: str
    content: Content


@dataclass(frozen=True)
class Leftover:
    """Work without a name that a crash left behind: its file, when it was changed last, and what it is about."""

    path: str
    changed: float
    title: str
    documents: int
