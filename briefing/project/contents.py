"""Values to rows and back. What a row cannot mean is a `ValueError` here, and a damaged project to the caller."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias

from briefing.blocks import LedgerEntry
from briefing.model import Decisions, Passage, PassageKind, Request, Source, Span
from briefing.project.rows import (
    CardRow,
    DecisionRow,
    IssuedRow,
    IssueRow,
    LedgerRow,
    OriginalRow,
    PassageRow,
    RequestRow,
    SourceRow,
    delete,
    put,
    select,
)
from briefing.project.values import Credibility, Issue, NewSource, ProjectState, Reliability, SourceCard

_Names: TypeAlias = tuple[str, ...]
_Pairs: TypeAlias = tuple[tuple[str, str], ...]
_TEMPLATE = "template"  # a row beside the request's own fields


def text_digest(text: str) -> str:
    """By which a source's text is known to be the one that was frozen."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def source_rows(new: NewSource, place: int) -> Iterator[SourceRow | PassageRow | OriginalRow]:
    source = new.source
    yield SourceRow(
        id=source.id,
        place=place,
        removed=0,
        name=source.name,
        path=source.path,
        sha256=source.sha256,
        media_type=source.media_type,
        title=source.title,
        author=source.author,
        publisher=source.publisher,
        published=source.published,
        language=source.language,
        url=source.url,
        pages=source.pages,
        duplicate_of=source.duplicate_of,
        text_sha256=text_digest(source.text),
        text=source.text,
    )
    for passage in source.passages:
        span = passage.span
        yield PassageRow(
            source.id, passage.number, str(passage.kind), span.start, span.end, passage.page, passage.level
        )
    yield OriginalRow(source.id, new.data)


def read_sources(
    database: sqlite3.Connection, *, removed: bool = False, without: frozenset[str] = frozenset()
) -> tuple[Source, ...]:
    """The sources in their order, with those that were removed or not. Raises ValueError for an altered text."""
    rows = [
        row
        for row in select(database, SourceRow, 'ORDER BY "place", "id"')
        if row.id not in without and (removed or not row.removed)
    ]
    ordered = select(database, PassageRow, 'ORDER BY "source", "number"')
    passages = {source: tuple(map(_passage, own)) for source, own in groupby(ordered, key=_of)}
    return tuple(_source(row, passages.get(row.id, ())) for row in rows)


def _of(row: PassageRow) -> str:
    return row.source


def _passage(row: PassageRow) -> Passage:
    return Passage(row.number, PassageKind(row.kind), Span(row.start, row.end), row.page, row.level)


def _source(row: SourceRow, passages: tuple[Passage, ...]) -> Source:
    if text_digest(row.text) != row.text_sha256:
        raise ValueError(f"the text of “{row.name}” is not what it was")
    if passages and passages[-1].span.end > len(row.text):
        raise ValueError(f"“{row.name}” has passages beyond its end")
    return Source(
        id=row.id,
        name=row.name,
        path=row.path,
        sha256=row.sha256,
        media_type=row.media_type,
        text=row.text,
        passages=passages,
        title=row.title,
        author=row.author,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        url=row.url,
        pages=row.pages,
        duplicate_of=row.duplicate_of,
    )


def altered_sources(database: sqlite3.Connection) -> Mapping[str, str]:
    """The sources (id: name) whose text or bytes are not those that were frozen."""
    sums = {row.source: hashlib.sha256(row.data).hexdigest() for row in select(database, OriginalRow)}
    return MappingProxyType(
        {
            row.id: row.name
            for row in select(database, SourceRow, 'ORDER BY "place", "id"')
            if sums.get(row.id) != row.sha256 or text_digest(row.text) != row.text_sha256
        }
    )


