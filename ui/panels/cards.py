"""Cards in a list: a bold lead, the text, a muted foot; drawn, not built from widgets, so that thousands are cheap."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.rows import DROPPED, NOTE, PINNED, ROW, WORDING, Row

MARGIN = 8
BAR = 4
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
TALL = 100_000
BATCH = 150
Index = QModelIndex | QPersistentModelIndex
Role = QPalette.ColorRole


class Face:
    """A font with its measures."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)


class Faces:
    """The fonts of a card, made once for a base font: making them for every card would take longer than measuring."""

    def __init__(self, base: QFont) -> None:
        bold, small, struck = QFont(base), QFont(base), QFont(base)
        bold.setBold(True)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        struck.setStrikeOut(True)
        self.base = base
        self.plain, self.bold, self.small, self.struck = Face(base), Face(bold), Face(small), Face(struck)


class CardDelegate(QStyledItemDelegate):
    """Draws the `Row` of an index as a card as wide as the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int, str], int] = {}
        self._faces = Faces(QFont())

    def forget(self) -> None:
        """Measure anew: the rows, the font or the width have changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        width = _width(option)
        if not isinstance(row, Row):
            return QSize(width, 0)
        marks = f"{index.data(PINNED)} {index.data(DROPPED)} {index.data(WORDING)} {index.data(NOTE)}"
        key = (row.id, width, marks)
        if key not in self._heights:
            self._heights[key] = self._measure(option, index, row, width)
        return QSize(width, self._heights[key])

    def _measure(self, option: QStyleOptionViewItem, index: Index, row: Row, width: int) -> int:
        space = QRect(0, 0, width - 3 * MARGIN, TALL)
        parts = self._parts(option, index, row)
        return 2 * MARGIN + sum(
            face.metrics.boundingRect(space, WRAP, text).height() + 2 for text, face, _role in parts
        )

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
        for text, face, role in self._parts(option, index, row):
            painter.setFont(face.font)
            painter.setPen(colours.color(Role.HighlightedText if chosen else role))
            used = painter.drawText(inner, WRAP, text)
            inner.setTop(used.bottom() + 3)
        if option.state & QStyle.StateFlag.State_HasFocus and not chosen:
            painter.setPen(colours.color(Role.Highlight))
            painter.drawRect(area.adjusted(0, 0, -1, -2))
        painter.restore()

    def _parts(self, option: QStyleOptionViewItem, index: Index, row: Row) -> list[tuple[str, Face, Role]]:
        if self._faces.base != option.font:
            self._faces = Faces(QFont(option.font))
            self._heights.clear()
        faces = self._faces
        dropped, muted = bool(index.data(DROPPED)), Role.PlaceholderText
        foot = [row.foot] if row.foot else []
        foot += [self.tr("pinned")] if index.data(PINNED) else []
        foot += [self.tr("dropped")] if dropped else []
        wording = str(index.data(WORDING) or "")
        original = (
            [(self.tr("The source says: {0}").format(row.text), faces.small, Role.PlaceholderText)] if wording else []
        )
        foot += [self.tr("your wording")] if wording else []
        note = str(index.data(NOTE) or "")
        own = [(self.tr("Your note: {0}").format(note), faces.small, Role.PlaceholderText)] if note else []
        parts = [
            (row.lead, faces.bold, Role.Text),
            (wording or row.text, faces.struck, Role.PlaceholderText)
            if dropped
            else (wording or row.text, faces.plain, Role.Text),
            *original,
            *own,
            (" · ".join(foot), faces.small, muted),
            (row.hint, faces.small, Role.BrightText),
        ]
        return [part for part in parts if part[0]]


class CardList(QListView):
    """A list of cards that wrap to the list's width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = CardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # thousands of cards must not stop the window
        self.setBatchSize(BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width, and with it the height of every card.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(160)

    def reset(self) -> None:
        self._cards.forget()
        super().reset()


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    if isinstance(view, QListView):
        return view.viewport().width()
    return int(option.rect.width())
