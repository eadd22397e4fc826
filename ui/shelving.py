"""Looking after the templates: the dialog's wishes as jobs, and what became of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.model import Template
from ui import outside, paths
from ui.dialogs.templates import TemplatesDialog
from ui.jobs import Jobs
from ui.protocol import Exported, TemplatesFound
from ui.tasks import Task, Trouble


class Shelving(QObject):
    """Knows the templates there are; opens the dialog about them."""

    changed = Signal(object)  # TemplatesFound
    failed = Signal(object)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._found = TemplatesFound()
        self._dialog: TemplatesDialog | None = None

    def look(self) -> None:
        """Find out which templates there are."""
        self._follow(self._jobs.templates())

    def show(self) -> None:
        """Open the dialog; it looks at the disk anew."""
        dialog = TemplatesDialog(self._found, self._window)
        dialog.keep_asked.connect(self._on_keep_asked)
        dialog.import_asked.connect(self._on_import_asked)
        dialog.export_asked.connect(self._on_export_asked)
        dialog.folder_asked.connect(self._on_folder_asked)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()
        self.look()

    def _follow(self, task: Task) -> None:
        task.finished.connect(self._on_found)
        task.failed.connect(self._on_failed)

    def _on_found(self, found: TemplatesFound) -> None:
        self._found = found
        if self._dialog is not None:
            self._dialog.show_templates(found)
        self.changed.emit(found)

    def _on_failed(self, trouble: Trouble) -> None:
        if self._dialog is not None:
            self._dialog.say(trouble.message)
        else:
            self.failed.emit(trouble)

    def _on_keep_asked(self, template: Template, name: str, replace: bool) -> None:
        self._follow(self._jobs.keep_template(template, name, replace=replace))

    def _on_import_asked(self, path: str) -> None:
        self._follow(self._jobs.import_template(path))

    def _on_export_asked(self, template: str, path: str) -> None:
        task = self._jobs.export_template(template, path)
        task.finished.connect(self._on_exported)
        task.failed.connect(self._on_failed)

    def _on_exported(self, result: Exported) -> None:
        if self._dialog is not None:
            self._dialog.say(self.tr("Saved “{0}”.").format(result.path))

    def _on_folder_asked(self) -> None:
        folder = paths.templates_folder()
        if not folder.is_dir() or not outside.open_file(str(folder)):
            self._on_failed(Trouble(self.tr("Your own templates are kept in {0}.").format(folder)))

    def _on_dialog_finished(self) -> None:
        self._dialog = None
