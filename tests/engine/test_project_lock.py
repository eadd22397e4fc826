"""The lock beside a project: one holder, told by number, and no trace afterwards."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

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


def test_never_two_holders_however_they_race(tmp_path: Path) -> None:
    """Release takes the file's name away, and a racer may by then have opened it: that must not make two holders."""
    project = tmp_path / "a.briefing"
    inside: list[int] = []
    together: list[int] = []
    taken: list[int] = []

    def race(number: int) -> None:
        for _ in range(400):
            try:
                held = lock.hold(project)
            except ProjectLocked:
                continue
            inside.append(number)
            together.append(len(inside))
            taken.append(number)
            inside.pop()
            held.release()

    racers = [Thread(target=race, args=(number,)) for number in range(6)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert set(together) == {1}
    assert len(taken) > 100
    assert list(tmp_path.iterdir()) == []
