"""Under which name actors are counted, and whether they are shown. Each is a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from briefing.model import Decisions
from ui import session as steps
from ui.panels.evidence import EvidencePanel
from ui.session import Session


class Naming(QObject):
    """Acts on the actors of the rows that are chosen in the evidence, in whatever tab."""

    def __init__(self, session: Session, evidence: EvidencePanel, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._evidence = evidence
        self._window = window

    def rename(self) -> None:
        """Ask for another name of the first chosen actor."""
        chosen = self._chosen()
        if chosen:
            dialog = self._dialog(self.tr("Rename the actor"), self.tr("Name (empty: as the sources say):"))
            dialog.setTextValue(self._names().get(chosen[0], ""))
            dialog.textValueSelected.connect(partial(self._on_renamed, chosen[0]))
            dialog.open()

    def merge(self) -> None:
        """Ask which actor the chosen ones are to be counted as."""
        chosen, names = self._chosen(), self._names()
        others = [actor for actor in names if actor not in chosen] if len(chosen) == 1 else list(chosen)
        if chosen and others:
            told = self.tr("Count “{0}” as:").format("”, “".join(names[actor] for actor in chosen))
            dialog = self._dialog(self.tr("Merge actors"), told)
            dialog.setComboBoxItems([names[actor] for actor in others])
            dialog.textValueSelected.connect(partial(self._on_merged, chosen, tuple(others)))
            dialog.open()

    def split(self) -> None:
        """Count apart again what was counted as the chosen actors."""
        self._decide(self.tr("count apart"), steps.split)

    def hide(self) -> None:
        """Leave the chosen actors out of the briefing, or take them back in."""
        self._decide(self.tr("hide the actor"), steps.hidden)

    def _decide(self, name: str, decision: Callable[[Decisions, tuple[str, ...]], Decisions]) -> None:
        chosen = self._chosen()
        if chosen:
            self._do(name, decision(self._session.matter.decisions, chosen))

    def _do(self, name: str, decisions: Decisions) -> None:
        self._session.do(name, replace(self._session.matter, decisions=decisions))

    def _chosen(self) -> tuple[str, ...]:
        names = self._names()
        return tuple(dict.fromkeys(row.actor for row in self._evidence.chosen() if row.actor in names))

    def _names(self) -> dict[str, str]:
        """The actors' names, those named most often first; equal names are told apart."""
        shown = self._session.shown
        actors = sorted(shown.actors, key=lambda actor: -len(actor.mentions)) if shown else []
        names: dict[str, str] = {}
        for actor in actors:
            taken = actor.name in names.values()
            names[actor.id] = f"{actor.name} ({actor.kind})" if taken else actor.name
        return names

    def _dialog(self, title: str, text: str) -> QInputDialog:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(text)
        dialog.resize(420, dialog.sizeHint().height())
        return dialog

    def _on_renamed(self, actor: str, name: str) -> None:
        self._do(
            self.tr("rename the actor"), steps.renamed(self._session.matter.decisions, actor, " ".join(name.split()))
        )

    def _on_merged(self, chosen: tuple[str, ...], others: tuple[str, ...], name: str) -> None:
        names = self._names()
        into = next((actor for actor in others if names.get(actor) == name), "")
        if into:
            self._do(self.tr("merge actors"), steps.merged(self._session.matter.decisions, chosen, into))
