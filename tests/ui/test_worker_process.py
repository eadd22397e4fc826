"""The worker process: it gives way, it may die, and it never outlives the window."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.protocol import Gather, ListTemplates
from ui.tasks import Task, Tasks

Until = Callable[[Callable[[], bool]], None]
SENTENCES = (
    "The ministry said on {0} October 2026 that {1} households near Varna had lost power.",
    "Germany sent {1} engineers and $2.{0} million in aid, according to the Red Cross.",
    "“We will rebuild {1} homes,” the mayor, Ivan Kolev, told reporters.",
)


@pytest.fixture
def long_document(tmp_path: Path) -> str:
    """Some seconds of work in one single document, so that the engine reports seldom."""
    path = tmp_path / "long.txt"
    lines = (SENTENCES[number % 3].format(1 + number % 9, 100 + number) for number in range(20_000))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return str(path)


def outcome(task: Task) -> list[str]:
    """What became of the task, filled in as it happens."""
    seen: list[str] = []
    task.finished.connect(lambda _result: seen.append("finished"))
    task.failed.connect(lambda trouble: seen.append(f"failed: {trouble.message}"))
    task.cancelled.connect(lambda: seen.append("cancelled"))
    return seen


def test_the_worker_answers(tasks: Tasks, until: Until) -> None:
    seen = outcome(tasks.submit(ListTemplates(), "looking"))
    until(lambda: seen == ["finished"])


def test_a_cancel_is_over_in_half_a_second(tasks: Tasks, long_document: str, until: Until) -> None:
    task = tasks.submit(Gather(1, (), (long_document,)), "reading")
    seen = outcome(task)
    until(lambda: task.progress is not None and task.progress.step == "Analysing")
    start = time.monotonic()
    tasks.cancel(task)
    until(lambda: bool(seen))
    assert seen == ["cancelled"]
    assert time.monotonic() - start < 0.5
    after = outcome(tasks.submit(ListTemplates(), "looking"))
    until(lambda: after == ["finished"])


def test_a_task_that_waits_can_be_cancelled(tasks: Tasks) -> None:
    first, second = tasks.submit(ListTemplates(), "one"), tasks.submit(ListTemplates(), "two")
    seen = outcome(second)
    tasks.cancel(second)
    assert seen == ["cancelled"]
    assert tasks.running is not second
    tasks.cancel(first)


def test_a_worker_that_dies_is_told_and_replaced(
    tasks: Tasks, long_document: str, qtbot: QtBot, until: Until, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(tasks.worker_ready) as ready:
        tasks.start()
    task = tasks.submit(Gather(1, (), (long_document,)), "reading")
    seen = outcome(task)
    until(lambda: task.progress is not None and task.progress.step == "Analysing")
    os.kill(ready.args[0], signal.SIGKILL)
    until(lambda: bool(seen))
    assert seen[0].startswith("failed: ")
    assert "long.txt" in seen[0]
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == ["WARNING"]
    caplog.clear()
    after = outcome(tasks.submit(ListTemplates(), "looking"))
    until(lambda: after == ["finished"])
    assert tasks.generation == 2


def test_the_window_goes_on_when_the_worker_dies(loaded: MainWindow, tmp_path: Path, until: Until) -> None:
    """The new worker holds nothing; the window sends it what it needs."""
    before = loaded.session.matter
    worker = next(pid for pid in children(os.getpid()) if "spawn_main" in command(pid))
    os.kill(worker, signal.SIGKILL)
    until(lambda: worker not in children(os.getpid()))
    loaded.output.export_to(str(tmp_path / "out.docx"))
    until((tmp_path / "out.docx").exists)
    assert loaded.session.matter == before


def test_a_killed_window_leaves_no_orphan(tmp_path: Path, long_document: str) -> None:
    script = (
        "import sys\n"
        "if __name__ == '__main__':\n"
        "    from ui.app import main\n"
        f"    sys.exit(main([{long_document!r}]))\n"
    )
    start = tmp_path / "start.py"
    start.write_text(script, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, str(start)], env=environment, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 20
        while not any("spawn_main" in command(pid) for pid in children(process.pid)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(1)  # let it be in the middle of its work
        family = children(process.pid)
        process.kill()
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{pid}").exists() for pid in family) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [command(pid) for pid in family if Path(f"/proc/{pid}").exists()]


def children(parent: int) -> list[int]:
    """The ids of the processes that this one started and that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # no process, or one that has just ended
        if entry.name.isdecimal() and int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(entry.name))
    return found


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
