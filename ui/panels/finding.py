"""Search in the reader: a line under the text, with how many places there are and ways from one to the next."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from briefing.model import Span

MOST = 2000  # marking more would take long, and nobody reads so many


def places_of(words: str, text: str) -> tuple[Span, ...]:
    """Where these words stand, in whatever case and broken over whatever lines."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return ()
    found = re.finditer(r"\s+".join(parts), text, re.IGNORECASE)
    return tuple(Span(place.start(), place.end()) for place, _count in zip(found, range(MOST), strict=False))


class FindingBar(QWidget):
    """Hidden until it is wanted. Return goes to the next place, Shift+Return to the one before, Escape hides it."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("Find in the document"))
        self.line.setPlaceholderText(self.tr("Find in this document"))
        self.line.setClearButtonEnabled(True)
        self.line.setAcceptDrops(False)
        self.line.textChanged.connect(self.sought)
        self.count = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.buttons = (
            self._button("‹", self.tr("The place before"), self._on_before),
            self._button("›", self.tr("The next place"), self._on_next),
            self._button("×", self.tr("Close the search"), self._on_closed),
        )
        for button in self.buttons:
            row.addWidget(button)
        self.hide()

    def begin(self) -> None:
        """Show the line with the cursor in it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.line.text():
            self.sought.emit(self.line.text())

    def tell(self, number: int, count: int) -> None:
        """The place that is shown (from 1; 0 for none) and how many there are."""
        text = self.tr("{0} of {1}").format(number, f"{count}+" if count == MOST else count)
        self.count.setText(text if self.line.text().strip() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _button(self, sign: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(sign, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(button.fontMetrics().horizontalAdvance("MMM"))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _on_before(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
