"""One project, one process: a lock of the operating system's own, which dies with the process that holds it.

It is held on a small file beside the project, not on the project itself: closing any other handle on a file drops a
process's POSIX locks on it, and SQLite has its own there. The file holds the number of the process, for the message.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ProjectLocked, ProjectNotWritable

_LOCKED_BYTE = 1 << 20  # Windows lets nobody read a locked byte, so it is one far beyond the text

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held until `release`, or until the process ends."""

    path: Path
    handle: int

    def release(self) -> None:
        # Elsewhere the name goes while the lock is held, so that nobody locks a file that is about to go.
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()
        os.close(self.handle)
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()


def lock_path(project: Path) -> Path:
    """The file beside the project that its lock is held on."""
    return project.with_name(f".{project.name}.lock")


def hold(project: Path) -> Lock:
    """The lock on `project`, taken. Raises ProjectLocked, ProjectNotWritable (no file can be made beside it)."""
    path = lock_path(project)
    while True:
        handle = -1
        try:
            handle = _open(path)
            if not _take(handle):
                raise ProjectLocked(str(project), _holder(handle))
            if _is_still(path, handle):
                _sign(handle)
                lock, handle = Lock(path, handle), -1
                return lock
        except OSError as error:
            raise ProjectNotWritable(str(project), error.strerror or str(error)) from error
        finally:
            if handle >= 0:
                os.close(handle)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        return os.open(path, os.O_RDONLY)  # left behind by another user; enough for the lock


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file is the one that bears the name: its last holder may just have taken it away."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Leave the number of this process; the lock holds without it, on a full disk say."""
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode("ascii"))


def _holder(handle: int) -> int | None:
    with contextlib.suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        text = os.read(handle, 20)
        return int(text) if text.isdigit() else None
    return None
