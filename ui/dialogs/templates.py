"""The templates there are, and what can be done with them: look, change, keep as one's own, send round."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.model import Template
from ui.dialogs import files, sizes
from ui.models.sections import HEADING, SectionsModel
from ui.protocol import TemplatesFound

NAME = Qt.ItemDataRole.UserRole
BAR = 24  # room for a scroll bar


class TemplatesDialog(QDialog):
    """Asks for what the worker has to do, by signals; shows what it is given."""

    keep_asked = Signal(object, str, bool)  # the template, its name, whether it may replace one of that name
    import_asked = Signal(str)
    export_asked = Signal(str, str)  # the template's path, the file's
    folder_asked = Signal()

    def __init__(self, found: TemplatesFound, parent: QWidget) -> None:
        super().__init__(parent)
        self._found = found
        self._shown: Template | None = None
        self._letterhead = ""
        self.setWindowTitle(self.tr("Templates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes.fit(self, 135, 34)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self.show_templates(found)

    def _make_fields(self) -> None:
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.currentItemChanged.connect(self._on_item_changed)
        self.description = QLabel(self)
        self.description.setWordWrap(True)
        self.description.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.title = QLineEdit(self)
        self.name = QLineEdit(self)
        self.name.setToolTip(self.tr("The name of its folder; another name keeps a copy"))
        self.letterhead = QLabel(self)
        self.letterhead.setTextFormat(Qt.TextFormat.PlainText)
        self.sections = SectionsModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.sections)
        self.table.setAccessibleName(self.tr("Sections"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setAccessibleName(self.tr("Column headings"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(HEADING, QHeaderView.ResizeMode.Stretch)
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setForegroundRole(QPalette.ColorRole.BrightText)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _make_buttons(self) -> None:
        self.up = self._button(self.tr("Move &up"), self._on_up)
        self.down = self._button(self.tr("Move &down"), self._on_down)
        self.choose = self._button(self.tr("Choose a &Word file…"), self._on_choose)
        self.without = self._button(self.tr("&Without"), self._on_without)
        self.keep = self._button(self.tr("&Save"), self._on_keep)
        self.bring = self._button(self.tr("&Import…"), self._on_import)
        self.send = self._button(self.tr("&Export…"), self._on_export)
        self.folder = self._button(self.tr("Show in &folder"), self.folder_asked.emit)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        for button in (self.bring, self.send, self.folder):
            left.addWidget(button)
        form = QFormLayout()
        for text, field in ((self.tr("&Title"), self.title), (self.tr("&Name"), self.name)):
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        paper = QHBoxLayout()
        paper.addWidget(self.letterhead, 1)
        paper.addWidget(self.choose)
        paper.addWidget(self.without)
        form.addRow(self.tr("Letterhead"), paper)
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        moves.addWidget(self.keep)
        right = QVBoxLayout()
        right.addWidget(self.description)
        right.addLayout(form)
        right.addWidget(self.table, 1)
        right.addLayout(moves)
        sides = QHBoxLayout()
        sides.addLayout(left, 1)
        sides.addLayout(right, 3)
        whole = QVBoxLayout(self)
        whole.addLayout(sides, 1)
        whole.addWidget(self.notice)
        whole.addWidget(self.buttons)

    def show_templates(self, found: TemplatesFound) -> None:
        """Show these, with the one in front that was just kept or was in front before."""
        chosen = found.kept or (self._shown.name if self._shown else "")
        self._found = found
        self.list.clear()
        for template in found.templates:
            own = self.tr("{0} (own)").format(template.title) if template.name in found.own else template.title
            item = QListWidgetItem(own, self.list)
            item.setData(NAME, template.name)
            item.setToolTip(template.description)
        self.list.setMinimumWidth(self.list.sizeHintForColumn(0) + 2 * self.list.frameWidth() + BAR)
        names = [template.name for template in found.templates]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        told = [self.tr("“{0}” is saved.").format(found.kept)] if found.kept else []
        self.notice.setText("\n".join([*told, *(problem.message for problem in found.problems)]))

    def say(self, text: str) -> None:
        """Say what went wrong; what was entered stays."""
        self.notice.setText(text)

    def _on_item_changed(self, item: QListWidgetItem | None) -> None:
        name = item.data(NAME) if item else ""
        self._shown = next((entry for entry in self._found.templates if entry.name == name), None)
        if self._shown is None:
            return
        self.title.setText(self._shown.title)
        self.name.setText(self._shown.name)
        self.description.setText(self._shown.description)
        self.sections.set_sections(self._shown.sections)
        self._set_letterhead(self._shown.letterhead)
        self.notice.clear()

    def _set_letterhead(self, path: str) -> None:
        self._letterhead = path
        self.letterhead.setText(Path(path).name if path else self.tr("none: the program’s own layout"))
        self.letterhead.setToolTip(path)
        self.without.setEnabled(bool(path))

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        index: QModelIndex = self.table.currentIndex()
        if index.isValid():
            row = self.sections.move(index.row(), step)
            self.table.setCurrentIndex(self.sections.index(row, HEADING))

    def _on_choose(self) -> None:
        path = files.ask_letterhead(self, str(Path(self._letterhead).parent) if self._letterhead else "")
        if path:
            self._set_letterhead(path)

    def _on_without(self) -> None:
        self._set_letterhead("")

    def _on_keep(self) -> None:
        if self._shown is None:
            return
        name = self.name.text().strip()
        template = replace(
            self._shown,
            title=self.title.text().strip() or self._shown.title,
            sections=self.sections.sections,
            letterhead=self._letterhead,
        )
        if not template.sections:
            self.say(self.tr("A template needs at least one section."))
            return
        self.keep_asked.emit(template, name, name == self._shown.name and name in self._found.own)

    def _on_import(self) -> None:
        path = files.ask_template(self)
        if path:
            self.import_asked.emit(path)

    def _on_export(self) -> None:
        if self._shown is not None:
            path = files.ask_template_target(self, self._shown.name)
            if path:
                self.export_asked.emit(self._shown.path, path)
