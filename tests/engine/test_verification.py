"""`briefing verify` on a project: every issued line is looked up in the frozen sources."""

from __future__ import annotations

from pathlib import Path

import matter
import pytest

from briefing import composer, layout, templates
from briefing.cli import main
from briefing.project import NewSource, create


def project_with_an_issue(path: Path) -> None:
    document = layout.lay_out(composer.compose(matter.analysis(), templates.find("situation-report")))
    with create(path) as project:
        project.add_sources([NewSource(source, source.text.encode()) for source in matter.analysis().sources])
        project.record_issue(
            "out.docx", b"its bytes", date="2026-10-22", title="T", template="situation-report", ledger=document.ledger
        )


def test_a_project_is_verified_against_its_own_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "matter.briefing"
    project_with_an_issue(path)
    assert main(["verify", str(path)]) == 0
    found, _of, total = capsys.readouterr().out.split(" cited passages")[0].split()[-3:]
    assert found == total
    assert int(total) > 5


def test_what_cannot_be_verified_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.briefing"
    create(empty).close()
    assert main(["verify", str(empty)]) == 2
    assert "no briefing was issued" in capsys.readouterr().err
    assert main(["verify", str(tmp_path / "missing.briefing")]) == 2
    assert main(["verify", str(tmp_path / "a.docx")]) == 2
    assert "name the source documents" in capsys.readouterr().err
