"""The form for what a person puts down about a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.deciding import carded
from briefing.model import Credibility, Reliability, Source, SourceCard
from ui.dialogs import sizes
from ui.texts import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP
_REDUCED_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True)
class Field:
    """A line of the form: the card's field, its label, and what is to be told inside while it is empty.

    `stated` fields stand in place of what the document itself says; with that in them, the card says nothing.
    """

    name: str
    label: str
    hint: str = ""
    stated: bool = True
    date: bool = False


FIELDS = (
    Field("title", _N("CardDialog", "&Title")),
    Field("publisher", _N("CardDialog", "&Outlet"), _N("CardDialog", "who published it")),
    Field("author", _N("CardDialog", "&Author")),
    Field("published", _N("CardDialog", "&Date"), _N("CardDialog", "2026-10-21, 2026-10 or 2026"), date=True),
    Field("url", _N("CardDialog", "A&ddress"), _N("CardDialog", "https://…")),
    Field("accessed", _N("CardDialog", "&Read on"), _N("CardDialog", "2026-10-21"), stated=False, date=True),
    Field("descriptor", _N("CardDialog", "&Kind"), _N("CardDialog", "wire report, audit, tweet …"), stated=False),
    Field("marking", _N("CardDialog", "&Marking"), _N("CardDialog", "for example OFFICIAL"), stated=False),
)
RELIABILITIES = (
    (Reliability.A, _N("CardDialog", "A – completely reliable")),
    (Reliability.B, _N("CardDialog", "B – usually reliable")),
    (Reliability.C, _N("CardDialog", "C – fairly reliable")),
    (Reliability.D, _N("CardDialog", "D – not usually reliable")),
    (Reliability.E, _N("CardDialog", "E – unreliable")),
    (Reliability.F, _N("CardDialog", "F – cannot be judged")),
)
CREDIBILITIES = (
    (Credibility.CONFIRMED, _N("CardDialog", "1 – confirmed by other sources")),
    (Credibility.PROBABLY_TRUE, _N("CardDialog", "2 – probably true")),
    (Credibility.POSSIBLY_TRUE, _N("CardDialog", "3 – possibly true")),
    (Credibility.DOUBTFUL, _N("CardDialog", "4 – doubtful")),
    (Credibility.IMPROBABLE, _N("CardDialog", "5 – improbable")),
    (Credibility.CANNOT_BE_JUDGED, _N("CardDialog", "6 – cannot be judged")),
)


class CardDialog(QDialog):
    """Emits the card on OK. A field with the document's own words in it is as if it were not filled in."""

    filled = Signal(object)

    def __init__(self, source: Source, card: SourceCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._card = card
        self.setWindowTitle(self.tr("Details of “{0}”").format(source.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes.fit(self, 80, 1)
        shown = carded(source, card)
        self.fields = {
            field.name: self._line(field, str(getattr(shown if field.stated else card, field.name))) for field in FIELDS
        }
        self.reliability = self._choice(RELIABILITIES, card.reliability, self.tr("Reliability of the source"))
        self.credibility = self._choice(CREDIBILITIES, card.credibility, self.tr("Credibility of what it says"))
        self.trouble = QLabel(self)
        self.trouble.setForegroundRole(QPalette.ColorRole.BrightText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        ok, cancel, reset = (
            QDialogButtonBox.StandardButton.Ok,
            QDialogButtonBox.StandardButton.Cancel,
            QDialogButtonBox.StandardButton.Reset,
        )
        self.buttons = QDialogButtonBox(ok | cancel | reset, self)
        self.buttons.button(reset).setText(self.tr("As the document &says"))
        self.buttons.button(reset).clicked.connect(self._on_reset)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in FIELDS:
            form.addRow(self.tr(field.label), self.fields[field.name])
        form.addRow(self.tr("Re&liability"), self.reliability)
        form.addRow(self.tr("&Credibility"), self.credibility)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.trouble)
        layout.addWidget(self.buttons)

    def _line(self, field: Field, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setPlaceholderText(self.tr(field.hint) if field.hint else "")
        line.setAccessibleName(self.tr(field.label).replace("&", ""))
        line.setAcceptDrops(False)
        line.setCursorPosition(0)
        return line

    def _choice(self, choices: tuple[tuple[object, str], ...], chosen: object, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.addItem(self.tr("not judged"), None)
        for value, text in choices:
            box.addItem(self.tr(text), value)
        values = [None, *(value for value, _text in choices)]
        box.setCurrentIndex(values.index(chosen))
        return box

    def _on_reset(self) -> None:
        for field in FIELDS:
            if field.stated:
                self.fields[field.name].setText(str(getattr(self._source, field.name)))

    def _on_accepted(self) -> None:
        wrong = next((field for field in FIELDS if field.date and not is_date(self._text(field.name))), None)
        if wrong is not None:
            text = self.tr("“{0}” is no date: write 2026-10-21, 2026-10 or 2026, or leave it empty.")
            self.trouble.setText(text.format(self._text(wrong.name)))
            self.trouble.show()
            self.fields[wrong.name].setFocus()
            return
        self.filled.emit(self._filled())
        self.accept()

    def _text(self, name: str) -> str:
        return " ".join(self.fields[name].text().split())

    def _stated(self, name: str) -> str | None:
        """What the person put in place of the document's own words, or None."""
        text = self._text(name)
        own: str = getattr(self._source, name)
        return None if text == " ".join(own.split()) else text

    def _filled(self) -> SourceCard:
        reliability, credibility = self.reliability.currentIndex(), self.credibility.currentIndex()
        return replace(
            self._card,
            title=self._stated("title"),
            author=self._stated("author"),
            publisher=self._stated("publisher"),
            published=self._stated("published"),
            url=self._stated("url"),
            accessed=self._text("accessed"),
            descriptor=self._text("descriptor"),
            marking=self._text("marking"),
            reliability=RELIABILITIES[reliability - 1][0] if reliability else None,
            credibility=CREDIBILITIES[credibility - 1][0] if credibility else None,
        )


def is_date(text: str) -> bool:
    """Whether it is an ISO 8601 date, possibly reduced, of the calendar; an empty one is."""
    if not text:
        return True
    whole = f"{text}-01-01"[:10]
    return _REDUCED_DATE.fullmatch(text) is not None and QDate.fromString(whole, Qt.DateFormat.ISODate).isValid()
