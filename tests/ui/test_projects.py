"""Project files: what is done is on the disk, with a name or without, and comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.project import create, open_project, read_project
from ui import paths
from ui.acts import Act
from ui.dialogs.card import CardDialog, is_date
from ui.dialogs.leaving import LeavingBox
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import Theme

Until = Callable[[Callable[[], bool]], None]


def unsaved() -> list[Path]:
    folder = paths.recovery_folder()
    return sorted(folder.glob("*.briefing")) if folder.is_dir() else []


@pytest.fixture
def saved(loaded: MainWindow, tmp_path: Path, until: Until) -> Path:
    """The project file of the window with the two documents."""
    path = tmp_path / "Floods.briefing"
    loaded.keeping.save_to(str(path))
    until(lambda: loaded.keeping.name == str(path) and loaded.keeping.all_safe)
    return path


@pytest.fixture
def second(qtbot: QtBot, settings: Settings, theme: Theme) -> Iterator[MainWindow]:
    """Another window, as after a new start."""
    tasks = Tasks()
    made = MainWindow(tasks, settings, theme)
    made.show()
    qtbot.waitUntil(lambda: hasattr(made, "request") and made.request.template.count() > 0, timeout=20_000)
    yield made
    made.close_at_once()
    tasks.stop()
    made.deleteLater()
    tasks.deleteLater()


def pin_first(window: MainWindow) -> str:
    page = window.evidence.page("Summary")
    window.evidence.setCurrentWidget(page)
    row = page.model.rows[0]
    page.choose(row.id)
    window.actions_table[Act.PIN].trigger()
    return row.id


def test_every_change_is_on_the_disk(loaded: MainWindow, saved: Path, until: Until) -> None:
    assert "Floods[*]" in loaded.windowTitle()
    line = pin_first(loaded)
    loaded.request.title.textEdited.emit("Floods in Varna")
    loaded.request.template_chosen.emit("one-page-note")
    loaded.writing.fields["bottom-line"].setPlainText("Send engineers.")
    until(lambda: loaded.keeping.all_safe)
    assert not loaded.isWindowModified()
    state = read_project(saved)
    assert [source.name for source in state.sources] == ["wire.txt", "local.txt"]
    assert state.decisions.pinned == (line,)
    assert dict(state.decisions.written) == {"bottom-line": "Send engineers."}
    assert state.request.title == "Floods in Varna"
    assert state.template == "one-page-note"
    loaded.actions_table[Act.UNDO].trigger()
    until(lambda: loaded.keeping.all_safe)
    assert read_project(saved).decisions.written == ()


def test_a_project_is_opened_with_everything(
    loaded: MainWindow, saved: Path, second: MainWindow, documents: tuple[str, ...], until: Until
) -> None:
    line = pin_first(loaded)
    loaded.sources.list.setCurrentIndex(loaded.sources.list.model().index(1, 0))
    loaded.actions_table[Act.INCLUDE].trigger()
    until(lambda: bool(loaded.session.matter.cards) and loaded.keeping.all_safe)
    matter = loaded.session.matter
    loaded.close_at_once()
    for path in documents:
        Path(path).unlink()
    second.open_paths((str(saved),))
    until(lambda: second.session.matter.analysis is not None)
    assert second.session.matter.decisions.pinned == (line,)
    assert second.session.matter.sources == matter.sources
    assert second.session.matter.cards == matter.cards
    assert second.session.matter.analysis == matter.analysis
    assert not second.session.undo_stack.canUndo()
    assert second.windowTitle().startswith("Floods")
    until(lambda: second.keeping.all_safe)
    assert [row.lead for row in second.sources.rows] == ["wire.txt", "local.txt"]
    assert second.welcome.recent.item(0).text() == "Floods.briefing"


def test_a_project_open_elsewhere_is_not_opened_twice(
    loaded: MainWindow, saved: Path, second: MainWindow, until: Until
) -> None:
    second.open_paths((str(saved),))
    until(second.notice.isVisible)
    assert "open in another window" in second.notice.label.text()
    assert str(os.getpid()) in second.notice.label.text()
    assert second.session.matter.sources == ()
    assert loaded.keeping.name == str(saved)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: data[: len(data) // 2], "not a sound project"),
        (lambda _data: b"", "not a sound project"),
        (lambda _data: b"Dear Sir or Madam, " * 400, "not a sound project"),
        (lambda data: data[:60] + (99).to_bytes(4, "big") + data[64:], "newer version"),
    ],
    ids=["cut off", "empty", "a letter", "newer"],
)
def test_a_file_that_is_no_sound_project_is_told_and_left_alone(
    loaded: MainWindow, tmp_path: Path, until: Until, damage: Callable[[bytes], bytes], words: str
) -> None:
    good = tmp_path / "good.briefing"
    create(good).close()
    bad = tmp_path / "bad.briefing"
    bad.write_bytes(damage(good.read_bytes()))
    before, matter = bad.read_bytes(), loaded.session.matter
    loaded.keeping._open(str(bad), named=True)
    until(lambda: "bad.briefing" in loaded.notice.label.text())
    assert words in loaded.notice.label.text()
    assert bad.read_bytes() == before
    assert loaded.session.matter == matter
    assert len(unsaved()) == 1


def test_work_without_a_name_is_kept_and_asked_about(loaded: MainWindow, until: Until) -> None:
    until(lambda: len(unsaved()) == 1 and not loaded.keeping._saver.busy)
    assert loaded.isWindowModified()
    loaded.close()
    assert loaded.isVisible()
    (box,) = loaded.findChildren(LeavingBox)
    box.stay_button.click()
    assert loaded.isVisible()
    loaded.close()
    box = loaded.findChildren(LeavingBox)[-1]
    box.leave_button.click()
    assert not loaded.isVisible()
    assert unsaved() == []


def test_a_window_with_nothing_in_it_closes_unasked(window: MainWindow, until: Until) -> None:
    until(lambda: not window.keeping._saver.busy)
    window.close()
    assert not window.isVisible()
    assert window.findChildren(LeavingBox) == []


def test_a_saved_project_closes_unasked(loaded: MainWindow, saved: Path, until: Until) -> None:
    pin_first(loaded)
    loaded.close()  # perhaps before the disk has answered
    until(lambda: not loaded.isVisible())
    assert loaded.findChildren(LeavingBox) == []
    assert len(read_project(saved).decisions.pinned) == 1
    assert unsaved() == []
    assert sorted(path.name for path in saved.parent.glob("*loods*")) == ["Floods.briefing"]


def test_a_new_matter_begins_empty(loaded: MainWindow, saved: Path, until: Until) -> None:
    loaded.actions_table[Act.NEW].trigger()
    assert loaded.session.matter.sources == ()
    assert loaded.middle.currentWidget() is loaded.welcome
    until(lambda: loaded.keeping.all_safe)
    assert len(read_project(saved).sources) == 2
    assert loaded.keeping.name == ""


def test_save_asks_for_a_name_only_once(
    loaded: MainWindow, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    asked: list[str] = []

    def answer(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return str(tmp_path / "matter"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    loaded.request.title.textEdited.emit("Rail / floods")
    loaded.actions_table[Act.SAVE].trigger()
    until(lambda: loaded.keeping.all_safe)
    assert loaded.keeping.name == str(tmp_path / "matter.briefing")
    assert [Path(path).name for path in asked] == ["Rail floods.briefing"]
    loaded.actions_table[Act.SAVE].trigger()
    assert len(asked) == 1
    assert "matter.briefing" in loaded.statusBar().currentMessage()


def test_a_project_that_cannot_be_written_is_told_and_can_be_saved_elsewhere(
    loaded: MainWindow, saved: Path, tmp_path: Path, until: Until
) -> None:
    saved.rename(tmp_path / "moved.briefing")
    line = pin_first(loaded)
    until(lambda: "could not be written" in loaded.notice.label.text())
    assert loaded.isWindowModified()
    loaded.close()
    (box,) = loaded.findChildren(LeavingBox)
    assert "not on the disk" in box.text()
    box.stay_button.click()
    loaded.keeping.save_to(str(tmp_path / "again.briefing"))
    until(lambda: loaded.keeping.all_safe)
    state = read_project(tmp_path / "again.briefing")
    assert state.decisions.pinned == (line,)
    assert len(state.sources) == 2


def test_saving_where_nothing_can_be_written_is_told(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    loaded.keeping.save_to(str(tmp_path / "no" / "such" / "folder.briefing"))
    until(lambda: "folder.briefing" in loaded.notice.label.text())
    assert loaded.keeping.name == ""
    assert len(unsaved()) == 1


def test_a_document_deleted_under_the_program_is_still_there(
    loaded: MainWindow, documents: tuple[str, ...], tmp_path: Path, until: Until
) -> None:
    until(lambda: not loaded.keeping._saver.busy)
    for path in documents:
        Path(path).unlink()
    loaded.keeping.save_to(str(tmp_path / "kept.briefing"))
    until(lambda: loaded.keeping.all_safe)
    with open_project_elsewhere(tmp_path / "kept.briefing") as names:
        assert names == ["wire.txt", "local.txt"]
    loaded.sources.list.setCurrentIndex(loaded.sources.list.model().index(0, 0))
    loaded.actions_table[Act.REMOVE].trigger()
    until(lambda: len(loaded.sources.rows) == 1 and loaded.keeping.all_safe)
    loaded.keeping.save_to(str(tmp_path / "other.briefing"))
    until(lambda: loaded.keeping.name.endswith("other.briefing") and loaded.keeping.all_safe)
    loaded.actions_table[Act.UNDO].trigger()
    until(lambda: loaded.keeping.all_safe)
    assert len(read_project(tmp_path / "other.briefing").sources) == 2
    assert not loaded.notice.isVisible()


class open_project_elsewhere:  # noqa: N801 reads as a function
    """The names of a project's documents, whose bytes are all there, looked at in a copy."""

    def __init__(self, path: Path) -> None:
        self._copy = path.with_name("copy of " + path.name)
        self._copy.write_bytes(path.read_bytes())

    def __enter__(self) -> list[str]:
        with open_project(self._copy) as project:
            sources = project.matter().sources
            assert all(project.original(source.id) for source in sources)
            return [source.name for source in sources]

    def __exit__(self, *_given: object) -> None:
        self._copy.unlink()


