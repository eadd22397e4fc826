"""What a person does to evidence: pin, drop, reword, copy. Each is a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model import Decisions
from ui import clipboard
from ui import session as steps
from ui.models.rows import Row
from ui.panels.evidence import EvidencePanel
from ui.session import Session


class Judging(QObject):
    """Acts on the rows that are chosen in the evidence."""

    def __init__(self, session: Session, evidence: EvidencePanel, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._evidence = evidence
        self._window = window

    def pin(self) -> None:
        self._decide(self.tr("pin"), steps.pinned)

    def drop(self) -> None:
        self._decide(self.tr("drop"), steps.dropped)

    def reword(self) -> None:
        """Ask for another wording of the first chosen line, or for the right value of a figure."""
        from ui.dialogs.wording import WordingDialog

        rows = [row for row in self._evidence.chosen() if row.text or row.own >= 0]
        if rows:
            row, decisions = rows[0], self._session.matter.decisions
            wording, note = (dict(pairs).get(row.id, "") for pairs in (decisions.reworded, decisions.notes))
            original = row.text or row.cells[row.own].removesuffix("  ≠")
            dialog = WordingDialog(row.id, original, wording, note, self._window)
            dialog.worded.connect(self._on_worded)
            dialog.open()

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        page = self._evidence.front
        if page is None or not page.kind.movable or not page.chosen():
            return
        page.unsort()
        row = page.chosen()[0].id
        other = page.neighbour(row, step)
        if other:
            matter, ids = self._session.matter, page.model.ids()
            decisions = steps.moved(matter.decisions, ids, ids.index(row), ids.index(other))
            self._session.do(self.tr("move"), replace(matter, decisions=decisions))

    def write(self, key: str, text: str) -> None:
        """Take what the person wrote in a place of the template."""
        matter = self._session.matter
        decisions = steps.written(matter.decisions, key, text)
        self._session.do(self.tr("write"), replace(matter, decisions=decisions), merge=f"written {key}")

    def copy(self) -> None:
        """Put the chosen rows on the clipboard: as a table for Word and Excel, and as plain text."""
        rows = self._evidence.chosen()
        if rows:
            text = "\n".join("\t".join(_cells(row)) for row in rows)
            clipboard.put(text, _table(self._evidence.headings(), rows))

    def _decide(self, name: str, decision: Callable[[Decisions, tuple[str, ...]], Decisions]) -> None:
        chosen = tuple(row.id for row in self._evidence.chosen())
        if chosen:
            matter = self._session.matter
            self._session.do(name, replace(matter, decisions=decision(matter.decisions, chosen)))

    def _on_worded(self, identifier: str, text: str, note: str) -> None:
        matter = self._session.matter
        decisions = steps.noted(steps.reworded(matter.decisions, identifier, text), identifier, note)
        self._session.do(self.tr("reword"), replace(matter, decisions=decisions))


def _cells(row: Row) -> tuple[str, ...]:
    return row.cells or tuple(part for part in (row.lead, row.text, row.foot) if part)


def _table(headings: tuple[str, ...], rows: tuple[Row, ...]) -> str:
    from html import escape

    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in _cells(row)) for row in rows]
    body = "".join(f"<tr>{line}</tr>" for line in ([head] if head else []) + lines)
    return f"<table>{body}</table>"
