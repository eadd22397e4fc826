"""A person's own wording for a line of evidence; the source's words stay beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs import sizes


class WordingDialog(QDialog):
    """Emits the wording on OK; "" means the source's own words."""

    worded = Signal(str, str, str)  # the evidence's id, the wording, the note

    def __init__(self, identifier: str, original: str, wording: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._identifier = identifier
        self._original = original
        self.setWindowTitle(self.tr("Reword"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes.fit(self, 80, 20)
        source = QLabel(original, self)
        source.setWordWrap(True)
        source.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(wording or original, self)
        self.text.setAccessibleName(self.tr("Your wording"))
        self.text.setTabChangesFocus(True)
        label = QLabel(self.tr("&Your wording (the briefing shows it as yours):"), self)
        label.setBuddy(self.text)
        self.note = QLineEdit(note, self)
        self.note.setPlaceholderText(self.tr("why, or from whom you know; the briefing prints it as the desk’s"))
        self.note.setAcceptDrops(False)
        note_label = QLabel(self.tr("&Note:"), self)
        note_label.setBuddy(self.note)
        ok, cancel, reset = (
            QDialogButtonBox.StandardButton.Ok,
            QDialogButtonBox.StandardButton.Cancel,
            QDialogButtonBox.StandardButton.Reset,
        )
        self.buttons = QDialogButtonBox(ok | cancel | reset, self)
        self.buttons.button(reset).setText(self.tr("&The source’s words"))
        self.buttons.button(reset).clicked.connect(self._on_reset)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("The source says:"), self))
        layout.addWidget(source)
        layout.addWidget(label)
        layout.addWidget(self.text, 1)
        layout.addWidget(note_label)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)
        self.text.setFocus()

    def _on_reset(self) -> None:
        self.text.setPlainText(self._original)

    def _on_accepted(self) -> None:
        text = " ".join(self.text.toPlainText().split())
        note = " ".join(self.note.text().split())
        self.worded.emit(self._identifier, "" if text == self._original else text, note)
        self.accept()
