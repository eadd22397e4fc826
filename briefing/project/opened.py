"""An open project: what is in it, and each change to it as one transaction."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.blocks import LedgerEntry
from briefing.errors import ProjectError, ProjectExists, ProjectNotWritable, SourceChanged
from briefing.model import Decisions, Request
from briefing.project import contents, lock, schema, store
from briefing.project.rows import OriginalRow, SourceRow, exchange, put, select
from briefing.project.store import reading
from briefing.project.values import Issue, NewSource, ProjectState, SourceCard


def create(path: str | Path) -> Project:
    """A new, empty project. Raises ProjectExists, ProjectLocked, ProjectNotWritable."""
    place = store.destination(path)
    held = lock.hold(place)
    with contextlib.ExitStack() as undo:
        undo.callback(held.release)
        if place.exists():
            raise ProjectExists(str(path))
        with _beside(place) as new:
            _make(new, place)
        project = _opened(place, held)
        undo.pop_all()
        return project


def open_project(path: str | Path) -> Project:
    """A project, brought up to date and locked against being opened again.

    Raises ProjectError; the file is then as it was.
    """
    place = store.located(path)
    held = lock.hold(place)
    with contextlib.ExitStack() as undo:
        undo.callback(held.release)
        project = _opened(place, held)
        undo.pop_all()
        return project


def _opened(place: Path, held: lock.Lock) -> Project:
    with store.told(place), contextlib.ExitStack() as undo:
        database = store.connect(place, store.Mode.CHANGE)
        undo.callback(database.close)
        with store.told(place, writing=False):
            found = store.check(database, place)
        store.make_ready(database)
        store.prepare(database, place, found)
        with store.transaction(database):
            contents.purge(database)
        undo.pop_all()
        return Project(place, database, held)


def _make(new: Path, place: Path) -> None:
    with store.told(place), contextlib.closing(store.connect(new, store.Mode.CREATE)) as database:
        database.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        with store.transaction(database):
            schema.upgrade(database, 0)


@contextlib.contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A name for a new file, which takes the place of `place` in one step if all goes well."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{place.name}.", dir=place.parent) as folder:
            new = Path(folder, "new")
            yield new
            with new.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(new, place)  # noqa: PTH105 - the one call that is atomic on every system
    except OSError as error:
        raise ProjectNotWritable(str(place), error.strerror or str(error)) from error


def read_project(path: str | Path) -> ProjectState:
    """Everything in a project that cannot be opened because it is open elsewhere or may only be read."""
    place = store.located(path)
    with store.glance(place) as database:
        return contents.read_state(database)


class Project:
    """A project that is open in this process, and in no other. A context manager; to be used in one thread.

    Every method that changes something raises ProjectNotWritable when it cannot be kept; the project is then as it
    was before the call, and `save_copy` can still write it elsewhere. Every method may raise ProjectDamaged.
    """

    def __init__(self, path: Path, database: sqlite3.Connection, held: lock.Lock) -> None:
        self.path = path
        self._database = database
        self._lock = held
        self._opened_as = path.stat()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Wipe out removed sources that no issued briefing cites, close the file and give up the lock."""
        if self._closed:
            return
        self._closed = True
        try:
            with contextlib.suppress(ProjectError), self._change():  # else the next opening does it
                contents.purge(self._database)
        finally:
            self._database.close()
            self._lock.release()

    def matter(self) -> ProjectState:
        """Everything in the project."""
        with reading(self.path):
            return contents.read_state(self._database)

    def add_sources(self, new: Iterable[NewSource]) -> None:
        """Freeze these sources after those that are there. One that is there already, or was removed, stays as it is.

        Raises SourceChanged, and adds none, when the bytes are not those that a source was read from.
        """
        with self._change():
            place = self._next('SELECT max("place") + 1 FROM "source"', 0)
            for item in new:
                if hashlib.sha256(item.data).hexdigest() != item.source.sha256:
                    raise SourceChanged(item.source.path or item.source.name)
                if self._has(item.source.id):
                    self._mark(item.source.id, removed=False)
                    continue
                put(self._database, contents.source_rows(item, place))
                place += 1

    def remove_source(self, source: str) -> None:
        """Take a source out. Until the project is closed, `restore_source` brings it back with its card and place.

        A source that an issued briefing cites stays in the file for good, so that the briefing can be verified.
        """
        with self._change():
            self._mark(source, removed=True)

    def restore_source(self, source: str) -> None:
        """Bring back a source that was removed since the project was opened."""
        with self._change():
            self._mark(source, removed=False)

    def original(self, source: str) -> bytes:
        """The file's bytes that a source was read from. Raises KeyError for an unknown source."""
        with reading(self.path):
            row = next(select(self._database, SourceRow, 'WHERE "id" = ?', source), None)
            if row is None:
                raise KeyError(source)
            kept = next(select(self._database, OriginalRow, 'WHERE "source" = ?', source), None)
            if kept is None or hashlib.sha256(kept.data).hexdigest() != row.sha256:
                raise ValueError(f"the file “{row.name}” in it is not what it was")
            return kept.data

    def save_card(self, card: SourceCard) -> None:
        """Keep what a person put down about a source. Raises KeyError for an unknown source."""
        with self._change():
            if not self._has(card.source):
                raise KeyError(card.source)
            put(self._database, [contents.card_row(card)])

    def save_decisions(self, decisions: Decisions) -> None:
        """Keep the decisions in place of those kept before; only what differs is written."""
        with self._change():
            exchange(self._database, contents.read_decision_rows(self._database), contents.decision_rows(decisions))

    def save_request(self, template: str, request: Request) -> None:
        """Keep the chosen template and what is asked for beside it."""
        with self._change():
            old = contents.read_request_rows(self._database)
            exchange(self._database, old, contents.request_rows(request, template))

    def record_issue(
        self, name: str, data: bytes, *, date: str, title: str, template: str, ledger: Sequence[LedgerEntry]
    ) -> Issue:
        """Keep for good that the file `name`, with the bytes `data`, was issued on `date` (ISO 8601)."""
        with self._change():
            number = self._next('SELECT max("number") + 1 FROM "issue"', 1)
            issue = Issue(number, date, title, template, name, hashlib.sha256(data).hexdigest(), tuple(ledger))
            contents.write_issue(self._database, issue, data)
            return issue

    def issue(self, number: int) -> Issue:
        """The issued briefing of that number. Raises KeyError."""
        with reading(self.path):
            for issue in contents.read_issues(self._database):
                if issue.number == number:
                    return issue
        raise KeyError(number)

    def issued(self, number: int) -> bytes | None:
        """The bytes of that issued file; None in a project of before they were kept. Raises KeyError."""
        issue = self.issue(number)
        with reading(self.path):
            return contents.read_issued(self._database, issue)

    def save_copy(self, path: str | Path) -> None:
        """Write the project to another file, whole or not at all; what was there is replaced. This one stays open.

        Raises ProjectLocked when the other file is a project that is open.
        """
        target = store.destination(path)
        if target == self.path:
            self._be_there()
            return
        held = lock.hold(target)
        try:
            with _beside(target) as new, store.told(target):
                self._copy(new)
                new.chmod(stat.S_IMODE((target.stat() if target.exists() else self._opened_as).st_mode))
        finally:
            held.release()

    def _copy(self, new: Path) -> None:
        self._database.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(new),))
        with contextlib.closing(store.connect(new, store.Mode.CHANGE)) as copy, store.transaction(copy):
            contents.purge(copy)

    @contextlib.contextmanager
    def _change(self) -> Iterator[None]:
        self._be_there()
        with store.told(self.path), store.transaction(self._database):
            yield

    def _be_there(self) -> None:
        """Raise ProjectNotWritable if the file was moved away or replaced: SQLite would write to the old one."""
        try:
            there = os.path.samestat(self.path.stat(), self._opened_as)
        except OSError:
            there = False
        if not there:
            raise ProjectNotWritable(str(self.path), "the file was moved, deleted or replaced")

    def _has(self, source: str) -> bool:
        return self._database.execute('SELECT 1 FROM "source" WHERE "id" = ?', (source,)).fetchone() is not None

    def _mark(self, source: str, *, removed: bool) -> None:
        changed = self._database.execute('UPDATE "source" SET "removed" = ? WHERE "id" = ?', (int(removed), source))
        if not changed.rowcount:
            raise KeyError(source)

    def _next(self, query: str, first: int) -> int:
        found = self._database.execute(query).fetchone()[0]
        return first if found is None else int(found)
