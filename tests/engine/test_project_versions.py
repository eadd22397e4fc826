"""Old projects open, brought up to date; a failed upgrade changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import matter
import project_files
import pytest

from briefing.errors import ProjectDamaged
from briefing.project import ProjectState, open_project, schema, verify_project

FIRST = Path(__file__).with_name("project_version_1.sql")


def version_1(path: Path) -> Path:
    """A project as the program's first format had it, from a dump made at that time."""
    with project_files.raw(path) as database:
        database.executescript(FIRST.read_text(encoding="utf-8"))
    return path


def version_0(path: Path) -> Path:
    """A project that has no tables yet."""
    with project_files.raw(path) as database:
        database.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        database.execute("CREATE TABLE passing (x)")
        database.execute("DROP TABLE passing")
    return path


def user_version(path: Path) -> int:
    with project_files.raw(path) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


def test_a_first_project_is_brought_up_to_date(tmp_path: Path) -> None:
    path = version_1(tmp_path / "old.briefing")
    assert user_version(path) == 1
    with open_project(path) as project:
        state = project.matter()
        assert project.issued(1) is None
        assert project.original(matter.ONE.id) == matter.ONE.text.encode()
    assert state.sources == project_files.SOURCES
    assert state.cards == (project_files.CARD,)
    assert state.decisions == project_files.DECISIONS
    assert state.request == project_files.REQUEST
    assert [issue.ledger for issue in state.issues] == [project_files.ledger(matter.ONE, matter.TWO)]
    assert user_version(path) == schema.VERSION
    assert not [entry for entry in tmp_path.iterdir() if entry != path]


def test_an_upgraded_project_is_the_same_as_a_new_one(tmp_path: Path) -> None:
    old = version_1(tmp_path / "old.briefing")
    with open_project(old):
        pass
    with project_files.raw(old) as database:
        database.execute("INSERT INTO issued VALUES (1, ?)", (b"the file that went out",))
    assert project_files.dump(old) == project_files.dump(project_files.filled(tmp_path / "new.briefing"))


def test_a_project_without_tables_is_an_empty_one(tmp_path: Path) -> None:
    path = version_0(tmp_path / "old.briefing")
    with open_project(path) as project:
        assert project.matter() == ProjectState()
    assert user_version(path) == schema.VERSION


def test_verifying_an_old_project_does_not_change_it(tmp_path: Path) -> None:
    path = version_1(tmp_path / "old.briefing")
    before = path.read_bytes()
    found = verify_project(path)
    assert found.sources == project_files.SOURCES
    assert (found.files, found.altered) == ((), ())
    assert len(found.issues) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("change", ["DROP TABLE ledger", "CREATE TABLE issued (in_the_way)"])
def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path, change: str) -> None:
    path = version_1(tmp_path / "old.briefing")
    with project_files.raw(path) as database:
        database.execute(change)
    before = path.read_bytes()
    with pytest.raises(ProjectDamaged):
        open_project(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_every_step_leads_to_the_next_version() -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    for version in range(schema.VERSION):
        schema.upgrade(database, version, to=version + 1)
        assert database.execute("PRAGMA user_version").fetchone() == (version + 1,)
    assert schema.fault(database) == ""
    database.close()
