"""What is being done, how far it is, and a way to stop it; lives in the status line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from briefing.model import Progress


class ProgressPanel(QWidget):
    """Hidden while nothing is going on."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setMinimumWidth(320)
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Ca&ncel"), self)
        self.cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.hide()

    def begin(self, name: str) -> None:
        self.label.setText(f"{name} …")
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def advance(self, progress: Progress) -> None:
        parts = [progress.step, progress.detail]
        self.label.setText(" ".join(part for part in parts if part) + " …")
        self.bar.setRange(0, progress.total if progress.total > 1 else 0)
        self.bar.setValue(progress.done)

    def giving_way(self) -> None:
        self.label.setText(self.tr("Stopping …"))
        self.cancel.setEnabled(False)

    def end(self) -> None:
        self.hide()
