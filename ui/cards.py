"""What a person puts down about documents, and whether they are in the briefing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model import SourceCard
from ui.loading import Loading
from ui.session import Session


class Cards(QObject):
    """Opens the form for a document, and hands on what was filled in."""

    def __init__(self, loading: Loading, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._loading = loading
        self._session = session
        self._window = window

    def edit(self, identifier: str = "") -> None:
        """The form for this document, open."""
        from ui.dialogs.card import CardDialog

        matter = self._session.matter
        source = next((source for source in matter.sources if source.id == identifier), None)
        if source is not None:
            dialog = CardDialog(source, matter.card(identifier), self._window)
            dialog.filled.connect(self._on_filled)
            dialog.open()

    def include(self, chosen: tuple[str, ...]) -> None:
        """Leave these documents out of the briefing; take them back in where all are out already."""
        matter = self._session.matter
        cards = [matter.card(source.id) for source in matter.sources if source.id in chosen]
        wanted = all(not card.included for card in cards)
        self._loading.put_cards(tuple(replace(card, included=wanted) for card in cards))

    def _on_filled(self, card: SourceCard) -> None:
        self._loading.put_cards((card,))
