"""Figures that give different values for one thing: the same actor, the same thing counted, the same unit.

Kept apart, because they only look like a disagreement: a part and its whole, a rate and a total, what has happened and
what may happen, additions ("another 500"), other years. Copies of one text are one voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract.copies import find_copies
from briefing.model import Disagreement, DisagreementKind, Modifier, PassageKind

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
#: what befell people or things: figures of the killed and of the injured are not about one thing
_FATES = (
    ("deaths", r"kill\w*|dead|die[sd]?|dying|deaths?|lost their li[fv]es|lives|fatalit\w+|perish\w*|drown\w*"),
    ("injured", r"injur\w+|wound\w+|hurt"),
    ("missing", r"missing|unaccounted"),
    ("displaced", r"displac\w+|homeless|evacuat\w+|fled|flee\w*|uproot\w+|driven from|left their homes|shelter\w*"),
    ("detained", r"arrest\w*|detain\w*|jail\w*"),
    ("infected", r"infect\w+|cases|contract\w*|hospitali[sz]ed"),
    ("destroyed", r"destroy\w*|collaps\w+|flatten\w*|raz\w+|washed away|demolish\w*"),
    ("damaged", r"damag\w+"),
    ("without power", r"without (?:power|electricity)"),
    ("hungry", r"hunger|hungry|food[- ]insecur\w+|starv\w+|famine"),
    ("in need", r"in need|need\w* (?:\w+ ){0,2}(?:aid|help|assistance|support)"),
    ("affected", r"affect\w+|hit by"),
    ("reached", r"reach\w*|assist\w*|help\w*|fed|feed|rescu\w+|receiv\w+|support\w*"),
)
_FATE = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _FATES)
_BEFALLEN = frozenset(("people", "homes", "children", "child", "women", "customer", "school", "building", "building"))
_PART = re.compile(
    r"\b(?:including|among them|of (?:whom|which|them|those|these)|most(?:ly)?)\s(?:[^,;.]{0,20})$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_SCOPE = re.compile(r"\b(?:in|across|from|near|around)\s(?:the\s)?([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)")
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
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|monday|tues|wednes|thurs|fri|satur|sunday")
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
    voice_of = _Voices(sources)
    groups: dict[_Key, _Group] = {}
    for figure in figures:
        key = _key(figure, by_id[figure.source]) if figure.source not in voice_of.copied else None
        if key is not None:
            groups.setdefault(key, _Group([])).figures.append(figure)
    found = [_disagreement(group.figures, by_id, key, voice_of) for key, group in groups.items()]
    return tuple(entry for entry in found if entry is not None)


def count_voices(sources: Sequence[Source], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, each with the number of independent originators that give its value for its thing."""
    by_id, voice_of = {source.id: source for source in sources}, _Voices(sources)
    heard: dict[tuple[_Key, Decimal | None, Decimal | None], set[str]] = {}
    keys = [_key(figure, by_id[figure.source]) for figure in figures]
    for figure, key in zip(figures, keys, strict=True):
        if key is not None:
            heard.setdefault((key, figure.low, figure.high), set()).add(voice_of(figure))
    counts = (
        len(heard[key, figure.low, figure.high]) if key is not None else 1
        for figure, key in zip(figures, keys, strict=True)
    )
    return tuple(
        replace(figure, voices=count) if count > 1 else figure for figure, count in zip(figures, counts, strict=True)
    )


class _Voices:
    """Whose voice a figure is: its originator's, else that of the source, or of the source it repeats."""

    def __init__(self, sources: Sequence[Source]) -> None:
        copied = {copy.source: copy.original for copy in find_copies(sources)}
        self.copied = frozenset(copied)
        self.original = {source.id: copied.get(source.id, source.id) for source in sources}

    def __call__(self, figure: Figure) -> str:
        if figure.originator is None:
            return self.original[figure.source]
        return figure.originator.actor or figure.originator.name.lower()


def _key(figure: Figure, source: Source) -> _Key | None:
    text = source.text
    if figure.actor is None or not figure.key or source.passages[figure.passage - 1].kind is PassageKind.CELL:
        return None
    before = text[figure.sentence.start : figure.span.start]
    after = text[figure.span.end : figure.sentence.end]
    clause = _clause(before, after)
    thing = _with_fate(thing_of(figure.counted), clause)
    added = re.match(r"\s(?:more|additional|other|further|extra|new)\b", after)
    if not thing or added or _ADDED.search(before) or _PART.search(before):
        return None
    ahead = bool(_AHEAD.search(clause))
    year = _year(source, before, after)
    return _Key(figure.actor, thing, figure.unit, ahead, bool(_RATE.match(after)), year)


def _with_fate(thing: str, clause: str) -> str:
    """People and homes with what befell them: "people" -> "deaths" or "people injured"."""
    if thing not in _BEFALLEN:
        return thing
    fate = next((name for name, pattern in _FATE if pattern.search(clause)), "")
    return fate if fate in {"deaths", "injured", "displaced"} and thing == "people" else f"{thing} {fate}".strip()


def _year(source: Source, before: str, after: str) -> str:
    """The year that stands nearest to the figure, "" for the year of the source's publication."""
    found = [(len(before) - match.end(), match.group()) for match in _YEAR.finditer(before)]
    found += [(match.start(), match.group()) for match in _YEAR.finditer(after)]
    nearest = min(found)[1] if found else ""
    return "" if nearest == source.published[:4] else nearest


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


def _disagreement(
    figures: list[Figure], sources: dict[str, Source], key: _Key, voice_of: _Voices
) -> Disagreement | None:
    voices = {(figure.source, figure.originator.name if figure.originator else "") for figure in figures}
    if len(figures) < 2 or len(voices) < 2 or not _differ(figures):
        return None
    values = [value for figure in figures for value in (figure.low, figure.high) if value is not None]
    return Disagreement(
        counted=max((figure.counted for figure in figures), key=lambda c: (-len(c), c)),
        unit=key.unit,
        actor=figures[0].actor,
        figures=tuple(figure.id for figure in figures),
        low=min(values),
        high=max(values),
        kind=_kind(figures, sources),
        voices=len({voice_of(figure) for figure in figures}),
    )


def _scope(figure: Figure, source: Source) -> str:
    """The part of the actor's country that a figure is about ("in Sindh"), "" for all of it."""
    after = source.text[figure.span.end : figure.sentence.end]
    match = _SCOPE.search(_clause("", after))
    place = match[1].lower().replace(" ", "_") if match else ""
    return "" if f"a_{place}" == figure.actor or not place or _MONTH.match(place) else place


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
    if len({_scope(figure, sources[figure.source]) for figure in figures}) > 1:
        return DisagreementKind.DIFFERENT_SCOPE
    modifiers = {figure.modifier for figure in figures}
    ceilings = {Modifier.UP_TO, Modifier.LESS_THAN}
    if modifiers & ceilings and modifiers - ceilings - {Modifier.ABOUT, Modifier.EXACT, Modifier.RANGE}:
        return DisagreementKind.DIFFERENT_SCOPE
    return DisagreementKind.CONFLICT
