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
        """Ask for another wording of the first chosen line."""
        from ui.dialogs.wording import WordingDialog

        rows = [row for row in self._evidence.chosen() if row.text]
        if rows:
            row = rows[0]
            wording = dict(self._session.matter.decisions.reworded).get(row.id, "")
            dialog = WordingDialog(row.id, row.text, wording, self._window)
            dialog.worded.connect(self._on_worded)
            dialog.open()

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

    def _on_worded(self, identifier: str, text: str) -> None:
        matter = self._session.matter
        decisions = steps.reworded(matter.decisions, identifier, text)
        self._session.do(self.tr("reword"), replace(matter, decisions=decisions))


def _cells(row: Row) -> tuple[str, ...]:
    return row.cells or tuple(part for part in (row.lead, row.text, row.foot) if part)


def _table(headings: tuple[str, ...], rows: tuple[Row, ...]) -> str:
    from html import escape

    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in _cells(row)) for row in rows]
    body = "".join(f"<tr>{line}</tr>" for line in ([head] if head else []) + lines)
    return f"<table>{body}</table>"
