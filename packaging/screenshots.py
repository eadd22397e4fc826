"""Takes the pictures of the window in docs/screenshots: `python packaging/screenshots.py [NAME...]`.

Works without a screen (QT_QPA_PLATFORM=offscreen, the default here) and under Xvfb (QT_QPA_PLATFORM=xcb).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDate, QDeadlineTimer, QEventLoop
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication

from briefing import examples
from ui.acts import Act
from ui.main_window import MainWindow
from ui.session import reworded
from ui.settings import Appearance, Settings
from ui.tasks import Tasks
from ui.theme import Theme

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
WAIT_MS = 20_000


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: what is done to the window first, and how it is set up."""

    name: str
    prepare: Callable[[MainWindow], None]
    appearance: Appearance = Appearance.LIGHT
    text_size: int = 100
    size: tuple[int, int] = (1280, 800)


def wait(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(WAIT_MS)
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError("the window did not get there")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def settle(milliseconds: int = 300) -> None:
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def welcome(window: MainWindow) -> None:
    wait(lambda: window.request.template.count() > 0)


def loaded(window: MainWindow) -> None:
    welcome(window)
    window.open_paths(tuple(str(path) for path in examples.paths()))
    wait(lambda: window.session.matter.analysis is not None)
    window.request.title.textEdited.emit("Low water on the Lower Danube")
    window.request.date.setDate(QDate(2026, 10, 21))


def tab(name: str) -> Callable[[MainWindow], None]:
    def prepare(window: MainWindow) -> None:
        loaded(window)
        page = window.evidence.page(name)
        window.evidence.setCurrentWidget(page)
        rows = page.model.rows
        if rows:
            page.choose(rows[min(2, len(rows) - 1)].id)

    return prepare


def preview(window: MainWindow) -> None:
    tab("Key figures")(window)
    window.right.setCurrentWidget(window.preview)
    wait(lambda: window.preview.document is not None and window.preview.document.pageCount() > 0)


def decided(window: MainWindow) -> None:
    tab("Summary")(window)
    window.right.setCurrentWidget(window.preview)
    page = window.evidence.page("Summary")
    rows = page.model.rows
    for number, act in ((0, Act.PIN), (1, Act.DROP)):
        page.choose(rows[number].id)
        window.actions_table[act].trigger()
    decisions = window.session.matter.decisions
    worded = reworded(decisions, rows[2].id, "Some 900,000 tonnes of grain cannot be moved.")
    window.session.do("reword", replace(window.session.matter, decisions=worded))
    page.choose(rows[3].id)
    window.right.setCurrentWidget(window.preview)
    wait(lambda: window.preview.document is not None and window.preview.document.pageCount() > 0)


def writing(window: MainWindow) -> None:
    loaded(window)
    window.request.template_chosen.emit("one-page-note")
    window.writing.fields["bottom-line"].setPlainText("Ask both ministries for one joint dredging plan this week.")
    window.right.setCurrentWidget(window.writing)


def trouble(window: MainWindow) -> None:
    loaded(window)
    with tempfile.TemporaryDirectory() as folder:
        empty, picture = Path(folder) / "empty.txt", Path(folder) / "map.png"
        empty.write_bytes(b"")
        picture.write_bytes(b"\x89PNG\r\n\x1a\n")
        window.open_paths((str(empty), str(picture), str(Path(folder) / "gone.docx")))
        wait(window.notice.isVisible)
    window.sources.list.scrollToBottom()


def saved(window: MainWindow) -> None:
    tab("Statements")(window)
    with tempfile.TemporaryDirectory() as folder:
        window.output.export_to(str(Path(folder) / "Low water on the Lower Danube.docx"))
        wait(window.notice.isVisible)


def printing(window: MainWindow) -> None:
    loaded(window)
    window.actions_table[Act.PRINT].trigger()
    wait(lambda: bool(window.findChildren(QPrintPreviewDialog)))


SHOTS = (
    Shot("welcome", welcome),
    Shot("main-window", tab("Key figures")),
    Shot("summary", tab("Summary")),
    Shot("statements", tab("Statements")),
    Shot("people", tab("People")),
    Shot("timeline", tab("Timeline")),
    Shot("disagreements", tab("Disagreements")),
    Shot("preview", preview),
    Shot("print", printing),
    Shot("large-text-figures", tab("Key figures"), Appearance.DARK, text_size=200, size=(1920, 1080)),
    Shot("decisions", decided),
    Shot("writing", writing),
    Shot("trouble", trouble),
    Shot("saved", saved, Appearance.DARK),
    Shot("dark", tab("Key figures"), Appearance.DARK),
    Shot("dark-summary", tab("Summary"), Appearance.DARK),
    Shot("large-text", tab("Summary"), text_size=200, size=(1920, 1080)),
    Shot("small-window", tab("Key figures"), size=(1024, 600)),
)


def take(app: QApplication, shot: Shot) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "window.ini")
        theme = Theme(app, shot.appearance, shot.text_size)
        tasks = Tasks()
        window = MainWindow(tasks, settings, theme)
        window.resize(*shot.size)
        window.show()
        window.furnish()
        shot.prepare(window)
        settle()
        dialogs = window.findChildren(QPrintPreviewDialog)
        (dialogs[0] if dialogs else window).grab().save(str(FOLDER / f"{shot.name}.png"))
        for dialog in dialogs:
            dialog.close()
        window.close_at_once()
        theme.set_text_size(100)
        window.deleteLater()
        settle(50)


def main(names: list[str]) -> int:
    app = QApplication([sys.argv[0]])
    for shot in SHOTS:
        if not names or shot.name in names:
            take(app, shot)
            print(shot.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
