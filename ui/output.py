"""Everything that leaves the window: files, paper, mail."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import paths
from ui.jobs import Jobs
from ui.protocol import Exported, Rendered
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Task, Trouble


class Output(QObject):
    """Asks where to, has the worker write, and tells what became of it."""

    exported = Signal(object)
    failed = Signal(object)
    mail_opened = Signal()
    draft_saved = Signal(str)

    def __init__(self, jobs: Jobs, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._session = session
        self._settings = settings
        self._window = window

    def export_to(self, path: str) -> Task:
        """Write the briefing to `path`, in the format its ending names."""
        task = self._jobs.export(self._session.matter, path)
        task.finished.connect(self.exported)
        task.failed.connect(self.failed)
        return task

    def export_word(self) -> None:
        self._ask_and_export(".docx")

    def export_pdf(self) -> None:
        self._ask_and_export(".pdf")

    def export_web(self) -> None:
        self._ask_and_export(".html")

    def save_figures(self) -> None:
        """Write the table of key figures, for Excel or as CSV."""
        from ui.dialogs import files

        path = files.ask_table_target(self._window, self._settings.folder, self._name())
        if path:
            self._settings.folder = str(Path(path).parent)
            self.save_figures_to(path)

    def save_figures_to(self, path: str) -> Task:
        """Write the key figures to `path`, in the format its ending names."""
        task = self._jobs.save_figures(self._session.matter, path)
        task.finished.connect(self.exported)
        task.failed.connect(self.failed)
        return task

    def print_preview(self) -> None:
        """Show the pages as they will be printed."""
        task = self._jobs.render(self._session.matter)
        task.finished.connect(self._on_rendered_for_print)
        task.failed.connect(self.failed)

    def mail(self) -> None:
        """Open a message with the PDF attached in the person's mail program."""
        folder = paths.data_folder() / "drafts"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.failed.emit(Trouble(self.tr("The draft cannot be kept in {0}: {1}.").format(folder, error.strerror)))
            return
        task = self._jobs.export(self._session.matter, str(folder / f"{self._name()}.pdf"))
        task.finished.connect(self._on_exported_for_mail)
        task.failed.connect(self.failed)

    def _name(self) -> str:
        from ui.dialogs import files

        return files.file_name(self._session.matter.request.title)

    def _ask_and_export(self, suffix: str) -> None:
        from ui.dialogs import files

        path = files.ask_target(self._window, self._settings.folder, self._name(), suffix)
        if path:
            self._settings.folder = str(Path(path).parent)
            self.export_to(path)

    def _on_rendered_for_print(self, result: Rendered) -> None:
        from ui.dialogs import printing

        printing.show_preview(result.pdf, self._window)

    def _on_exported_for_mail(self, result: Exported) -> None:
        from ui import outside

        attachment = Path(result.path)
        title = self._session.matter.request.title or attachment.stem
        text = self.tr("Please find the briefing “{0}” attached.").format(title)
        try:
            draft = outside.compose(outside.Mail(title, text, attachment))
        except OSError as error:
            self.failed.emit(Trouble(self.tr("The message could not be written: {0}.").format(error.strerror)))
            return
        if draft:
            self.draft_saved.emit(draft)
        else:
            self.mail_opened.emit()
