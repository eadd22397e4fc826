"""German is complete, keeps what the program puts into its texts, and is what the window shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from ui.acts import MENUS, TABLE, Act
from ui.main_window import MainWindow
from ui.settings import Language, Settings

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "packaging"))

import translate  # noqa: E402 a script beside the package

GERMAN = ROOT / "ui" / "translations" / "briefing_de.ts"
TEXTS = translate.texts()
KNOWN = translate.read(GERMAN)


@pytest.fixture(scope="module")
def german() -> QTranslator:
    translator = QTranslator()
    assert translator.load(str(GERMAN.with_suffix(".qm")))
    return translator


def test_every_text_is_translated_and_nothing_else() -> None:
    assert [text for text in TEXTS if not KNOWN.get(text)] == []
    assert set(KNOWN) == set(TEXTS)


def test_what_qt_reads_is_what_was_translated(german: QTranslator) -> None:
    assert [text for text in TEXTS if german.translate(text.context, text.source) != KNOWN[text]] == []


def test_places_for_values_are_kept() -> None:
    for text in TEXTS:
        assert sorted(re.findall(r"\{\d*\}", text.source)) == sorted(re.findall(r"\{\d*\}", KNOWN[text])), text


def test_access_keys_and_dots_are_kept() -> None:
    for text in TEXTS:
        german = KNOWN[text]
        assert ("&" in text.source) == ("&" in german), text
        assert text.source.endswith("…") == german.endswith("…"), text


def access_key(source: str) -> str:
    german = KNOWN[translate.Text("Actions", source)]
    return german[german.index("&") + 1].casefold()


@pytest.mark.parametrize("menu", MENUS)
def test_access_keys_of_a_german_menu_differ(menu: str) -> None:
    keys = [access_key(spec.text) for spec in TABLE if spec.menu == menu]
    assert len(keys) == len(set(keys)), keys


def test_access_keys_of_the_german_menu_bar_differ() -> None:
    keys = [access_key(title) for title in MENUS]
    assert len(keys) == len(set(keys))


def test_texts_are_found_where_they_stand() -> None:
    found = {(text.context, text.source) for text in TEXTS}
    assert ("Actions", "&File") in found  # in a table
    assert ("Shell", "Briefing Desk") in found  # self.tr
    assert ("Files", "PDF file") in found  # the module's own function
    assert ("Evidence", "Said by") in found  # a tuple that a loop translates


@pytest.mark.parametrize(("language", "title"), [(Language.GERMAN, "&Datei"), (Language.ENGLISH, "&File")])
def test_the_window_speaks_the_language(language: Language, title: str) -> None:
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from ui import language\nfrom ui.main_window import MainWindow\nfrom ui.settings import Language, Settings\n"
        "from ui import paths\nfrom ui.tasks import Tasks\nfrom ui.theme import Theme\n"
        "app = QApplication([])\nsettings = Settings(paths.settings_file())\n"
        f"language.speak(app, Language({str(language)!r}))\n"
        "window = MainWindow(Tasks(app), settings, Theme(app, settings.appearance, 100))\nwindow.furnish()\n"
        "from PySide6.QtWidgets import QMessageBox\n"
        "box = QMessageBox(QMessageBox.Icon.Question, '', '', QMessageBox.StandardButton.Cancel)\n"
        "print(window.menuBar().actions()[0].text(), window.right.tabText(0), box.buttons()[0].text(), sep='|')\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60)
    shown = done.stdout.strip().split("|")
    wanted = [title, "Leser", "Abbrechen"] if language is Language.GERMAN else [title, "Reader", "Cancel"]
    assert [text if text == title else text.replace("&", "") for text in shown] == wanted, done.stderr


def test_the_choice_is_remembered_and_told(window: MainWindow, settings: Settings) -> None:
    window.actions_table[Act.GERMAN].trigger()
    assert settings.language is Language.GERMAN
    assert "started again" in window.statusBar().currentMessage()
    window.actions_table[Act.LANGUAGE_SYSTEM].trigger()
    assert settings.language is Language.SYSTEM


WINDOW = ("RequestPanel", "SourcesPanel", "NoticePanel", "ProgressPanel", "WelcomePanel", "Telling")


@pytest.mark.parametrize("german", [False, True], ids=["English", "German"])
def test_access_keys_of_the_window_differ_from_each_other_and_from_the_menus(german: bool) -> None:
    """Alt and a letter that stands twice opens nothing: it only walks between the two."""
    wanted = [translate.Text("Actions", title) for title in MENUS]
    wanted += [text for text in TEXTS if text.context in WINDOW and "&" in text.source]
    shown = [KNOWN[text] if german else text.source for text in wanted]
    keys = sorted(text[text.index("&") + 1].casefold() for text in shown)
    assert len(keys) == len(set(keys)), keys
