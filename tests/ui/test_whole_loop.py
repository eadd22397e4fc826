"""The whole loop on the example documents: from dropped files to paper and mail, and all the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog

from briefing import examples
from ui.acts import Act
from ui.dialogs.printing import Printing
from ui.dialogs.wording import WordingDialog
from ui.main_window import MainWindow

Until = Callable[[Callable[[], bool]], None]
JUDGEMENT = "Ask both ministries for one joint dredging plan."
WORDING = "The line in our own words."


class Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def handle(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def decide(window: MainWindow) -> None:
    """Read a figure in its place; pin, drop and reword; choose the note and write its bottom line."""
    figures = window.evidence.page("Key figures")
    window.evidence.setCurrentWidget(figures)
    figures.choose(figures.model.rows[0].id)
    assert window.reader.lit
    summary = window.evidence.page("Summary")
    window.evidence.setCurrentWidget(summary)
    for number, act in ((0, Act.PIN), (1, Act.DROP), (2, Act.REWORD)):
        summary.choose(summary.model.rows[number].id)
        window.actions_table[act].trigger()
    (dialog,) = window.findChildren(WordingDialog)
    dialog.text.setPlainText(WORDING)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    actors = window.evidence.page("Actors")
    window.evidence.setCurrentWidget(actors)
    for row in actors.model.rows:
        if row.cells[0] == "Constanța":
            actors.choose(row.id)
            break
    window.actions_table[Act.MERGE].trigger()
    (merging,) = window.findChildren(QInputDialog)
    merging.setTextValue("Romania")
    merging.accept()
    assert len(window.session.matter.decisions.merged) == 1
    window.request.template_chosen.emit("one-page-note")
    window.writing.fields["bottom-line"].setPlainText(JUDGEMENT)


def test_the_whole_loop(window: MainWindow, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_paths(tuple(str(path) for path in examples.paths()))
    until(lambda: window.session.matter.analysis is not None)
    assert len(window.sources.rows) == 7
    assert not any(row.warned for row in window.sources.rows)
    decide(window)

    word, pdf = tmp_path / "note.docx", tmp_path / "note.pdf"
    for path in (word, pdf):
        window.output.export_to(str(path))
        until(path.exists)
    with ZipFile(word) as archive:
        assert JUDGEMENT in archive.read("word/document.xml").decode()

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printing = Printing(pdf.read_bytes(), window)
    printing.paint(printer)
    paper, exported = QPdfDocument(printing), QPdfDocument(printing)
    paper.load(str(tmp_path / "paper.pdf"))
    exported.load(str(pdf))
    assert paper.pageCount() == exported.pageCount() > 0
    text = "".join(exported.getAllText(number).text() for number in range(exported.pageCount()))
    assert JUDGEMENT.split(maxsplit=1)[0] in text

    monkeypatch.setenv("PATH", "")
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "handle")
    window.actions_table[Act.MAIL].trigger()
    until(lambda: bool(opener.opened))
    QDesktopServices.unsetUrlHandler("file")

    while window.session.undo_stack.canUndo():
        window.actions_table[Act.UNDO].trigger()
    assert window.session.matter.analysis is None
    assert window.session.matter.decisions.pinned == ()
    assert window.middle.currentWidget() is window.welcome
    while window.session.undo_stack.canRedo():
        window.actions_table[Act.REDO].trigger()

    project, saved = str(tmp_path / "Danube.briefing"), window.session.matter
    window.keeping.save_to(project)
    until(lambda: window.keeping.name == project and window.keeping.all_safe)
    window.actions_table[Act.NEW].trigger()
    window.open_paths((project,))
    until(lambda: window.session.matter.analysis is not None)
    assert replace(window.session.matter, number=saved.number) == saved
    assert window.writing.fields["bottom-line"].toPlainText() == JUDGEMENT
