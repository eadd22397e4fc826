"""Takes the pictures of the window in docs/screenshots: every view, in every way it can look.

    python packaging/screenshots.py                  # those that are kept, two or three of each view
    python packaging/screenshots.py --all FOLDER     # all sixteen ways of each view, to be looked at

Works without a screen (QT_QPA_PLATFORM=offscreen, the default here) and under Xvfb (QT_QPA_PLATFORM=xcb).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDate, QDeadlineTimer, QEventLoop, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog

from briefing import examples
from ui import language
from ui.acts import Act
from ui.main_window import MainWindow
from ui.session import reworded
from ui.settings import Appearance, Language, Settings
from ui.tasks import Tasks
from ui.theme import Theme

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
WAIT_MS = 20_000


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is set up; `tail` ends the names of its pictures of `only` these views (none: all)."""

    tail: str = ""
    appearance: Appearance = Appearance.LIGHT
    text_size: int = 100
    tongue: Language = Language.ENGLISH
    size: tuple[int, int] = (1280, 800)
    only: tuple[str, ...] = ()


SMALL, LARGE = (1024, 600), (1920, 1080)
BIG_VIEWS = ("figures", "disagreements", "preview", "templates", "reword", "writing")  # the others are like these
KEPT = (
    Look(),
    Look("-dark-german-small", Appearance.DARK, 100, Language.GERMAN, SMALL),
    Look("-large-text", Appearance.LIGHT, 200, Language.ENGLISH, LARGE, BIG_VIEWS),
)
ALL = tuple(
    Look(f"-{appearance}-{text_size}-{tongue.value[:2]}-{size[0]}", appearance, text_size, tongue, size)
    for appearance, text_size, tongue, size in product(
        (Appearance.LIGHT, Appearance.DARK), (100, 200), (Language.ENGLISH, Language.GERMAN), (SMALL, LARGE)
    )
)


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
    window.open_paths(tuple(str(path) for path in examples.paths()))
    wait(lambda: window.session.matter.analysis is not None)
    window.request.title.textEdited.emit("Low water on the Lower Danube")
    window.request.date.setDate(QDate(2026, 10, 21))


def tab(name: str) -> Callable[[MainWindow], None]:
    def prepare(window: MainWindow) -> None:
        page = window.evidence.page(name)
        window.evidence.setCurrentWidget(page)
        window.right.setCurrentWidget(window.reader)
        wait(lambda: bool(page.model.rows))
        page.choose(page.model.rows[min(2, len(page.model.rows) - 1)].id)

    return prepare


def preview(window: MainWindow) -> None:
    tab("Key figures")(window)
    window.right.setCurrentWidget(window.preview)
    wait(lambda: window.preview.document is not None and window.preview.document.pageCount() > 0)


def decided(window: MainWindow) -> None:
    tab("Summary")(window)
    page = window.evidence.page("Summary")
    rows = page.model.rows
    for number, act in ((0, Act.PIN), (1, Act.DROP)):
        page.choose(rows[number].id)
        window.actions_table[act].trigger()
    decisions = window.session.matter.decisions
    worded = reworded(decisions, rows[2].id, "Some 900,000 tonnes of grain cannot be moved.")
    window.session.do("reword", replace(window.session.matter, decisions=worded))
    page.choose(rows[3].id)


def writing(window: MainWindow) -> None:
    window.request.template_chosen.emit("one-page-note")
    window.writing.fields["bottom-line"].setPlainText("Ask both ministries for one joint dredging plan this week.")
    window.right.setCurrentWidget(window.writing)


def act(wanted: Act, name: str) -> Callable[[MainWindow], None]:
    """Opens the dialog of an action, with a row of this tab chosen."""

    def prepare(window: MainWindow) -> None:
        tab(name)(window)
        window.actions_table[wanted].trigger()
        wait(lambda: bool(dialogs(window)))

    return prepare


def card(window: MainWindow) -> None:
    window.sources.list.setCurrentIndex(window.sources.list.model().index(0, 0))
    window.actions_table[Act.CARD].trigger()
    wait(lambda: bool(dialogs(window)))


def trouble(window: MainWindow) -> None:
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


# In this order: later views are of a window where more has been done.
VIEWS: dict[str, Callable[[MainWindow], None]] = {
    "summary": tab("Summary"),
    "figures": tab("Key figures"),
    "statements": tab("Statements"),
    "people": tab("People"),
    "timeline": tab("Timeline"),
    "disagreements": tab("Disagreements"),
    "actors": tab("Actors"),
    "preview": preview,
    "decisions": decided,
    "reword": act(Act.REWORD, "Summary"),
    "details": card,
    "templates": act(Act.TEMPLATES, "Summary"),
    "print": act(Act.PRINT, "Summary"),
    "saved": saved,
    "writing": writing,
    "trouble": trouble,
}


def dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def few_colours(picture: QImage) -> QImage:
    """The picture in its 64 most frequent colours: a quarter of the size, and hardly to be told apart."""
    full = picture.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(full.constBits()).cast("B").cast("I"))
    table = [colour | 0xFF000000 for colour, _count in counts.most_common(64)]
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def take(window: MainWindow, path: Path) -> None:
    """The picture of the dialog that is open, or of the window; in few colours."""
    settle(400)
    opened = dialogs(window)
    picture = (opened[-1] if opened else window).grab().toImage()
    few_colours(picture).save(str(path), "PNG", 0)


def dismiss(window: MainWindow) -> None:
    for dialog in dialogs(window):
        dialog.close()
        if isinstance(dialog, QPrintPreviewDialog):
            dialog.deleteLater()
    window.notice.hide()
    settle(100)


def speak(app: QApplication, tongue: Language) -> None:
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.setParent(None)
    language.speak(app, tongue)


def round_of(app: QApplication, look: Look, folder: Path) -> None:
    """All views in one look."""
    with tempfile.TemporaryDirectory() as home:
        # Nothing of whoever runs this comes into a picture, nor of the round before.
        os.environ.update(dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home))
        speak(app, look.tongue)
        settings = Settings(Path(home) / "window.ini")
        theme = Theme(app, look.appearance, look.text_size)
        window = MainWindow(Tasks(), settings, theme)
        window.resize(*look.size)
        window.show()
        window.furnish()
        welcome(window)
        take(window, folder / f"welcome{look.tail}.png")
        loaded(window)
        for name, prepare in VIEWS.items():
            prepare(window)
            if not look.only or name in look.only:
                take(window, folder / f"{name}{look.tail}.png")
            dismiss(window)
        print(look.tail or "as it comes", window.width(), window.height())
        window.close_at_once()
        theme.set_text_size(100)
        window.deleteLater()
        settle(50)


def main(arguments: list[str]) -> int:
    app = QApplication([sys.argv[0]])
    everything = "--all" in arguments
    folder = Path(arguments[-1]) if everything else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for look in ALL if everything else KEPT:
        round_of(app, look, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
