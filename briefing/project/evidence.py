"""What `briefing verify` needs of a project: what was issued, and the frozen sources to look it up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from briefing.blocks import LedgerEntry
from briefing.model import Source
from briefing.project import contents, store
from briefing.project.opened import Project
from briefing.project.values import Issue


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """The very file that was issued as the briefing of that number."""

    issue: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProjectEvidence:
    """The issued briefings and all frozen sources, those included that were taken out of the matter since.

    `altered` are the names of sources and issued files whose bytes or text are not those that were kept; they are not
    among `sources` and `files`. A project of before issued files were kept has no `files` of that time.
    """

    issues: tuple[Issue, ...]
    sources: tuple[Source, ...] = field(repr=False)
    files: tuple[IssuedFile, ...] = field(default=(), repr=False)
    altered: tuple[str, ...] = ()


def verify_project(path: str | Path) -> ProjectEvidence:
    """The evidence of a project, which may be open elsewhere and is not changed. Raises ProjectError."""
    place = store.located(path)
    with store.glance(place) as database:
        lost = contents.altered_sources(database)
        altered = list(lost.values())
        issues = contents.read_issues(database)
        files: list[IssuedFile] = []
        for issue in issues:
            try:
                data = contents.read_issued(database, issue)
            except ValueError:
                altered.append(issue.name)
            else:
                files += [IssuedFile(issue.number, data)] if data is not None else []
        sources = contents.read_sources(database, removed=True, without=frozenset(lost))
        return ProjectEvidence(issues, sources, tuple(files), tuple(altered))


def ledger_of(project: Project, issue: int) -> tuple[LedgerEntry, ...]:
    """The evidence ledger of the issued briefing of that number. Raises KeyError."""
    return project.issue(issue).ledger


def printed_in(ledger: Iterable[LedgerEntry]) -> Mapping[str, str]:
    """What stood in the issued briefing, by evidence id, as `briefing.verify.verify` takes it."""
    printed: dict[str, str] = {}
    for entry in ledger:
        printed.setdefault(entry.evidence, entry.quote)
    return MappingProxyType(printed)
