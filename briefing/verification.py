"""Looks up the evidence of a finished Word briefing, or of every briefing issued from a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import pipeline
from briefing.errors import BriefingUnverifiable, RequestInvalid, SourceChanged
from briefing.model import Problem, Report, no_report
from briefing.verify import Verification, verify
from briefing.wording import problem

PROJECT_SUFFIX = ".briefing"


@dataclass(frozen=True, slots=True)
class VerifiedBriefing:
    """What became of each cited passage, and what was wrong with the sources themselves."""

    verification: Verification
    problems: tuple[Problem, ...] = ()


def verify_briefing(path: str | Path, sources: Sequence[str | Path], report: Report = no_report) -> VerifiedBriefing:
    """The evidence of a Word briefing against `sources`, or of a project's issues against its frozen sources.

    Raises BriefingUnverifiable, ProjectError, NothingToBrief, and RequestInvalid for a Word file without sources.
    """
    if Path(path).suffix.lower() == PROJECT_SUFFIX:
        return _project(path)
    if not sources:
        raise RequestInvalid("verify", str(path), "name the source documents, too; only a project holds its own")
    return _word(path, sources, report)


def _word(path: str | Path, sources: Sequence[str | Path], report: Report) -> VerifiedBriefing:
    from briefing.writers.word.ledger import read_ledger

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise BriefingUnverifiable(str(path), error.strerror or str(error)) from error
    ledger = read_ledger(data, str(path))
    loaded = pipeline.read_sources(sources, report)
    printed = {item.evidence: item.text for item in reversed(ledger.printed)}
    return VerifiedBriefing(verify(ledger.entries, printed, loaded.sources), loaded.problems)


def _project(path: str | Path) -> VerifiedBriefing:
    from briefing.project import printed_in, verify_project

    evidence = verify_project(path)
    if not evidence.issues:
        raise BriefingUnverifiable(str(path), "no briefing was issued from this project yet")
    checked = tuple(
        item
        for issue in evidence.issues
        for item in verify(issue.ledger, printed_in(issue.ledger), evidence.sources).checked
    )
    return VerifiedBriefing(Verification(checked), tuple(problem(SourceChanged(name)) for name in evidence.altered))
