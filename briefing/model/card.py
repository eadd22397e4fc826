"""A source's card: what a person puts down about it, beside what the document itself states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


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
