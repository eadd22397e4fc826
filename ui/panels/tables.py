"""Tables of evidence: two lines per row, quick with ten thousand of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.models.rows import DROPPED, PINNED, ROW, Row


class RowDelegate(QStyledItemDelegate):
    """Bold for pinned, struck out for dropped, the warning colour for contradicted."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.font.setBold(bool(index.data(PINNED)))
        dropped = bool(index.data(DROPPED))
        option.font.setStrikeOut(dropped)
        row = index.data(ROW)
        palette = option.palette
        if dropped:
            palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.PlaceholderText))
        elif isinstance(row, Row) and row.warned and index.column() == 1:
            palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.BrightText))


class StripedTable(QTableView):
    """A read-only table whose columns share its width until a person changes one.

    `least` are the characters that each column shows at least; where they do not fit the table scrolls sideways.
    """

    def __init__(self, shares: tuple[int, ...], least: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = shares
        self._least = least
        self._sharing = True
        self.setItemDelegate(RowDelegate(self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setAccessibleName(self.tr("Column headings"))
        header.sectionResized.connect(self._on_section_resized)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + 6)
        if not self._shares or not self.model():
            return
        width, total = self.viewport().width(), sum(self._shares)
        header = self.horizontalHeader()
        header.blockSignals(True)  # noqa: FBT003 Qt's own signature; our own resizing is no person's
        one = self.fontMetrics().averageCharWidth() + 1
        left, last = width, len(self._shares) - 1
        for number, (share, least) in enumerate(zip(self._shares, self._least, strict=True)):
            wanted = left if number == last else width * share // total
            header.resizeSection(number, max(wanted, least * one + 8, header.sectionSizeHint(number)))
            left -= header.sectionSize(number)
        header.blockSignals(False)  # noqa: FBT003

    def _on_section_resized(self, section: int, _before: int, _after: int) -> None:
        if section < len(self._shares) - 1:  # the last one stretches by itself
            self._shares = ()
