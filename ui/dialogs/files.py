"""Which files to open, and where to save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

READABLE = "*.txt *.md *.docx *.html *.htm *.pdf"


def ask_documents(parent: QWidget, folder: str) -> tuple[str, ...]:
    """The chosen files; none when the person thought better of it."""
    kinds = ";;".join((f"{_tr('Documents')} ({READABLE})", f"{_tr('All files')} (*)"))
    paths, _kind = QFileDialog.getOpenFileNames(parent, _tr("Open documents"), folder, kinds)
    return tuple(paths)


def ask_folder(parent: QWidget, folder: str) -> str:
    return QFileDialog.getExistingDirectory(parent, _tr("Open a folder of documents"), folder)


def ask_project(parent: QWidget, folder: str) -> str:
    path, _kind = QFileDialog.getOpenFileName(parent, _tr("Open a project"), folder, f"{_tr('Project')} (*.briefing)")
    return path


def ask_project_target(parent: QWidget, folder: str, name: str) -> str:
    """Where to keep the project, or ""; the dialog asks before an existing file is replaced."""
    suggestion = str(Path(folder) / f"{name}.briefing")
    kinds = f"{_tr('Project')} (*.briefing)"
    path, _kind = QFileDialog.getSaveFileName(parent, _tr("Save the project"), suggestion, kinds)
    return path if not path or path.lower().endswith(".briefing") else f"{path}.briefing"


def ask_target(parent: QWidget, folder: str, name: str, suffix: str) -> str:
    """Where to save a file with this ending, or ""; the dialog asks before an existing file is replaced."""
    kinds = {
        ".docx": _tr("Word document"),
        ".pdf": _tr("PDF file"),
        ".html": _tr("Web page"),
        ".eml": _tr("E-mail draft"),
    }
    suggestion = str(Path(folder) / f"{name}{suffix}")
    path, _kind = QFileDialog.getSaveFileName(
        parent, _tr("Save the briefing"), suggestion, f"{kinds[suffix]} (*{suffix})"
    )
    return path if not path or path.lower().endswith(suffix) else path + suffix


def ask_table_target(parent: QWidget, folder: str, name: str) -> str:
    """Where to save a table, or ""; the dialog asks before an existing file is replaced."""
    kinds = {f"{_tr('Excel workbook')} (*.xlsx)": ".xlsx", f"{_tr('Text with commas')} (*.csv)": ".csv"}
    suggestion = str(Path(folder) / f"{name}.xlsx")
    path, kind = QFileDialog.getSaveFileName(parent, _tr("Save the key figures"), suggestion, ";;".join(kinds))
    return path if not path or path.lower().endswith((".xlsx", ".csv")) else path + kinds.get(kind, ".xlsx")


def ask_letterhead(parent: QWidget, folder: str) -> str:
    path, _kind = QFileDialog.getOpenFileName(
        parent, _tr("Choose a Word file"), folder, f"{_tr('Word document')} (*.docx)"
    )
    return path


def ask_template(parent: QWidget) -> str:
    kinds = f"{_tr('Briefing template')} (*.brieftemplate)"
    path, _kind = QFileDialog.getOpenFileName(parent, _tr("Import a template"), "", kinds)
    return path


def ask_template_target(parent: QWidget, name: str) -> str:
    kinds = f"{_tr('Briefing template')} (*.brieftemplate)"
    path, _kind = QFileDialog.getSaveFileName(parent, _tr("Export the template"), f"{name}.brieftemplate", kinds)
    return path if not path or path.lower().endswith(".brieftemplate") else f"{path}.brieftemplate"


def file_name(title: str) -> str:
    """The title as a file name that every system accepts."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
    return " ".join(kept.split())[:80] or _tr("Briefing")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
