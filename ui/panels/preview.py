"""The very PDF that an export would write, drawn anew as decisions change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from ui.protocol import Spot

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

# Long enough not to draw for every key that is typed, short enough to feel like following.
SETTLE_MS = 250
SLACK = 1.5  # points


class PreviewPanel(QWidget):
    """Asks for a PDF when it is out of date and seen; shows the one it is given."""

    outdated = Signal()
    citation_activated = Signal(str, object)  # the source, the span

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._possible = False
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self._spots: tuple[Spot, ...] = ()
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

    def show_pdf(self, pdf: bytes, spots: tuple[Spot, ...] = ()) -> None:
        """Show these pages, at the place where the person was; a click on a spot activates its citation."""
        self._spots = spots
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

    def spot_at(self, place: QPointF) -> Spot | None:
        """The citation at this place of the visible part of the pages."""
        if self._document is None or self._view is None:
            return None
        for page, area in enumerate(page_areas(self._view, self._document)):
            if area.contains(place):
                scale = area.width() / self._document.pagePointSize(page).width()
                x, y = (place.x() - area.left()) / scale, (place.y() - area.top()) / scale
                return next((spot for spot in self._spots if spot.page == page and _holds(spot, x, y)), None)
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        if isinstance(event, QMouseEvent) and event.type() in kinds and event.button() == Qt.MouseButton.LeftButton:
            spot = self.spot_at(event.position())
            if spot is not None:  # the view itself would go to the list of sources
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.citation_activated.emit(spot.source, spot.span)
                return True
        return super().eventFilter(watched, event)

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
            self._view.viewport().installEventFilter(self)
            self._view.setToolTip(self.tr("Click on a citation to read it in its place"))
            self._pages.addWidget(self._view)
        return self._document, self._view


def page_areas(view: QPdfView, document: QPdfDocument) -> list[QRectF]:
    """Where the view draws the pages, as seen: it computes that itself and tells nobody (Qt 6.12, qpdfview.cpp)."""
    inch = view.screen().logicalDotsPerInch() / 72
    margins, width = view.documentMargins(), view.viewport().width()
    sizes = []
    for page in range(document.pageCount()):
        whole = (document.pagePointSize(page) * inch).toSize()  # in whole dots, as the view counts
        sizes.append(whole.toSizeF() * ((width - margins.left() - margins.right()) / whole.width()))
    left, top = view.horizontalScrollBar().value(), margins.top() - view.verticalScrollBar().value()
    widest = max([width, *(size.width() + margins.left() + margins.right() for size in sizes)])
    areas = []
    for size in sizes:
        areas.append(QRectF((widest - size.width()) / 2 - left, top, size.width(), size.height()))
        top += round(size.height()) + view.pageSpacing()
    return areas


def _holds(spot: Spot, x: float, y: float) -> bool:
    return spot.left - SLACK <= x <= spot.right + SLACK and spot.top - SLACK <= y <= spot.bottom + SLACK
