"""Evidence looked up by id, actor or place, and turned into cited claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.model import (
    Actor,
    ActorEvidence,
    Analysis,
    Citation,
    Claim,
    Decisions,
    DisagreementKind,
    Figure,
    FigureRow,
    Modifier,
    Originator,
    Place,
    Sentence,
    Source,
    Span,
    SummarySentence,
    evidence_id,
)

MODIFIER_WORDS: Mapping[Modifier, str] = MappingProxyType(
    {
        Modifier.EXACT: "",
        Modifier.RANGE: "",
        Modifier.ABOUT: "about",
        Modifier.AT_LEAST: "at least",
        Modifier.MORE_THAN: "more than",
        Modifier.UP_TO: "up to",
        Modifier.LESS_THAN: "less than",
    }
)


@dataclass(frozen=True, slots=True)
class EvidenceIndex:
    """An analysis, prepared for look-ups. Made by `of`."""

    sources: Mapping[str, Source]
    names: Mapping[str, str]
    roles: Mapping[str, str]
    speaks_for: Mapping[str, str]
    figures: Mapping[str, Figure]
    sentences: Mapping[Place, Sentence]
    in_passage: Mapping[tuple[str, int], tuple[Sentence, ...]]
    disputed: frozenset[str]
    edits: Mapping[str, str]
    notes: Mapping[str, str]

    @classmethod
    def of(cls, analysis: Analysis, decisions: Decisions) -> EvidenceIndex:
        in_passage: dict[tuple[str, int], tuple[Sentence, ...]] = {}
        for sentence in analysis.sentences:
            key = (sentence.source, sentence.passage)
            in_passage[key] = (*in_passage.get(key, ()), sentence)
        return cls(
            sources={source.id: source for source in analysis.sources},
            names={actor.id: actor.name for actor in analysis.actors},
            roles={person.id: person.role for person in analysis.people},
            speaks_for={person.id: person.actor for person in analysis.people if person.actor},
            figures={figure.id: figure for figure in analysis.figures},
            sentences={Place(sentence.source, sentence.span): sentence for sentence in analysis.sentences},
            in_passage=in_passage,
            disputed=_disputed(analysis, decisions),
            edits=dict(decisions.reworded),
            notes=dict(decisions.notes),
        )

    def name(self, actor: str) -> str:
        """The actor's name, or "" for no actor."""
        return self.names.get(actor, "")

    def owner(self, figure: Figure) -> str:
        """The id of the actor a figure belongs to, or "": a person's figures are those of whom they speak for."""
        actor = figure.actor or ""
        return self.speaks_for.get(actor, actor)

    def voices(self, citations: Iterable[Citation]) -> int:
        """How many sources speak, copies of one text counted once."""
        return len({self.sources[citation.source].duplicate_of or citation.source for citation in citations})

    def role(self, speaker: Originator) -> str:
        return self.roles.get(speaker.actor or "", "")

    def cut(self, source: str, span: Span) -> str:
        return span.cut(self.sources[source].text)

    def naming(self, actor: Actor) -> tuple[Sentence, ...]:
        """The sentences that name the actor, in source order."""
        wanted = {place for place in (self._sentence_at(mention) for mention in actor.mentions) if place is not None}
        return tuple(sentence for place, sentence in self.sentences.items() if place in wanted)

    def _sentence_at(self, place: Place) -> Place | None:
        sentence = self._sentence(place)
        return Place(sentence.source, sentence.span) if sentence else None

    def _sentence(self, place: Place) -> Sentence | None:
        passage = self._passage(place)
        for sentence in self.in_passage.get((place.source, passage), ()):
            if sentence.span.overlaps(place.span):
                return sentence
        return None

    def _passage(self, place: Place) -> int:
        """The number of the passage a place starts in (0: none), by bisection."""
        passages = self.sources[place.source].passages
        low, high = 0, len(passages)
        while low < high:
            middle = (low + high) // 2
            if passages[middle].span.end <= place.span.start:
                low = middle + 1
            else:
                high = middle
        return passages[low].number if low < len(passages) else 0

    def at(self, place: Place) -> Citation:
        number = self._passage(place)
        passages = self.sources[place.source].passages
        page = passages[number - 1].page if number else None
        return Citation(place.source, place.span, self.cut(place.source, place.span), number, page)

    def claim(self, key: str, source: str, span: Span, passage: int, page: int | None) -> Claim:
        """One cited piece of evidence, with the person's own wording where there is one."""
        quote = self.cut(source, span)
        citation = Citation(source, span, quote, passage, page)
        return Claim(key, quote, (citation,), edited=self.edits.get(key, ""), note=self.notes.get(key, ""))

    def line(self, item: SummarySentence) -> Claim:
        """A summary sentence, citing also the places that say the same."""
        sentence = item.sentence
        key = evidence_id("l", sentence.source, sentence.span)
        own = Citation(sentence.source, sentence.span, sentence.text, sentence.passage, sentence.page)
        return Claim(
            key,
            sentence.text,
            (own, *(self.at(place) for place in item.also)),
            edited=self.edits.get(key, ""),
            context_needed=item.context_needed,
            note=self.notes.get(key, ""),
        )

    def figure(self, key: str) -> FigureRow:
        """One figure as a row of a table."""
        figure = self.figures[key]
        return FigureRow(
            value=self.claim(key, figure.source, figure.span, figure.passage, figure.page),
            modifier=MODIFIER_WORDS[figure.modifier],
            counted="" if _holds(figure.text, figure.counted) else figure.counted,
            status=str(figure.status),
            said_by=figure.originator.name if figure.originator else "",
            as_of=figure.date_text,
            assumed_actor=figure.actor_evidence is ActorEvidence.ASSUMED,
            disputed=key in self.disputed,
            low=figure.low,
            high=figure.high,
        )


def _disputed(analysis: Analysis, decisions: Decisions) -> frozenset[str]:
    """The figures that contradict each other, as long as a person has not dropped those they contradict."""
    disputed: set[str] = set()
    for disagreement in analysis.disagreements:
        left = [figure for figure in disagreement.figures if figure not in decisions.dropped]
        if disagreement.kind is DisagreementKind.CONFLICT and len(left) > 1:
            disputed.update(left)
    return frozenset(disputed)


def _holds(text: str, counted: str) -> bool:
    """True where the figure's own words name the thing already ("900,000 tonnes")."""
    return set(counted.casefold().split()) <= set(text.casefold().split())
