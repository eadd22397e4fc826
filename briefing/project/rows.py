"""The tables' rows, one type for each, its fields being the columns; and the statements on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

Cell: TypeAlias = str | int | bytes | None


class SourceRow(NamedTuple):
    id: str
    place: int
    removed: int
    name: str
    path: str
    sha256: str
    media_type: str
    title: str
    author: str
    publisher: str
    published: str
    language: str
    url: str
    pages: int | None
    duplicate_of: str | None
    text_sha256: str
    text: str


class PassageRow(NamedTuple):
    source: str
    number: int
    kind: str
    start: int
    end: int
    page: int | None
    level: int


class OriginalRow(NamedTuple):
    source: str
    data: bytes


class CardRow(NamedTuple):
    source: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    accessed: str
    reliability: str | None
    credibility: int | None
    descriptor: str
    marking: str
    included: int


class DecisionRow(NamedTuple):
    """`text` is "" for the kinds that only name what they are about."""

    kind: str
    place: int
    about: str
    text: str


class RequestRow(NamedTuple):
    """One field of the request (or of several values, one of these); "template" among them."""

    field: str
    place: int
    text: str


class IssueRow(NamedTuple):
    number: int
    date: str
    title: str
    template: str
    name: str
    sha256: str


class IssuedRow(NamedTuple):
    issue: int
    data: bytes


class LedgerRow(NamedTuple):
    issue: int
    place: int
    evidence: str
    number: int
    source: str
    name: str
    sha256: str
    start: int
    end: int
    passage: int
    page: int | None
    quote: str


_R = TypeVar("_R", bound=NamedTuple)


def select(database: sqlite3.Connection, kind: type[_R], rest: str = "", *given: Cell) -> Iterator[_R]:
    """The rows of this kind; `rest` is SQL such as an ORDER BY, with the values `given` for its question marks."""
    # The names in the SQL are those of the classes above; S608 is about names from outside.
    command = f"SELECT {_columns(kind)} FROM {_table(kind)} {rest}"  # noqa: S608
    return map(kind._make, database.execute(command, tuple(bound(cell) for cell in given)))


def put(database: sqlite3.Connection, rows: Iterable[NamedTuple]) -> None:
    """Insert the rows, each in place of the one that has the same key."""
    for row in rows:
        marks = ", ".join("CAST(? AS TEXT)" if isinstance(cell, str) else "?" for cell in row)
        database.execute(
            f"REPLACE INTO {_table(type(row))} ({_columns(type(row))}) VALUES ({marks})",  # noqa: S608
            tuple(bound(cell) for cell in row),
        )


def exchange(database: sqlite3.Connection, old: Sequence[_R], new: Sequence[_R]) -> None:
    """Turn the rows `old` of a table, whose key are its first two columns, into `new`; equal rows are not touched."""
    wanted = {row[:2] for row in new}
    for row in old:
        if row[:2] not in wanted:
            first, second = row._fields[:2]
            delete(database, type(row), f'"{first}" = ? AND "{second}" = ?', *row[:2])
    known = set(old)
    put(database, (row for row in new if row not in known))


def delete(database: sqlite3.Connection, kind: type[NamedTuple], where: str, *given: Cell) -> None:
    """Delete the rows of this kind for which the SQL `where` holds."""
    database.execute(f"DELETE FROM {_table(kind)} WHERE {where}", tuple(bound(cell) for cell in given))  # noqa: S608


def bound(cell: Cell) -> Cell:
    """The cell as SQLite's binding takes it: text with lone surrogates as bytes, to be cast back to text."""
    if isinstance(cell, str):
        try:
            cell.encode("utf-8")
        except UnicodeEncodeError:
            return cell.encode("utf-8", "surrogatepass")
    return cell


def _table(kind: type[NamedTuple]) -> str:
    """A SourceRow is a row of the table "source"."""
    return f'"{kind.__name__.removesuffix("Row").lower()}"'


def _columns(kind: type[NamedTuple]) -> str:
    return ", ".join(f'"{name}"' for name in kind._fields)
