"""What became of things, in sentences: on the notice line and in the status line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal
from PySide6.QtWidgets import QStatusBar

from ui.panels.notice import NoticePanel, Way
from ui.project import Leftover
from ui.protocol import Exported, Gathered
from ui.tasks import Trouble


class Telling(QObject):
    """One slot for each thing there is to tell."""

    recovery_wanted = Signal(str)
    recovery_refused = Signal(str)

    def __init__(self, notice: NoticePanel, status: QStatusBar) -> None:
        super().__init__(notice)
        self._notice = notice
        self._status = status

    def failed(self, trouble: Trouble) -> None:
        self._notice.say(trouble.message, details=trouble.details)

    def fault(self, trace: str) -> None:
        """The program itself failed; the window goes on."""
        self._notice.say(self.tr("Something in the program went wrong. Nothing you have done is lost."), details=trace)

    def note(self, text: str) -> None:
        """Good to know, and nothing to do about."""
        self._status.showMessage(text)

    def gathered(self, result: Gathered) -> None:
        if result.problems:
            more = len(result.problems) - 1
            text = self.tr("{0} Problems with other documents: {1}.") if more else "{0}"
            self._notice.say(text.format(result.problems[0].message, more))
        found = result.analysis
        if found:
            self._status.showMessage(
                self.tr("{0} documents, {1} figures, {2} statements").format(
                    len(found.sources), sum(figure.key for figure in found.figures), len(found.statements)
                )
            )

    def exported(self, result: Exported) -> None:
        name = Path(result.path).name
        lines = [self.tr("Saved “{0}”.").format(name), *(problem.message for problem in result.problems)]
        self._notice.saved(result.path, "\n".join(lines))

    def mail_opened(self) -> None:
        self._notice.say(self.tr("The message is open in your mail program, with the PDF attached."))

    def draft_saved(self, path: str) -> None:
        text = self.tr("No mail program could be opened. The message is saved as “{0}”, with the PDF attached.")
        self._notice.saved(path, text.format(Path(path).name))

    def leftovers(self, found: tuple[Leftover, ...]) -> None:
        """Offer the newest work that a crash left behind."""
        if not found:
            return
        left = found[0]
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(left.changed)), QLocale.FormatType.ShortFormat)
        about = f"“{left.title}”, " if left.title else ""
        text = self.tr("The program ended without warning. Your work was kept: {0}{1} documents, last changed {2}.")
        self._notice.ask(
            text.format(about, left.documents, when),
            (
                Way(self.tr("&Go on with it"), self.recovery_wanted, left.path),
                Way(self.tr("Thro&w it away"), self.recovery_refused, left.path),
            ),
        )
