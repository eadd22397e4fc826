"""From dropped files to a Word and a PDF file, in a real window with a real worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ui.acts import Act
from ui.dialogs.wording import WordingDialog
from ui.main_window import MainWindow

Until = Callable[[Callable[[], bool]], None]


def drop(window: MainWindow, paths: tuple[str, ...]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(600, 400)
    enter = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, copy, data, left, none))


def first_page(window: MainWindow) -> str:
    """The text of the preview's first page."""
    document = window.preview.document
    return document.getAllText(0).text() if document is not None else ""


def test_dropped_documents_become_evidence(window: MainWindow, documents: tuple[str, ...], until: Until) -> None:
    assert window.middle.currentWidget() is window.welcome
    drop(window, documents)
    until(lambda: window.session.matter.analysis is not None)
    assert [row.lead for row in window.sources.rows] == ["wire.txt", "local.txt"]
    assert window.middle.currentWidget() is window.evidence
    assert window.evidence.page("Summary").model.rows
    figures = [row.cells[1] for row in window.evidence.page("Key figures").model.rows]
    assert any("1,200" in figure for figure in figures)


def test_a_dropped_folder_is_read(window: MainWindow, documents: tuple[str, ...], until: Until) -> None:
    drop(window, (str(Path(documents[0]).parent),))
    until(lambda: len(window.sources.rows) == 2)


