"""The lock beside a project: one holder, told by number, and no trace afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import ProjectLocked, ProjectNotWritable
from briefing.project import lock


def test_one_holder_at_a_time_and_no_trace(tmp_path: Path) -> None:
    project = tmp_path / "a.briefing"
    held = lock.hold(project)
    assert lock.lock_path(project).read_text() == str(os.getpid())
    with pytest.raises(ProjectLocked) as caught:
        lock.hold(project)
    assert caught.value.pid == os.getpid()
    lock.hold(tmp_path / "b.briefing").release()
    held.release()
    assert list(tmp_path.iterdir()) == []
    lock.hold(project).release()


@pytest.mark.parametrize("left", ["", "4711", "no number", "9" * 30])
def test_a_file_left_behind_is_no_lock(tmp_path: Path, left: str) -> None:
    project = tmp_path / "a.briefing"
    lock.lock_path(project).write_text(left)
    held = lock.hold(project)
    assert lock.lock_path(project).read_text() == str(os.getpid())
    held.release()
    assert list(tmp_path.iterdir()) == []


def test_an_unsigned_lock_holds_too(tmp_path: Path) -> None:
    project = tmp_path / "a.briefing"
    held = lock.hold(project)
    lock.lock_path(project).write_text("someone")
    with pytest.raises(ProjectLocked) as caught:
        lock.hold(project)
    assert caught.value.pid is None
    held.release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotWritable) as caught:
        lock.hold(tmp_path / "missing" / "a.briefing")
    assert "No such file" in caught.value.reason


RACER = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from briefing.errors import ProjectLocked
from briefing.project import lock

project, inside, taken = Path(sys.argv[1]), Path(sys.argv[1] + ".inside"), 0
sys.stdin.read()
while taken < 300:
    try:
        held = lock.hold(project)
    except ProjectLocked:
        continue
    os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
    taken += 1
    inside.unlink()
    held.release()
"""


def test_never_two_holders_however_they_race(tmp_path: Path) -> None:
    """Release takes the file's name away, and a racer may by then have opened it: that must not make two holders."""
    command = [sys.executable, "-c", RACER, str(tmp_path / "a.briefing"), str(Path(__file__).parents[2])]
    racers = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(5)]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.close()
    complaints = []
    for racer in racers:
        assert racer.stderr is not None
        with racer:
            complaints.append(racer.stderr.read())
    assert complaints == [""] * 5
    assert list(tmp_path.iterdir()) == []
