"""The summary's tab: other summaries than that of everything, and what to do about a line that leans on others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QListView, QMenu, QWidget

from briefing.model import Decisions, Sentence, SummarySentence
from ui import session as steps
from ui.jobs import Jobs
from ui.models import evidence
from ui.panels.evidence import EvidencePanel
from ui.panels.summary import SummaryBar
from ui.protocol import Group, Offer, Offered, Summarised
from ui.session import Matter, Session

SHORT = 70


class Summing(QObject):
    """Asks the worker, and shows or does what it answers."""

    failed = Signal(object)
    told = Signal(str)

    def __init__(self, jobs: Jobs, session: Session, panel: EvidencePanel, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._session = session
        self._panel = panel
        self._window = window
        self._by, self._question = "all", ""
        self._groups: tuple[Group, ...] = ()
        self.bar: SummaryBar | None = None
        self.menu: QMenu | None = None
        session.changed.connect(self._on_matter_changed)
        panel.made.connect(self._on_made)

    def show(self, by: str, question: str) -> None:
        """Show the summary of everything ("all"), for each "actor", "source" or "topic", or on a question."""
        self._by, self._question = by, question
        if by == "all" and not question:
            self._show(())
        elif self._session.matter.analysis is not None:
            task = self._jobs.summarise(self._session.matter, by, question)
            task.finished.connect(self._on_summarised)
            task.failed.connect(self.failed)

    def find_offers(self) -> None:
        """Look what can be done about the chosen line."""
        row = next(iter(self._panel.chosen()), None)
        analysis = self._session.matter.analysis
        groups = self._groups or ((Group("", analysis.summary),) if analysis else ())
        for group in groups:
            for line in group.summary:
                if row is not None and evidence.line_id(line.sentence) == row.id:
                    task = self._jobs.offers(self._session.matter, line, group.summary)
                    task.finished.connect(self._on_offered)
                    task.failed.connect(self.failed)
                    return
        self.told.emit(self.tr("Choose a line of the summary first."))

    def _on_made(self) -> None:
        self.bar = SummaryBar(self._panel)
        self.bar.asked.connect(self.show)
        self._panel.page("Summary").bars.addWidget(self.bar)

    def _on_matter_changed(self, before: Matter, matter: Matter) -> None:
        if matter.analysis is before.analysis:
            return
        if matter.analysis is None:
            self._show(())
        elif self._by != "all" or self._question:
            self.show(self._by, self._question)

    def _on_summarised(self, result: Summarised) -> None:
        self._show(result.groups)
        if not result.groups:
            self.told.emit(self.tr("No sentence of the documents has to do with it."))

    def _show(self, groups: tuple[Group, ...]) -> None:
        self._groups = groups
        asked = self._by != "all" or bool(self._question)
        rows = partial(evidence.grouped_rows, groups) if asked else evidence.summary_rows
        self._panel.page("Summary").show_rows_by(rows, self._session.matter.decisions)

    def _on_offered(self, result: Offered) -> None:
        if not result.offers:
            self.told.emit(self.tr("Nothing can be offered for this line: read it in its place."))
            return
        self.menu = QMenu(self._window)
        self.menu.setToolTipsVisible(True)
        for offer in result.offers:
            action = self.menu.addAction(self._wording(offer))
            action.setToolTip(offer.text or (offer.sentence.text if offer.sentence else ""))
            action.triggered.connect(partial(self._on_chosen, result.line, offer))
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.menu.popup(self._place())

    def _wording(self, offer: Offer) -> str:
        if offer.kind == "name":
            return self.tr("Say who is meant: {0}").format(_short(offer.text))
        text = _short(offer.sentence.text if offer.sentence else "")
        if offer.kind == "before":
            return self.tr("Print the sentence before it, too: {0}").format(text)
        return self.tr("Print another one instead: {0}").format(text)

    def _place(self) -> QPoint:
        view = self._panel.page("Summary").view
        area = view.visualRect(view.currentIndex())
        corner = area.bottomLeft() if isinstance(view, QListView) else area.center()
        return view.viewport().mapToGlobal(corner)

    def _on_chosen(self, line: SummarySentence, offer: Offer, _checked: bool = False) -> None:
        matter = self._session.matter
        decisions = taken(matter.decisions, line.sentence, offer)
        self._session.do(self.tr("put into context"), replace(matter, decisions=decisions))


def taken(decisions: Decisions, line: Sentence, offer: Offer) -> Decisions:
    """The decisions with what was offered for the line."""
    own = evidence.line_id(line)
    if offer.kind == "name":
        return steps.reworded(decisions, own, " ".join(offer.text.split()))
    if offer.sentence is None:
        return decisions
    other = evidence.line_id(offer.sentence)
    if offer.kind == "before":
        fresh = tuple(entry for entry in (other, own) if entry not in decisions.pinned)
        order = tuple(entry for entry in decisions.order if entry not in (other, own))
        return replace(steps.pinned(decisions, fresh) if fresh else decisions, order=(*order, other, own))
    without = decisions if own in decisions.dropped else steps.dropped(decisions, (own,))
    return without if other in without.pinned else steps.pinned(without, (other,))


def _short(text: str) -> str:
    line = " ".join(text.split()).replace("&", "&&")
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()} …"
