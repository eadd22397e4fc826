"""What is copied, as a table and as plain text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

OURS = "application/x-briefing-desk-rows"


def put(text: str, html: str) -> None:
    """Put the same content on the clipboard as plain text and as HTML."""
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    data.setData(OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def settle() -> None:
    """Leave what we copied as plain text, before the program ends.

    A QMimeData that was made by Python is otherwise destroyed by Qt's exit handlers, after Python is gone: the process
    then ends with a segmentation fault (PySide6 6.12, seen in `__run_exit_handlers`).
    """
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData()
    if data is not None and data.hasFormat(OURS):  # ownsClipboard() is always False on some platforms
        clipboard.setText(clipboard.text())
