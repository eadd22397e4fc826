"""What the window shows before there is anything to show."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

CHARACTERS = 58
HEADING_SCALE = 1.5
EDGES = 48


class WelcomePanel(QScrollArea):
    """Three ways to begin, and the files opened last."""

    recent_chosen = Signal(str)

    def __init__(self, ways: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column = self._make_column()
        lines = QVBoxLayout(column)
        lines.setSpacing(10)
        lines.addStretch(2)
        self._heading = QLabel(self.tr("Drop your documents here"), column)
        self._heading.setWordWrap(True)
        lines.addWidget(self._heading)
        self._note = note = QLabel(
            self.tr(
                "Text, Word, PDF and saved web pages about one matter. What they say is shown with its place in the "
                "source, and becomes a cited briefing. Nothing leaves this computer."
            ),
            column,
        )
        note.setWordWrap(True)
        lines.addWidget(note)
        self.buttons = tuple(_WayButton(way, column) for way in ways)
        for button in self.buttons:
            lines.addWidget(button)
        self._recent_label = QLabel(self.tr("&Opened last"), column)
        self.recent = QListWidget(column)
        self.recent.setAccessibleName(self.tr("Opened last"))
        self.recent.setMaximumHeight(170)
        self.recent.itemActivated.connect(self._on_item_activated)
        self._recent_label.setBuddy(self.recent)
        lines.addWidget(self._recent_label)
        lines.addWidget(self.recent)
        lines.addStretch(3)
        self._fit()

    def _make_column(self) -> QWidget:
        """A column in the middle of a page that scrolls where it is too small."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        column = QWidget(inside)
        outer = QHBoxLayout(inside)
        outer.addStretch(1)
        outer.addWidget(column, 1000)  # all of the width, up to its largest
        outer.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Take the text size of now."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * HEADING_SCALE)
        self._heading.setFont(font)
        most = CHARACTERS * self.fontMetrics().averageCharWidth()
        self._column.setMaximumWidth(most)
        width = min(most, self.viewport().width()) - EDGES
        for label in (self._heading, self._note):  # what wraps would be squeezed rather than scrolled
            label.setMinimumHeight(0)  # heightForWidth never gives less than that
            label.setMinimumHeight(max(0, label.heightForWidth(width)))

    def show_recent(self, paths: tuple[str, ...]) -> None:
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(PurePath(path).name or path, self.recent)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(path)
        self.recent.setVisible(bool(paths))
        self._recent_label.setVisible(bool(paths))

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        self.recent_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class _WayButton(QPushButton):
    """A button that does what the action does, and looks as it does."""

    def __init__(self, way: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._way = way
        self.setMinimumHeight(36)
        self.clicked.connect(way.trigger)
        way.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        self.setText(self._way.text().replace("&", ""))  # the keys belong to the menus
        self.setIcon(self._way.icon())
        self.setToolTip(self._way.statusTip())
