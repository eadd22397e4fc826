"""Analysis + template + decisions -> briefing: chooses the evidence for each section, and cites it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing import deciding
from briefing.composer import budgets, disagreements, figures, lines, standing, statements
from briefing.composer.index import EvidenceIndex
from briefing.composer.state import Composition, Scope, actors_of, line_id
from briefing.layout import lay_out
from briefing.layout.room import pages_needed
from briefing.model import (
    Actor,
    Analysis,
    Briefing,
    BriefingSection,
    Content,
    Decisions,
    Fill,
    Notice,
    People,
    PersonRow,
    Request,
    Section,
    SectionKind,
    Sentence,
    SourceList,
    Template,
    ToWrite,
)
from briefing.summary import topics

_ACTORS_SHOWN = 6
_TOPICS_SHOWN = 4
_NOTHING = MappingProxyType(
    {
        SectionKind.SUMMARY: "No sentence of the sources fits here.",
        SectionKind.FIGURES: "No key figures were found.",
        SectionKind.FIGURE_STRIP: "No key figures were found.",
        SectionKind.STATEMENTS: "No statements were found.",
        SectionKind.PEOPLE: "No people were found.",
        SectionKind.TIMELINE: "No dated events were found.",
        SectionKind.DISAGREEMENTS: "No figures that contradict each other were found.",
        SectionKind.CHART: "There are no differing figures to draw.",
        SectionKind.SOURCE_SUMMARY: "There are no sources.",
        SectionKind.CHANGES: "There is no earlier issue of this briefing to compare with.",
    }
)


def compose(
    analysis: Analysis,
    template: Template,
    request: Request | None = None,
    decisions: Decisions | None = None,
) -> Briefing:
    """The briefing that `template` asks for. Raises RequestInvalid for an actor that is not in the analysis."""
    asked, decided = request or Request(), decisions or Decisions()
    decided = replace(decided, dropped=(*decided.dropped, *deciding.around_picked(analysis, decided)))
    analysis = deciding.without_hidden(deciding.decided(analysis, decided), decided.hidden)
    # What a person writes takes no evidence away: the room is that of the empty places.
    unwritten = replace(decided, written=())

    def fits(budgeted: Template) -> bool:
        briefing = _composed(analysis, budgeted, asked, unwritten)
        return pages_needed(lay_out(briefing)) <= template.pages

    chosen = budgets.fitting(template, fits) if template.pages else template
    return replace(_composed(analysis, chosen, asked, decided), template=template)


def _composed(analysis: Analysis, template: Template, request: Request, decisions: Decisions) -> Briefing:
    composition = Composition(
        analysis, request, decisions, EvidenceIndex.of(analysis, decisions), actors_of(analysis, request.actors)
    )
    sections = [part for section in template.sections for part in _section(composition, section)]
    return Briefing(
        title=request.title or template.title,
        date=request.date,
        marking=request.marking or template.marking,
        addressee=request.addressee,
        author=request.author,
        reference=request.reference,
        template=template,
        sections=tuple(sections),
        sources=analysis.sources,
    )


def sentences_by_actor(analysis: Analysis) -> tuple[tuple[Actor, tuple[Sentence, ...]], ...]:
    """Each state, organisation and group with the sentences that name it, most often named first."""
    index = EvidenceIndex.of(analysis, Decisions())
    return tuple((actor, index.naming(actor)) for actor in actors_of(analysis)[:_ACTORS_SHOWN])


def _section(composition: Composition, section: Section) -> Iterator[BriefingSection]:
    annex = section.kind is SectionKind.ANNEX
    if section.fill is Fill.WRITE and not annex:
        content: tuple[Content, ...] = (_to_write(composition, section),)
    elif section.per:
        repeated = tuple(_repeated(composition, section))
        nothing = () if repeated else (Notice(f"No {section.per} has anything of its own to show."),)
        yield BriefingSection(section.key, section.heading, 1, nothing, annex)
        yield from repeated
        return
    else:
        kinds = section.parts if annex else (section.kind,)
        content = tuple(item for kind in kinds for item in _content(composition, section, kind, Scope()))
    yield BriefingSection(section.key, section.heading, 1, content, annex)


def _to_write(composition: Composition, section: Section) -> ToWrite:
    written = dict(composition.decisions.written)
    prompt = section.prompt or f"{section.heading}: to be written."
    return ToWrite(prompt, written.get(section.key, ""), gaps=section.kind is SectionKind.GAPS)


@dataclass(frozen=True, slots=True)
class _Part:
    """One repetition of a section: its key, sub-heading and scope."""

    key: str
    heading: str
    scope: Scope


def _repeated(composition: Composition, section: Section) -> Iterator[BriefingSection]:
    for part in _parts(composition, section):
        kinds = section.parts or (section.kind,)
        content = [item for kind in kinds for item in _content(composition, section, kind, part.scope)]
        said: tuple[Content, ...] = tuple(item for item in content if not isinstance(item, Notice))
        if not said:
            # Better a line for the second time than an actor about whom the reader learns nothing.
            again = [_AGAIN[kind](composition, section, part.scope) for kind in kinds if kind in _AGAIN]
            said = tuple(item for item in again if item is not None)[-1:]
        if said:
            yield BriefingSection(f"{section.key}-{part.key}", part.heading, 2, said)


def _parts(composition: Composition, section: Section) -> Iterable[_Part]:
    analysis = composition.analysis
    if section.per == "actor":
        most = len(composition.actors) if composition.request.actors else section.limit or _ACTORS_SHOWN
        return [_Part(actor.id, actor.name, Scope(actor=actor)) for actor in composition.actors[:most]]
    if section.per == "source":
        shown = [source for source in analysis.sources if source.duplicate_of is None]
        most = section.limit or len(shown)
        return [_Part(source.id, source.title or source.name, Scope(source=source)) for source in shown[:most]]
    found = topics(analysis.sentences, analysis.sources, limit=section.limit or _TOPICS_SHOWN)
    return [
        _Part(
            f"topic-{number}",
            topic.name[:1].upper() + topic.name[1:],
            Scope(topic=frozenset(line_id(sentence.source, sentence.span) for sentence in topic.sentences)),
        )
        for number, topic in enumerate(found, 1)
    ]


def _content(composition: Composition, section: Section, kind: SectionKind, scope: Scope) -> tuple[Content, ...]:
    made = _MAKERS[kind](composition, section, scope)
    return (made,) if made is not None else (Notice(_NOTHING[kind]),)


def _people(composition: Composition, section: Section, scope: Scope) -> People | None:
    only, index = composition.only(scope), composition.index
    rows = [
        PersonRow(person.name, person.role, index.name(person.actor or ""), index.at(person.mentions[0]))
        for person in composition.analysis.people
        if person.mentions and person.id not in composition.decisions.dropped
        if not only or person.actor in only
        if scope.source is None or any(mention.source == scope.source.id for mention in person.mentions)
    ]
    known = frozenset(sorted(rows, key=lambda row: not row.role)[: scope.most(section) or len(rows)])
    return People(tuple(row for row in rows if row in known)) if rows else None


def _nothing(_composition: Composition, _section: Section, _scope: Scope) -> None:
    """An earlier issue would be needed, and there is none."""


def _sources(_composition: Composition, section: Section, _scope: Scope) -> SourceList:
    return SourceList(section.compact)


def _written(composition: Composition, section: Section, _scope: Scope) -> ToWrite:
    return _to_write(composition, section)


_Maker = Callable[[Composition, Section, Scope], Content | None]
_MAKERS: Mapping[SectionKind, _Maker] = MappingProxyType(
    {
        SectionKind.SUMMARY: lines.summary,
        SectionKind.FIGURES: figures.by_actor,
        SectionKind.FIGURE_STRIP: figures.strip,
        SectionKind.STATEMENTS: statements.who_said_what,
        SectionKind.PEOPLE: _people,
        SectionKind.TIMELINE: lines.timeline,
        SectionKind.DISAGREEMENTS: disagreements.side_by_side,
        SectionKind.CHART: disagreements.drawn,
        SectionKind.CHANGES: _nothing,
        SectionKind.SOURCES: _sources,
        SectionKind.SOURCE_SUMMARY: standing.standing,
        SectionKind.TEXT: _written,
        SectionKind.BOTTOM_LINE: _written,
        SectionKind.GAPS: _written,
    }
)
_AGAIN: Mapping[SectionKind, _Maker] = MappingProxyType(
    {SectionKind.SUMMARY: lines.summary_again, SectionKind.STATEMENTS: statements.said_again}
)
