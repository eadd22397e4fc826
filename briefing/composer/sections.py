"""Analysis + template + decisions -> briefing: chooses the evidence for each section, and cites it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from briefing.composer import figures
from briefing.composer.index import EvidenceIndex
from briefing.errors import RequestInvalid
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Briefing,
    BriefingSection,
    Content,
    Decisions,
    Disagreements,
    DisagreementView,
    FiguresByActor,
    FigureStrip,
    Fill,
    Lines,
    Notice,
    People,
    PersonRow,
    Request,
    Section,
    SectionKind,
    Sentence,
    Source,
    SourceList,
    Span,
    Statement,
    StatementRow,
    Statements,
    Template,
    Timeline,
    TimelineRow,
    ToWrite,
    evidence_id,
)
from briefing.summary import SummaryOptions, summarise

_ACTORS_SHOWN = 6
_WORDS = 100
_MARKS = ('"', "'", "“", "‘", "«", "„")
_NOTHING = MappingProxyType(
    {
        SectionKind.SUMMARY: "No sentence of the sources fits here.",
        SectionKind.FIGURES: "No key figures were found.",
        SectionKind.FIGURE_STRIP: "No key figures were found.",
        SectionKind.STATEMENTS: "No statements were found.",
        SectionKind.PEOPLE: "No people were found.",
        SectionKind.TIMELINE: "No dated events were found.",
        SectionKind.DISAGREEMENTS: "No figures that contradict each other were found.",
    }
)


@dataclass(slots=True)
class _Composer:
    """The state of one composition: what is at hand, and which sentences are already printed."""

    analysis: Analysis
    request: Request
    decisions: Decisions
    index: EvidenceIndex
    actors: tuple[Actor, ...]
    printed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a section is about: everything, one actor, or one source."""

    actor: Actor | None = None
    source: Source | None = None


def compose(
    analysis: Analysis,
    template: Template,
    request: Request | None = None,
    decisions: Decisions | None = None,
) -> Briefing:
    """The briefing that `template` asks for. Raises RequestInvalid for an actor that is not in the analysis."""
    request, decisions = request or Request(), decisions or Decisions()
    composer = _Composer(
        analysis, request, decisions, EvidenceIndex.of(analysis, decisions), _actors(analysis, request.actors)
    )
    sections = [part for section in template.sections for part in _section(composer, section)]
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


def _actors(analysis: Analysis, wanted: Sequence[str]) -> tuple[Actor, ...]:
    """The actors to show: those asked for, else the states, organisations and groups named most often."""
    if not wanted:
        bodies = [actor for actor in analysis.actors if actor.kind is not ActorKind.PERSON]
        return tuple(sorted(bodies, key=lambda actor: (-len(actor.mentions), actor.name)))
    return tuple(_actor(analysis, name) for name in wanted)


def sentences_by_actor(analysis: Analysis) -> tuple[tuple[Actor, tuple[Sentence, ...]], ...]:
    """Each state, organisation and group with the sentences that name it, most often named first."""
    index = EvidenceIndex.of(analysis, Decisions())
    return tuple((actor, index.naming(actor)) for actor in _actors(analysis, ())[:_ACTORS_SHOWN])


def _actor(analysis: Analysis, name: str) -> Actor:
    folded = name.casefold().strip()
    for actor in analysis.actors:
        if folded in {actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}:
            return actor
    known = ", ".join(actor.name for actor in _actors(analysis, ())[:8])
    raise RequestInvalid("--actor", name, f"the sources name no such actor; they name {known or 'none'}")


def _section(composer: _Composer, section: Section) -> Iterable[BriefingSection]:
    if section.fill is Fill.WRITE:
        content: tuple[Content, ...] = (_to_write(composer, section),)
    elif section.per:
        repeated = tuple(_repeated(composer, section))
        nothing = () if repeated else (Notice(f"No {section.per} has anything of its own to show."),)
        yield BriefingSection(section.key, section.heading, 1, nothing)
        yield from repeated
        return
    else:
        content = _content(composer, section, section.kind, _Scope())
    yield BriefingSection(section.key, section.heading, 1, content)


def _to_write(composer: _Composer, section: Section) -> ToWrite:
    written = dict(composer.decisions.written)
    return ToWrite(section.prompt or f"{section.heading}: to be written.", written.get(section.key, ""))


