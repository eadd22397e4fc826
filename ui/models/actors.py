"""The actors as rows: under which name, for whom they stand, and whether they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing.model import Actor, ActorKind, Analysis, Decisions, Span
from ui.models.rows import Row
from ui.texts import QT_TRANSLATE_NOOP

_KINDS = {
    ActorKind.STATE: QT_TRANSLATE_NOOP("Evidence", "state"),
    ActorKind.ORGANISATION: QT_TRANSLATE_NOOP("Evidence", "organisation"),
    ActorKind.PERSON: QT_TRANSLATE_NOOP("Evidence", "person"),
    ActorKind.GROUP: QT_TRANSLATE_NOOP("Evidence", "group"),
}
MOST_FORMS = 6


def actor_headings() -> tuple[str, ...]:
    return tuple(_tr(text) for text in ("Actor", "Kind", "Named", "Also called", "Counted with it"))


def actor_rows(analysis: Analysis, decisions: Decisions) -> tuple[Row, ...]:
    """Those named most often first."""
    with_it: dict[str, list[str]] = {}
    for actor, into in decisions.merged:
        with_it.setdefault(into, []).append(actor.removeprefix("a_").replace("_", " ").title())
    often = sorted(analysis.actors, key=_often)
    return tuple(_row(actor, ", ".join(with_it.get(actor.id, ()))) for actor in often)


def _row(actor: Actor, with_it: str) -> Row:
    first = actor.mentions[0] if actor.mentions else None
    forms = [form for form in actor.aliases if form != actor.name]
    return Row(
        id=actor.id,
        source=first.source if first else "",
        span=first.span if first else Span(0, 0),
        cells=(
            actor.name,
            _tr(_KINDS[actor.kind]),
            str(len(actor.mentions)),
            ", ".join(forms[:MOST_FORMS]),
            with_it,
        ),
        keys=("", "", float(len(actor.mentions)), "", ""),
        actor=actor.id,
    )


def _often(actor: Actor) -> tuple[int, str]:
    return (-len(actor.mentions), actor.name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
