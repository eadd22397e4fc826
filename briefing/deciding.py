"""An analysis as a person's decisions make it: actors renamed, merged and hidden, sentences chosen by hand, rows moved,
sources with the particulars of their cards.

Nothing of it touches a source's characters. The window shows what the composer prints, so both use this.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.model import (
    Actor,
    Analysis,
    Decisions,
    Disagreement,
    Figure,
    Originator,
    Passage,
    Person,
    Place,
    Sentence,
    Source,
    SourceCard,
    Span,
    Statement,
    evidence_id,
)

_Item = TypeVar("_Item")


def decided(analysis: Analysis, decisions: Decisions) -> Analysis:
    """The analysis with the actors' new names, merged actors as one, and the sentences chosen by hand among the others.

    Disagreements are those that were found before two actors became one.
    """
    names = _Names.of(analysis, decisions)
    if names.known:
        analysis = replace(
            analysis,
            actors=_actors(analysis.actors, names),
            people=_people(analysis.people, names),
            figures=tuple(_figure(figure, names) for figure in analysis.figures),
            statements=tuple(_statement(statement, names) for statement in analysis.statements),
            disagreements=tuple(_disagreement(found, names) for found in analysis.disagreements),
        )
    picked = by_hand(analysis, decisions)
    return replace(analysis, sentences=_in_order(analysis, picked)) if picked else analysis


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


def without_hidden(analysis: Analysis, hidden: Sequence[str]) -> Analysis:
    """The analysis without these actors, the people who speak for them, their figures and their statements."""
    if not hidden:
        return analysis
    gone = out_of_sight(analysis, hidden)
    return replace(
        analysis,
        actors=tuple(actor for actor in analysis.actors if actor.id not in gone),
        people=tuple(person for person in analysis.people if person.id not in gone),
        figures=tuple(figure for figure in analysis.figures if figure.actor not in gone),
        statements=tuple(item for item in analysis.statements if not {item.actor, item.speaker.actor} & gone),
        disagreements=tuple(found for found in analysis.disagreements if found.actor not in gone),
    )


def out_of_sight(analysis: Analysis, hidden: Sequence[str]) -> frozenset[str | None]:
    """The hidden actors and the people who speak for them."""
    return frozenset(hidden) | {person.id for person in analysis.people if person.actor in hidden}


def arranged(items: Sequence[_Item], key: Callable[[_Item], str], order: Sequence[str]) -> tuple[_Item, ...]:
    """The items with those in `order` in that order, in the places that they have among them; the others stay."""
    ranks = {identifier: rank for rank, identifier in enumerate(order)}
    places = [place for place, item in enumerate(items) if key(item) in ranks]
    moved = sorted((items[place] for place in places), key=lambda item: ranks[key(item)])
    result = list(items)
    for place, item in zip(places, moved, strict=True):
        result[place] = item
    return tuple(result)


def by_hand(analysis: Analysis, decisions: Decisions) -> tuple[Sentence, ...]:
    """The pinned lines that are no sentence of their own, as sentences with just the characters that were chosen."""
    known = {evidence_id("l", sentence.source, sentence.span) for sentence in analysis.sentences}
    sources = {source.id: source for source in analysis.sources}
    found = (_picked(line, sources) for line in dict.fromkeys(decisions.pinned) if line not in known)
    return tuple(sentence for sentence in found if sentence is not None)


def around_picked(analysis: Analysis, decisions: Decisions) -> tuple[str, ...]:
    """The sentences of which a person has chosen other characters by hand, for nothing is to be said twice."""
    picked = by_hand(analysis, decisions)
    around = (
        evidence_id("l", sentence.source, sentence.span)
        for sentence in (analysis.sentences if picked else ())
        if any(own.source == sentence.source and own.span.overlaps(sentence.span) for own in picked)
    )
    return tuple(line for line in around if line not in decisions.pinned)


def picked_id(source: Source, span: Span) -> str:
    """The id of a line chosen by hand, or "" where the characters are only blanks."""
    text = span.cut(source.text)
    start = span.start + len(text) - len(text.lstrip())
    end = span.end - (len(text) - len(text.rstrip()))
    return evidence_id("l", source.id, Span(start, end)) if start < end else ""


def _picked(line: str, sources: Mapping[str, Source]) -> Sentence | None:
    kind, _, rest = line.partition("_")
    name, _, numbers = rest.partition("_")
    start, _, end = numbers.partition("_")
    source = sources.get(name)
    if kind != "l" or source is None or not (start.isdecimal() and end.isdecimal()):
        return None
    if not int(start) < int(end) <= len(source.text):
        return None
    span = Span(int(start), int(end))
    place = bisect_right(source.passages, span.start, key=_beginning) - 1
    if place < 0:
        return None
    passage = source.passages[place]
    return Sentence(source.id, span, span.cut(source.text), passage.number, passage.kind, passage.page)


def _beginning(passage: Passage) -> int:
    return passage.span.start


def _in_order(analysis: Analysis, picked: Sequence[Sentence]) -> tuple[Sentence, ...]:
    order = {source.id: place for place, source in enumerate(analysis.sources)}
    return tuple(sorted((*analysis.sentences, *picked), key=lambda sentence: (order[sentence.source], sentence.span)))


@dataclass(frozen=True, slots=True)
class _Names:
    """`target` are the actors that count as others, `known` the actors whose name or id changes, by their old id."""

    target: Mapping[str, str]
    names: Mapping[str, str]
    known: bool

    @classmethod
    def of(cls, analysis: Analysis, decisions: Decisions) -> _Names:
        there = {actor.id: actor.name for actor in analysis.actors}
        there |= {person.id: person.name for person in analysis.people if person.id not in there}
        wanted = {actor: other for actor, other in decisions.merged if actor in there and other in there}
        target = {actor: _end(actor, wanted) for actor in wanted}
        renamed = {actor: name for actor, name in decisions.renamed if actor in there and name}
        names = there | renamed
        return cls({one: other for one, other in target.items() if one != other}, names, bool(target or renamed))

    def id(self, actor: str | None) -> str | None:
        return self.target.get(actor, actor) if actor else actor

    def originator(self, said: Originator) -> Originator:
        actor = self.id(said.actor)
        return Originator(self.names.get(actor, said.name), actor) if actor else said


def _end(actor: str, wanted: Mapping[str, str]) -> str:
    """Whom an actor is counted as in the end; one of a circle is itself."""
    seen = [actor]
    while seen[-1] in wanted:
        following = wanted[seen[-1]]
        if following in seen:
            return actor
        seen.append(following)
    return seen[-1]


def _actors(actors: Sequence[Actor], names: _Names) -> tuple[Actor, ...]:
    same: dict[str, list[Actor]] = {}
    for actor in actors:
        same.setdefault(names.target.get(actor.id, actor.id), []).append(actor)
    by_id = {actor.id: actor for actor in actors}
    return tuple(_one(by_id[key], group, names) for key, group in same.items() if key in by_id)


def _one(actor: Actor, group: Sequence[Actor], names: _Names) -> Actor:
    name = names.names[actor.id]
    others = sorted(group, key=lambda item: item.id != actor.id)
    forms = dict.fromkeys(form for item in others for form in (*item.aliases, item.name))
    changed = name != actor.name or len(group) > 1
    return replace(
        actor,
        name=name,
        aliases=tuple(form for form in forms if form != name) if changed else actor.aliases,
        mentions=tuple(place for item in others for place in item.mentions),
    )


def _people(people: Sequence[Person], names: _Names) -> tuple[Person, ...]:
    mentions: dict[str, tuple[Place, ...]] = {}
    for person in people:
        key = names.target.get(person.id, person.id)
        mentions[key] = (*mentions.get(key, ()), *person.mentions)
    return tuple(
        replace(
            person,
            name=names.names[person.id],
            actor=names.id(person.actor),
            mentions=mentions[person.id],
        )
        for person in people
        if person.id not in names.target
    )


def _figure(figure: Figure, names: _Names) -> Figure:
    said = names.originator(figure.originator) if figure.originator else None
    return replace(figure, actor=names.id(figure.actor), originator=said)


def _statement(statement: Statement, names: _Names) -> Statement:
    return replace(statement, actor=names.id(statement.actor), speaker=names.originator(statement.speaker))


def _disagreement(found: Disagreement, names: _Names) -> Disagreement:
    return replace(found, actor=names.id(found.actor))
