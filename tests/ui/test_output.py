"""Paper and mail."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog, QPrintPreviewWidget
from pytestqt.logging import _QtMessageCapture

from ui import paths
from ui.acts import Act
from ui.dialogs.printing import Printing
from ui.main_window import MainWindow
from ui.outside import Mail, draft_bytes

Until = Callable[[Callable[[], bool]], None]


class Opener(QObject):
    """Stands in for the programs of the desktop, of which a test machine has none."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def handle(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_pages_are_printed(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    source = tmp_path / "out.pdf"
    loaded.output.export_to(str(source))
    until(source.exists)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing = Printing(source.read_bytes())
    printing.paint(printer)
    exported, printed = QPdfDocument(printing), QPdfDocument(printing)
    exported.load(str(source))
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == exported.pageCount() > 0
    assert printed.pagePointSize(0).toSize() == exported.pagePointSize(0).toSize()
    printing.deleteLater()


def test_the_preview_of_the_print_opens(loaded: MainWindow, until: Until) -> None:
    loaded.actions_table[Act.PRINT].trigger()
    until(lambda: bool(loaded.findChildren(QPrintPreviewDialog)))
    dialog = loaded.findChildren(QPrintPreviewDialog)[0]
    assert dialog.isVisible()
    dialog.close()


def test_a_draft_is_a_message_with_the_file(tmp_path: Path) -> None:
    attachment = tmp_path / "Lage – Übersicht.pdf"
    attachment.write_bytes(b"%PDF-1.7 " + bytes(range(256)))
    message = message_from_bytes(draft_bytes(Mail("Lage\nÜbersicht", "Anbei.", attachment)), policy=default)
    assert message["Subject"] == "Lage Übersicht"
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == attachment.name
    assert attached.get_content() == attachment.read_bytes()


def test_mail_falls_back_to_a_draft(loaded: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "handle")
    loaded.actions_table[Act.MAIL].trigger()
    until(lambda: bool(opener.opened))
    QDesktopServices.unsetUrlHandler("file")
    draft = Path(opener.opened[0])
    assert draft.suffix == ".eml"
    assert draft.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert "mail program" in loaded.notice.label.text()


def test_a_file_that_was_saved_can_be_shown(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    loaded.output.export_to(str(tmp_path / "out.docx"))
    until(lambda: "Saved" in loaded.notice.label.text())
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "handle")
    loaded.notice.open.click()
    loaded.notice.folder.click()
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path / "out.docx"), str(tmp_path)]


@pytest.mark.parametrize("name", ["figures.csv", "figures.xlsx"])
def test_the_key_figures_are_saved_for_other_programs(
    loaded: MainWindow, tmp_path: Path, name: str, until: Until
) -> None:
    loaded.output.save_figures_to(str(tmp_path / name))
    until((tmp_path / name).exists)
    until(lambda: name in loaded.notice.label.text())
    data = (tmp_path / name).read_bytes()
    assert b"1,200" in data if name.endswith(".csv") else data.startswith(b"PK")


def test_where_nothing_may_be_written_is_told_and_nothing_is_lost(
    loaded: MainWindow, tmp_path: Path, until: Until
) -> None:
    """A folder where a file stands: nobody can write below it, not even an administrator."""
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, and no folder")
    before = loaded.session.matter
    for name, write in (
        ("out.docx", loaded.output.export_to),
        ("out.pdf", loaded.output.export_to),
        ("out.html", loaded.output.export_to),
        ("out.xlsx", loaded.output.save_figures_to),
        ("out.csv", loaded.output.save_figures_to),
    ):
        loaded.notice.hide()
        write(str(blocked / name))
        until(loaded.notice.isVisible)
        assert name in loaded.notice.label.text()
        assert "Saved" not in loaded.notice.label.text()
    assert loaded.session.matter == before
    assert blocked.read_text() == "a file, and no folder"


def test_an_older_export_survives_one_that_fails(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    target = tmp_path / "out.docx"
    target.mkdir()  # in the way of the file
    loaded.output.export_to(str(target))
    until(lambda: "out.docx" in loaded.notice.label.text())
    assert "Saved" not in loaded.notice.label.text()
    assert target.is_dir()
    assert list(tmp_path.glob(".out.docx*")) == []


def test_mail_without_any_program_leaves_a_draft_to_open(
    loaded: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch, qtlog: _QtMessageCapture
) -> None:
    """Neither a mail program nor anything that opens files; Qt says so, too, on the platform without a screen."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER", raising=False)
    with qtlog.disabled():
        loaded.actions_table[Act.MAIL].trigger()
        until(lambda: "No mail program" in loaded.notice.label.text())
    (draft,) = (paths.data_folder() / "drafts").glob("*.eml")
    assert draft.name in loaded.notice.label.text()
    message = message_from_bytes(draft.read_bytes(), policy=default)
    (attached,) = message.iter_attachments()
    assert attached.get_content().startswith(b"%PDF-")
    assert loaded.notice.folder.isVisible()


def test_mail_that_cannot_keep_its_draft_is_told(
    loaded: MainWindow, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("a file, and no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    loaded.actions_table[Act.MAIL].trigger()
    until(lambda: "draft cannot be kept" in loaded.notice.label.text())


def test_without_a_printer_there_are_the_pages_and_a_pdf(
    loaded: MainWindow, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview opens all the same, and prints into a file."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))  # the printers of whoever runs this are out of reach
    assert QPrinterInfo.availablePrinters() == []
    loaded.actions_table[Act.PRINT].trigger()
    until(lambda: bool(loaded.findChildren(QPrintPreviewDialog)))
    dialog = loaded.findChildren(QPrintPreviewDialog)[0]
    preview = dialog.findChildren(QPrintPreviewWidget)[0]
    until(lambda: preview.pageCount() > 0)
    assert dialog.printer().outputFormat() == QPrinter.OutputFormat.PdfFormat
    dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    preview.print_()
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    dialog.close()
