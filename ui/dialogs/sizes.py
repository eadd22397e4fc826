"""Dialogs that are as large as their text needs, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def fit(dialog: QDialog, columns: int, lines: int) -> None:
    """Make room for so many characters in a line and so many lines, in the text size of now."""
    measures = dialog.fontMetrics()
    free = dialog.screen().availableGeometry()
    width = min(columns * measures.averageCharWidth(), free.width() - 20)
    dialog.resize(width, min(lines * measures.lineSpacing(), free.height() - 40))
