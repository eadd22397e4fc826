"""The matter on the desk: one immutable value; undo and redo swap it for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from briefing.deciding import decided
from briefing.model import Analysis, Decisions, Problem, Request, Source, SourceCard


@dataclass(frozen=True)
class Matter:
    """Everything the person has in hand. `number` is the analysis's own, as the worker knows it.

    `sources` are all documents as they were read; the analysis is of those that are in the briefing, as the `cards`
    make them.
    """

    number: int = 0
    sources: tuple[Source, ...] = ()
    cards: tuple[SourceCard, ...] = ()
    analysis: Analysis | None = None
    problems: tuple[Problem, ...] = ()
    template: str = ""
    request: Request = field(default_factory=Request)
    decisions: Decisions = field(default_factory=Decisions)

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """The problems met while loading, then those of the analysis."""
        found = self.analysis.problems if self.analysis else ()
        return tuple(dict.fromkeys((*self.problems, *found)))

    def card(self, source: str) -> SourceCard:
        """The source's card; an empty one where nothing was put down."""
        return next((card for card in self.cards if card.source == source), SourceCard(source))

    @property
    def worked_on(self) -> bool:
        """Whether anything would be lost with it."""
        asked = self.request != Request(date=self.request.date)
        return bool(self.sources or asked or self.decisions != Decisions())


class Session(QObject):
    """Holds the current matter and the way back to earlier ones."""

    changed = Signal(object, object)  # the matter as it was, the matter as it is

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matter = Matter()
        self._shown: tuple[Analysis | None, Decisions, Analysis | None] = (None, Decisions(), None)
        self.undo_stack = QUndoStack(self)

    @property
    def matter(self) -> Matter:
        return self._matter

    @property
    def shown(self) -> Analysis | None:
        """The analysis with the actors as the person named and merged them; the same object until that changes."""
        analysis, decisions = self._matter.analysis, self._matter.decisions
        names = Decisions(renamed=decisions.renamed, merged=decisions.merged)
        if self._shown[0] is not analysis or self._shown[1] != names:
            self._shown = (analysis, names, decided(analysis, names) if analysis else None)
        return self._shown[2]

    def begin(self, matter: Matter) -> None:
        """Put another matter on the desk; there is no way back from it to the one before."""
        self.undo_stack.clear()
        self.put(matter)

    def do(self, name: str, matter: Matter, *, merge: str = "") -> None:
        """Make `matter` the current one, as a step that can be undone.

        Steps in a row with the same `merge` (typing into one field) are undone together.
        """
        if matter != self._matter:
            self.undo_stack.push(_Step(self, name, self._matter, matter, merge))

    def undo(self) -> None:
        self.undo_stack.undo()

    def redo(self) -> None:
        self.undo_stack.redo()

    def put(self, matter: Matter) -> None:
        """Make `matter` the current one; for steps, and for what is no step (the first choice of a template)."""
        before, self._matter = self._matter, matter
        self.changed.emit(before, matter)


class _Step(QUndoCommand):
    def __init__(self, session: Session, name: str, before: Matter, after: Matter, merge: str) -> None:
        super().__init__(name)
        self._session = session
        self._before = before
        self._after = after
        self._merge = merge

    def id(self) -> int:
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other._merge != self._merge:
            return False
        self._after = other._after
        return True

    def undo(self) -> None:
        self._session.put(self._before)

    def redo(self) -> None:
        self._session.put(self._after)


def toggled(entries: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """`entries` with all of `chosen` in it, or, where all were in it already, with none of them."""
    if all(entry in entries for entry in chosen):
        return tuple(entry for entry in entries if entry not in chosen)
    return entries + tuple(entry for entry in chosen if entry not in entries)


def pinned(decisions: Decisions, chosen: tuple[str, ...]) -> Decisions:
    """The decisions with the chosen evidence pinned (or no longer); what is pinned is not dropped."""
    pins = toggled(decisions.pinned, chosen)
    return replace(decisions, pinned=pins, dropped=tuple(entry for entry in decisions.dropped if entry not in pins))


def dropped(decisions: Decisions, chosen: tuple[str, ...]) -> Decisions:
    """The decisions with the chosen evidence dropped (or no longer); what is dropped is not pinned."""
    drops = toggled(decisions.dropped, chosen)
    return replace(decisions, dropped=drops, pinned=tuple(entry for entry in decisions.pinned if entry not in drops))


def reworded(decisions: Decisions, identifier: str, text: str) -> Decisions:
    """The decisions with this wording for a line of evidence; "" gives it back its source's words."""
    return replace(decisions, reworded=_put(decisions.reworded, identifier, text))


def noted(decisions: Decisions, identifier: str, text: str) -> Decisions:
    """The decisions with this note to a line of evidence; "" takes it away."""
    return replace(decisions, notes=_put(decisions.notes, identifier, text))


def moved(decisions: Decisions, rows: Sequence[str], start: int, end: int) -> Decisions:
    """The decisions with the evidence at `start` of these rows at `end`; what lies between makes room."""
    ordered = list(rows)
    ordered.insert(end, ordered.pop(start))
    low, high = min(start, end), max(start, end)
    touched = {*decisions.order, *ordered[low : high + 1]}
    there = set(ordered)
    order = (row for row in ordered if row in touched)
    return replace(decisions, order=(*order, *(row for row in decisions.order if row not in there)))


def renamed(decisions: Decisions, actor: str, name: str) -> Decisions:
    """The decisions with this name for an actor; "" gives it back its own."""
    return replace(decisions, renamed=_put(decisions.renamed, actor, name))


def merged(decisions: Decisions, actors: Sequence[str], into: str) -> Decisions:
    """The decisions with these actors counted as another one."""
    pairs = decisions.merged
    for actor in actors:
        if actor != into:
            pairs = _put(pairs, actor, into)
    return replace(decisions, merged=_put(pairs, into, ""))


def split(decisions: Decisions, actors: Sequence[str]) -> Decisions:
    """The decisions with all that were counted as one of these actors apart again."""
    return replace(decisions, merged=tuple(pair for pair in decisions.merged if pair[1] not in actors))


def hidden(decisions: Decisions, actors: tuple[str, ...]) -> Decisions:
    """The decisions with these actors hidden (or no longer)."""
    return replace(decisions, hidden=toggled(decisions.hidden, actors))


def written(decisions: Decisions, key: str, text: str) -> Decisions:
    """The decisions with this text in a place of the template."""
    return replace(decisions, written=_put(decisions.written, key, text))


def _put(pairs: tuple[tuple[str, str], ...], key: str, text: str) -> tuple[tuple[str, str], ...]:
    table = dict(pairs)
    table.pop(key, None)
    if text:
        table[key] = text
    return tuple(table.items())
