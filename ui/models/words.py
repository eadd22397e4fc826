"""The program's own words for what the engine names with a code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from briefing.model import Analysis, DisagreementKind, Figure, Modifier, Originator, Source, Status
from ui.texts import QT_TRANSLATE_NOOP

_MODIFIERS = {
    Modifier.EXACT: "",
    Modifier.ABOUT: QT_TRANSLATE_NOOP("Words", "about {0}"),
    Modifier.AT_LEAST: QT_TRANSLATE_NOOP("Words", "at least {0}"),
    Modifier.MORE_THAN: QT_TRANSLATE_NOOP("Words", "more than {0}"),
    Modifier.UP_TO: QT_TRANSLATE_NOOP("Words", "up to {0}"),
    Modifier.LESS_THAN: QT_TRANSLATE_NOOP("Words", "less than {0}"),
    Modifier.RANGE: "",
}
_STATUSES = {
    Status.REPORTED: QT_TRANSLATE_NOOP("Words", "reported"),
    Status.ALLEGED: QT_TRANSLATE_NOOP("Words", "alleged"),
    Status.ESTIMATED: QT_TRANSLATE_NOOP("Words", "estimated"),
    Status.PLANNED: QT_TRANSLATE_NOOP("Words", "planned"),
    Status.POSSIBLE: QT_TRANSLATE_NOOP("Words", "possible"),
    Status.DENIED: QT_TRANSLATE_NOOP("Words", "denied"),
    Status.STATED: QT_TRANSLATE_NOOP("Words", "stated"),
}
_DISAGREEMENTS = {
    DisagreementKind.CONFLICT: QT_TRANSLATE_NOOP("Words", "conflict"),
    DisagreementKind.DIFFERENT_SCOPE: QT_TRANSLATE_NOOP("Words", "different scope"),
    DisagreementKind.UPDATE: QT_TRANSLATE_NOOP("Words", "update"),
}


DAY = QT_TRANSLATE_NOOP("Words", "d MMM yyyy")


def value(figure: Figure) -> str:
    """The figure as printed, with our word for its modifier."""
    form = _MODIFIERS[figure.modifier]
    return _tr(form).format(figure.text) if form else figure.text


def status(code: Status) -> str:
    return _tr(_STATUSES[code])


def disagreement(code: DisagreementKind) -> str:
    return _tr(_DISAGREEMENTS[code])


def said_by(originator: Originator | None) -> str:
    return originator.name if originator else ""


def place(passage: int, page: int | None) -> str:
    """The locator as citations print it."""
    if page is None:
        return _tr(QT_TRANSLATE_NOOP("Words", "para {0}")).format(passage)
    return _tr(QT_TRANSLATE_NOOP("Words", "p. {0}, para {1}")).format(page, passage)


def title(source: Source) -> str:
    """What people know the source by."""
    return source.title or source.name


def date(iso: str) -> str:
    """An ISO date, whole or reduced, as people write it ("9 Oct 2026", "Oct 2026", "2026")."""
    whole = QDate.fromString(iso, Qt.DateFormat.ISODate)
    if whole.isValid():
        return QLocale().toString(whole, _tr(DAY))
    month = QDate.fromString(iso, "yyyy-MM")
    return QLocale().toString(month, "MMM yyyy") if month.isValid() else iso


def titles(analysis: Analysis) -> dict[str, str]:
    return {source.id: title(source) for source in analysis.sources}


def names(analysis: Analysis) -> dict[str, str]:
    """The actors' names by id."""
    return {actor.id: actor.name for actor in analysis.actors}


def count(source: Source) -> int:
    """The words of a source."""
    return len(source.text.split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)
