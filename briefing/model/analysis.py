"""The analysis of a set of sources, and how work reports on itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.model.evidence import (
    Actor,
    Disagreement,
    Event,
    Figure,
    Person,
    Statement,
    SummarySentence,
)
from briefing.model.source import Sentence, Source


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong without stopping the work: the file (or "") and a sentence for people."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: `done` of `total` units of `step` ("Reading"), and the thing at hand ("report.pdf")."""

    step: str
    done: int
    total: int
    detail: str = ""


Report = Callable[[Progress], None]


def no_report(progress: Progress) -> None:
    """The report of a caller who does not care."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found. Everything is in source order, then text order, unless its own text says otherwise."""

    sources: tuple[Source, ...]
    sentences: tuple[Sentence, ...] = field(repr=False)
    actors: tuple[Actor, ...] = ()
    people: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    timeline: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    problems: tuple[Problem, ...] = ()
