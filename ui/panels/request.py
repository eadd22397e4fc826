"""The form beside the evidence: which template, and what stands at the head of the briefing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLabel, QLineEdit, QWidget

from briefing.model import Request, Template
from ui.session import Matter

MARGIN = 8
LEAST_LINES = 26  # of the window, for the description of the template to be shown


class RequestPanel(QWidget):
    """Emits what the person entered; shows what the matter holds."""

    template_chosen = Signal(str)
    request_edited = Signal(str, object)  # the field's name, the request

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = Request()
        self.template = QComboBox(self)
        self.template.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.template.setMinimumContentsLength(12)
        self.template.activated.connect(self._on_template_activated)
        self.title = self._line(self.tr("as in the template"), self._on_title_edited)
        self.addressee = self._line("", self._on_addressee_edited)
        self.marking = self._line(self.tr("for example OFFICIAL"), self._on_marking_edited)
        self.date = QDateEdit(QDate.currentDate(), self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat(self.tr("d MMMM yyyy"))
        self.date.dateChanged.connect(self._on_date_changed)
        self.description = QLabel(self)
        self.description.setWordWrap(True)
        self.description.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()

    def _line(self, placeholder: str, slot: Callable[[str], None]) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(placeholder)
        line.setAcceptDrops(False)
        line.textEdited.connect(slot)
        return line

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(MARGIN, 4, 4, MARGIN)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for text, field in (
            (self.tr("&Template"), self.template),
            (self.tr("T&itle"), self.title),
            (self.tr("Fo&r"), self.addressee),
            (self.tr("D&ate"), self.date),
            (self.tr("Mar&king"), self.marking),
        ):
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        self.date.lineEdit().setAccessibleName(self.tr("Date"))
        form.insertRow(1, self.description)

    def show_templates(self, templates: tuple[Template, ...]) -> None:
        self.template.clear()
        for template in templates:
            self.template.addItem(template.title, template.name)
            self.template.setItemData(self.template.count() - 1, template.description, Qt.ItemDataRole.ToolTipRole)

    def show_matter(self, matter: Matter) -> None:
        """Show the matter's own entries, without taking the cursor from under the person's hands."""
        self._request = matter.request
        number = self.template.findData(matter.template)
        self.template.setCurrentIndex(number)
        tip = self.template.itemData(number, Qt.ItemDataRole.ToolTipRole) if number >= 0 else ""
        self.description.setText(str(tip or ""))
        self._fit_description()
        for line, text in (
            (self.title, matter.request.title),
            (self.addressee, matter.request.addressee),
            (self.marking, matter.request.marking),
        ):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if matter.request.date and self.date.date().toString(Qt.DateFormat.ISODate) != matter.request.date:
            self.date.setDate(QDate.fromString(matter.request.date, Qt.DateFormat.ISODate))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_description()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_description()

    def _fit_description(self) -> None:
        """Give the description its room, or none where the window is low: the template's tip says the same.

        A form gives text that wraps only as much room as it wants at first; at 200 % that is too little.
        """
        self.description.setVisible(self.window().height() > LEAST_LINES * self.fontMetrics().lineSpacing())
        self.description.setMinimumHeight(0)  # heightForWidth never gives less than that
        self.description.setMinimumHeight(max(0, self.description.heightForWidth(self.width() - 2 * MARGIN)))

    def today(self) -> str:
        return QDate.currentDate().toString(Qt.DateFormat.ISODate)

    def _on_template_activated(self, number: int) -> None:
        self.template_chosen.emit(str(self.template.itemData(number)))

    def _on_title_edited(self, text: str) -> None:
        self.request_edited.emit("title", replace(self._request, title=text))

    def _on_addressee_edited(self, text: str) -> None:
        self.request_edited.emit("addressee", replace(self._request, addressee=text))

    def _on_marking_edited(self, text: str) -> None:
        self.request_edited.emit("marking", replace(self._request, marking=text))

    def _on_date_changed(self, date: QDate) -> None:
        text = date.toString(Qt.DateFormat.ISODate)
        if text != self._request.date:
            self.request_edited.emit("date", replace(self._request, date=text))
