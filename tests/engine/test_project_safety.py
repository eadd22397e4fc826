"""Nothing is lost: not by a kill, a full disk, a locked folder, a damaged file or a second window."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import matter
import project_files
import pytest

from briefing.errors import (
    ProjectDamaged,
    ProjectError,
    ProjectLocked,
    ProjectMissing,
    ProjectNotWritable,
    ProjectTooNew,
    ProjectUnreadable,
)
from briefing.model import Decisions
from briefing.project import ProjectState, create, open_project, read_project, schema, verify_project

HERE = Path(__file__).parent
WRITER = """
import sys
sys.path[:0] = sys.argv[2:]
import project_files
from briefing.model import Decisions
from briefing.project import open_project

with open_project(sys.argv[1]) as project:
    number = int(dict(project.matter().decisions.written).get("first", "0").split()[0])
    while True:
        number += 1
        words = f"{number} " * 5000
        project.save_decisions(Decisions(written=(("first", words), ("second", words))))
        project.add_sources([project_files.large(100_000, f"number-{number}-")])
        print(number, flush=True)
"""
HOLDER = """
import sys
sys.path[:0] = sys.argv[2:]
from briefing.project import open_project
project = open_project(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def running(code: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process of its own with the project open, killed at the end at the latest."""
    command = [sys.executable, "-c", code, str(path), str(HERE), str(HERE.parents[1])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def read_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_kill_in_mid_write_loses_at_most_the_change_under_way(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    chance = random.Random(7)
    finished: set[str] = set()
    for _ in range(8):
        with running(WRITER, path) as process:
            told = [read_line(process)]
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
            assert process.stdout is not None
            told += process.stdout.read().split()
        done = int(told[-1])
        finished |= {f"number-{number}-.txt" for number in told}
        with open_project(path) as project:
            state = project.matter()
            kept = dict(state.decisions.written)
            number = int(kept["first"].split()[0])
            assert number in {done, done + 1}
            assert kept["first"] == kept["second"] == f"{number} " * 5000
            added = [source for source in state.sources if source.name.startswith("number-")]
            names = {source.name for source in added}
            assert finished <= names <= finished | {f"number-{done + 1}-.txt"}
            finished = names
            assert all(project.original(source.id) == source.text.encode() for source in added[-3:])
            assert state.sources[:3] == project_files.SOURCES
            assert state.cards == (project_files.CARD,)
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_opens_once_and_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    link = tmp_path / "link.briefing"
    link.symlink_to(path)
    with running(HOLDER, path) as process:
        assert read_line(process) == "open"
        for name in (path, link):
            with pytest.raises(ProjectLocked) as caught:
                open_project(name)
            assert caught.value.pid == process.pid
        assert verify_project(path).sources == project_files.SOURCES
        assert read_project(path).decisions == project_files.DECISIONS
        process.kill()
        process.wait()
        with open_project(path) as project:
            assert project.matter().sources == project_files.SOURCES
    assert sorted(tmp_path.iterdir()) == [path, link]


def test_a_project_opens_once_in_one_process_too(tmp_path: Path) -> None:
    with create(tmp_path / "new.briefing") as project:
        with pytest.raises(ProjectLocked) as caught:
            open_project(project.path)
        assert caught.value.pid == os.getpid()
        with pytest.raises(ProjectLocked):
            create(project.path)
        project.save_decisions(project_files.DECISIONS)


def test_another_program_that_writes_the_file_counts_as_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    monkeypatch.setattr("briefing.project.store._PATIENCE", 0.05)
    with project_files.raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectLocked) as caught:
            open_project(path)
        assert caught.value.pid is None
        other.execute("ROLLBACK")
        with open_project(path) as project:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(ProjectLocked):
                project.save_decisions(Decisions())
            other.execute("ROLLBACK")
            assert project.matter().decisions == project_files.DECISIONS


def refused(path: Path, error: type[ProjectError]) -> ProjectError:
    """The error with which the file is refused, by both doors, and left as it was."""
    before = path.read_bytes()
    with pytest.raises(error) as caught:
        open_project(path)
    with pytest.raises(error):
        verify_project(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    return caught.value


def test_a_file_that_is_cut_off_anywhere_is_refused_and_left_alone(tmp_path: Path) -> None:
    whole = project_files.filled(tmp_path / "full.briefing").read_bytes()
    pages = range(0, len(whole), 4096)
    cuts = {0, 1, 15, 16, 99, 100, 101, 511, 512, 1023, len(whole) - 1}
    cuts |= {cut + by for cut in pages for by in (-1, 0, 1) if cut + by >= 0}
    cuts |= set(random.Random(1).sample(range(len(whole)), 40))
    folder = tmp_path / "cut"
    folder.mkdir()
    for cut in sorted(cuts):
        (folder / "cut.briefing").write_bytes(whole[:cut])
        refused(folder / "cut.briefing", ProjectDamaged)


def test_a_flipped_byte_is_either_harmless_or_told(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    whole = path.read_bytes()
    chance = random.Random(2)
    refusals = 0
    for at in [*range(100), *chance.sample(range(100, len(whole)), 250)]:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ chance.randrange(1, 256)]) + whole[at + 1 :])
        try:
            with open_project(path) as project:
                state = project.matter()
                for source in state.sources:
                    project.original(source.id)
                for issue in state.issues:
                    project.issued(issue.number)
        except ProjectError:
            refusals += 1
        else:
            assert [source.text for source in state.sources] == [source.text for source in project_files.SOURCES]
    assert refusals > 50
    assert list(tmp_path.iterdir()) == [path]


def test_files_that_are_no_projects(tmp_path: Path) -> None:
    path = tmp_path / "other.briefing"
    path.write_bytes(b"")
    assert refused(path, ProjectDamaged).reason == "it is empty"
    path.write_text("Dear Minister,\n" * 500)
    assert refused(path, ProjectDamaged).reason == "it is some other kind of file"
    path.unlink()
    with project_files.raw(path) as database:
        database.execute("CREATE TABLE bookmarks (url)")
    assert refused(path, ProjectDamaged).reason == "it belongs to another program"


def test_places_that_hold_no_file(tmp_path: Path) -> None:
    (tmp_path / "round.briefing").symlink_to(tmp_path / "round.briefing")
    (tmp_path / "file").write_bytes(b"")
    for name in ("missing.briefing", "nul\0.briefing", "file/in.briefing"):
        with pytest.raises(ProjectMissing):
            open_project(f"{tmp_path}/{name}")
    for name in ("", "round.briefing"):
        with pytest.raises(ProjectUnreadable):
            open_project(f"{tmp_path}/{name}")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("DROP TABLE card", "its table “card” is missing"),
        ("DROP TABLE original", "its table “original” is missing"),
        ("ALTER TABLE card RENAME COLUMN marking TO caveat", "“card” in it is not this program's"),
        ("CREATE TRIGGER spy AFTER INSERT ON card BEGIN DELETE FROM source; END", "“spy” in it is not this program's"),
        ("CREATE VIEW more AS SELECT 1", "“more” in it is not this program's"),
        ("PRAGMA user_version = -1", "there is no format -1"),
    ],
)
def test_tables_that_are_not_ours_are_refused(tmp_path: Path, change: str, reason: str) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute(change)
    assert refused(path, ProjectDamaged).reason == reason


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE source SET text = text || '.'",
        "UPDATE passage SET end = 99999",
        "UPDATE passage SET start = 20, end = 10",
        "UPDATE passage SET kind = 'poem'",
        "UPDATE card SET reliability = 'Z'",
        "UPDATE card SET credibility = 9",
        "UPDATE decision SET kind = 'guessed' WHERE kind = 'notes'",
        "UPDATE request SET text = 'many' WHERE field = 'words'",
        "UPDATE request SET field = 'colour' WHERE field = 'words'",
        "UPDATE decision SET text = CAST(x'ff' AS TEXT)",
    ],
)
def test_rows_that_make_no_sense_are_told(tmp_path: Path, change: str) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute(change)
    with open_project(path) as project, pytest.raises(ProjectDamaged):
        project.matter()


def test_a_cell_of_the_wrong_type_is_found_on_opening(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("UPDATE passage SET page = 'four'")
    assert "passage" in refused(path, ProjectDamaged).reason


def test_bytes_that_were_altered_are_not_handed_out(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute("UPDATE original SET data = x'00'")
        database.execute("UPDATE issued SET data = x'00'")
    with open_project(path) as project:
        with pytest.raises(ProjectDamaged):
            project.original(matter.ONE.id)
        with pytest.raises(ProjectDamaged):
            project.issued(1)
        assert project.matter().sources == project_files.SOURCES


def test_a_newer_project_is_refused(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute(f"PRAGMA user_version = {schema.VERSION + 3}")
        database.execute("CREATE TABLE of_the_future (x)")
    error = refused(path, ProjectTooNew)
    assert isinstance(error, ProjectTooNew)
    assert (error.found, error.known) == (schema.VERSION + 3, schema.VERSION)


def test_a_project_is_one_file_even_after_another_program_had_it(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute("PRAGMA journal_mode = WAL")
    assert path.read_bytes()[18:20] == b"\x02\x02"
    with open_project(path) as project:
        assert path.read_bytes()[18:20] == b"\x01\x01"
        assert project.matter().sources == project_files.SOURCES
    assert list(tmp_path.iterdir()) == [path]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The same as a full disk, for a real folder. (Python ignores the signal, and gets an error instead.)"""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@pytest.mark.parametrize("room", [0, 512, 4096, 40_000, 3_000_000])
def test_a_full_disk_loses_nothing(tmp_path: Path, room: int) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with open_project(path) as project:
        before = project.matter()
        with no_file_larger_than(path.stat().st_size + room):
            with pytest.raises(ProjectNotWritable) as caught:
                project.add_sources([project_files.large(6_000_000, "large")])
            assert caught.value.reason
            assert project.matter() == before
        project.save_decisions(Decisions(pinned=("after",)))
    with open_project(path) as project:
        assert project.matter().decisions == Decisions(pinned=("after",))
        assert project.matter().sources == before.sources


def test_a_full_disk_leaves_no_half_copy(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    copy = tmp_path / "copy.briefing"
    copy.write_bytes(b"old")
    with open_project(path) as project:
        with no_file_larger_than(8192), pytest.raises(ProjectNotWritable):
            project.save_copy(copy)
        with no_file_larger_than(8192), pytest.raises(ProjectNotWritable):
            create(tmp_path / "new.briefing")
        assert project.matter().sources == project_files.SOURCES
    assert copy.read_bytes() == b"old"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.briefing", "full.briefing"]


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that this process may only look at; for as long, it gives up being the superuser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project_files.filled(folder / "full.briefing")
        (folder / "full.briefing").chmod(0o444)
        folder.chmod(0o555)
        superuser = os.geteuid() == 0
        if superuser:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if superuser:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_folder_that_may_only_be_read(others_folder: Path) -> None:
    path = others_folder / "full.briefing"
    with pytest.raises(ProjectNotWritable):
        open_project(path)
    with pytest.raises(ProjectNotWritable):
        create(others_folder / "new.briefing")
    assert verify_project(path).sources == project_files.SOURCES
    assert read_project(path).decisions == project_files.DECISIONS
    assert list(others_folder.iterdir()) == [path]


def test_a_file_that_may_only_be_read(others_folder: Path) -> None:
    path = others_folder / "full.briefing"
    if os.getuid() == 0:
        os.seteuid(0)
        others_folder.chmod(0o777)
        os.seteuid(65534)
    else:
        others_folder.chmod(0o755)
    with pytest.raises(ProjectNotWritable) as caught:
        open_project(path)
    assert caught.value.reason == "the file or its folder may not be written to"
    assert list(others_folder.iterdir()) == [path]


def test_an_error_in_a_caller_closes_the_project(tmp_path: Path) -> None:
    path = tmp_path / "new.briefing"
    project = create(path)
    project.save_decisions(project_files.DECISIONS)
    with pytest.raises(KeyError), project:
        project.original("s0")
    project.close()  # once more does no harm
    with pytest.raises(sqlite3.ProgrammingError):
        project.matter()
    with open_project(path) as project:
        assert project.matter() == ProjectState(decisions=project_files.DECISIONS)


@pytest.mark.parametrize("replaced", [False, True])
def test_a_project_that_is_taken_away_is_told_and_can_be_saved_elsewhere(tmp_path: Path, *, replaced: bool) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with open_project(path) as project:
        path.rename(tmp_path / "moved.briefing")
        if replaced:
            path.write_bytes(b"something else")
        with pytest.raises(ProjectNotWritable) as caught:
            project.save_decisions(Decisions())
        assert caught.value.reason == "the file was moved, deleted or replaced"
        with pytest.raises(ProjectNotWritable):
            project.save_copy(path)
        project.save_copy(tmp_path / "rescued.briefing")
    for name in ("moved.briefing", "rescued.briefing"):
        with open_project(tmp_path / name) as project:
            assert project.matter().decisions == project_files.DECISIONS
    assert not replaced or path.read_bytes() == b"something else"


KILLED_INSIDE = """
import os, signal, sys
sys.path[:0] = sys.argv[2:]
import project_files
from briefing.project import open_project

def sources():
    for mark in "abc":
        yield project_files.large(3_000_000, mark)
    os.kill(os.getpid(), signal.SIGKILL)

open_project(sys.argv[1]).add_sources(sources())
"""


@pytest.mark.parametrize("look_first", [False, True])
def test_a_kill_with_half_a_change_in_the_file_takes_it_back(tmp_path: Path, *, look_first: bool) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    before = path.stat().st_size
    with running(KILLED_INSIDE, path) as process:
        assert process.wait(60) == -signal.SIGKILL
    assert path.stat().st_size > before + 3_000_000
    assert (tmp_path / "full.briefing-journal").exists()
    if look_first:
        assert verify_project(path).sources == project_files.SOURCES
    with open_project(path) as project:
        assert project.matter().sources == project_files.SOURCES
        assert project.matter().decisions == project_files.DECISIONS
    assert path.stat().st_size == before
    assert list(tmp_path.iterdir()) == [path]
