"""The open project file and what it holds, seen from the saver's thread.

A matter without a name is kept in a file of the program's own, so that a crash takes nothing along.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import replace
from pathlib import Path

from briefing.errors import ProjectError, ProjectNotWritable, SourceChanged
from briefing.model import Request, Source, SourceCard
from briefing.project import NewSource, Project, create, lock, open_project, read_project
from ui.project import Content, Leftover, Opened

SUFFIX = ".briefing"


class Cabinet:
    """At most one open project. Used in one thread; every method may raise ProjectError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._project: Project | None = None
        self._named = False
        self._held = Content()
        self._originals: dict[str, bytes] = {}
        self._gone: set[str] = set()
        self._missed: set[str] = set()

    def keep(self, wanted: Content) -> tuple[str, ...]:
        """Bring the file up to date; the names of documents that could not be kept because their file is gone."""
        if self._project is None:
            if wanted == Content(template=wanted.template, request=wanted.request) and not _asked(wanted):
                return ()
            self._project = create(self._fresh())
        project = self._project
        missed = self._keep_sources(project, wanted)
        self._keep_cards(project, wanted)
        if wanted.decisions != self._held.decisions:
            project.save_decisions(wanted.decisions)
            self._held = replace(self._held, decisions=wanted.decisions)
        if (wanted.template, wanted.request) != (self._held.template, self._held.request):
            project.save_request(wanted.template, wanted.request)
            self._held = replace(self._held, template=wanted.template, request=wanted.request)
        return missed

    def open(self, path: str, *, named: bool) -> Opened:
        """Open a project in place of the one that is open; if that fails, the open one stays."""
        project = open_project(path)
        try:
            state = project.matter()
        except ProjectError:
            project.close()
            raise
        self.close(discard=True)
        self._project, self._named = project, named
        self._held = Content(state.sources, state.cards, state.decisions, state.template, state.request)
        return Opened(str(project.path) if named else "", self._held)

    def save_as(self, path: str, wanted: Content) -> None:
        """Keep it all in this file from now on; what was there is replaced."""
        if self._project is None:
            self._project = create(self._fresh())
        with contextlib.suppress(ProjectError):  # the copy takes what is there; the rest is put into it below
            self.keep(wanted)
        old = self._project
        if Path(path).resolve() != old.path:
            old.save_copy(path)
            self._remember(old)
            new = open_project(path)
            self._leave(old, discard=not self._named)
            self._project = new
        self._named = True
        self.keep(wanted)

    def close(self, *, discard: bool) -> None:
        """Close the project; `discard` takes away the file of work that has no name."""
        project, self._project = self._project, None
        if project is not None:
            self._leave(project, discard=discard and not self._named)
        self._named = False
        self._held, self._originals, self._gone, self._missed = Content(), {}, set(), set()

    def leftovers(self) -> tuple[Leftover, ...]:
        """What crashes left behind, newest first; what cannot be read is left alone."""
        found = []
        for path in sorted(self._folder.glob(f"*{SUFFIX}")) if self._folder.is_dir() else ():
            with contextlib.suppress(ProjectError, OSError):
                lock.hold(path).release()
                state = read_project(path)
                found.append(Leftover(str(path), path.stat().st_mtime, state.request.title, len(state.sources)))
        return tuple(sorted(found, key=_changed, reverse=True))

    def throw_away(self, path: str) -> None:
        """Take away work that nobody wants back. Raises ProjectLocked if it is open elsewhere."""
        held = lock.hold(Path(path))
        try:
            Path(path).unlink(missing_ok=True)
        finally:
            held.release()

    def _fresh(self) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ProjectNotWritable(str(self._folder), error.strerror or str(error)) from error
        return self._folder / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{time.monotonic_ns()}{SUFFIX}"

    def _keep_sources(self, project: Project, wanted: Content) -> tuple[str, ...]:
        ids = {source.id for source in wanted.sources}
        kept = [source for source in self._held.sources if source.id in ids]
        for source in self._held.sources:
            if source.id not in ids:
                project.remove_source(source.id)
                self._gone.add(source.id)
        held, missed = {source.id for source in kept}, []
        self._held = replace(self._held, sources=tuple(kept))
        for source in wanted.sources:
            if source.id in held or source.id in self._missed:
                continue
            if self._add(project, source):
                self._held = replace(self._held, sources=(*self._held.sources, source))
            else:
                missed.append(source.name)
                self._missed.add(source.id)
        return tuple(missed)

    def _add(self, project: Project, source: Source) -> bool:
        if source.id in self._gone:
            project.restore_source(source.id)
            self._gone.discard(source.id)
            return True
        try:
            data = self._originals.get(source.id) or Path(source.path).read_bytes()
            project.add_sources([NewSource(source, data)])
        except (OSError, SourceChanged):
            return False
        return True

    def _keep_cards(self, project: Project, wanted: Content) -> None:
        there = {source.id for source in self._held.sources}
        before = {card.source: card for card in self._held.cards}
        after = {card.source: card for card in wanted.cards if card.source in there}
        for source in there:
            card = after.get(source, SourceCard(source))
            if card != before.get(source, SourceCard(source)):
                project.save_card(card)
        self._held = replace(self._held, cards=tuple(after.values()))

    def _remember(self, project: Project) -> None:
        """Keep the bytes of removed documents at hand: an undo may bring them back after the file has changed."""
        for source in self._gone:
            with contextlib.suppress(ProjectError, KeyError):
                self._originals[source] = project.original(source)
        self._gone.clear()

    def _leave(self, project: Project, *, discard: bool) -> None:
        project.close()
        if discard:
            with contextlib.suppress(OSError):
                project.path.unlink(missing_ok=True)


def _asked(wanted: Content) -> bool:
    return wanted.request != Request(date=wanted.request.date)


def _changed(leftover: Leftover) -> float:
    return leftover.changed