def test_documents_are_added_to_those_that_are_there(
    window: MainWindow, documents: tuple[str, ...], until: Until
) -> None:
    window.open_paths(documents[:1])
    window.open_paths(documents[1:])  # while the first is still being read
    until(lambda: len(window.sources.rows) == 2)
    analysis = window.session.matter.analysis
    assert analysis is not None
    assert [source.name for source in analysis.sources] == ["wire.txt", "local.txt"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    window: MainWindow, documents: tuple[str, ...], tmp_path: Path, until: Until
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 but nothing after it")
    window.open_paths((*documents, str(empty), str(broken), str(tmp_path / "nowhere.txt")))
    until(lambda: window.session.matter.analysis is not None)
    warned = {row.lead: row.hint for row in window.sources.rows if row.warned}
    assert set(warned) == {"empty.txt", "broken.docx", "nowhere.txt"}
    assert "is empty" in warned["empty.txt"]
    assert window.notice.isVisible()


def test_nothing_readable_is_told(window: MainWindow, tmp_path: Path, until: Until) -> None:
    window.open_paths((str(tmp_path / "nowhere.txt"),))
    until(window.notice.isVisible)
    assert "nowhere.txt" in window.notice.label.text()
    assert window.middle.currentWidget() is window.welcome
    assert not window.actions_table[Act.EXPORT_WORD].isEnabled()


def test_the_briefing_is_exported(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    loaded.request.title.setText("Floods in Varna")
    loaded.request.title.textEdited.emit("Floods in Varna")
    for name in ("out.docx", "out.pdf"):
        task = loaded.output.export_to(str(tmp_path / name))
        done: list[object] = []
        task.ended.connect(lambda done=done: done.append(None))
        until(lambda done=done: bool(done))
    assert "out.pdf" in loaded.notice.label.text()
    with ZipFile(tmp_path / "out.docx") as word:
        assert "Floods in Varna" in word.read("word/document.xml").decode()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_an_export_that_fails_says_so_and_leaves_nothing(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    target = tmp_path / "no" / "such" / "folder" / "out.docx"
    loaded.output.export_to(str(target))
    until(lambda: "out.docx" in loaded.notice.label.text())
    assert not target.exists()
    assert "Saved" not in loaded.notice.label.text()


def test_documents_are_removed_and_come_back(loaded: MainWindow, until: Until) -> None:
    loaded.sources.list.setCurrentIndex(loaded.sources.list.model().index(0, 0))
    loaded.actions_table[Act.REMOVE].trigger()
    until(lambda: [row.lead for row in loaded.sources.rows] == ["local.txt"])
    loaded.actions_table[Act.UNDO].trigger()
    assert [row.lead for row in loaded.sources.rows] == ["wire.txt", "local.txt"]


def test_evidence_is_read_in_its_place(loaded: MainWindow) -> None:
    page = loaded.evidence.page("Key figures")
    row = next(row for row in page.model.rows if "1,200" in row.cells[1])
    loaded.evidence.setCurrentWidget(page)
    assert page.choose(row.id)
    assert "1,200 passengers" in loaded.reader.lit
    assert loaded.reader.text.textCursor().position() > 0
    assert loaded.right.currentWidget() is loaded.reader


def test_evidence_is_pinned_and_dropped_and_all_is_undone(loaded: MainWindow) -> None:
    page = loaded.evidence.page("Summary")
    loaded.evidence.setCurrentWidget(page)
    row = page.model.rows[0]
    page.choose(row.id)
    loaded.actions_table[Act.PIN].trigger()
    assert loaded.session.matter.decisions.pinned == (row.id,)
    loaded.actions_table[Act.DROP].trigger()
    assert loaded.session.matter.decisions.pinned == ()
    assert loaded.session.matter.decisions.dropped == (row.id,)
    loaded.actions_table[Act.UNDO].trigger()
    assert loaded.session.matter.decisions.pinned == (row.id,)
    loaded.actions_table[Act.UNDO].trigger()
    assert loaded.session.matter.decisions.pinned == ()
    loaded.actions_table[Act.REDO].trigger()
    assert loaded.session.matter.decisions.pinned == (row.id,)


def test_typing_is_one_step(loaded: MainWindow) -> None:
    before = loaded.session.undo_stack.count()
    for length in range(1, 6):
        loaded.request.title.textEdited.emit("Flood"[:length])
    assert loaded.session.matter.request.title == "Flood"
    assert loaded.session.undo_stack.count() == before + 1


def test_the_preview_is_the_pdf(loaded: MainWindow, until: Until) -> None:
    loaded.right.setCurrentWidget(loaded.preview)
    until(lambda: "1,200" in first_page(loaded))
    loaded.request.title.textEdited.emit("Another title altogether")
    until(lambda: "Another title altogether" in first_page(loaded))


def test_a_line_is_reworded_and_the_original_stays(loaded: MainWindow, until: Until) -> None:
    page = loaded.evidence.page("Summary")
    loaded.evidence.setCurrentWidget(page)
    row = page.model.rows[0]
    page.choose(row.id)
    loaded.actions_table[Act.REWORD].trigger()
    (dialog,) = loaded.findChildren(WordingDialog)
    assert dialog.text.toPlainText() == row.text
    dialog.text.setPlainText("The line is cut.")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert loaded.session.matter.decisions.reworded == ((row.id, "The line is cut."),)
    assert page.model.rows[0].text == row.text
    loaded.right.setCurrentWidget(loaded.preview)
    until(
        lambda: (
            loaded.preview.document is not None and "The line is cut." in loaded.preview.document.getAllText(0).text()
        )
    )
    loaded.actions_table[Act.UNDO].trigger()
    assert loaded.session.matter.decisions.reworded == ()


def test_a_judgement_is_written_and_printed(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    loaded.request.template_chosen.emit("one-page-note")
    field = loaded.writing.fields["bottom-line"]
    field.setPlainText("Send the railway troops.")
    assert dict(loaded.session.matter.decisions.written) == {"bottom-line": "Send the railway troops."}
    loaded.output.export_to(str(tmp_path / "note.docx"))
    until((tmp_path / "note.docx").exists)
    with ZipFile(tmp_path / "note.docx") as word:
        assert "Send the railway troops." in word.read("word/document.xml").decode()
    loaded.actions_table[Act.UNDO].trigger()
    assert field.toPlainText() == ""


def test_rows_are_copied_as_a_table(loaded: MainWindow, qapp: QApplication) -> None:
    page = loaded.evidence.page("Key figures")
    loaded.evidence.setCurrentWidget(page)
    page.view.selectAll()
    loaded.actions_table[Act.COPY].trigger()
    copied = qapp.clipboard().mimeData()
    assert copied.text().count("\n") == len(page.model.rows) - 1
    assert copied.html().count("<tr>") == len(page.model.rows) + 1
    assert "1,200" in copied.html()


def test_the_filter_shows_what_contains_the_words(loaded: MainWindow) -> None:
    page = loaded.evidence.page("Key figures")
    loaded.evidence.setCurrentWidget(page)
    page.filter.setText("1,200")
    assert page.view.model().rowCount() == 1
    assert page.count.text() == f"1 of {len(page.model.rows)}"
    page.filter.clear()
    assert page.view.model().rowCount() == len(page.model.rows)


def test_figures_sort_by_size(loaded: MainWindow) -> None:
    page = loaded.evidence.page("Key figures")
    page.view.model().sort(1, Qt.SortOrder.DescendingOrder)
    shown = [page.view.model().index(number, 1).data() for number in range(len(page.model.rows))]
    assert "2.5 million" in shown[0]
