"""The evidence, a tab for each kind: lists of cards, and tables that sort and filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.model import Analysis, Decisions
from ui.models import actors, evidence
from ui.models.rows import ROW, FilteredRows, Row, RowsModel
from ui.panels.cards import CardList
from ui.panels.tables import StripedTable
from ui.texts import QT_TRANSLATE_NOOP

IDLE_MS = 300


@dataclass(frozen=True)
class Kind:
    """A tab: its name, what its rows are made by, and the headings of its table (None: cards).

    `shares` are the columns' parts of the table's width, `least` the characters they show at least.
    """

    name: str
    rows: Callable[[Analysis, Decisions], Sequence[Row]]
    headings: Callable[[], tuple[str, ...]] | None = None
    shares: tuple[int, ...] = ()
    least: tuple[int, ...] = ()
    sortable: bool = True
    movable: bool = False


KINDS = (
    Kind(QT_TRANSLATE_NOOP("Evidence", "Summary"), evidence.summary_rows, movable=True),
    Kind(
        QT_TRANSLATE_NOOP("Evidence", "Key figures"),
        evidence.figure_rows,
        evidence.figure_headings,
        (17, 17, 16, 13, 11, 15, 18),
        (9, 11, 9, 10, 7, 9, 10),
        movable=True,
    ),
    Kind(QT_TRANSLATE_NOOP("Evidence", "Statements"), evidence.statement_rows, movable=True),
    Kind(
        QT_TRANSLATE_NOOP("Evidence", "People"),
        evidence.people_rows,
        evidence.people_headings,
        (25, 30, 20, 25),
        (12, 12, 10, 12),
    ),
    Kind(QT_TRANSLATE_NOOP("Evidence", "Timeline"), evidence.timeline_rows),
    Kind(
        QT_TRANSLATE_NOOP("Evidence", "Disagreements"),
        evidence.disagreement_rows,
        evidence.disagreement_headings,
        (18, 15, 16, 15, 11, 16, 13),
        (10, 9, 10, 9, 7, 12, 8),
        sortable=False,
    ),
    Kind(
        QT_TRANSLATE_NOOP("Evidence", "Actors"),
        actors.actor_rows,
        actors.actor_headings,
        (24, 16, 10, 28, 22),
        (12, 9, 6, 12, 10),
    ),
)


class EvidencePage(QWidget):
    """One tab: a filter over a list or a table."""

    row_chosen = Signal(object)

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        name = QCoreApplication.translate("Evidence", kind.name)
        self._analysis: Analysis | None = None
        self._shown: tuple[Analysis | None, Decisions] = (None, Decisions())
        self._restoring = False
        self._rows = kind.rows
        self._decisions: Decisions | None = None  # those that are not shown yet
        self._model = RowsModel(kind.headings() if kind.headings else (), self)
        self._proxy = FilteredRows(self._model, self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Show only what contains …"))
        self.filter.setAccessibleName(self.tr("Filter: {0}").format(name))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)
        self.filter.textChanged.connect(self._proxy.set_filter)
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for signal in (self._proxy.modelReset, self._proxy.layoutChanged, self._proxy.rowsInserted):
            signal.connect(self._show_count)
        self._proxy.rowsRemoved.connect(self._show_count)
        self.view = self._make_view()
        self.view.setModel(self._proxy)
        self.view.setAccessibleName(name)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.bars = QVBoxLayout()
        layout.addLayout(self.bars)
        head = QHBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self.count)
        layout.addLayout(head)
        layout.addWidget(self.view)

    @property
    def model(self) -> RowsModel:
        """The rows, up to date."""
        self._fill()
        return self._model

    def show_analysis(self, analysis: Analysis | None, decisions: Decisions) -> None:
        """Show this as soon as the tab is looked at: six tabs at once would stop the window for a moment."""
        self._analysis, self._decisions = analysis, decisions
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        if self._decisions is None:
            return
        decisions, self._decisions = self._decisions, None
        stamp = _arrangement(decisions)
        if self._analysis is not self._shown[0] or stamp != self._shown[1]:
            chosen = [row.id for row in self.chosen()] if self._analysis is self._shown[0] else []
            self._shown = (self._analysis, stamp)
            self._model.set_rows(self._rows(self._analysis, decisions) if self._analysis else ())
            self._choose_again(chosen)
        out = evidence.out_of_briefing(self._analysis, decisions) if self._analysis else ()
        self._model.set_decisions(replace(decisions, dropped=out))

    def show_rows_by(self, rows: Callable[[Analysis, Decisions], Sequence[Row]], decisions: Decisions) -> None:
        """Make the rows in another way from now on."""
        self._rows = rows
        self._shown, self._decisions = (None, Decisions()), decisions
        if self.isVisible():
            self._fill()

    def _choose_again(self, chosen: list[str]) -> None:
        self._restoring = True  # no person chose anything
        if chosen:
            self.choose(chosen[0])
        self._restoring = False

    def neighbour(self, identifier: str, step: int) -> str:
        """The id of the row that is shown `step` rows further, or "" where there is none."""
        shown = [self._proxy.index(number, 0).data(ROW).id for number in range(self._proxy.rowCount())]
        place = shown.index(identifier) + step if identifier in shown else -1
        return shown[place] if 0 <= place < len(shown) else ""

    def unsort(self) -> None:
        """Show the rows in their own order, not by a column."""
        if isinstance(self.view, StripedTable):
            self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._proxy.sort(-1)

    def _make_view(self) -> QAbstractItemView:
        if self.kind.headings is None:
            return CardList(self)
        table = StripedTable(self.kind.shares, self.kind.least, self)
        table.setSortingEnabled(self.kind.sortable)
        if self.kind.sortable:
            table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # the engine's own order until a heading is clicked
        return table

    def _show_count(self) -> None:
        shown, there = self._proxy.rowCount(), self._model.rowCount()
        self.count.setText(str(there) if shown == there else self.tr("{0} of {1}").format(shown, there))

    def chosen(self) -> tuple[Row, ...]:
        """The chosen rows, each once, from top to bottom."""
        indexes = sorted(self.view.selectionModel().selectedIndexes())
        rows = [index.data(ROW) for index in indexes]
        return tuple(dict.fromkeys(row for row in rows if isinstance(row, Row)))

    def choose(self, identifier: str) -> bool:
        """Put the cursor on the row with this id; False where there is none."""
        self._fill()
        for number in range(self._proxy.rowCount()):
            index = self._proxy.index(number, 0)
            row = index.data(ROW)
            if isinstance(row, Row) and row.id == identifier:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.view.selectionModel().setCurrentIndex(index, flags)
                self.view.scrollTo(index)
                return True
        return False

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._on_clicked(current)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and not self._restoring:
            self.row_chosen.emit(row)


def _arrangement(decisions: Decisions) -> Decisions:
    """Only what decides which rows there are, and in which order."""
    lines = tuple(pin for pin in decisions.pinned if pin.startswith("l_"))
    return Decisions(pinned=lines, merged=decisions.merged, order=decisions.order)


class EvidencePanel(QTabWidget):
    """All tabs."""

    row_chosen = Signal(object)
    made = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Evidence"))
        self.setDocumentMode(True)
        self._made: tuple[EvidencePage, ...] = ()
        self._row_actions: list[QAction] = []
        bar = self.tabBar()
        bar.setAccessibleName(self.tr("Kinds of evidence"))
        bar.setUsesScrollButtons(True)
        QTimer.singleShot(IDLE_MS, self._make)  # together with the first evidence they would stop the window

    @property
    def pages(self) -> tuple[EvidencePage, ...]:
        """The tabs; made a moment after the window's start, or as soon as somebody wants them."""
        self._make()
        return self._made

    def _make(self) -> None:
        if self._made:
            return
        self._made = tuple(EvidencePage(kind, self) for kind in KINDS)
        for page in self._made:
            page.row_chosen.connect(self.row_chosen)
            page.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            page.view.addActions(self._row_actions)
            self.addTab(page, QCoreApplication.translate("Evidence", page.kind.name))
        self.made.emit()

    def page(self, name: str) -> EvidencePage:
        """The tab with this (untranslated) name."""
        return next(page for page in self.pages if page.kind.name == name)

    def show_analysis(self, analysis: Analysis | None, decisions: Decisions) -> None:
        if analysis is None and not self._made:
            return
        for page in self.pages:
            page.show_analysis(analysis, decisions)

    def chosen(self) -> tuple[Row, ...]:
        page = self.currentWidget()
        return page.chosen() if isinstance(page, EvidencePage) else ()

    @property
    def front(self) -> EvidencePage | None:
        """The tab in front."""
        page = self.currentWidget()
        return page if isinstance(page, EvidencePage) else None

    def focus_filter(self) -> None:
        """Put the cursor in the filter of the tab in front."""
        page = self.currentWidget()
        if isinstance(page, EvidencePage):
            page.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.filter.selectAll()

    def headings(self) -> tuple[str, ...]:
        """The headings of the table in front, if it is one."""
        page = self.currentWidget()
        return page.model.headings if isinstance(page, EvidencePage) else ()

    def set_row_actions(self, actions: list[QAction]) -> None:
        """Offer these actions in the menu of every row."""
        self._row_actions = actions
