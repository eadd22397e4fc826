"""The question before work would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class LeavingBox(QMessageBox):
    """Save, leave without saving, or stay."""

    def __init__(self, text: str, save: Callable[[], None], leave: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._leave = leave
        self.setIcon(QMessageBox.Icon.Question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Briefing Desk"))
        self.setText(text)
        self.setInformativeText(_tr("Save it as a project, and you can go on with it later."))
        self.save_button = self.addButton(_tr("&Save…"), QMessageBox.ButtonRole.AcceptRole)
        self.leave_button = self.addButton(_tr("&Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        self.stay_button = self.addButton(_tr("&Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.save_button)
        self.setEscapeButton(self.stay_button)
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: QAbstractButton) -> None:
        if button is self.save_button:
            self._save()
        elif button is self.leave_button:
            self._leave()


def ask(text: str, save: Callable[[], None], leave: Callable[[], None], parent: QWidget) -> LeavingBox:
    """The open question."""
    box = LeavingBox(text, save, leave, parent)
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leaving", text)
