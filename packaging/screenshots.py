"""Takes the pictures of the window in docs/screenshots: `python packaging/screenshots.py [NAME...]`.

Works without a screen (QT_QPA_PLATFORM=offscreen, the default here) and under Xvfb (QT_QPA_PLATFORM=xcb).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDate, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from briefing import examples
from ui.main_window import MainWindow
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


SHOTS = (
    Shot("welcome", welcome),
    Shot("main-window", tab("Key figures")),
    Shot("summary", tab("Summary")),
    Shot("statements", tab("Statements")),
    Shot("people", tab("People")),
    Shot("timeline", tab("Timeline")),
    Shot("disagreements", tab("Disagreements")),
    Shot("preview", preview),
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
        shot.prepare(window)
        settle()
        window.grab().save(str(FOLDER / f"{shot.name}.png"))
        window.close()
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
