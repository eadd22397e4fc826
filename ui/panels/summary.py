"""Which summary the summary's tab shows: one of everything, one for each part, or the sentences on a question."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ui.texts import QT_TRANSLATE_NOOP

QUESTION = "question"
WAYS = (
    ("all", QT_TRANSLATE_NOOP("SummaryBar", "Everything together")),
    ("actor", QT_TRANSLATE_NOOP("SummaryBar", "For each actor")),
    ("source", QT_TRANSLATE_NOOP("SummaryBar", "For each document")),
    ("topic", QT_TRANSLATE_NOOP("SummaryBar", "For each topic")),
    (QUESTION, QT_TRANSLATE_NOOP("SummaryBar", "On a question")),
)


class SummaryBar(QWidget):
    """Emits the way and the question, once the question is complete."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = QComboBox(self)
        self.way.setAccessibleName(self.tr("Which summary"))
        for name, text in WAYS:
            self.way.addItem(QCoreApplication.translate("SummaryBar", text), name)
        self.way.activated.connect(self._on_activated)
        self.question = QLineEdit(self)
        self.question.setAccessibleName(self.tr("Question"))
        self.question.setPlaceholderText(self.tr("a question or some words, then Return"))
        self.question.setClearButtonEnabled(True)
        self.question.setAcceptDrops(False)
        self.question.returnPressed.connect(self._ask)
        self.question.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.way)
        row.addWidget(self.question, 1)
        row.addStretch(0)

    def choose(self, way: str) -> None:
        """Choose a way as a person would."""
        self.way.setCurrentIndex(self.way.findData(way))
        self._on_activated()

    def _on_activated(self) -> None:
        asks = self.way.currentData() == QUESTION
        self.question.setVisible(asks)
        if asks and not self.question.text().strip():
            self.question.setFocus()
        else:
            self._ask()

    def _ask(self) -> None:
        way = str(self.way.currentData())
        text = " ".join(self.question.text().split()) if way == QUESTION else ""
        if way != QUESTION or text:
            self.asked.emit("all" if way == QUESTION else way, text)
