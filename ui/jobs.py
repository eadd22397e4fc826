"""What the window can ask of the worker, one method each; every one gives a task."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing.model import Source, SourceCard, SummarySentence, Template
from ui.protocol import (
    Draft,
    Export,
    ExportTemplate,
    FindOffers,
    Gather,
    Hold,
    ImportTemplate,
    KeepTemplate,
    ListTemplates,
    Render,
    SaveFigures,
    Summarise,
)
from ui.session import Matter
from ui.tasks import Task, Tasks


class Jobs:
    """Numbers the analyses, so that the worker need not be sent again what it holds."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._number = 0

    def gather(
        self, matter: Matter, keep: tuple[str, ...], paths: tuple[str, ...], cards: tuple[SourceCard, ...]
    ) -> Task:
        """Read the paths and analyse them beside the matter's sources that are named in `keep`."""
        self._number += 1
        command = Gather(self._number, keep, paths, cards)
        return self._tasks.submit(command, _tr("Reading and analysing"), _needs(matter))

    def take(self, sources: tuple[Source, ...], cards: tuple[SourceCard, ...]) -> Task:
        """Analyse sources that were read before."""
        self._number += 1
        command = Gather(self._number, tuple(source.id for source in sources), (), cards, sources)
        return self._tasks.submit(command, _tr("Analysing"))

    def templates(self) -> Task:
        return self._tasks.submit(ListTemplates(), _tr("Looking for templates"))

    def keep_template(self, template: Template, name: str, *, replace: bool) -> Task:
        return self._tasks.submit(KeepTemplate(template, name, replace), _tr("Saving the template"))

    def import_template(self, path: str) -> Task:
        return self._tasks.submit(ImportTemplate(path), _tr("Importing the template"))

    def export_template(self, template: str, path: str) -> Task:
        return self._tasks.submit(ExportTemplate(template, path), _tr("Exporting the template"))

    def save_figures(self, matter: Matter, path: str) -> Task:
        return self._tasks.submit(SaveFigures(_draft(matter), path), _tr("Saving the key figures"), _needs(matter))

    def export(self, matter: Matter, path: str) -> Task:
        return self._tasks.submit(Export(_draft(matter), path), _tr("Exporting"), _needs(matter))

    def render(self, matter: Matter) -> Task:
        return self._tasks.submit(Render(_draft(matter)), _tr("Drawing the preview"), _needs(matter))

    def summarise(self, matter: Matter, by: str, question: str) -> Task:
        return self._tasks.submit(Summarise(_draft(matter), by, question), _tr("Summarising"), _needs(matter))

    def offers(self, matter: Matter, line: SummarySentence, summary: tuple[SummarySentence, ...]) -> Task:
        """What can be done about a line that leans on text that was not chosen."""
        return self._tasks.submit(FindOffers(_draft(matter), line, summary), _tr("Looking around"), _needs(matter))


def _needs(matter: Matter) -> Hold | None:
    return Hold(matter.number, matter.sources, matter.analysis) if matter.sources else None


def _draft(matter: Matter) -> Draft:
    return Draft(matter.number, matter.template, matter.request, matter.decisions)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Jobs", text)