def test_a_document_gone_before_it_could_be_kept_is_named(
    window: MainWindow, documents: tuple[str, ...], until: Until
) -> None:
    gone = Path(documents[0])
    window.session.changed.disconnect(window.keeping._on_matter_changed)
    window.open_paths(documents)
    until(lambda: window.session.matter.analysis is not None)
    gone.unlink()
    window.session.changed.connect(window.keeping._on_matter_changed)
    window.request.title.textEdited.emit("x")
    until(lambda: "wire.txt" in window.notice.label.text())
    assert "load it again" in window.notice.label.text()


SCRIPT = """
import sys
from PySide6.QtCore import QTimer

def go(window, document):
    window.open_paths((document,))
    typed = []
    def type_on():
        if window.session.matter.analysis is None:
            return
        typed.append("x")
        window.request.title.textEdited.emit("Floods " + "x" * len(typed))
        print(len(typed), flush=True)
    timer = QTimer(window)
    timer.timeout.connect(type_on)
    timer.start(20)

if __name__ == '__main__':
    from PySide6.QtWidgets import QApplication
    from ui import paths
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.tasks import Tasks
    from ui.theme import Theme
    app = QApplication([])
    settings = Settings(paths.settings_file())
    window = MainWindow(Tasks(app), settings, Theme(app, settings.appearance, 100))
    window.show()
    go(window, sys.argv[1])
    app.exec()
"""


