"""Bringing documents into the matter, taking them out again, and changing their cards, one batch after the other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.model import SourceCard
from ui.jobs import Jobs
from ui.protocol import Gathered
from ui.session import Matter, Session
from ui.tasks import Task


class Loading(QObject):
    """Turns paths into steps of the session; what is added while a batch is under way waits for its end."""

    gathered = Signal(object)
    failed = Signal(object)
    taken = Signal()
    not_taken = Signal()

    def __init__(self, jobs: Jobs, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session = session
        self._paths: tuple[str, ...] = ()
        self._unwanted: tuple[str, ...] = ()
        self._cards: dict[str, SourceCard] = {}
        self._matter: Matter | None = None
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
        held = {source.id for source in matter.sources}
        sources = tuple(entry for entry in chosen if entry in held)
        problems = tuple(problem for problem in matter.problems if problem.path not in chosen)
        if sources:
            self._unwanted += sources
            self._next()
        elif problems != matter.problems:
            self._session.do(self.tr("remove documents"), replace(matter, problems=problems))

    def put_cards(self, cards: tuple[SourceCard, ...]) -> None:
        """Change what is put down about these sources."""
        matter = self._session.matter
        changed = {
            card.source: card for card in cards if self._cards.get(card.source, matter.card(card.source)) != card
        }
        if changed:
            self._cards |= changed
            self._next()

    def take(self, matter: Matter) -> None:
        """Analyse the sources of this matter, and put it on the desk in place of the one that is there."""
        self._paths, self._unwanted, self._cards = (), (), {}
        if not matter.sources:
            self._session.begin(matter)
            self.taken.emit()
            return
        self._matter = matter
        self._next()

    def _next(self) -> None:
        if self._task is not None:
            return
        if self._matter is not None:
            self._task = self._jobs.take(self._matter.sources, self._matter.cards)
            self._task.finished.connect(self._on_taken)
            self._task.failed.connect(self._on_not_taken)
            self._task.cancelled.connect(self._on_not_taken)
        elif self._paths or self._unwanted or self._cards:
            self._task = self._gather()
        else:
            return
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._on_ended)

    def _gather(self) -> Task:
        matter = self._session.matter
        keep = tuple(source.id for source in matter.sources if source.id not in self._unwanted)
        cards = {card.source: card for card in matter.cards} | self._cards
        kept = tuple(card for card in cards.values() if card != SourceCard(card.source))
        name = self._name()
        paths, self._paths, self._unwanted, self._cards = self._paths, (), (), {}
        task = self._jobs.gather(matter, keep, paths, kept)
        task.finished.connect(partial(self._on_finished, name, kept))
        return task

    def _name(self) -> str:
        if self._paths:
            return self.tr("add documents")
        return self.tr("remove documents") if self._unwanted else self.tr("change a document’s details")

    def _on_finished(self, name: str, cards: tuple[SourceCard, ...], result: Gathered) -> None:
        matter = self._session.matter
        tried = {problem.path for problem in result.problems}
        used = {source.path for source in result.sources}
        older = tuple(problem for problem in matter.problems if problem.path not in tried | used)
        self._session.do(name, replace(_with(matter, result), cards=cards, problems=older + result.problems))
        self.gathered.emit(result)

    def _on_taken(self, result: Gathered) -> None:
        if self._matter is not None:
            matter, self._matter = self._matter, None
            self._session.begin(_with(matter, result))
            self.taken.emit()
            self.gathered.emit(result)

    def _on_not_taken(self) -> None:
        self._matter = None
        self.not_taken.emit()

    def _on_ended(self) -> None:
        self._task = None
        self._next()


def _with(matter: Matter, result: Gathered) -> Matter:
    return replace(matter, number=result.number, sources=result.sources, analysis=result.analysis)
