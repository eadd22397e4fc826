"""The window: puts the panels together, and turns what happens in them into jobs and steps of the session.

The panels are made and imported after the first paint (see `ui.shell`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui import clipboard
from ui.acts import Act
from ui.settings import Settings
from ui.shell import Shell
from ui.theme import Theme

if TYPE_CHECKING:
    from briefing.model import Request, Template
    from ui.protocol import TemplatesFound
    from ui.session import Matter
    from ui.tasks import Task, Tasks

FIRST_TEMPLATE = "situation-report"
# After the first paint, so that the window is there at once; before the person has found the first file.
WORKER_DELAY_MS = 100
ON_MATTER = (
    Act.EXPORT_WORD,
    Act.EXPORT_PDF,
    Act.EXPORT_WEB,
    Act.SAVE_FIGURES,
    Act.PRINT,
    Act.MAIL,
    *(Act.FIND, Act.PICK, Act.SEARCH),
)
ON_ROW = (
    *(Act.PIN, Act.DROP, Act.REWORD, Act.CONTEXT, Act.MOVE_UP, Act.MOVE_DOWN),
    *(Act.RENAME, Act.MERGE, Act.SPLIT, Act.HIDE, Act.COPY),
)
ON_DOCUMENT = (Act.CARD, Act.INCLUDE, Act.REMOVE)


class MainWindow(Shell):
    """Everything in one window; what it can do is in the table of actions."""

    def __init__(self, tasks: Tasks, settings: Settings, theme: Theme) -> None:
        super().__init__(settings, theme)
        self._tasks = tasks
        self._closing_at_once = False
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
        from ui import paths
        from ui.cards import Cards
        from ui.jobs import Jobs
        from ui.judging import Judging
        from ui.keeping import Keeping
        from ui.loading import Loading
        from ui.naming import Naming
        from ui.opening import Opening
        from ui.output import Output
        from ui.panels.evidence import EvidencePanel
        from ui.saver import Saver
        from ui.session import Session
        from ui.shelving import Shelving
        from ui.summing import Summing

        self._jobs = Jobs(self._tasks)
        self.session = Session(self)
        self._loading = Loading(self._jobs, self.session, self)
        self.keeping = Keeping(Saver(paths.recovery_folder(), self), self.session, self._loading, self._settings, self)
        self.opening = Opening(self._loading, self.keeping, self._settings, self)
        self.cards = Cards(self._loading, self.session, self)
        self.output = Output(self._jobs, self.session, self._settings, self)
        self.shelving = Shelving(self._jobs, self)
        self.evidence = EvidencePanel(self)
        self.judging = Judging(self.session, self.evidence, self)
        self.naming = Naming(self.session, self.evidence, self)
        self.summing = Summing(self._jobs, self.session, self.evidence, self)

    def _begin(self) -> None:
        """Put an empty matter on the desk."""
        from PySide6.QtCore import QDate

        from briefing.model import Request
        from ui.session import Matter

        self.session.put(Matter(request=Request(date=QDate.currentDate().toString(Qt.DateFormat.ISODate))))

    def _handlers(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.NEW: self.keeping.new,
            Act.OPEN_PROJECT: self.opening.project,
            Act.SAVE: self.keeping.save,
            Act.SAVE_AS: self.keeping.save_as,
            Act.OPEN: self.opening.documents,
            Act.OPEN_FOLDER: self.opening.folder,
            Act.EXAMPLE: self.opening.example,
            Act.FORGET_RECENT: self.opening.forget,
            **self._evidence_handlers(),
            Act.EXPORT_WORD: self.output.export_word,
            Act.EXPORT_PDF: self.output.export_pdf,
            Act.EXPORT_WEB: self.output.export_web,
            Act.SAVE_FIGURES: self.output.save_figures,
            Act.TEMPLATES: self.shelving.show,
            Act.PRINT: self.output.print_preview,
            Act.MAIL: self.output.mail,
            Act.QUIT: self._quit,
            Act.UNDO: self.session.undo,
            Act.REDO: self.session.redo,
            Act.CANCEL: self.cancel,
            Act.SYSTEM: self._looks.system_colours,
            Act.LIGHT: self._looks.light_colours,
            Act.DARK: self._looks.dark_colours,
            Act.LARGER: self._looks.larger_text,
            Act.SMALLER: self._looks.smaller_text,
            Act.NORMAL: self._looks.normal_text,
            Act.LANGUAGE_SYSTEM: self._looks.system_language,
            Act.ENGLISH: self._looks.english,
            Act.GERMAN: self._looks.german,
            Act.KEYS: self._show_keys,
            Act.ABOUT: self._show_about,
        }

    def _evidence_handlers(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.CARD: self._edit_card,
            Act.INCLUDE: self._include,
            Act.REMOVE: self._remove,
            Act.PIN: self.judging.pin,
            Act.DROP: self.judging.drop,
            Act.REWORD: self.judging.reword,
            Act.PICK: self.showing.pick,
            Act.SEARCH: self.showing.find,
            Act.CONTEXT: self.summing.find_offers,
            Act.MOVE_UP: self.judging.move_up,
            Act.MOVE_DOWN: self.judging.move_down,
            Act.RENAME: self.naming.rename,
            Act.MERGE: self.naming.merge,
            Act.SPLIT: self.naming.split,
            Act.HIDE: self.naming.hide,
            Act.COPY: self.judging.copy,
            Act.FIND: self.evidence.focus_filter,
        }

    def _make_panels(self) -> None:
        from ui.panels.notice import NoticePanel
        from ui.panels.preview import PreviewPanel
        from ui.panels.progress import ProgressPanel
        from ui.panels.reader import ReaderPanel
        from ui.panels.request import RequestPanel
        from ui.panels.sources import SourcesPanel
        from ui.panels.writing import WritingPanel
        from ui.showing import Showing
        from ui.telling import Telling

        self.sources = SourcesPanel(self)
        self.request = RequestPanel(self)
        self.reader = ReaderPanel(self)
        self.preview = PreviewPanel(self)
        self.writing = WritingPanel(self)
        self.notice = NoticePanel(self)
        self.telling = Telling(self.notice, self.statusBar())
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
        self.evidence.set_row_actions([self.actions_table[act] for act in ON_ROW])
        self.sources.set_row_actions([self.actions_table[act] for act in ON_DOCUMENT])
        self.reader.set_text_actions([self.actions_table[act] for act in (Act.PICK, Act.SEARCH)])
        self.showing = Showing(self.session, self._jobs, self.reader, self.preview, self.right)
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
        self.welcome.recent_chosen.connect(self.opening.recent)
        self.opening.remembered.connect(self._show_recent)
        self.sources.source_opened.connect(self.cards.edit)
        self._connect_keeping()
        self.sources.source_chosen.connect(self.showing.source)
        self.evidence.row_chosen.connect(self.showing.row)
        self.request.template_chosen.connect(self._on_template_chosen)
        self.writing.text_written.connect(self.judging.write)
        self.request.request_edited.connect(self._on_request_edited)
        self._loading.gathered.connect(self.telling.gathered)
        self._loading.failed.connect(self.telling.failed)
        self.output.exported.connect(self.telling.exported)
        self.output.failed.connect(self.telling.failed)
        self.output.mail_opened.connect(self.telling.mail_opened)
        self.output.draft_saved.connect(self.telling.draft_saved)
        self.summing.failed.connect(self.telling.failed)
        self.summing.told.connect(self.telling.note)
        self.showing.told.connect(self.telling.note)
        self.preview.citation_activated.connect(self.showing.passage)
        self.preview.outdated.connect(self.showing.draw)
        self._theme.changed.connect(self.reader.repaint_marks)
        self.actions_table.recent.triggered.connect(self.opening.recent_action)

    def _connect_keeping(self) -> None:
        self.keeping.changed.connect(self._show_name)
        self.keeping.failed.connect(self.telling.failed)
        self.keeping.told.connect(self.telling.note)
        self.keeping.found.connect(self.telling.leftovers)
        self.keeping.may_close.connect(self.close)
        self.telling.recovery_wanted.connect(self.keeping.recover)
        self.telling.recovery_refused.connect(self.keeping.throw_away)

    def open_paths(self, paths: tuple[str, ...]) -> None:
        """Open a project, or add these files and folders to the matter."""
        if paths:
            self.furnish()
            self.opening.paths(paths)

    def tell_fault(self, trace: str) -> None:
        """Say that the program itself failed; the window goes on."""
        self.furnish()
        self.telling.fault(trace)

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
        if self._furnished and not self._closing_at_once and not self.keeping.ready_to_close():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.layout = self.splitter.saveState()
        self._settings.save()
        if self._furnished:
            self.keeping.stop()
        self._tasks.stop()
        clipboard.settle()
        super().closeEvent(event)

    def close_at_once(self) -> None:
        """Close without a question, as when the session ends; work without a name is offered at the next start."""
        self._closing_at_once = True
        self.close()

    def _show_name(self) -> None:
        name = Path(self.keeping.name).stem if self.keeping.name else ""
        if not name and self.session.matter.worked_on:
            name = self.tr("New matter")
        self.setWindowTitle(f"{name}[*] – {self.tr('Briefing Desk')}" if name else self.tr("Briefing Desk"))
        self.setWindowModified(bool(name) and not self.keeping.all_safe)

    def _on_started(self) -> None:
        self.keeping.look_for_leftovers()
        self.shelving.changed.connect(self._on_templates)
        self.shelving.failed.connect(self.telling.failed)
        self.shelving.look()

    def _on_templates(self, found: TemplatesFound) -> None:
        self._templates = templates = found.templates
        self.request.show_templates(templates)
        names = [template.name for template in templates]
        if self.session.matter.template not in names and names:
            last = self._settings.template
            chosen = last if last in names else FIRST_TEMPLATE if FIRST_TEMPLATE in names else names[0]
            self.session.put(replace(self.session.matter, template=chosen))
        self.request.show_matter(self.session.matter)
        self._show_places()
        self.preview.invalidate(possible=self.session.matter.analysis is not None)

    def _show_places(self) -> None:
        matter = self.session.matter
        template = next((entry for entry in self._templates if entry.name == matter.template), None)
        self.writing.show_template(template, matter.decisions)

    def _on_matter_changed(self, before: Matter, matter: Matter) -> None:
        if (matter.sources, matter.cards, matter.problems) != (before.sources, before.cards, before.problems):
            self.sources.show_matter(matter)
        self.evidence.show_analysis(self.session.shown, matter.decisions)
        self.request.show_matter(matter)
        self._show_places()
        self.middle.setCurrentWidget(self.evidence if matter.sources else self.welcome)
        possible = matter.analysis is not None and bool(matter.template)
        self.actions_table.enable((*ON_MATTER, *ON_ROW), on=possible)
        self.preview.invalidate(possible=possible)
        self.actions_table.enable(ON_DOCUMENT, on=bool(matter.sources or matter.problems))
        if not matter.sources:
            self.reader.clear()

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

    def _on_template_chosen(self, name: str) -> None:
        self._settings.template = name
        self.session.do(self.tr("choose the template"), replace(self.session.matter, template=name))

    def _on_request_edited(self, field: str, request: Request) -> None:
        self.session.do(self.tr("fill in the form"), replace(self.session.matter, request=request), merge=field)

    def _edit_card(self) -> None:
        self.cards.edit(*self.sources.chosen()[:1])

    def _include(self) -> None:
        self.cards.include(self.sources.chosen())

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
