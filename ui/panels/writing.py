"""The places that the template leaves to people: judgements, recommendations, gaps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from briefing.model import Decisions, Fill, Section, SectionKind, Template

KINDS = (SectionKind.TEXT, SectionKind.BOTTOM_LINE, SectionKind.GAPS)
LINES = 6


class WritingPanel(QScrollArea):
    """A field for each place; the program never fills one."""

    text_written = Signal(str, str)  # the section's key, the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Places to write"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._template: Template | None = None
        self.fields: dict[str, QPlainTextEdit] = {}

    def show_template(self, template: Template | None, decisions: Decisions) -> None:
        """The places of the template, with what has been written there."""
        if template != self._template:
            self._template = template
            self._lay_out(template.sections if template else ())
        written = dict(decisions.written)
        for key, field in self.fields.items():
            text = written.get(key, "")
            if field.toPlainText() != text:
                field.blockSignals(True)  # noqa: FBT003 Qt's own signature; it is no person who writes
                field.setPlainText(text)
                field.blockSignals(False)  # noqa: FBT003

    def _lay_out(self, sections: tuple[Section, ...]) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        self.fields = {}
        for section in sections:
            if section.fill is Fill.WRITE or section.kind in KINDS:
                self._add(section, column, inside)
        if not self.fields:
            note = QLabel(self.tr("This template leaves nothing to be written."), inside)
            note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(note)
        column.addStretch(1)
        self.setWidget(inside)

    def _add(self, section: Section, column: QVBoxLayout, inside: QWidget) -> None:
        heading = QLabel(section.heading, inside)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setWordWrap(True)
        prompt = QLabel(section.prompt, inside)
        prompt.setWordWrap(True)
        prompt.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        field = QPlainTextEdit(inside)
        field.setAccessibleName(section.heading)
        field.setAccessibleDescription(section.prompt)
        field.setAcceptDrops(False)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        field.textChanged.connect(partial(self._on_text_changed, section.key))
        heading.setBuddy(field)
        self.fields[section.key] = field
        for part in (heading, prompt, field):
            column.addWidget(part)

    def _on_text_changed(self, key: str) -> None:
        self.text_written.emit(key, self.fields[key].toPlainText())
