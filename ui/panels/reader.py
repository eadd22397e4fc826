"""A source's own text, with the passage in question lit and the other evidence underlined."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.model import Source, Span
from ui.models import words
from ui.panels.finding import FindingBar, places_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat, QTextCursor
    from PySide6.QtWidgets import QTextEdit

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Spans count code points, Qt counts UTF-16 units: from the one to the other."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in ASTRAL.finditer(text)]

        self._units = [point + number for number, point in enumerate(self._wide)]

    def of(self, point: int) -> int:
        return point + bisect_left(self._wide, point)

    def back(self, unit: int) -> int:
        """The code point at a position of Qt's."""
        return unit - bisect_left(self._units, unit)


class SourceText(QPlainTextEdit):
    """The text, read-only, with the paragraph numbers that citations give at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(8)
        self._numbers: dict[int, int] = {}
        self._margin = _Margin(self)
        self.updateRequest.connect(self._on_update_request)

    def set_numbers(self, numbers: dict[int, int]) -> None:
        """`numbers` are the paragraph numbers by the position where they begin."""
        self._numbers = numbers
        self._fit_margin()

    def margin_width(self) -> int:
        digits = len(str(max(self._numbers.values(), default=1)))
        return 14 + self.fontMetrics().horizontalAdvance("0") * max(2, digits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_margin()

    def paint_margin(self, event: QPaintEvent) -> None:
        painter = QPainter(self._margin)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        block = self.firstVisibleBlock()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > event.rect().bottom():
                break
            number = self._numbers.get(block.position())
            if number is not None:
                space = QRect(0, round(area.top()), self._margin.width() - 6, self.fontMetrics().height())
                painter.drawText(space, int(right), str(number))
            block = block.next()
        painter.end()

    def _fit_margin(self) -> None:
        width = self.margin_width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), width, inside.height())

    def _on_update_request(self, area: QRect, moved: int) -> None:
        if moved:
            self._margin.scroll(0, moved)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())


class _Margin(QWidget):
    def __init__(self, text: SourceText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_margin(event)


class ReaderPanel(QWidget):
    """One source at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._positions = Positions("")
        self._others: tuple[Span, ...] = ()
        self._lit: Span | None = None
        self.heading = QLabel(self.tr("Choose a document or a piece of evidence to read it in its place."), self)
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.text = SourceText(self)
        self.text.setAccessibleName(self.tr("Text of the document"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.heading)
        layout.addWidget(self.text)
        self.finding = FindingBar(self)
        self.finding.sought.connect(self._on_sought)
        self.finding.stepped.connect(self._on_stepped)
        self.finding.closed.connect(self._on_finding_closed)
        layout.addWidget(self.finding)
        self._found: tuple[Span, ...] = ()
        self._at = 0

    @property
    def source(self) -> Source | None:
        """The source that is shown."""
        return self._source

    def selected(self) -> Span | None:
        """The characters that the person has selected."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self._positions.back(cursor.selectionStart()), self._positions.back(cursor.selectionEnd()))

    def select(self, span: Span) -> None:
        """Select these characters and bring them into view, as a person would."""
        self.text.setTextCursor(self._cursor(span))
        self.text.centerCursor()

    def set_text_actions(self, actions: list[QAction]) -> None:
        """Offer these actions in the text's menu."""
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.text.addActions(actions)

    @property
    def lit(self) -> str:
        """The characters that are lit."""
        return self._lit.cut(self._source.text) if self._source and self._lit else ""

    def clear(self) -> None:
        self._source, self._lit, self._others, self._found = None, None, (), ()
        self.finding.hide()
        self.heading.setText(self.tr("Choose a document or a piece of evidence to read it in its place."))
        self.text.clear()
        self.text.set_numbers({})

    def show_source(self, source: Source, evidence: tuple[Span, ...]) -> None:
        """Show the source; `evidence` are the places to underline."""
        self._others = evidence
        if source is not self._source:
            self._source, self._lit = source, None
            self._positions = Positions(source.text)
            self.text.setPlainText(source.text)
            self.text.set_numbers(self._line_numbers(source))
            facts = (words.title(source), source.publisher, words.date(source.published))
            self.heading.setText(" · ".join(fact for fact in facts if fact))
            self._found = places_of(self.finding.line.text(), source.text) if self.finding.isVisible() else ()
            self._at = 0
            self.finding.tell(0, len(self._found))
        self.repaint_marks()

    def light(self, span: Span) -> None:
        """Light the passage and bring it into view."""
        self._lit = span
        self.repaint_marks()
        cursor = self._cursor(span)
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def repaint_marks(self) -> None:
        """Mark anew, in the palette's colours of now."""
        colours = self.text.palette()
        marks = [self._mark(span, _underline(colours.color(QPalette.ColorRole.Highlight))) for span in self._others]
        marks += [self._mark(span, _found(colours)) for span in self._found]
        if self._lit is not None:
            marks.append(self._mark(self._lit, _marker_pen(colours)))
        self.text.setExtraSelections(marks)

    def _on_sought(self, words: str) -> None:
        self._found = places_of(words, self._source.text) if self._source else ()
        here = self._positions.back(self.text.textCursor().selectionStart())
        self._at = next((number for number, span in enumerate(self._found) if span.start >= here), 0)
        self._show_found()

    def _on_stepped(self, step: int) -> None:
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._show_found()

    def _show_found(self) -> None:
        self.finding.tell(self._at + 1 if self._found else 0, len(self._found))
        self.repaint_marks()
        if self._found:
            self.select(self._found[self._at])

    def _on_finding_closed(self) -> None:
        self._found = ()
        self.repaint_marks()
        self.text.setFocus()

    def _line_numbers(self, source: Source) -> dict[int, int]:
        """The first paragraph number of each line, by the position where the line begins."""
        return {
            self._positions.of(source.text.rfind("\n", 0, passage.span.start) + 1): passage.number
            for passage in reversed(source.passages)
        }

    def _mark(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        from PySide6.QtWidgets import QTextEdit

        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(span)
        mark.format = form
        return mark

    def _cursor(self, span: Span) -> QTextCursor:
        from PySide6.QtGui import QTextCursor

        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._positions.of(span.start))
        cursor.setPosition(self._positions.of(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _underline(colour: QColor) -> QTextCharFormat:
    from PySide6.QtGui import QTextCharFormat

    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(colour)
    return form


def _found(colours: QPalette) -> QTextCharFormat:
    from PySide6.QtGui import QTextCharFormat

    form = QTextCharFormat()
    form.setBackground(colours.color(QPalette.ColorRole.Mid))
    form.setForeground(colours.color(QPalette.ColorRole.Text))
    return form


def _marker_pen(colours: QPalette) -> QTextCharFormat:
    from PySide6.QtGui import QTextCharFormat

    form = QTextCharFormat()
    form.setBackground(colours.color(QPalette.ColorRole.ToolTipBase))
    form.setForeground(colours.color(QPalette.ColorRole.ToolTipText))
    return form
