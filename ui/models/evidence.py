"""The analysis as rows: one function for each kind of evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from briefing.deciding import arranged, decided, out_of_sight
from briefing.model import (
    Analysis,
    Decisions,
    Disagreement,
    DisagreementKind,
    Event,
    Figure,
    Sentence,
    Span,
    Statement,
    SummarySentence,
    evidence_id,
)
from ui.models import words
from ui.models.rows import LazyRows, Row
from ui.protocol import Group


def summary_rows(analysis: Analysis, decisions: Decisions) -> tuple[Row, ...]:
    """The lines that were pinned elsewhere, then the chosen sentences, best first."""
    return grouped_rows((Group("", analysis.summary),), analysis, decisions)


def grouped_rows(groups: Sequence[Group], analysis: Analysis, decisions: Decisions) -> tuple[Row, ...]:
    """The lines that were pinned elsewhere, then the summaries, each best first; a sentence stands only once."""
    titles = words.titles(analysis)
    chosen = {line_id(item.sentence) for group in groups for item in group.summary}
    rows = {line_id(line): _line_row(line, titles) for line in pinned_lines(analysis, decisions, chosen)}
    for group in groups:
        lead = group.name
        for item in sorted(group.summary, key=_rank):
            if line_id(item.sentence) not in rows:
                rows[line_id(item.sentence)] = replace(summary_row(item, titles), lead=lead)
                lead = ""
    return arranged(tuple(rows.values()), _identity, decisions.order)


def pinned_lines(analysis: Analysis, decisions: Decisions, without: Collection[str]) -> tuple[Sentence, ...]:
    """The pinned sentences and the words chosen by hand, in source order, but those of `without`."""
    wanted = {pin for pin in decisions.pinned if pin.startswith("l_") and pin not in without}
    if not wanted:
        return ()
    return tuple(sentence for sentence in decided(analysis, decisions).sentences if line_id(sentence) in wanted)


def summary_row(chosen: SummarySentence, titles: dict[str, str]) -> Row:
    row = _line_row(chosen.sentence, titles)
    foot = f"{row.foot} · {_also(len(chosen.also))}" if chosen.also else row.foot
    hint = _tr("Leans on text that was not chosen: read it in its place") if chosen.context_needed else ""
    return replace(row, foot=foot, hint=hint, warned=chosen.context_needed)


def _line_row(sentence: Sentence, titles: dict[str, str]) -> Row:
    return Row(
        id=line_id(sentence),
        source=sentence.source,
        span=sentence.span,
        text=" ".join(sentence.text.split()),
        foot=f"{titles.get(sentence.source, '')} · {words.place(sentence.passage, sentence.page)}",
    )


def line_id(sentence: Sentence) -> str:
    return evidence_id("l", sentence.source, sentence.span)


def out_of_briefing(analysis: Analysis, decisions: Decisions) -> tuple[str, ...]:
    """The ids of what is not printed: what was dropped, and what hidden actors have to do with."""
    if not decisions.hidden:
        return decisions.dropped
    gone = out_of_sight(analysis, decisions.hidden)
    hidden = [figure.id for figure in analysis.figures if figure.actor in gone]
    hidden += [item.id for item in analysis.statements if {item.actor, item.speaker.actor} & gone]
    return (*decisions.dropped, *hidden, *(actor for actor in gone if actor))


def figure_headings() -> tuple[str, ...]:
    texts = ("Actor", "Figure", "What", "Status", "As of", "Said by", "Source")
    return tuple(_tr(text) for text in texts)


def figure_rows(analysis: Analysis, decisions: Decisions) -> Sequence[Row]:
    """The key figures in source order, those that are contradicted marked."""
    titles, names = words.titles(analysis), words.names(analysis)
    disputed = {
        identifier
        for found in analysis.disagreements
        if found.kind is DisagreementKind.CONFLICT
        for identifier in found.figures
    }
    key_figures = [figure for figure in analysis.figures if figure.key]
    shown = arranged(key_figures, _identity, decisions.order)
    return LazyRows(shown, partial(_figure_row, titles, names, frozenset(disputed)), _identity)


def _figure_row(titles: dict[str, str], names: dict[str, str], all_disputed: frozenset[str], figure: Figure) -> Row:
    disputed = figure.id in all_disputed
    return Row(
        id=figure.id,
        source=figure.source,
        span=figure.sentence,
        cells=(
            names.get(figure.actor or "", ""),
            f"{words.value(figure)}  ≠" if disputed else words.value(figure),
            _what(figure.counted, figure.unit),
            words.status(figure.status),
            words.date(figure.as_of),
            words.said_by(figure.originator),
            titles.get(figure.source, ""),
        ),
        keys=("", _size(figure.low, figure.high), "", "", figure.as_of, "", ""),
        own=1,
        actor=figure.actor or "",
        hint=_tr("≠ another source, or another speaker, gives a different value") if disputed else "",
        warned=disputed,
    )


def statement_rows(analysis: Analysis, decisions: Decisions) -> Sequence[Row]:
    """Who said what, in source order."""
    titles = words.titles(analysis)
    texts = {source.id: source.text for source in analysis.sources}
    people = {person.id: person.role for person in analysis.people}
    shown = arranged(analysis.statements, _identity, decisions.order)
    return LazyRows(shown, partial(_statement_row, titles, texts, people), _identity)


def _statement_row(titles: dict[str, str], texts: dict[str, str], people: dict[str, str], statement: Statement) -> Row:
    said = " ".join(statement.span.cut(texts[statement.source]).split())
    role = people.get(statement.speaker.actor or "", "")
    speaker = f"{statement.speaker.name} ({role})" if role else statement.speaker.name
    return Row(
        id=statement.id,
        source=statement.source,
        span=statement.span,
        lead=f"{speaker} – {statement.verb}",
        text=f"“{said}”" if statement.direct else said,
        foot=f"{titles.get(statement.source, '')} · {words.place(statement.passage, statement.page)}",
        actor=statement.actor or "",
    )


def timeline_rows(analysis: Analysis, _decisions: Decisions) -> Sequence[Row]:
    """Dated sentences, oldest first."""
    titles = words.titles(analysis)
    texts = {source.id: source.text for source in analysis.sources}
    return LazyRows(sorted(analysis.timeline, key=_date), partial(_event_row, titles, texts))


def _event_row(titles: dict[str, str], texts: dict[str, str], event: Event) -> Row:
    return Row(
        id=event.id,
        source=event.source,
        span=event.sentence,
        lead=words.date(event.date),
        text=" ".join(event.sentence.cut(texts[event.source]).split()),
        foot=f"{titles.get(event.source, '')} · {words.place(event.passage, event.page)}",
    )


def disagreement_headings() -> tuple[str, ...]:
    texts = ("What", "Actor", "Value", "Said by", "As of", "Source", "Kind")
    return tuple(_tr(text) for text in texts)


def disagreement_rows(analysis: Analysis, _decisions: Decisions) -> Sequence[Row]:
    """One row per value; the values of one thing stand together."""
    figures = {figure.id: figure for figure in analysis.figures}
    values = [
        _Value(found, figures[identifier])
        for found in analysis.disagreements
        for identifier in found.figures
        if identifier in figures
    ]
    return LazyRows(values, partial(_disagreement_row, words.titles(analysis), words.names(analysis)))


@dataclass(frozen=True, slots=True)
class _Value:
    """One of the values that do not agree."""

    found: Disagreement
    figure: Figure


def _disagreement_row(titles: dict[str, str], names: dict[str, str], value: _Value) -> Row:
    found, figure = value.found, value.figure
    return Row(
        id=figure.id,
        source=figure.source,
        span=figure.sentence,
        cells=(
            _what(found.counted, found.unit),
            names.get(found.actor or "", ""),
            words.value(figure),
            words.said_by(figure.originator),
            words.date(figure.as_of),
            titles.get(figure.source, ""),
            words.disagreement(found.kind),
        ),
        own=2,
        actor=figure.actor or "",
    )


def people_headings() -> tuple[str, ...]:
    return tuple(_tr(text) for text in ("Name", "Role", "Speaks for", "First named in"))


def people_rows(analysis: Analysis, _decisions: Decisions) -> tuple[Row, ...]:
    titles, names = words.titles(analysis), words.names(analysis)
    return tuple(
        Row(
            id=person.id,
            source=person.mentions[0].source if person.mentions else "",
            span=person.mentions[0].span if person.mentions else Span(0, 0),
            cells=(
                person.name,
                person.role,
                names.get(person.actor or "", ""),
                titles.get(person.mentions[0].source, "") if person.mentions else "",
            ),
            actor=person.id,
        )
        for person in analysis.people
    )


def evidence_places(analysis: Analysis, source: str) -> tuple[Span, ...]:
    """Where the evidence of this source stands, for marking it in the text."""
    spans = [figure.span for figure in analysis.figures if figure.source == source and figure.key]
    spans += [statement.span for statement in analysis.statements if statement.source == source]
    spans += [chosen.sentence.span for chosen in analysis.summary if chosen.sentence.source == source]
    return tuple(sorted(set(spans)))


def _also(places: int) -> str:
    return _tr("also elsewhere") if places == 1 else _tr("also in {0} other places").format(places)


def _what(counted: str, unit: str) -> str:
    return counted or unit


def _identity(item: Row | Figure | Statement) -> str:
    return item.id


def _rank(chosen: SummarySentence) -> int:
    return chosen.rank


def _date(event: Event) -> str:
    return event.date


def _size(low: Decimal | None, high: Decimal | None) -> float:
    known = low if low is not None else high
    return float(known) if known is not None else 0.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