def _repeated(composer: _Composer, section: Section) -> Iterable[BriefingSection]:
    if section.per == "actor":
        count = len(composer.actors) if composer.request.actors else section.limit or _ACTORS_SHOWN
        scopes = [(actor.id, actor.name, _Scope(actor=actor)) for actor in composer.actors[:count]]
    else:
        scopes = [
            (source.id, source.title or source.name, _Scope(source=source)) for source in composer.analysis.sources
        ]
    for key, name, scope in scopes:
        kinds = section.parts or (section.kind,)
        content = [item for kind in kinds for item in _content(composer, section, kind, scope)]
        said = tuple(item for item in content if not isinstance(item, Notice))
        if said:
            yield BriefingSection(f"{section.key}-{key}", name, 2, said)


def _content(composer: _Composer, section: Section, kind: SectionKind, scope: _Scope) -> tuple[Content, ...]:
    made = _MAKERS[kind](composer, section, scope)
    return (made,) if made is not None else (Notice(_NOTHING[kind]),)


def _summary(composer: _Composer, section: Section, scope: _Scope) -> Lines | None:
    everything = scope == _Scope()
    options = SummaryOptions(
        words=(composer.request.words if everything else 0) or section.words or _WORDS,
        pinned=composer.decisions.pinned if everything else (),
        banned=(*composer.decisions.dropped, *composer.printed),
    )
    sentences = _about(composer, scope)
    chosen = summarise(sentences, composer.analysis.sources, options)
    if not chosen and not everything:
        # Better a line for the second time than an actor about whom the reader learns nothing.
        again = replace(options, banned=composer.decisions.dropped, words=options.words // 2)
        chosen = summarise(sentences, composer.analysis.sources, again)
    if everything and section.limit:
        chosen = chosen[: section.limit]
    composer.printed += [_line_id(item.sentence) for item in chosen]
    return Lines(tuple(composer.index.line(item) for item in chosen)) if chosen else None


def _line_id(sentence: Sentence) -> str:
    return evidence_id("l", sentence.source, sentence.span)


def _about(composer: _Composer, scope: _Scope) -> tuple[Sentence, ...]:
    """The sentences a scope is about: all, those of one source, or those that name one actor."""
    sentences = composer.analysis.sentences
    if scope.source is not None:
        return tuple(sentence for sentence in sentences if sentence.source == scope.source.id)
    if scope.actor is not None:
        return composer.index.naming(scope.actor)
    return sentences


def _figures(composer: _Composer, section: Section, scope: _Scope) -> FiguresByActor | None:
    rows = figures.chosen(composer.analysis, composer.index, section.limit, _only(scope, composer))
    order = {actor.id: place for place, actor in enumerate(composer.actors)}
    groups: dict[str, list[figures.Ranked]] = {}
    for row in rows:
        groups.setdefault(row.figure.actor or "", []).append(row)
    keys = sorted(groups, key=lambda key: (key == "", order.get(key, len(order)), composer.index.name(key)))
    return (
        FiguresByActor(tuple((composer.index.name(key), tuple(row.row for row in groups[key])) for key in keys))
        if keys
        else None
    )


def _only(scope: _Scope, composer: _Composer) -> tuple[str, ...]:
    """The actors' ids that a figures table is restricted to; empty for no restriction."""
    if scope.actor is not None:
        return (scope.actor.id,)
    return tuple(actor.id for actor in composer.actors) if composer.request.actors else ()


def _figure_strip(composer: _Composer, section: Section, scope: _Scope) -> FigureStrip | None:
    rows = figures.chosen(composer.analysis, composer.index, section.limit or 4, _only(scope, composer))
    return FigureStrip(tuple(row.row for row in rows)) if rows else None


def _statements(composer: _Composer, section: Section, scope: _Scope) -> Statements | None:
    only = _only(scope, composer)
    dropped = composer.decisions.dropped
    found = [
        statement
        for statement in composer.analysis.statements
        if statement.id not in dropped and (not only or statement.actor in only)
        if scope.source is None or statement.source == scope.source.id
    ]
    different = _different(composer, found)
    kept = sorted(_spread(different)[: section.limit or len(different)], key=different.index)
    return Statements(tuple(_statement_row(composer, statement) for statement in kept)) if kept else None


def _spread(statements: Iterable[Statement]) -> list[Statement]:
    """Best first: each actor's first before anybody's second, quotations before reported speech."""
    turns: Counter[str] = Counter()
    ranked = []
    for place, statement in sorted(enumerate(statements), key=lambda pair: (pair[1].quote is None, pair[0])):
        who = statement.actor or statement.speaker.name
        ranked.append((turns[who], statement.quote is None, place, statement))
        turns[who] += 1
    return [statement for *_rank, statement in sorted(ranked, key=lambda entry: entry[:3])]


def _different(composer: _Composer, statements: Iterable[Statement]) -> list[Statement]:
    """The statements without those that repeat another's words or are a part of a longer one."""
    order = {source.id: place for place, source in enumerate(composer.analysis.sources)}
    seen: set[str] = set()
    longest: dict[str, Span] = {}
    different = []
    for statement in sorted(statements, key=lambda item: (order[item.source], item.span.start, -item.span.end)):
        words = " ".join(composer.index.cut(statement.source, statement.quote or statement.span).casefold().split())
        before = longest.get(statement.source)
        if words not in seen and not (before and before.contains(statement.span)):
            different.append(statement)
            longest[statement.source] = statement.span
        seen.add(words)
    return different


def _statement_row(composer: _Composer, statement: Statement) -> StatementRow:
    return StatementRow(
        speaker=statement.speaker.name,
        role=composer.index.role(statement.speaker),
        verb=statement.verb,
        claim=composer.index.claim(statement.id, statement.source, statement.span, statement.passage, statement.page),
        direct=statement.direct and not composer.index.cut(statement.source, statement.span).startswith(_MARKS),
    )


def _people(composer: _Composer, section: Section, scope: _Scope) -> People | None:
    only = _only(scope, composer)
    rows = [
        PersonRow(
            person.name, person.role, composer.index.name(person.actor or ""), composer.index.at(person.mentions[0])
        )
        for person in composer.analysis.people
        if person.mentions and (not only or person.actor in only)
    ]
    return People(tuple(rows[: section.limit or len(rows)])) if rows else None


def _timeline(composer: _Composer, section: Section, scope: _Scope) -> Timeline | None:
    named = {_line_id(sentence) for sentence in _about(composer, scope)}
    rows = [
        TimelineRow(event.date, composer.index.claim(event.id, event.source, event.sentence, event.passage, event.page))
        for event in sorted(composer.analysis.timeline, key=lambda event: event.date)
        if event.id not in composer.decisions.dropped and evidence_id("l", event.source, event.sentence) in named
    ]
    return Timeline(tuple(rows[-section.limit :] if section.limit else rows)) if rows else None


def _disagreements(composer: _Composer, section: Section, scope: _Scope) -> Disagreements | None:
    only = _only(scope, composer)
    views = [
        DisagreementView(
            actor=composer.index.name(disagreement.actor or ""),
            counted=disagreement.counted,
            kind=disagreement.kind,
            rows=tuple(composer.index.figure(figure_id) for figure_id in disagreement.figures),
        )
        for disagreement in composer.analysis.disagreements
        if not only or disagreement.actor in only
    ]
    return Disagreements(tuple(views[: section.limit or len(views)])) if views else None


def _sources(_composer: _Composer, _section: Section, _scope: _Scope) -> SourceList:
    return SourceList()


def _written(composer: _Composer, section: Section, _scope: _Scope) -> ToWrite:
    return _to_write(composer, section)


_Maker = Callable[[_Composer, Section, _Scope], Content | None]
_MAKERS: Mapping[SectionKind, _Maker] = MappingProxyType(
    {
        SectionKind.SUMMARY: _summary,
        SectionKind.FIGURES: _figures,
        SectionKind.FIGURE_STRIP: _figure_strip,
        SectionKind.STATEMENTS: _statements,
        SectionKind.PEOPLE: _people,
        SectionKind.TIMELINE: _timeline,
        SectionKind.DISAGREEMENTS: _disagreements,
        SectionKind.SOURCES: _sources,
        SectionKind.TEXT: _written,
        SectionKind.BOTTOM_LINE: _written,
        SectionKind.GAPS: _written,
    }
)
