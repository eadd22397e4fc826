"""The documents of the matter as cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from briefing.deciding import carded
from briefing.model import Problem, Source, SourceCard
from ui.models import words
from ui.models.rows import Row


def source_rows(sources: Sequence[Source], cards: Sequence[SourceCard], problems: Sequence[Problem]) -> tuple[Row, ...]:
    """A card per source, then a card per file that could not be used."""
    known = {card.source: card for card in cards}
    by_path: dict[str, list[str]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem.message)
    rows = [
        _row(source, known.get(source.id, SourceCard(source.id)), by_path.pop(source.path, [])) for source in sources
    ]
    for path, messages in by_path.items():
        name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
        rows.append(Row(id=path, lead=name or _tr("Problem"), hint=" ".join(messages), warned=True))
    return tuple(rows)


def left_out(cards: Sequence[SourceCard]) -> tuple[str, ...]:
    """The sources (ids) that are not in the briefing."""
    return tuple(card.source for card in cards if not card.included)


def _row(source: Source, card: SourceCard, wrong: list[str]) -> Row:
    shown = carded(source, card)
    rated = f"{card.reliability or ''}{int(card.credibility) if card.credibility else ''}"
    facts = [
        _tr("{0} words").format(f"{words.count(source):,}"),
        shown.publisher,
        shown.author,
        words.date(shown.published),
        rated,
        card.marking,
    ]
    return Row(
        id=source.id,
        source=source.id,
        lead=source.name,
        text=shown.title if shown.title != source.name else "",
        foot=" · ".join(fact for fact in facts if fact),
        hint=" ".join(wrong),
        warned=bool(wrong),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
