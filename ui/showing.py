"""What the right side shows: a source with a passage lit, or the briefing as it would be printed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from briefing.deciding import by_hand, picked_id
from briefing.model import Source, Span
from ui import session as steps
from ui.jobs import Jobs
from ui.models.evidence import evidence_places
from ui.models.rows import Row
from ui.panels.preview import PreviewPanel
from ui.panels.reader import ReaderPanel
from ui.protocol import Rendered
from ui.session import Session
from ui.tasks import Trouble


class Showing(QObject):
    """One slot for each thing that asks to be shown."""

    told = Signal(str)

    def __init__(
        self, session: Session, jobs: Jobs, reader: ReaderPanel, preview: PreviewPanel, right: QTabWidget
    ) -> None:
        super().__init__(right)
        self._session = session
        self._jobs = jobs
        self._reader = reader
        self._preview = preview
        self._right = right

    def source(self, identifier: str) -> None:
        """A document in the reader."""
        source = self._source(identifier)
        if source is not None:
            self._reader.show_source(source, self._places(identifier))

    def row(self, row: Row) -> None:
        """A piece of evidence in its place."""
        self.passage(row.source, row.span)

    def passage(self, identifier: str, span: Span) -> None:
        """These characters of a document, lit."""
        source = self._source(identifier)
        if source is not None:
            self._reader.show_source(source, self._places(identifier))
            self._reader.light(span)
            self._right.setCurrentWidget(self._reader)

    def pick(self) -> None:
        """Put the characters that are selected in the reader into the briefing, as a line of its own."""
        source, span = self._reader.source, self._reader.selected()
        line = picked_id(source, span) if source is not None and span is not None else ""
        matter = self._session.matter
        if source is None or not line:
            self.told.emit(self.tr("Select some words in the reader first."))
        elif line not in matter.decisions.pinned:
            decisions = steps.pinned(matter.decisions, (line,))
            self._session.do(self.tr("choose words by hand"), replace(matter, decisions=decisions))
            self._reader.show_source(source, self._places(source.id))
            self.told.emit(self.tr("The words are in the briefing, and in the summary’s list."))

    def find(self) -> None:
        """Search in the reader."""
        self._right.setCurrentWidget(self._reader)
        self._reader.finding.begin()

    def draw(self) -> None:
        """The preview anew."""
        task = self._jobs.render(self._session.matter)
        task.finished.connect(self._on_rendered)
        task.failed.connect(self._on_failed)

    def _on_rendered(self, result: Rendered) -> None:
        self._preview.show_pdf(result.pdf, result.spots)

    def _on_failed(self, trouble: Trouble) -> None:
        self._preview.say(trouble.message)

    def _source(self, identifier: str) -> Source | None:
        matter = self._session.matter
        used = matter.analysis.sources if matter.analysis else ()
        return next((source for source in (*used, *matter.sources) if source.id == identifier), None)

    def _places(self, identifier: str) -> tuple[Span, ...]:
        matter = self._session.matter
        if matter.analysis is None:
            return ()
        picked = by_hand(matter.analysis, matter.decisions)
        own = tuple(sentence.span for sentence in picked if sentence.source == identifier)
        return (*evidence_places(matter.analysis, identifier), *own)
