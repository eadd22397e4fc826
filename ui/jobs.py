"""What the window can ask of the worker, one method each; every one gives a task."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing.model import Analysis
from ui.protocol import Adopt, Draft, Export, Gather, ListTemplates, Render
from ui.session import Matter
from ui.tasks import Task, Tasks


class Jobs:
    """Knows what the worker holds, and sends it again to a worker that has been restarted."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._number = 0
        self._held = (0, 0)

    def gather(self, matter: Matter, keep: tuple[str, ...], paths: tuple[str, ...]) -> Task:
        """Read the paths and analyse them beside the matter's sources that are named in `keep`."""
        self._hold(matter.number, matter.analysis)
        self._number += 1
        task = self._tasks.submit(Gather(self._number, keep, paths), _tr("Reading and analysing"))
        self._held = (self._tasks.generation, self._number)
        return task

    def templates(self) -> Task:
        return self._tasks.submit(ListTemplates(), _tr("Looking for templates"))

    def export(self, matter: Matter, path: str) -> Task:
        self._hold(matter.number, matter.analysis)
        return self._tasks.submit(Export(_draft(matter), path), _tr("Exporting"))

    def render(self, matter: Matter) -> Task:
        self._hold(matter.number, matter.analysis)
        return self._tasks.submit(Render(_draft(matter)), _tr("Drawing the preview"))

    def _hold(self, number: int, analysis: Analysis | None) -> None:
        wanted = (self._tasks.generation, number)
        if analysis is not None and wanted != self._held:
            self._tasks.submit(Adopt(number, analysis), _tr("Preparing"))
            self._held = wanted


def _draft(matter: Matter) -> Draft:
    return Draft(matter.number, matter.template, matter.request, matter.decisions)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Jobs", text)
