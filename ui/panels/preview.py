"""The very PDF that an export would write, drawn anew as decisions change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

# Long enough not to draw for every key that is typed, short enough to feel like following.
SETTLE_MS = 250


class PreviewPanel(QWidget):
    """Asks for a PDF when it is out of date and seen; shows the one it is given."""

    outdated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._possible = False
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self._document: QPdfDocument | None = None
        self._view: QPdfView | None = None
        self.label = QLabel(self.tr("The briefing is shown here as soon as there are documents."), self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setWordWrap(True)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.label)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)

    @property
    def document(self) -> QPdfDocument | None:
        """What is shown, for printing it."""
        return self._document

    def invalidate(self, *, possible: bool) -> None:
        """The matter has changed; `possible` tells whether there is anything to draw."""
        self._stale, self._possible = True, possible
        if not possible:
            self._pages.setCurrentWidget(self.label)
            self._settle.stop()
        elif self.isVisible():
            self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._possible:
            self._settle.start()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages, at the place where the person was."""
        document, view = self._loaded()
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        self._pages.setCurrentWidget(view)

    def say(self, text: str) -> None:
        """Say why there is no preview."""
        self.label.setText(text)
        self._pages.setCurrentWidget(self.label)

    def _on_settled(self) -> None:
        if self._stale and self._possible:
            self._stale = False
            self.outdated.emit()

    def _loaded(self) -> tuple[QPdfDocument, QPdfView]:
        """The view, made when it is needed first: QtPdf would slow down the start of the window."""
        if self._document is None or self._view is None:
            from PySide6.QtPdf import QPdfDocument
            from PySide6.QtPdfWidgets import QPdfView

            self._document = QPdfDocument(self)
            self._view = QPdfView(self)
            self._view.setAccessibleName(self.tr("Preview of the briefing"))
            self._view.setPageMode(QPdfView.PageMode.MultiPage)
            self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            self._view.setDocument(self._document)
            self._pages.addWidget(self._view)
        return self._document, self._view
