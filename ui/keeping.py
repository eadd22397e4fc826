"""The matter's project file: every change is on the disk at once, with a name or without."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing.model import Request
from ui.loading import Loading
from ui.project import Content, Opened
from ui.saver import Saver
from ui.session import Matter, Session
from ui.settings import Settings
from ui.tasks import Trouble


class Keeping(QObject):
    """Follows the session with the saver; opens, names and leaves projects, and asks before anything is lost."""

    changed = Signal()  # the name, or whether all is on the disk
    failed = Signal(object)
    told = Signal(str)
    opened = Signal(str)
    found = Signal(object)
    may_close = Signal()

    def __init__(self, saver: Saver, session: Session, loading: Loading, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._saver = saver
        self._session = session
        self._loading = loading
        self._settings = settings
        self._window = window
        self._name = ""
        self._opening = ""
        self._trouble: Trouble | None = None
        self._then: Callable[[], None] | None = None
        self._closing = False
        self._released = False
        session.changed.connect(self._on_matter_changed)
        loading.taken.connect(self._on_taken)
        loading.not_taken.connect(self._on_not_taken)
        saver.kept.connect(self._on_kept)
        saver.not_kept.connect(self._on_not_kept)
        saver.opened.connect(self._on_opened)
        saver.not_opened.connect(self._on_not_opened)
        saver.named.connect(self._on_named)
        saver.not_named.connect(self._on_not_named)
        saver.found.connect(self.found)
        saver.settled.connect(self._on_settled)

    @property
    def name(self) -> str:
        """The project's path, or "" as long as it has none."""
        return self._name

    @property
    def all_safe(self) -> bool:
        """Whether the project holds everything; work without a name counts as unsaved."""
        if self._trouble is not None or self._saver.busy:
            return False
        return bool(self._name) or not self._session.matter.worked_on

    def new(self) -> None:
        """An empty matter in place of the present one."""
        self._leave(self._start_anew)

    def open(self, path: str) -> None:
        """Another project in place of the present one."""
        if self._name and Path(path).resolve() == Path(self._name).resolve():
            self.told.emit(self.tr("“{0}” is open already.").format(Path(path).name))
        else:
            self._leave(partial(self._open, path, named=True))

    def recover(self, path: str) -> None:
        """Take up work that a crash left behind."""
        self._leave(partial(self._open, path, named=False))

    def throw_away(self, path: str) -> None:
        """Take away work that a crash left behind and nobody wants."""
        self._saver.throw_away(path)
        self._saver.look_for_leftovers()

    def save(self) -> None:
        """Give the work a name; with one, everything is on the disk already."""
        if self._name and self._trouble is None:
            self.told.emit(
                self.tr("Everything is in “{0}”, as it is after every change.").format(Path(self._name).name)
            )
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for another file, and go on in that one."""
        from ui.dialogs import files

        matter = self._session.matter
        name = Path(self._name).stem if self._name else files.file_name(matter.request.title)
        path = files.ask_project_target(self._window, self._settings.folder, name)
        if path:
            self._settings.folder = str(Path(path).parent)
            self.save_to(path)
        else:
            self._then = None

    def save_to(self, path: str) -> None:
        """Keep everything in this file from now on."""
        self._saver.save_as(path, _content(self._session.matter))
        self.changed.emit()

    def look_for_leftovers(self) -> None:
        self._saver.look_for_leftovers()

    def ready_to_close(self) -> bool:
        """Whether the window may close now; if not, `may_close` follows, unless the person stays."""
        if self._released:
            return True
        if self._saver.busy:
            self._closing = True
            return False
        if self._needs_a_word():
            self._ask(self._release)
            return False
        return True

    def stop(self) -> None:
        """Finish writing. Work that has no name and was not given up stays for the next start to offer."""
        if self._released or not self._session.matter.worked_on:
            self._saver.close(discard=True)
        self._saver.stop()

    def _release(self) -> None:
        self._released = True
        self.may_close.emit()

    def _needs_a_word(self) -> bool:
        return self._session.matter.worked_on and (not self._name or self._trouble is not None)

    def _leave(self, then: Callable[[], None]) -> None:
        if self._needs_a_word():
            self._ask(then)
        else:
            then()

    def _ask(self, then: Callable[[], None]) -> None:
        from ui.dialogs import leaving

        text = self.tr("This work has not been saved as a project.")
        if self._trouble is not None:
            text = self.tr("The last changes are not on the disk: {0}").format(self._trouble.message)
        leaving.ask(text, partial(self._save_then, then), then, self._window)

    def _save_then(self, then: Callable[[], None]) -> None:
        self._then = then
        self.save_as()

    def _start_anew(self) -> None:
        self._saver.close(discard=True)
        self._name, self._trouble = "", None
        self._session.begin(self._fresh())
        self.told.emit("")
        self.changed.emit()

    def _fresh(self) -> Matter:
        return Matter(template=self._session.matter.template, request=Request(date=_today()))

    def _open(self, path: str, *, named: bool) -> None:
        self._opening = path
        self._saver.open(path, named=named)

    def _on_matter_changed(self, before: Matter, matter: Matter) -> None:
        if not self._opening and _content(before) != _content(matter):
            self._saver.keep(_content(matter))
            self.changed.emit()

    def _on_opened(self, project: Opened) -> None:
        self._name, self._trouble = project.name, None
        held = project.content
        request = held.request if held.request.date else Request(date=_today())
        template = held.template or self._session.matter.template
        self._loading.take(
            Matter(
                sources=held.sources,
                cards=tuple(held.cards),
                template=template,
                request=request,
                decisions=held.decisions,
            )
        )

    def _on_not_opened(self, trouble: Trouble) -> None:
        self._opening = ""
        self._saver.keep(_content(self._session.matter))  # what was changed meanwhile
        self.failed.emit(trouble)

    def _on_taken(self) -> None:
        self._opening = ""
        if self._name:
            self.opened.emit(self._name)
        self._saver.keep(_content(self._session.matter))
        self._saver.look_for_leftovers()
        self.changed.emit()

    def _on_not_taken(self) -> None:
        """The project was opened, but its documents were not analysed: back to an empty desk."""
        self._saver.close(discard=False)
        self._name, self._trouble = "", None
        self._session.begin(self._fresh())
        self._opening = ""
        self.changed.emit()

    def _on_kept(self, missed: tuple[str, ...]) -> None:
        self._trouble = None
        if missed:
            text = self.tr("“{0}” was moved, deleted or changed before it could be kept in the project: load it again.")
            self.failed.emit(Trouble(text.format(", ".join(missed))))

    def _on_not_kept(self, trouble: Trouble) -> None:
        fresh = self._trouble is None or self._trouble.message != trouble.message
        self._trouble = trouble
        if fresh:  # not with every key that is typed
            self.failed.emit(trouble)

    def _on_named(self, path: str) -> None:
        self._name, self._trouble = path, None
        self.opened.emit(path)
        self.told.emit(
            self.tr("Saved as “{0}”. From now on every change is kept there at once.").format(Path(path).name)
        )
        then, self._then = self._then, None
        if then is not None:
            then()
        self.changed.emit()

    def _on_not_named(self, trouble: Trouble) -> None:
        self._then = None
        self.failed.emit(trouble)

    def _on_settled(self) -> None:
        self.changed.emit()
        if self._closing and not self._saver.busy:
            self._closing = False
            self.may_close.emit()


def _content(matter: Matter) -> Content:
    return Content(matter.sources, matter.cards, matter.decisions, matter.template, matter.request)


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
