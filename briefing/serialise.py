"""Values as the JSON of the command line; the schema is `briefing/analysis.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from briefing.model import (
    Actor,
    Analysis,
    Disagreement,
    Event,
    Figure,
    Originator,
    Person,
    Place,
    Problem,
    Source,
    Span,
    Statement,
    SummarySentence,
)

SCHEMA = 1
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def dumps(value: Json) -> str:
    """The JSON text: keys in the order written, characters as they are, one final newline."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def analysis(value: Analysis, *, with_text: bool = False) -> Json:
    """An analysis in the shape of DESIGN.md §3."""
    return {
        "schema": SCHEMA,
        "sources": [_source(item, with_text=with_text) for item in value.sources],
        "actors": [_actor(item) for item in value.actors],
        "people": [_person(item) for item in value.people],
        "figures": [_figure(item) for item in value.figures],
        "statements": [_statement(item) for item in value.statements],
        "timeline": [_event(item) for item in value.timeline],
        "disagreements": [_disagreement(item) for item in value.disagreements],
        "summary": [_line(item) for item in value.summary],
        "problems": [_problem(item) for item in value.problems],
    }


def summaries(value: Sequence[tuple[str, Sequence[SummarySentence]]], problems: Sequence[Problem]) -> Json:
    """Summaries by group ("" for all sources, else a source's or an actor's id), each in rank order."""
    return {
        "schema": SCHEMA,
        "summaries": [{"of": of, "summary": [_line(item) for item in lines]} for of, lines in value],
        "summary": [_line(item) for _of, lines in value for item in lines],
        "problems": [_problem(item) for item in problems],
    }


def _source(source: Source, *, with_text: bool) -> Json:
    entry: dict[str, Json] = {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "published": source.published,
        "language": source.language,
        "url": source.url,
        "sha256": source.sha256,
        "words": len(source.text.split()),
        "pages": source.pages,
        "passages": [
            {
                "number": passage.number,
                "kind": str(passage.kind),
                "start": passage.span.start,
                "end": passage.span.end,
                "page": passage.page,
            }
            for passage in source.passages
        ],
    }
    if source.duplicate_of:
        entry["duplicate_of"] = source.duplicate_of
    if with_text:
        entry["text"] = source.text
    return entry


def _place(place: Place) -> Json:
    return {"source": place.source, "start": place.span.start, "end": place.span.end}


def _span(span: Span | None) -> Json:
    return None if span is None else {"start": span.start, "end": span.end}


def _number(value: Decimal | None) -> Json:
    return None if value is None else format(value, "f")


def _who(originator: Originator | None) -> Json:
    return None if originator is None else originator.actor or originator.name


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "aliases": list(actor.aliases),
        "mentions": [_place(place) for place in actor.mentions],
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "actor": person.actor,
        "mentions": [_place(place) for place in person.mentions],
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "source": figure.source,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
        "counted": figure.counted,
        "modifier": str(figure.modifier),
        "status": str(figure.status),
        "actor": figure.actor,
        "actor_evidence": str(figure.actor_evidence),
        "originator": _who(figure.originator),
        "as_of": figure.as_of,
        "date_text": figure.date_text,
        "sentence": _span(figure.sentence),
        "passage": figure.passage,
        "page": figure.page,
        "key": figure.key,
        "voices": figure.voices,
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "source": statement.source,
        "start": statement.span.start,
        "end": statement.span.end,
        "speaker": _who(statement.speaker),
        "actor": statement.actor,
        "verb": statement.verb,
        "type": str(statement.kind),
        "direct": statement.direct,
        "quote": _span(statement.quote),
        "sentence": _span(statement.sentence),
        "passage": statement.passage,
        "page": statement.page,
        "denies": statement.denies,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "date": event.date,
        "precision": str(event.precision),
        "source": event.source,
        "start": event.sentence.start,
        "end": event.sentence.end,
        "passage": event.passage,
        "page": event.page,
    }


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "counted": disagreement.counted,
        "unit": disagreement.unit,
        "actor": disagreement.actor,
        "figures": list(disagreement.figures),
        "low": _number(disagreement.low),
        "high": _number(disagreement.high),
        "kind": str(disagreement.kind),
        "voices": disagreement.voices,
    }


def _line(item: SummarySentence) -> Json:
    sentence = item.sentence
    return {
        "source": sentence.source,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.text,
        "score": round(item.score, 6),
        "rank": item.rank,
        "also": [_place(place) for place in item.also],
        "context_needed": item.context_needed,
        "covers": list(item.covers),
        "passage": sentence.passage,
        "page": sentence.page,
    }


def _problem(item: Problem) -> Json:
    return {"path": item.path, "message": item.message}
