"""The person's own templates: copied, changed, sent round, broken on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefing import templates
from ui import paths
from ui.acts import Act
from ui.dialogs.templates import TemplatesDialog
from ui.main_window import MainWindow
from ui.models.sections import HEADING, LIMIT, WORDS, SectionsModel

Until = Callable[[Callable[[], bool]], None]
Role = Qt.ItemDataRole


@pytest.fixture
def dialog(window: MainWindow, until: Until) -> TemplatesDialog:
    window.actions_table[Act.TEMPLATES].trigger()
    (opened,) = window.findChildren(TemplatesDialog)
    until(lambda: opened.list.count() == len(templates.shipped()))
    return opened


def choose(dialog: TemplatesDialog, title: str) -> None:
    (item,) = dialog.list.findItems(title, Qt.MatchFlag.MatchStartsWith)
    dialog.list.setCurrentItem(item)


def keep_copy(dialog: TemplatesDialog, name: str, until: Until) -> None:
    choose(dialog, "Situation report")
    dialog.name.setText(name)
    dialog.keep.click()
    until(lambda: name in dialog.notice.text())


def test_the_shipped_templates_are_listed_with_what_they_are_for(dialog: TemplatesDialog) -> None:
    for template in templates.shipped():
        choose(dialog, template.title)
        assert dialog.description.text() == template.description
        assert dialog.sections.rowCount() == len(template.sections)
    dialog.close()


def test_a_copy_is_changed_kept_and_used(window: MainWindow, dialog: TemplatesDialog, until: Until) -> None:
    choose(dialog, "Situation report")
    before = templates.find("situation-report")
    model = dialog.sections
    model.setData(model.index(0, HEADING), "Where we stand")
    model.setData(model.index(1, HEADING), Qt.CheckState.Unchecked, Role.CheckStateRole)
    model.setData(model.index(2, LIMIT), "7")
    dialog.table.setCurrentIndex(model.index(2, HEADING))
    dialog.up.click()
    dialog.title.setText("Our situation report")
    dialog.name.setText("our-report")
    dialog.keep.click()
    until(lambda: "our-report" in dialog.notice.text())
    made = templates.find("our-report", (paths.templates_folder(),))
    assert made.title == "Our situation report"
    assert [section.key for section in made.sections] == [
        before.sections[0].key,
        before.sections[2].key,
        *(section.key for section in before.sections[3:]),
    ]
    assert made.sections[0].heading == "Where we stand"
    assert made.sections[1].limit == 7
    dialog.close()
    assert window.request.template.findData("our-report") >= 0


def test_a_letterhead_goes_with_the_template(dialog: TemplatesDialog, tmp_path: Path, until: Until) -> None:
    paper = tmp_path / "house.docx"
    docx.Document().save(str(paper))
    choose(dialog, "Situation report")
    dialog._set_letterhead(str(paper))
    dialog.name.setText("house")
    dialog.keep.click()
    until(lambda: "house" in dialog.notice.text())
    assert (paths.templates_folder() / "house" / "letterhead.docx").read_bytes() == paper.read_bytes()
    dialog.without.click()
    dialog.keep.click()
    until(lambda: not (paths.templates_folder() / "house" / "letterhead.docx").exists())
    dialog.close()


def test_what_is_no_word_file_is_no_letterhead(dialog: TemplatesDialog, tmp_path: Path, until: Until) -> None:
    paper = tmp_path / "house.docx"
    paper.write_text("not a zip")
    choose(dialog, "Situation report")
    dialog._set_letterhead(str(paper))
    dialog.name.setText("house")
    dialog.keep.click()
    until(lambda: "Word file" in dialog.notice.text())
    assert not (paths.templates_folder() / "house").exists()
    dialog.close()


@pytest.mark.parametrize("name", ["", "a/b", "con", "situation<report"])
def test_a_name_that_will_not_do_is_told(dialog: TemplatesDialog, name: str, until: Until) -> None:
    choose(dialog, "Situation report")
    dialog.name.setText(name)
    dialog.keep.click()
    until(lambda: bool(dialog.notice.text()))
    assert "name" in dialog.notice.text()
    assert not paths.templates_folder().exists()
    dialog.close()


def test_a_template_goes_round_as_one_file(
    window: MainWindow, dialog: TemplatesDialog, tmp_path: Path, until: Until
) -> None:
    keep_copy(dialog, "ours", until)
    sent = tmp_path / "theirs.brieftemplate"
    dialog.export_asked.emit(str(paths.templates_folder() / "ours"), str(sent))
    until(sent.exists)
    with ZipFile(sent) as archive:
        assert archive.namelist() == ["template.toml"]
    dialog.import_asked.emit(str(sent))
    until(lambda: window.request.template.findData("theirs") >= 0)
    dialog.import_asked.emit(str(sent))
    until(lambda: "already one of this name" in dialog.notice.text())
    dialog.close()


def test_a_file_that_is_no_template_is_told(dialog: TemplatesDialog, tmp_path: Path, until: Until) -> None:
    wrong = tmp_path / "wrong.brieftemplate"
    wrong.write_bytes(b"no zip at all")
    dialog.import_asked.emit(str(wrong))
    until(lambda: "wrong.brieftemplate" in dialog.notice.text())
    dialog.close()


def test_a_template_broken_on_the_disk_is_told_with_its_place(
    window: MainWindow, dialog: TemplatesDialog, documents: tuple[str, ...], tmp_path: Path, until: Until
) -> None:
    keep_copy(dialog, "ours", until)
    window.open_paths(documents)
    until(lambda: window.session.matter.analysis is not None)
    window.request.template_chosen.emit("ours")
    file = paths.templates_folder() / "ours" / "template.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind = ", "kindd = ", 1), encoding="utf-8")
    window.output.export_to(str(tmp_path / "out.docx"))
    until(window.notice.isVisible)
    told = window.notice.label.text()
    assert "template.toml" in told
    assert "kindd" in told
    assert "line" in told
    assert not (tmp_path / "out.docx").exists()
    window.shelving.look()
    until(lambda: "kindd" in dialog.notice.text())
    dialog.close()


def test_the_sections_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    model = SectionsModel()
    model.set_sections(templates.shipped()[0].sections)
    qtmodeltester.check(model)


def test_what_cannot_be_a_budget_is_not_taken() -> None:
    model = SectionsModel()
    model.set_sections(templates.shipped()[0].sections)
    before = model.sections
    for text in ("-1", "many", "999999", ""):
        assert not model.setData(model.index(0, WORDS), text)
    assert not model.setData(model.index(0, HEADING), "   ")
    assert model.sections == before