def card_row(card: SourceCard) -> CardRow:
    return CardRow(
        source=card.source,
        title=card.title,
        author=card.author,
        publisher=card.publisher,
        published=card.published,
        url=card.url,
        accessed=card.accessed,
        reliability=None if card.reliability is None else str(card.reliability),
        credibility=None if card.credibility is None else int(card.credibility),
        descriptor=card.descriptor,
        marking=card.marking,
        included=int(card.included),
    )


def read_cards(database: sqlite3.Connection, sources: Iterable[Source]) -> tuple[SourceCard, ...]:
    """The cards of these sources, in the sources' order."""
    rows = {row.source: row for row in select(database, CardRow)}
    return tuple(_card(rows[source.id]) for source in sources if source.id in rows)


def _card(row: CardRow) -> SourceCard:
    return SourceCard(
        source=row.source,
        title=row.title,
        author=row.author,
        publisher=row.publisher,
        published=row.published,
        url=row.url,
        accessed=row.accessed,
        reliability=None if row.reliability is None else Reliability(row.reliability),
        credibility=None if row.credibility is None else Credibility(row.credibility),
        descriptor=row.descriptor,
        marking=row.marking,
        included=bool(row.included),
    )


def decision_rows(decisions: Decisions) -> tuple[DecisionRow, ...]:
    named: tuple[tuple[str, _Names], ...] = (
        ("pinned", decisions.pinned),
        ("dropped", decisions.dropped),
        ("hidden", decisions.hidden),
        ("order", decisions.order),
    )
    paired: tuple[tuple[str, _Pairs], ...] = (
        ("reworded", decisions.reworded),
        ("written", decisions.written),
        ("renamed", decisions.renamed),
        ("merged", decisions.merged),
        ("notes", decisions.notes),
    )
    return (
        *(DecisionRow(kind, at, about, "") for kind, names in named for at, about in enumerate(names)),
        *(DecisionRow(kind, at, *pair) for kind, pairs in paired for at, pair in enumerate(pairs)),
    )


def read_decision_rows(database: sqlite3.Connection) -> tuple[DecisionRow, ...]:
    return tuple(select(database, DecisionRow, 'ORDER BY "kind", "place"'))


def decisions_of(rows: Sequence[DecisionRow]) -> Decisions:
    """The decisions. Raises ValueError for a kind of decision there is not."""
    unknown = {row.kind for row in rows} - {field.name for field in fields(Decisions)}
    if unknown:
        raise ValueError(f"it has decisions of an unknown kind, “{min(unknown)}”")

    def names(kind: str) -> _Names:
        return tuple(row.about for row in rows if row.kind == kind)

    def pairs(kind: str) -> _Pairs:
        return tuple((row.about, row.text) for row in rows if row.kind == kind)

    return Decisions(
        pinned=names("pinned"),
        dropped=names("dropped"),
        reworded=pairs("reworded"),
        written=pairs("written"),
        renamed=pairs("renamed"),
        merged=pairs("merged"),
        hidden=names("hidden"),
        order=names("order"),
        notes=pairs("notes"),
    )


def request_rows(request: Request, template: str) -> tuple[RequestRow, ...]:
    return (
        RequestRow(_TEMPLATE, 0, template),
        RequestRow("title", 0, request.title),
        RequestRow("date", 0, request.date),
        RequestRow("marking", 0, request.marking),
        RequestRow("addressee", 0, request.addressee),
        RequestRow("author", 0, request.author),
        RequestRow("reference", 0, request.reference),
        *(RequestRow("actors", at, actor) for at, actor in enumerate(request.actors)),
        RequestRow("words", 0, str(request.words)),
    )


def read_request_rows(database: sqlite3.Connection) -> tuple[RequestRow, ...]:
    return tuple(select(database, RequestRow, 'ORDER BY "field", "place"'))


def template_of(rows: Sequence[RequestRow]) -> str:
    return _field(rows, _TEMPLATE)


