"""The documents of the matter, and those that could not be used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing.model import Decisions
from ui.models.rows import ROW, Row, RowsModel
from ui.models.sources import left_out, source_rows
from ui.panels.cards import CardList
from ui.session import Matter


class SourcesPanel(QWidget):
    """A card per document."""

    source_chosen = Signal(str)
    source_opened = Signal(str)  # by a double click, or by the Return key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(parent=self)
        self.list = CardList(self)
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.activated.connect(self._on_activated)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._heading = QLabel(self.tr("Doc&uments"), self)
        self._heading.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.addWidget(self._heading)
        layout.addWidget(self.list)

    @property
    def rows(self) -> Sequence[Row]:
        return self._model.rows

    def show_matter(self, matter: Matter) -> None:
        """The matter's documents; those that are left out of the briefing are struck out."""
        self._model.set_rows(source_rows(matter.sources, matter.cards, matter.all_problems))
        self._model.set_decisions(Decisions(dropped=left_out(matter.cards)))

    def set_row_actions(self, actions: list[QAction]) -> None:
        """Offer these actions in the menu of every document."""
        self.list.addActions(actions)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen sources (or the paths of files that could not be used)."""
        rows = [index.data(ROW) for index in self.list.selectionModel().selectedIndexes()]
        return tuple(row.id for row in rows if isinstance(row, Row))

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and row.source:
            self.source_opened.emit(row.source)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, Row) and row.source:
            self.source_chosen.emit(row.source)