def test_kill_in_the_middle_of_typing_loses_a_keystroke_at_most(
    tmp_path: Path, documents: tuple[str, ...], window: MainWindow, until: Until
) -> None:
    script = tmp_path / "type.py"
    script.write_text(SCRIPT)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, str(script), documents[0]], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        typed = 0
        for line in process.stdout:
            typed = int(line)
            if typed >= 40:
                break
        process.send_signal(signal.SIGKILL)
        typed = max([typed, *(int(line) for line in process.stdout if line.strip().isdecimal())])
    (left,) = unsaved()
    window.keeping.look_for_leftovers()
    until(lambda: bool(window.notice.ways))
    assert "Your work was kept" in window.notice.label.text()
    window.notice.ways[0].click()
    until(lambda: window.session.matter.analysis is not None)
    title = window.session.matter.request.title
    assert title.startswith("Floods x")
    assert typed - 5 <= title.count("x") <= typed + 1
    assert [source.name for source in window.session.matter.sources] == ["wire.txt"]
    assert window.keeping.name == ""
    assert left.exists()
    assert not window.notice.ways or not window.notice.isVisible()


def test_work_left_behind_can_be_thrown_away(window: MainWindow, until: Until) -> None:
    folder = paths.recovery_folder()
    folder.mkdir(parents=True, exist_ok=True)
    create(folder / "old.briefing").close()
    window.keeping.look_for_leftovers()
    until(lambda: bool(window.notice.ways))
    window.notice.ways[1].click()
    until(lambda: unsaved() == [])


