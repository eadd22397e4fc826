"""What the window's first paint shows: menus, toolbar, welcome page, and two sides that are still empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.acts import Act
from ui.looks import Looks
from ui.panels.welcome import WelcomePanel
from ui.settings import Appearance, Language, Settings
from ui.theme import Theme

SIZE = (1280, 800)
SHARES = (265, 625, 390)
# What needs documents, something to undo, or something under way.
LATER = (
    Act.EXPORT_WORD,
    Act.EXPORT_PDF,
    Act.EXPORT_WEB,
    Act.SAVE_FIGURES,
    Act.PRINT,
    Act.MAIL,
    Act.PIN,
    Act.DROP,
    Act.REWORD,
    Act.CONTEXT,
    Act.MOVE_UP,
    Act.MOVE_DOWN,
    Act.RENAME,
    Act.MERGE,
    Act.SPLIT,
    Act.HIDE,
    Act.COPY,
    Act.CARD,
    Act.INCLUDE,
    Act.REMOVE,
    Act.FIND,
    Act.SEARCH,
    Act.PICK,
    Act.UNDO,
    Act.REDO,
    Act.CANCEL,
)
WAYS = (Act.OPEN, Act.OPEN_FOLDER, Act.OPEN_PROJECT, Act.EXAMPLE)


class Shell(QMainWindow):
    """A window that is furnished right after its first paint, or as soon as anybody wants something of it.

    It imports neither the engine's values nor the panels: they would nearly double the time to the first paint.
    """

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._looks = Looks(theme, settings, self)
        self._furnished = False
        self.setWindowTitle(self.tr("Briefing Desk"))
        self.resize(*SIZE)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self, {act: partial(self._perform, act) for act in Act})
        self.actions_table.enable(LATER, on=False)
        tongues = {Language.SYSTEM: Act.LANGUAGE_SYSTEM, Language.ENGLISH: Act.ENGLISH, Language.GERMAN: Act.GERMAN}
        self.actions_table[tongues[settings.language]].setChecked(True)
        self._make_frame()
        self._looks.told.connect(self.statusBar().showMessage)
        self._restore()
        self._show_theme()
        theme.changed.connect(self._show_theme)

    def furnish(self) -> None:
        """Make all that the first paint can do without; does nothing the second time."""
        if not self._furnished:
            self._furnished = True
            self._furnish()

    def _furnish(self) -> None:
        raise NotImplementedError

    def _handlers(self) -> dict[Act, Callable[[], None]]:
        """What each action does."""
        raise NotImplementedError

    def _perform(self, act: Act, _checked: bool = False) -> None:
        self.furnish()
        self._handlers()[act]()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._furnished:
            QTimer.singleShot(0, self._on_painted)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.actions_table.fit(self.width())

    def _on_painted(self) -> None:
        if self.isVisible():
            self.furnish()

    def _make_frame(self) -> None:
        acts = self.actions_table
        self.welcome = WelcomePanel(tuple(acts[act] for act in WAYS), self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.welcome)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for number, part in enumerate((QWidget(self), self.middle, QWidget(self))):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(number, min(number, 1))
        self.splitter.setSizes(SHARES)
        centre = QWidget(self)
        self._lines = QVBoxLayout(centre)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.splitter, 1)
        self.setCentralWidget(centre)
        self.statusBar()

    def _fill_sides(self, left: QWidget, right: QWidget) -> None:
        sizes = self.splitter.sizes()
        for number, part in ((0, left), (2, right)):
            empty = self.splitter.replaceWidget(number, part)
            if empty is not None:
                empty.deleteLater()
            part.show()
        self.splitter.setSizes(sizes)

    def _restore(self) -> None:
        if not self._settings.geometry.isEmpty():
            self.restoreGeometry(self._settings.geometry)
        if not self._settings.layout.isEmpty():
            self.splitter.restoreState(self._settings.layout)
        self._show_recent()

    def _show_recent(self) -> None:
        last = (*self._settings.projects, *self._settings.recent)
        self.welcome.show_recent(last)
        self.actions_table.fill_recent(last)

    def _show_theme(self) -> None:
        acts = {Appearance.SYSTEM: Act.SYSTEM, Appearance.LIGHT: Act.LIGHT, Appearance.DARK: Act.DARK}
        self.actions_table[acts[self._theme.appearance]].setChecked(True)
        self.actions_table.paint_icons(QGuiApplication.palette())
        side = round(self.fontMetrics().height() * 1.6)
        self.actions_table.toolbar.setIconSize(QSize(side, side))
        self.actions_table.fit(self.width())
