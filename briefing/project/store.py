"""The SQLite file underneath: opening it safely, changing it in whole transactions, its errors as facts."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from briefing.errors import (
    ProjectDamaged,
    ProjectError,
    ProjectLocked,
    ProjectMissing,
    ProjectNotWritable,
    ProjectTooNew,
    ProjectUnreadable,
)
from briefing.project import schema

_PATIENCE = 5.0  # seconds to wait for a reader such as `briefing verify`
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_WORDS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file or its folder may not be written to",
    sqlite3.SQLITE_PERM: "the file may not be written to",
    sqlite3.SQLITE_CANTOPEN: "the file or its folder may not be written to",
    sqlite3.SQLITE_IOERR: "the disk is full or did not answer",
    sqlite3.SQLITE_TOOBIG: "a document is too large",
}
"""Constant: SQLite's result codes (https://sqlite.org/rescode.html) that are the system's doing, in words."""


class Mode(StrEnum):
    """What a connection is for. Even to read, SQLite may first have to roll back what a crash left half done."""

    CREATE = "create"
    CHANGE = "change"
    READ = "read"


def located(path: str | Path) -> Path:
    """The project's real place, past all links. Raises ProjectMissing, ProjectUnreadable."""
    try:
        place = Path(path).resolve(strict=True)
        if not place.is_file():
            raise ProjectUnreadable(str(path), "it is not a file")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a null character in the name
        raise ProjectMissing(str(path)) from error
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise ProjectUnreadable(str(path), str(getattr(error, "strerror", None) or error)) from error
    return place


def destination(path: str | Path) -> Path:
    """The real place of a file to be written, past all links. Raises ProjectNotWritable."""
    try:
        return Path(path).resolve()
    except ValueError as error:  # a null character in the name
        raise ProjectNotWritable(str(path), "that is no name for a file") from error
    except (OSError, RuntimeError) as error:
        raise ProjectNotWritable(str(path), str(getattr(error, "strerror", None) or error)) from error


@contextlib.contextmanager
def told(path: Path, *, writing: bool = True) -> Iterator[None]:
    """Turn what SQLite complains of inside into the ProjectError that it means."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError):
        raise  # a fault of this program, and to be seen as one
    except sqlite3.Error as error:
        raise _meaning(error, str(path), writing=writing) from error
    except UnicodeDecodeError as error:  # in a row, or in SQLite's own message about a name in the file
        raise ProjectDamaged(str(path), "it has text in it that is none") from error


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong inside, a row that makes no sense included, into the ProjectError that it means."""
    with told(path, writing=False):
        try:
            yield
        except ValueError as error:
            raise ProjectDamaged(str(path), str(error)) from error


def _meaning(error: sqlite3.Error, path: str, *, writing: bool) -> ProjectError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _BUSY:
        return ProjectLocked(path)
    if code == sqlite3.SQLITE_NOTADB:
        return ProjectDamaged(path, "it is some other kind of file")
    if code in _DAMAGED:
        return ProjectDamaged(path, str(error))
    if writing:
        return ProjectNotWritable(path, _WORDS.get(code, str(error)))
    return ProjectUnreadable(path, str(error))


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """A connection that keeps every finished change through a power cut, and trusts nothing in the file.

    Text is kept as it is, lone surrogates (which file names and the clipboard may hold) included.
    """
    name = quote(path.as_posix(), safe="/:", errors="surrogateescape")
    access = "rwc" if mode is Mode.CREATE else "rw"
    place = f"file://{'' if name.startswith('/') else '/'}{name}?mode={access}"
    database = sqlite3.connect(place, uri=True, isolation_level=None, timeout=_PATIENCE)
    database.text_factory = _text
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.execute("PRAGMA synchronous = EXTRA")  # FULL may lose the last change in a power cut
    if mode is Mode.READ:
        database.execute("PRAGMA query_only = ON")
    else:
        database.execute("PRAGMA secure_delete = ON")  # a document that was removed is gone from the file, too
    return database


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All changes made inside are kept, or, after any exception, none."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # the journal then does it on the next opening
                database.execute("ROLLBACK")


def check(database: sqlite3.Connection, path: Path) -> int:
    """The file's version. Raises ProjectDamaged or ProjectTooNew; changes nothing."""
    pages = _number(database, "page_count")
    if not pages:
        raise ProjectDamaged(str(path), "it is empty")
    if _number(database, "application_id") != schema.APPLICATION_ID:
        raise ProjectDamaged(str(path), "it belongs to another program")
    found = _number(database, "user_version")
    if found > schema.VERSION:
        raise ProjectTooNew(str(path), found, schema.VERSION)
    if found < 0:
        raise ProjectDamaged(str(path), f"there is no format {found}")
    if path.stat().st_size < pages * _number(database, "page_size"):  # SQLite itself forgives up to a page
        raise ProjectDamaged(str(path), "its end is missing")
    verdict = str(database.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if verdict != "ok":
        raise ProjectDamaged(str(path), " ".join(verdict.split()))
    return found


def prepare(database: sqlite3.Connection, path: Path, found: int) -> None:
    """Bring the file's tables up to date. Raises ProjectDamaged, and leaves the file alone, if they are wrong."""
    with transaction(database):
        schema.upgrade(database, found)
        fault = schema.fault(database)
        if fault:
            raise ProjectDamaged(str(path), fault)


@contextlib.contextmanager
def glance(path: Path) -> Iterator[sqlite3.Connection]:
    """The file's content in the newest format, to read only: an older file is brought up to date in memory."""
    with reading(path), contextlib.ExitStack() as close:
        database = close.enter_context(contextlib.closing(connect(path, Mode.READ)))
        database.execute("BEGIN")  # one moment's content, whatever another process writes meanwhile
        found = check(database, path)
        if found < schema.VERSION:
            newer = close.enter_context(contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)))
            newer.text_factory = _text
            database.backup(newer)
            prepare(newer, path, found)
            database = newer
        fault = schema.fault(database)
        if fault:
            raise ProjectDamaged(str(path), fault)
        yield database


def make_ready(database: sqlite3.Connection) -> None:
    """Make sure that changes can be kept before any is made, and that the project is one file at rest."""
    database.execute("BEGIN IMMEDIATE")
    try:  # BEGIN alone succeeds on a file that may only be read
        database.execute(f"PRAGMA user_version = {_number(database, 'user_version')}")
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")
    database.execute("PRAGMA journal_mode = DELETE")


def _number(database: sqlite3.Connection, pragma: str) -> int:
    return int(database.execute(f"PRAGMA {pragma}").fetchone()[0])