def test_a_project_named_on_the_command_line_opens(
    loaded: MainWindow, saved: Path, second: MainWindow, tmp_path: Path, until: Until
) -> None:
    loaded.close_at_once()
    third = tmp_path / "third.txt"
    third.write_text("Romania sent 40 divers on 14 October 2026.")
    second.open_paths((str(third), str(saved)))
    until(lambda: len(second.session.matter.sources) == 3)
    assert second.keeping.name == str(saved)
    until(lambda: second.keeping.all_safe)
    assert [source.name for source in read_project(saved).sources] == ["wire.txt", "local.txt", "third.txt"]


def test_dates_of_a_card() -> None:
    assert all(is_date(text) for text in ("", "2024", "2024-02", "2024-02-29"))
    assert not any(is_date(text) for text in ("24", "2024-13", "2023-02-29", "yesterday", "2024-2-1", "2024-02-29T10"))


def card_form(window: MainWindow, number: int = 0) -> CardDialog:
    window.sources.list.setCurrentIndex(window.sources.list.model().index(number, 0))
    window.actions_table[Act.CARD].trigger()
    return window.findChildren(CardDialog)[-1]


def test_a_card_is_filled_in_and_the_briefing_follows(loaded: MainWindow, saved: Path, until: Until) -> None:
    dialog = card_form(loaded)
    dialog.fields["publisher"].setText("Black Sea Wire")
    dialog.fields["published"].setText("2026-10-40")
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
    assert "2026-10-40" in dialog.trouble.text()
    dialog.fields["published"].setText("2026-10-12")
    dialog.reliability.setCurrentIndex(2)
    dialog.credibility.setCurrentIndex(3)
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
    until(lambda: bool(loaded.session.matter.cards))
    analysis = loaded.session.matter.analysis
    assert analysis is not None
    assert analysis.sources[0].publisher == "Black Sea Wire"
    assert loaded.session.matter.sources[0].publisher == ""
    assert "Black Sea Wire" in loaded.sources.rows[0].foot
    assert "B3" in loaded.sources.rows[0].foot
    until(lambda: loaded.keeping.all_safe)
    card = read_project(saved).cards[0]
    assert (card.publisher, card.published, card.title) == ("Black Sea Wire", "2026-10-12", None)
    loaded.actions_table[Act.UNDO].trigger()
    assert loaded.session.matter.cards == ()
    assert loaded.session.matter.analysis.sources[0].publisher == ""
    until(lambda: loaded.keeping.all_safe)
    assert read_project(saved).cards[0].publisher is None


def test_a_document_is_left_out_and_taken_back(loaded: MainWindow, until: Until) -> None:
    loaded.sources.list.setCurrentIndex(loaded.sources.list.model().index(0, 0))
    loaded.actions_table[Act.INCLUDE].trigger()
    until(lambda: bool(loaded.session.matter.cards))
    analysis = loaded.session.matter.analysis
    assert analysis is not None
    assert [source.name for source in analysis.sources] == ["local.txt"]
    assert [row.lead for row in loaded.sources.rows] == ["wire.txt", "local.txt"]
    loaded.sources.list.setCurrentIndex(loaded.sources.list.model().index(1, 0))
    loaded.actions_table[Act.INCLUDE].trigger()
    until(lambda: loaded.session.matter.analysis is None)
    assert loaded.middle.currentWidget() is loaded.evidence
    assert not loaded.actions_table[Act.EXPORT_WORD].isEnabled()
    loaded.sources.list.selectAll()
    loaded.actions_table[Act.INCLUDE].trigger()
    until(lambda: loaded.session.matter.analysis is not None)
    assert len(loaded.session.matter.analysis.sources) == 2
