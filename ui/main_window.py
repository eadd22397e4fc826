"""The window: puts the panels together, and turns what happens in them into jobs and steps of the session.

The panels are made and imported after the first paint (see `ui.shell`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui import clipboard
from ui.acts import Act
from ui.settings import Settings
from ui.shell import Shell
from ui.theme import Theme

if TYPE_CHECKING:
    from briefing.model import Request, Source, Span, Template
    from ui.models.rows import Row
    from ui.protocol import Exported, Gathered, Rendered
    from ui.session import Matter
    from ui.tasks import Task, Tasks, Trouble

FIRST_TEMPLATE = "situation-report"
# After the first paint, so that the window is there at once; before the person has found the first file.
WORKER_DELAY_MS = 100
ON_MATTER = (
    Act.EXPORT_WORD,
    Act.EXPORT_PDF,
    Act.EXPORT_WEB,
    Act.PRINT,
    Act.MAIL,
    Act.PIN,
    Act.DROP,
    Act.REWORD,
    Act.COPY,
    Act.FIND,
)


class MainWindow(Shell):
    """Everything in one window; what it can do is in the table of actions."""

    def __init__(self, tasks: Tasks, settings: Settings, theme: Theme) -> None:
        super().__init__(settings, theme)
        self._tasks = tasks
        self._templates: tuple[Template, ...] = ()
        self._starter = QTimer(self)
        self._starter.setSingleShot(True)
        self._starter.timeout.connect(self._on_started)

    def _furnish(self) -> None:
        self._make_parts()
        self._make_panels()
        self._connect()
        self._begin()
        self._starter.start(WORKER_DELAY_MS)

    def _make_parts(self) -> None:
        from ui.jobs import Jobs
        from ui.judging import Judging
        from ui.loading import Loading
        from ui.output import Output
        from ui.panels.evidence import EvidencePanel
        from ui.session import Session

        self._jobs = Jobs(self._tasks)
        self.session = Session(self)
        self._loading = Loading(self._jobs, self.session, self)
        self.output = Output(self._jobs, self.session, self._settings, self)
        self.evidence = EvidencePanel(self)
        self.judging = Judging(self.session, self.evidence, self)

    def _begin(self) -> None:
        """Put an empty matter on the desk."""
        from PySide6.QtCore import QDate

        from briefing.model import Request
        from ui.session import Matter

        self.session.put(Matter(request=Request(date=QDate.currentDate().toString(Qt.DateFormat.ISODate))))

    def _handlers(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.OPEN: self._open,
            Act.OPEN_FOLDER: self._open_folder,
            Act.EXAMPLE: self._open_example,
            Act.FORGET_RECENT: self._forget_recent,
            Act.EXPORT_WORD: self.output.export_word,
            Act.EXPORT_PDF: self.output.export_pdf,
            Act.EXPORT_WEB: self.output.export_web,
            Act.PRINT: self.output.print_preview,
            Act.MAIL: self.output.mail,
            Act.QUIT: self._quit,
            Act.UNDO: self.session.undo,
            Act.REDO: self.session.redo,
            Act.PIN: self.judging.pin,
            Act.DROP: self.judging.drop,
            Act.REWORD: self.judging.reword,
            Act.COPY: self.judging.copy,
            Act.REMOVE: self._remove,
            Act.FIND: self.evidence.focus_filter,
            Act.CANCEL: self.cancel,
            Act.SYSTEM: self._looks.system_colours,
            Act.LIGHT: self._looks.light_colours,
            Act.DARK: self._looks.dark_colours,
            Act.LARGER: self._looks.larger_text,
            Act.SMALLER: self._looks.smaller_text,
            Act.NORMAL: self._looks.normal_text,
            Act.KEYS: self._show_keys,
            Act.ABOUT: self._show_about,
        }

    def _make_panels(self) -> None:
        from ui.panels.notice import NoticePanel
        from ui.panels.preview import PreviewPanel
        from ui.panels.progress import ProgressPanel
        from ui.panels.reader import ReaderPanel
        from ui.panels.request import RequestPanel
        from ui.panels.sources import SourcesPanel
        from ui.panels.writing import WritingPanel

        self.sources = SourcesPanel(self)
        self.request = RequestPanel(self)
        self.reader = ReaderPanel(self)
        self.preview = PreviewPanel(self)
        self.writing = WritingPanel(self)
        self.notice = NoticePanel(self)
        self.progress = ProgressPanel(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sources, 1)
        column.addWidget(self.request)
        self.middle.addWidget(self.evidence)
        self.right = QTabWidget(self)
        self.right.setDocumentMode(True)
        self.right.setAccessibleName(self.tr("Reader and preview"))
        self.right.tabBar().setAccessibleName(self.tr("Reader or preview"))
        self.right.addTab(self.reader, self.tr("Reader"))
        self.right.addTab(self.preview, self.tr("Preview"))
        self.right.addTab(self.writing, self.tr("Write"))
        rows = [self.actions_table[act] for act in (Act.PIN, Act.DROP, Act.REWORD, Act.COPY)]
        self.evidence.set_row_actions(rows)
        self._fill_sides(left, self.right)
        self._lines.insertWidget(0, self.notice)
        self.statusBar().addPermanentWidget(self.progress)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_matter_changed)
        stack = self.session.undo_stack
        stack.canUndoChanged.connect(self.actions_table[Act.UNDO].setEnabled)
        stack.canRedoChanged.connect(self.actions_table[Act.REDO].setEnabled)
        self._tasks.task_started.connect(self._on_task_started)
        self.progress.cancel_asked.connect(self.cancel)
        self.welcome.recent_chosen.connect(self._on_recent_chosen)
        self.sources.source_chosen.connect(self._on_source_chosen)
        self.evidence.row_chosen.connect(self._on_row_chosen)
        self.request.template_chosen.connect(self._on_template_chosen)
        self.writing.text_written.connect(self.judging.write)
        self.request.request_edited.connect(self._on_request_edited)
        self._loading.gathered.connect(self._on_gathered)
        self._loading.failed.connect(self._on_failed)
        self.output.exported.connect(self._on_exported)
        self.output.failed.connect(self._on_failed)
        self.output.mail_opened.connect(self._on_mail_opened)
        self.output.draft_saved.connect(self._on_draft_saved)
        self.preview.outdated.connect(self._on_preview_outdated)
        self._theme.changed.connect(self.reader.repaint_marks)
        self.actions_table.recent.triggered.connect(self._on_recent_triggered)

    def open_paths(self, paths: tuple[str, ...]) -> None:
        """Add these files and folders to the matter."""
        if paths:
            self.furnish()
            self._settings.remember(paths)
            self._show_recent()
            self._loading.add(paths)

    def tell_fault(self, trace: str) -> None:
        """Say that the program itself failed; the window goes on."""
        self.furnish()
        self.notice.say(self.tr("Something in the program went wrong. Nothing you have done is lost."), details=trace)

    def cancel(self) -> None:
        """Stop what is being done."""
        if self._tasks.running is not None:
            self.progress.giving_way()
            self._tasks.cancel(self._tasks.running)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        self._settings.layout = self.splitter.saveState()
        self._settings.save()
        self._tasks.stop()
        clipboard.settle()
        super().closeEvent(event)

    def _on_started(self) -> None:
        task = self._jobs.templates()
        task.finished.connect(self._on_templates)
        task.failed.connect(self._on_failed)

    def _on_templates(self, templates: tuple[Template, ...]) -> None:
        self._templates = templates
        self.request.show_templates(templates)
        names = [template.name for template in templates]
        if self.session.matter.template not in names and names:
            last = self._settings.template
            chosen = last if last in names else FIRST_TEMPLATE if FIRST_TEMPLATE in names else names[0]
            self.session.put(replace(self.session.matter, template=chosen))
        self.request.show_matter(self.session.matter)
        self._show_places()

    def _show_places(self) -> None:
        matter = self.session.matter
        template = next((entry for entry in self._templates if entry.name == matter.template), None)
        self.writing.show_template(template, matter.decisions)

    def _on_matter_changed(self, before: Matter, matter: Matter) -> None:
        if matter.analysis is not before.analysis or matter.problems != before.problems:
            self.sources.show_matter(matter)
        self.evidence.show_analysis(matter.analysis, matter.decisions)
        self.request.show_matter(matter)
        self._show_places()
        self.middle.setCurrentWidget(self.evidence if matter.analysis else self.welcome)
        possible = matter.analysis is not None and bool(matter.template)
        self.actions_table.enable(ON_MATTER, on=possible)
        self.preview.invalidate(possible=possible)
        if matter.analysis is None:
            self.reader.clear()

    def _on_gathered(self, result: Gathered) -> None:
        if result.problems:
            more = len(result.problems) - 1
            text = self.tr("{0} Problems with other documents: {1}.") if more else "{0}"
            self.notice.say(text.format(result.problems[0].message, more))
        found = result.analysis
        if found:
            self.statusBar().showMessage(
                self.tr("{0} documents, {1} figures, {2} statements").format(
                    len(found.sources), sum(figure.key for figure in found.figures), len(found.statements)
                )
            )

    def _on_failed(self, trouble: Trouble) -> None:
        self.notice.say(trouble.message, details=trouble.details)

    def _on_exported(self, result: Exported) -> None:
        name = Path(result.path).name
        lines = [self.tr("Saved “{0}”.").format(name), *(problem.message for problem in result.problems)]
        self.notice.saved(result.path, "\n".join(lines))

    def _on_mail_opened(self) -> None:
        self.notice.say(self.tr("The message is open in your mail program, with the PDF attached."))

    def _on_draft_saved(self, path: str) -> None:
        text = self.tr("No mail program could be opened. The message is saved as “{0}”, with the PDF attached.")
        self.notice.saved(path, text.format(Path(path).name))

    def _on_task_started(self, task: Task) -> None:
        from ui.protocol import Export, Gather

        if not isinstance(task.job.command, Gather | Export):
            return
        self.progress.begin(task.name)
        self.actions_table.enable((Act.CANCEL,), on=True)
        task.progressed.connect(self.progress.advance)
        task.ended.connect(self._on_task_ended)

    def _on_task_ended(self) -> None:
        self.progress.end()
        self.actions_table.enable((Act.CANCEL,), on=False)

    def _on_source_chosen(self, identifier: str) -> None:
        source = self._source(identifier)
        if source is not None:
            self.reader.show_source(source, self._places(identifier))

    def _on_row_chosen(self, row: Row) -> None:
        source = self._source(row.source)
        if source is not None:
            self.reader.show_source(source, self._places(row.source))
            self.reader.light(row.span)
            self.right.setCurrentWidget(self.reader)

    def _source(self, identifier: str) -> Source | None:
        analysis = self.session.matter.analysis
        sources = analysis.sources if analysis else ()
        return next((source for source in sources if source.id == identifier), None)

    def _places(self, identifier: str) -> tuple[Span, ...]:
        from ui.models.evidence import evidence_places

        analysis = self.session.matter.analysis
        return evidence_places(analysis, identifier) if analysis else ()

    def _on_template_chosen(self, name: str) -> None:
        self._settings.template = name
        self.session.do(self.tr("choose the template"), replace(self.session.matter, template=name))

    def _on_request_edited(self, field: str, request: Request) -> None:
        self.session.do(self.tr("fill in the form"), replace(self.session.matter, request=request), merge=field)

    def _on_preview_outdated(self) -> None:
        task = self._jobs.render(self.session.matter)
        task.finished.connect(self._on_rendered)
        task.failed.connect(self._on_render_failed)

    def _on_rendered(self, result: Rendered) -> None:
        self.preview.show_pdf(result.pdf)

    def _on_render_failed(self, trouble: Trouble) -> None:
        self.preview.say(trouble.message)

    def _open(self) -> None:
        from ui.dialogs import files

        self._open_chosen(files.ask_documents(self, self._settings.folder))

    def _open_folder(self) -> None:
        from ui.dialogs import files

        folder = files.ask_folder(self, self._settings.folder)
        self._open_chosen((folder,) if folder else ())

    def _open_chosen(self, paths: tuple[str, ...]) -> None:
        if paths:
            self._settings.folder = str(Path(paths[0]).parent)
            self.open_paths(paths)

    def _open_example(self) -> None:
        from briefing import examples

        self._loading.add(tuple(str(path) for path in examples.paths()))

    def _on_recent_chosen(self, path: str) -> None:
        self.open_paths((path,))

    def _on_recent_triggered(self, action: QAction) -> None:
        if action.data():
            self.open_paths((str(action.data()),))

    def _forget_recent(self) -> None:
        self._settings.forget_recent()
        self._show_recent()

    def _remove(self) -> None:
        self._loading.remove(self.sources.chosen())

    def _quit(self) -> None:
        self.close()

    def _show_keys(self) -> None:
        from ui.dialogs import about

        about.show_keys(self)

    def _show_about(self) -> None:
        from ui.dialogs import about

        about.show_about(self)
