"""What the makers of all sections share: the matter at hand, the scope of a section, and what is already printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.composer.index import EvidenceIndex
from briefing.errors import RequestInvalid
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Decisions,
    Request,
    Section,
    Sentence,
    Source,
    Span,
    evidence_id,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a part is about: everything, one actor, one source, or one topic's sentences (ids of lines)."""

    actor: Actor | None = None
    source: Source | None = None
    topic: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        return self.actor is None and self.source is None and not self.topic

    def most(self, section: Section) -> int:
        """The most rows or lines of this part (0: no limit)."""
        return section.limit if self.everything else section.rows


@dataclass(slots=True)
class Composition:
    """One composition. `printed` are the ids of the lines that stand somewhere already."""

    analysis: Analysis
    request: Request
    decisions: Decisions
    index: EvidenceIndex
    actors: tuple[Actor, ...]
    printed: list[str] = field(default_factory=list)

    def only(self, scope: Scope) -> tuple[str, ...]:
        """The actors' ids that a part is restricted to; empty for no restriction."""
        if scope.actor is not None:
            return (scope.actor.id,)
        return tuple(actor.id for actor in self.actors) if self.request.actors else ()

    def about(self, scope: Scope) -> tuple[Sentence, ...]:
        """The sentences a scope is about: all, those of one source or topic, or those that name one actor."""
        sentences = self.analysis.sentences
        if scope.source is not None:
            return tuple(sentence for sentence in sentences if sentence.source == scope.source.id)
        if scope.topic:
            return tuple(sentence for sentence in sentences if line_id(sentence.source, sentence.span) in scope.topic)
        return self.index.naming(scope.actor) if scope.actor is not None else sentences

    def covers(self, scope: Scope, source: str, sentence: Span) -> bool:
        """True where evidence from that sentence belongs to the scope's source or topic."""
        if scope.source is not None and scope.source.id != source:
            return False
        return not scope.topic or line_id(source, sentence) in scope.topic


def line_id(source: str, sentence: Span) -> str:
    return evidence_id("l", source, sentence)


def actors_of(analysis: Analysis, wanted: Sequence[str] = ()) -> tuple[Actor, ...]:
    """The actors to show: those asked for, else the states, organisations and groups named most often.

    Raises RequestInvalid for an actor that is not in the analysis.
    """
    if not wanted:
        bodies = [actor for actor in analysis.actors if actor.kind is not ActorKind.PERSON]
        return tuple(sorted(bodies, key=lambda actor: (-len(actor.mentions), actor.name)))
    return tuple(_actor(analysis, name) for name in wanted)


def _actor(analysis: Analysis, name: str) -> Actor:
    folded = name.casefold().strip()
    for actor in analysis.actors:
        if folded in {actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}:
            return actor
    known = ", ".join(actor.name for actor in actors_of(analysis)[:8])
    raise RequestInvalid("--actor", name, f"the sources name no such actor; they name {known or 'none'}")
