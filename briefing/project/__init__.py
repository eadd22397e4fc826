"""The project file: a matter's frozen sources, decisions and issued briefings in one SQLite file.

    with create("grain.briefing") as project:
        project.add_sources([NewSource(source, data)])
        project.save_decisions(decisions)
        state = project.matter()

Every change is on the disk, whole, when the method returns.
"""

from __future__ import annotations

from briefing.project.evidence import IssuedFile, ProjectEvidence, ledger_of, printed_in, verify_project
from briefing.project.opened import Project, create, open_project, read_project
from briefing.project.values import (
    Credibility,
    Issue,
    NewSource,
    ProjectState,
    Reliability,
    SourceCard,
    carded,
)

__all__ = [
    "Credibility",
    "Issue",
    "IssuedFile",
    "NewSource",
    "Project",
    "ProjectEvidence",
    "ProjectState",
    "Reliability",
    "SourceCard",
    "carded",
    "create",
    "ledger_of",
    "open_project",
    "printed_in",
    "read_project",
    "verify_project",
]
