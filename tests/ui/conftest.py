"""A window on a platform without a screen, and the rule that a test leaves nothing behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get("BRIEFING_TEST_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.settings import Appearance, Settings
from ui.tasks import Tasks
from ui.theme import Theme

LONG_MS = 20_000
HERE = Path(__file__).parent

WIRE = """Floods cut rail link to Varna

Transport minister Elena Petrova said on 12 October 2026 that 1,200 passengers were stranded after floods cut the line.

"We expect the line to be closed for at least nine days," Petrova told reporters.

The Red Cross said about 3,400 people had left their homes. The damage is estimated at $2.5 million.
"""
LOCAL = """Rail line under water

The Red Cross said on 13 October 2026 that 4,100 people had left their homes along the river.

Bulgaria sent 300 soldiers to the district. The mayor of Varna, Ivan Kolev, warned that the water could rise again.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains about every window with a least size; nothing can be done about it here."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's own settings and data are out of reach of the tests."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail the test that leaves a thread, a process, a running timer or a window."""
    threads = set(threading.enumerate())
    windows = set(qapp.topLevelWidgets())
    yield
    _collect(qapp)
    left = [f"thread {thread.name}" for thread in threading.enumerate() if thread not in threads]
    left += [f"process {process.name}" for process in multiprocessing.active_children()]
    fresh = [widget for widget in qapp.topLevelWidgets() if widget not in windows and widget.parent() is None]
    left += [f"window {widget!r}" for widget in fresh]
    left += [f"timer of {timer.parent()!r}" for timer in qapp.findChildren(QTimer) if timer.isActive()]
    assert not left


def _collect(app: QApplication) -> None:
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    gc.collect()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Iterator[Theme]:
    points = qapp.font().pointSizeF()
    made = Theme(qapp, Appearance.LIGHT, settings.text_size)
    yield made
    font = qapp.font()
    font.setPointSizeF(points)
    qapp.setFont(font)
    made.deleteLater()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    made.setObjectName(qapp.applicationName())
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks, settings: Settings, theme: Theme) -> Iterator[MainWindow]:
    """A window that is shown, whose worker knows the templates."""
    made = MainWindow(tasks, settings, theme)
    made.show()
    qtbot.waitExposed(made)
    made.furnish()
    qtbot.waitUntil(lambda: made.request.template.count() > 0, timeout=LONG_MS)
    yield made
    made.close_at_once()
    made.deleteLater()


@pytest.fixture
def documents(tmp_path: Path) -> tuple[str, ...]:
    """Two short documents that do not agree on a figure."""
    return write(tmp_path / "papers", {"wire.txt": WIRE, "local.txt": LOCAL})


@pytest.fixture
def loaded(window: MainWindow, documents: tuple[str, ...], until: Callable[[Callable[[], bool]], None]) -> MainWindow:
    """The window with the two documents analysed."""
    window.open_paths(documents)
    until(lambda: window.session.matter.analysis is not None)
    return window


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Waits until something is true, for as long as real work may take."""

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=LONG_MS)

    return wait


def write(folder: Path, texts: dict[str, str]) -> tuple[str, ...]:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(str(folder / name) for name in texts)
