"""What is opened, by dialog, by drop, from the list of files opened last: documents, folders and projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.keeping import Keeping
from ui.loading import Loading
from ui.settings import Settings

PROJECT = ".briefing"


class Opening(QObject):
    """Sends projects one way and documents the other, and remembers both."""

    remembered = Signal()

    def __init__(self, loading: Loading, keeping: Keeping, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._loading = loading
        self._keeping = keeping
        self._settings = settings
        self._window = window
        self._beside: tuple[str, ...] = ()
        keeping.opened.connect(self._on_project_opened)

    def paths(self, paths: tuple[str, ...]) -> None:
        """Open the first project among these, then add the documents and folders to the matter."""
        projects = [path for path in paths if path.lower().endswith(PROJECT)]
        documents = tuple(path for path in paths if path not in projects)
        if documents:
            self._settings.remember(documents)
            self.remembered.emit()
        if projects:
            self._beside = documents
            self._keeping.open(projects[0])
        elif documents:
            self._loading.add(documents)

    def documents(self) -> None:
        from ui.dialogs import files

        self._chosen(files.ask_documents(self._window, self._settings.folder))

    def folder(self) -> None:
        from ui.dialogs import files

        folder = files.ask_folder(self._window, self._settings.folder)
        self._chosen((folder,) if folder else ())

    def project(self) -> None:
        from ui.dialogs import files

        path = files.ask_project(self._window, self._settings.folder)
        self._chosen((path,) if path else ())

    def example(self) -> None:
        from briefing import examples

        self._loading.add(tuple(str(path) for path in examples.paths()))

    def recent(self, path: str) -> None:
        self.paths((path,))

    def recent_action(self, action: QAction) -> None:
        if action.data():
            self.paths((str(action.data()),))

    def forget(self) -> None:
        self._settings.forget_recent()
        self.remembered.emit()

    def _chosen(self, paths: tuple[str, ...]) -> None:
        if paths:
            self._settings.folder = str(Path(paths[0]).parent)
            self.paths(paths)

    def _on_project_opened(self, path: str) -> None:
        self._settings.remember_project(path)
        self.remembered.emit()
        documents, self._beside = self._beside, ()
        if documents:
            self._loading.add(documents)
