"""The tables of a project file, version by version, and whether a file has them.

A step, once released, never changes: a new file is made by all of them in turn, so that it is the same as an old file
brought up to date. Every cell's type is checked by the table itself, hence by SQLite's integrity check on opening.
Tables are WITHOUT ROWID: their order is that of their content, not of its history.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

APPLICATION_ID = 0x42726644  # "BrfD"
_TEXT = '"{0}" TEXT NOT NULL CHECK (typeof("{0}") = \'text\')'
_TEXT_OR_NOT = "\"{0}\" TEXT CHECK (typeof(\"{0}\") IN ('text', 'null'))"
_NUMBER = '"{0}" INTEGER NOT NULL CHECK (typeof("{0}") = \'integer\')'
_NUMBER_OR_NOT = "\"{0}\" INTEGER CHECK (typeof(\"{0}\") IN ('integer', 'null'))"
_BYTES = '"{0}" BLOB NOT NULL CHECK (typeof("{0}") = \'blob\')'


def _table(table: str, key: str, /, **columns: str) -> str:
    listed = ", ".join(kind.format(column) for column, kind in columns.items())
    return f'CREATE TABLE "{table}" ({listed}, PRIMARY KEY ({key})) WITHOUT ROWID'


_FIRST = (
    _table(
        "source",
        '"id"',
        id=_TEXT,
        place=_NUMBER,
        removed=_NUMBER,
        name=_TEXT,
        path=_TEXT,
        sha256=_TEXT,
        media_type=_TEXT,
        title=_TEXT,
        author=_TEXT,
        publisher=_TEXT,
        published=_TEXT,
        language=_TEXT,
        url=_TEXT,
        pages=_NUMBER_OR_NOT,
        duplicate_of=_TEXT_OR_NOT,
        text_sha256=_TEXT,
        text=_TEXT,
    ),
    _table(
        "passage",
        '"source", "number"',
        source=_TEXT,
        number=_NUMBER,
        kind=_TEXT,
        start=_NUMBER,
        end=_NUMBER,
        page=_NUMBER_OR_NOT,
        level=_NUMBER,
    ),
    _table("original", '"source"', source=_TEXT, data=_BYTES),
    _table(
        "card",
        '"source"',
        source=_TEXT,
        title=_TEXT_OR_NOT,
        author=_TEXT_OR_NOT,
        publisher=_TEXT_OR_NOT,
        published=_TEXT_OR_NOT,
        url=_TEXT_OR_NOT,
        accessed=_TEXT,
        reliability=_TEXT_OR_NOT,
        credibility=_NUMBER_OR_NOT,
        descriptor=_TEXT,
        marking=_TEXT,
        included=_NUMBER,
    ),
    _table("decision", '"kind", "place"', kind=_TEXT, place=_NUMBER, about=_TEXT, text=_TEXT),
    _table("request", '"field", "place"', field=_TEXT, place=_NUMBER, text=_TEXT),
    _table(
        "issue",
        '"number"',
        number=_NUMBER,
        date=_TEXT,
        title=_TEXT,
        template=_TEXT,
        name=_TEXT,
        sha256=_TEXT,
    ),
    _table(
        "ledger",
        '"issue", "place"',
        issue=_NUMBER,
        place=_NUMBER,
        evidence=_TEXT,
        number=_NUMBER,
        source=_TEXT,
        name=_TEXT,
        sha256=_TEXT,
        start=_NUMBER,
        end=_NUMBER,
        passage=_NUMBER,
        page=_NUMBER_OR_NOT,
        quote=_TEXT,
    ),
)

# The issued files themselves, so that what went out can be opened, and compared, again.
_SECOND = (_table("issued", '"issue"', issue=_NUMBER, data=_BYTES),)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND)
"""`STEPS[n]` takes a file from version n to n + 1; version 0 has no tables."""
VERSION = len(STEPS)


def upgrade(database: sqlite3.Connection, found: int, to: int = VERSION) -> None:
    """Bring a file from version `found` up to date, inside the caller's transaction."""
    for version in range(found, to):
        for statement in STEPS[version]:
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {version + 1}")


def fault(database: sqlite3.Connection) -> str:
    """What is wrong with the tables of a file of the current version, or ""."""
    found, wanted = _definitions(database), _wanted()
    for name in wanted:
        if name not in found:
            return f"its table “{name}” is missing"
    for name in found:
        if found[name] != wanted.get(name):
            return f"“{name}” in it is not this program's"
    return ""


def _wanted() -> Mapping[str, str]:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        upgrade(fresh, 0)
        return _definitions(fresh)
    finally:
        fresh.close()


def _definitions(database: sqlite3.Connection) -> Mapping[str, str]:
    listed = database.execute(
        "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return MappingProxyType({str(name): str(sql) for name, sql in listed})
