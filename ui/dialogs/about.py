"""The list of shortcuts, and what the program is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.actions import keys, plain
from ui.acts import TABLE


def show_keys(parent: QWidget) -> QMessageBox:
    """The open window with all shortcuts, from the table of actions."""
    rows = "".join(
        f"<tr><td>{escape(plain(spec))}</td><td>&nbsp;&nbsp;&nbsp;</td><td><b>{escape(keys(spec))}</b></td></tr>"
        for spec in TABLE
        if spec.keys
    )
    return _show(parent, _tr("Keyboard shortcuts"), f"<table>{rows}</table>")


def show_about(parent: QWidget) -> QMessageBox:
    text = _tr(
        "Briefing Desk turns the documents about one matter into a cited briefing. Every line of evidence is the "
        "source’s own words and says where it stands. Nothing leaves this computer."
    )
    return _show(parent, _tr("About Briefing Desk"), f"<p>{escape(text)}</p>")


def _show(parent: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)
