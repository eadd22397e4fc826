"""Starts the window. Qt is imported here only after it is known that it can be."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

from ui import system

log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window with the sources named in `argv`; the exit status once it is closed.

    2 where the window cannot be opened, with a sentence on standard error that says why.
    """
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # the worker would otherwise start the window again, without end
    arguments = list(sys.argv[1:] if argv is None else argv)
    trouble = system.missing()
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    return _run(arguments)


def _run(arguments: list[str]) -> int:
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from ui import language, paths
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.tasks import Tasks
    from ui.theme import Theme

    app = QApplication([sys.argv[0]])
    app.setApplicationName(paths.NAME)
    app.setApplicationDisplayName("Briefing Desk")
    settings = Settings(paths.settings_file())
    language.speak(app, settings.language)
    theme = Theme(app, settings.appearance, settings.text_size)
    tasks = Tasks(app)
    window = MainWindow(tasks, settings, theme)
    sys.excepthook = _Faults(window.tell_fault)
    app.commitDataRequest.connect(lambda _session: window.close_at_once(), Qt.ConnectionType.DirectConnection)
    window.show()
    window.open_paths(tuple(str(Path(argument).absolute()) for argument in arguments))
    status = app.exec()
    tasks.stop()
    return status


class _Faults:
    """Takes the exceptions that end up nowhere else (in slots, in models): logged each time, told once."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._told: set[str] = set()

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        log.error("a fault in the window:\n%s", text)
        if text not in self._told:  # a model's fault comes again with every paint
            self._told.add(text)
            self._tell(text)


if __name__ == "__main__":
    sys.exit(main())
