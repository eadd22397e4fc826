"""What one document gives by itself, before actors are merged over all documents."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model import (
    Actor,
    ActorKind,
    Disagreement,
    Event,
    Figure,
    Person,
    Span,
    Statement,
)


@dataclass(frozen=True, slots=True)
class LocalActor:
    """An actor as one document knows it. `name` is its key within the document; `parent` the actor it belongs to."""

    name: str
    kind: ActorKind
    parent: str = ""
    role: str = ""
    forms: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEvidence:
    """All that one document gives. Actors in `figures` and `statements` are still names of `actors`, not ids."""

    source: str
    actors: tuple[LocalActor, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    timeline: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the documents give together; ids are final, orders are source order, then text order."""

    actors: tuple[Actor, ...] = ()
    people: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    timeline: tuple[Event, ...] = field(default=(), repr=False)
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """`source` (id) repeats `original` (id); `likeness` is the share of its word sequences found there, 0 to 1."""

    source: str
    original: str
    likeness: float
