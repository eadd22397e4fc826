"""One piece of evidence as the window shows it, and the model for lists and tables of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from briefing.model import Decisions, Span

NO_SPAN = Span(0, 0)
ROW = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
PINNED = Qt.ItemDataRole.UserRole + 2
DROPPED = Qt.ItemDataRole.UserRole + 3
WORDING = Qt.ItemDataRole.UserRole + 4
NOTE = Qt.ItemDataRole.UserRole + 5
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` are a table's columns; `lead`, `text` and `foot` are the parts of a card.

    `span` is what the reader lights in `source` ("" where there is no place). `keys` sort the columns ("" falls back
    to the cell). `warned` rows carry a warning, which `hint` explains. `own` is the column in which a person's wording
    stands beside the source's (-1: none); `actor` is the id of the actor that the row is about, or "".
    """

    id: str
    source: str = ""
    span: Span = NO_SPAN
    cells: tuple[str, ...] = ()
    keys: tuple[float | str, ...] = ()
    lead: str = ""
    text: str = ""
    foot: str = ""
    hint: str = ""
    warned: bool = False
    own: int = -1
    actor: str = ""

    def spoken(self) -> str:
        """The whole card, for screen readers and the clipboard."""
        return ". ".join(part.rstrip(".") for part in (self.lead, self.text, self.foot, self.hint) if part)


Item = TypeVar("Item")


class LazyRows(Sequence[Row], Generic[Item]):
    """Rows that are made when they are looked at: of ten thousand figures a person sees thirty."""

    def __init__(
        self, items: Sequence[Item], make: Callable[[Item], Row], key: Callable[[Item], str] | None = None
    ) -> None:
        self._items = items
        self._make = make
        self._key = key
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._items)

    def ids(self) -> tuple[str, ...]:
        """The rows' ids, without making the rows where the items know them."""
        if self._key is None:
            return tuple(row.id for row in self)
        return tuple(self._key(item) for item in self._items)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, number: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self))))
        if number not in self._made:
            self._made[number] = self._make(self._items[number])
        return self._made[number]


class RowsModel(QAbstractTableModel):
    """Rows under headings. Without headings it has one column, and views draw cards."""

    def __init__(self, headings: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: Sequence[Row] = ()
        self._haystacks: dict[int, str] = {}
        self._pinned: frozenset[str] = frozenset()
        self._dropped: frozenset[str] = frozenset()
        self._wordings: dict[str, str] = {}
        self._notes: dict[str, str] = {}

    @property
    def headings(self) -> tuple[str, ...]:
        return self._headings

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._haystacks.clear()
        self.endResetModel()

    def ids(self) -> tuple[str, ...]:
        """The ids of all rows, in their own order."""
        return self._rows.ids() if isinstance(self._rows, LazyRows) else tuple(row.id for row in self._rows)

    def haystack(self, number: int) -> str:
        """All that a filter looks at in this row, folded."""
        if number not in self._haystacks:
            row = self._rows[number]
            self._haystacks[number] = "\n".join((*row.cells, row.lead, row.text, row.foot, row.hint)).casefold()
        return self._haystacks[number]

    def set_decisions(self, decisions: Decisions) -> None:
        self._pinned = frozenset(decisions.pinned)
        self._dropped = frozenset(decisions.dropped)
        self._wordings = dict(decisions.reworded)
        self._notes = dict(decisions.notes)
        if self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else max(1, len(self._headings))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and self._headings:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == PINNED:
            return row.id in self._pinned
        if role == DROPPED:
            return row.id in self._dropped
        if role == WORDING:
            return self._wordings.get(row.id, "")
        if role == NOTE:
            return self._notes.get(row.id, "")
        return self._shown(row, index.column(), role)

    def _shown(self, row: Row, column: int, role: int) -> str | float | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, column)
            case _ if role == SORT:
                key = row.keys[column] if row.keys else ""
                return self._cell(row, column).casefold() if key == "" else key
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                note = self._noted(row)
                return "\n".join(part for part in (self._cell(row, column), note, row.hint) if part)
            case _:
                return None

    def _cell(self, row: Row, column: int) -> str:
        if not self._headings:
            return row.text
        wording = self._wordings.get(row.id, "") if column == row.own else ""
        return self.tr("{0} (source: {1})").format(wording, row.cells[column]) if wording else row.cells[column]

    def _noted(self, row: Row) -> str:
        return self.tr("Your note: {0}").format(self._notes[row.id]) if row.id in self._notes else ""

    def _spoken(self, row: Row, column: int) -> str:
        marks = [self.tr("pinned")] if row.id in self._pinned else []
        marks += [self.tr("dropped")] if row.id in self._dropped else []
        text = self._cell(row, column) if self._headings else row.spoken()
        marks += [self.tr("reworded: {0}").format(self._wordings[row.id])] if row.id in self._wordings else []
        marks += [self._noted(row)] if row.id in self._notes else []
        return ", ".join([text, *marks])


class FilteredRows(QSortFilterProxyModel):
    """The rows that contain some words, sorted by the rows' own keys."""

    def __init__(self, rows: RowsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = rows
        self._needles: tuple[str, ...] = ()
        self.setSourceModel(rows)
        self.setSortRole(SORT)

    def set_filter(self, text: str) -> None:
        """Show the rows that contain all of these words, in whatever case and order."""
        self.beginFilterChange()
        self._needles = tuple(text.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if source_parent.isValid() or not self._needles:
            return True
        haystack = self._model.haystack(source_row)
        return all(needle in haystack for needle in self._needles)
