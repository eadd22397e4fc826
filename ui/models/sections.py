"""A template's sections as a table to be edited: in or out, order, heading, budgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.model import Section, SectionKind
from ui.texts import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
HEADING, KIND, WORDS, LIMIT, ROWS = range(5)
MOST = {WORDS: 5_000, LIMIT: 500, ROWS: 500}
_HEADINGS = (
    QT_TRANSLATE_NOOP("Sections", "Heading"),
    QT_TRANSLATE_NOOP("Sections", "What it shows"),
    QT_TRANSLATE_NOOP("Sections", "Words"),
    QT_TRANSLATE_NOOP("Sections", "Lines"),
    QT_TRANSLATE_NOOP("Sections", "Each"),
)
_TIPS = (
    QT_TRANSLATE_NOOP("Sections", "Ticked sections are in the briefing. Double-click to change the heading."),
    "",
    QT_TRANSLATE_NOOP("Sections", "The most words of a summary; 0: no limit"),
    QT_TRANSLATE_NOOP("Sections", "The most lines, rows or repetitions; 0: no limit"),
    QT_TRANSLATE_NOOP("Sections", "The most rows of each actor, source or disagreement; 0: no limit"),
)
_KINDS = {
    SectionKind.TEXT: QT_TRANSLATE_NOOP("Sections", "Text to be written"),
    SectionKind.BOTTOM_LINE: QT_TRANSLATE_NOOP("Sections", "Bottom line, to be written"),
    SectionKind.SUMMARY: QT_TRANSLATE_NOOP("Sections", "Summary"),
    SectionKind.FIGURES: QT_TRANSLATE_NOOP("Sections", "Key figures"),
    SectionKind.FIGURE_STRIP: QT_TRANSLATE_NOOP("Sections", "Strip of figures"),
    SectionKind.STATEMENTS: QT_TRANSLATE_NOOP("Sections", "Statements"),
    SectionKind.PEOPLE: QT_TRANSLATE_NOOP("Sections", "People"),
    SectionKind.TIMELINE: QT_TRANSLATE_NOOP("Sections", "Timeline"),
    SectionKind.DISAGREEMENTS: QT_TRANSLATE_NOOP("Sections", "Disagreements"),
    SectionKind.GAPS: QT_TRANSLATE_NOOP("Sections", "Gaps, to be written"),
    SectionKind.CHANGES: QT_TRANSLATE_NOOP("Sections", "What has changed"),
    SectionKind.SOURCES: QT_TRANSLATE_NOOP("Sections", "List of sources"),
    SectionKind.SOURCE_SUMMARY: QT_TRANSLATE_NOOP("Sections", "About the sources"),
    SectionKind.ANNEX: QT_TRANSLATE_NOOP("Sections", "Annex"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    section: Section
    wanted: bool = True


class SectionsModel(QAbstractTableModel):
    """Edits in place; `sections` are those that are wanted, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[_Line, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(line.section for line in self._lines if line.wanted)

    def set_sections(self, sections: Sequence[Section]) -> None:
        self.beginResetModel()
        self._lines = tuple(_Line(section) for section in sections)
        self.endResetModel()

    def move(self, row: int, step: int) -> int:
        """Move a section up (-1) or down (1); the row where it is then."""
        other = row + step
        if not (0 <= row < len(self._lines) and 0 <= other < len(self._lines)):
            return row
        self.beginMoveRows(NOWHERE, row, row, NOWHERE, other + (step > 0))
        lines = list(self._lines)
        lines.insert(other, lines.pop(row))
        self._lines = tuple(lines)
        self.endMoveRows()
        return other

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return _tr((_HEADINGS if role == Role.DisplayRole else _TIPS)[section])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.column() == KIND:
            return flags
        if index.column() == HEADING:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        match role:
            case Role.CheckStateRole if column == HEADING:
                return Qt.CheckState.Checked if line.wanted else Qt.CheckState.Unchecked
            case Role.DisplayRole | Role.EditRole:
                return _shown(line.section, column)
            case Role.ToolTipRole:
                return line.section.prompt or _tr(_TIPS[column]) if column != KIND else line.section.prompt
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        row, column = index.row(), index.column()
        line = self._lines[row]
        if role == Role.CheckStateRole and column == HEADING:
            changed = replace(line, wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Role.EditRole and column != KIND:
            section = _edited(line.section, column, str(value))
            changed = replace(line, section=section) if section else line
        else:
            return False
        self._lines = (*self._lines[:row], changed, *self._lines[row + 1 :])
        self.dataChanged.emit(index, index)
        return changed != line


def _shown(section: Section, column: int) -> str | int:
    match column:
        case 0:
            return section.heading
        case 1:
            return _tr(_KINDS[section.kind])
        case 2:
            return section.words
        case 3:
            return section.limit
        case _:
            return section.rows


def _edited(section: Section, column: int, text: str) -> Section | None:
    """The section with that cell changed; None for what cannot be."""
    if column == HEADING:
        heading = " ".join(text.split())
        return replace(section, heading=heading) if heading else None
    if not text.isdecimal() or int(text) > MOST[column]:
        return None
    number = int(text)
    if column == WORDS:
        return replace(section, words=number)
    return replace(section, limit=number) if column == LIMIT else replace(section, rows=number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sections", text) if text else ""
