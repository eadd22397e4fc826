"""A line above the evidence that says what happened, with what can be done about it; no dialog to click away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


@dataclass(frozen=True)
class Way:
    """Something that can be done about a notice: `signal` is emitted with `about`."""

    text: str
    signal: SignalInstance
    about: str


class NoticePanel(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._details = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QPushButton(self.tr("O&pen it"), self)
        self.open.clicked.connect(self._on_open)
        self.folder = QPushButton(self.tr("&Show in folder"), self)
        self.folder.clicked.connect(self._on_folder)
        self.details = QPushButton(self.tr("Detai&ls…"), self)
        self.details.clicked.connect(self._on_details)
        self.close_button = QPushButton(self.tr("Dis&miss"), self)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        self._row = row
        self.ways: tuple[QPushButton, ...] = ()
        row.addWidget(self.label, 1)
        for button in (self.open, self.folder, self.details, self.close_button):
            row.addWidget(button)
        self.hide()

    def say(self, text: str, *, details: str = "") -> None:
        """Something went wrong, or something is worth knowing."""
        self._show(text, path="", details=details)

    def saved(self, path: str, text: str) -> None:
        """A file has been written."""
        self._show(text, path=path, details="")

    def ask(self, text: str, ways: tuple[Way, ...]) -> None:
        """Something to decide; the ways are buttons, of which none need be pressed."""
        self._show(text, path="", details="")
        self.ways = tuple(QPushButton(way.text, self) for way in ways)
        for number, (button, way) in enumerate(zip(self.ways, ways, strict=True), 1):
            self._row.insertWidget(number, button)
            button.clicked.connect(self.hide)
            button.clicked.connect(partial(_go, way))

    def _show(self, text: str, *, path: str, details: str) -> None:
        for button in self.ways:
            button.hide()
            button.deleteLater()
        self.ways = ()
        self._path, self._details = path, details
        self.label.setText(text)
        self.open.setVisible(bool(path))
        self.folder.setVisible(bool(path))
        self.details.setVisible(bool(details))
        self.show()

    def _on_open(self) -> None:
        from ui import outside

        outside.open_file(self._path)

    def _on_folder(self) -> None:
        from ui import outside

        outside.open_file(str(Path(self._path).parent))

    def _on_details(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Details"), self.label.text(), parent=self)
        box.setDetailedText(self._details)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _go(way: Way, _checked: bool = False) -> None:
    way.signal.emit(way.about)
