"""Projects made of real sources, for the tests of the project file."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import matter

from briefing.blocks import LedgerEntry
from briefing.model import Decisions, Request, Source, evidence_id
from briefing.project import Credibility, NewSource, Project, Reliability, SourceCard, create

SOURCES = (matter.ONE, matter.TWO, matter.UNUSED)
DECISIONS = Decisions(
    pinned=("l_1", "f_2"),
    dropped=("s_3",),
    reworded=(("f_2", "about 900"),),
    written=(("judgement", "Two lines\n\nof judgement."),),
    renamed=(("a_norway", "The Kingdom"),),
    merged=(("a_oslo", "a_norway"),),
    hidden=("a_malta",),
    order=("f_2", "l_1"),
    notes=(("f_2", "counted twice"),),
)
REQUEST = Request("Blankets", "2026-05-05", "OFFICIAL", "The Minister", "Desk 3", "B/12", ("Norway", "Malta"), 250)
CARD = SourceCard(
    matter.TWO.id,
    title="Counting blankets",
    publisher="Malta Wire",
    accessed="2026-05-06",
    reliability=Reliability.B,
    credibility=Credibility.POSSIBLY_TRUE,
    descriptor="a wire service",
    marking="OFFICIAL",
    included=False,
)


def new(source: Source) -> NewSource:
    return NewSource(source, source.text.encode())


def ledger(*sources: Source) -> tuple[LedgerEntry, ...]:
    """An entry for each passage of these sources."""
    return tuple(
        LedgerEntry(
            evidence=evidence_id("l", source.id, passage.span),
            number=number,
            source=source.id,
            name=source.name,
            sha256=source.sha256,
            start=passage.span.start,
            end=passage.span.end,
            passage=passage.number,
            page=passage.page,
            quote=passage.span.cut(source.text),
        )
        for number, source in enumerate(sources, 1)
        for passage in source.passages
    )


def fill(project: Project) -> None:
    """One of everything."""
    project.add_sources(map(new, SOURCES))
    project.save_card(CARD)
    project.save_decisions(DECISIONS)
    project.save_request("situation-report", REQUEST)
    project.record_issue(
        "note.docx",
        b"the file that went out",
        date="2026-05-07",
        title="Blankets",
        template="situation-report",
        ledger=ledger(matter.ONE, matter.TWO),
    )


def filled(path: Path) -> Path:
    with create(path) as project:
        fill(project)
    return path


def large(size: int, mark: str) -> NewSource:
    """A source of that many bytes which do not repeat."""
    text = mark + "".join(hashlib.sha256(f"{mark}{n}".encode()).hexdigest() for n in range(size // 64 + 1))[:size]
    return new(matter.source(text, f"{mark}.txt"))


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as any other program sees it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        yield database


def dump(path: Path) -> list[str]:
    with raw(path) as database:
        return list(database.iterdump())
