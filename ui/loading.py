"""Bringing documents into the matter and taking them out again, one batch after the other."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs
from ui.protocol import Gathered
from ui.session import Session
from ui.tasks import Task


class Loading(QObject):
    """Turns paths into steps of the session; what is added while a batch is under way waits for its end."""

    gathered = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session = session
        self._paths: tuple[str, ...] = ()
        self._unwanted: tuple[str, ...] = ()
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def add(self, paths: tuple[str, ...]) -> None:
        """Read these files and folders, and analyse them beside what is there."""
        self._paths += tuple(path for path in paths if path not in self._paths)
        self._next()

    def remove(self, chosen: tuple[str, ...]) -> None:
        """Take out these sources (by id), and forget these files that could not be used (by path)."""
        matter = self._session.matter
        held = {source.id for source in matter.analysis.sources} if matter.analysis else set()
        sources = tuple(entry for entry in chosen if entry in held)
        problems = tuple(problem for problem in matter.problems if problem.path not in chosen)
        if sources:
            self._unwanted += sources
            self._next()
        elif problems != matter.problems:
            self._session.do(self.tr("remove documents"), replace(matter, problems=problems))

    def _next(self) -> None:
        if self._task is not None or not (self._paths or self._unwanted):
            return
        matter = self._session.matter
        held = matter.analysis.sources if matter.analysis else ()
        keep = tuple(source.id for source in held if source.id not in self._unwanted)
        paths, self._paths, self._unwanted = self._paths, (), ()
        self._task = self._jobs.gather(matter, keep, paths)
        self._task.finished.connect(self._on_finished)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._on_ended)

    def _on_finished(self, result: Gathered) -> None:
        matter = self._session.matter
        had = len(matter.analysis.sources) if matter.analysis else 0
        has = len(result.analysis.sources) if result.analysis else 0
        tried = {problem.path for problem in result.problems}
        used = {source.path for source in result.analysis.sources} if result.analysis else set()
        older = tuple(problem for problem in matter.problems if problem.path not in tried | used)
        name = self.tr("add documents") if has >= had else self.tr("remove documents")
        self._session.do(
            name, replace(matter, number=result.number, analysis=result.analysis, problems=older + result.problems)
        )
        self.gathered.emit(result)

    def _on_ended(self) -> None:
        self._task = None
        self._next()
