"""The saver's thread: the one place where a project file is touched, so that a slow disk never stops the window."""

from __future__ import annotations

import logging
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from ui.tasks import Trouble

if TYPE_CHECKING:
    from ui.cabinet import Cabinet
    from ui.project import Content

PATIENCE_SECONDS = 20

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Keep:
    content: Content


_Deed: TypeAlias = "Callable[[Cabinet], None] | _Keep | None"


class Saver(QObject):
    """Does what it is asked one after the other; of several contents in a row it keeps only the last."""

    kept = Signal(object)  # the documents (names) whose file was gone before it could be kept
    not_kept = Signal(object)
    opened = Signal(object)
    not_opened = Signal(object)
    named = Signal(str)
    not_named = Signal(object)
    found = Signal(object)
    settled = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._deeds: deque[_Deed] = deque()
        self._bell = threading.Condition()
        self._busy = False
        self._ended = False
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is still to be done."""
        with self._bell:
            return self._busy or bool(self._deeds)

    def keep(self, content: Content) -> None:
        """Bring the project up to date with this: `kept` or `not_kept` follows."""
        with self._bell:
            if self._deeds and isinstance(self._deeds[-1], _Keep):
                self._deeds.pop()
        self._ask(_Keep(content))

    def open(self, path: str, *, named: bool = True) -> None:
        """Open a project in place of the present one: `opened` or `not_opened` follows."""
        self._ask(partial(self._open, path, named))

    def save_as(self, path: str, content: Content) -> None:
        """Keep everything in this file from now on: `named` or `not_named` follows."""
        self._ask(partial(self._save_as, path, content))

    def close(self, *, discard: bool) -> None:
        """Close the project; `discard` takes away the file of work that has no name."""
        self._ask(partial(_close, discard))

    def look_for_leftovers(self) -> None:
        """Look for what a crash left behind: `found` follows."""
        self._ask(self._look)

    def throw_away(self, path: str) -> None:
        """Take away a leftover that nobody wants."""
        self._ask(partial(_throw_away, path))

    def stop(self) -> None:
        """Do what is still to be done, close the project, and end the thread; nothing more can be asked then."""
        self._ended = True
        thread, self._thread = self._thread, None
        if thread is not None:
            with self._bell:
                self._deeds.append(None)
                self._bell.notify()
            thread.join(PATIENCE_SECONDS)

    def _ask(self, deed: _Deed) -> None:
        if self._ended:
            return
        with self._bell:
            self._deeds.append(deed)
            self._bell.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, name="briefing-saver", daemon=True)
            self._thread.start()

    def _live(self) -> None:
        """Runs in the saver's thread."""
        from ui.cabinet import Cabinet

        cabinet = Cabinet(self._folder)
        sound = False
        try:
            while (deed := self._next()) is not None:
                if isinstance(deed, _Keep):
                    self._keep(deed.content, cabinet)
                else:
                    deed(cabinet)
                self._rest()
            sound = True
        finally:
            cabinet.close(discard=False)
            if not sound:  # the next thing asked for starts a new thread; the fault itself goes to the thread's hook
                self._thread = None
                self.not_kept.emit(Trouble(self.tr("The last change could not be kept. Save the project elsewhere.")))
                self._rest()

    def _next(self) -> _Deed:
        with self._bell:
            while not self._deeds:
                self._bell.wait()
            self._busy = True
            return self._deeds.popleft()

    def _rest(self) -> None:
        with self._bell:
            self._busy = False
            idle = not self._deeds
        if idle:
            self.settled.emit()

    def _keep(self, content: Content, cabinet: Cabinet) -> None:
        missed: list[str] = []
        trouble = _trouble_of(lambda: missed.extend(cabinet.keep(content)))
        if trouble is None:
            self.kept.emit(tuple(missed))
        else:
            self.not_kept.emit(trouble)

    def _open(self, path: str, named: bool, cabinet: Cabinet) -> None:
        trouble = _trouble_of(lambda: self.opened.emit(cabinet.open(path, named=named)))
        if trouble is not None:
            self.not_opened.emit(trouble)

    def _save_as(self, path: str, content: Content, cabinet: Cabinet) -> None:
        trouble = _trouble_of(lambda: cabinet.save_as(path, content))
        if trouble is None:
            self.named.emit(path)
        else:
            self.not_named.emit(trouble)

    def _look(self, cabinet: Cabinet) -> None:
        self.found.emit(cabinet.leftovers())


def _close(discard: bool, cabinet: Cabinet) -> None:
    cabinet.close(discard=discard)


def _throw_away(path: str, cabinet: Cabinet) -> None:
    trouble = _trouble_of(lambda: cabinet.throw_away(path))
    if trouble is not None:
        log.warning("a leftover could not be taken away: %s", trouble.message)


def _trouble_of(deed: Callable[[], object]) -> Trouble | None:
    """What went wrong with the deed, in a sentence; None where nothing did."""
    from briefing import wording
    from briefing.errors import BriefingError

    try:
        deed()
    except BriefingError as error:
        return Trouble(wording.message(error))
    except OSError as error:
        return Trouble(f"{error.strerror or error}.", traceback.format_exc())
    return None