def request_of(rows: Sequence[RequestRow]) -> Request:
    """The request; a field without a row is empty. Raises ValueError for an unknown field or a wrong number."""
    unknown = {row.field for row in rows} - {field.name for field in fields(Request)} - {_TEMPLATE}
    if unknown:
        raise ValueError(f"it asks for something unknown, “{min(unknown)}”")
    return Request(
        title=_field(rows, "title"),
        date=_field(rows, "date"),
        marking=_field(rows, "marking"),
        addressee=_field(rows, "addressee"),
        author=_field(rows, "author"),
        reference=_field(rows, "reference"),
        actors=tuple(row.text for row in rows if row.field == "actors"),
        words=int(_field(rows, "words") or "0"),
    )


def _field(rows: Sequence[RequestRow], name: str) -> str:
    return next((row.text for row in rows if row.field == name), "")


def write_issue(database: sqlite3.Connection, issue: Issue, data: bytes) -> None:
    put(database, [IssueRow(issue.number, issue.date, issue.title, issue.template, issue.name, issue.sha256)])
    put(database, [IssuedRow(issue.number, data)])
    put(database, (_ledger_row(issue.number, place, entry) for place, entry in enumerate(issue.ledger)))


def _ledger_row(issue: int, place: int, entry: LedgerEntry) -> LedgerRow:
    return LedgerRow(
        issue=issue,
        place=place,
        evidence=entry.evidence,
        number=entry.number,
        source=entry.source,
        name=entry.name,
        sha256=entry.sha256,
        start=entry.start,
        end=entry.end,
        passage=entry.passage,
        page=entry.page,
        quote=entry.quote,
    )


def read_ledger(database: sqlite3.Connection, issue: int) -> tuple[LedgerEntry, ...]:
    """The evidence ledger of one issued briefing, in its order."""
    rows = select(database, LedgerRow, 'WHERE "issue" = ? ORDER BY "place"', issue)
    return tuple(LedgerEntry(*row[2:]) for row in rows)


def read_issues(database: sqlite3.Connection) -> tuple[Issue, ...]:
    return tuple(
        Issue(*row, ledger=read_ledger(database, row.number)) for row in select(database, IssueRow, 'ORDER BY "number"')
    )


def read_issued(database: sqlite3.Connection, issue: Issue) -> bytes | None:
    """The issued file's bytes; None in a project of before they were kept. Raises ValueError for an altered file."""
    kept = next(select(database, IssuedRow, 'WHERE "issue" = ?', issue.number), None)
    if kept is None:
        return None
    if hashlib.sha256(kept.data).hexdigest() != issue.sha256:
        raise ValueError(f"the issued file “{issue.name}” in it is not what it was")
    return kept.data


def read_state(database: sqlite3.Connection) -> ProjectState:
    sources = read_sources(database)
    asked = read_request_rows(database)
    return ProjectState(
        sources=sources,
        cards=read_cards(database, sources),
        decisions=decisions_of(read_decision_rows(database)),
        request=request_of(asked),
        template=template_of(asked),
        issues=read_issues(database),
    )


def purge(database: sqlite3.Connection) -> None:
    """Wipe out the removed sources, but those that an issued briefing cites; number the others without gaps."""
    cited = {row[0] for row in database.execute('SELECT "sha256" FROM "ledger"')}
    removed = database.execute('SELECT "id", "sha256" FROM "source" WHERE "removed" ORDER BY "id"').fetchall()
    gone = [source for source, sha256 in removed if sha256 not in cited]
    for source in gone:
        delete(database, SourceRow, '"id" = ?', source)
        for kind in (PassageRow, OriginalRow, CardRow):
            delete(database, kind, '"source" = ?', source)
    placed = database.execute('SELECT "id", "place" FROM "source" ORDER BY "place", "id"').fetchall()
    for wanted, (source, place) in enumerate(placed):
        if wanted != place:
            database.execute('UPDATE "source" SET "place" = ? WHERE "id" = ?', (wanted, source))
