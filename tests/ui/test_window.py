"""The window itself: quick to come, complete for the keyboard and for screen readers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtWidgets import QApplication

from ui import theme as colours
from ui.acts import TABLE, Act
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import DARK, LIGHT, Colours, contrast

ENGINE = ("numpy", "docx", "reportlab", "sumy", "trafilatura", "pypdfium2", "lxml", "nltk", "briefing.pipeline")


def test_the_window_comes_without_the_engine() -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui import paths\nfrom ui.main_window import MainWindow\nfrom ui.settings import Settings\n"
        "from ui.tasks import Tasks\nfrom ui.theme import Theme\n"
        "app = QApplication([])\nsettings = Settings(paths.settings_file())\n"
        "window = MainWindow(Tasks(app), settings, Theme(app, settings.appearance, 100))\n"
        "window.show()\napp.processEvents()\n"
        f"print([name for name in {ENGINE!r} if name in sys.modules])\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_missing_system_library_is_told_in_a_sentence() -> None:
    """A Qt that cannot be imported, for the reason that a bare machine gives."""
    script = (
        "import sys\n"
        "class Bare:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'PySide6.QtWidgets':\n"
        "            raise ImportError('libGL.so.1: cannot open shared object file: No such file or directory')\n"
        "sys.meta_path.insert(0, Bare())\n"
        "from ui.app import main\n"
        "sys.exit(main([]))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "libGL.so.1" in done.stderr
    assert "apt-get install" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_screen_there_is_a_sentence() -> None:
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    script = "import sys; from ui.app import main; sys.exit(main([]))"
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "no screen" in done.stderr


def interfaces(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None and child.isValid():
            yield from interfaces(child)


def is_control(found: QAccessibleInterface) -> bool:
    """Something that the focus can go to now; a table's cell is named by its heading, and may be empty."""
    state = found.state()
    return bool(state.focusable and not state.invisible) and found.role() != QAccessible.Role.Cell


def test_everything_that_takes_the_focus_has_a_name(loaded: MainWindow) -> None:
    for page in loaded.evidence.pages:
        loaded.evidence.setCurrentWidget(page)
        QApplication.processEvents()
        root = QAccessible.queryAccessibleInterface(loaded)
        nameless = [
            str(found.object() or found.role())
            for found in interfaces(root)
            if is_control(found) and not found.text(QAccessible.Text.Name)
        ]
        assert not nameless


def test_every_action_can_be_reached_by_keyboard(window: MainWindow) -> None:
    for spec in TABLE:
        assert spec.menu, spec.act
        assert "&" in spec.text, spec.act
    shortcuts = [spec.keys for spec in TABLE if spec.keys]
    assert len(shortcuts) == len(set(shortcuts))
    for spec in TABLE:
        assert window.actions_table[spec.act].shortcut() == QKeySequence(spec.keys)


@pytest.mark.parametrize("menu", sorted({spec.menu for spec in TABLE}))
def test_access_keys_of_a_menu_differ(menu: str) -> None:
    marks = [spec.text[spec.text.index("&") + 1].casefold() for spec in TABLE if spec.menu == menu]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_what_it_stands_on(scheme: Colours) -> None:
    grounds = (scheme.window, scheme.base, scheme.alternate, scheme.button)
    for text in (scheme.text, scheme.muted, scheme.link, scheme.warning):
        for ground in grounds:
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(scheme.highlighted_text, scheme.highlight) >= 4.5
    assert contrast(scheme.text, scheme.mark) >= 4.5


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_colours_and_text_size_follow_the_person(window: MainWindow, settings: Settings, qapp: QApplication) -> None:
    window.actions_table[Act.DARK].trigger()
    assert qapp.palette().color(colours.Role.Base).name() == DARK.base
    window.actions_table[Act.LIGHT].trigger()
    assert qapp.palette().color(colours.Role.Base).name() == LIGHT.base
    points = qapp.font().pointSizeF()
    window.actions_table[Act.LARGER].trigger()
    assert qapp.font().pointSizeF() > points
    assert settings.text_size == 110
    window.actions_table[Act.NORMAL].trigger()
    assert qapp.font().pointSizeF() == pytest.approx(points)


def test_the_files_opened_last_are_remembered(
    loaded: MainWindow, settings: Settings, documents: tuple[str, ...]
) -> None:
    assert settings.recent == documents
    loaded.actions_table[Act.FORGET_RECENT].trigger()
    assert settings.recent == ()
    assert not loaded.actions_table.recent.isEnabled()
