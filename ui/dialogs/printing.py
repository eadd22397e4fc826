"""Printing the very PDF that an export would write, with a preview first."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

# Enough for every office printer; the printers' own 1,200 dpi would take sixteen times the memory.
DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


class Printing(QObject):
    """The pages, held for as long as the preview is open."""

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)

    def paint(self, printer: QPrinter) -> None:
        """Paint the pages that the printer is set to print."""
        wanted = printer.pageRanges()
        count = self._document.pageCount()
        pages = [number for number in range(count) if wanted.isEmpty() or wanted.contains(number + 1)]
        printer.setFullPage(True)
        if pages:
            printer.setPageLayout(_layout(self._document.pagePointSize(pages[0])))  # all pages are of one size
        painter = QPainter()
        for number in pages:
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                break
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # the preview shrinks the pages
            paper = printer.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), self._picture(number))
        if painter.isActive():
            painter.end()

    def _picture(self, number: int) -> QImage:
        size = self._document.pagePointSize(number) * (DOTS_PER_INCH / POINTS_PER_INCH)
        page = self._document.render(number, QSize(round(size.width()), round(size.height())))
        white = QImage(page.size(), QImage.Format.Format_RGB888)
        white.fill(Qt.GlobalColor.white)
        painter = QPainter(white)
        painter.drawImage(0, 0, page)
        painter.end()
        return white


class Preview(QPrintPreviewDialog):
    """The pages as the printer will get them; its toolbar prints."""

    def __init__(self, pdf: bytes, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive itself
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printing = Printing(pdf, self)
        self.paintRequested.connect(self._printing.paint)
        self.resize(900, 760)


def show_preview(pdf: bytes, parent: QWidget) -> Preview:
    """The preview, open."""
    dialog = Preview(pdf, parent)
    dialog.open()
    return dialog


def _layout(points: QSizeF) -> QPageLayout:
    """The page as large as the PDF's own."""
    lying = points.width() > points.height()
    size = QPageSize(
        points.transposed() if lying else points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF())
