"""Starts the window. Qt is imported here only after it is known that it can be."""

from __future__ import annotations

import logging
import multiprocessing
import sys
from collections.abc import Sequence
from types import TracebackType

from ui import system

log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window with the sources named in `argv`; the exit status once it is closed.

    2 where the window cannot be opened, with a sentence on standard error that says why.
    """
    multiprocessing.freeze_support()  # a frozen program would otherwise start itself again without end
    arguments = list(sys.argv[1:] if argv is None else argv)
    trouble = system.missing()
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    return _run(arguments)


def _run(arguments: list[str]) -> int:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ui import paths
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.tasks import Tasks
    from ui.theme import Theme

    app = QApplication([sys.argv[0]])
    app.setApplicationName(paths.NAME)
    app.setApplicationDisplayName("Briefing Desk")
    settings = Settings(paths.settings_file())
    theme = Theme(app, settings.appearance, settings.text_size)
    tasks = Tasks(app)
    sys.excepthook = _log_fault
    window = MainWindow(tasks, settings, theme)
    window.show()
    window.open_paths(tuple(str(Path(argument).absolute()) for argument in arguments))
    status = app.exec()
    tasks.stop()
    return status


def _log_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception in a slot ends up here and the window goes on; it must not vanish."""
    log.error("a fault in the window", exc_info=(kind, error, trace))


if __name__ == "__main__":
    sys.exit(main())
