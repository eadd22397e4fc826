"""Denials paired with what they deny: another's statement, or a figure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model import StatementKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Figure, Source, Statement

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d|\d")
_STEM = 6
#: words that tell of the saying, not of what was said
_EMPTY = frozenset(
    "that this with from have been were will would could should their there they them which about into over than"
    " more said says claim claims claimed report reports reported reporti allega accusa denied denies sugges false"
    " media also these those what when where after before other some such".split()
)
_ENOUGH, _SHARE = 3, 0.5


def pair_denials(
    sources: Sequence[Source], statements: Sequence[Statement], figures: Sequence[Figure]
) -> tuple[Statement, ...]:
    """The statements, each denial with the id of the statement or figure that it denies, where there is one."""
    denials = [number for number, statement in enumerate(statements) if statement.kind is StatementKind.DENIES]
    if not denials:
        return tuple(statements)
    texts = {source.id: source.text for source in sources}
    stems = [_stems(statement.span.cut(texts[statement.source])) for statement in statements]
    having: dict[str, list[int]] = {}
    for number, own in enumerate(stems):
        for stem in own:
            having.setdefault(stem, []).append(number)
    paired = list(statements)
    for number in denials:
        denied = _statement(statements, stems, having, number) or _figure(statements[number], figures)
        paired[number] = replace(statements[number], denies=denied)
    return tuple(paired)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text)) - _EMPTY


def _statement(
    statements: Sequence[Statement], stems: Sequence[frozenset[str]], having: dict[str, list[int]], number: int
) -> str | None:
    """Of the others' statements the one that shares most words with the denial, if that is enough."""
    denial, own = statements[number], stems[number]
    shared = Counter(other for stem in sorted(own) for other in having[stem])
    best: tuple[float, int] | None = None
    for other, count in shared.items():
        said = statements[other]
        if said.kind is StatementKind.DENIES or _same_side(denial, said):
            continue
        inside = said.source == denial.source and denial.span.contains(said.span)
        share = count / min(len(own), len(stems[other]))
        if inside or (count >= _ENOUGH and share >= _SHARE):
            best = max(best or (0.0, 0), (share + inside, -other))
    return statements[-best[1]].id if best else None


def _same_side(denial: Statement, said: Statement) -> bool:
    return denial.speaker.name == said.speaker.name or (denial.actor is not None and denial.actor == said.actor)


def _figure(denial: Statement, figures: Sequence[Figure]) -> str | None:
    """The figure of the same value and thing that stands elsewhere, else the one in the denial itself."""
    inside = [f for f in figures if f.source == denial.source and denial.span.contains(f.span)]
    for figure in inside:
        for other in figures:
            alike = (other.unit, other.low, other.high, other.actor) == (
                figure.unit,
                figure.low,
                figure.high,
                figure.actor,
            )
            if alike and other.id != figure.id:
                return other.id
    return inside[0].id if inside else None
