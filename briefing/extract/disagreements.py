"""Figures that give different values for one thing: the same actor, the same thing counted, the same unit.

Kept apart, because they only look like a disagreement: a part and its whole, a rate and a total, what has happened and
what may happen, additions ("another 500"), other years. Copies of one text are one voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.copies import find_copies
from briefing.model import Disagreement, DisagreementKind, Modifier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from briefing.model import Figure, Source

_CLASSES = {
    "troops": "troop troops soldier soldiers personnel servicemen servicemembers forces fighters recruits"
    " guardsmen conscripts",
    "people": "people persons person residents civilians individuals inhabitants",
    "deaths": "deaths dead killed fatalities victims bodies fatality death toll",
    "injured": "injured wounded injuries",
    "displaced": "displaced idps displacements evacuees",
    "refugees": "refugees refugee returnees asylum-seekers",
    "homes": "homes houses households dwellings",
    "jobs": "jobs positions posts",
    "growth": "growth expansion",
    "aid": "aid assistance support relief",
    "cost": "cost costs bill price",
    "budget": "budget spending expenditure outlay",
    "deficit": "deficit shortfall gap",
    "exports": "exports export",
    "imports": "imports import",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_AHEAD = re.compile(
    r"\b(?:may|might|could|would|will|shall|plan\w*|expect\w*|anticipat\w+|prepar\w+|consider\w*|potential\w*|possib\w+"
    r"|forecast\w*|project(?:s|ed)|target\w*|propos\w+|pledg\w+|promis\w+|estimated|arrival of|earmark\w*|needed"
    r"|needs?|by 20\d\d)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:another|additional|further|extra|more|new|remaining|other|each|every|first|of (?:the|these|those))\s*$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"^\s*(?:,\s)?(?:\w+\s){0,4}?(?:per|a|each|every)\s(?:day|week|month|year|hour|person|soldier|household"
    r"|tonne|ton|capita|barrel)|^\W*(?:daily|weekly|monthly|annual)",
    re.I,
)
_CLAUSE_MARK = re.compile(r"[,;:()–—]")
_LAST_WORD = re.compile(r"[\w-]+")
_CUT = re.compile(r"\s(?:of|for|in|to|between|from|on|with|by|who|that|which)\s")


@dataclass(frozen=True, slots=True)
class _Key:
    """What two figures must share to be about one thing."""

    actor: str
    thing: str
    unit: str
    ahead: bool
    rate: bool
    year: str


@dataclass(slots=True)
class _Group:
    figures: list[Figure]


def find_disagreements(sources: Sequence[Source], figures: Sequence[Figure]) -> tuple[Disagreement, ...]:
    """Groups of figures of one key with more than one value, over sources or originators."""
    by_id = {source.id: source for source in sources}
    copied = {copy.source for copy in find_copies(sources)}
    groups: dict[_Key, _Group] = {}
    for figure in figures:
        key = _key(figure, by_id[figure.source].text) if figure.source not in copied else None
        if key is not None:
            groups.setdefault(key, _Group([])).figures.append(figure)
    found = [_disagreement(group.figures, by_id, key.unit) for key, group in groups.items()]
    return tuple(entry for entry in found if entry is not None)


def _key(figure: Figure, text: str) -> _Key | None:
    thing = thing_of(figure.counted)
    if figure.actor is None or not thing or not figure.key:
        return None
    before = text[figure.sentence.start : figure.span.start]
    after = text[figure.span.end : figure.sentence.end]
    if _ADDED.search(before) or re.match(r"\s(?:more|additional|other|further|extra|new)\b", after):
        return None
    ahead = bool(_AHEAD.search(_clause(before, after)))
    year = re.search(r"\b(?:19|20)\d\d\b", figure.date_text) if figure.unit else None
    return _Key(figure.actor, thing, figure.unit, ahead, bool(_RATE.match(after)), year.group() if year else "")


def thing_of(counted: str) -> str:
    """The head of a counted phrase, near-synonyms made one: "North Korean soldiers" -> "troops"."""
    words = [word.lower() for word in _LAST_WORD.findall(_CUT.split(f" {counted} ")[0])]
    if not words:
        return ""
    head: str = next((word for word in reversed(words) if word in _CLASS_OF), words[-1])
    return _CLASS_OF.get(head, head[:-1] if head.endswith("s") and not head.endswith("ss") else head)


def _clause(before: str, after: str) -> str:
    """The words between the nearest commas around the figure."""
    marks = [match.end() for match in _CLAUSE_MARK.finditer(before)]
    end = _CLAUSE_MARK.search(after)
    return before[marks[-1] if marks else 0 :] + " # " + after[: end.start() if end else len(after)]


def _disagreement(figures: list[Figure], sources: dict[str, Source], unit: str) -> Disagreement | None:
    voices = {(figure.source, figure.originator.name if figure.originator else "") for figure in figures}
    if len(figures) < 2 or len(voices) < 2 or not _differ(figures):
        return None
    values = [value for figure in figures for value in (figure.low, figure.high) if value is not None]
    return Disagreement(
        counted=max((figure.counted for figure in figures), key=lambda c: (-len(c), c)),
        unit=unit,
        actor=figures[0].actor,
        figures=tuple(figure.id for figure in figures),
        low=min(values),
        high=max(values),
        kind=_kind(figures, sources),
    )


def _value(figure: Figure) -> Decimal | None:
    return figure.low if figure.low is not None else figure.high


def _differ(figures: list[Figure]) -> bool:
    """True where two of them cannot both be right as they stand (about 3 % apart, or a bound that is broken)."""
    return any(_apart(a, b) for i, a in enumerate(figures) for b in figures[i + 1 :])


def _apart(a: Figure, b: Figure) -> bool:
    first, second = _value(a), _value(b)
    if first is None or second is None or (a.sentence == b.sentence and a.source == b.source):
        return False
    if (
        a.low is not None
        and b.low is not None
        and a.high is not None
        and b.high is not None
        and a.low <= b.high
        and b.low <= a.high
    ):
        return False
    return abs(first - second) * 100 > 3 * max(abs(first), abs(second))


def _kind(figures: list[Figure], sources: dict[str, Source]) -> DisagreementKind:
    """An update where dates tell the values apart; different scope where bounds do; else a conflict."""
    dates = {figure.as_of or sources[figure.source].published for figure in figures}
    if (
        "" not in dates
        and len(dates) > 1
        and len({(f.as_of or sources[f.source].published, _value(f)) for f in figures}) == len(dates)
    ):
        return DisagreementKind.UPDATE
    modifiers = {figure.modifier for figure in figures}
    ceilings = {Modifier.UP_TO, Modifier.LESS_THAN}
    if modifiers & ceilings and modifiers - ceilings - {Modifier.ABOUT, Modifier.EXACT, Modifier.RANGE}:
        return DisagreementKind.DIFFERENT_SCOPE
    return DisagreementKind.CONFLICT
