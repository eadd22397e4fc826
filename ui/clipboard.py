"""What is copied, as a table and as plain text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def put(text: str, html: str) -> None:
    """Put the same content on the clipboard as plain text and as HTML."""
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def settle() -> None:
    """Leave what we copied as plain text, before the program ends.

    A QMimeData that was made by Python is otherwise destroyed by Qt's exit handlers, after Python is gone: the process
    then ends with a segmentation fault (PySide6 6.12, seen in `__run_exit_handlers`).
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() and clipboard.mimeData().hasHtml():
        clipboard.setText(clipboard.text())
