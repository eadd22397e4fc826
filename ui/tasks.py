"""The one door to processes and threads: a long-lived worker process, and its answers as Qt signals.

Why a process: with the engine on a Python thread the window's frames are 194 ms apart, with it in another process
16 ms (measured); and a document that crashes its reader takes only the worker along.
"""

from __future__ import annotations

import ctypes
import logging
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from briefing.errors import BriefingError
    from briefing.model import Progress
    from ui.protocol import (
        Broken,
        Command,
        Failed,
        Finished,
        Hold,
        Job,
        Result,
        Stopped,
    )

# A cancelled job has to be over within half a second; starting to kill at 0.35 s leaves the rest for the killing.
PATIENCE_MS = 350
MOST_FALSE_STARTS = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """Why a task failed: a sentence for the person, and details for whoever mends the program (or "")."""

    message: str
    details: str = ""


class Task(QObject):
    """A command under way. Exactly one of `finished`, `failed` and `cancelled` comes, then `ended`."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, job: Job, name: str, needs: Hold | None, parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.name = name
        self.needs = needs
        self.progress: Progress | None = None
        self.cancelling = False
        self.begun = False
        self.sent = 0

    def advance(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def finish(self, result: Result) -> None:
        self.finished.emit(result)
        self._end()

    def fail(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)
        self._end()

    def stop(self) -> None:
        self.cancelled.emit()
        self._end()

    def doing(self) -> str:
        """What it was doing last, for people."""
        if self.progress is None:
            return self.name
        return f"{self.progress.step} {self.progress.detail}".strip()

    def _end(self) -> None:
        self.ended.emit()
        self.deleteLater()


@dataclass(frozen=True)
class _Life:
    """One worker process from start to end."""

    number: int
    process: SpawnProcess
    connection: Connection
    stop: ctypes.c_longlong
    reader: threading.Thread


class Tasks(QObject):
    """Runs commands one after the other in the worker process, which it starts, watches and restarts."""

    worker_ready = Signal(int)
    worker_lost = Signal()
    task_started = Signal(object)
    idle = Signal()
    _arrived = Signal(int, object)
    _hung_up = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._life: _Life | None = None
        self._lives = 0
        self._ready = False
        self._held = 0
        self._false_starts = 0
        self._last_job = 0
        self._waiting: deque[Task] = deque()
        self._running: Task | None = None
        self._overdue = QTimer(self)
        self._overdue.setSingleShot(True)
        self._overdue.setInterval(PATIENCE_MS)
        self._overdue.timeout.connect(self._kill)
        self._arrived.connect(self._on_message)
        self._hung_up.connect(self._on_hang_up)

    @property
    def generation(self) -> int:
        """Counts the workers there have been."""
        return self._lives

    @property
    def running(self) -> Task | None:
        return self._running

    def start(self) -> None:
        """Start the worker, unless there is one."""
        if self._life is not None:
            return
        import multiprocessing

        from ui import worker

        context = multiprocessing.get_context("spawn")
        stop = context.RawValue(ctypes.c_longlong, 0)
        ours, theirs = context.Pipe()
        process = context.Process(target=worker.run, args=(theirs, stop), name="briefing-worker", daemon=True)
        process.start()
        theirs.close()
        self._lives += 1
        self._ready = False
        self._held = 0
        reader = threading.Thread(
            target=self._listen, args=(self._lives, ours), name="briefing-worker-reader", daemon=True
        )
        self._life = _Life(self._lives, process, ours, stop, reader)
        reader.start()

    def stop(self) -> None:
        """End the worker and whatever it is doing; nothing is left running."""
        life, self._life = self._life, None
        self._overdue.stop()
        if life is None:
            return
        if self._running is not None:
            life.stop.value = self._running.job.id
        _say_goodbye(life)
        life.process.join(0.2)
        if life.process.is_alive():
            life.process.kill()
        _bury(life)
        self._abandon()

    def submit(self, command: Command, name: str, needs: Hold | None = None) -> Task:
        """The task that runs `command` as soon as the ones before it are over. `name` tells people what it does.

        `needs` is sent before it to a worker that does not hold it.
        """
        from ui.protocol import Job

        self._last_job += 1
        task = Task(Job(self._last_job, command), name, needs, self)
        self._waiting.append(task)
        self.start()
        self._next()
        return task

    def cancel(self, task: Task) -> None:
        """Stop the task: by asking, and after a moment by ending the worker."""
        if task in self._waiting:
            self._waiting.remove(task)
            task.stop()
        elif task is self._running and self._life is not None and not task.cancelling:
            task.cancelling = True
            self._life.stop.value = task.job.id
            self._overdue.start()

    def _next(self) -> None:
        if self._running is not None or not self._ready or self._life is None or not self._waiting:
            return
        task = self._waiting.popleft()
        try:
            if task.needs is not None and task.needs.number != self._held:
                self._life.connection.send(task.needs)
                self._held = task.needs.number
            self._life.connection.send(task.job)
        except OSError:
            log.info("the worker was gone before it got its job")
            self._waiting.appendleft(task)  # for the next worker, as soon as the reader thread notices
            self._ready = False
            return
        self._running = task
        task.sent += 1
        self.task_started.emit(task)

    def _listen(self, life: int, connection: Connection) -> None:
        """Runs in the reader thread: waits for messages, so that the window need not."""
        while True:
            try:
                message = connection.recv()
            except (EOFError, OSError):
                self._hung_up.emit(life)
                return
            self._arrived.emit(life, message)

    def _on_message(self, life: int, message: object) -> None:
        from ui.protocol import Begun, Broken, Failed, Finished, Progressed, Ready, Stopped

        if life != self._lives or self._life is None:
            return
        if isinstance(message, Ready):
            self._ready, self._false_starts = True, 0
            self.worker_ready.emit(message.pid)
            self._next()
        elif self._running is None:
            log.error("a message nobody waits for: %r", message)
        elif isinstance(message, Begun):
            self._running.begun = True
        elif isinstance(message, Progressed):
            if not self._running.cancelling:
                self._running.advance(message.progress)
        elif isinstance(message, Finished | Failed | Broken | Stopped):
            self._settle(message)

    def _settle(self, message: Finished | Failed | Broken | Stopped) -> None:
        from ui.protocol import Broken, Failed, Finished, Gathered, Stopped

        task, self._running = self._running, None
        self._overdue.stop()
        if task is not None:
            match message:
                case Finished():
                    if isinstance(message.result, Gathered):
                        self._held = message.result.number
                    task.finish(message.result)
                case Failed():
                    task.fail(Trouble(_worded(message.error)))
                case Broken():
                    log.error("a fault while %s:\n%s", task.name, message.trace)
                    task.fail(Trouble(self.tr("Something in the program went wrong."), message.trace))
                case Stopped():
                    task.stop()
        self._go_on()

    def _go_on(self) -> None:
        self._next()
        if self._running is None and not self._waiting:
            self.idle.emit()

    def _on_hang_up(self, life: int) -> None:
        if life != self._lives or self._life is None:
            return
        gone, self._life = self._life, None
        self._false_starts += 1  # a worker that gets ready sets it back
        self._ready = False
        self._overdue.stop()
        code = _bury(gone)
        task, self._running = self._running, None
        if task is not None and not task.begun and not task.cancelling and task.sent < MOST_FALSE_STARTS:
            self._waiting.appendleft(task)  # the worker had gone before the job came
            task = None
        if self._false_starts < MOST_FALSE_STARTS:
            self.start()
        else:
            self._give_up()
        self.worker_lost.emit()
        if task is not None:
            self._tell_loss(task, code)
        self._go_on()

    def _tell_loss(self, task: Task, code: int | None) -> None:
        if task.cancelling:
            task.stop()
            return
        log.warning("the worker ended with status %s while: %s", code, task.doing())
        text = self.tr("The work was broken off while: {0}. Nothing you have done is lost; please try again.")
        task.fail(Trouble(text.format(task.doing())))

    def _give_up(self) -> None:
        self._false_starts = 0
        waiting, self._waiting = self._waiting, deque()
        for task in waiting:
            task.fail(Trouble(self.tr("The part of the program that does the work could not be started.")))

    def _abandon(self) -> None:
        left = [self._running] if self._running is not None else []
        left += self._waiting
        self._running = None
        self._waiting.clear()
        for task in left:
            task.stop()

    def _kill(self) -> None:
        if self._life is not None:
            log.info("the worker does not give way; it is ended")
            self._life.process.kill()  # a reader that is stuck may not heed a milder signal


def _worded(error: BriefingError) -> str:
    from briefing import wording  # not at the top: it is not needed for the window's start

    return wording.message(error)


def _say_goodbye(life: _Life) -> None:
    try:
        life.connection.send(None)
    except OSError:
        log.debug("the worker was gone already")


def _bury(life: _Life) -> int | None:
    """The exit status of a worker that is gone or going, with everything of it released."""
    life.process.join(2)
    code = life.process.exitcode
    if code is None:
        life.process.kill()
        life.process.join()
        code = life.process.exitcode
    life.reader.join(2)
    life.connection.close()
    life.process.close()
    return code
