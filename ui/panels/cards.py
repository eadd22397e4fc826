"""Cards in a list: a bold lead, the text, a muted foot; drawn, not built from widgets, so that thousands are cheap."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.rows import DROPPED, PINNED, ROW, WORDING, Row

MARGIN = 8
BAR = 4
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
TALL = 100_000
Index = QModelIndex | QPersistentModelIndex
Role = QPalette.ColorRole


class CardDelegate(QStyledItemDelegate):
    """Draws the `Row` of an index as a card as wide as the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[Row, int, str, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        width = _width(option)
        if not isinstance(row, Row):
            return QSize(width, 0)
        marks = f"{index.data(PINNED)} {index.data(DROPPED)} {index.data(WORDING)}"
        key = (row, width, option.font.toString(), marks)
        if key not in self._heights:
            self._heights[key] = self._measure(option, index, row, width)
        return QSize(width, self._heights[key])

    def _measure(self, option: QStyleOptionViewItem, index: Index, row: Row, width: int) -> int:
        height = 2 * MARGIN
        for text, font, _role in self._parts(option, index, row):
            area = QFontMetrics(font).boundingRect(QRect(0, 0, width - 3 * MARGIN, TALL), WRAP, text)
            height += area.height() + 2
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # its many enumerations take 4 ms, which the window's start can do without

        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect)
        colours = QPalette(option.palette)
        painter.fillRect(area, colours.brush(Role.Highlight if chosen else Role.Base))
        if index.data(PINNED):
            bar = Role.HighlightedText if chosen else Role.Highlight
            painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), colours.brush(bar))
        painter.setPen(colours.color(Role.Mid))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(2 * MARGIN, MARGIN, -MARGIN, -MARGIN)
        for text, font, role in self._parts(option, index, row):
            painter.setFont(font)
            painter.setPen(colours.color(Role.HighlightedText if chosen else role))
            used = painter.drawText(inner, WRAP, text)
            inner.setTop(used.bottom() + 3)
        if option.state & QStyle.StateFlag.State_HasFocus and not chosen:
            painter.setPen(colours.color(Role.Highlight))
            painter.drawRect(area.adjusted(0, 0, -1, -2))
        painter.restore()

    def _parts(self, option: QStyleOptionViewItem, index: Index, row: Row) -> list[tuple[str, QFont, Role]]:
        plain = QFont(option.font)
        bold, small, struck = QFont(plain), QFont(plain), QFont(plain)
        bold.setBold(True)
        small.setPointSizeF(plain.pointSizeF() * 0.9)
        dropped = bool(index.data(DROPPED))
        struck.setStrikeOut(dropped)
        foot = [row.foot] if row.foot else []
        foot += [self.tr("pinned")] if index.data(PINNED) else []
        foot += [self.tr("dropped")] if dropped else []
        wording = str(index.data(WORDING) or "")
        original = [(self.tr("The source says: {0}").format(row.text), small, Role.PlaceholderText)] if wording else []
        foot += [self.tr("your wording")] if wording else []
        parts = [
            (row.lead, bold, Role.Text),
            (wording or row.text, struck, Role.PlaceholderText if dropped else Role.Text),
            *original,
            (" · ".join(foot), small, Role.PlaceholderText),
            (row.hint, small, Role.BrightText),
        ]
        return [part for part in parts if part[0]]


class CardList(QListView):
    """A list of cards that wrap to the list's width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CardDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width, and with it the height of every card.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(160)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    if isinstance(view, QListView):
        return view.viewport().width()
    return int(option.rect.width())
