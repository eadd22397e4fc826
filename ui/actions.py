"""The actions of the window: menus, toolbar and shortcuts, all made from the one table in `ui.acts`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from ui import theme
from ui.acts import FILE, MENUS, RECENT, TABLE, Act, Spec
from ui.texts import QT_TRANSLATE_NOOP


def tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions:
    """The window's actions by name, already in its menus and its toolbar."""

    def __init__(self, window: QMainWindow, handlers: Mapping[Act, Callable[[], None]]) -> None:
        self._actions: dict[Act, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._window = window
        for spec in TABLE:
            self._actions[spec.act] = self._make(spec, handlers[spec.act])
        self.recent = QMenu(tr(RECENT), window)
        self._fill_menus()
        self.toolbar = self._make_toolbar()

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    def paint_icons(self, colours: QPalette) -> None:
        """Draw the icons in the colours of the palette."""
        for spec in TABLE:
            if spec.icon:
                self._actions[spec.act].setIcon(theme.icon(spec.icon, colours))

    def enable(self, acts: tuple[Act, ...], *, on: bool) -> None:
        for act in acts:
            self._actions[act].setEnabled(on)

    def fit(self, width: int) -> None:
        """Texts beside the toolbar's icons where there is room for all of them, else the icons alone."""
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self.toolbar.sizeHint().width() > width:
            self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def fill_recent(self, paths: tuple[str, ...]) -> None:
        """Show these paths in the menu of the files opened last."""
        for action in self.recent.actions():
            self.recent.removeAction(action)
        for path in paths:
            self.recent.addAction(path).setData(path)
        self.recent.addSeparator()
        self.recent.addAction(self._actions[Act.FORGET_RECENT])
        self.recent.setEnabled(bool(paths))

    def _make(self, spec: Spec, handler: Callable[[], None]) -> QAction:
        action = QAction(tr(spec.text), self._window)
        action.setObjectName(spec.act)
        if spec.keys:
            action.setShortcut(QKeySequence(spec.keys))
        tip = tr(spec.tip) if spec.tip else plain(spec)
        action.setStatusTip(tip)
        action.setToolTip(f"{tip} ({keys(spec)})" if spec.keys else tip)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self._window))
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(handler)
        self._window.addAction(action)
        return action

    def _fill_menus(self) -> None:
        for title in MENUS:
            menu = self._window.menuBar().addMenu(tr(title))
            for spec in TABLE:
                if spec.menu != title:
                    continue
                if spec.line or (title == FILE and spec.act is Act.EXPORT_WORD):
                    menu.addSeparator()
                menu.addAction(self._actions[spec.act])
                if spec.act is Act.EXAMPLE:
                    menu.addMenu(self.recent)

    def _make_toolbar(self) -> QToolBar:
        bar = self._window.addToolBar(tr(QT_TRANSLATE_NOOP("Actions", "Main toolbar")))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.toggleViewAction().setEnabled(False)
        for spec in TABLE:
            if spec.toolbar:
                if spec.line and bar.actions():
                    bar.addSeparator()
                bar.addAction(self._actions[spec.act])
        return bar


def plain(spec: Spec) -> str:
    """The action's name without the mark of its access key."""
    return tr(spec.text).replace("&", "").rstrip("…")


def keys(spec: Spec) -> str:
    return QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText)
